"""Several associations on the wall: nothing to scroll, nothing small, nothing that the rules of the room hide."""

from __future__ import annotations

from datetime import UTC, datetime

from playwright.sync_api import Page, expect

from tests.journeys import gestures as do
from tests.journeys.halls import Hall, hall
from tests.journeys.running import Server, settle
from tests.journeys.test_wall import look, wall
from ui import services, wording_cohort, wording_wall
from workshop.intents import Cast, Close, Consent, Next, OpenVote, Reveal
from workshop.model import SEATS_MAX, Choice, Workshop

__all__ = ["wall"]  # the same screen as for one association
LONG = "Association {:02d} des habitantes et habitants de la vallée, de leurs amis et de toutes les autres gens"


def show(room: Hall, wall: Page) -> None:
    room.enter(wall, room.token)
    wall.goto(f"{room.server.url}/animer?vue=salle")


def vote_in_two_halves(room: Hall) -> None:
    """The first half of the room at the first step, the other at the last one."""
    for name in room.now().on_vote:
        question = do.CONTENT.question_by_id[name]
        for rank, token in enumerate(room.people):
            weak = rank * 2 < len(room.people) + 2
            listed = [[], [o.id for o in question.options], []] if weak else [[o.id for o in question.options], [], []]
            lists = dict(zip(("in_place", "useful_but_absent", "not_useful"), listed, strict=True))
            raw = lists if question.options else 0 if weak else question.top
            after = room.rooms.act(services.capability(token), Cast(name, raw), datetime.now(UTC))
            assert isinstance(after, Workshop), after


def test_every_question_of_several_associations_fits_on_the_wall(server: Server, wall: Page) -> None:
    faults: dict[str, list[str]] = {}
    with hall(server, Choice("full", several=True), people=12) as room:
        show(room, wall)
        faults["accueil"] = look(wall, wording_wall.spoken(room.code))
        expect(wall.get_by_text("12 associations")).to_be_visible()
        room.lead(OpenVote(0))
        for rank, name in enumerate(room.now().questions):
            text = do.CONTENT.question_by_id[name].text
            faults[f"{name}, vote"] = look(wall, text)
            room.cast()
            room.lead(Reveal(0))
            wall.locator(".palier-mur-cohorte").first.wait_for()
            faults[f"{name}, dévoilé"] = look(wall, text)
            if rank + 1 < len(room.now().questions):
                room.lead(Next(0))
    assert {where: said for where, said in faults.items() if said} == {}


def test_shared_subjects_names_by_pages_and_the_end_fit(server: Server, wall: Page) -> None:
    faults: dict[str, list[str]] = {}
    with hall(server, Choice("express", several=True)) as room:
        room.sit(SEATS_MAX, LONG)
        room.lead(OpenVote(0))
        while room.now().on_vote:
            vote_in_two_halves(room)
            room.lead(Reveal(0), Next(0))
        show(room, wall)
        faults["partagé"] = look(wall, wording_cohort.SHARED)
        wall.keyboard.press("ArrowRight")
        faults["personne"] = look(wall, wording_cohort.NO_PAIRS)
        for token in room.people:
            assert isinstance(room.rooms.act(services.capability(token), Consent(True), datetime.now(UTC)), Workshop)
        wall.get_by_text(LONG.format(0)).first.wait_for()  # by itself, as they say yes
        faults |= every_page(wall)
        room.lead(Close(0))
        faults["fin"] = look(wall, wording_wall.THANKS)
        wall.keyboard.press("ArrowRight")
        faults["fin, partagé"] = look(wall, wording_cohort.SHARED)
        wall.keyboard.press("ArrowLeft")
        look(wall, wording_wall.THANKS)
    assert {where: said for where, said in faults.items() if said} == {}


def every_page(wall: Page) -> dict[str, list[str]]:
    """All the pages of names, to the last; everybody is on one of them for each subject, once."""
    faults, seen = {}, 0
    while True:
        rank = len(faults)
        faults[f"noms {rank}"] = look(wall, wording_cohort.PAIRS)
        seen += sum(cell.count("Association") for cell in wall.locator(".palier-mur-noms td").all_inner_texts())
        following = wall.get_by_role("button", name=f"Page {rank + 3} sur", exact=False)
        if not following.count():
            break
        before = wall.locator(".palier-mur-noms").inner_text()
        wall.keyboard.press("ArrowRight")
        wall.wait_for_function("old => document.querySelector('.palier-mur-noms')?.innerText !== old", arg=before)
        settle(wall)
    assert rank > 0
    assert seen % SEATS_MAX == 0
    assert seen > 0
    return faults


def test_hidden_counts_stay_hidden_on_the_wall(server: Server, wall: Page) -> None:
    """Four at the upper steps among twelve: their number is nowhere on the wall."""
    with hall(server, Choice("express", several=True), people=12) as room:
        room.lead(OpenVote(0))
        name = room.now().on_vote[0]
        for rank, token in enumerate(room.people):
            raw = 0 if rank < 8 else 3
            assert isinstance(room.rooms.act(services.capability(token), Cast(name, raw), datetime.now(UTC)), Workshop)
        room.lead(Reveal(0))
        show(room, wall)
        look(wall, do.CONTENT.question_by_id[name].text)
        cells = wall.locator(".palier-mur-cohorte td:last-child").all_inner_texts()
    assert cells == ["au moins 8", "masqué", "masqué"]


def test_a_theme_is_looked_at_question_by_question_on_both_screens(server: Server, wall: Page) -> None:
    with hall(server, Choice("full", pace="theme", several=True), people=12) as room:
        room.lead(OpenVote(0))
        batch = next(batch for batch in room.now().batches if len(batch) > 1)
        while room.now().batches[room.now().batch] != batch:
            room.lead(Reveal(0, confirmed=True), Next(0))
        room.cast()
        room.lead(Reveal(0))
        show(room, wall)
        look(wall, do.CONTENT.question_by_id[batch[0]].text)
        wall.keyboard.press("ArrowRight")
        look(wall, do.CONTENT.question_by_id[batch[1]].text)
        wall.goto(f"{server.url}/animer")
        wall.get_by_role("heading", name=do.CONTENT.question_by_id[batch[1]].text).wait_for()


def test_nothing_revealed_and_closed_says_so(server: Server, wall: Page) -> None:
    with hall(server, Choice("express", several=True), people=3) as room:
        room.lead(OpenVote(0), Close(0))
        show(room, wall)
        assert look(wall, wording_wall.THANKS) == []
        wall.keyboard.press("ArrowRight")
        look(wall, wording_cohort.NO_SHARED)
