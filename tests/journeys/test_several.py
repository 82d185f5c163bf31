"""Several associations: a coach, three phones, twelve more people, from the code to the sheet each one leaves with."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Page, expect

from questionnaire.assessment import from_entries
from questionnaire.editions import alone
from questionnaire.model import Question
from storage.opening import open_store
from storage.rooms import Rooms
from storage.sql import SqlStore
from tests.journeys import gestures as do
from tests.journeys.presses import press, unfold
from tests.journeys.running import Server, settle
from tests.reports.printed import words_of
from ui import cookies, services, wording_cohort, wording_workshop
from workshop import codes
from workshop.intents import Cast, Consent, Join
from workshop.model import SEATS_MAX, Workshop
from workshop.sentences import CLOSED, FULL, LONG_ASSOCIATION, WRONG_NUMBER

Arrive = Callable[..., Page]
OURS = ("Club de l’Étoile", "Amicale laïque de Brou", "Judo")
OTHERS = 12
NUMBER = re.compile(r"\d{3}[\u00a0\u202f ]\d{3}")


def rooms_of(server: Server) -> Rooms:
    store = open_store(server.database)
    assert isinstance(store, SqlStore)
    return Rooms(store, alone(do.CONTENT))


def now() -> datetime:
    return datetime.now(UTC)


def opened(page: Page, server: Server) -> str:
    page.goto(f"{server.url}/atelier")
    settle(page)
    press(page.get_by_test_id("stRadioOption").filter(has_text=wording_cohort.SEVERAL))
    settle(page)
    shows = page.get_by_role("heading", name="Accueil", exact=True)
    press(page.get_by_role("link", name=wording_workshop.OPEN), shows)
    settle(page)
    found = codes.typed(page.locator(".palier-code strong").inner_text())
    assert found
    return found


def say_name(page: Page, server: Server, code: str, name: str) -> None:
    page.goto(f"{server.url}/j/{code}")
    page.get_by_label(wording_cohort.NAME).fill(name)
    page.get_by_role("button", name=wording_cohort.GO_ON).click()


def inside(page: Page) -> None:
    page.get_by_text("Vous êtes dans l’atelier").wait_for()
    settle(page)


def others_join(rooms: Rooms, room: str, count: int = OTHERS) -> list[str]:
    people = [secrets.token_hex(32) for _ in range(count)]
    for rank, person in enumerate(people):
        assert isinstance(rooms.join(room, person, Join(association=f"Autre association {rank:02d}"), now()), Workshop)
    return people


def lead(page: Page, label: str, shows: str) -> None:
    settle(page)
    press(page.get_by_role("button", name=label, exact=True), page.get_by_text(re.compile(shows)))
    settle(page)


def vote(page: Page, question: Question, value: int) -> None:
    page.get_by_role("heading", name=question.text, exact=True).wait_for()
    page.get_by_test_id("stRadioOption").first.wait_for()
    settle(page)
    do.pick(page, question.text, question.anchors[value])
    expect(page.get_by_text("Votre vote est enregistré")).to_be_visible()


def test_several_associations_from_the_code_to_the_sheet(new_server: Server, visitor: Arrive, tmp_path: Path) -> None:
    coach, phones = visitor(), [visitor("téléphone") for _ in OURS]
    code = opened(coach, new_server)
    for phone, name in zip(phones, OURS, strict=True):
        say_name(phone, new_server, code, name)
        inside(phone)
    rooms = rooms_of(new_server)
    room = rooms.found(code, now())
    assert room
    people = others_join(rooms, room)
    expect(coach.get_by_text("15 associations")).to_be_visible()
    lead(coach, wording_workshop.OPEN_VOTE, "Votes reçus")
    asked = []
    for rank in range(2):
        asked.append(_voted(rooms, room, coach, phones, people))
        lead(coach, wording_workshop.REVEAL, "9 associations sur 15")
        if rank == 0:
            phones[0].reload()  # who leaves and comes back keeps the seat
            lead(coach, wording_workshop.NEXT, "Votes reçus.: 0 sur 15")
    for name in OURS:
        assert name not in do.words(coach)
    _to_the_end_of_the_votes(coach)
    _pairs(rooms, coach, phones[0], people)
    _each_leaves_with_theirs(new_server, coach, phones, asked, tmp_path)


def _voted(rooms: Rooms, room: str, coach: Page, phones: list[Page], people: list[str]) -> Question:
    """Nine at the first steps, six at the upper ones."""
    lobby = rooms.lobby(room)
    assert lobby
    question = do.CONTENT.question_by_id[lobby.on_vote[0]]
    for phone, value in zip(phones, (0, 1, 3), strict=True):
        vote(phone, question, value)
    expect(coach.get_by_text(re.compile("Associations ayant répondu.: 3 sur 15"))).to_be_visible()
    for rank, person in enumerate(people):
        assert isinstance(rooms.act(person, Cast(question.id, 0 if rank < 7 else 3), now()), Workshop)
    expect(coach.get_by_text(re.compile("Associations ayant répondu.: 15 sur 15"))).to_be_visible()
    return question


def _to_the_end_of_the_votes(coach: Page) -> None:
    while coach.get_by_role("button", name=wording_workshop.NEXT, exact=True).count():
        lead(coach, wording_workshop.NEXT, "Votes reçus")
        lead(coach, wording_workshop.REVEAL, "Confirmez")
        lead(coach, wording_workshop.REVEAL_ANYWAY, "La salle ne voit que des nombres")
    lead(coach, wording_cohort.TO_SHARED, wording_cohort.PAIRS)
    expect(coach.get_by_text("9 associations sur 15")).to_have_count(2)


def _pairs(rooms: Rooms, coach: Page, phone: Page, people: list[str]) -> None:
    """Nobody is named unasked; a phone says yes, then no."""
    expect(coach.get_by_text(wording_cohort.NO_PAIRS)).to_be_visible()
    assert isinstance(rooms.act(people[8], Consent(True), now()), Workshop)
    phone.get_by_text(wording_cohort.CONSENT_TITLE).wait_for()
    settle(phone)
    switch = phone.get_by_test_id("stCheckbox")
    expect(switch.locator("input")).not_to_be_checked()
    named = coach.locator(".palier-votes td").filter(has_text=OURS[0])
    press(switch.locator("label"), named)
    expect(coach.locator(".palier-votes td").filter(has_text="Autre association 08").first).to_be_visible()
    settle(phone)
    press(switch.locator("label"))
    expect(named).to_have_count(0)


def _each_leaves_with_theirs(
    server: Server, coach: Page, phones: list[Page], asked: list[Question], folder: Path
) -> None:
    phones[2].get_by_label(wording_cohort.BY).fill("La présidence")
    unfold(coach.locator("summary").filter(has_text=wording_workshop.CLOSE_TITLE))
    lead(coach, wording_workshop.CLOSE, wording_cohort.COACH_END)
    phones[2].get_by_text(wording_cohort.ENDED).wait_for()
    settle(phones[2])
    expect(phones[2].get_by_label(wording_cohort.BY)).to_have_value("La présidence")  # typed, not yet kept
    with coach.expect_download() as taken:
        coach.get_by_role("link", name=wording_cohort.TABLE_CSV).click()
    taken.value.save_as(folder / "tableau.csv")
    table = (folder / "tableau.csv").read_text("utf-8-sig")
    assert asked[0].text in table
    assert not any(name in table for name in OURS)
    _promise(phones[0], folder)
    for phone, value in zip(phones[:2], (0, 1), strict=True):
        phone.get_by_text(wording_cohort.KEEP_TITLE).wait_for()
        settle(phone)
        press(phone.get_by_role("link", name=wording_cohort.KEEP), phone.get_by_text("Votre association").first)
        assert _answers(server, phone) == {question.id: value for question in asked}
    first = _link(phones[0])
    phones[0].goto(f"{server.url}/atelier/mon-diagnostic")
    assert _link(phones[0]) == first  # twice, it is the same one
    assert _link(phones[1]) != first
    assert phones[0].request.get(f"{server.url}/fichier/complete").body().startswith(b"%PDF")
    for address in ("/atelier/tableau.csv", "/atelier/tableau"):
        assert asked[0].text not in phones[1].request.get(server.url + address).text()
    sheet = phones[1].request.get(f"{server.url}/atelier/engagement")
    assert sheet.headers["content-type"].startswith("text/html")  # nothing of the others’


def _promise(phone: Page, folder: Path) -> None:
    phone.get_by_text(wording_cohort.ENDED).wait_for()
    settle(phone)
    chosen = phone.get_by_test_id("stRadioOption").first
    action = chosen.inner_text()
    press(chosen)
    do.say(phone, phone.get_by_label(wording_cohort.BY), "La trésorière")
    do.say_day(phone, phone.get_by_test_id("stDateInputField"), services.today() + timedelta(days=30))
    shows = phone.get_by_text(wording_cohort.PROMISED)
    press(phone.get_by_role("button", name=wording_cohort.PROMISE_SAVE, exact=True), shows)
    settle(phone)
    with phone.expect_download() as taken:
        phone.get_by_role("link", name=wording_cohort.PROMISE_PRINT).click()
    taken.value.save_as(folder / "feuille.pdf")
    text = words_of((folder / "feuille.pdf").read_bytes())
    for said in (OURS[0], "La trésorière", action.split(" :")[0].split("\u202f")[0]):
        assert said in text


def _link(page: Page) -> str:
    held = {one["name"]: one["value"] for one in page.context.cookies()}
    return held[cookies.NAME].split(".")[0]


def _answers(server: Server, page: Page) -> dict[str, object]:
    record = open_store(server.database).load(services.capability(_link(page)))
    assert record
    return dict(from_entries(record.questionnaire_id, record.version, record.entries).answers)


def test_names_numbers_a_full_room_and_a_closed_one(new_server: Server, visitor: Arrive) -> None:
    coach, first, second = visitor(), visitor("téléphone"), visitor("téléphone")
    code = opened(coach, new_server)
    say_name(first, new_server, code, OURS[1])
    inside(first)
    number = NUMBER.search(do.words(first))
    assert number
    say_name(second, new_server, code, "x" * 101)
    expect(second.get_by_text(LONG_ASSOCIATION.sentence)).to_be_visible()
    say_name(second, new_server, code, "")
    expect(second.get_by_label(wording_cohort.NAME)).to_be_visible()
    say_name(second, new_server, code, "Amical laique de Brou")
    second.get_by_role("link", name=OURS[1], exact=True).click()
    for typed in ("000 000", number.group()):
        second.get_by_label(wording_cohort.NUMBER).fill(typed)
        second.get_by_role("button", name=wording_cohort.GO_ON).click()
        if typed == "000 000":
            expect(second.get_by_text(WRONG_NUMBER.sentence)).to_be_visible()
    inside(second)
    expect(coach.get_by_text("1 association")).to_be_visible()
    rooms = rooms_of(new_server)
    room = rooms.found(code, now())
    assert room
    others_join(rooms, room, SEATS_MAX - 2)
    late = visitor("téléphone")
    say_name(late, new_server, code, "Une de trop")
    expect(late.get_by_text(FULL.sentence)).to_be_visible()
    unfold(coach.locator("summary").filter(has_text=wording_workshop.CLOSE_TITLE))
    lead(coach, wording_workshop.CLOSE, wording_cohort.NOTHING_REVEALED)
    expect(first.get_by_text(wording_cohort.NOTHING_TO_KEEP)).to_be_visible()
    first.goto(f"{new_server.url}/atelier/mon-diagnostic")
    expect(first.get_by_text(wording_cohort.NOTHING_TO_KEEP)).to_be_visible()
    late.goto(f"{new_server.url}/j/{code}?association=Une+de+trop")
    expect(late.get_by_text(CLOSED.sentence)).to_be_visible()
