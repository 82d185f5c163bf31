"""The questions change while associations answer: what they said and their scores before, and after."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

from questionnaire.answers_file import parse
from questionnaire.assessment import Assessment, from_entries
from questionnaire.carrying import carry_over
from questionnaire.editions import Editions, editions
from scoring import document
from scoring.engine import score
from scoring.plan import make_plan
from storage.opening import open_store
from tests.builders import SMALL, random_document
from tests.faults.reached import Reached
from tests.upgrades.versions import two_versions

DAY = date(2026, 12, 1)


def upgraded(database: str, folder: Path, count: int) -> Reached:
    """`count` assessments kept under the first version, then opened by a Palier that serves the second."""
    before, after = editions(SMALL), editions(two_versions(folder / "versions"))
    old, new = before.served, after.served
    said = [parse(old, random_document(old, Random(seed), edited=True)) for seed in range(count)]
    with closing(open_store(database)) as store:
        for rank, one in enumerate(said):
            store.save(str(rank), one.entries(), questionnaire=(old.id, old.version), now=datetime.now(UTC))
    lost = other = left_out = 0
    with closing(open_store(database)) as store:
        for rank, one in enumerate(said):
            record = store.load(str(rank))
            found = from_entries(record.questionnaire_id, record.version, record.entries) if record else None
            lost += found is None or found.entries() != one.entries()
            other += found is None or _computed(after, found) != _computed(before, one)
            over = carry_over(old, new, one)
            left_out += len(set(one.entries()) - set(over.assessment.entries()) - set(over.left))
    return Reached(
        f"Questionnaire mis à jour sous {count} diagnostics en cours",
        "0 réponse perdue ; anciens résultats et plans identiques à l’octet près",
        f"{lost} diagnostic changé, {other} résultat différent, {left_out} réponse ni reprise ni nommée",
        not (lost or other or left_out),
    )


def _computed(known: Editions, assessment: Assessment) -> str:
    content = known.of(assessment)
    assert content
    scored = document.of_result(score(content, assessment))
    return json.dumps([scored, document.of_plan(make_plan(content, assessment, DAY))])
