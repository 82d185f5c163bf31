"""An empty Word document as Palier sets it: A4, French, titles that Word knows, page numbers, no image."""

from __future__ import annotations

from datetime import date
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from questionnaire.language import TAGS, language
from reports.archives import noon
from reports.cells import clean
from reports.content import Report
from reports.word_parts import AFTER, CELL, MUTE, NAVY, SMALL

FONT = "Calibri"
INK = RGBColor(0x16, 0x21, 0x2E)
PAGE, MARGIN = (Cm(21), Cm(29.7)), Cm(2)
TITLES = {"Title": 26, "Heading 1": 20, "Heading 2": 14, "Heading 3": 12}
BEFORE = {"Title": 0, "Heading 1": 24, "Heading 2": 16, "Heading 3": 12}
TEXT_SIZE, SMALL_SIZE = Pt(10.5), Pt(9)


def new_document(report: Report, on: date) -> Document:
    document = docx.Document()
    _settings(document)
    _styles(document)
    _page(document, report)
    _properties(document, report, on)
    return document


def _settings(document: Document) -> None:
    """French everywhere; the picture that python-docx keeps of its own model goes."""
    declared: Any = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    declared.set(qn("w:val"), TAGS[language()])
    theme: Any = document.settings.element.find(qn("w:themeFontLang"))
    theme.set(qn("w:val"), TAGS[language()])
    relations = document.part.package.rels
    for key in [key for key, one in relations.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        relations.pop(key)


def _styles(document: Document) -> None:
    _style(document, "Normal", TEXT_SIZE, INK, before=0, after=6)
    for name, size in TITLES.items():
        _style(document, name, Pt(size), NAVY, before=BEFORE[name], after=4)
    for name in ("List Bullet", "List Number"):
        _spacing(document.styles[name], before=0, after=3)
    for name, size, after in ((CELL, Pt(9.5), 1), (SMALL, SMALL_SIZE, 4), (AFTER, Pt(4), 2)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.font.size = size
        _spacing(style, before=1 if name == CELL else 0, after=after)


def _style(document: Document, name: str, size: Any, colour: RGBColor, *, before: float, after: float) -> None:
    """Fonts of the model are named by its theme, which would win over ours."""
    style: Any = document.styles[name]
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[attribute]
    style.font.name, style.font.size, style.font.color.rgb = FONT, size, colour
    if name != "Normal":
        style.font.bold = True
        border = style.element.pPr.find(qn("w:pBdr"))
        if border is not None:
            style.element.pPr.remove(border)
    _spacing(style, before=before, after=after)


def _spacing(style: Any, *, before: float, after: float) -> None:
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.15


def _page(document: Document, report: Report) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = PAGE
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    head.text = clean(f"{report.cover.brand} – {report.name}")
    foot.text = clean(f"{report.footer}  ·  ")
    _field(foot, "PAGE")
    foot.add_run(" / ")
    _field(foot, "NUMPAGES")
    for line in (head, foot):
        line.alignment = WD_ALIGN_PARAGRAPH.LEFT
        for run in line.runs:
            run.font.size, run.font.color.rgb = SMALL_SIZE, MUTE


def _field(line: Any, name: str) -> None:
    """A number that Word works out: of this page, of all pages."""
    field: Any = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = line.add_run("1")
    run.font.size, run.font.color.rgb = SMALL_SIZE, MUTE
    field.append(run._r)
    line._p.append(field)


def _properties(document: Document, report: Report, on: date) -> None:
    properties = document.core_properties
    properties.title = clean(f"{report.title} – {report.name}")[:255]
    properties.author = properties.last_modified_by = clean(report.author)[:255]
    properties.comments = clean(report.cover.caution)[:255]
    properties.language = TAGS[language()]
    properties.created = properties.modified = noon(on)
