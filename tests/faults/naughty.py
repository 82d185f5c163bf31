"""Naughty strings in every field that people fill: inert on the pages, in the PDF, in cells, and back from a file."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import openpyxl

from questionnaire.answers_file import export_text, parse_text
from questionnaire.assessment import TEXT_MAX, Assessment
from questionnaire.errors import AnswersError
from scoring.benchmark import load_rows
from tests.builders import golden_club, shipped
from tests.faults.reached import Reached
from ui import making

DAY = date(2026, 11, 23)
SIGNS = "=+-@＝＋－＠"
STRINGS = (
    "<b>gras</b>", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
    "javascript:alert(1)", "[lien](javascript:alert(1))", "![image](http://exemple.invalid/x.png)",
    "</textarea><iframe src=//exemple.invalid>", "<img src=\"/etc/passwd\"/>", "&lt;b&gt; &amp; &#61;",
    "=1+1", "=HYPERLINK(\"http://exemple.invalid\";\"clic\")", "@SUM(A1)", "-2+3", "+33 1 02 03 04 05", "＝1+1", "\t=1",
    "'; DROP TABLE entry; --", "' OR 1=1 --", "Robert'); DELETE FROM link;--", "%s %d {0} {name} ${7*7} {{7*7}}",
    "../../etc/passwd", "C:\\con\\aux", "a/b\\c:d*e?f\"g<h>i|j", ".", "..", " ", "\u00a0", "\u200b",
    "NULL", "None", "undefined", "NaN", "Infinity", "true", "0", "-0", "1e309", "0x1F", "١٢٣",
    "é" * 2000, "W" * 2000, "a\u0301" * 900, "Z̷̢͓̱a̶l̸g̴o̵" * 20, "🚲👩🏽‍🌾🏳️‍🌈👩‍👩‍👧‍👦" * 20, "\U000e0041\U000e0042",
    "\u202egauche à droite\u202c", "\u2066isolé\u2069", "عربى עברית 日本語 ไทย", "ﷺ", "ﬀ ﬁ œ Œ æ ÿ", "\ufeffmarque",
    "ligne\u2028séparée\u2029fin", "deux\nlignes\r\nou trois", "x" * 60 + " " + "y" * 200, "…—–«»’“”‘‚„‹›",
    ":smile: :red[rouge] $x^2$ `code` ***", "| a | b |\n|---|---|", "# Titre\n- liste\n> citation", "\\n\\t\\u0041",
)  # fmt: skip


def states() -> Iterator[tuple[str, Assessment]]:
    """For each string, an assessment that holds it in every text that people write, when a file may hold it there."""
    for text in STRINGS:
        said = text[:200]
        state = golden_club().put("head", "name", said)
        for kind, key, value in places(text):
            state = state.put(kind, key, value)
        yield text, state


def places(text: str) -> Iterator[tuple[str, str, Any]]:
    content = shipped()
    first, second = content.questions[0].id, content.questions[1].id
    yield "notes", first, text[:TEXT_MAX]
    yield "notes", f"{first}.wording", text[:TEXT_MAX]
    yield "evidence", first, {"level": "seen", "text": text[:TEXT_MAX], "seen_by": text[:200]}
    if len(text) >= 3:
        yield "answers", second, {"not_applicable": text[:300]}
    yield "identity", "approvals", text[:200]
    if text.strip():
        yield "plan", "own.1", {"title": text[:200], "hours": 2, "role": text[:100], "note": text[:500]}


def exported() -> Reached:
    """Through JSON, PDF, XLSX and CSV: no exception, no formula, the same answers back."""
    rows, failed, formulas, unlike = load_rows(shipped()), [], 0, 0
    for text, state in states():
        try:
            back = export_text(state)
            unlike += parse_text(shipped(), back).entries() != state.entries()
            making.pdf_of(state, DAY)
            formulas += _formulas(making.workbook_of(state, DAY), making.answers_csv_of(state, DAY))
        except AnswersError:
            unlike += not _refused_in_words(state)
        except Exception as error:
            failed.append(f"{text[:20]!r}: {type(error).__name__} {error}")
    assert rows
    return Reached(
        f"{len(STRINGS)} textes piégés dans chaque champ : JSON, PDF, XLSX, CSV",
        "0 échec, 0 formule, relecture identique",
        f"{len(failed)} échec{''.join(f' ({f})' for f in failed[:2])}, {formulas} formule, {unlike} relecture différente",
        not failed and formulas == unlike == 0,
    )


def _refused_in_words(state: Assessment) -> bool:
    """A file that may not hold this text says where and why."""
    try:
        parse_text(shipped(), json.dumps(json.loads(export_text(state))))
    except AnswersError as error:
        return bool(error.faults)
    return False


def _formulas(workbook: bytes, table: bytes) -> int:
    book = openpyxl.load_workbook(BytesIO(workbook))
    typed = sum(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    cells = (cell for row in csv.reader(StringIO(table.decode("utf-8-sig"), newline=""), delimiter=";") for cell in row)
    return typed + sum(bool(cell.strip()) and cell.strip()[0] in SIGNS and not _is_number(cell) for cell in cells)


def _is_number(cell: str) -> bool:
    return cell.strip().replace(",", "").replace(".", "").lstrip("-").isdigit()
