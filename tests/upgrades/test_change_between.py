"""An earlier assessment of another version of the questions: each is read with its own, or not compared at all."""

from __future__ import annotations

from datetime import date

import pytest

from questionnaire.answers_file import export_text
from questionnaire.assessment import Assessment
from questionnaire.carrying import carry_over
from questionnaire.editions import Editions, editions
from questionnaire.previous import PREVIOUS, hindsight_key, taken
from reports import service
from reports.compose_change import change_page
from reports.content_change import ChangePage
from tests.builders import at_step
from tests.upgrades.versions import REMOVED, two_versions

DAY, THEN = date(2026, 12, 1), date(2025, 11, 23)
SCALED = "cles"  # five steps in the first version, six in the second


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    return editions(two_versions(tmp_path_factory.mktemp("petit")))


def answered(known: Editions, version: int, step: int) -> Assessment:
    content = known.known[version]
    made = Assessment(content.id, content.version)
    for question in content.questions:
        made = made.put("answers", question.id, at_step(question, min(step, question.top)))
    return made


def compared(known: Editions, now: Assessment, before: Assessment) -> ChangePage | None:
    content = known.of(now)
    assert content
    now = now.put(PREVIOUS, THEN.isoformat(), taken(before))
    read = known.read(export_text(now))[1]
    return change_page(service.case_of(content, read, (), DAY, known.known))


def named(page: ChangePage | None) -> set[str]:
    assert page
    return {entry.id for group in page.named for entry in group.entries}


@pytest.mark.parametrize("step", range(6))
@pytest.mark.parametrize(("then", "now"), [(0, 1), (1, 0)])
def test_a_question_whose_scale_changed_is_never_compared(both: Editions, then: int, now: int, step: int) -> None:
    page = compared(both, answered(both, now, 2), answered(both, then, step))
    assert not {SCALED, REMOVED} & named(page)
    assert page
    assert SCALED not in {one.id for one in page.hindsight}


def test_a_version_that_is_not_here_is_not_compared(both: Editions) -> None:
    new = both.known[1]
    now = answered(both, 1, 2).put(PREVIOUS, THEN.isoformat(), taken(answered(both, 0, 1)))
    assert change_page(service.case_of(new, now, (), DAY)) is None


def test_what_hindsight_said_goes_over_only_where_the_scale_is_the_same(both: Editions) -> None:
    old, new = both.known
    same = next(q.id for q in new.questions if q.type == "rubric" and q.id in old.question_by_id and q.id != SCALED)
    key, changed = hindsight_key(THEN, same), hindsight_key(THEN, SCALED)
    said = Assessment(old.id, old.version).put(PREVIOUS, key, 3).put(PREVIOUS, changed, 3)
    over = carry_over(old, new, said)
    assert over.assessment.all_of(PREVIOUS) == {key: 3}
    assert over.left == ((PREVIOUS, changed),)
