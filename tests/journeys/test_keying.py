"""A filled sheet typed in with the keyboard alone: forty answers, the wrong ones told, nothing waiting, nothing lost."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from typing import Any

from playwright.sync_api import Page, expect

from questionnaire.assessment import Assessment
from questionnaire.model import CHECKLIST_LISTS, Question
from questionnaire.routing import route
from tests.journeys import files
from tests.journeys import gestures as do
from tests.journeys.running import Server, settle
from ui.components.keying_signs import LETTERS

TITLE = "Saisie d’un questionnaire papier"
QUESTIONS = do.CONTENT.questions
RUBRIC = next(q for q in QUESTIONS if q.type == "rubric" and not q.critical)
CRITICAL = next(q for q in QUESTIONS if q.critical and q.critical.when is None)
LIST = next(q for q in QUESTIONS if q.type == "checklist")


def answer_of(rank: int, question: Question) -> tuple[str, Any]:
    """What is typed for this question, and what must be kept."""
    if question.type == "checklist":
        signs = ("oap" * len(question.options))[: len(question.options)]
        lists: dict[str, list[str]] = {name: [] for name in CHECKLIST_LISTS}
        for option, sign in zip(question.options, signs, strict=True):
            lists[LETTERS[sign]].append(option.id)
        return signs, lists
    if rank % 9 == 8:
        return "?", "unknown"
    if rank % 9 == 4 and not question.critical:
        return "n", {"not_applicable": "did_not_arise" if question.did_not_arise else "we_have_none"}
    return str(rank % 4), rank % 4


def blank_visitor(page: Page, server: Server) -> str:
    """Nothing said in the profile: every question applies. A field is kept so that the store knows them."""
    made = Assessment(do.CONTENT.id, do.CONTENT.version).put(
        "profile", do.CONTENT.profile[0].id, do.CONTENT.profile[0].options[0].id
    )
    assert len(route(do.CONTENT, made).questions) == len(QUESTIONS) == 40
    capability = do.resume(page, server, made)
    do.visit(page, server, "saisie", TITLE)
    return capability


def reach_first(page: Page, question: Question) -> None:
    """The field of a question by Tab alone, from the top of the page."""
    for _ in range(80):
        page.keyboard.press("Tab")
        label = page.evaluate("() => document.activeElement.getAttribute('aria-label')")
        if (label or "").startswith(f"{question.id} "):
            return
    raise AssertionError("le champ ne s’atteint pas au clavier")


def wait_for_store(server: Server, capability: str, wanted: Mapping[str, Any], kind: str = "answers") -> None:
    end = time.monotonic() + 15
    while (kept := do.stored(server, capability).all_of(kind)) != wanted and time.monotonic() < end:
        time.sleep(0.2)
    assert kept == wanted


def field(page: Page, question: Question) -> Any:
    return page.get_by_role("textbox", name=re.compile(rf"^{question.id} "))


def test_forty_answers_are_typed_without_the_mouse_and_all_kept(server: Server, visitor: Callable[..., Page]) -> None:
    page = visitor()
    capability = blank_visitor(page, server)
    reach_first(page, QUESTIONS[0])
    wanted = {}
    for rank, question in enumerate(QUESTIONS):
        signs, wanted[question.id] = answer_of(rank, question)
        page.keyboard.type(signs)
        page.keyboard.press("Tab" if rank < len(QUESTIONS) - 1 else "Enter")
    wait_for_store(server, capability, wanted)
    expect(page.get_by_text("40 réponses saisies sur 40").first).to_be_visible()
    expect(page.get_by_text("Enregistré").first).to_be_visible()
    assert page.get_by_test_id("stAlert").count() == 0
    assert files.kept_answers(page, server)["answers"] == wanted
    do.visit(page, server, "saisie", TITLE)
    for rank, question in enumerate(QUESTIONS):
        assert field(page, question).input_value() == answer_of(rank, question)[0]


def test_what_is_not_an_answer_is_told_and_what_was_kept_stays(server: Server, visitor: Callable[..., Page]) -> None:
    page = visitor("téléphone")
    capability = blank_visitor(page, server)
    everything = {name: [o.id for o in LIST.options] if name == CHECKLIST_LISTS[0] else [] for name in CHECKLIST_LISTS}
    kept: dict[str, Any] = {}
    for question, first, value, wrong, told in (
        (RUBRIC, "2", 2, "7", "Tapez un chiffre de 0 à 3"),
        (CRITICAL, "1", 1, "n", "n’y est pas proposé"),
        (LIST, "o" * len(LIST.options), everything, "oxo", "lettres parmi o, a, p"),
    ):
        do.say(page, field(page, question), first)
        kept[question.id] = value
        wait_for_store(server, capability, kept)
        do.say(page, field(page, question), wrong)
        expect(page.get_by_text(told).first).to_be_visible()
        assert field(page, question).input_value() == wrong
        assert do.stored(server, capability).answers == kept
    do.say(page, field(page, RUBRIC), "")
    del kept[RUBRIC.id]
    wait_for_store(server, capability, kept)


def test_a_list_begun_is_kept_as_begun_and_shown_again(server: Server, visitor: Callable[..., Page]) -> None:
    page = visitor()
    capability = blank_visitor(page, server)
    do.say(page, field(page, LIST), "O-a")
    expect(page.get_by_text("Le début est gardé")).to_be_visible()
    first, _, third = (option.id for option in LIST.options[:3])
    begun = {first: "in_place", third: "useful_but_absent"}
    wait_for_store(server, capability, {LIST.id: begun}, "drafts")
    do.visit(page, server, "saisie", TITLE)
    assert field(page, LIST).input_value() == "o-a" + "-" * (len(LIST.options) - 3)


def test_a_server_that_falls_while_one_types_loses_nothing(new_server: Server, visitor: Callable[..., Page]) -> None:
    page = visitor()
    capability = blank_visitor(page, new_server)
    do.say(page, field(page, QUESTIONS[0]), "3")
    field(page, QUESTIONS[1]).fill("1")
    new_server.kill()
    new_server.start()
    expect(field(page, QUESTIONS[1])).to_be_enabled()
    settle(page)
    page.wait_for_timeout(1_000)  # the page that comes back asks once more for everything
    field(page, QUESTIONS[1]).press("Enter")
    wait_for_store(new_server, capability, {QUESTIONS[0].id: 3, QUESTIONS[1].id: 1})
    settle(page)
    assert [field(page, q).input_value() for q in QUESTIONS[:3]] == ["3", "1", ""]


def test_the_blank_sheets_are_there_to_print_before_anything_is_begun(
    server: Server, visitor: Callable[..., Page]
) -> None:
    page = visitor()
    do.visit(page, server, "saisie", TITLE)
    for name in ("Questionnaire vierge complet (PDF)", "Questionnaire vierge express (PDF)"):
        assert "Comment remplir" in files.pdf_text(files.download(page, name))
