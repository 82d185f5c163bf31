"""The few blocks a Word document is made of: titles, texts, lists, tables with a repeated header, links.

Everything enters as text, never as markup, and python-docx escapes it; `clean` first takes out what XML refuses.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, RGBColor
from docx.text.paragraph import Paragraph

from questionnaire.language import say
from reports.cells import clean, is_web_address
from reports.phrases import labelled

MUTE, NAVY, RULE = RGBColor(0x52, 0x60, 0x6D), RGBColor(0x12, 0x35, 0x5B), "C5CED8"
CELL, SMALL, AFTER = "Cell", "Small", "After"  # our own styles: their names are their ids
Kind = Literal["", "strong", "mute", "note"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text and how it is set."""

    text: str
    kind: Kind = ""


Cell = str | Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Columns:
    """Heads and widths (cm) of a table; `right` are the columns of figures."""

    heads: tuple[str, ...]
    widths: tuple[float, ...]
    right: tuple[int, ...] = ()


def heading(document: Document, text: str, level: int) -> None:
    """A title of level 1 to 3 (« Titre 1 » in a French Word); 0 is the name of the document."""
    paragraph(document, text, style=f"Heading{level}" if level else "Title")


def paragraph(document: Document, *pieces: str | Piece, style: str = "") -> Paragraph:
    """One paragraph. `style` is an id: looking styles up by name took two thirds of the time of a document."""
    made = document.add_paragraph()
    if style:
        made._p.style = style
    _fill(made, pieces)
    return made


def label(title: str) -> Piece:
    """« C’est fait quand : », at the head of a paragraph."""
    return Piece(labelled(title), "strong")


def texts(document: Document, all_of_them: Iterable[str]) -> None:
    for text in all_of_them:
        paragraph(document, text)


def bullets(document: Document, items: Iterable[Sequence[Piece]]) -> None:
    for item in items:
        paragraph(document, *item, style="ListBullet")


def steps(document: Document, items: Sequence[str]) -> None:
    """A numbered list that begins at one."""
    numbering = document.part.numbering_part.element
    usual = document.styles["List Number"].element.pPr.numPr.numId.val
    num = numbering.add_num(numbering.num_having_numId(usual).abstractNumId.val)
    num.add_lvlOverride(0).add_startOverride(1)
    for item in items:
        made = paragraph(document, item, style="ListNumber")
        place = made._p.get_or_add_pPr().get_or_add_numPr()
        place.get_or_add_ilvl().val, place.get_or_add_numId().val = 0, num.numId


def link(document: Document, made: Paragraph, url: str) -> None:
    """A web address, clickable only when it is http or https."""
    if not is_web_address(url):
        _fill(made, [url])
        return
    anchor: Any = OxmlElement("w:hyperlink")
    anchor.set(qn("r:id"), document.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = made.add_run(url)
    run.font.underline, run.font.color.rgb = True, NAVY
    anchor.append(run._r)
    made._p.append(anchor)


def table(document: Document, caption: str, columns: Columns, rows: Sequence[Sequence[Cell]], total: int = 0) -> None:
    """A real table: its header row is marked and repeated, no row is cut, its name is told to screen readers.

    The last `total` rows are strong.
    """
    made = document.add_table(0, len(say(columns.heads)))
    made.autofit = False
    _properties(made._tbl.tblPr, caption)
    _row(made, columns, [[Piece(head, "mute")] for head in say(columns.heads)], header=True)
    for place, row in enumerate(rows):
        strong = place >= len(rows) - total
        _row(made, columns, [_strong(cell) if strong else cell for cell in row])
    for column, width in zip(made.columns, columns.widths, strict=True):
        column.width = Cm(width)
    paragraph(document, style=AFTER)


def _strong(cell: Cell) -> Cell:
    return [Piece(cell, "strong")] if isinstance(cell, str) else cell


def _row(made: Any, columns: Columns, cells: Sequence[Cell], *, header: bool = False) -> None:
    row = made.add_row()
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if header:
        properties.append(OxmlElement("w:tblHeader"))
    for place, (cell, said) in enumerate(zip(row.cells, cells, strict=True)):
        cell.width = Cm(columns.widths[place])
        pieces = [Piece(said)] if isinstance(said, str) else said
        for i, piece in enumerate(pieces or [Piece("")]):
            line = cell.add_paragraph() if i else cell.paragraphs[0]
            line._p.style = CELL
            if place in columns.right:
                line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            _fill(line, [piece])


def _properties(properties: Any, caption: str) -> None:
    """Horizontal rules only; the first row and column are the heads; the caption is the alternative text."""
    borders: Any = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        rule: Any = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", RULE)):
            rule.set(qn(f"w:{name}"), value)
        borders.append(rule)
    look = properties.find(qn("w:tblLook"))
    properties.find(qn("w:tblLayout")).addprevious(borders)  # the order of these elements is part of the format
    for name, value in (("firstRow", "1"), ("firstColumn", "0"), ("noHBand", "1"), ("noVBand", "1")):
        look.set(qn(f"w:{name}"), value)
    told: Any = OxmlElement("w:tblCaption")
    told.set(qn("w:val"), clean(caption))
    properties.append(told)


def _fill(made: Paragraph, pieces: Iterable[str | Piece]) -> None:
    for piece in pieces:
        text, kind = (piece, "") if isinstance(piece, str) else (piece.text, piece.kind)
        run = made.add_run(clean(text))
        run.bold = True if kind == "strong" else None
        run.italic = True if kind == "note" else None
        if kind == "mute":
            run.font.color.rgb = MUTE
