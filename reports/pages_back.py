"""The method in plain words, the levels, the sources, and every answer: in two columns, consulted rather than read."""

from __future__ import annotations

from reportlab.platypus import Flowable, Table, TableStyle

from questionnaire.language import say
from questionnaire.typography import typeset
from reports import part_titles as titles
from reports import style
from reports.columns import Columns
from reports.content import AnnexSection, Answered, Method, Source
from reports.entries import entry_run_in, run_in, subtitle, title_above, whole
from reports.flow import BREAK, para
from reports.tagged_table import TableTags
from reports.typesetting import link, prose, slanted, strong, tinted


def method_story(method: Method, sources: tuple[Source, ...]) -> list[Flowable]:
    """How scores are made, the levels below the paragraph that tells of them, then where all of it comes from."""
    blocks: list[Flowable] = [run_in(style.METHOD, item.title, prose(item.text)) for item in method.paragraphs]
    said = [i for i, item in enumerate(method.paragraphs, 1) if item.title == say(titles.LEVELS)]
    blocks.insert(next(iter(said), len(blocks)), _levels(method))
    seen = [subtitle(say(titles.SOURCES), "sources"), *map(_source, sources)] if sources else []
    return [title_above(say(titles.METHOD), "method"), Columns([*blocks, *seen])]


def _levels(method: Method) -> Table:
    """Number, name with the score it begins at, meaning."""
    rows = [
        [number, para(style.METHOD, strong(name), BREAK, tinted(start, style.MUTE_HEX)), para(style.METHOD, meaning)]
        for number, name, start, meaning in method.levels
    ]
    tags = TableTags(heads=0, row_heads=2)
    return Table(
        rows,
        colWidths=style.LEVEL_WIDTHS,
        style=_LEVEL_STYLE,
        hAlign="LEFT",
        renderCB=tags,
        spaceBefore=style.GAP_LINE,
        spaceAfter=style.GAP,
    )


_LEVEL_STYLE = TableStyle([
    ("FONT", (0, 0), (-1, -1), style.SEMIBOLD, style.SMALLEST, style.METHOD.leading),
    ("TEXTCOLOR", (0, 0), (0, -1), style.NAVY),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LINEABOVE", (0, 0), (-1, -1), style.HAIR, style.RULE),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-2, -1), style.CELL_PAD),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), style.GAP_LINE + 1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), style.GAP_SMALL),
])  # fmt: skip


def _source(source: Source) -> Flowable:
    address = link(source.url, style.COLUMN, style.SOURCE.fontSize)
    return whole(style.SOURCE, tinted(source.title, style.INK_HEX), ". ", source.text, BREAK, address)


def annex_story(annex: tuple[AnnexSection, ...]) -> list[Flowable]:
    """Each question with its answer in words, in the order they are asked."""
    blocks: list[Flowable] = []
    for i, part in enumerate(annex):
        blocks += [subtitle(part.title, f"annex-{i}"), *map(_answered, part.entries)]
        blocks += [para(style.ANSWER, part.after)] if part.after else []
    return [title_above(say(titles.ANNEX), "annex"), Columns(blocks)]


def _answered(answered: Answered) -> Flowable:
    """The short name, the question as it was asked, the answer, what was noted; a list has its own lines."""
    question = [answered.question] if answered.question != answered.short else []
    between = BREAK if len(answered.answer) > 1 else " "
    answers = [part for line in answered.answer for part in (between, tinted(strong(line), style.INK_HEX))]
    notes = [part for note in answered.notes for part in (BREAK, slanted(typeset(f"{note.title} : ")), note.text)]
    return entry_run_in(style.ANSWER, answered.short, *question, *answers, *notes)
