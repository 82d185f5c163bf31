"""The order of discussion: the disagreements that matter most come first, five at most."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from questionnaire.model import Questionnaire
from workshop.agreement import priority
from workshop.ballots import tally
from workshop.model import Tally, Workshop
from workshop.proposal import propose
from workshop.timing import DISCUSSIONS


@dataclass(frozen=True, slots=True)
class Point:
    """One question worth a discussion. `priority` is D, exact; None under four votes, where it has no meaning."""

    question: str
    priority: Fraction | None


def order(questionnaire: Questionnaire, workshop: Workshop) -> tuple[Point, ...]:
    """Every revealed question on which the first vote differs, the most urgent first. Empty with several associations.

    Answers beside « non concerné » come first (what the question aims at must be clear before anything
    else), then D in decreasing order (method, C.6), then what has too few votes for D: critical first,
    then the heaviest. Ties follow the questionnaire.
    """
    if workshop.choice.several:
        return ()
    ranked = []
    for place, name in enumerate(workshop.questions):
        if (1, name) not in workshop.revealed:
            continue
        question = questionnaire.question_by_id[name]
        votes, critical = tally(question, workshop), name in workshop.critical
        urgent = priority(votes.steps, votes.unknown, question.weight, critical)
        if not differs(votes) or urgent == 0:
            continue
        unclear = propose(question, votes).kind == "discuss"
        rank = (not unclear, urgent is None, -(urgent or 0), not critical, -question.weight, place)
        ranked.append((rank, Point(name, urgent)))
    return tuple(point for _, point in sorted(ranked, key=lambda pair: pair[0]))


def top(questionnaire: Questionnaire, workshop: Workshop, limit: int = DISCUSSIONS) -> tuple[Point, ...]:
    """The first points of `order`."""
    return order(questionnaire, workshop)[:limit]


def differs(votes: Tally) -> bool:
    """True once two people said different things, or somebody does not know, or paper lists differ."""
    kinds = sum(count > 0 for count in (*votes.steps, votes.narrow, votes.unknown, votes.not_applicable))
    lines = any(sum(count > 0 for count in counts) > 1 for _, counts in votes.lines)
    return kinds > 1 or votes.unknown > 0 or lines
