"""What may be shown of a vote, and only once it is revealed: counts with their number, roles from three people."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from questionnaire.language import say
from questionnaire.model import Questionnaire
from questionnaire.typography import tidy
from workshop.agreement import agreement, r_wg
from workshop.ballots import answers_of, count, step_of, tally
from workshop.model import Tally, Workshop
from workshop.naming import sentence
from workshop.proposal import Proposal, propose
from workshop.roles import ROLES

ROLE_MIN = 3
OTHERS = "les autres"
CAUTION = tidy(
    "Un accord après discussion peut aussi venir de l’envie de s’accorder. Rester partagés n’est pas un échec : "
    "notez-le en « point ouvert »."
)


@dataclass(frozen=True, slots=True)
class Group:
    """The votes of one role; `role` is None for everyone else together. `name` stands after « pour »."""

    role: str | None
    name: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class Shown:
    """One revealed vote. `agreement` and `r_wg` are None under four votes: then draw dots, print no index."""

    question: str
    round: int
    n: int
    tally: Tally
    proposal: Proposal
    agreement: Fraction | None
    r_wg: Fraction | None
    groups: tuple[Group, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Change:
    """Before and after the discussion: `movers` of the `compared` who voted both times on a screen; A twice."""

    movers: int
    compared: int
    before: Fraction | None
    after: Fraction | None

    @property
    def delta(self) -> Fraction | None:
        return None if self.before is None or self.after is None else self.after - self.before


def shown(questionnaire: Questionnaire, workshop: Workshop, question_id: str, round_: int = 1) -> Shown | None:
    """What the room sees of one vote. None before its reveal, and always with several associations (see `cohort`)."""
    if (round_, question_id) not in workshop.revealed or workshop.choice.several:
        return None
    question = questionnaire.question_by_id[question_id]
    votes = tally(question, workshop, round_)
    found = agreement(votes.steps)
    groups = by_role(questionnaire, workshop, question_id, round_)
    said = sentence(question, votes, found, [(group.name, group.tally) for group in groups])
    return Shown(question_id, round_, votes.n, votes, propose(question, votes), found, r_wg(votes.steps), groups, said)


def by_role(questionnaire: Questionnaire, workshop: Workshop, question_id: str, round_: int = 1) -> tuple[Group, ...]:
    """The votes of each role of three people or more; empty when there are not two groups to compare.

    The total is known, so those left aside are known too, as a whole: they are shown as « les autres », and
    a further role joins them as long as they are one or two.
    """
    if not workshop.choice.roles or (round_, question_id) not in workshop.revealed:
        return ()
    question = questionnaire.question_by_id[question_id]
    everyone = answers_of(workshop, question_id, round_)
    seats = {
        role.id: [s for s in everyone if s in workshop.seats and workshop.seats[s].role == role.id] for role in ROLES
    }
    named = [role for role in ROLES if len(seats[role.id]) >= ROLE_MIN]
    total = tally(question, workshop, round_)
    left = total.n - sum(len(seats[role.id]) for role in named)
    while named and 0 < left < ROLE_MIN:
        smallest = min(named, key=lambda role: len(seats[role.id]))
        named.remove(smallest)
        left += len(seats[smallest.id])
    groups = [Group(r.id, say(r.group), count(question, (everyone[s] for s in seats[r.id]))) for r in named]
    if left and named:
        groups.append(Group(None, say(OTHERS), _without(total, [group.tally for group in groups])))
    return tuple(groups) if len(groups) > 1 else ()


def _without(total: Tally, parts: list[Tally]) -> Tally:
    """What is left of the total: steps and plain counts, which is all that groups are compared on."""
    steps = tuple(all_ - sum(part.steps[i] for part in parts) for i, all_ in enumerate(total.steps))
    return Tally(
        steps,
        total.unknown - sum(part.unknown for part in parts),
        total.not_applicable - sum(part.not_applicable for part in parts),
        total.narrow - sum(part.narrow for part in parts),
    )


def change(questionnaire: Questionnaire, workshop: Workshop, question_id: str) -> Change | None:
    """What the discussion changed; None until the second vote is revealed."""
    if not {(1, question_id), (2, question_id)} <= workshop.revealed:
        return None
    question = questionnaire.question_by_id[question_id]
    first, second = (answers_of(workshop, question_id, round_) for round_ in (1, 2))
    both = set(first) & set(second)
    places = [
        [(step_of(question, votes[seat]), type(votes[seat])) for seat in sorted(both)] for votes in (first, second)
    ]
    movers = sum(before != after for before, after in zip(*places, strict=True))
    before, after = (agreement(tally(question, workshop, round_).steps) for round_ in (1, 2))
    return Change(movers, len(both), before, after)
