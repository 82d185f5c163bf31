"""The blank questionnaire: everything asked is on it, with room to answer, on pages that a printer keeps whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from questionnaire.model import Question, Questionnaire, UnscoredField
from reports import paper, style
from tests.builders import shipped, small
from tests.reports.printed import boxes, reader, text_of, words_of

MODES: tuple[paper.Mode, ...] = ("full", "express")
CASES = [(make, mode) for make in (shipped, small) for mode in MODES]
every_sheet = pytest.mark.parametrize(("make", "mode"), CASES, ids=[f"{m.__name__}-{mode}" for m, mode in CASES])
LEAST_BOX, LEAST_TEXT, LONG_ENOUGH = 4.5 * style.MM, 10.5, 18


@cache
def printed(make: type, mode: paper.Mode) -> bytes:
    return paper.blank(make(), mode)


def plain(text: str) -> str:
    return " ".join(text.replace("\u202f", " ").replace("\u00a0", " ").split())


def fields_of(questionnaire: Questionnaire, mode: str) -> list[UnscoredField]:
    return [f for f in (*questionnaire.profile, *questionnaire.benchmark) if f.express or mode == "full"]


def questions_of(questionnaire: Questionnaire, mode: str) -> list[Question]:
    return [q for q in questionnaire.questions if q.express or mode == "full"]


def texts_of(questionnaire: Questionnaire, mode: str) -> Iterator[str]:
    """Every text of the content that the sheet must show, as often as the content says it."""
    for field in fields_of(questionnaire, mode):
        options = [*field.options, *(o for part in field.parts for o in part.options)]
        yield from (field.text, field.help or "", *(p.text for p in field.parts), *(p.help or "" for p in field.parts))
        yield from (text or "" for o in options for text in (o.text, o.help))
    for question in questions_of(questionnaire, mode):
        yield from (question.text, question.note or "", *question.anchors)
        yield from (text or "" for o in question.options for text in (o.text, o.help))


def drawn_boxes(pdf: bytes) -> list[tuple[int, tuple[float, float, float, float]]]:
    """The squares to tick, page by page."""
    found = []
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), 1):
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = item.get_bounds()
            if abs((right - left) - (top - bottom)) < 0.5 and right - left > style.MM:
                found.append((number, (left, bottom, right, top)))
    return found


@every_sheet
def test_every_text_is_printed_as_often_as_it_is_asked(make: type, mode: paper.Mode) -> None:
    words, wanted = words_of(printed(make, mode)), [plain(t) for t in texts_of(make(), mode) if t]
    assert [text for text in wanted if text not in words] == []
    long = {text for text in wanted if len(text) >= LONG_ENOUGH}
    assert {t: words.count(t) for t in long if words.count(t) != sum(other.count(t) for other in wanted)} == {}


@every_sheet
def test_the_sheet_of_a_mode_asks_nothing_else_and_names_each_code_before_its_question(
    make: type, mode: paper.Mode
) -> None:
    content, words = make(), words_of(printed(make, mode))
    for question in content.questions:
        heading = plain(f"{question.id} {question.text}")
        assert words.count(heading) == (1 if question in questions_of(content, mode) else 0)
    for field in fields_of(content, mode):
        assert words.count(plain(f"{field.id} {field.text}")) == 1


@every_sheet
def test_what_protects_people_has_no_box_to_be_left_out(make: type, mode: paper.Mode) -> None:
    words = words_of(printed(make, mode))
    asked = questions_of(make(), mode)
    starts = [words.index(plain(f"{q.id} {q.text}")) for q in asked]
    for question, start, end in zip(asked, starts, [*starts[1:], len(words)], strict=True):
        block = words[start:end]
        assert block.count("? Je ne sais pas") == 1
        assert block.count("n Non concerné") == (question.critical is None)


@every_sheet
def test_there_is_one_box_for_each_possible_answer_and_a_pen_hits_it(make: type, mode: paper.Mode) -> None:
    found = drawn_boxes(printed(make, mode))
    assert len(found) == sum(map(field_boxes, fields_of(make(), mode))) + sum(
        map(question_boxes, questions_of(make(), mode))
    )
    assert min(right - left for _, (left, _, right, _) in found) >= LEAST_BOX


def field_boxes(field: UnscoredField) -> int:
    nothing = field.kind == "choices" and not field.exclusive
    return len(field.options) + nothing + sum(len(part.options) for part in field.parts)


def question_boxes(question: Question) -> int:
    return len(question.anchors) + 3 * len(question.options) + 1 + (question.critical is None)


@every_sheet
def test_nothing_is_outside_the_margins_and_no_question_is_cut(make: type, mode: paper.Mode) -> None:
    pdf = printed(make, mode)
    for _, (left, bottom, right, top) in boxes(pdf):
        assert style.SIDE - 1 <= left <= right <= style.SIDE + style.WIDTH + 1
        assert style.FOOTER_Y - 4 <= bottom <= top <= style.PAGE[1] - style.SHEET_TOP + 1
    pages = [plain(text) for text in text_of(pdf)]
    for question in questions_of(make(), mode):
        parts = [plain(f"{question.id} {question.text}"), *map(plain, question.anchors)]
        parts += [plain(option.text) for option in question.options]
        assert sum(all(part in page for part in parts) for page in pages) == 1


@every_sheet
def test_the_same_bytes_twice_numbered_pages_and_every_font_inside(make: type, mode: paper.Mode) -> None:
    pdf = printed(make, mode)
    assert paper.blank(make(), mode) == pdf
    document = reader(pdf)
    total = len(document.pages)
    assert total <= {"full": 20, "express": 8}[mode]
    for number, page in enumerate(document.pages, 1):
        assert f"{number} / {total}" in page.extract_text()
        for font in page["/Resources"]["/Font"].values():
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]


def test_what_people_read_is_set_large_enough() -> None:
    """Only the codes, the signs to type and the foot of the page are smaller."""
    sizes: dict[str, float] = {}

    def see(text: str, _cm: object, _tm: object, _font: object, size: float) -> None:
        if len(text.strip()) > 30:
            sizes[text.strip()] = size

    for page in reader(printed(shipped, "full")).pages:
        page.extract_text(visitor_text=see)
    small_ones = {text for text, size in sizes.items() if size < LEAST_TEXT}
    assert {text for text in small_ones if "questionnaire complet" not in text} == set()


def test_a_sheet_is_dated_when_one_asks() -> None:
    assert "23 novembre 2026" in words_of(paper.blank(small(), "full", date(2026, 11, 23)))
    assert "2026" not in words_of(paper.blank(small(), "full")).replace(small().caution, "")


def test_a_condition_says_where_to_look_on_this_very_sheet() -> None:
    full = words_of(paper.blank(small(), "full"))
    assert "Seulement si cela vous concerne : voir lieu." in full
    assert "Seulement si cela vous concerne : voir cles." in full
