"""The settings: what a public site cannot start without, what is refused by name, what is never shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from questionnaire.settings import PUBLIC_FIELDS, Settings, SettingsError, variable, variables
from questionnaire.settings_page import settings_page
from tests.builders import PUBLIC_SITE
from tests.command_lines import run

ROOT = Path(__file__).resolve().parents[2]
SECRET = PUBLIC_SITE["PALIER_COOKIE_SECRET"]


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A whole public site, to be spoilt."""
    for name, value in PUBLIC_SITE.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def test_nothing_is_needed_on_ones_own_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in variables():
        monkeypatch.delenv(name, raising=False)
    assert (Settings().mode, Settings().lacks()) == ("local", [])


@pytest.mark.usefixtures("environment")
def test_a_whole_public_site_lacks_nothing() -> None:
    assert (Settings().mode, Settings().lacks()) == ("public", [])


@pytest.mark.parametrize("name", PUBLIC_FIELDS)
@pytest.mark.parametrize("value", [None, "", "   "], ids=["absent", "empty", "spaces"])
def test_each_thing_a_public_site_needs_is_missed_by_its_name(
    environment: pytest.MonkeyPatch, name: str, value: str | None
) -> None:
    if value is None:
        environment.delenv(variable(name))
    else:
        environment.setenv(variable(name), value)
    (sentence,) = Settings().lacks()
    assert sentence.startswith(f"Il manque {variable(name)}")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PALIER_COOKIE_SECRET", SECRET[:31]),
        ("PALIER_URL", "http://un.site.fr"),
        ("PALIER_URL", "un.site.fr"),
        ("PALIER_URL", "https:///x"),
        ("PALIER_URL", "https://un.site.fr/diagnostic"),
    ],
)
def test_a_value_that_protects_nothing_is_missed_too(environment: pytest.MonkeyPatch, name: str, value: str) -> None:
    environment.setenv(name, value)
    (sentence,) = Settings().lacks()
    assert sentence.startswith(f"Il manque {name}")
    assert value not in sentence


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("PALIER_MOD", "PALIER_MODE"), ("PALIER_COOKIE_SECRT", "PALIER_COOKIE_SECRET"), ("palier_pays", "PALIER_")],
)
def test_a_name_that_does_not_exist_is_refused_with_the_nearest(
    monkeypatch: pytest.MonkeyPatch, wrong: str, right: str
) -> None:
    monkeypatch.setenv(wrong, "valeur")
    with pytest.raises(SettingsError, match=rf"La variable {wrong} n’existe pas. Vouliez-vous dire {right}"):
        Settings()


def test_an_empty_variable_asks_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PALIER_INCONNUE", "")
    monkeypatch.setenv("PALIER_MODE", "")
    assert Settings().mode == "local"


def test_a_wrong_value_is_refused_without_being_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PALIER_MODE", "hunter2")
    with pytest.raises(SettingsError, match="PALIER_MODE") as caught:
        Settings()
    assert "hunter2" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_no_secret_is_shown(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("DATABASE_URL", "postgresql://palier:motdepasse@base/palier")
    settings = Settings()
    shown = f"{settings} {settings!r} {settings.cookie_secret}"
    assert SECRET not in shown
    assert "motdepasse" not in shown
    assert settings.cookie_secret.get_secret_value() == SECRET


def test_the_page_of_the_settings_is_up_to_date() -> None:
    told = run("questionnaire", "settings")
    assert told.stdout == (ROOT / "docs" / "reglages.md").read_text(encoding="utf-8")
    rows = {line.split("`")[1]: line for line in settings_page().splitlines() if line.startswith("| `")}
    assert list(rows) == list(variables())
    assert {name for name, row in rows.items() if row.endswith("| oui |")} == {variable(n) for n in PUBLIC_FIELDS}


@pytest.mark.parametrize(
    "command",
    [
        ("questionnaire", "export"),
        ("scoring", "questionnaire/content/diagnostic-numerique/v1/example.json"),
        ("storage", "check"),
        ("reports", "questionnaire/content/diagnostic-numerique/v1/example.json", "-o", "/dev/null"),
    ],
    ids=lambda command: command[0],
)
def test_every_command_line_refuses_a_mistyped_name_in_one_sentence(command: tuple[str, ...]) -> None:
    done = run(*command, PALIER_KEEP_MONTH="3")
    assert (done.returncode, done.stdout) == (1, "")
    assert "PALIER_KEEP_MONTH n’existe pas" in done.stderr
    assert "Traceback" not in done.stderr
