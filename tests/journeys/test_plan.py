"""The plan made one's own: what is decided stays, whatever happens to the page, the server or the means."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from playwright.sync_api import Locator, Page, expect

from questionnaire.answers_file import parse_text
from questionnaire.assessment import Assessment
from questionnaire.loading import SHIPPED
from questionnaire.plan_edits import PLAN
from reports.phrases import day
from tests.journeys import files
from tests.journeys import gestures as do
from tests.journeys.presses import press, unfold
from tests.journeys.running import Server, settle
from ui import services

Arrive = Callable[..., Page]
EXAMPLE = parse_text(do.CONTENT, (SHIPPED / "example.json").read_bytes())
CAPACITY = do.CONTENT.rules.plan.capacity
LATER = services.today() + timedelta(days=150)
ODD = "Fêter <b>les 10 ans</b> 🎉 ![x](https://x.example/y.png)"
TITLE = "Votre plan d’action"


def lines(page: Page) -> Locator:
    return page.locator('[class*="st-key-plan-line-"]')


def titles(page: Page) -> list[str]:
    """The actions shown, in order, without their numbers."""
    told = [line.get_by_test_id("stText").first.inner_text() for line in lines(page).all()]
    return [title.split(". ", 1)[1] for title in told]


def line_of(page: Page, title: str) -> Locator:
    return lines(page).filter(has=page.get_by_text(re.compile(rf"^\d+\. {re.escape(title)}")))


def open_plan(page: Page, server: Server, assessment: Assessment = EXAMPLE) -> Callable[[], Mapping[str, Any]]:
    """The example's visitor on the plan page; what the database holds of their plan, to be asked for later."""
    capability = do.resume(page, server, assessment)
    do.visit(page, server, "plan", TITLE)
    return lambda: do.stored(server, capability).all_of(PLAN)


def modify(page: Page, title: str) -> Locator:
    line = line_of(page, title)
    unfold(line.get_by_text("Modifier", exact=True))
    line.get_by_label("Qui s’en charge").wait_for()
    settle(page)
    return line


def no_wider_than_the_screen(page: Page) -> bool:
    wide: int = page.evaluate(
        "() => Math.max(document.documentElement.scrollWidth, document.querySelector('[data-testid=stMain]').scrollWidth)"
        " - window.innerWidth"
    )
    return wide <= 0


def test_reading_the_plan_and_opening_everything_writes_nothing(server: Server, visitor: Arrive) -> None:
    page = visitor("téléphone")
    kept = open_plan(page, server)
    modify(page, titles(page)[0])
    for label in ("Changer la date de départ", "Le plan en tableau", "Ajouter une action à vous", "Et si nous avions"):
        unfold(page.get_by_text(re.compile(f"^{label}")).first)
    unfold(page.get_by_text("Choisir qui demande, et pour quand").first)
    assert no_wider_than_the_screen(page)
    assert kept() == {}


def test_what_is_decided_outlives_a_refresh_a_restart_and_other_means(server: Server, visitor: Arrive) -> None:
    page = visitor()
    open_plan(page, server)
    title = titles(page)[1]
    line = modify(page, title)
    do.say(page, line.get_by_label("Qui s’en charge"), "la secrétaire")
    do.say_day(page, line.get_by_test_id("stDateInput"), LATER)
    do.pick(page, "État", "En cours")
    do.say(page, line.get_by_label("Prix du devis, en euros"), "35")
    do.say(page, line.get_by_label("Qui paie"), "la mairie")
    do.say(page, line.get_by_label("Note"), "Deux *devis*\nreçus")
    expect(line.get_by_text("Enregistré")).to_be_visible()
    page.reload()
    settle(page)
    told = do.plain(line_of(page, title).inner_text())
    assert "Mené par : la secrétaire · en cours · qui paie : la mairie" in told
    assert "Deux *devis* reçus" in told
    server.kill()
    server.start()
    _keep_other_means(page, server)
    told = do.plain(line_of(page, title).inner_text())
    assert "la secrétaire · en cours" in told
    assert "· 35 € ·" in told
    kept = files.kept_answers(page, server)
    assert kept["profile"][CAPACITY.field] == EXAMPLE.fields[CAPACITY.field] | {CAPACITY.hours_part: 9}
    (key,) = kept["plan"].keys() - {"start"}
    assert kept["plan"] == {
        "start": services.today().isoformat(),
        key: {
            "role": "la secrétaire",
            "due": LATER.isoformat(),
            "status": "doing",
            "euros": 35,
            "funding": "la mairie",
            "note": "Deux *devis*\nreçus",
        },
    }


