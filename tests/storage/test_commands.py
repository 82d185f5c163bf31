"""`python -m storage`: results on standard output, French messages on standard error, exit 0, 1 or 2."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from storage.__main__ import main

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def database(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("DATABASE_URL", url)


def test_check_creates_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 1
    out, err = capsys.readouterr()
    assert (out, file.parent.exists()) == ("", False)
    assert "n’existe pas encore" in err


def test_migrate_then_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert [main(["migrate"]), main(["migrate"]), main(["check"])] == [0, 0, 0]
    out, err = capsys.readouterr()
    assert "Base saine et à jour (0002)\u202f: 0 diagnostic, 0 valeur." in out
    assert err == ""


def test_check_finds_entries_without_their_assessment(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["migrate"])
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("INSERT INTO entry VALUES ('nobody', 'answers', 'C41', '1')")
    assert main(["check"]) == 1
    assert "abîmée" in capsys.readouterr().err


def test_check_says_that_a_database_must_be_migrated(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 1")
    assert main(["check"]) == 1
    assert "python -m storage migrate" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["backup", "restore", "purge"])
def test_later_commands_say_so(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "anything"]) == 2
    assert f"«\u202f{name}\u202f» n’est pas encore disponible" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["vérifier"], ["check", "more"], ["--check"]])
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Usage\u202f: python -m storage check")


def test_as_a_real_process() -> None:
    done = subprocess.run([sys.executable, "-m", "storage", "migrate"], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, "Base prête, à jour (0002).\n", b"")
