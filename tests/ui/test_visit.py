"""Two devices on one assessment: any interleaving keeps the last word on each answer, and both end with the same."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questionnaire.assessment import Assessment, from_entries
from storage.memory import MemoryStore
from storage.store import LinkGoneError
from ui import services, visit, wording_elsewhere

TOKEN = "t" * 43
KEYS = ("C11", "C12", "C21", "C41")
_turns = st.lists(st.tuples(st.integers(0, 1), st.sampled_from(KEYS), st.sampled_from([0, 1, 2, "unknown", None])))


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> MemoryStore:
    fresh = MemoryStore()
    monkeypatch.setattr(services, "store", lambda: fresh)
    return fresh


def say(session: visit.Session, key: str, value: object) -> visit.Session:
    return visit.written(session, session.assessment.put("answers", key, value))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(turns=_turns)
def test_whatever_the_interleaving_the_last_word_on_each_answer_is_kept(
    monkeypatch: pytest.MonkeyPatch, turns: list[tuple[int, str, object]]
) -> None:
    fresh = MemoryStore()
    monkeypatch.setattr(services, "store", lambda: fresh)
    devices = [visit.opened(TOKEN, "full"), visit.opened(TOKEN, "full")]
    expected: dict[str, object] = {}
    for device, key, value in turns:
        before = devices[device]
        after = devices[device] = say(before, key, value)
        if after.sequence == before.sequence:  # it says nothing new to this device: nothing is written
            continue
        expected[key] = value
        assert after.assessment.answers == {k: v for k, v in expected.items() if v is not None}
    record = fresh.load(services.capability(TOKEN))
    kept = from_entries(record.questionnaire_id, record.version, record.entries).answers if record else {}
    assert kept == {k: v for k, v in expected.items() if v is not None}


def test_the_second_device_learns_what_was_taken_over_and_what_it_replaced(store: MemoryStore) -> None:  # noqa: ARG001
    first, second = visit.opened(TOKEN, "full"), visit.opened(TOKEN, "full")
    first = say(say(first, "C11", 1), "C12", 2)
    second = say(second, "C11", 3)
    assert second.elsewhere == visit.Elsewhere(taken=(("answers", "C12"),), replaced=(("answers", "C11"),))
    assert second.assessment.answers == {"C11": 3, "C12": 2}
    told = wording_elsewhere.told(services.questionnaire(), second.elsewhere)
    names = [services.questionnaire().question_by_id[name].short for name in ("C11", "C12")]
    assert all(name in told for name in names)
    assert say(second, "C21", 0).elsewhere is None


def test_a_device_whose_link_was_replaced_is_told_and_keeps_what_it_shows(store: MemoryStore) -> None:
    held = say(visit.opened(TOKEN, "full"), "C11", 1)
    store.rotate(services.capability(TOKEN), "new", now=services.now())
    later = say(held, "C12", 2)
    assert later.failure
    assert "ce lien n’ouvre plus rien" in later.failure
    assert later.assessment.answers == {"C11": 1, "C12": 2}
    with pytest.raises(LinkGoneError):
        store.save(services.capability(TOKEN), {}, questionnaire=("q", "1"), now=services.now(), known=1)
    blank = visit.opened(TOKEN, "express")
    assert (blank.assessment, blank.kept) == (Assessment(*_of(), mode="express"), None)


def _of() -> tuple[str, str]:
    content = services.questionnaire()
    return content.id, content.version
