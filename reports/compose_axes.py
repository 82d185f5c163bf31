"""The three axes: their line on the summary, and a page each."""

from __future__ import annotations

from questionnaire.language import say
from questionnaire.model import Axis
from questionnaire.typography import listed, typeset
from reports import level_words as words
from reports.case import Case
from reports.compose_panels import panels
from reports.compose_themes import mean_words, theme_texts
from reports.content import AxisPage, Band, Interval, IntervalRow, IntervalTable, Titled
from reports.phrases import quoted, sentence
from reports.plan_words import named
from scoring.model import AxisScore, Score
from scoring.sensitivity import unchanged, variants

AXIS_HEADERS = ("Fourchette", "Niveau")
THEME_HEADERS = ("Fourchette", "Connu", "Niveau")
WHOLE = "Ensemble de l’axe"


def bands(case: Case) -> tuple[Band, ...]:
    """The named levels as bands of the 0-100 scale."""
    levels = case.rules.levels
    ends = [rule.starts_at for rule in levels[1:]] + [100]
    return tuple(Band(rule.number, rule.name, rule.starts_at, end) for rule, end in zip(levels, ends, strict=True))


def summary_table(case: Case) -> IntervalTable:
    """All axes side by side, never added up."""
    return IntervalTable(
        say(AXIS_HEADERS), bands(case), tuple(axis_row(case, axis, score) for axis, score in case.axes)
    )


def axis_row(case: Case, axis: Axis, score: AxisScore) -> IntervalRow:
    """The axis in one line; where no number may be read, the posture of the AI axis or the level in words."""
    names = words.level_names(score.score, case.rules)
    if axis.id == case.questionnaire.rules.ai_axis and case.result.ai_posture and not score.evaluable:
        return _line(case, axis, score, case.result.ai_posture.text, "–")
    if score.evaluable and words.border_sentence(score.score, case.rules):
        names = f"{names}, {say(words.BORDER)}"
    return _line(case, axis, score, names, words.level_cell(score.score))


def _line(case: Case, axis: Axis, score: AxisScore, names: str, level: str) -> IntervalRow:
    return IntervalRow(
        axis.name,
        names,
        _interval(score.score, solid=score.evaluable),
        (words.interval_words(score, case.rules), level),
        words.why_no_number(score, case.result.mode, case.rules),
    )


def axis_page(case: Case, axis: Axis, score: AxisScore) -> AxisPage:
    """One axis: where it stands, why, what unlocks the next level, what it is made of."""
    row = axis_row(case, axis, score)
    return AxisPage(
        axis.id,
        axis.name,
        axis.about,
        scale_title=say("Comment ce score est fait") if score.evaluable else say("Où vous en êtes"),
        scale=theme_table(case, axis, score) if score.evaluable else _alone(case, row),
        statements=_statements(case, score),
        readings=_readings(case, axis, score),
        why=_why(case, score),
        unlocks=_unlocks(case, axis, score),
        panels=panels(case, axis, score),
        theme_texts=() if case.express or score.evaluable else tuple(text for _, text in theme_texts(axis, score)),
        does_not_say=axis.does_not_say,
    )


def theme_table(case: Case, axis: Axis, score: AxisScore) -> IntervalTable:
    """The whole axis, then its themes with what their level means: how the score is made."""
    whole = _row(case, say(WHOLE), score.score, mean_words(axis))
    themes = (_row(case, text.title, theme.score, text.text) for theme, text in theme_texts(axis, score))
    return IntervalTable(say(THEME_HEADERS), bands(case), (whole, *themes))


def _alone(case: Case, row: IntervalRow) -> IntervalTable | None:
    """The interval of an axis told in words; nothing where nothing applies."""
    alone = IntervalRow(say(WHOLE), "", row.interval, row.cells, row.note)
    return IntervalTable(say(AXIS_HEADERS), bands(case), (alone,)) if row.interval else None


def _row(case: Case, title: str, score: Score, text: str) -> IntervalRow:
    if score.coverage is None:
        return IntervalRow(title, say(words.OUT_OF_SCOPE), None, ("–", "–", "–"), text=text)
    cells = (words.score_words(score, case.rules), words.percent(score.coverage), words.level_cell(score))
    return IntervalRow(title, "", _interval(score, solid=True), cells, text=text)


