"""Streamlit's own words on a file field and under a button that fails: said in French, the English never read aloud."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.journeys import gestures as do
from tests.journeys.presses import press, unfold
from tests.journeys.running import ROOT, Server, serving, settle
from ui import wording_home
from ui import wording_report as words

Arrive = Callable[..., Page]
CHOOSE, REFUSED = "Choisir un fichier", "fichier trop lourd."
ENGLISH = (
    "Upload", "upload", "per file", "Error", "must be", "not allowed", "Add files", "Failed", "Remove", "MB", "Skip",
)  # fmt: skip
FAILING = """
import streamlit as st

def make():
    raise OSError("rien")

st.download_button("Télécharger", data=make, file_name="rapport.pdf", on_click="ignore")
"""
APP = """
import streamlit as st
from starlette.middleware import Middleware

from ui.fixed import ROUTES
from ui.shell import PageShell

app = st.App({page!r}, routes=ROUTES, middleware=[Middleware(PageShell)])
"""


def heard(page: Page) -> list[str]:
    """What Chromium gives a screen reader: the name of each node that is not hidden from it."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return [do.plain(n["name"]["value"]) for n in nodes if not n["ignored"] and n.get("name", {}).get("value")]


def english(names: list[str]) -> list[str]:
    return [name for name in names if any(word in name for word in ENGLISH)]


def most() -> str:
    """The heaviest file taken, as the settings say it."""
    settings = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    return f"{settings['server']['maxUploadSize']} Mo au plus"


def file_field(page: Page, server: Server, where: str) -> None:
    if where == "verifier":
        do.visit(page, server, "verifier", words.VERIFY_PAGE)
        return
    do.begin(page, server)
    page.goto(server.url)
    do.wait_for_text(page, wording_home.HOME_FILE)
    unfold(page.get_by_text(wording_home.HOME_FILE).first)


@pytest.mark.parametrize("width", ["ordinateur", "téléphone"])
@pytest.mark.parametrize("where", ["accueil", "verifier"])
def test_a_file_field_speaks_french(server: Server, visitor: Arrive, where: str, width: str) -> None:
    page = visitor(width)
    file_field(page, server, where)
    button = page.get_by_role("button", name=CHOOSE, exact=True)
    box = button.bounding_box()
    assert box
    assert box["height"] >= 44
    names = heard(page)
    assert CHOOSE in names
    assert any(name.startswith(most()) for name in names), names
    assert english(names) == []
    with page.expect_file_chooser():
        press(button)


def test_a_file_too_heavy_is_refused_in_french_and_easily_removed(server: Server, visitor: Arrive) -> None:
    page = visitor("téléphone")
    file_field(page, server, "verifier")
    heavy = {"name": "rapport.pdf", "mimeType": "application/pdf", "buffer": bytes(2**20 * 3)}
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(heavy)  # type: ignore[arg-type]
    page.get_by_test_id("stFileChip").wait_for()
    settle(page)
    names = heard(page)
    assert any(name.endswith(REFUSED) for name in names), names
    assert english(names) == []
    remove = page.get_by_test_id("stFileChipDeleteBtn").get_by_role("button")
    box = remove.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44
    press(remove, page.get_by_role("button", name=CHOOSE, exact=True))


def test_a_download_that_fails_says_so_in_french(tmp_path: Path, visitor: Arrive) -> None:
    (tmp_path / "page.py").write_text(FAILING, encoding="utf-8")
    (tmp_path / "app.py").write_text(APP.format(page=str(tmp_path / "page.py")), encoding="utf-8")
    server = Server("sqlite://", script=tmp_path / "app.py", environment={"PYTHONPATH": str(ROOT)})
    with serving(server):
        page = visitor("téléphone")
        page.goto(server.url)
        settle(page)
        press(page.get_by_role("button", name="Télécharger"))
        page.get_by_test_id("stDownloadButtonError").wait_for(state="attached")
        names = heard(page)
    assert do.plain(words.NOT_MADE) in names
    assert english(names) == []
