"""Workbooks as Palier gives them, and what people, spreadsheets and vandals make of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from random import Random
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import openpyxl

from questionnaire.assessment import Assessment
from questionnaire.model import Questionnaire
from reports.workbook import build_workbook
from reports.workbook_palier import pieces
from reports.workbook_prints import PALIER
from tests.builders import small
from tests.reports.complete_copy import theatre
from tests.reports.exported import both, club_both

Parts = dict[str, bytes]
INLINE = re.compile(r' t="inlineStr"><is><t(?: [^>]*)?>(.*?)</t></is></c>', re.DOTALL)
STRINGS = "xl/sharedStrings.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006"


def workbook(questionnaire: Questionnaire, state: Assessment) -> bytes:
    return build_workbook(*both(questionnaire, state))


@cache
def club_book() -> bytes:
    return build_workbook(*club_both())


@cache
def small_book() -> bytes:
    return workbook(small(), theatre())


def packed(parts: Parts, how: int = ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", how) as archive:
        for name, data in parts.items():
            archive.writestr(ZipInfo(name), data, compress_type=how)
    return out.getvalue()


def unpacked(data: bytes) -> Parts:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_parts(**parts: bytes) -> bytes:
    """The small workbook with these parts, by their path with « __ » for « / »."""
    return packed(unpacked(small_book()) | {name.replace("__", "/") + ".xml": data for name, data in parts.items()})


def saved(book: Any) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def changed(data: bytes, change: Callable[[Any], object]) -> bytes:
    """The workbook once `change` was made to it by hand, and saved again by another program."""
    book = openpyxl.load_workbook(BytesIO(data))
    change(book)
    return saved(book)


def put(sheet: str, row: int, column: int, value: Any) -> Callable[[Any], object]:
    """One cell typed anew."""
    return lambda book: setattr(book[sheet].cell(row, column), "value", value)


def from_elsewhere() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["Repère", "Réponse"])
    return saved(book)


def saying(text: str) -> bytes:
    """The small workbook, whose last sheet holds this text, well cut."""

    def change(book: Any) -> None:
        sheet = book[PALIER]
        sheet.delete_rows(2, sheet.max_row)
        for piece in pieces(text):
            sheet.append([piece])

    return changed(small_book(), change)


def with_shared_strings(data: bytes) -> bytes:
    """The same texts kept in one table, as Excel and LibreOffice save them."""
    parts, texts = unpacked(data), list[str]()

    def moved(found: re.Match[str]) -> str:
        texts.append(found[1])
        return f' t="s"><v>{len(texts) - 1}</v></c>'

    for name in [name for name in parts if name.startswith("xl/worksheets/sheet")]:
        parts[name] = INLINE.sub(moved, parts[name].decode()).encode()
    table = "".join(f'<si><t xml:space="preserve">{text}</t></si>' for text in texts)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    told = f'<Override PartName="/{STRINGS}" ContentType="{kind}"/></Types>'.encode()
    types = parts["[Content_Types].xml"].replace(b"</Types>", told)
    return packed(parts | {STRINGS: f'<sst xmlns="{MAIN}/main">{table}</sst>'.encode(), "[Content_Types].xml": types})


def sheet_of(rows: bytes) -> bytes:
    return f'<worksheet xmlns="{MAIN}/main"><sheetData>'.encode() + rows + b"</sheetData></worksheet>"


def numbers(rows: int) -> bytes:
    """A sheet of that many rows, each with a number that does not pack well."""
    chance = Random(9)
    return sheet_of(b"".join(b"<row><c><v>%d</v></c></row>" % chance.getrandbits(60) for _ in range(rows)))


def in_directory(data: bytes, place: int, value: bytes) -> bytes:
    """The archive with a field of its first entry rewritten in the directory, `place` bytes after its sign."""
    start = data.index(b"PK\x01\x02") + place
    return data[:start] + value + data[start + len(value) :]
