"""Reading a printed report back: its text, its boxes, its fonts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import pypdfium2
from pypdf import PdfReader

from questionnaire.answers_file import parse_text
from questionnaire.assessment import Assessment
from questionnaire.loading import SHIPPED
from questionnaire.model import Questionnaire
from reports import service
from reports.content import Report
from scoring.benchmark import Row, load_rows
from tests.builders import shipped, small

DAY = date(2026, 11, 23)


@cache
def club() -> Assessment:
    """The example shipped beside the questionnaire: a sports club, full questionnaire."""
    return parse_text(shipped(), (SHIPPED / "example.json").read_text(encoding="utf-8"))


@cache
def rows_of(questionnaire_id: str) -> tuple[Row, ...]:
    return load_rows(shipped()) if questionnaire_id == shipped().id else ()


def questionnaire_of(assessment: Assessment) -> Questionnaire:
    return shipped() if assessment.questionnaire_id == shipped().id else small()


def composed(questionnaire: Questionnaire, assessment: Assessment) -> Report:
    return service.report(questionnaire, assessment, rows_of(questionnaire.id), DAY)


def printed(questionnaire: Questionnaire, assessment: Assessment) -> bytes:
    return service.report_pdf(questionnaire, assessment, rows_of(questionnaire.id), DAY)


@cache
def club_pdf() -> bytes:
    return printed(shipped(), club())


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def flat(outline: list[Any]) -> Iterator[Any]:
    """Every bookmark, whatever its rank."""
    for item in outline:
        yield from flat(item) if isinstance(item, list) else (item,)


def text_of(pdf: bytes) -> list[str]:
    """The text of each page, spaces as they are printed."""
    return [page.extract_text() for page in reader(pdf).pages]


def words_of(pdf: bytes) -> str:
    """The whole text on one line, every space made ordinary, for looking a sentence up across lines."""
    return " ".join("\n".join(text_of(pdf)).replace("\u202f", " ").replace("\u00a0", " ").split())


def boxes(pdf: bytes) -> Iterator[tuple[int, tuple[float, float, float, float]]]:
    """Each drawn object with its page number (from 1): left, bottom, right, top in points."""
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document, 1):
        for item in page.get_objects():
            yield number, item.get_bounds()


def sentences_in(value: Any) -> Iterator[str]:
    """Every text inside a tree of frozen values, ids of pages and questions left aside."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for child in value:
            yield from sentences_in(child)
    elif is_dataclass(value):
        for one in fields(value):
            if one.name != "id":
                yield from sentences_in(getattr(value, one.name))
