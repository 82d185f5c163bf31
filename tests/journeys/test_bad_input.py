"""What goes wrong is said in one French sentence, nothing is lost, no traceback is shown."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import files
from tests.journeys import gestures as do
from tests.journeys.running import ROOT, Server, free_port, settle

Arrive = Callable[..., Page]
HOSTILE = "<b>Club</b> & <img src=x onerror=alert(1)> **gras** [lien](http://exemple.invalid) 🚲 œ"


def _start(environment: dict[str, str], port: int | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ui.serve", "--port", str(port or free_port())]
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_a_port_in_use_is_said_in_one_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("0.0.0.0", 0))
        taken.listen()
        done = _start({}, taken.getsockname()[1])
    assert done.returncode == 1
    assert "est déjà pris" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_questionnaire_stops_the_start_with_file_and_line(tmp_path: Path) -> None:
    for path in (ROOT / "tests/small_questionnaire").glob("*.yaml"):
        (tmp_path / path.name).write_text(path.read_text())
    broken = (tmp_path / "rules.yaml").read_text().replace("number: 1", "number: un", 1)
    (tmp_path / "rules.yaml").write_text(broken)
    done = _start({"PALIER_QUESTIONNAIRE": str(tmp_path), "DATABASE_URL": f"sqlite:///{tmp_path}/d.sqlite3"})
    assert done.returncode == 1
    assert re.search(
        r"rules\.yaml:\d+: « number » vaut « un » ; écrivez un nombre entier", done.stderr.replace("\u202f", " ")
    )
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("content", [b"ceci n'est pas une base", b"\0" * 4096], ids=["text", "zeros"])
def test_a_corrupt_database_is_refused_and_left_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "palier.sqlite3"
    path.write_bytes(content)
    done = _start({"DATABASE_URL": f"sqlite:///{path}"})
    assert done.returncode == 1
    assert "Palier ne peut pas démarrer" in done.stderr
    assert "Traceback" not in done.stderr
    assert path.read_bytes() == content


def test_a_data_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("un fichier à la place du dossier")
    done = _start({"DATABASE_URL": f"sqlite:///{tmp_path}/data/palier.sqlite3"})
    assert done.returncode == 1
    assert "Palier ne peut pas démarrer" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_data_folder_is_made(tmp_path: Path, visitor: Arrive) -> None:
    server = Server(f"sqlite:///{tmp_path}/une/autre/palier.sqlite3").start()
    try:
        page = visitor()
        do.begin(page, server)
        assert (tmp_path / "une/autre/palier.sqlite3").exists()
    finally:
        server.kill()


def test_an_unknown_link_shows_the_page_that_says_so(server: Server, visitor: Arrive) -> None:
    page = visitor()
    for token in ("B" * 43, "court", "%3Cb%3E"):
        page.goto(f"{server.url}/r/{token}")
        page.get_by_role("heading", name="Ce lien ne mène à rien").wait_for()


def test_a_faulty_file_tells_every_fault_and_changes_nothing(server: Server, visitor: Arrive) -> None:
    page = visitor()
    example = (ROOT / "questionnaire/content/diagnostic-numerique/v1/example.json").read_text()
    files.open_file(page, server, example.replace('"C11": 1', '"C11": 9').replace('"P02": "0"', '"P02": 0'))
    do.wait_for_text(page, "Ce fichier n’a pas été ouvert, et rien n’a changé")
    expect(page.get_by_text("answers.C11")).to_be_visible()
    expect(page.get_by_text("profile.P02")).to_be_visible()


def test_a_right_file_opens_and_leads_to_the_results(server: Server, visitor: Arrive) -> None:
    page = visitor()
    files.open_file(page, server, (ROOT / "questionnaire/content/diagnostic-numerique/v1/example.json").read_text())
    do.wait_for_text(page, "Fichier lu")
    page.goto(f"{server.url}/resultats")
    do.wait_for_text(page, "À protéger d’abord")


def test_a_hostile_name_is_only_text_on_pages_and_in_the_report(server: Server, visitor: Arrive) -> None:
    page = visitor()
    dialogs: list[str] = []
    foreign: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.on(
        "request", lambda r: foreign.append(r.url) if not r.url.startswith((server.url, "data:", "blob:")) else None
    )
    do.begin(page, server)
    box = page.get_by_label(re.compile("Nom de l’association"))
    box.fill(HOSTILE)
    box.press("Enter")
    settle(page)
    page.goto(f"{server.url}/questions")
    do.wait_for_question(page)
    do.answer(page, do.shown_question(page), 1)
    page.goto(server.url)
    expect(page.get_by_text(HOSTILE)).to_be_visible()
    page.goto(f"{server.url}/rapport")
    do.wait_for_text(page, "Votre rapport")
    text = files.pdf_text(files.download(page, "Télécharger le rapport (PDF)"))
    assert "<b>Club</b> & <img src=x onerror=alert(1)>" in text
    assert dialogs == []
    assert [url for url in foreign if not url.startswith(server.url.replace("http", "ws"))] == []
