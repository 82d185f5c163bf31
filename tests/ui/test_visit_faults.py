"""A visit when the store fails, goes back to a backup, or loses its link: no answer is lost, nothing false is said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from questionnaire.assessment import Assessment, from_entries
from questionnaire.plan_edits import PLAN
from storage.memory import MemoryStore
from storage.store import Record, Saved, StorageError
from ui import services, session, visit, wording_links

TOKEN = "t" * 43


class FailingStore(MemoryStore):
    """A store that can stop answering."""

    is_down = False

    def load(self, *args: Any, **named: Any) -> Record | None:
        self._answer()
        return super().load(*args, **named)

    def save(self, *args: Any, **named: Any) -> Saved:
        self._answer()
        return super().save(*args, **named)

    def _answer(self) -> None:
        if self.is_down:
            raise StorageError("La base est injoignable.")


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> FailingStore:
    fresh = FailingStore()
    monkeypatch.setattr(services, "store", lambda: fresh)
    return fresh


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What one browser tab remembers."""
    held: dict[str, Any] = {}
    monkeypatch.setattr(session.st, "session_state", held)
    return held


def say(visitor: visit.Session, key: str, value: object) -> visit.Session:
    return visit.written(visitor, visitor.assessment.put("answers", key, value))


def kept(store: MemoryStore) -> Assessment:
    record = store.load(services.capability(TOKEN))
    assert record
    return from_entries(record.questionnaire_id, record.version, record.entries)


def put_back(store: MemoryStore, answers: dict[str, object]) -> None:
    """An older backup: these answers, and the number of their only save."""
    older = MemoryStore()
    content = services.questionnaire()
    changes = {("answers", key): value for key, value in answers.items()} | {("head", "mode"): "full"}
    of = (content.id, content.version)
    older.save(services.capability(TOKEN), changes, questionnaire=of, now=services.now())
    store._all = older._all


def test_after_an_older_backup_the_next_answer_takes_the_former_ones_with_it(store: FailingStore) -> None:
    held = say(say(say(visit.opened(TOKEN, "full"), "C11", 1), "C12", 2), "C11", 3)
    put_back(store, {"C11": 1})
    held = say(held, "C21", 0)
    assert held.failure is None
    assert kept(store).answers == held.assessment.answers == {"C11": 3, "C12": 2, "C21": 0}


def test_after_an_older_backup_another_page_writes_again_what_was_said(store: FailingStore) -> None:
    held = say(say(visit.opened(TOKEN, "full"), "C11", 1), "C12", 2)
    put_back(store, {"C11": 1})
    held = visit.arrived(held)
    assert kept(store).answers == held.assessment.answers == {"C11": 1, "C12": 2}


def test_an_answer_said_back_after_a_failed_write_is_the_one_that_stays(store: FailingStore) -> None:
    held = say(visit.opened(TOKEN, "full"), "C11", 1)
    store.is_down = True
    held = say(held, "C11", 2)
    assert held.failure
    store.is_down = False
    held = say(held, "C11", 1)
    assert held.failure is None
    held = say(held, "C12", 0)
    assert kept(store).answers == {"C11": 1, "C12": 0}


def test_a_store_silent_on_arrival_is_read_before_the_first_answer_is_written(store: FailingStore) -> None:
    say(say(visit.opened(TOKEN, "express"), "C11", 1), "C12", 2)
    store.is_down = True
    held = visit.opened(TOKEN, "full")
    assert held.failure
    held = say(held, "C21", 0)
    assert held.failure
    store.is_down = False
    held = say(held, "C11", 3)
    assert held.failure is None
    assert kept(store).answers == held.assessment.answers == {"C11": 3, "C12": 2, "C21": 0}
    assert kept(store).mode == "express"


def test_a_failed_reading_is_tried_again_by_the_same_page(store: FailingStore, state: dict[str, Any]) -> None:
    say(visit.opened(TOKEN, "full"), "C11", 1)
    store.is_down = True
    state["palier.session"] = visit.opened(TOKEN, "full")
    assert session.enter("profil").failure
    before = session.seed("head.name", "")
    store.is_down = False
    found = session.enter("profil")
    assert found.failure is None
    assert found.assessment.answers == {"C11": 1}
    assert session.seed("head.name", "Le club") != before  # an empty field must not take the name away


def test_a_visitor_whose_link_was_replaced_is_told_on_the_next_page(store: FailingStore) -> None:
    held = say(visit.opened(TOKEN, "full"), "C11", 1)
    store.rotate(services.capability(TOKEN), "new", now=services.now())
    for _ in range(2):
        held = visit.arrived(held)
        assert held.failure == wording_links.GONE
        assert held.assessment.answers == {}
    assert visit.arrived(visit.opened("u" * 43, "full")).failure is None


def test_a_change_of_the_plan_said_back_on_a_dead_link_is_not_called_kept(store: FailingStore) -> None:
    held = say(visit.opened(TOKEN, "full"), "C11", 1)
    store.delete(services.capability(TOKEN))
    held = say(say(held, "C11", 2), "C11", 1)
    assert held.failure


def test_the_undo_never_goes_behind_what_another_device_did(store: FailingStore, state: dict[str, Any]) -> None:  # noqa: ARG001
    held = say(visit.opened(TOKEN, "full"), "C11", 1)
    state["palier.session"] = replace(held, page="plan")
    other = visit.opened(TOKEN, "full")
    visit.written(other, other.assessment.put(PLAN, "b", {"role": "Paul"}))
    session.update_plan(session.current().assessment.put(PLAN, "a", {"role": "Anne"}))
    assert dict(session.current().assessment.all_of(PLAN)) == {"a": {"role": "Anne"}, "b": {"role": "Paul"}}
    assert session.current().plans == ()
    session.update_plan(session.current().assessment.put(PLAN, "c", {"role": "Zoé"}))
    other = visit.opened(TOKEN, "full")
    visit.written(other, other.assessment.put(PLAN, "d", {"role": "Luc"}))
    session.undo_plan()
    assert set(session.current().assessment.all_of(PLAN)) == {"a", "b", "d"}
    assert session.current().plans == ()
