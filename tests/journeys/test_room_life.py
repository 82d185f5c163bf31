"""What happens to a workshop in a real room: two screens of a coach, a phone that moves, paper, a full room, faults."""

from __future__ import annotations

import asyncio
import http.client
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import Page, expect

from questionnaire.answers import NotApplicable
from questionnaire.assessment import Assessment
from tests.bench.visitor import Visitor
from tests.journeys import gestures as do
from tests.journeys.halls import Hall, hall
from tests.journeys.presses import press, unfold
from tests.journeys.running import Server, settle
from tests.journeys.test_pages import axe_faults
from ui import cookies, wording
from ui import wording_workshop as words
from ui.tries import IN_ALL
from workshop import codes
from workshop.intents import Close, Discuss, Next, OpenVote, Reveal, Revote, Settle
from workshop.model import SEATS_MAX, Choice, Phase
from workshop.sentences import FULL, STALE

Arrive = Callable[..., Page]
DEAF = "const old = setInterval; window.setInterval = (f, ms, ...more) => ms === 2000 || ms === 1000 ? 0 : old(f, ms, ...more)"


@pytest.fixture
def room(server: Server) -> Iterator[Hall]:
    with hall(server, Choice("full"), people=4) as opened:
        yield opened


def desk(room: Hall, page: Page, view: str = "") -> Page:
    room.enter(page, room.token)
    page.goto(f"{room.server.url}/animer{view}")
    page.get_by_text("dans l’atelier").first.wait_for()
    settle(page)
    return page


def phone(room: Hall, page: Page, seat: int = 0) -> Page:
    room.enter(page, room.people[seat], cookies.PLACE)
    page.goto(f"{room.server.url}/voter")
    page.get_by_test_id("stHeading").first.wait_for()
    settle(page)
    return page


def to_first(room: Hall, kind: str) -> str:
    """Lead until a question of this kind is on vote."""
    room.lead(OpenVote(0))
    while do.CONTENT.question_by_id[room.now().on_vote[0]].type != kind:
        room.lead(Reveal(0, confirmed=True), Next(0))
    return room.now().on_vote[0]


def test_a_second_screen_of_the_coach_that_is_late_changes_nothing_and_is_told(room: Hall, visitor: Arrive) -> None:
    late = visitor()
    late.add_init_script(DEAF)
    desk(room, late)
    room.lead(OpenVote(0))
    press(late.get_by_role("button", name=words.OPEN_VOTE), late.get_by_role("button", name=words.REVEAL, exact=True))
    settle(late)
    assert room.now().turn == 1  # the same step, already made: nothing more happens
    room.lead(Reveal(0, confirmed=True), Next(0))
    press(late.get_by_role("button", name=words.REVEAL, exact=True), late.get_by_text(STALE.sentence))
    assert (room.now().turn, room.now().phase, len(room.now().revealed)) == (3, Phase.VOTE, 1)
    settle(late)
    late.get_by_role("heading", name=do.CONTENT.question_by_id[room.now().on_vote[0]].text).wait_for()


def test_a_coach_comes_back_on_another_computer_with_the_link(room: Hall, visitor: Arrive) -> None:
    to_first(room, "rubric")
    again = visitor()
    again.goto(f"{room.server.url}/a/{room.token}")
    again.get_by_role("button", name=words.REVEAL, exact=True).wait_for()
    assert room.token not in again.url


def test_a_phone_that_changes_network_keeps_its_seat_and_its_vote(room: Hall, visitor: Arrive) -> None:
    question = do.CONTENT.question_by_id[to_first(room, "rubric")]
    first = phone(room, visitor("téléphone"))
    first.get_by_test_id("stRadioOption").first.wait_for()
    do.pick(first, question.text, question.anchors[2])
    expect(first.get_by_text(words.VOTED)).to_be_visible()
    first.context.close()
    moved = phone(room, visitor("téléphone"))
    chosen = moved.get_by_test_id("stRadioOption").filter(has=moved.locator("input:checked"))
    expect(chosen).to_have_text(question.anchors[2])
    assert (len(room.now().seats), len(room.now().ballots)) == (4, 1)


