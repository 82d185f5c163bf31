"""The questions change while associations answer: no answer is lost, and old scores stay what they were."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from random import Random

import pytest

from questionnaire.answers_file import CHECKS, document, export_text, parse
from questionnaire.assessment import FILE_KINDS, Assessment
from questionnaire.carrying import carry_over
from questionnaire.editions import Editions, editions
from questionnaire.errors import AnswersError, ContentError
from questionnaire.loading import load
from scoring import document as results
from scoring.engine import score
from scoring.plan import make_plan
from tests.builders import SMALL, random_document, small
from tests.command_lines import run
from tests.upgrades.versions import REMOVED, two_versions

DAY = date(2026, 12, 1)
MANY = 300


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    return editions(two_versions(tmp_path_factory.mktemp("petit")))


def computed(known: Editions, assessment: Assessment) -> str:
    """Scores and plan, byte for byte, with the version that the answers are of."""
    content = known.of(assessment)
    assert content
    scored = results.of_result(score(content, assessment))
    return json.dumps([scored, results.of_plan(make_plan(content, assessment, DAY))])


def many(known: Editions) -> list[Assessment]:
    old = known.known[0]
    return [parse(old, random_document(old, Random(seed), edited=True)) for seed in range(MANY)]


def test_the_newest_version_is_served_and_the_other_stays(both: Editions) -> None:
    assert [one.version for one in both.known] == ["1", "2"]
    assert both.served is both.known[1]


def test_the_version_asked_for_is_served_even_when_a_newer_one_is_there(tmp_path: Path) -> None:
    known = editions(two_versions(tmp_path) / "v1")
    assert (known.served.version, [one.version for one in known.known]) == ("1", ["1", "2"])
    answered = Assessment(known.served.id, "2")
    assert known.newer_than(answered) is None  # nobody is sent back to older questions


def test_a_folder_alone_has_no_other_version() -> None:
    assert editions(SMALL).known == (small(),)


def test_old_scores_are_the_same_bytes_before_and_after(both: Editions) -> None:
    before = editions(SMALL)
    for assessment in many(both):
        _, read = both.read(export_text(assessment))
        assert computed(both, read) == computed(before, assessment)


def test_no_answer_is_lost_and_what_goes_over_is_valid_there(both: Editions) -> None:
    old, new = both.known
    for assessment in many(both):
        before = assessment.entries()
        carried = carry_over(old, new, assessment)
        assert assessment.entries() == before
        over = carried.assessment.entries()
        assert parse(new, document(carried.assessment)).answers == carried.assessment.answers
        for (kind, key), value in before.items():
            assert ((kind, key) in carried.left) != (over.get((kind, key)) == value), (kind, key)
        assert carry_over(old, new, assessment) == carried  # twice is the same


def test_a_step_goes_over_only_when_it_still_means_what_was_said(both: Editions) -> None:
    old, new = both.known
    for step, stays in ((0, True), (1, True), (2, True), (3, False), (4, False)):
        said = Assessment(old.id, "1").put("answers", "cles", step).put("answers", REMOVED, 1)
        carried = carry_over(old, new, said)
        assert carried.assessment.answers == ({"cles": step} if stays else {})
        assert carried.left == ((("answers", REMOVED),) if stays else (("answers", "cles"), ("answers", REMOVED)))


def test_a_list_with_a_new_line_is_begun_with_what_was_said(both: Editions) -> None:
    old, new = both.known
    lists = {"in_place": ["cafe"], "useful_but_absent": ["livret"], "not_useful": ["badge"]}
    carried = carry_over(old, new, Assessment(old.id, "1").put("answers", "gestes", lists))
    begun = {"cafe": "in_place", "livret": "useful_but_absent", "badge": "not_useful"}
    assert carried.assessment.all_of("drafts") == {"gestes": begun}
    assert carried.left == (("answers", "gestes"),)


def test_not_concerned_is_asked_again_where_it_has_become_critical(both: Editions) -> None:
    old, new = both.known
    said = Assessment(old.id, "1").put("profile", "publics", ["enfants"])
    said = said.put("answers", "bonjour", {"not_applicable": "we_have_none"})
    assert carry_over(old, new, said).left == (("answers", "bonjour"),)


def test_an_unknown_version_is_refused_with_those_that_are_here(both: Editions) -> None:
    old = both.known[0]
    text = json.dumps(document(Assessment(old.id, "9")) | {"profile": {}, "answers": {}})
    with pytest.raises(AnswersError) as refused:
        both.read(text)
    assert "version 1 ou 2" in str(refused.value.faults[0])


def test_two_folders_with_one_version_are_refused(tmp_path: Path) -> None:
    folder = two_versions(tmp_path)
    head = folder / "v2" / "questionnaire.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace('version: "2"', 'version: "1"'), encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        editions(folder)
    assert "version « 1 » déjà dans v1/questionnaire.yaml" in str(refused.value)


def test_the_command_lines_use_the_version_of_each_file(both: Editions, tmp_path: Path) -> None:
    old, new = both.known
    folder = two_versions(tmp_path / "contents")
    first = parse(old, random_document(old, Random(1), "full"))
    second = parse(new, random_document(new, Random(2), "full"))
    for name, one in (("a", first), ("b", second)):
        (tmp_path / f"{name}.json").write_text(export_text(one), encoding="utf-8")
    asked = [tmp_path / "a.json", tmp_path / "b.json"]
    both_at_once = run("scoring", *asked, PALIER_QUESTIONNAIRE=str(folder))
    assert both_at_once.returncode == 0, both_at_once.stderr
    told = json.loads(both_at_once.stdout)
    assert told == [json.loads(json.dumps(results.of_result(score(c, a)))) for c, a in ((old, first), (new, second))]
    alone = json.loads(run("scoring", asked[0], PALIER_QUESTIONNAIRE=str(SMALL)).stdout)
    assert told[0] == alone
    for name, content in (("before", SMALL), ("after", folder)):
        made = run("reports", asked[0], "-o", tmp_path / f"{name}.pdf", "--date", "2026-12-01",
                   PALIER_QUESTIONNAIRE=str(content))  # fmt: skip
        assert made.returncode == 0, made.stderr
    verified = run("reports", "verify", tmp_path / "before.pdf", PALIER_QUESTIONNAIRE=str(folder))
    assert verified.returncode == 0, verified.stdout + verified.stderr
    assert (tmp_path / "before.pdf").read_bytes() == (tmp_path / "after.pdf").read_bytes()


def test_every_kind_of_an_answers_file_can_be_carried() -> None:
    """A kind that nobody knows how to check would be dropped without a word."""
    assert set(CHECKS) == set(FILE_KINDS)


def test_the_second_version_is_a_questionnaire_like_any_other(tmp_path: Path) -> None:
    assert load(two_versions(tmp_path) / "v2").version == "2"