def _interval(score: Score, *, solid: bool) -> Interval | None:
    if score.low is None or score.high is None:
        return None
    return Interval(score.low, score.high, score.point if solid else None, solid)


def _statements(case: Case, score: AxisScore) -> tuple[str, ...]:
    """The level and interval in sentences, then what to keep in mind while reading them."""
    if score.score.low is None:
        return (typeset(say("Cet axe est sans objet pour vous : aucune de ses questions ne vous concerne.")),)
    partial = (
        say("profil partiel : une part importante de cet axe a été écartée à la main") if score.partial_profile else ""
    )
    note = words.why_no_number(score, case.result.mode, case.rules)
    told = (
        words.level_sentence(score.score, case.rules),
        words.interval_sentence(score, case.rules) or sentence(note),
        words.border_sentence(score.score, case.rules),
        sentence(partial) if partial else "",
        _sensitivity(case, score),
    )
    return tuple(typeset(text) for text in told if text)


def _sensitivity(case: Case, score: AxisScore) -> str:
    """In how many ways of counting the level stays the same; nothing where there is no number."""
    if not score.evaluable or score.score.point is None:
        return ""
    found = variants(case.questionnaire, case.assessment, score.id)
    return words.sensitivity_sentence(unchanged(found), len(found))


def _readings(case: Case, axis: Axis, score: AxisScore) -> tuple[Titled, ...]:
    """What the level means; both edges when they differ; nothing when nothing is known."""
    if not score.score.coverage:
        return ()
    assured, possible = score.score.level_assured, score.score.level_possible
    if assured is None or possible is None:
        return ()
    if assured == possible:
        return (Titled(say("Ce que dit ce niveau"), _reading(case, axis, assured)),)
    return (
        Titled(say("Niveau {assured}, assuré", assured=assured), _reading(case, axis, assured)),
        Titled(say("Niveau {possible}, possible", possible=possible), _reading(case, axis, possible)),
    )


def _reading(case: Case, axis: Axis, number: int) -> str:
    """What a level means on this axis; its general meaning when the axis says nothing of it."""
    return typeset(axis.interpretations.get(str(number)) or words.level(number, case.rules).meaning)


def _why(case: Case, score: AxisScore) -> tuple[str, ...]:
    """The caps that bind, each once; or that none does."""
    if not score.score.coverage:
        return ()
    told = {(r.because, r.cap): words.reason_words(r.text, score.evaluable) for r in reversed(score.reasons)}
    reasons = [sentence(named(text, case.questionnaire)) for text in reversed(told.values())]
    return tuple(reasons) or (sentence(say("ce niveau vient des réponses seules : aucun garde-fou ne l’abaisse")),)


def _unlocks(case: Case, axis: Axis, score: AxisScore) -> tuple[str, ...]:
    """The next level, then the chosen actions that touch this axis."""
    reached = score.score.level_assured
    if reached is None:
        return ()
    themes = {theme.id for theme in axis.themes}
    actions = [a for a in case.plan.chosen if any(lift.theme in themes for lift in a.lifts)]
    titles = [quoted(case.questionnaire.action_by_id[a.id].title) for a in actions]
    planned = (
        sentence(say("dans votre plan : {titles}", titles=listed(titles)))
        if titles
        else say("Aucune action de votre plan ne porte sur cet axe.")
    )
    return _next_level(case, score, reached), planned


def _next_level(case: Case, score: AxisScore, reached: int) -> str:
    following = [rule for rule in case.rules.levels if rule.number > reached]
    if not following:
        return typeset(say("C’est le dernier niveau : une relecture par an suffit à le garder."))
    start = say(", à partir de {starts_at} sur 100", starts_at=following[0].starts_at) if score.evaluable else ""
    return sentence(
        say(
            "niveau suivant : {number}, {name}{start}",
            number=following[0].number,
            name=quoted(following[0].name),
            start=start,
        )
    )