def test_a_list_begun_on_a_phone_is_there_after_a_reload_and_counts_once_whole(room: Hall, visitor: Arrive) -> None:
    question = do.CONTENT.question_by_id[to_first(room, "checklist")]
    page = phone(room, visitor("téléphone"))
    labels = question.line_labels or wording.LINE_LABELS
    for option in question.options[:2]:
        do.pick(page, option.text, labels[0])
        settle(page)
    page.reload()
    expect(page.locator("[data-testid=stRadioOption] input:checked")).to_have_count(2)
    assert room.now().ballots == {}
    settle(page)
    for option in question.options[2:]:
        do.pick(page, option.text, labels[1])
        settle(page)
    expect(page.get_by_text(words.VOTED)).to_be_visible()
    assert len(room.now().ballots) == 1


def test_paper_votes_are_typed_refused_with_the_field_and_counted(room: Hall, visitor: Arrive) -> None:
    name = to_first(room, "rubric")
    question = do.CONTENT.question_by_id[name]
    page = desk(room, visitor())
    unfold(page.locator("summary").filter(has_text=words.PAPER_TITLE))
    do.say(page, page.get_by_label(question.anchors[1], exact=True), "-2")
    press(page.get_by_role("button", name=words.PAPER_KEEP), page.get_by_text("Écrivez un nombre entier"))
    settle(page)
    assert room.now().paper == {}
    do.say(page, page.get_by_label(question.anchors[1], exact=True), "3")
    press(page.get_by_role("button", name=words.PAPER_KEEP), page.get_by_text(words.paper_kept(3)))
    settle(page)
    room.cast()
    press(page.get_by_role("button", name=words.REVEAL, exact=True), page.get_by_text(words.answers(7)))


def test_any_revealed_question_is_settled_from_the_agenda_with_a_reason_of_ones_own(
    room: Hall, visitor: Arrive
) -> None:
    workshop = room.lead(OpenVote(0))
    while room.now().on_vote:
        room.lead(Reveal(0, confirmed=True), Next(0))
    name = next(n for n in workshop.questions if n not in workshop.critical)
    text = do.CONTENT.question_by_id[name].text
    page = desk(room, visitor())
    unfold(page.locator("summary").filter(has_text=words.SETTLE_ANY))
    press(page.get_by_role("combobox"), page.get_by_role("option", name=text, exact=True))
    press(page.get_by_role("option", name=text, exact=True), page.get_by_text(words.SETTLE_TITLE))
    settle(page)
    do.pick(page, words.DECISION, wording.NOT_APPLICABLE)
    settle(page)
    do.pick(page, wording.NA_WHY, wording.NA_OTHER)
    settle(page)
    do.say(page, page.get_by_label(wording.NA_OTHER_LABEL), "Pas de *local*")
    settle(page)
    press(page.get_by_role("button", name=words.SETTLE, exact=True), page.get_by_text("Pas de *local*"))
    assert room.now().settled[name].answer == NotApplicable("Pas de *local*")


def test_the_sixty_first_is_told_and_roles_are_compared_from_three_each(server: Server, visitor: Arrive) -> None:
    with hall(server, Choice("full", roles=True), people=6) as few:
        to_first(few, "rubric")
        few.cast()
        few.lead(Reveal(0))
        page = desk(few, visitor())
        page.get_by_text(words.answers(6)).wait_for()
        assert "Pour le bureau" not in do.words(page)
    with hall(server, Choice("full", roles=True), people=SEATS_MAX) as full:
        to_first(full, "rubric")
        full.cast()
        full.lead(Reveal(0))
        page = desk(full, visitor())
        page.get_by_text(words.answers(SEATS_MAX)).wait_for()
        assert "Pour le bureau : 10" in do.words(page)
        late = visitor("téléphone")
        answer = late.goto(f"{server.url}/atelier/rejoindre?code={full.code}&role=board")
        assert answer
        assert answer.status == 409
        expect(late.get_by_text(FULL.sentence)).to_be_visible()


def test_axe_finds_nothing_in_a_running_workshop(room: Hall, visitor: Arrive) -> None:
    pages = {"bureau": desk(room, visitor()), "mur": desk(room, visitor(), "?vue=salle")}
    pages["téléphone"] = phone(room, visitor("téléphone"))
    faults: dict[str, list[str]] = {}

    def look(where: str) -> None:
        for name, page in pages.items():
            page.wait_for_timeout(2300)  # a look at the room: it has moved on
            settle(page)
            found = axe_faults(page, "clair")
            wide = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")
            faults[f"{where}, {name}"] = found + ([f"déborde de {wide} px"] if wide > 0 else [])

    look("accueil")
    name = to_first(room, "checklist")
    look("vote d’une liste")
    room.cast()
    room.lead(Reveal(0))
    look("liste dévoilée")
    while room.now().phase is not Phase.AGENDA:
        if room.now().on_vote:
            room.cast()
            room.lead(Reveal(0))
        room.lead(Next(0))
    look("points")
    room.lead(Discuss(0, name))
    look("discussion")
    room.lead(Revote(0))
    look("second vote")
    room.cast(2)
    room.lead(Reveal(0))
    look("avant et après")
    assert {where: said for where, said in faults.items() if said} == {}


