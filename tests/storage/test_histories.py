"""Any history of saves and deletes, on every store, agrees with a plain dictionary."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questionnaire.assessment import Assessment, Entry, difference, from_entries
from storage.store import LinkGoneError, Store

MINE, YOURS = "a" * 64, "b" * 64
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ENTRIES = [("answers", "C41"), ("answers", "C42"), ("notes", "C41")]

_json = st.recursive(
    st.booleans() | st.integers(-(2**60), 2**60) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
_changes = st.dictionaries(st.sampled_from(ENTRIES), st.none() | _json, max_size=3)
_steps = st.lists(st.tuples(st.sampled_from([MINE, YOURS]), st.none() | _changes), max_size=8)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=_steps)
def test_any_history_agrees_with_a_plain_dict(store: Store, steps: list[tuple[str, dict[Entry, Any] | None]]) -> None:
    """None instead of changes stands for a delete."""
    mine, yours = uuid4().hex, uuid4().hex  # what one example deleted stays deleted in the next ones
    expected: dict[str, dict[Entry, Any]] = {}
    gone = set()
    for whose, changes in steps:
        capability = {MINE: mine, YOURS: yours}[whose]
        if changes is None:
            found = expected.pop(capability, None) is not None
            assert store.delete(capability) is found
            gone |= {capability} if found else set()
            continue
        if capability in gone:
            with pytest.raises(LinkGoneError):
                store.save(capability, changes, questionnaire=("q", "1"), now=NOON)
            continue
        store.save(capability, changes, questionnaire=("q", "1"), now=NOON)
        merged = expected.get(capability, {}) | changes
        expected[capability] = {entry: value for entry, value in merged.items() if value is not None}
    for capability in (mine, yours):
        record = store.load(capability)
        assert (None if record is None else dict(record.entries)) == expected.get(capability)


def test_the_domain_comes_back_whole(store: Store) -> None:
    before = Assessment("q", "1").put("answers", "C41", 2).put("head", "name", "Club d’échecs")
    after = before.put("answers", "C41", None).put("drafts", "C31", {"network": "in_place"}).put("head", "name", None)
    for changes in (difference(None, before), difference(before, after)):
        store.save(MINE, changes, questionnaire=("q", "1"), now=NOON)
    record = store.load(MINE)
    assert record is not None
    assert from_entries("q", "1", record.entries).entries() == after.entries()
