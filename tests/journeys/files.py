"""Files that go in and out: an answers file opened, the answers and the report taken away and read."""

from __future__ import annotations

import io
import json
from typing import Any

from playwright.sync_api import Page
from pypdf import PdfReader

from tests.journeys import gestures as do
from tests.journeys.presses import press, unfold
from tests.journeys.running import Server, settle


def open_file(page: Page, server: Server, text: str) -> None:
    """Begin, then give an answers file to the home page."""
    do.begin(page, server)
    page.goto(server.url)
    do.wait_for_text(page, "Reprendre depuis un fichier de réponses")
    unfold(page.get_by_text("Reprendre depuis un fichier de réponses").first)
    chooser = page.get_by_test_id("stFileUploader").locator("input[type=file]")
    chooser.set_input_files({"name": "reponses.json", "mimeType": "application/json", "buffer": text.encode()})
    settle(page)


def kept_answers(page: Page, server: Server) -> dict[str, Any]:
    """The answers file that « Données personnelles » gives back."""
    do.visit(page, server, "donnees", "Vos données")
    kept: dict[str, Any] = json.loads(download(page, "Télécharger nos réponses (fichier .json)"))
    return kept


def report_text(page: Page, server: Server) -> str:
    do.visit(page, server, "rapport", "Votre rapport")
    return pdf_text(download(page, "Télécharger le rapport (PDF)"))


def download(page: Page, name: str) -> bytes:
    """The file behind a download button."""
    with page.expect_download(timeout=60_000) as waiting:
        press(page.get_by_role("button", name=name).or_(page.get_by_role("link", name=name)))
    return waiting.value.path().read_bytes()


def pdf_text(data: bytes) -> str:
    """All the text of a PDF, spaces of any kind made ordinary."""
    return do.plain(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))