def test_an_assessment_of_this_browser_chooses_the_questions_and_is_completed(server: Server, visitor: Arrive) -> None:
    page = visitor()
    question = do.first_question(page, server)
    do.answer(page, question, 0)
    page.goto(f"{server.url}/atelier")
    page.get_by_text(words.PROFILED).wait_for()
    settle(page)
    press(page.get_by_text(words.PROFILED), page.get_by_text("Son profil décide"))
    settle(page)
    press(page.get_by_role("link", name=words.OPEN), page.get_by_role("heading", name="Accueil", exact=True))
    settle(page)
    for label, shows in ((words.OPEN_VOTE, "Votes reçus"), (words.REVEAL, "Proposition")):
        press(page.get_by_role("button", name=label, exact=True), page.get_by_text(shows))
        settle(page)
    unfold(page.locator("summary").filter(has_text=words.CLOSE_TITLE))
    press(page.get_by_role("button", name=words.CLOSE), page.get_by_text(words.ENDED))


def test_what_the_room_settled_completes_the_assessment_of_the_coachs_browser(room: Hall, visitor: Arrive) -> None:
    page, own = visitor(), do.CONTENT.questions[0].id
    before = Assessment(do.CONTENT.id, do.CONTENT.version).put("answers", own, 0)
    capability = do.resume(page, room.server, before)
    name = room.lead(OpenVote(0)).questions[-1]
    while room.now().on_vote:
        room.lead(Reveal(0, confirmed=True), Next(0))
    room.lead(Settle(0, name, "unknown", "une voix", True), Close(0))
    desk(room, page)
    press(page.get_by_role("link", name=words.COMPLETE), page.get_by_role("heading", name="Où vous en êtes"))
    assert do.stored(room.server, capability).answers == {own: 0, name: "unknown"}


def test_of_five_hundred_tries_with_forged_headers_a_hundred_are_looked_up(new_server: Server) -> None:
    def one(n: int) -> int:
        connection = http.client.HTTPConnection("localhost", new_server.port, timeout=60)
        code = "".join(codes.ALPHABET[(n // 31**place) % 31] for place in range(codes.LENGTH))
        forged = f"10.0.{n // 250}.{n % 250}"
        head = {
            "X-Forwarded-For": forged,
            "X-Real-IP": forged,
            "Forwarded": f"for={forged}",
            "CF-Connecting-IP": forged,
        }
        connection.request("GET", f"/atelier/rejoindre?code={code}", headers=head)
        return connection.getresponse().status

    with ThreadPoolExecutor(32) as pool:
        told = Counter(pool.map(one, range(500)))
    # Only a proxy on the same machine is believed, as this test is: in all, a hundred are looked up, no more.
    assert told[303] <= IN_ALL
    assert told[303] + told[429] == 500


def test_a_database_that_does_not_answer_is_said_in_french(new_server: Server, visitor: Arrive) -> None:
    page = visitor()
    with sqlite3.connect(new_server.database.removeprefix("sqlite:///")) as database:
        database.execute("DROP TABLE ballot")
        database.execute("DROP TABLE seat")
        database.execute("DROP TABLE room")
    for address in ("/atelier/rejoindre?code=ABCD2345", "/atelier/ouvrir", f"/a/{'A' * 43}"):
        answer = page.goto(new_server.url + address)
        assert answer
        assert answer.status == 503, address
        assert page.get_by_text("n’a pas").count() == 1
        assert "Internal" not in page.content()


def test_a_press_that_the_server_dropped_is_kept_at_the_next_look(room: Hall) -> None:
    """Streamlit drops a press on a part of the page that it does not know: the vote shows, and must be kept."""
    to_first(room, "rubric")
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, _dropped(room)).result()


async def _dropped(room: Hall) -> None:
    one = Visitor(room.server.url)
    await one.route(f"/atelier/rejoindre?code={room.code}")
    await one.open("voter")
    await one.drop(2)
    async with asyncio.timeout(30):
        while not room.now().ballots:
            await asyncio.sleep(0.2)
    assert not one.failures
    assert len(room.now().ballots) == 1
    await one.close()
