"""Several associations in one room: what many share, by count, and who could help whom. Never an agreement index.

A count under five is hidden, and so is any count from which the totals would give it back.
"""

from __future__ import annotations

from dataclasses import dataclass

from questionnaire.answers import Answer, Checked, Step, Unknown
from questionnaire.model import Question, Questionnaire
from questionnaire.typography import tidy
from workshop.ballots import step_of
from workshop.ending import of_association
from workshop.model import Workshop

CELL_MIN = 5
HIDDEN = tidy("masqué : moins de 5 associations")


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


@dataclass(frozen=True, slots=True)
class Pair:
    """Associations that agreed to be named: those that could tell how they do, those that look for it."""

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
    """The cohort table: one row per revealed question, in order. Empty with one association."""
    answers = _answers(questionnaire, workshop)
    return tuple(
        published(name, _counts(questionnaire.question_by_id[name], [said.get(name) for said in answers.values()]))
        for name in workshop.questions
        if answers and (1, name) in workshop.revealed
    )


def shared(questionnaire: Questionnaire, workshop: Workshop, limit: int = 5) -> tuple[Row, ...]:
    """The subjects most associations have at the lower steps: rows whose count may be shown, the largest first.

    Only what is published orders them, so that the order tells nothing more.
    """
    rows = table(questionnaire, workshop)
    place = {row.question: i for i, row in enumerate(rows)}
    kept = [row for row in rows if _least(row) * 2 > row.total]
    return tuple(sorted(kept, key=lambda row: (-_least(row), place[row.question]))[:limit])


def pairs(questionnaire: Questionnaire, workshop: Workshop) -> tuple[Pair, ...]:
    """« Qui sait, qui cherche », among the associations whose every seat agreed to be named, names sorted."""
    willing = {name: said for name, said in _answers(questionnaire, workshop).items() if _consents(workshop, name)}
    found = []
    for question_id in workshop.questions:
        question = questionnaire.question_by_id[question_id]
        sides = {name: _side(question, said.get(question_id)) for name, said in willing.items()}
        knows = tuple(sorted(name for name, side in sides.items() if side == "strong"))
        seeks = tuple(sorted(name for name, side in sides.items() if side in ("weak", "unknown")))
        if knows and seeks:
            found.append(Pair(question_id, knows, seeks))
    return tuple(found)


def sentence(row: Row) -> str:
    """One row in French; what is hidden is said to be."""
    if row.weak is not None:
        return tidy(f"{row.weak} associations sur {row.total} en sont aux premiers paliers.")
    if row.weak_at_least is not None:
        return tidy(f"Au moins {row.weak_at_least} associations sur {row.total} en sont aux premiers paliers.")
    return tidy(f"Sur {row.total} associations, le compte est {HIDDEN}, d’un côté ou de l’autre.")


def _answers(questionnaire: Questionnaire, workshop: Workshop) -> dict[str, dict[str, Answer]]:
    if not workshop.choice.several:
        return {}
    names = sorted({seat.association for seat in workshop.seats.values() if seat.association})
    return {name: of_association(questionnaire, workshop, name) for name in names}


def _counts(question: Question, answers: list[Answer | None]) -> Counts:
    sides = [_side(question, answer) for answer in answers]
    return Counts(*(sides.count(side) for side in ("weak", "strong", "unknown", "none")))


def _side(question: Question, answer: Answer | None) -> str:
    """Lower or upper half of the scale, whatever its number of steps; the middle of an odd scale is lower."""
    if isinstance(answer, Unknown):
        return "unknown"
    if isinstance(answer, Step | Checked):
        step = step_of(question, answer)
        return "none" if step is None else "weak" if 2 * step <= question.top else "strong"
    return "none"


def _consents(workshop: Workshop, association: str) -> bool:
    return all(seat.consents for seat in workshop.seats.values() if seat.association == association)


def _least(row: Row) -> int:
    return row.weak if row.weak is not None else row.weak_at_least or 0
