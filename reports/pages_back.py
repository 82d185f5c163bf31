"""Published figures, the method in plain words, the sources, and every answer."""

from __future__ import annotations

from reportlab.platypus import Flowable, KeepTogether, Spacer, Table, TableStyle

from questionnaire.typography import tidy
from reports import style
from reports.content import AnnexSection, Answered, Landmark, Method, Source, Strip
from reports.flow import BREAK, heading, hung, joined, para, section
from reports.strip_chart import StripChart
from reports.tagged_table import TableTags
from reports.typesetting import link, plain, prose, slanted, strong, tinted


def landmarks_story(landmarks: tuple[Landmark, ...], lead: str) -> list[Flowable]:
    """Every published row that stands beside an answer; one sentence when there is none."""
    story: list[Flowable] = [heading(style.H1, "Repères publiés", key="landmarks")]
    story.append(
        para(style.BODY, lead if landmarks else "Aucun chiffre publié ne se rapproche de ce que vous avez répondu.")
    )
    for landmark in landmarks:
        *first, last = [_strip(strip) for strip in landmark.strips]
        words = para(style.SMALL_HUNG, landmark.source, " ", prose(" ".join(landmark.cautions)))
        story += [*map(KeepTogether, first), KeepTogether([*last, words]), Spacer(0, style.GAP)]
    return story


def _strip(strip: Strip) -> list[Flowable]:
    texts = [para(style.HUNG, sentence) for sentence in strip.sentences]
    return [
        StripChart(strip.segments, style.HANG, strip.indicator),
        Spacer(0, style.GAP_SMALL),
        *texts,
        Spacer(0, style.GAP_SMALL),
    ]


def method_story(method: Method) -> list[Flowable]:
    story: list[Flowable] = [heading(style.H1, "La méthode, en clair", key="method")]
    story += [hung(style.HUNG, item.title, prose(item.text)) for item in method.paragraphs]
    story += [*section("Les niveaux"), _levels(method)]
    if method.margins:
        story += [*section("Marges des repères publiés"), para(style.KEPT, method.margins_note)]
        story += [hung(style.MARGIN_ROW, item.title, item.text) for item in method.margins]
    return story


def _levels(method: Method) -> Table:
    rows = [
        [number, plain(name), plain(start), para(style.CELL, meaning)] for number, name, start, meaning in method.levels
    ]
    tags = TableTags(heads=0, row_heads=2)
    return Table(rows, colWidths=style.LEVEL_WIDTHS, style=_LEVEL_STYLE, hAlign="LEFT", renderCB=tags)


_LEVEL_STYLE = TableStyle([
    ("FONT", (0, 0), (-1, -1), style.REGULAR, style.TABLE_SIZE + 0.5, style.TABLE_LEADING),
    ("FONT", (0, 0), (1, -1), style.SEMIBOLD, style.TABLE_SIZE + 0.5, style.TABLE_LEADING),
    ("TEXTCOLOR", (0, 0), (1, -1), style.NAVY),
    ("TEXTCOLOR", (2, 0), (2, -1), style.MUTE),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LINEBELOW", (0, 0), (-1, -1), style.THIN_LINE, style.RULE),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), style.TABLE_PAD),
    ("BOTTOMPADDING", (0, 0), (-1, -1), style.TABLE_PAD),
])  # fmt: skip


def sources_story(sources: tuple[Source, ...]) -> list[Flowable]:
    if not sources:
        return []
    story = section("Sources", "sources")
    for source in sources:
        address = link(source.url, style.WIDTH, style.TABLE_SIZE)
        story.append(para(style.SMALL, tinted(source.title, style.INK_HEX), ". ", source.text, BREAK, address))
    return story


def annex_story(annex: tuple[AnnexSection, ...]) -> list[Flowable]:
    """Each question with its answer in words, in the order they are asked."""
    story: list[Flowable] = [heading(style.H1, "Toutes vos réponses", key="annex")]
    for i, part in enumerate(annex):
        story += section(part.title, f"annex-{i}") + [_answered(entry) for entry in part.entries]
        if part.after:
            story.append(para(style.AFTER, part.after))
    return story


def _answered(entry: Answered) -> Flowable:
    answers = joined(
        *(part for i, line in enumerate(entry.answer) for part in ((BREAK,) if i else ()) + (strong(line),))
    )
    notes = [part for note in entry.notes for part in (BREAK, slanted(tidy(f"{note.title} : ")), note.text)]
    question = [tinted(entry.question, style.MUTE_HEX), BREAK] if entry.question != entry.short else []
    return hung(style.ENTRY, entry.short, *question, answers, *notes, ruled=True)
