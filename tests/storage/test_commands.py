"""`python -m storage`: results on standard output, French messages on standard error, exit 0, 1 or 2."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.__main__ import main
from tests.storage.kept import OF, fill, opened, proof
from tests.storage.postgresql import new_database

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
    assert "Base saine et à jour (0004)\u202f: 0 diagnostic, 0 valeur, 0 lien, 0 valeur passée, 0 relecture" in out
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


def test_from_a_backup_to_another_database_and_back(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(url)
    before, file, other = proof(url), str(tmp_path / "b.sqlite3"), new_database()
    assert [main(["backup", file]), main(["backup", file])] == [0, 1]
    monkeypatch.setenv("DATABASE_URL", other)
    assert [main(["restore", file]), main(["check"])] == [0, 1]
    assert [main(["restore", file, "--oui"]), main(["check"]), main(["purge"])] == [0, 0, 0]
    assert proof(other).counts == before.counts | {"change": proof(other).counts["change"]}
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'back.sqlite3'}")
    assert [main(["copy", url]), main(["copy", "--oui", url])] == [0, 0]
    assert proof(f"sqlite:///{tmp_path / 'back.sqlite3'}") == before
    out, err = capsys.readouterr()
    assert err.splitlines()[0].endswith("donnez à la sauvegarde un nom qui n’est pas pris.")
    assert [line.split("\u202f")[0].split(" ")[0] for line in out.splitlines()] == [
        "Sauvegarde", "Rien", "Base", "Base", "Purge", "Rien", "Base",
    ]  # fmt: skip


def test_a_refused_purge_says_what_confirms_it(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(opened(url)) as store:
        for number in range(5):
            store.save(str(number), {}, questionnaire=OF, now=datetime(2020, 1, 1, tzinfo=UTC))
    assert [main(["purge"]), proof(url).counts["assessment"]] == [1, 5]
    assert "ajoutez --oui" in capsys.readouterr().err
    assert [main(["purge", "--oui"]), proof(url).counts["assessment"]] == [0, 0]


def test_a_purge_makes_no_database(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (main(["purge"]), file.parent.exists()) == (1, False)
    assert "n’existe pas encore" in capsys.readouterr().err


def test_the_settings_shorten_what_the_purge_keeps(
    url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(opened(url)) as store:
        old = datetime.now(UTC) - timedelta(days=70)
        store.save("a", {}, questionnaire=OF, now=old)
        store.save("b", {}, questionnaire=OF, now=old, finished=True)
    for variable, left in (("PALIER_KEEP_UNFINISHED_MONTHS", 1), ("PALIER_KEEP_MONTHS", 0)):
        monkeypatch.setenv(variable, "2")
        assert [main(["purge"]), proof(url).counts["assessment"]] == [0, left]
    assert capsys.readouterr().out.count("Purge faite\u202f: 1 diagnostic,") == 2


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["vérifier"], ["check", "more"], ["--check"], ["backup"], ["backup", "a", "b"], ["backup", "a", "--oui"],
        ["restore"], ["restore", "--oui"], ["restore", "a", "--yes"], ["copy"], ["purge", "now"], ["check", "--oui"],
    ],
)  # fmt: skip
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Usage\u202f: python -m storage check")


def test_as_a_real_process() -> None:
    done = subprocess.run([sys.executable, "-m", "storage", "migrate"], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, "Base prête, à jour (0004).\n", b"")
