"""The last parts of the Word document: what is asked, the method, the sources."""

from __future__ import annotations

from docx.document import Document

from questionnaire.language import say
from reports import part_titles as titles
from reports import workshop_words
from reports.content import Method, Source, WorkshopPage
from reports.content_funding import RequestText
from reports.phrases import lower_first
from reports.tables import VALUED
from reports.word_parts import SMALL, Cell, Columns, Piece, heading, label, link, paragraph, table, texts

VOTED = Columns(workshop_words.HEADS, (8.6, 4.2, 4.2))
LEVELS = Columns(titles.LEVEL_HEADS, (1.5, 3.2, 2.8, 9.5))
TEXT_WIDTH, MONEY_WIDTH = 17.0, 2.6


def request(document: Document, asked: RequestText) -> None:
    if asked.empty:
        return
    heading(document, asked.title, 1)
    if asked.need.strip():
        paragraph(document, asked.need)
    figures = len(asked.heads) - 1
    widths = (TEXT_WIDTH - figures * MONEY_WIDTH, *(MONEY_WIDTH,) * figures)
    parts = (
        (say(titles.CHARGES), asked.charges),
        (say(titles.RESOURCES), asked.resources),
        (say(VALUED), asked.volunteers),
    )
    for title, lines in parts:
        rows: list[list[Cell]] = [
            [[Piece(row.label, "strong" if row.strong else "")], *(a for a in row.amounts)] for row in lines
        ]
        if rows:
            columns = Columns((title, *asked.heads[1:]), widths, right=tuple(range(1, figures + 1)))
            table(document, f"{asked.title} – {lower_first(title)}", columns, rows, int(lines[-1].strong))
    texts(document, asked.sentences)


def workshop(document: Document, page: WorkshopPage | None) -> None:
    """What a room voted, when the answers come from one."""
    if page is None:
        return
    heading(document, page.title, 1)
    texts(document, (" · ".join(page.facts), page.open_points))
    rows: list[list[Cell]] = []
    for line in page.lines:
        told = [Piece(f"{item.title}\u202f: {item.text}") for item in line.told]
        first = [Piece(line.short, "strong"), Piece(line.question, "mute"), Piece(line.outcome, "strong"), *told]
        rows.append([first, line.before, f"{line.after or say(workshop_words.NO_SECOND)} {line.moved}".strip()])
    table(document, page.title, VOTED, rows)
    for item in page.reading:
        paragraph(document, label(item.title), item.text)


def method(document: Document, told: Method) -> None:
    heading(document, say(titles.METHOD), 1)
    for item in told.paragraphs:
        paragraph(document, label(item.title), item.text)
    heading(document, say(titles.LEVELS), 2)
    table(document, say(titles.LEVELS), LEVELS, told.levels)


def sources(document: Document, pages: tuple[Source, ...]) -> None:
    if pages:
        heading(document, say(titles.SOURCES), 1)
    for source in pages:
        made = paragraph(document, Piece(source.title, "strong"), f". {source.text} ", style=SMALL)
        link(document, made, source.url)
