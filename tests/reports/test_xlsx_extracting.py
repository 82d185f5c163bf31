"""Answers taken out of anybody's workbook: what comes back, what was changed by hand, what is refused, and its cost."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any, get_args
from zipfile import ZIP_BZIP2, ZIP_STORED

import openpyxl
import psutil
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questionnaire.answers_file import export_text, parse_text
from questionnaire.assessment import Assessment
from questionnaire.errors import PalierError
from reports import child, xlsx_extracting
from reports.answer_words import IDENTITY_WORDS
from reports.workbook_palier import HEAD, NAMED_BY
from reports.workbook_prints import PALIER, PIECE_MAX
from reports.xlsx_archive import ELEMENTS_MAX, RATIO_MAX, UNPACKED_MAX, Reason
from reports.xlsx_child import answered
from reports.xlsx_extracting import SENTENCES, XlsxError, extract
from scoring.engine import score
from tests.builders import assessed, assessments, document, everyone_at, shipped, small
from tests.reports.complete_copy import theatre
from tests.reports.exported import HOSTILE, said
from tests.reports.printed import club, questionnaire_of
from tests.reports.workbooks import (
    changed,
    club_book,
    from_elsewhere,
    in_directory,
    numbers,
    packed,
    put,
    saying,
    sheet_of,
    small_book,
    unpacked,
    with_parts,
    with_shared_strings,
    workbook,
)

PROMISED = child.WHOLE
ENTITIES = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def as_macro() -> bytes:
    parts = unpacked(small_book())
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"openxmlformats-officedocument.spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main"
    )
    return packed(parts)


def without(name: str) -> bytes:
    return changed(small_book(), lambda book: book.remove(book[name]))


def named(name: str) -> bytes:
    return packed(unpacked(small_book()) | {name: b"x"})


def named_twice() -> bytes:
    return packed(unpacked(small_book()) | {"xl/Workbook.xml": b"x"})


def office_older(*, protected: bool) -> bytes:
    words = "EncryptedPackage" if protected else "Workbook"
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024) + words.encode("utf-16-le")


def noise(size: int) -> bytes:
    return Random(3).randbytes(size // 2).hex().encode()


def strings(count: int) -> bytes:
    chance = Random(5)
    table = b"".join(b"<si><t>%x</t></si>" % chance.getrandbits(24) for _ in range(count))
    return b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + table + b"</sst>"


PAYLOAD = {"palier": "palier-classeur/1", "answers": document(small()), "sheets": {}}
BOMBS: dict[str, tuple[Reason, Callable[[], bytes]]] = {
    "300 MB in one part": ("bomb", lambda: with_parts(xl__media__image=bytes(300 * 2**20))),
    "21 MB in many parts": ("bomb", lambda: with_parts(**{f"xl__worksheets__s{i}": bytes(2**20) for i in range(21)})),
    "a part that swells 51 times": ("bomb", lambda: with_parts(xl__theme__t=noise(60_000) + bytes(3 * 2**20))),
    "1 million rows": ("bomb", lambda: with_parts(xl__worksheets__sheet2=sheet_of(b"<row/>" * 1_000_000))),
    "90,000 rows that pack badly": ("heavy", lambda: with_parts(xl__worksheets__sheet2=numbers(90_000))),
    "90,000 shared strings": ("heavy", lambda: with_parts(xl__sharedStrings=strings(90_000))),
    "61 parts": ("crowded", lambda: with_parts(**{f"xl__p{i}": b"" for i in range(61)})),
    "18,000 parts": ("crowded", lambda: packed({f"{i}": b"" for i in range(18_000)}, ZIP_STORED)),
    "entities": ("damaged", lambda: with_parts(xl__worksheets__sheet2=ENTITIES + sheet_of(b""))),
    "entities in another alphabet": (
        "damaged",
        lambda: with_parts(xl__worksheets__sheet2=(ENTITIES + sheet_of(b"")).decode().encode("utf-16")),
    ),
    "an alphabet that hides": (
        "damaged",
        lambda: with_parts(xl__workbook=b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a>'),
    ),
    "nested lists": ("damaged", lambda: saying("[" * 100_000)),
    "a part nested 400,000 deep": ("heavy", lambda: with_parts(xl__workbook=b"<a>" * 400_000)),
    "answers over 2 MB": ("long_answers", lambda: saying(json.dumps(PAYLOAD | {"answers": {"name": "x" * 2_000_000}}))),
}
REFUSED: dict[str, tuple[Reason, Callable[[], bytes]]] = {
    "nothing": ("empty", lambda: b""),
    "another kind of file": ("not_xlsx", lambda: b"%PDF-1.7\n"),
    "a text": ("not_xlsx", lambda: "Repère;Réponse\r\n".encode()),
    "over 2 MB": ("too_big", lambda: small_book() + bytes(2 * 2**20)),
    "a password": ("encrypted", lambda: office_older(protected=True)),
    "Excel before 2007": ("old", lambda: office_older(protected=False)),
    "a part with a password": ("encrypted", lambda: in_directory(small_book(), 8, b"\x01\x00")),
    "a text document": ("not_xlsx", lambda: packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<d/>"})),
    "another zip": ("not_xlsx", lambda: packed({"photo.jpg": b"x"})),
    "macros": ("macros", as_macro),
    "a macro kept under another name": ("macros", lambda: named("xl/vbaProject.bin")),
    "another tool": ("foreign", from_elsewhere),
    "the last sheet taken out": ("stripped", lambda: without(PALIER)),
    "another format": ("foreign", lambda: saying(json.dumps(PAYLOAD | {"palier": "palier-classeur/9"}))),
    "half of it": ("damaged", lambda: small_book()[: len(small_book()) // 2]),
    "the end lost": ("damaged", lambda: small_book()[:-40]),
    "garbage": ("damaged", lambda: b"PK\x03\x04" + Random(8).randbytes(1_900_000)),
    "a byte changed": ("damaged", lambda: small_book()[:9000] + bytes(40) + small_book()[9040:]),
    "a name that climbs": ("damaged", lambda: named("xl/../../autre.xml")),
    "a name from the root": ("damaged", lambda: named("/etc/passwd")),
    "a name of Windows": ("damaged", lambda: named("xl\\media\\image.png")),
    "a name without end": ("damaged", lambda: named("x" * 300)),
    "the same name twice": ("damaged", named_twice),
    "another packing": ("damaged", lambda: packed(unpacked(small_book()), ZIP_BZIP2)),
    "entries that overlap": ("damaged", lambda: in_directory(small_book(), 20, b"\xff\xff\xff\x00")),
    "a part that is no XML": ("damaged", lambda: with_parts(xl__workbook=b"\xff\xfe\x00")),
    "an empty last sheet": ("damaged", lambda: saying("")),
    "a cell of the last sheet lost": ("damaged", lambda: changed(club_book(), put(PALIER, 2, 1, None))),
    "a key twice": ("damaged", lambda: saying('{"palier":"palier-classeur/1","answers":{"a":1,"a":2},"sheets":{}}')),
    "half a letter": ("damaged", lambda: saying(json.dumps(PAYLOAD | {"answers": {"name": "\ud800"}}))),
    "answers that are a list": ("damaged", lambda: saying(json.dumps([PAYLOAD]))),
    **BOMBS,
}


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine busy with other tests is given its time; the delays themselves are looked at below."""
    monkeypatch.setattr(child, "WHOLE", 60)
    monkeypatch.setattr(child, "WAIT", 30)


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    """No process survives a call, not even as a zombie."""
    before = set(psutil.Process().children(recursive=True))
    yield
    assert set(psutil.Process().children(recursive=True)) <= before


