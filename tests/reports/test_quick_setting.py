"""The short ways round ReportLab give what ReportLab gives: faces, pieces of markup, lines, names, numbers of pages."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaParser

from reports import quick_writing, style
from reports.flow import Para, joined
from reports.markup_reading import read
from reports.tag_tree import Element, Node, Piece
from reports.typesetting import Markup, escape, slanted, strong, tinted

style.register_fonts()
STYLES = (style.BODY, style.HUNG, style.CELL, style.NOTE, ParagraphStyle("first", style.BODY, firstLineIndent=12))
WORDS = st.text(alphabet="aeinrstuéœ’-", min_size=1, max_size=14)
SENTENCES = st.lists(
    st.one_of(
        WORDS, st.sampled_from(("48\u202f650\u202f€", "a\u00a0: b", "ab\u00adcd", "R & S", "x" * 60, "<i>", " "))
    ),
    max_size=30,
).map(" ".join)
PIECES = st.one_of(
    SENTENCES.map(escape),
    SENTENCES.map(strong),
    SENTENCES.map(slanted),
    SENTENCES.map(lambda text: tinted(text, style.MUTE_HEX)),
    SENTENCES.map(lambda text: tinted(strong(text), style.INK_HEX)),
    st.just(Markup("<br/>")),
    st.just(Markup(" ")),
)
TEXTS = st.lists(PIECES, max_size=6).map(lambda parts: joined(*parts))
EXAMPLES = settings(max_examples=300, deadline=None)


def told(value: Any) -> Any:
    """A paragraph’s pieces and lines as plain values."""
    if isinstance(value, list | tuple):
        return [told(one) for one in value]
    return {key: told(one) for key, one in vars(value).items()} if hasattr(value, "__dict__") else value


def pieces(frags: list[Any]) -> list[dict[str, Any]]:
    return [{key: value for key, value in vars(frag).items() if key != "_fkind"} for frag in frags]


@EXAMPLES
@given(TEXTS, st.sampled_from(STYLES))
def test_our_markup_is_read_as_the_parser_reads_it(text: str, kind: ParagraphStyle) -> None:
    known = read(text, kind)
    if known is not None:
        parser = ParaParser()
        parser.caseSensitive = 1
        assert pieces(known) == pieces(parser.parse(text, kind)[1])


@pytest.mark.parametrize(
    "text", ["a &amp; b", "<b>a", "<b><i>a</b></i>", '<a href="https://a.fr">a</a>', "<u>a</u>", ""]
)
def test_what_is_not_met_is_left_to_the_parser(text: str) -> None:
    assert read(text, style.BODY) is None


@EXAMPLES
@given(TEXTS, st.sampled_from(STYLES), st.integers(60, 480))
def test_lines_are_broken_where_reportlab_breaks_them(text: str, kind: ParagraphStyle, width: int) -> None:
    ours, theirs = Para(text, kind), Paragraph(text, kind)
    first = theirs.wrap(width, 1000)
    for _ in range(2):  # the second time from what is remembered
        assert ours.wrap(width, 1000) == first
        assert told(ours.blPara) == told(theirs.blPara)
    assert ours._width_max == theirs._width_max
    halves = [[told(part.frags) for part in whole.split(width, 40)] for whole in (ours, theirs)]
    assert halves[0] == halves[1]


@EXAMPLES
@given(st.text(alphabet="abcé€ \u00a0\u202f□⚽", max_size=40), st.sampled_from((9, 10.5, 22)))
def test_a_face_measures_and_encodes_as_its_font(text: str, size: float) -> None:
    name = style.REGULAR
    plain, ours = TTFont(f"{name}-plain", str(style.FOLDER / f"{name}.ttf")), style.pdfmetrics.getFont(name)
    documents = [Canvas("", invariant=1)._doc, Canvas("", invariant=1)._doc]
    assert ours.stringWidth(text, size) == plain.stringWidth(text, size)
    for _ in range(2):
        assert ours.splitString(text, documents[0]) == plain.splitString(text, documents[1])


@EXAMPLES
@given(st.text(alphabet="aé\n /(#€", max_size=12))
def test_names_and_texts_are_written_as_before(text: str) -> None:
    assert quick_writing.encoded(text) == text.encode("extpdfdoc")
    assert pdfdoc.PDFName(text) == pdfdoc.PDFName.__wrapped__(text)
    assert quick_writing.encoded(b"\xff") == b"\xff"


def test_an_element_is_written_as_the_dictionary_it_stands_for() -> None:
    document = Canvas("", invariant=1)._doc
    page = document.Reference(PDFDictionary({}))
    node = Node("TH", alt="é (a)", scope="Row", spans=2)
    element = Element(node, page)
    element.kids = [Piece(page, i) for i in range(12)]
    mark = [PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": i}) for i in range(12)]
    attributes = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName("Row"), "ColSpan": 2})
    same = PDFDictionary({
        "Type": PDFName("StructElem"), "S": PDFName("TH"), "P": page,
        "Alt": PDFString("é (a)"), "A": attributes, "K": PDFArray(mark),
    })  # fmt: skip
    assert element.format(document) == same.format(document)
