"""Where practices stand, for a funder: the axes side by side, what is protected first, what each axis is made of."""

from __future__ import annotations

from dataclasses import replace

from questionnaire.language import say
from reports import funder_words as words
from reports.case import Case
from reports.compose import axes_title
from reports.compose_axes import AXIS_HEADERS, axis_page, summary_table
from reports.compose_plan import name_of
from reports.content import IntervalRow, IntervalTable, Protected, Titled
from reports.content_copies import FunderAxis, Levels, Security
from reports.phrases import quoted, sentence, short_month
from scoring.model import AxisScore
from scoring.plan_model import PlannedAction


def levels(case: Case) -> Levels:
    table = summary_table(case)
    rows = tuple(_row(row, score) for row, (_, score) in zip(table.rows, case.axes, strict=True))
    partial = any(score.partial_profile for _, score in case.axes)
    note = f"{say(words.INTERVAL_NOTE)} {say(words.PARTIAL_NOTE)}" if partial else say(words.INTERVAL_NOTE)
    return Levels(axes_title(len(rows)), replace(table, rows=rows), note, _strengths(case))


def _row(row: IntervalRow, score: AxisScore) -> IntervalRow:
    """A third reader is told when a large part of an axis was put aside by hand."""
    said = (words.third_person(row.sub), say(words.PARTIAL) if score.partial_profile else "")
    return replace(row, sub=", ".join(filter(None, said)))


def legend(case: Case) -> tuple[Titled, ...]:
    """What each level means, for somebody who never saw the tool."""
    return tuple(Titled(f"{rule.number} · {rule.name}", rule.meaning) for rule in case.rules.levels)


def _strengths(case: Case) -> str:
    """Themes in the upper half of the levels for sure, the strongest first.

    A theme that holds a critical question at the first step, or without a known answer, is never called solid.
    """
    levels = case.rules.levels
    solid = levels[(len(levels) + 1) // 2 :]
    fragile = {case.questionnaire.theme_of[q].id for q in (*case.result.protect_first, *_waiting(case))}
    themes = [t for axis in case.result.axes if axis.evaluable for t in axis.applicable_themes]
    found = [t for t in themes if t.score.level_assured in {s.number for s in solid} and t.id not in fragile]
    found.sort(key=lambda t: -(t.score.low or 0))
    names = [case.questionnaire.theme_by_id[t.id].name for t in found]
    return words.strengths_words(names, solid[0].name, express=case.express, readable=bool(themes))


def _waiting(case: Case) -> list[str]:
    """Critical questions that apply and have no known answer."""
    unknown = set(case.result.unknown)
    return [i for i in case.routed.ids if i in case.routed.critical and (i in unknown or case.answer(i) is None)]


def security(case: Case, *, detailed: bool) -> Security:
    """A count; or each point as the association read it, with the actions of its plan that deal with it."""
    first = case.result.protect_first
    if not detailed:
        return Security(words.security_words(len(first), sum(bool(_dealing_with(case, name)) for name in first)))
    found = tuple(_found(case, name) for name in first)
    return Security(words.protect_words(len(found), len(_waiting(case))), found)


def _dealing_with(case: Case, question_id: str) -> list[PlannedAction]:
    return [planned for planned in case.plan.chosen if question_id in planned.protects]


def _found(case: Case, question_id: str) -> Protected:
    critical = case.questionnaire.question_by_id[question_id].critical
    said = quoted(sentence(critical.protect)) if critical else ""
    planned = [(name_of(case, a.id), short_month(a.month)) for a in _dealing_with(case, question_id)]
    return Protected(said, words.dealt_with_words(planned))


def axes(case: Case) -> tuple[FunderAxis, ...]:
    """Of each page on an axis, its intervals and what its level means; no answer, no weakness by its name."""
    pages = [(axis_page(case, axis, score), score) for axis, score in case.axes]
    return tuple(
        FunderAxis(
            page.title,
            _scale(page.scale, score) if page.scale else None,
            tuple(Titled(reading.title, quoted(reading.text)) for reading in page.readings),
            quoted(page.does_not_say),
        )
        for page, score in pages
    )


def _scale(table: IntervalTable, score: AxisScore) -> IntervalTable:
    """The whole axis, then its themes: intervals and levels, without the text of each theme."""
    whole, *themes = (replace(row, cells=(row.cells[0], row.cells[-1]), text="") for row in table.rows)
    return IntervalTable(say(AXIS_HEADERS), table.bands, (_row(whole, score), *themes))