# ---- what comes back


def test_the_answers_come_back_exactly() -> None:
    assert extract(club_book()) == export_text(club())
    assert parse_text(small(), extract(small_book())) == theatre()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.one_of(assessments(shipped(), edited=True), assessments(small(), edited=True)))
def test_any_assessment_comes_back(state: Assessment) -> None:
    found = answered(workbook(questionnaire_of(state), state))
    assert found == {"answers": export_text(state), "changed": {}}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("again", [lambda data: data, with_shared_strings], ids=["as given", "saved by a spreadsheet"])
def test_hostile_words_come_back_identical(text: str, again: Callable[[bytes], bytes]) -> None:
    case = said(text)[1]
    data = again(workbook(case.questionnaire, case.assessment))
    assert answered(data) == {"answers": export_text(case.assessment), "changed": {}}


def test_the_longest_honest_workbook_is_within_the_limits() -> None:
    """Every note and every piece of evidence at its full length: the limits are not for people who write a lot."""
    long = {question.id: ("« Très » long é % 🎭 " * 200)[:2_000] for question in shipped().questions}
    notes = long | {f"{name}.wording": text for name, text in long.items()}
    evidence = {name: {"level": "declared", "text": text} for name, text in long.items()}
    state = assessed(shipped(), answers=everyone_at(shipped(), 0), notes=notes, evidence=evidence, name="É" * 200)
    assert extract(workbook(shipped(), state)) == export_text(state)
    sheet = openpyxl.load_workbook(BytesIO(workbook(shipped(), state)))[PALIER]
    lengths = [len(row[0]) for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert len(lengths) > 10
    assert max(lengths) <= PIECE_MAX


def test_the_last_sheet_says_what_it_is() -> None:
    book = openpyxl.load_workbook(BytesIO(club_book()))
    assert book.sheetnames[-1] == PALIER
    assert (book[PALIER].max_column, book[PALIER]["A1"].value) == (1, HEAD)
    assert {cell.data_type for row in book[PALIER].iter_rows() for cell in row} == {"s"}
    assert set(book.sheetnames) >= set(NAMED_BY) - {"Demande"}


def sort_rows(book: Any) -> None:
    for name in ("Réponses", PALIER):
        sheet = book[name]
        rows = list(sheet.iter_rows(min_row=2, values_only=True))
        for number, row in enumerate(reversed(rows), 2):
            for place, value in enumerate(row, 1):
                sheet.cell(number, place).value = value


def comment(book: Any) -> None:
    sheet = book["Réponses"]
    sheet.insert_cols(1)
    sheet["A1"], sheet["A4"] = "Avis du bureau", "à revoir"


def dress(book: Any) -> None:
    for sheet in book:
        sheet.auto_filter.ref = None
        sheet.column_dimensions["A"].hidden = True
        for row in sheet.iter_rows():
            for cell in row:
                cell.number_format = "General"


@pytest.mark.parametrize(
    "change",
    [
        lambda _: None,
        sort_rows,
        comment,
        dress,
        lambda book: book.remove(book["Résultats"]),
        lambda book: book.move_sheet(PALIER, -4),
        lambda book: book.create_sheet("Notes du CA").append(["à faire"]),
        put("Réponses", 2, 4, "  Numéro RNA (répertoire\nnational des associations) "),
    ],
    ids=["saved again", "sorted", "a column more", "dressed", "a sheet less", "moved", "a sheet more", "spaces"],
)
def test_what_changes_no_answer_is_no_change(change: Callable[[Any], object]) -> None:
    """Row 2 holds the RNA number, so that its spaces may move."""
    state = club().put("identity", "rna", "W751234567")
    data = workbook(shipped(), state)
    assert answered(changed(data, change)) == {"answers": export_text(state), "changed": {}}
    assert answered(with_shared_strings(changed(data, change)))["changed"] == {}


# ---- what was changed by hand


def row_of(sheet: str, name: str) -> int:
    book = openpyxl.load_workbook(BytesIO(club_book()))
    return next(row[0].row for row in book[sheet].iter_rows() if str(row[0].value) == name)


FIRST, SECOND = (question.id for question in shipped().questions[:2])


def several(book: Any) -> None:
    for question in shipped().questions[:8]:
        put("Réponses", row_of("Réponses", question.id), 7, "à la main")(book)


CHANGES: dict[str, tuple[Callable[[Any], object], str]] = {
    "a step": (lambda b: put("Réponses", row_of("Réponses", FIRST), 6, 3)(b), f"« Réponses » ({FIRST})"),
    "words": (lambda b: put("Réponses", row_of("Réponses", FIRST), 5, "Oui")(b), f"« Réponses » ({FIRST})"),
    "a note emptied": (lambda b: put("Réponses", row_of("Réponses", FIRST), 5, None)(b), f"« Réponses » ({FIRST})"),
    "a formula": (lambda b: put("Réponses", row_of("Réponses", SECOND), 5, "=1+1")(b), f"« Réponses » ({SECOND})"),
    "a row taken out": (lambda b: b["Réponses"].delete_rows(row_of("Réponses", SECOND)), f"« Réponses » ({SECOND})"),
    "a row twice": (
        lambda b: b["Réponses"].append([c.value for c in b["Réponses"][4]]),
        "« Réponses » (ligne ajoutée)",
    ),
    "eight rows": (several, "et 3 autres lignes)"),
    "the plan": (put("Plan", row_of("Plan", "2"), 5, "fait"), "« Plan » (n° 2)"),
    "a day of the plan": (put("Plan", row_of("Plan", "1"), 4, 50_000), "« Plan » (n° 1)"),
    "a head": (put("À chercher", 1, 3, "Qui"), "« À chercher » ("),
    "a sheet taken out": (lambda b: b.remove(b["Plan"]), "« Plan » (retirée)"),
    "a sheet renamed": (lambda b: setattr(b["Réponses"], "title", "2027"), "« Réponses » (retirée)"),
    "two sheets": (
        lambda b: (put("Plan", row_of("Plan", "1"), 9, "x")(b), put("Réponses", row_of("Réponses", FIRST), 7, "x")(b)),
        f"« Réponses » ({FIRST}) ; feuille « Plan » (n° 1)",
    ),
}


@pytest.mark.parametrize(("change", "told"), CHANGES.values(), ids=CHANGES)
def test_what_was_changed_by_hand_is_named_and_refused(change: Callable[[Any], object], told: str) -> None:
    assert told in plain_words(sentence(changed(club_book(), change)))


def sentence(data: bytes) -> str:
    with pytest.raises(XlsxError) as error:
        extract(data)
    assert error.value.reason == "changed"
    return str(error.value)


def plain_words(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def test_a_line_of_the_association_is_named_by_its_words() -> None:
    state = assessed(shipped(), identity={"siren": "732829320"})
    data = changed(workbook(shipped(), state), put("Réponses", 2, 5, "987654321"))
    assert f"« Réponses » ({IDENTITY_WORDS['siren']})" in plain_words(sentence(data))


def test_a_forged_sheet_puts_no_words_in_our_mouth() -> None:
    lie = {"heads": ["a"], "rows": [["[Cliquez](https://exemple.invalid)", "0"], ["**URGENT**", "1"]]}
    told = sentence(saying(json.dumps(PAYLOAD | {"sheets": {"Réponses": lie, "https://exemple.invalid": lie}})))
    assert "exemple" not in told
    assert "URGENT" not in told
    assert "« Réponses » (2 lignes) ; une feuille de trop" in plain_words(told)


# ---- what is refused


@pytest.mark.parametrize(("reason", "make"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_says_why(reason: Reason, make: Callable[[], bytes]) -> None:
    """Told by the code of the child, run here: the reason does not depend on how busy the machine is."""
    assert refusal(make()) == reason


def refusal(data: bytes) -> str:
    """Why a file is refused, found in this process."""
    try:
        xlsx_extracting._look(data)
    except XlsxError as error:
        return error.reason
    return str(answered(data)["refused"])


@pytest.mark.parametrize("make", [make for _, make in REFUSED.values()], ids=REFUSED)
def test_each_is_refused_through_the_real_door(make: Callable[[], bytes]) -> None:
    with pytest.raises(XlsxError) as error:
        extract(make())
    assert isinstance(error.value, PalierError)
    assert str(error.value)[-1] == "."


def test_a_truncated_file_says_no() -> None:
    step = len(small_book()) // 40
    found = [answered(small_book()[:length]) for length in range(step, len(small_book()) - 22, step)]
    assert [told for told in found if told != {"refused": "damaged"}] == []


def test_parts_that_are_not_needed_reach_no_parser() -> None:
    parts = {"xl/theme/theme1.xml": ENTITIES, "docProps/core.xml": b"\xff", "xl/styles.xml": b"<" * 1000}
    assert answered(packed(unpacked(small_book()) | parts))["answers"] == export_text(theatre())


def test_every_reason_has_its_sentence() -> None:
    assert set(SENTENCES) == set(get_args(Reason))
    assert len(set(SENTENCES.values())) == len(SENTENCES)
    assert {reason for reason, _ in REFUSED.values()} | {"changed", "slow", "busy"} == set(SENTENCES)
    assert [text for text in SENTENCES.values() if re.search(r"\w'\w|\.\.\.", text)] == []


# ---- what it costs


def measured(data: bytes) -> tuple[dict[str, Any], int, float]:
    """What the child says, the most memory it held, and its processor time."""
    program = (
        "import runpy, sys, time; runpy.run_module('reports.xlsx_child', run_name='__main__');"
        "sys.stderr.write(open('/proc/self/status').read() + f'CPU: {time.process_time()}')"
    )
    words = [sys.executable, "-c", program]
    done = subprocess.run(words, input=data, cwd=child.ROOT, capture_output=True, timeout=60, check=True)
    told = dict(line.split(":", 1) for line in done.stderr.decode().splitlines())
    return json.loads(done.stdout), int(told["VmHWM"].split()[0]) * 1024, float(told["CPU"])


@pytest.mark.parametrize("make", [make for _, make in BOMBS.values()], ids=BOMBS)
def test_a_bomb_costs_little(make: Callable[[], bytes]) -> None:
    found, memory, seconds = measured(make())
    assert "refused" in found
    assert memory <= 100 * 2**20
    assert seconds < child.SECONDS_MAX


def test_the_heaviest_that_is_read_costs_little() -> None:
    """As many elements as are allowed, in one row: it ends by itself, or the system ends it."""
    cells = b"<c><v>1</v></c>" * (ELEMENTS_MAX // 4 - 5_000)
    data = with_parts(xl__worksheets__sheet2=sheet_of(b"<row>" + noise(50_000) + cells + b"</row>"))
    with pytest.raises(XlsxError) as error:
        extract(data)
    assert error.value.reason in ("changed", "heavy")


def test_a_child_that_lasts_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "WHOLE", 0.01)
    with pytest.raises(XlsxError) as error:
        extract(small_book())
    assert error.value.reason == "slow"


def test_reports_and_workbooks_share_the_seats(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "WAIT", 0.01)
    with child._SEATS, child._SEATS, pytest.raises(XlsxError) as error:
        extract(small_book())
    assert error.value.reason == "busy"
    assert extract(small_book()) == export_text(theatre())


def test_a_neighbour_is_not_slowed() -> None:
    """While bombs are read one after the other, somebody else's score is still computed at once."""
    bombs = [BOMBS[name][1]() for name in ("300 MB in one part", "90,000 rows that pack badly")] * 3
    with ThreadPoolExecutor(2) as threads:
        refused = [threads.submit(refusal_outside, bomb) for bomb in bombs]
        waits: list[float] = []
        while not all(future.done() for future in refused):
            begun = time.monotonic()
            score(shipped(), club())
            waits.append(time.monotonic() - begun)
    assert {future.result() for future in refused} == {"bomb", "heavy"}
    assert sorted(waits)[int(len(waits) * 0.95)] < 2


def refusal_outside(data: bytes) -> str:
    with pytest.raises(XlsxError) as error:
        extract(data)
    return error.value.reason


def test_a_server_that_cannot_read_says_so_to_its_log(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Not to be taken for a faulty file: the visitor's workbook is not the cause."""
    monkeypatch.setattr(child, "ROOT", tmp_path)
    with pytest.raises(RuntimeError, match="No module named"):
        extract(small_book())


def test_the_limits_keep_the_promise() -> None:
    assert (UNPACKED_MAX, RATIO_MAX) == (20 * 2**20, 50)
    assert child.SECONDS_MAX < PROMISED < 3
