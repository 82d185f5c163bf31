"""Several associations in one room: what many share, by count, and who could help whom. Never an agreement index.

A count under five is hidden, and so is any count from which the totals would give it back. The associations counted
for a question are those that answered it: once it is revealed nothing of its row can change, whoever comes or goes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from questionnaire.answers import Answer, Checked, Step, Unknown
from questionnaire.model import Question, Questionnaire
from workshop.ballots import step_of
from workshop.ending import brought_together
from workshop.model import Workshop

CELL_MIN = 5


@dataclass(frozen=True, slots=True)
class Counts:
    """Associations at the lower steps (0-1 of 0-3), at the upper ones, not knowing, and without a usable answer."""

    weak: int
    strong: int
    unknown: int
    none: int

    @property
    def total(self) -> int:
        return self.weak + self.strong + self.unknown + self.none


@dataclass(frozen=True, slots=True)
class Row:
    """What may be shown of one question. None is hidden; `no_step` is unknown and without answer together.

    `weak_at_least`, when nothing else can be said, is what would be true of any room with so few others.
    """

    question: str
    total: int
    weak: int | None = None
    strong: int | None = None
    unknown: int | None = None
    none: int | None = None
    no_step: int | None = None
    weak_at_least: int | None = None

    @property
    def least(self) -> int:
        """How many are surely at the first steps."""
        return self.weak if self.weak is not None else self.weak_at_least or 0


@dataclass(frozen=True, slots=True)
class Pair:
    """Associations that agreed to be named: some that could tell how they do, those that look for it."""

    question: str
    knows: tuple[str, ...]
    seeks: tuple[str, ...]


def published(question: str, counts: Counts) -> Row:
    """The most detailed of four rows of which no cell, and no group of cells left together, is under five.

    The four are nested (each merges cells of the one before), so that knowing which was refused, and the
    total, never gives a hidden cell back. Zero is hidden like one to four.
    """
    total, rest = counts.total, counts.total - counts.weak
    apart = counts.unknown + counts.none
    if min(counts.weak, counts.strong, counts.unknown, counts.none) >= CELL_MIN:
        return Row(question, total, counts.weak, counts.strong, counts.unknown, counts.none, apart)
    if min(counts.weak, counts.strong, apart) >= CELL_MIN:
        return Row(question, total, counts.weak, counts.strong, no_step=apart)
    if min(counts.weak, rest) >= CELL_MIN:
        return Row(question, total, counts.weak)
    if rest < CELL_MIN and total >= 2 * CELL_MIN:
        return Row(question, total, weak_at_least=total - CELL_MIN + 1)
    return Row(question, total)


def table(questionnaire: Questionnaire, workshop: Workshop) -> tuple[Row, ...]:
    """The cohort table: one row per revealed question that was answered, in order. Empty with one association."""
    sides = _sides(questionnaire, workshop)
    return tuple(published(name, counts(said.values())) for name, said in sides.items() if said)


def shared(questionnaire: Questionnaire, workshop: Workshop, limit: int = 5) -> tuple[Row, ...]:
    """The subjects most associations have at the lower steps: rows whose count may be shown, the largest first.

    Only what is published orders them, so that the order tells nothing more.
    """
    rows = table(questionnaire, workshop)
    place = {row.question: i for i, row in enumerate(rows)}
    kept = [row for row in rows if row.least * 2 > row.total]
    return tuple(sorted(kept, key=lambda row: (-row.least, place[row.question]))[:limit])


def pairs(questionnaire: Questionnaire, workshop: Workshop) -> tuple[Pair, ...]:
    """« Qui sait, qui cherche », among the associations whose every seat agreed to be named, names sorted.

    Not where the names, taken away from the counts, would tell how the others answered.
    """
    found = []
    for question, said in _sides(questionnaire, workshop).items():
        willing = {name: side for name, side in said.items() if _consents(workshop, name)}
        knows = tuple(sorted(name for name, side in willing.items() if side == "strong"))
        seeks = tuple(sorted(name for name, side in willing.items() if side in ("weak", "unknown")))
        told = counts(side for name, side in said.items() if _was_named(workshop, name))
        everyone = len(willing) == len(said)
        if (
            knows
            and seeks
            and may_name(published(question, counts(said.values())), counts(said.values()), told, everyone)
        ):
            found.append(Pair(question, knows, seeks))
    return tuple(found)


def may_name(row: Row, whole: Counts, told: Counts, everyone: bool) -> bool:
    """Whether names may stand beside this row. `told`: the associations that were ever named; `everyone` agrees.

    Each count shown, less the names, must leave five at least. When few are elsewhere (`weak_at_least`), one
    more of them than agreed must be possible. A row that shows no count takes nothing away from names.
    """
    if everyone or (row.weak is None and row.weak_at_least is None):
        return True
    if row.weak_at_least is not None:
        return told.total - told.weak < CELL_MIN - 1
    kept = [(whole.weak, told.weak), (whole.total - whole.weak, told.total - told.weak)]
    if row.strong is not None:
        kept += [(whole.strong, told.strong), (whole.unknown + whole.none, told.unknown + told.none)]
    if row.unknown is not None:
        kept += [(whole.unknown, told.unknown), (whole.none, told.none)]
    return all(count - named >= CELL_MIN for count, named in kept)


def is_lower(question: Question, step: int) -> bool:
    """Whether `step` is in the lower half of the scale, whatever its number of steps; the middle of an odd one is."""
    return 2 * step <= question.top


def counts(sides: Iterable[str]) -> Counts:
    """From the side of each association."""
    found = Counter(sides)
    return Counts(found["weak"], found["strong"], found["unknown"], found["none"])


def _sides(questionnaire: Questionnaire, workshop: Workshop) -> dict[str, dict[str, str]]:
    """The side of each association that answered, by revealed question in order. Empty with one association."""
    if not workshop.choice.several:
        return {}
    given: dict[str, dict[str, list[Answer]]] = {
        name: {} for name in workshop.questions if (1, name) in workshop.revealed
    }
    for (round_, question, seat), ballot in workshop.ballots.items():
        association = workshop.seats[seat].association
        if round_ == 1 and question in given and association:
            given[question].setdefault(association, []).append(ballot.answer)
    asked = questionnaire.question_by_id
    return {
        name: {who: _side(asked[name], brought_together(asked[name], said)) for who, said in sorted(answers.items())}
        for name, answers in given.items()
    }


def _side(question: Question, answer: Answer | None) -> str:
    """Lower or upper half of the scale, don't know, or none."""
    if isinstance(answer, Unknown):
        return "unknown"
    if isinstance(answer, Step | Checked):
        step = step_of(question, answer)
        return "none" if step is None else "weak" if is_lower(question, step) else "strong"
    return "none"


def _consents(workshop: Workshop, association: str) -> bool:
    return all(seat.consents for seat in workshop.seats.values() if seat.association == association)


def _was_named(workshop: Workshop, association: str) -> bool:
    """Names cannot be unseen: who agreed once stays out of what is left, although the name is shown no more."""
    return any(seat.named for seat in workshop.seats.values() if seat.association == association)
