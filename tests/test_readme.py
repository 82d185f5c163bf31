"""The documentation, executed: what README.md and docs/ name exists, and the commands they give answer."""

from __future__ import annotations

import re
import shlex
import struct
import subprocess
import sys
import tomllib
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from questionnaire.assessment import Assessment
from questionnaire.model import Question
from questionnaire.settings import Settings, variables
from questionnaire.strict_yaml import parse
from scoring.sensitivity import variants
from tests.builders import shipped
from tests.command_lines import run
from tests.test_architecture import MAY_IMPORT
from ui.wording import PAGES

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "SECURITY.md", *sorted((ROOT / "docs").rglob("*.md"))]
CONTENT = ROOT / "questionnaire" / "content" / "diagnostic-numerique" / "v1"
EXAMPLE = CONTENT / "example.json"
ROOMS = {room for room in MAY_IMPORT if (ROOT / room).exists()}
SEEN_BY_NOBODY = {"data", "build", "__pycache__"}
WRITES_CONTENT = ("tidy", "schema")
SERVES = "ui.serve"
NAMED = (
    "app.py",
    *(f"{room}/" for room in sorted(ROOMS) if room != "app.py"),
    ".streamlit/",
    "tests/",
    "docs/",
    "data/",
)
every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())


def section(title: str, text: str = README) -> str:
    """What stands under `## title`. A renamed section is a failure, not an empty check."""
    return text.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def blocks(text: str) -> list[str]:
    return re.findall(r"^```\w*\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)


def spans(text: str) -> list[str]:
    """Inline code, blocks left aside."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL))


def first_cells(text: str) -> list[str]:
    return re.findall(r"^\| `([^`]+)` \|", text, flags=re.MULTILINE)


def makefile(pattern: str) -> set[str]:
    found = re.findall(pattern, (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {word for words in found for word in words.split()}


def commands() -> list[str]:
    return [cell for cell in first_cells(section("Lignes de commande")) if cell.startswith("python -m ")]


@cache
def usage(module: str) -> str:
    """What the command line says of itself: help for the server, the usage of a wrong command for the others."""
    told = run(module, "--help" if module == SERVES else "--inconnu")
    return told.stdout + told.stderr


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) <= 180


def test_every_make_verb_is_told_and_exists() -> None:
    told = set(re.findall(r"(?<!install )\bmake ([a-z]+(?:-[a-z]+)?)", README))
    assert told == makefile(r"^\.PHONY: (.*)$")


def test_the_settings_told_are_read_and_the_others_are_one_link_away() -> None:
    told = set(first_cells(section("Réglages")))
    assert told - set(variables()) == makefile(r"^(\w+) \?=")
    assert {"DATABASE_URL", "PALIER_MODE"} <= told
    assert "(docs/reglages.md)" in section("Réglages")


def test_the_defaults_told_are_the_real_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    start, end = re.findall(r"^\| `DATABASE_URL` \| `([^`…]*)…([^`]*)` \|", README, flags=re.MULTILINE)[0]
    assert Settings().database_url.startswith(start)
    assert Settings().database_url.endswith(end)
    for name in ("PORT", "PYTHON"):
        assert re.findall(rf"^\| `{name}` \| `(.*?)` \|", README, re.MULTILINE) == list(makefile(rf"^{name} \?= (.*)$"))


@every_document
def test_every_variable_named_is_read_somewhere(document: Path) -> None:
    named = set(re.findall(r"\b(?:PALIER_[A-Z_]+|DATABASE_URL)\b", document.read_text(encoding="utf-8")))
    code = "".join(p.read_text(encoding="utf-8") for p in (*(ROOT / "tests").rglob("conftest.py"), ROOT / "Makefile"))
    assert {name for name in named - {"PALIER_"} if name not in variables() and name not in code} == set()


def test_the_map_is_the_folders() -> None:
    told = set(re.findall(r"^([\w.]+)/? ", blocks(section("Les pièces"))[0], flags=re.MULTILINE))
    folders = {p.name for p in ROOT.iterdir() if p.is_dir() and not p.name.startswith(".")} - SEEN_BY_NOBODY
    assert told == folders | {"app.py"}


def test_the_arrows_are_the_tested_ones() -> None:
    lines = [line.split("→") for line in blocks(section("Les pièces"))[1].splitlines()]
    told = {room.strip(): set(re.findall(r"[\w.]+", below)) for room, below in lines}
    assert told == {room: MAY_IMPORT[room] & ROOMS for room in ROOMS}


def test_the_command_table_covers_every_command_line() -> None:
    doors = {room for room in ROOMS if (ROOT / room / "__main__.py").exists()} | {SERVES}
    assert {shlex.split(command)[2] for command in commands()} == doors


@pytest.mark.parametrize("command", commands())
def test_a_command_is_in_the_usage_of_its_module(command: str) -> None:
    module, *words = shlex.split(command)[2:]
    asked = [word for word in words if word.startswith("-") or re.fullmatch(r"[a-z]+", word)]
    assert [word for word in asked if not re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", usage(module))] == []


WRITTEN = (
    "plan.pdf",
    "financeur.pdf",
    "plan.xlsx",
    "plan.docx",
    "plan.html",
    "dossier/",
    "rapport.pdf",
    "sauvegarde.sqlite3",
)


@pytest.mark.parametrize("command", [c for c in commands() if c.split()[-1] not in WRITES_CONTENT and SERVES not in c])
def test_a_command_of_the_readme_does_its_work(command: str, tmp_path: Path) -> None:
    places = {"reponses.json": EXAMPLE} | {name: tmp_path / name for name in WRITTEN}
    if "rapport.pdf" in command:
        run("reports", EXAMPLE, "-o", places["rapport.pdf"])
    words = [places.get(word, word) for word in shlex.split(command)[2:]]
    database = f"sqlite:///{tmp_path / 'palier.sqlite3'}"
    if words[0] == "storage":  # there is something to check, to save and to put back once it is there
        run("storage", "migrate", DATABASE_URL=database)
    if words[:2] == ["storage", "restore"]:
        run("storage", "backup", words[2], DATABASE_URL=database)
    done = run(*words, DATABASE_URL=database)
    assert done.returncode == 0, done.stderr
    assert [name for name in WRITTEN if name in words and not places[name].exists()] == []


@pytest.mark.parametrize("verb", ["check", "tidy", "schema", "export"])
def test_the_content_commands_are_told(verb: str) -> None:
    assert f"python -m questionnaire {verb}" in README
    assert verb in usage("questionnaire")


def test_the_plain_commands_are_right() -> None:
    """Windows and macOS: the same three steps, each naming a file and a module that are there."""
    plain = [line for block in blocks(section("Deux commandes")) for line in block.splitlines() if " -m " in line]
    steps = [re.sub(r"^(?:py|python3|\.venv\\Scripts\\python|\.venv/bin/python) -m ", "", line) for line in plain]
    assert steps == ["venv .venv", "pip install -r requirements.txt", "streamlit run app.py"] * 2
    for module in ("venv", "pip", "streamlit"):
        help_ = subprocess.run([sys.executable, "-m", module, "--help"], capture_output=True, timeout=60, check=False)
        assert help_.returncode == 0


@every_document
def test_links_and_paths_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if not link.startswith("http")]
    missing = [link for link in links if not (document.parent / link).exists()]
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    paths = [span for span in spans(text) if re.fullmatch(r"[\w./-]+", span) and span.startswith(NAMED)]
    missing += [path for path in paths if not (ROOT / path).exists() and f"/{path}" not in ignored]
    assert missing == []


def test_the_content_files_told_are_the_folder() -> None:
    told = set(re.findall(r"`([\w-]+\.(?:yaml|json))`", section("Modifier le contenu")))
    assert told == {path.name for path in CONTENT.iterdir()}


def test_the_pages_named_are_in_the_menu() -> None:
    named = re.findall(r"page « ([^»]+) »", README)
    assert [len(named) > 0, *(name in PAGES.values() for name in named)] == [True] * (len(named) + 1)


def test_the_figures_told_are_those_of_the_content() -> None:
    assert re.findall(r"parmi (\d+) actions", README) == [str(len(shipped().actions))]
    levels = [(level.name, level.starts_at) for level in shipped().rules.scoring.levels]
    assert [f"{name} ({start})" in README for name, start in levels] == [True] * len(levels)


@pytest.mark.parametrize("image", sorted(re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)))
def test_an_image_is_light_and_fits_a_screen(image: str) -> None:
    assert (ROOT / image).stat().st_size < 300_000
    head = (ROOT / image).read_bytes()[:24]
    width, height = struct.unpack(">II", head[16:])
    assert (head[:8], width <= 1280, height <= 900) == (b"\x89PNG\r\n\x1a\n", True, True)


def test_the_readme_shows_two_images() -> None:
    assert README.count("![") == 2


def decision(number: str) -> str:
    return next((ROOT / "docs" / "decisions").glob(f"{number}-*.md")).read_text(encoding="utf-8")


def test_decisions_are_numbered_without_a_gap_and_linked() -> None:
    names = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("*.md"))
    assert [name[:4] for name in names] == [f"{i:04d}" for i in range(1, len(names) + 1)]
    listed = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
    assert re.findall(r"\(decisions/([^)]+)\)", listed) == names
    assert "docs/decisions.md" in README


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=lambda path: path.stem)
def test_a_decision_says_context_choice_and_consequence(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, flags=re.MULTILINE) == ["Contexte", "Choix", "Conséquence"]


def test_every_pinned_library_has_its_reason() -> None:
    pinned = re.findall(
        r"^([\w-]+)(?:\[\w+\])?==", (ROOT / "requirements.txt").read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    assert first_cells(decision("0002")) == pinned


def test_every_streamlit_setting_has_its_reason() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    written = {
        f"{part}.{name}": value for part in settings if part != "theme" for name, value in settings[part].items()
    }
    told = tomllib.loads("\n".join(first_cells(decision("0004"))))
    assert {f"{part}.{name}": value for part in told for name, value in told[part].items()} == written


def test_the_method_page_gives_the_figures_of_the_rules() -> None:
    page = (ROOT / "docs" / "methode.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `(\w+)` \| ([\d/]+) \|", page, flags=re.MULTILINE))
    rules = shipped().rules.scoring
    figures = {name: rule.value for name, rule in rules if hasattr(rule, "value")}
    assert {name: Fraction(value) for name, value in told.items()} == figures
    levels = re.findall(r"^\| (\d)\. (.+?) \| (\d+) \|", page, flags=re.MULTILINE)
    assert levels == [(str(level.number), level.name, str(level.starts_at)) for level in rules.levels]


def test_the_method_page_names_the_seven_variants() -> None:
    page = (ROOT / "docs" / "methode.md").read_text(encoding="utf-8")
    content = shipped()
    found = variants(content, Assessment(content.id, content.version), content.axes[0].id)
    assert first_cells(section("C.9 Le niveau dépend-il de nos choix ?", page)) == [variant.id for variant in found]


def test_the_commented_question_is_a_question() -> None:
    page = (ROOT / "docs" / "ecrire-le-contenu.md").read_text(encoding="utf-8")
    block = blocks(section("Une question, commentée", page))[0]
    question = Question.model_validate(parse(block, "ecrire-le-contenu.md").data)
    assert question.critical
    assert set(question.model_dump(exclude_none=True)) <= {*re.findall(r"^(\w+):", block, re.MULTILINE), "options"}


def test_the_licences_are_whole() -> None:
    texts = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("LICENSE", "LICENSE-content")}
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in texts["LICENSE"]
    assert "Attribution-ShareAlike 4.0 International" in texts["LICENSE-content"]
    assert "Appendix" in texts["LICENSE"]
    assert "Section 8 – Interpretation" in texts["LICENSE-content"]
