"""A year later: an earlier report opened, the change read on a computer and on a phone, looked back at, then deleted."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from questionnaire.answers_file import export_text, parse_text
from questionnaire.assessment import Assessment
from questionnaire.loading import SHIPPED
from questionnaire.previous import taken
from reports import service
from scoring.benchmark import load_rows
from tests.journeys import gestures as do
from tests.journeys.presses import press, unfold
from tests.journeys.running import ROOT, Server, settle
from ui import services, wording, wording_report
from ui import wording_change as words

Arrive = Callable[..., Page]
EXAMPLE = parse_text(do.CONTENT, (SHIPPED / "example.json").read_bytes())
AXE = ROOT / "tests/vendor/axe-core/axe.min.js"
DAY = "2025-11-20"
CHANGES: dict[str, Any] = {"C12": 3, "C21": 3, "C22": 0, "C32": 2, "C33": 0, "C41": 2, "C42": 2}


@pytest.fixture(scope="module")
def former_report() -> bytes:
    return service.report_pdf(do.CONTENT, EXAMPLE, load_rows(do.CONTENT), services.today())


def year_later() -> Assessment:
    """The example, answered again with some changes."""
    after = EXAMPLE
    for name, value in CHANGES.items():
        after = after.put("answers", name, value)
    return after


def give(page: Page, name: str, data: bytes) -> None:
    chooser = page.get_by_test_id("stFileUploader").locator("input[type=file]")
    chooser.set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": data})
    settle(page)


def overflows(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


def serious(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})).violations"
    )
    ours = [v for v in found if v["impact"] in ("serious", "critical")]
    return [f"{v['id']} : {v['nodes'][0]['html'][:160]}" for v in ours]


def test_a_year_later_from_the_report_of_last_year(visitor: Arrive, server: Server, former_report: bytes) -> None:
    page = visitor()
    capability = do.resume(page, server, year_later())
    do.visit(page, server, "resultats", wording.RESULTS_TITLE)
    press(page.get_by_role("link", name=words.OPEN), page.get_by_text(words.NONE_YET))
    give(page, "rapport.pdf", former_report[:4000])
    do.wait_for_text(page, "abîmé")
    assert "previous" not in do.stored(server, capability).kept
    give(page, "rapport.pdf", former_report)
    field = page.get_by_test_id("stDateInputField")
    field.wait_for()
    do.say_day(page, field, services.today().replace(year=services.today().year - 1, day=20))
    press(page.get_by_role("button", name=words.FILE_USE), page.get_by_text(words.AXES_TITLE, exact=True))
    settle(page)
    told = do.words(page)
    for said in ("En hausse : de 35 à ", "au-delà de la marge", "Inconnu avant, connu aujourd’hui", "Pas comparable"):
        assert said in told
    assert serious(page) == []
    question = do.CONTENT.question_by_id["C41"]
    day = next(iter(do.stored(server, capability).all_of("previous")))
    label = words.asked_again(question.text, services.today().fromisoformat(day))
    do.pick(page, label, question.anchors[1])
    do.wait_for_text(page, words.THEN)
    kept = do.stored(server, capability)
    assert kept.all_of("previous")[f"hindsight.{day}.C41"] == 1
    assert kept.answers == year_later().answers
    assert kept.all_of("previous")[day]["answers"] == EXAMPLE.answers


def test_on_a_phone_it_is_read_kept_and_deleted(visitor: Arrive, server: Server) -> None:
    page = visitor("téléphone")
    capability = do.resume(page, server, year_later().put("previous", DAY, taken(EXAMPLE)))
    told = do.visit(page, server, "evolution", words.TITLE)
    assert "Du 20 novembre 2025 au " in told
    assert not overflows(page)
    assert serious(page) == []
    press(page.get_by_role("button", name=words.PHOTO_BUTTON), page.get_by_text(words.ADDED))
    today = services.today().isoformat()
    assert set(do.stored(server, capability).all_of("previous")) == {DAY, today}
    settle(page)
    unfold(page.get_by_text(words.PHOTOS_TITLE, exact=True))
    last_year = services.today().fromisoformat(DAY)
    press(page.get_by_test_id("stCheckbox").filter(has_text=do.plain(words.sure(last_year))))
    settle(page)
    press(page.get_by_role("button", name=words.DELETE), page.get_by_text(words.ONLY_TODAY))
    assert set(do.stored(server, capability).all_of("previous")) == {today}


def test_another_assessment_of_the_same_name_in_this_browser_is_offered(visitor: Arrive, server: Server) -> None:
    page = visitor()
    do.resume(page, server, EXAMPLE)
    former = next(c["value"] for c in page.context.cookies() if c["name"] == "palier")
    capability = do.resume(page, server, year_later())
    current = next(c["value"] for c in page.context.cookies() if c["name"] == "palier")
    page.context.add_cookies([{"name": "palier", "value": f"{current}.{former}", "url": server.url}])
    do.visit(page, server, "evolution", words.TITLE)
    today = services.today()
    press(page.get_by_role("button", name=words.use(today)), page.get_by_text(words.AXES_TITLE, exact=True))
    held = do.stored(server, capability).all_of("previous")
    assert held["chosen"] == today.isoformat()
    assert held[today.isoformat()]["answers"] == EXAMPLE.answers


def test_a_funder_may_be_shown_the_change_only_where_there_is_one(visitor: Arrive, server: Server) -> None:
    page = visitor()
    do.resume(page, server, EXAMPLE)
    offered = page.get_by_test_id("stCheckbox").filter(has_text="L’évolution")
    do.visit(page, server, "rapport", "Votre rapport")
    do.pick(page, wording_report.COPY, wording_report.COPIES["funder"])
    page.get_by_text(wording_report.PARTS_TITLE).wait_for()
    expect(offered).to_have_count(0)
    do.resume(page, server, json_again(year_later().put("previous", DAY, taken(EXAMPLE))))
    do.visit(page, server, "rapport", "Votre rapport")
    do.pick(page, wording_report.COPY, wording_report.COPIES["funder"])
    expect(offered).to_have_count(1)


def json_again(assessment: Assessment) -> Assessment:
    """As it comes back from a file."""
    return parse_text(do.CONTENT, json.dumps(json.loads(export_text(assessment))))
