"""The page of what changed since an earlier assessment; nothing is composed when there is none to compare."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from questionnaire.answers import Answer
from questionnaire.assessment import Assessment
from questionnaire.language import say
from questionnaire.model import Axis, Question, Questionnaire
from questionnaire.plan_edits import edits
from questionnaire.previous import Photo, compared, hindsight
from questionnaire.typography import number, typeset
from reports import change_words as words
from reports.answer_words import answer_words
from reports.case import Case
from reports.compose_axes import bands
from reports.content_change import AxisChangeText, ChangePage, Hindsight, NamedChange, NamedChanges
from reports.content_figures import Interval, IntervalRow, IntervalTable, Titled
from reports.phrases import quoted
from scoring.change import change
from scoring.change_model import AxisChange, Change, QuestionChange


def change_page(case: Case) -> ChangePage | None:
    """The comparison with the earlier assessment that was chosen, or with the last one before the day of the case.

    None when it is of a version of the questions that is not known: its steps would be read on another scale.
    """
    photo = compared(case.assessment, case.on)
    return page_since(case, photo) if photo and case.content_of(photo.assessment) else None


def page_since(case: Case, photo: Photo) -> ChangePage:
    found = changed(case, photo)
    express = not case.assessment.mode == photo.assessment.mode == "full"
    pairs = zip(case.questionnaire.axes, found.axes, strict=True)
    readable = any(axis.verdict != "not_comparable" for axis in found.axes)
    return ChangePage(
        title=say(words.TITLE),
        lead=words.lead(photo.day, case.on),
        axes=tuple(_axis(case, photo, found, axis, one, express=express) for axis, one in pairs if _asked(one)),
        margin_note=words.margin_note(found.margin) if readable else "",
        counts=words.counts([(kind, len(found.of(kind))) for kind in say(words.GROUPS)]),
        named=tuple(_named(case, photo, found)),
        hindsight_title=say(words.HINDSIGHT_TITLE),
        hindsight_lead=words.hindsight_lead(photo.day),
        hindsight=_hindsight(case, photo, found),
        hindsight_note=say(words.HINDSIGHT_NOTE),
    )


def for_a_funder(page: ChangePage | None) -> ChangePage:
    """The scores and how many answers changed: neither an answer, nor a note, nor an action, nor what hindsight says."""
    if page is None:
        return ChangePage(say(words.TITLE), say(words.NO_PHOTO), (), "", "", (), "", "", (), "")
    axes = tuple(replace(axis, sentences=axis.sentences[:1]) for axis in page.axes)  # not the one that names actions
    return replace(page, axes=axes, named=(), hindsight=())


def changed(case: Case, photo: Photo) -> Change:
    done = {name for name, edit in edits(case.assessment).actions.items() if edit.done} - photo.done
    return change(case.questionnaire, photo.assessment, case.assessment, done=done, former=_former(case, photo))


def _former(case: Case, photo: Photo) -> Questionnaire:
    former = case.content_of(photo.assessment)
    assert former  # looked at before anything is composed
    return former


def _asked(axis: AxisChange) -> bool:
    return axis.coverage is not None


def _axis(case: Case, photo: Photo, found: Change, axis: Axis, one: AxisChange, *, express: bool) -> AxisChangeText:
    inside = {question.id for question in axis.questions}
    names = dict.fromkeys(name for c in found.questions if c.question in inside for name in c.actions)
    titles = [quoted(case.questionnaire.action_by_id[name].title) for name in names]
    numbers = one.verdict != "not_comparable"
    told = (words.matched_sentence(one) if numbers else "", words.explained_sentence(one, titles))
    verdict = words.verdict_sentence(one, case.questionnaire.rules.change, express=express)
    scale = _scale(case, photo, found, one) if numbers else None
    return AxisChangeText(axis.id, axis.name, scale, verdict, tuple(text for text in told if text))


def _scale(case: Case, photo: Photo, found: Change, one: AxisChange) -> IntervalTable | None:
    """Before, with the margin around it; now, as one mark: outside of the margin, the change is read."""
    if one.before is None or one.after is None:
        return None
    low, high = max(one.before - found.margin, Fraction(0)), min(one.before + found.margin, Fraction(100))
    before = Interval(low, high, one.before, solid=False)
    around = words.around(number(low), number(high))
    rows = (
        IntervalRow(words.when(photo.day), "", before, (number(one.before), words.UNSAID), note=around),
        IntervalRow(
            say(words.NOW),
            "",
            Interval(one.after, one.after, one.after),
            (number(one.after), words.gap(one.after - one.before)),
        ),
    )
    return IntervalTable((say(words.SCORE), say(words.GAP)), bands(case), rows)


def _named(case: Case, photo: Photo, found: Change) -> list[NamedChanges]:
    """Questions that only came or went are named together: there is nothing to set side by side."""
    groups = []
    for kind, (title, lead) in say(words.GROUPS).items():
        ones = found.of(kind)
        if ones and kind in words.PATH:
            short = [case.questionnaire.question_by_id[one.question].short for one in ones]
            groups.append(NamedChanges(title, words.path_lead(short), ()))
        elif ones:
            groups.append(NamedChanges(title, typeset(lead), tuple(_change(case, photo, one) for one in ones)))
    return groups


def _change(case: Case, photo: Photo, one: QuestionChange) -> NamedChange:
    question = case.questionnaire.question_by_id[one.question]
    then = _former(case, photo).question_by_id[one.question]
    before, after = _said(then, one.before), _said(question, one.after)
    titles = [quoted(case.questionnaire.action_by_id[name].title) for name in one.actions]
    done = tuple(Titled(say(words.ACTION), title) for title in titles)
    return NamedChange(
        question.id, question.short, question.text, before, after, (*done, *_notes(case, photo, question))
    )


def _said(question: Question, answer: Answer | None) -> str:
    return " ; ".join(answer_words(question, answer))


def _notes(case: Case, photo: Photo, question: Question) -> tuple[Titled, ...]:
    """What stood beside the answer, both times; once when it did not change. People's own words, as they are."""
    pairs = (
        (say(words.NOTE), _note),
        (say(words.PIECE), _piece),
    )
    told = []
    for (alone, then, now), text in pairs:
        former, present = text(photo.assessment, question.id), text(case.assessment, question.id)
        if former == present:
            then, now = alone, alone
        told += [Titled(then, former)] if former and former != present else []
        told += [Titled(now, present)] if present else []
    return tuple(told)


def _note(assessment: Assessment, key: str) -> str:
    return str(assessment.all_of("notes").get(key) or "").strip()


def _piece(assessment: Assessment, key: str) -> str:
    return str((assessment.all_of("evidence").get(key) or {}).get("text") or "").strip()


def _hindsight(case: Case, photo: Photo, found: Change) -> tuple[Hindsight, ...]:
    said = hindsight(case.assessment, photo)
    former = {one.question: one for one in found.questions}
    questions = [case.questionnaire.question_by_id[name] for name in found.hindsight]
    return tuple(
        Hindsight(
            q.id,
            q.short,
            q.text,
            _said(_former(case, photo).question_by_id[q.id], former[q.id].before),
            q.anchors[step] if (step := said.get(q.id)) is not None and step <= q.top else "",
        )
        for q in questions
    )
