"""The request in words: both sides to the same total, time apart; the doors that fit a profile, and no closed one."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.assessment import Assessment
from questionnaire.funding import FundingRoute
from questionnaire.plan_checks import edit_faults
from reports import service
from reports.compose_funding import KINDS, NATURES
from reports.content import FundingPage
from reports.content_funding import MoneyRow, RequestText
from tests.builders import assessed, assessments, shipped, small
from tests.reports.printed import DAY, club, questionnaire_of, rows_of, sentences_in

BOUGHT = {
    "own.1": {"title": "Une imprimante", "hours": 2, "euros": 120, "due": "2027-12-15"},
    "own.2": {"title": "Un écran", "hours": 3, "euros": 430},
    "own.3": {"title": "Déjà payé", "hours": 1, "euros": 999, "status": "done"},
}
COMMUNE = {"name": "Commune", "euros": 150, "status": "granted"}
NETWORK = {"name": "Réseau <b>voisin</b>", "euros": 80, "status": "asked"}
REQUESTS = {
    "nothing said": {},
    "own money": {"own_euros": 200},
    "exactly paid": {"own_euros": 550},
    "granted": {"own_euros": 50, "cofunding": [COMMUNE]},
    "asked and granted": {"cofunding": [NETWORK, COMMUNE]},
    "three years": {"years": 3, "upkeep_euros": 90, "cofunding": [COMMUNE]},
    "two years with time": {"years": 2, "upkeep_euros": 10, "volunteer_hourly_euros": 13},
    "too much": {"own_euros": 5000},
    "too much granted": {"years": 3, "cofunding": [{**COMMUNE, "euros": 9000}], "volunteer_hourly_euros": 12},
}
SPORT = {"P02": "0", "P05": "sport", "P07": "member"}
CENTRE = {"P02": "10-49", "P04": "200-500k", "P05": "social_health", "P06": {"area": "qpv"}, "P07": "none"}


def buyer(request: dict[str, Any]) -> Assessment:
    """The example club, with what it buys and the request it writes."""
    state = club()
    for key, value in BOUGHT.items():
        state = state.put("plan", key, value)
    assert not list(edit_faults("request", request))
    return state.put("plan", "request", request) if request else state


def funding(state: Assessment) -> FundingPage:
    questionnaire = questionnaire_of(state)
    return service.funding_of(service.case_of(questionnaire, state, rows_of(questionnaire.id), DAY))


def amounts(row: MoneyRow) -> list[int]:
    """The figures of a line, empty cells left aside."""
    return [int(re.sub(r"\D", "", text)) for text in row.amounts if text]


def total(rows: tuple[MoneyRow, ...]) -> int:
    *lines, last = rows
    assert last.strong
    assert amounts(last)[-1] == sum(amounts(line)[-1] for line in lines)
    return amounts(last)[-1]


def excess(request: RequestText) -> int:
    told = [s for s in request.sentences if "dépassent les charges" in s]
    return int(re.sub(r"\D", "", told[0])) if told else 0


@pytest.mark.parametrize("said", REQUESTS.values(), ids=REQUESTS)
def test_both_sides_have_the_same_total(said: dict[str, Any]) -> None:
    request = funding(buyer(said)).request
    years = said.get("years", 1)
    assert not request.empty
    assert len(request.heads) == (years + 2 if years > 1 else 2)
    assert total(request.resources) == total(request.charges) + excess(request)
    assert total(request.charges) == 550 + years * said.get("upkeep_euros", 0)
    for row in request.charges:
        assert len(row.amounts) == len(request.heads) - 1
        assert years == 1 or sum(amounts(row)[:-1]) == amounts(row)[-1]


@pytest.mark.parametrize(
    ("name", "asked", "beyond"), [("too much", 0, 4450), ("exactly paid", 0, 0), ("granted", 350, 0)]
)
def test_what_is_asked_is_never_below_zero(name: str, asked: int, beyond: int) -> None:
    request = funding(buyer(REQUESTS[name])).request
    line = next(row for row in request.resources if row.label == request.title)
    assert (amounts(line), excess(request)) == ([asked], beyond)


def test_a_purchase_falls_in_its_year_and_what_is_done_is_paid() -> None:
    rows = {row.label: amounts(row) for row in funding(buyer(REQUESTS["three years"])).request.charges}
    assert rows["Une imprimante (fonctionnement)"] == [0, 120, 0, 120]
    assert rows["Un écran (fonctionnement)"] == [430, 0, 0, 430]
    assert rows["Entretien et abonnements (fonctionnement)"] == [90, 90, 90, 270]
    assert not any("Déjà payé" in label for label in rows)


def test_who_pays_is_told_with_what_they_answered() -> None:
    labels = [row.label for row in funding(buyer(REQUESTS["asked and granted"])).request.resources]
    assert "Commune (obtenu)" in labels
    assert "Réseau <b>voisin</b> (demandé)" in labels


def test_volunteer_time_is_on_both_sides_and_apart() -> None:
    request = funding(buyer(REQUESTS["two years with time"])).request
    used, given_ = request.volunteers
    assert amounts(used)[-1] == amounts(given_)[-1] > 0
    assert amounts(used)[-1] % 13 == 0
    assert total(request.charges) == 550 + 2 * 10  # time is in no total
    assert funding(buyer({})).request.volunteers == ()  # no rate is invented
    assert any("temps" in sentence.lower() for sentence in funding(buyer({})).request.sentences)


def test_signs_and_their_day_are_told() -> None:
    said = {
        "indicators": ["deux personnes savent rouvrir la copie", "la liste est à jour"],
        "measured_on": "2027-06-01",
    }
    told = " ".join(funding(buyer(said)).request.sentences).replace("\u202f", " ").replace("\u00a0", " ")
    assert "2 indicateurs, mesurés le 1er juin 2027 : deux personnes savent rouvrir la copie et la liste" in told


def test_nothing_to_buy_is_said_and_upkeep_alone_is_something() -> None:
    assert funding(assessed(shipped())).request.empty
    alone = assessed(shipped()).put("plan", "request", {"upkeep_euros": 60})
    assert not funding(alone).request.empty
    assert total(funding(alone).request.resources) == 60


# ---- the doors


def offered(profile: dict[str, Any]) -> dict[str, FundingRoute]:
    by_id = {route.id: route for route in shipped().funding_routes}
    return {route.id: by_id[route.id] for route in funding(assessed(shipped(), profile=profile)).routes}


def test_a_sports_club_is_sent_to_its_federation_and_not_to_a_fund_closed_to_sport() -> None:
    routes = offered(SPORT)
    assert "federation-sport" in routes
    assert {"fdva-formation", "tete-de-reseau", "dla", "opco", "politique-de-la-ville"}.isdisjoint(routes)
    assert "fdva-fonctionnement" in routes  # sport is welcome there


def test_a_social_centre_with_employees_in_a_priority_district() -> None:
    routes = offered(CENTRE)
    assert {"politique-de-la-ville", "dla", "opco", "fdva-formation", "fondation-orange"} <= set(routes)
    assert {"federation-sport", "tete-de-reseau"}.isdisjoint(routes)


def test_an_empty_profile_keeps_what_may_fit_and_nothing_that_needs_a_yes() -> None:
    routes = offered({})
    assert {"dla", "opco", "fdva-formation", "commune"} <= set(routes)
    assert {"federation-sport", "politique-de-la-ville", "tete-de-reseau"}.isdisjoint(routes)


@settings(max_examples=60, deadline=None)
@given(st.one_of(assessments(shipped(), edited=True), assessments(small(), edited=True)))
def test_a_closed_door_is_never_offered_and_every_door_says_when_it_was_seen(state: Assessment) -> None:
    page = funding(state)
    closed = {route.id: route for route in questionnaire_of(state).funding_routes if route.status == "closed"}
    assert closed.keys().isdisjoint(route.id for route in page.routes)
    assert all(any(text.startswith(route.name) for route in closed.values()) for text in page.closed)
    for route in page.routes:
        assert route.first_step
        assert route.state
        assert "Relevé le" in route.seen
        assert any(nature in route.natures.lower() for nature in NATURES.values())
        assert not route.url or route.url.startswith("https://")
    assert total(page.request.resources) == total(page.request.charges) + excess(page.request)


@pytest.mark.parametrize("profile", [{}, SPORT, CENTRE], ids=["empty", "sport", "centre"])
def test_every_need_has_an_answer_that_buys_nothing(profile: dict[str, Any]) -> None:
    tools = funding(assessed(shipped(), profile=profile)).tools
    assert tools
    for tool in tools:
        assert KINDS["nothing"] in [line.kind for line in tool.lines]
        assert all(line.who for line in tool.lines)


def test_words_are_tidy() -> None:
    for state in (buyer(REQUESTS["three years"]), assessed(shipped(), profile=CENTRE), assessed(small())):
        for text in sentences_in(funding(state)):
            assert "http" in text or not re.search(r"[ \u00a0][;:!?»%€]|« |\.\.", text), text
