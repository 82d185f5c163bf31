"""The answer proposed from the votes: cautious, never a mean, and nothing when the room must talk first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from questionnaire.answers import Answer, Checked, NotApplicable, Step, Unknown
from questionnaire.model import Question
from questionnaire.typography import later
from workshop.model import Tally


@dataclass(frozen=True, slots=True)
class Proposal:
    """`answer` is None when there is none to propose; `because` is the sentence that says why, in French: to be said when it is shown."""

    kind: Literal["answer", "discuss", "nothing"]
    because: str
    answer: Answer | None = None


NOTHING = Proposal("nothing", later("Aucune réponse."))
TALK_ABOUT_SCOPE = Proposal(
    "discuss",
    later("Des personnes répondent, d’autres se disent non concernées : décidez d’abord si la question vous vise."),
)
TALK_ABOUT_REASON = Proposal(
    "discuss", later("La question ne semble pas vous concerner, mais la raison n’est pas claire : dites-la ensemble.")
)
MOSTLY_UNKNOWN = Proposal(
    "answer", later("Plus de la moitié ne sait pas : la réponse retenue est « Je ne sais pas »."), Unknown()
)
MIDDLE = later("La réponse du milieu ; entre deux, la plus prudente.")
LINE_BY_LINE = later("Ligne par ligne : en place si plus de la moitié le dit ; sinon, utile mais absente.")
OUTSIDE = later("Personne ne se dit concerné.")


def propose(question: Question, tally: Tally) -> Proposal:
    """The proposal for one question.

    Answers beside « non concerné »: talk. More than half of the others not knowing: « je ne sais pas ».
    Otherwise the lower median of the steps, or the lists, line by line. Source: the method, C.6.
    """
    if tally.n == 0:
        return NOTHING
    if tally.not_applicable and tally.said:
        return TALK_ABOUT_SCOPE
    if tally.not_applicable > tally.unknown:
        return Proposal("answer", OUTSIDE, NotApplicable(tally.reason)) if tally.reason else TALK_ABOUT_REASON
    if 2 * tally.unknown > tally.said + tally.unknown:
        return MOSTLY_UNKNOWN
    if tally.not_applicable:
        return TALK_ABOUT_REASON
    if question.type == "checklist":
        return Proposal("answer", LINE_BY_LINE, sorted_lines(tally))
    return Proposal("answer", MIDDLE, Step(lower_median(tally.steps)))


def lower_median(counts: Sequence[int]) -> int:
    """The step of the vote in the middle, the lower of the two when they are even: a step somebody voted."""
    seen, middle = 0, (sum(counts) - 1) // 2
    for step, votes in enumerate(counts):
        seen += votes
        if seen > middle:
            return step
    raise ValueError("no vote has no median")


def sorted_lines(tally: Tally) -> Checked:
    """One list out of many: a line leaves « utile mais absente » only for what more than half says."""
    lists: tuple[set[str], set[str], set[str]] = (set(), set(), set())
    for option, (in_place, absent, not_useful) in tally.lines:
        half = in_place + absent + not_useful
        where = 0 if 2 * in_place > half else 2 if 2 * not_useful > half else 1
        lists[where].add(option)
    return Checked(frozenset(lists[0]), frozenset(lists[1]), frozenset(lists[2]))
