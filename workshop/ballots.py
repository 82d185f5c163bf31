"""From what one person says to counts. A checklist is voted as one answers it: each person sorts every line in a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from questionnaire.answers import Answer, Checked, NotAnAnswerError, NotApplicable, Step, Unknown, read
from questionnaire.model import CHECKLIST_LISTS, NA_REASONS, UNKNOWN, Question
from workshop.model import SEATS_MAX, Refusal, Tally, Workshop
from workshop.sentences import CRITICAL_NA, NOT_A_TALLY, NOT_AN_ANSWER

USEFUL_LINES_MIN = 3  # the scoring's own rule: a list with fewer useful lines has no share


def read_answer(question: Question, raw: Any, critical: bool) -> Answer | Refusal:
    """The answer written as in an answers file, or why it is none. « Non concerné » is never for a critical question."""
    try:
        answer = read(question, raw)
    except NotAnAnswerError:
        return NOT_AN_ANSWER
    return CRITICAL_NA if critical and isinstance(answer, NotApplicable) else answer


def written(question: Question, answer: Answer) -> Any:
    """The JSON of an answers file, lines in the question's order (the reverse of `read_answer`)."""
    if isinstance(answer, Step):
        return answer.value
    if isinstance(answer, NotApplicable):
        return {"not_applicable": answer.reason}
    if isinstance(answer, Unknown):
        return UNKNOWN
    lists = (answer.in_place, answer.useful_but_absent, answer.not_useful)
    return {
        name: [option.id for option in question.options if option.id in ids]
        for name, ids in zip(CHECKLIST_LISTS, lists, strict=True)
    }


def step_of(question: Question, answer: Answer) -> int | None:
    """The ordinal step: the rubric's own; floor(3 x share) for a list with three useful lines; else None."""
    if isinstance(answer, Step):
        return answer.value
    if isinstance(answer, Checked) and answer.useful >= USEFUL_LINES_MIN:
        return int(question.top * answer.share)  # never negative: int is the floor
    return None


def count(question: Question, answers: Iterable[Answer]) -> Tally:
    """The tally of `answers`; neither their order nor who gave them matters."""
    given = list(answers)
    steps = Counter(step_of(question, answer) for answer in given)
    lists = [answer for answer in given if isinstance(answer, Checked)]
    away = [answer.reason for answer in given if isinstance(answer, NotApplicable)]
    return Tally(
        tuple(steps[step] for step in range(question.top + 1)),
        unknown=sum(isinstance(answer, Unknown) for answer in given),
        not_applicable=len(away),
        narrow=sum(step_of(question, answer) is None for answer in lists),
        lines=_lines(question, lists),
        reason=_commonest(away),
    )


def _lines(question: Question, lists: list[Checked]) -> tuple[tuple[str, tuple[int, int, int]], ...]:
    if not lists:
        return ()
    return tuple(
        (
            option.id,
            (
                sum(option.id in each.in_place for each in lists),
                sum(option.id in each.useful_but_absent for each in lists),
                sum(option.id in each.not_useful for each in lists),
            ),
        )
        for option in question.options
    )


def _commonest(reasons: list[str]) -> str | None:
    """Only a standard reason can be proposed: a sentence of one's own could name its author."""
    found = Counter(reason for reason in reasons if reason in NA_REASONS)
    return min(found, key=lambda reason: (-found[reason], NA_REASONS.index(reason)), default=None)


def add(one: Tally, other: Tally) -> Tally:
    """Both tallies together: what was voted on screens and what was counted on paper."""
    lines, more = dict(one.lines), dict(other.lines)
    both = {
        option: tuple(a + b for a, b in zip(lines.get(option, (0,) * 3), more.get(option, (0,) * 3), strict=True))
        for option in lines | more
    }
    return Tally(
        tuple(a + b for a, b in zip(one.steps, other.steps, strict=True)),
        one.unknown + other.unknown,
        one.not_applicable + other.not_applicable,
        one.narrow + other.narrow,
        tuple((option, (counts[0], counts[1], counts[2])) for option, counts in both.items()),
        one.reason or other.reason,
    )


def answers_of(
    workshop: Workshop, question_id: str, round_: int = 1, seats: Collection[str] | None = None
) -> Mapping[str, Answer]:
    """Answers by seat, in one round, of all seats or of those named."""
    return {
        seat: ballot.answer
        for (when, name, seat), ballot in workshop.ballots.items()
        if when == round_ and name == question_id and (seats is None or seat in seats)
    }


def tally(question: Question, workshop: Workshop, round_: int = 1) -> Tally:
    """Screens and paper together. Pages go through `reveal.shown`, which first asks whether it may be seen."""
    screens = count(question, answers_of(workshop, question.id, round_).values())
    paper = workshop.paper.get((round_, question.id))
    return add(screens, paper) if paper else screens


def read_tally(question: Question, raw: Any, critical: bool) -> Tally | Refusal:
    """A paper count: {"steps": [2, 2, 2, 1], "unknown": 1, "not_applicable": 0}.

    For a checklist {"lines": {option: [in place, useful but absent, not useful]}} replaces the steps:
    each person sorted every line, so every line has the same total.
    """
    if not isinstance(raw, dict) or not set(raw) <= {"steps", "lines", "unknown", "not_applicable"}:
        return NOT_A_TALLY
    lines = raw.get("lines", {})
    steps = raw.get("steps", [0] * (question.top + 1))
    apart = [raw.get("unknown", 0), raw.get("not_applicable", 0)]
    if not isinstance(lines, dict) or not _counts(steps, question.top + 1) or not _counts(apart, 2):
        return NOT_A_TALLY
    options = [option.id for option in question.options]
    if (question.type == "checklist") == ("steps" in raw) or (lines and set(lines) != set(options)):
        return NOT_A_TALLY
    if not all(_counts(each, 3) for each in lines.values()) or len({sum(each) for each in lines.values()}) > 1:
        return NOT_A_TALLY
    rows = tuple((option, (lines[option][0], lines[option][1], lines[option][2])) for option in options if lines)
    found = Tally(tuple(steps), apart[0], apart[1], lines=rows)
    if critical and found.not_applicable:
        return CRITICAL_NA
    return found if 1 <= found.n <= SEATS_MAX else NOT_A_TALLY


def _counts(raw: Any, length: int) -> bool:
    return isinstance(raw, list) and len(raw) == length and all(type(n) is int and 0 <= n <= SEATS_MAX for n in raw)
