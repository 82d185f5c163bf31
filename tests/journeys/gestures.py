"""What visitors do, as small functions: begin, fill a profile field, answer, move."""

from __future__ import annotations

import hashlib
import re
import secrets
from datetime import UTC, date, datetime
from typing import Any

from playwright.sync_api import Locator, Page, expect

from questionnaire.assessment import Assessment, from_entries
from questionnaire.loading import load
from questionnaire.model import Question, Questionnaire, UnscoredField
from storage.opening import open_store
from tests.journeys.presses import press
from tests.journeys.running import Server, settle
from ui import cookies

CONTENT = load()
UNKNOWN, NOT_CONCERNED = "Je ne sais pas", "Non concerné"


def begin(page: Page, server: Server, mode: str = "full", content: Questionnaire = CONTENT) -> None:
    """From the home page, through its door, in the same tab."""
    page.goto(server.url)
    page.get_by_role("heading", name=content.title, exact=True).wait_for()
    label = "Répondre en entier" if mode == "full" else "Commencer en express"
    heading = page.get_by_role("heading", name="Votre association", exact=True)
    press(page.get_by_role("link", name=re.compile(label)), heading)
    settle(page)


def wait_for_text(page: Page, text: str) -> None:
    page.get_by_text(text).first.wait_for()
    settle(page)


def wait_for_question(page: Page) -> None:
    page.wait_for_selector("[data-testid=stRadioOption] input", state="attached")
    settle(page)


def first_question(page: Page, server: Server) -> Question:
    """Begin and go straight to the questions."""
    begin(page, server)
    page.goto(f"{server.url}/questions")
    wait_for_question(page)
    return shown_question(page)


def visit(page: Page, server: Server, name: str, title: str) -> str:
    """One page by its address; all that it says comes back."""
    page.goto(f"{server.url}/{name}")
    page.get_by_role("heading", name=title, exact=True).first.wait_for()
    settle(page)
    return words(page)


def words(page: Page) -> str:
    """All that the page says, what is folded included."""
    return plain(page.get_by_test_id("stMain").text_content() or "")


def plain(text: str) -> str:
    """Spaces of any kind made ordinary."""
    return re.sub(r"\s+", " ", text.replace("\u202f", " ").replace("\u00a0", " "))


def fill_profile(page: Page, values: dict[str, Any], content: Questionnaire = CONTENT) -> list[str]:
    """Every screen of the profile: give what `values` holds, leave the rest, go on to the questions; the ids asked."""
    asked: list[str] = []
    while True:
        for field in (*content.profile, *content.benchmark):
            if page.get_by_role("heading", name=field.text, exact=True).count():
                asked.append(field.id)
                _give(page, field, values.get(field.id))
        last = page.get_by_role("button", name="Passer aux questions").count()
        step = page.get_by_text(re.compile(r"^Étape \d+ sur \d+$"))
        before = step.inner_text()
        press(page.get_by_role("button", name="Passer aux questions" if last else "Continuer"))
        if not last:
            expect(step).not_to_have_text(before)
        settle(page)
        if last:
            wait_for_question(page)
            return asked


def _give(page: Page, field: UnscoredField, value: Any) -> None:
    texts = {option.id: option.text for option in field.options}
    if value is None:
        return
    if field.kind == "choice":
        pick(page, field.text, texts[value])
    elif field.kind == "choices":
        for one in value:
            press(page.get_by_test_id("stCheckbox").filter(has_text=texts[one]).first)
            settle(page)
    elif field.kind == "integer":
        _type(page, field.text, value)
    elif field.kind == "group":
        for part in field.parts:
            if part.id in value and part.kind == "choice":
                pick(page, part.text, next(o.text for o in part.options if o.id == value[part.id]))
            elif part.id in value:
                _type(page, part.text, value[part.id])


def _type(page: Page, label: str, value: Any) -> None:
    box = page.locator("input, textarea").and_(page.get_by_label(re.compile(re.escape(label)))).first
    box.fill(str(value))
    box.press("Enter")
    settle(page)


def pick(page: Page, group: str, text: str) -> None:
    """One choice in the radio group that carries this label."""
    options = page.get_by_role("radiogroup", name=group, exact=True).get_by_test_id("stRadioOption")
    press(options.filter(has_text=re.compile(rf"^{re.escape(text)}")).first)
    settle(page)


def shown_question(page: Page, content: Questionnaire = CONTENT) -> Question:
    """The question on screen, found by its heading."""
    settle(page)
    text = page.get_by_role("heading", level=2).first.inner_text()
    return next(q for q in content.questions if q.text == text)


def answer_all(page: Page, answers: dict[str, Any], content: Questionnaire = CONTENT) -> list[str]:
    """From the question on screen to the last one; the ids in the order they were asked."""
    asked: list[str] = []
    while True:
        question = shown_question(page, content)
        answer(page, question, answers[question.id])
        asked.append(question.id)
        if page.get_by_role("button", name="Voir nos résultats").count():
            return asked
        go_on(page)


def answer(page: Page, question: Question, value: Any) -> None:
    """The answer written as in an answers file, given through the page."""
    if value == "unknown":
        _whole(page, question, UNKNOWN)
    elif isinstance(value, dict) and "not_applicable" in value:
        _whole(page, question, NOT_CONCERNED)
    elif question.type == "checklist":
        _answer_lines(page, question, value)
    else:
        pick(page, question.text, question.anchors[value])
    expect(page.get_by_text("Enregistré")).to_be_visible()


def _whole(page: Page, question: Question, label: str) -> None:
    if question.type == "rubric":
        pick(page, question.text, label)
    else:
        press(page.get_by_role("button", name=label, exact=True))
        settle(page)


def _answer_lines(page: Page, question: Question, value: dict[str, list[str]]) -> None:
    labels = question.line_labels
    assert labels
    names = ("in_place", "useful_but_absent", "not_useful")
    for option in question.options:
        column = next(i for i, name in enumerate(names) if option.id in value[name])
        pick(page, option.text, labels[column])


def go_on(page: Page) -> None:
    before = page.get_by_role("heading", level=2).first.inner_text()
    press(page.get_by_role("button", name="Continuer", exact=True))
    expect(page.get_by_role("heading", level=2).first).not_to_have_text(before)
    settle(page)


def say(page: Page, box: Locator, text: str) -> None:
    """Type in a field and leave it, as one does to go on to the next."""
    box.fill(text)
    box.blur()
    settle(page)


def say_day(page: Page, field: Locator, day: date) -> None:
    """Type a date part by part, as the field shows it: day, month, year."""
    for part, typed in (("day", f"{day:%d}"), ("month", f"{day:%m}"), ("year", f"{day:%Y}")):
        field.locator(f"[data-type={part}]").press_sequentially(typed)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")  # past the button of the calendar: the field is left
    settle(page)


def resume(page: Page, server: Server, assessment: Assessment) -> str:
    """A visitor who said all this before: kept in the store, with the link in the browser. Their capability."""
    token = secrets.token_urlsafe(32)
    capability = hashlib.sha256(token.encode()).hexdigest()
    of = (assessment.questionnaire_id, assessment.version)
    open_store(server.database).save(capability, assessment.entries(), questionnaire=of, now=datetime.now(UTC))
    page.context.add_cookies([{"name": cookies.NAME, "value": token, "url": server.url}])
    return capability


def stored(server: Server, capability: str) -> Assessment:
    """What the database holds for them at this moment."""
    record = open_store(server.database).load(capability)
    assert record
    return from_entries(record.questionnaire_id, record.version, record.entries)
