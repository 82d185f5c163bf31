"""A workshop as plain JSON data and back: what the store keeps. Seats and ballots are apart, a row each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from questionnaire.model import Questionnaire
from workshop.ballots import read_answer, written
from workshop.model import Ballot, Choice, Decision, Phase, Refusal, Seat, Slot, Tally, Workshop
from workshop.promise import Promise


def state_of(content: Questionnaire, workshop: Workshop) -> dict[str, Any]:
    """Everything but seats and ballots; `restored` reads it back."""
    questions = content.question_by_id
    return {
        "questionnaire": [workshop.questionnaire_id, workshop.version],
        "choice": asdict(workshop.choice),
        "batches": [list(batch) for batch in workshop.batches],
        "critical": sorted(workshop.critical),
        "opened_at": workshop.opened_at.isoformat(),
        "closes_at": workshop.closes_at.isoformat(),
        "phase": workshop.phase.value,
        "since": workshop.since.isoformat() if workshop.since else None,
        "batch": workshop.batch,
        "subject": workshop.subject,
        "turn": workshop.turn,
        "last": workshop.last,
        "revealed": sorted(map(list, workshop.revealed)),
        "paper": [[round_, name, asdict(tally)] for (round_, name), tally in workshop.paper.items()],
        "settled": {
            name: {"answer": written(questions[name], one.answer), "minority": one.minority, "open": one.open_point}
            for name, one in workshop.settled.items()
        },
        "notes": dict(workshop.notes),
    }


def restored(
    content: Questionnaire,
    state: Mapping[str, Any],
    seats: Iterable[Seat] = (),
    ballots: Mapping[Slot, tuple[Any, int]] | None = None,
) -> Workshop:
    """The workshop kept as `state`, with its seats and its ballots (raw answer, number) by slot."""
    questionnaire_id, version = state["questionnaire"]
    since = state["since"]
    empty = Workshop(
        questionnaire_id,
        version,
        Choice(**{**state["choice"], "themes": tuple(state["choice"]["themes"])}),
        tuple(tuple(batch) for batch in state["batches"]),
        frozenset(state["critical"]),
        datetime.fromisoformat(state["opened_at"]),
        datetime.fromisoformat(state["closes_at"]),
    )
    return replace(
        empty,
        phase=Phase(state["phase"]),
        since=datetime.fromisoformat(since) if since else None,
        batch=state["batch"],
        subject=state["subject"],
        turn=state["turn"],
        last=state["last"],
        revealed=frozenset((round_, name) for round_, name in state["revealed"]),
        seats={seat.id: seat for seat in seats},
        ballots={slot: Ballot(answer_of(content, slot[1], raw), n) for slot, (raw, n) in (ballots or {}).items()},
        paper={(round_, name): _tally(kept) for round_, name, kept in state["paper"]},
        settled={name: _decision(content, name, kept) for name, kept in state["settled"].items()},
        notes=dict(state["notes"]),
    )


def answer_of(content: Questionnaire, name: str, raw: Any) -> Any:
    """An answer that was accepted once. ValueError when the store holds what no move could have written."""
    answer = read_answer(content.question_by_id[name], raw, critical=False)
    if isinstance(answer, Refusal):
        raise ValueError(f"not an answer to {name}")
    return answer


def promised(promise: Promise | None) -> str | None:
    """A promise as JSON text; `promise_of` reads it back."""
    return json.dumps({**asdict(promise), "on": promise.on.isoformat()}) if promise else None


def promise_of(text: str | None) -> Promise | None:
    kept = json.loads(text) if text else None
    return Promise(kept["action"], date.fromisoformat(kept["on"]), kept["who"]) if kept else None


def _decision(content: Questionnaire, name: str, kept: Mapping[str, Any]) -> Decision:
    return Decision(answer_of(content, name, kept["answer"]), kept["minority"], kept["open"])


def _tally(kept: Mapping[str, Any]) -> Tally:
    lines = tuple((option, (counts[0], counts[1], counts[2])) for option, counts in kept["lines"])
    return Tally(**{**kept, "steps": tuple(kept["steps"]), "lines": lines})
