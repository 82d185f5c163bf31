"""`python -m reports`: what is written, what is refused, and with which exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from questionnaire.answers_file import export_text
from reports.__main__ import main
from tests.builders import SMALL, document, small
from tests.reports.printed import DAY, club, club_pdf, reader, text_of


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
        ["a", "b", "--xlsx", "c"],
        ["un/a.json", "deux/a.json", "-o", "c"],
        ["a.json", "-o", "p.pdf", "--copy", "banque"],
        ["a.json", "-o", "p.pdf", "--copy", "funder", "--include", "levels,fortune"],
        ["a.json", "-o", "p.pdf", "--jobs", "0"],
        ["a.json", "-o", "p.pdf", "--jobs", "mille"],
        ["a.json", "-o", "p.pdf", "--inconnue", "x"],
        ["a.json", "-o", "p.pdf", "-o", "q.pdf"],
        ["extract"],
        ["verify", "a.pdf", "b.pdf"],
    ],
)
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments, DAY) == 2
    assert "Usage :" in capsys.readouterr().err


def test_the_other_copies_and_formats_are_written(answers: Path, tmp_path: Path) -> None:
    names = {kind: tmp_path / f"p.{kind}" for kind in ("xlsx", "docx", "html")}
    others = [word for kind, path in names.items() for word in (f"--{kind}", str(path))]
    assert main([str(answers), "-o", str(tmp_path / "p.pdf"), *others, "--date", "2026-11-23"], DAY) == 0
    assert [path.read_bytes()[:2] for path in names.values()] == [b"PK", b"PK", b"<!"]
    wall, funder = tmp_path / "wall.pdf", tmp_path / "funder.pdf"
    assert main([str(answers), "-o", str(wall), "--copy", "page"], DAY) == 0
    assert main([str(answers), "-o", str(funder), "--copy", "funder", "--include", "plan,evidence"], DAY) == 0
    assert len(reader(wall.read_bytes()).pages) == 1
    told = " ".join(text_of(funder.read_bytes()))
    assert "Le plan d’action" in told
    assert "Repères publiés" not in told


def test_a_report_gives_its_answers_back_and_is_verified(
    answers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "p.pdf"
    assert main([str(answers), "-o", str(out), "--date", "2026-11-23"], DAY) == 0
    assert main(["extract", str(out)], DAY) == 0
    assert capsys.readouterr().out == answers.read_text(encoding="utf-8")
    assert main(["verify", str(out)], DAY) == 0
    assert "exactement" in capsys.readouterr().out
    book = tmp_path / "p.xlsx"
    assert main([str(answers), "--xlsx", str(book), "--date", "2026-11-23"], DAY) == 0
    assert main(["extract", str(book)], DAY) == 0
    assert capsys.readouterr().out == answers.read_text(encoding="utf-8")
    assert main(["extract", str(answers)], DAY) == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_many_files_are_written_in_a_folder_and_a_faulty_one_is_told(
    answers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faulty, folder = tmp_path / "faulty.json", tmp_path / "out"
    faulty.write_text("{", encoding="utf-8")
    assert main([str(answers), str(faulty), "-o", str(folder), "--jobs", "2", "--date", "2026-11-23"], DAY) == 1
    assert sorted(path.name for path in folder.iterdir()) == ["answers.pdf"]
    assert (folder / "answers.pdf").read_bytes() == club_pdf()
    told = capsys.readouterr().err
    assert "2/2" in told
    assert "faulty.json : " in told


def test_another_questionnaire_is_served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PALIER_QUESTIONNAIRE", str(SMALL))
    path = tmp_path / "small.json"
    path.write_text(json.dumps(document(small())), encoding="utf-8")
    assert main([str(path), "-o", str(tmp_path / "p.pdf")], DAY) == 0


def test_a_faulty_questionnaire_is_said(answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PALIER_QUESTIONNAIRE", str(tmp_path / "absent"))
    assert main([str(answers), "-o", str(tmp_path / "p.pdf")], DAY) == 1
