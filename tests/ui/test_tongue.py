"""Which language a visitor reads: what they ask for, then what they chose, then what their browser says it reads."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from questionnaire.language import ENGLISH, FRENCH
from ui import cookies, services, tongue


def request(query: str = "", accepted: str = "", cookie: str = "") -> Request:
    headers = [(b"accept-language", accepted.encode()), (b"cookie", cookie.encode("latin-1"))]
    return Request({"type": "http", "method": "GET", "path": "/", "query_string": query.encode(), "headers": headers})


@pytest.mark.parametrize(
    ("accepted", "read"),
    [
        ("", FRENCH),
        ("fr-FR,fr;q=0.9", FRENCH),
        ("en-GB,en;q=0.9", ENGLISH),
        ("EN", ENGLISH),
        ("de-DE,de;q=0.9,en;q=0.5", ENGLISH),
        ("en-GB,en;q=0.9,fr;q=0.2", FRENCH),  # whoever reads French at all gets the reference
        ("de, it;q=0.5", FRENCH),
        (";;,,\x00=", FRENCH),
    ],
)
def test_the_browser_says_what_it_reads(accepted: str, read: str) -> None:
    assert tongue.of_request(request(accepted=accepted).scope) == read


def test_what_was_chosen_counts_more_and_what_is_asked_for_most() -> None:
    kept = f"autre=1; {cookies.LANGUAGE}=en"
    assert tongue.of_request(request(accepted="fr", cookie=kept).scope) == ENGLISH
    assert tongue.of_request(request("lang=fr", "en", kept).scope) == FRENCH
    assert tongue.of_request(request("x=1&lang=en", "fr").scope) == ENGLISH


@pytest.mark.parametrize("wanted", ["lang=", "lang=de", "lang=%00", "lang=../en", "lang=EN%20", "lang"])
def test_a_language_nobody_speaks_here_is_ignored(wanted: str) -> None:
    assert tongue.asked(wanted) is None
    assert tongue.of_request(request(wanted, "fr").scope) == FRENCH


def test_a_broken_cookie_is_ignored() -> None:
    assert tongue.of_request(request(accepted="en", cookie='a="\\; =;;{"').scope) == ENGLISH


def test_outside_of_a_visit_nobody_is_asked() -> None:
    assert tongue.of_run() == ""


def test_the_languages_are_those_the_questionnaire_is_written_in() -> None:
    assert services.languages() == (FRENCH, ENGLISH)
    assert [name for _, name in tongue.others()] == ["Français", "English"]
    for spoken in services.languages():
        assert services.editions_in(spoken) is services.editions_in(spoken)  # checked once
