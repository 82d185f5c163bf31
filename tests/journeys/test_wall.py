"""The workshop on the wall: nothing to scroll, nothing small, at 1920 by 1080, whatever the question and the phase."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys import gestures as do
from tests.journeys.halls import Hall, hall
from tests.journeys.presses import WATCH
from tests.journeys.running import Server, settle
from ui import wording_wall, wording_workshop
from workshop import agenda
from workshop.intents import Close, Discuss, Next, OpenVote, Reveal, Revote, ToAgenda
from workshop.model import Choice, Workshop

FAULTS = """
() => {
  const found = [];
  for (const box of [document.documentElement, document.querySelector('[data-testid=stMain]')])
    if (box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth)
      found.push(`${box.tagName} ${box.scrollWidth}x${box.scrollHeight} dans ${box.clientWidth}x${box.clientHeight}`);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent.trim(), parent = node.parentElement;
    if (!text || text === 'Aller au contenu' || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const size = parseFloat(getComputedStyle(parent).fontSize), range = document.createRange();
    range.selectNodeContents(node);
    const area = range.getBoundingClientRect();
    if (area.width < 2 || area.height < 2) continue;
    if (size < 28) found.push(`${size}px : ${text}`);
    if (area.right > innerWidth + 1 || area.bottom > innerHeight + 1) found.push(`hors de l’écran : ${text}`);
  }
  return found;
}
"""


@pytest.fixture
def wall(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1920, "height": 1080}, locale="fr-FR")
    context.set_default_timeout(60_000)
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


def look(page: Page, shows: str) -> list[str]:
    """The faults of the wall once it shows this."""
    page.locator(".st-key-palier-mur").get_by_text(shows, exact=True).first.wait_for()
    settle(page)
    return list(page.evaluate(FAULTS))


def test_every_question_fits_on_the_wall_on_vote_revealed_and_by_role(server: Server, wall: Page) -> None:
    faults: dict[str, list[str]] = {}
    with hall(server, Choice("full", roles=True), people=18) as room:
        room.enter(wall, room.token)
        wall.goto(f"{server.url}/animer?vue=salle")
        room.lead(OpenVote(0))
        for rank, name in enumerate(room.now().questions):
            text = do.CONTENT.question_by_id[name].text
            faults[f"{name}, vote"] = look(wall, text)
            room.cast()
            room.lead(Reveal(0))
            wall.locator(".palier-mur-table").first.wait_for()
            faults[f"{name}, dévoilé"] = look(wall, text)
            wall.keyboard.press("g")
            wall.get_by_role("button", name=wording_wall.TOGETHER).wait_for()
            faults[f"{name}, par rôle"] = look(wall, text)
            if rank + 1 < len(room.now().questions):
                room.lead(Next(0))
    assert {where: said for where, said in faults.items() if said} == {}


def ready(room: Hall) -> Workshop:
    """Everything voted and revealed; the agenda."""
    room.lead(OpenVote(0))
    while room.now().on_vote:
        room.cast()
        room.lead(Reveal(0), Next(0))
    return room.now()


def test_every_other_phase_fits_and_its_keys_lead(server: Server, wall: Page) -> None:
    faults: dict[str, list[str]] = {}
    with hall(server, Choice("express"), people=5) as room:
        room.enter(wall, room.token)
        wall.goto(f"{server.url}/animer?vue=salle")
        faults["accueil"] = look(wall, wording_wall.spoken(room.code))
        wall.keyboard.press("ArrowRight")
        text = do.CONTENT.question_by_id[room.now().questions[0]].text
        faults["vote"] = look(wall, text)
        wall.keyboard.press("d")
        expect(wall.get_by_role("button", name=wording_workshop.REVEAL_ANYWAY)).to_be_visible()
        faults["votes qui manquent"] = look(wall, text)
        room.cast()
        room.lead(Reveal(0), Next(0))
        while room.now().on_vote:
            room.cast()
            room.lead(Reveal(0), Next(0))
        faults["points"] = look(wall, "Points à discuter")
        point = agenda.top(do.CONTENT, room.now())[1].question
        wall.keyboard.press("2")
        faults["discussion"] = look(wall, do.CONTENT.question_by_id[point].text)
        assert room.now().subject == point
        wall.keyboard.press("v")
        wall.get_by_text("Votes reçus").wait_for()
        faults["second vote"] = look(wall, do.CONTENT.question_by_id[point].text)
        room.cast(2)
        wall.keyboard.press("d")
        faults["avant et après"] = look(wall, wording_workshop.SECOND_VOTE)
        wall.keyboard.press("p")
        look(wall, "Points à discuter")
        room.lead(Close(0))
        faults["fin"] = look(wall, wording_wall.THANKS)
    assert {where: said for where, said in faults.items() if said} == {}


def test_before_and_after_fits_for_the_longest_questions_and_the_lists(server: Server, wall: Page) -> None:
    faults: dict[str, list[str]] = {}
    content = do.CONTENT
    longest = sorted(content.questions, key=lambda q: -len(q.text) - sum(map(len, q.anchors)))[:3]
    names = [q.id for q in (*longest, *(q for q in content.questions if q.type == "checklist"))]
    with hall(server, Choice("full"), people=5) as room:
        ready(room)
        room.enter(wall, room.token)
        wall.goto(f"{server.url}/animer?vue=salle")
        for name in names:
            room.lead(Discuss(0, name), Revote(0))
            room.cast(2)
            room.lead(Reveal(0))
            wall.get_by_role("columnheader", name=wording_workshop.SECOND_VOTE).wait_for()
            faults[name] = look(wall, content.question_by_id[name].text)
            room.lead(ToAgenda(0))
            look(wall, "Points à discuter")
    assert {where: said for where, said in faults.items() if said} == {}


def test_a_whole_theme_is_voted_at_ones_own_pace_and_looked_at_question_by_question(server: Server, wall: Page) -> None:
    faults: dict[str, list[str]] = {}
    with hall(server, Choice("full", pace="theme"), people=5) as room:
        room.enter(wall, room.token)
        wall.goto(f"{server.url}/animer?vue=salle")
        room.lead(OpenVote(0))
        for rank, batch in enumerate(room.now().batches):
            theme = do.CONTENT.theme_of[batch[0]]
            faults[theme.name] = look(wall, theme.name if len(batch) > 1 else do.CONTENT.question_by_id[batch[0]].text)
            room.cast()
            room.lead(Reveal(0))
            if rank == 0:
                look(wall, do.CONTENT.question_by_id[batch[0]].text)
                wall.keyboard.press("ArrowRight")
                look(wall, do.CONTENT.question_by_id[batch[1]].text)
                wall.keyboard.press("ArrowLeft")
                look(wall, do.CONTENT.question_by_id[batch[0]].text)
            room.lead(Next(0))
    assert {where: said for where, said in faults.items() if said} == {}
