"""Refresh, restart, two tabs, another device: what was said is still there."""

from __future__ import annotations

import json
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys import files
from tests.journeys import gestures as do
from tests.journeys.presses import press, unfold
from tests.journeys.running import Server
from ui import wording_history

Arrive = Callable[..., Page]


def test_an_answer_given_right_after_a_restart_is_kept_without_reloading(server: Server, visitor: Arrive) -> None:
    """The silently lost answer: the browser remembers its choices, the new server knows nothing."""
    page = visitor()
    do.first_question(page, server)
    first = do.shown_question(page)
    do.answer(page, first, 1)
    server.kill()
    server.start()
    page.wait_for_function("() => !document.querySelector('[data-testid=stConnectionStatus]')", timeout=30_000)
    page.wait_for_timeout(3_000)
    do.pick(page, first.text, first.anchors[2])
    page.reload()
    do.wait_for_question(page)
    chosen = page.get_by_test_id("stRadioOption").filter(has=page.locator("input:checked"))
    assert chosen.inner_text() == first.anchors[2]


def test_two_tabs_on_two_questions_keep_both_answers_and_the_second_is_told(server: Server, visitor: Arrive) -> None:
    page = visitor()
    do.first_question(page, server)
    first = do.shown_question(page)
    do.answer(page, first, 1)
    other = page.context.new_page()
    other.goto(f"{server.url}/questions")
    do.wait_for_question(other)
    do.go_on(other)
    second = do.shown_question(other)
    do.answer(other, second, 2)
    do.answer(page, first, 3)
    told = page.get_by_text("Un autre appareil vient de modifier ce diagnostic")
    expect(told).to_contain_text(second.short)
    do.pick(other, second.text, second.anchors[0])  # the other one had not seen the answer just given
    expect(other.get_by_text("Un autre appareil vient de modifier")).to_contain_text(first.short)
    do.answer(other, second, 2)
    page.goto(f"{server.url}/rapport")
    do.wait_for_text(page, "Votre rapport")
    kept = json.loads(files.download(page, "Télécharger nos réponses (fichier .json)"))
    assert kept["answers"] == {first.id: 3, second.id: 2}
    do.visit(page, server, "donnees", "Vos données")
    unfold(page.get_by_text(wording_history.TITLE))
    rows = page.get_by_role("row").filter(has_text=first.short)
    expect(rows.first).to_contain_text(first.anchors[3])
    expect(rows.last).to_contain_text(first.anchors[1])


def test_the_link_resumes_on_another_device_at_the_same_question(server: Server, visitor: Arrive) -> None:
    page = visitor()
    do.first_question(page, server)
    do.answer(page, do.shown_question(page), 1)
    do.go_on(page)
    here = do.shown_question(page)
    page.goto(f"{server.url}/donnees")
    link = page.get_by_test_id("stCode").inner_text().strip()
    assert link.startswith(f"{server.url}/r/")
    phone = visitor("téléphone")
    phone.goto(link)
    do.wait_for_question(phone)
    assert do.shown_question(phone).id == here.id
    assert "/r/" not in phone.url  # the secret has left the address bar


def test_nothing_is_stored_before_the_first_answer(server: Server, visitor: Arrive) -> None:
    page = visitor()
    do.begin(page, server)
    page.goto(f"{server.url}/questions")
    do.wait_for_question(page)
    do.go_on(page)
    page.goto(f"{server.url}/donnees")
    do.wait_for_text(page, "Votre lien apparaîtra ici dès votre première réponse.")


def test_a_second_assessment_begins_only_after_the_first_link_was_shown(server: Server, visitor: Arrive) -> None:
    page = visitor()
    do.first_question(page, server)
    do.answer(page, do.shown_question(page), 1)
    page.goto(f"{server.url}/commencer")  # a live assessment: the door leads home
    do.wait_for_text(page, "Association sans nom")
    unfold(page.get_by_text("Commencer un autre diagnostic", exact=True))
    expect(page.get_by_test_id("stCode")).to_be_visible()
    heading = page.get_by_role("heading", name="Votre association", exact=True)
    press(page.get_by_role("link", name="Commencer en express"), heading)
    page.goto(f"{server.url}/questions")
    do.wait_for_question(page)
    do.answer(page, do.shown_question(page), 2)
    page.goto(server.url)
    do.wait_for_text(page, "Association sans nom")
    assert page.get_by_role("link", name="Reprendre", exact=True).count() == 2


def test_deleting_leaves_nothing_and_the_link_leads_nowhere(server: Server, visitor: Arrive) -> None:
    page = visitor()
    do.first_question(page, server)
    do.answer(page, do.shown_question(page), 1)
    page.goto(f"{server.url}/donnees")
    link = page.get_by_test_id("stCode").inner_text().strip()
    press(page.get_by_text("Oui, je veux tout supprimer"))
    press(page.get_by_role("link", name="Supprimer définitivement"), page.get_by_text("C’est fait"))
    page.goto(link)
    page.get_by_role("heading", name="Ce lien ne mène à rien").wait_for()


def test_a_list_begun_and_not_finished_is_still_there_after_a_refresh(server: Server, visitor: Arrive) -> None:
    page = visitor()
    do.first_question(page, server)
    checklist = next(q for q in do.CONTENT.questions if q.type == "checklist")
    while do.shown_question(page).id != checklist.id:
        do.go_on(page)
    labels = checklist.line_labels
    assert labels
    do.pick(page, checklist.options[0].text, labels[0])
    do.pick(page, checklist.options[1].text, labels[1])
    page.reload()
    do.wait_for_question(page)
    assert do.shown_question(page).id == checklist.id
    assert page.locator("[data-testid=stRadioOption] input:checked").count() == 2


def test_the_first_click_on_a_page_just_opened_is_kept_after_a_restart(server: Server, visitor: Arrive) -> None:
    """The new server never drew this page: a request to run a part of it would be dropped without a word."""
    page = visitor()
    do.first_question(page, server)
    do.answer(page, do.shown_question(page), 1)
    do.go_on(page)
    page.goto(f"{server.url}/questions")
    do.wait_for_question(page)
    second = do.shown_question(page)
    server.kill()
    server.start()
    page.wait_for_function("() => !document.querySelector('[data-testid=stConnectionStatus]')", timeout=30_000)
    page.wait_for_timeout(3_000)
    do.pick(page, second.text, second.anchors[2])
    page.wait_for_timeout(1_000)
    assert files.kept_answers(page, server)["answers"][second.id] == 2
