"""A coach and three phones: votes, the reveal, a discussion, a second vote, the decision, the answers file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from questionnaire.answers_file import parse_text
from questionnaire.model import Question
from tests.journeys import gestures as do
from tests.journeys.presses import press, unfold
from tests.journeys.running import Server, settle
from ui import wording_workshop as words
from workshop import codes

Arrive = Callable[..., Page]
RUBRICS = [q for q in do.CONTENT.questions if q.express and q.type == "rubric"]


def opened(page: Page, server: Server) -> str:
    """A workshop of the express questions; the code on its screen."""
    page.goto(f"{server.url}/atelier")
    settle(page)
    press(page.get_by_role("link", name=words.OPEN), page.get_by_role("heading", name="Accueil", exact=True))
    settle(page)
    found = codes.typed(page.locator(".palier-code strong").inner_text())
    assert found
    return found


def join(page: Page, server: Server, code: str) -> None:
    page.goto(f"{server.url}/atelier")
    settle(page)
    page.get_by_label(words.CODE).fill(codes.spoken(code).lower())
    press(page.get_by_role("button", name=words.JOIN), page.get_by_text("Vous êtes dans l’atelier"))
    settle(page)


def lead(page: Page, label: str, shows: str) -> None:
    """One move of the coach, until what it shows is there."""
    settle(page)
    press(page.get_by_role("button", name=label, exact=True), page.get_by_text(re.compile(shows)))
    settle(page)


def shown(page: Page) -> Question:
    return do.shown_question(page)


def vote(page: Page, question: Question, value: int | str) -> None:
    page.get_by_role("heading", name=question.text, exact=True).wait_for()
    page.get_by_test_id("stRadioOption").first.wait_for()
    settle(page)
    if question.type == "rubric":
        do.pick(page, question.text, question.anchors[value] if isinstance(value, int) else do.UNKNOWN)
    else:
        press(page.get_by_role("button", name=do.UNKNOWN, exact=True))
    expect(page.get_by_text("Votre vote est enregistré")).to_be_visible()
    settle(page)


def chosen(page: Page) -> str:
    page.get_by_test_id("stRadioOption").first.wait_for()
    settle(page)
    return page.get_by_test_id("stRadioOption").filter(has=page.locator("input:checked")).inner_text()


def test_a_coach_and_three_phones(new_server: Server, visitor: Arrive, tmp_path: Path) -> None:
    coach, phones = visitor(), [visitor("téléphone") for _ in range(3)]
    code = opened(coach, new_server)
    for phone in phones:
        join(phone, new_server, code)
    expect(coach.get_by_text("3 personnes dans l’atelier")).to_be_visible()
    lead(coach, words.OPEN_VOTE, "Votes reçus")
    first = shown(coach)
    said = [0, 0, 2] if first.type == "rubric" else [do.UNKNOWN] * 3
    for phone, value in zip(phones[:2], said[:2], strict=True):
        vote(phone, first, value)
    expect(coach.get_by_text(re.compile("Votes reçus.: 2 sur 3"))).to_be_visible()
    assert "●" not in do.words(coach)
    phones[0].reload()  # a vote survives the phone
    if first.type == "rubric":
        assert chosen(phones[0]) == first.anchors[0]
    new_server.kill()  # and the server, in the middle of a vote
    new_server.start()
    vote(phones[2], first, said[2])
    expect(coach.get_by_text(re.compile("Votes reçus.: 3 sur 3"))).to_be_visible()
    lead(coach, words.REVEAL, "Proposition")
    expect(phones[1].get_by_text(re.compile("Proposition"))).to_be_visible()
    for page in (coach, phones[1]):
        assert "3 réponses" in do.words(page)
    _second_question(coach, phones)
    _discuss(coach, phones, first)
    _end(coach, new_server, first, tmp_path)


def _second_question(coach: Page, phones: list[Page]) -> None:
    """Two of three vote: the coach is told, then goes on without the third."""
    lead(coach, words.NEXT, "Votes reçus.: 0 sur 3")
    second = shown(coach)
    for phone in phones[:2]:
        vote(phone, second, 1)
    lead(coach, words.REVEAL, "Votre|Confirmez")
    lead(coach, words.REVEAL_ANYWAY, "Proposition")
    while coach.get_by_role("button", name=words.NEXT, exact=True).count():
        lead(coach, words.NEXT, "Votes reçus")
        lead(coach, words.REVEAL, "Confirmez")
        lead(coach, words.REVEAL_ANYWAY, "Proposition")
    lead(coach, words.TO_AGENDA, "Points à discuter")


def _discuss(coach: Page, phones: list[Page], first: Question) -> None:
    box = coach.get_by_test_id("stVerticalBlock").filter(has_text=first.text).last
    press(box.get_by_role("button", name=words.DISCUSS), coach.get_by_text(re.compile("Il reste")))
    settle(coach)
    do.say(coach, coach.get_by_label(words.NOTE), "Deux lieux, *deux* réponses")
    press(coach.get_by_role("button", name=words.NOTE_SAVE))
    settle(coach)
    lead(coach, words.REVOTE, "Votes reçus.: 0 sur 3")
    for phone in phones:
        vote(phone, first, 1)
    lead(coach, words.REVEAL, words.SECOND_VOTE)
    expect(phones[2].get_by_text(re.compile("Proposition"))).to_be_visible()
    do.say(coach, coach.get_by_label(words.MINORITY), "Une voix reste à zéro")
    press(coach.get_by_role("button", name=words.SETTLE, exact=True), coach.get_by_text(words.SETTLED, exact=True))
    settle(coach)


def _end(coach: Page, server: Server, first: Question, folder: Path) -> None:
    unfold(coach.locator("summary").filter(has_text=words.CLOSE_TITLE))
    lead(coach, words.CLOSE, words.ENDED)
    with coach.expect_download() as taken:
        coach.get_by_role("link", name=words.DOWNLOAD).click()
    taken.value.save_as(folder / "atelier.json")
    text = (folder / "atelier.json").read_text()
    answers = parse_text(do.CONTENT, text)
    assert answers.answers == {first.id: 1 if first.type == "rubric" else "unknown"}
    assert "*deux*" in json.loads(text)["notes"][first.id]
    press(coach.get_by_role("link", name=words.KEEP), coach.get_by_role("heading", name="Où vous en êtes"))
    coach.goto(f"{server.url}/animer")
    coach.get_by_text(words.ENDED).wait_for()


def test_a_participant_leads_nothing(server: Server, visitor: Arrive) -> None:
    coach, phone = visitor(), visitor("téléphone")
    join(phone, server, opened(coach, server))
    phone.goto(f"{server.url}/animer")
    phone.get_by_text("Ce navigateur n’anime aucun atelier").wait_for()
    settle(phone)
    assert phone.get_by_role("button", name=words.OPEN_VOTE).count() == 0


def test_a_wrong_code_is_one_sentence_and_the_eleventh_is_limited(new_server: Server, visitor: Arrive) -> None:
    page = visitor("téléphone")
    for last in "23456789AB":
        page.goto(f"{new_server.url}/j/ZZZZ-222{last}")
    page.get_by_text("Ce code n’ouvre aucun atelier").wait_for()
    assert page.goto(f"{new_server.url}/j/ZZZZ-222C").status == 429  # type: ignore[union-attr]
    expect(page.get_by_text("Trop de codes essayés")).to_be_visible()