def _keep_other_means(page: Page, server: Server) -> None:
    do.visit(page, server, "plan", TITLE)
    unfold(page.get_by_text("Et si nous avions plus"))
    do.say(page, page.get_by_label("Heures par mois"), "9")
    expect(page.get_by_text(re.compile(r"^Avec 9\sh par mois et 60\s€, "))).to_be_visible()
    shows = page.get_by_text(re.compile(r"9\sh par mois pendant 10 mois"))
    press(page.get_by_role("button", name="Garder ces moyens"), shows)
    settle(page)


def test_a_choice_made_right_after_a_restart_is_kept_without_reloading(server: Server, visitor: Arrive) -> None:
    """The silently lost answer: the browser still shows the field, the new server knows nothing of it."""
    page = visitor()
    kept = open_plan(page, server)
    title = titles(page)[0]
    modify(page, title)
    app = page.get_by_test_id("stApp")
    server.kill()
    expect(app).not_to_have_attribute("data-test-connection-state", "CONNECTED")
    server.start()
    expect(app).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=60_000)
    do.pick(page, "État", "Fait")
    expect(line_of(page, title).get_by_text("(fait)")).to_be_visible()
    assert {"status": "done"} in kept().values()


def test_what_cannot_be_kept_is_told_and_the_former_value_stays(server: Server, visitor: Arrive) -> None:
    page = visitor("téléphone")
    kept = open_plan(page, server)
    line = modify(page, titles(page)[0])
    due = line.get_by_test_id("stDateInput")
    do.say_day(page, due, LATER)
    do.say_day(page, due, date(2020, 2, 1))
    expect(line.get_by_text("est déjà passé")).to_be_visible()
    do.say(page, line.get_by_label("Qui s’en charge"), "x" * 300)
    expect(line.get_by_text(re.compile("200 caractères au plus, et votre texte en compte 300"))).to_be_visible()
    do.say(page, line.get_by_label("Prix du devis, en euros"), "-5")
    expect(line.get_by_text("il faut un nombre entier de 0 à")).to_be_visible()
    assert line.get_by_label("Qui s’en charge").input_value() == "x" * 300  # nothing typed is taken away
    assert no_wider_than_the_screen(page)
    assert [value for key, value in kept().items() if key != "start"] == [{"due": LATER.isoformat()}]


def test_an_action_left_out_can_be_put_back_by_undoing_or_later(server: Server, visitor: Arrive) -> None:
    page = visitor("téléphone")
    open_plan(page, server)
    title = titles(page)[2]
    _drop(page, title, "Pas cette année")
    expect(page.get_by_role("heading", name="Actions écartées")).to_be_visible()
    expect(page.get_by_text("Pas cette année", exact=True)).to_be_visible()
    assert title not in titles(page)
    press(page.get_by_role("button", name="Annuler la dernière modification").first, line_of(page, title))
    expect(page.get_by_role("button", name="Annuler la dernière modification")).to_have_count(0)
    settle(page)
    _drop(page, title, "")
    page.reload()
    settle(page)
    press(page.get_by_role("button", name="Remettre dans le plan"), line_of(page, title))
    settle(page)
    expect(page.get_by_role("heading", name="Actions écartées")).to_have_count(0)
    assert no_wider_than_the_screen(page)


