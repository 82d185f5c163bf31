"""The one answer whose address holds a secret: what it tells the browser to keep, to follow and to repeat."""

from __future__ import annotations

import http.client
import secrets
from contextlib import closing
from urllib.parse import urlsplit

import pytest

from storage.opening import open_store
from tests.builders import golden_club
from tests.journeys.running import Server
from ui import services


@pytest.mark.parametrize("known", [True, False], ids=["known", "unknown"])
def test_the_answer_to_a_link_leads_to_an_address_without_it_and_repeats_it_to_nobody(
    server: Server, known: bool
) -> None:
    token, club = secrets.token_urlsafe(32), golden_club()
    if known:
        of = (club.questionnaire_id, club.version)
        with closing(open_store(server.database)) as store:
            store.save(services.capability(token), club.entries(), questionnaire=of, now=services.now())
    connection = http.client.HTTPConnection("localhost", server.port, timeout=60)
    connection.request("GET", f"/r/{token}", headers={"Accept": "text/html"})
    answer = connection.getresponse()
    body = answer.read().decode()
    assert answer.status == 303
    place, cookie = answer.headers["location"], answer.headers["set-cookie"]
    assert (urlsplit(place).netloc, token in place, token in body) == ("", False, False)
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert (cookie is not None) == known
    if known:
        assert {"HttpOnly", "SameSite=lax"} <= set(cookie.split("; "))
