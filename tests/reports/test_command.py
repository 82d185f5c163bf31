"""`python -m reports`: what is written, what is refused, and with which exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from questionnaire.answers_file import export_text
from reports.__main__ import main
from tests.builders import SMALL, document, small
from tests.reports.printed import DAY, club, club_pdf


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.json"
    path.write_text(export_text(club()), encoding="utf-8")
    return path


def test_it_writes_the_report(answers: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan.pdf"
    assert main([str(answers), "-o", str(out), "--date", "2026-11-23"], DAY) == 0
    assert out.read_bytes() == club_pdf()
    assert main(["-o", str(out), str(answers)], DAY) == 0
    assert out.read_bytes() == club_pdf()


def test_all_faults_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "faulty.json"
    path.write_text(json.dumps(document(small(), answers={"inconnue": 1}, extra=2)), encoding="utf-8")
    assert main([str(path), "-o", str(tmp_path / "p.pdf")], DAY) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.strip().splitlines()) >= 2
    assert not (tmp_path / "p.pdf").exists()


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00", b"[]", b'"texte"'])
def test_an_unreadable_file_is_one_sentence(content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    assert main([str(path), "-o", str(tmp_path / "p.pdf")], DAY) == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_files_that_cannot_be_read_or_written(
    answers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "absent.json"), "-o", str(tmp_path / "p.pdf")], DAY) == 1
    assert main([str(answers), "-o", str(tmp_path / "no" / "where.pdf")], DAY) == 1
    assert "fichier illisible ou impossible à écrire" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["a.json"],
        ["a.json", "-o"],
        ["-o", "p.pdf"],
        ["a.json", "-o", "p.pdf", "--date", "hier"],
        ["a", "b", "-o", "c"],
    ],
)
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments, DAY) == 2
    assert "Usage :" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["a.json", "-o", "p.pdf", "--copy", "funder"], ["a.json", "--xlsx", "t.xlsx"], ["a.json", "--html=x"],
        ["a.json", "--docx", "d"], ["extract", "p.pdf"], ["verify", "p.pdf"],
    ],
)  # fmt: skip
def test_what_comes_later_is_refused_with_a_sentence(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments, DAY) == 2
    assert "pas encore disponible" in capsys.readouterr().err


def test_another_questionnaire_is_served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PALIER_QUESTIONNAIRE", str(SMALL))
    path = tmp_path / "small.json"
    path.write_text(json.dumps(document(small())), encoding="utf-8")
    assert main([str(path), "-o", str(tmp_path / "p.pdf")], DAY) == 0


def test_a_faulty_questionnaire_is_said(answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PALIER_QUESTIONNAIRE", str(tmp_path / "absent"))
    assert main([str(answers), "-o", str(tmp_path / "p.pdf")], DAY) == 1