def _drop(page: Page, title: str, reason: str) -> None:
    button = modify(page, title).get_by_role("button", name="Écarter cette action")
    box = page.get_by_label("Pourquoi ? (facultatif)")
    press(button, box)
    if reason:
        do.say(page, box, reason)
    press(page.get_by_role("button", name="Écarter", exact=True), page.get_by_role("heading", name="Actions écartées"))
    expect(line_of(page, title)).to_have_count(0)
    settle(page)


def test_an_action_of_their_own_is_shown_as_written(server: Server, visitor: Arrive) -> None:
    page = visitor()
    kept = open_plan(page, server)
    unfold(page.get_by_text("Ajouter une action à vous"))
    title, add = page.get_by_label("Quelle action"), page.get_by_role("button", name="Ajouter cette action")
    title.fill("x" * 2000)
    do.say(page, page.get_by_label("Temps, en heures"), "-5")
    told = page.get_by_role("alert")
    press(add, told)
    expect(told).to_contain_text(re.compile(r"200 caractères au plus, et votre texte en compte 2\s000"))
    expect(told).to_contain_text("il faut un nombre entier de 0 à")
    assert title.input_value() == "x" * 2000
    title.fill(ODD)
    do.say(page, page.get_by_label("Temps, en heures"), "6")
    line = line_of(page, ODD)
    press(add, line)
    settle(page)
    assert line.locator("b, img").count() == 0
    do.say(page, modify(page, ODD).get_by_label("Qui s’en charge"), "tout le monde")
    unfold(page.get_by_text("Le plan en tableau"))
    row = page.get_by_role("row").filter(has_text=ODD)
    expect(row).to_contain_text("tout le monde")
    assert kept()["own.1"] == {"title": ODD, "hours": 6, "role": "tout le monde"}


def test_what_to_find_out_is_given_to_somebody_and_leads_to_its_question(server: Server, visitor: Arrive) -> None:
    page = visitor()
    kept = open_plan(page, server)
    all_asked = page.locator('[class*="st-key-plan-asked-"]')
    text = all_asked.first.get_by_test_id("stMarkdown").first.inner_text()
    asked = all_asked.filter(has_text=text)  # a later day moves it down the list
    question = next(q for q in do.CONTENT.questions if q.text == text)
    unfold(asked.get_by_text("Choisir qui demande, et pour quand"))
    do.say(page, asked.get_by_label("Qui s’en charge"), "le bureau")
    do.say_day(page, asked.get_by_test_id("stDateInput"), LATER)
    expect(asked.get_by_test_id("stText")).to_contain_text(f"Le bureau · d’ici au {day(LATER)}")
    heading = page.get_by_role("heading", name=question.text, exact=True)
    press(asked.get_by_role("button", name="Réponse trouvée"), heading)
    do.wait_for_question(page)
    assert kept()[f"ask.{question.id}"] == {"role": "le bureau", "due": LATER.isoformat()}


def test_without_time_or_money_the_page_is_kind_and_useful(server: Server, visitor: Arrive) -> None:
    page = visitor("téléphone")
    open_plan(page, server, EXAMPLE.put("profile", CAPACITY.field, {CAPACITY.hours_part: 0, CAPACITY.euros_part: 0}))
    assert titles(page) == []
    told = do.words(page)
    assert "c’est une vraie réponse" in told
    assert "Qui saurait répondre ?" in told
    assert "Si une personne part demain" in told
    unfold(page.get_by_text("Ajouter une action à vous"))
    do.say(page, page.get_by_label("Quelle action"), "Ranger le placard")
    press(page.get_by_role("button", name="Ajouter cette action"), line_of(page, "Ranger le placard"))
    assert no_wider_than_the_screen(page)


def test_what_a_grant_would_pay_for_enters_the_plan(server: Server, visitor: Arrive) -> None:
    page = visitor()
    open_plan(page, server)
    unlock = page.locator('[class*="st-key-plan-unlock-"]').first
    title = unlock.get_by_test_id("stMarkdown").first.inner_text()
    press(unlock.get_by_role("button", name="Ajouter au plan"), line_of(page, title))
    expect(line_of(page, title)).to_contain_text("Subvention à demander")
