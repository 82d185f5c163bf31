"""A workshop of one version of the questions never goes into an assessment of another, nor into one that is gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from questionnaire.answers import Step
from questionnaire.assessment import Assessment
from questionnaire.editions import editions
from storage.memory import MemoryStore
from tests.upgrades.versions import two_versions
from tests.workshop.rooms import opened
from ui import services, workshop_ending
from workshop.model import Choice, Decision

TOKEN, QUESTION = "a" * 43, "bonjour"


@pytest.mark.parametrize("room_of", [0, 1])
@pytest.mark.parametrize("kept_of", [0, 1, None])
def test_what_a_room_settled_completes_its_own_version_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room_of: int, kept_of: int | None
) -> None:
    known, store = editions(two_versions(tmp_path)), MemoryStore()
    monkeypatch.setattr(services, "editions", lambda: known)
    monkeypatch.setattr(services, "store", lambda: store)
    content, capability = known.known[room_of], services.capability(TOKEN)
    if kept_of is not None:
        said = Assessment(content.id, known.known[kept_of].version).put("answers", QUESTION, 0)
        of = (said.questionnaire_id, said.version)
        store.save(capability, said.entries(), questionnaire=of, now=datetime.now(UTC))
    before = store.load(capability)
    room = replace(opened(Choice(scope="full"), content=content), settled={QUESTION: Decision(Step(2), "", False)})
    assert workshop_ending._complete(TOKEN, room) is (kept_of == room_of)
    after = store.load(capability)
    if kept_of == room_of:
        assert after
        assert after.entries["answers", QUESTION] == 2
    else:
        assert after == before
