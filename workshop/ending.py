"""The end: what was settled becomes an ordinary assessment, and the record keeps before, after and the decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from questionnaire.answers import Answer
from questionnaire.assessment import HEAD, MODES, Assessment
from questionnaire.assessment import TEXT_MAX as NOTE_MAX
from questionnaire.language import say
from questionnaire.model import Question, Questionnaire
from questionnaire.typography import tidy
from questionnaire.workshop_record import KIND
from workshop.ballots import answers_of, count, written
from workshop.model import Decision, Workshop
from workshop.proposal import propose
from workshop.recording import record
from workshop.reveal import Change, Shown, change, shown

OPEN_POINT = tidy("Atelier, point ouvert : la salle reste partagée.")
MINORITY, NOTE = (f"{tidy(head)} " for head in ("Atelier, avis minoritaire :", "Atelier :"))


@dataclass(frozen=True, slots=True)
class Record:
    """One question of the workshop: both votes, what moved, what was settled, what was noted."""

    question: str
    before: Shown
    after: Shown | None
    change: Change | None
    decision: Decision | None
    note: str


def records(questionnaire: Questionnaire, workshop: Workshop) -> tuple[Record, ...]:
    """The revealed questions, in order; empty with several associations."""
    found = []
    for name in workshop.questions:
        before = shown(questionnaire, workshop, name)
        if before:
            after, moved = shown(questionnaire, workshop, name, 2), change(questionnaire, workshop, name)
            found.append(Record(name, before, after, moved, workshop.settled.get(name), workshop.notes.get(name, "")))
    return tuple(found)


def assessment(
    questionnaire: Questionnaire, workshop: Workshop, start: Assessment | None = None, association: str | None = None
) -> Assessment:
    """`start` (the association's profile and former answers, or nothing) with what the workshop settled.

    With several associations, `association` names the one: its answers are the proposals of its own one or
    two people. A question nobody settled keeps what `start` says of it. Doing it twice changes nothing more.
    """
    ended = start or Assessment(questionnaire.id, questionnaire.version)
    if workshop.choice.scope in MODES and (start is None or not start.answers):
        ended = ended.put(HEAD, "mode", workshop.choice.scope)
    if workshop.choice.several:
        answers = of_association(questionnaire, workshop, association) if association else {}
    else:
        answers = {name: decision.answer for name, decision in workshop.settled.items()}
    for name, answer in answers.items():
        ended = ended.put("answers", name, written(questionnaire.question_by_id[name], answer))
        ended = ended.put("notes", name, _noted(ended.all_of("notes").get(name, ""), _note(workshop, name)))
    return _recorded(questionnaire, workshop, ended)


def _recorded(questionnaire: Questionnaire, workshop: Workshop, ended: Assessment) -> Assessment:
    """With the record of this workshop in place of a former one. Several associations have none: it is the room's."""
    said = record(questionnaire, workshop, [(r.before, r.after, r.change) for r in records(questionnaire, workshop)])
    return replace(ended, kept={**ended.kept, KIND: said}) if said else ended


def of_association(questionnaire: Questionnaire, workshop: Workshop, association: str) -> dict[str, Answer]:
    """What one association answered among several, by question, once revealed; two people are brought together
    by the same cautious proposal as a room."""
    seats = frozenset(seat.id for seat in workshop.seats.values() if seat.association == association)
    found = {}
    for name in workshop.questions:
        if (1, name) not in workshop.revealed:
            continue
        together = brought_together(
            questionnaire.question_by_id[name], tuple(answers_of(workshop, name, seats=seats).values())
        )
        if together is not None:
            found[name] = together
    return found


def brought_together(question: Question, given: Sequence[Answer]) -> Answer | None:
    """One answer out of those of one association; None when there is none, or when they must talk first."""
    if len(set(given)) == 1:
        return given[0]  # nothing to bring together: their own words stay as they are
    return propose(question, count(question, given)).answer


def _note(workshop: Workshop, name: str) -> str:
    """What goes with the answer in the report: an open point, the minority's view, what was noted.

    With several associations a note belongs to the room: it goes into nobody's assessment.
    """
    if workshop.choice.several:
        return ""
    decision = workshop.settled.get(name)
    parts = [say(OPEN_POINT)] if decision and decision.open_point else []
    if decision and decision.minority:
        parts.append(say(MINORITY) + decision.minority)
    if workshop.notes.get(name):
        parts.append(NOTE + workshop.notes[name])
    return "\n".join(parts)


def _noted(former: str, added: str) -> str | None:
    if not added or added in former:
        return former or None
    return f"{former}\n{added}"[-NOTE_MAX:] if former else added[:NOTE_MAX]
