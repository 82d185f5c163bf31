"""The parts of the web page around the plan: the summary, the axes, published figures, the method, every answer."""

from __future__ import annotations

from collections.abc import Sequence

from questionnaire.language import say
from reports import part_titles as titles
from reports.content import AnnexSection, Answered, AxisPage, IntervalRow, Landmark, Method, PlanLine, Source, Summary
from reports.phrases import labelled, upper_first
from reports.web_figures import interval_table, landmark, legend
from reports.web_markup import Html, body, described, items, joined, link, paragraphs, row, section, spaced, table, tag

AXIS, THEME = "Axe", "Thème"
AXES_CAPTION = "Fourchette et niveau de chaque axe"


def summary_part(summary: Summary) -> Html:
    protect = [joined([tag("strong", item.text), f" → {item.remedy}"]) for item in summary.protect]
    beside = landmark(summary.landmark) if summary.landmark else ""
    axes = interval_table(say(AXES_CAPTION), summary.axes, say(AXIS)) if summary.axes.rows else ""
    notes = [summary.interval_note, legend(summary.axes.bands)] if axes else []
    meter = paragraphs([summary.plan_meter], "small")
    return section(
        summary.title,
        paragraphs([summary.lead], "lead"),
        section(summary.axes_title, axes, paragraphs(notes, "small"), level=3),
        section(summary.landmark_title, beside, level=3),
        section(summary.protect_title, items(protect), paragraphs([summary.protect_sentence]), level=3),
        section(
            summary.plan_title,
            meter,
            paragraphs([summary.plan_sentence]),
            items(list(map(_planned, summary.plan)), "ol"),
            level=3,
        ),
        key="essentiel",
    )


def _planned(line: PlanLine) -> Html:
    facts = " · ".join(text for text in (line.effect, line.month, line.hours, line.euros) if text)
    title = tag("strong", line.title) if line.protects else line.title
    return joined([title, tag("span", facts, class_="under")])


def axis_part(axis: AxisPage, key: str) -> Html:
    """Where it stands, how the score is made, why, and what comes next."""
    first, rest = axis.statements[:1], " ".join(axis.statements[1:])
    scale = interval_table(axis.scale_title, axis.scale, say(THEME)) if axis.scale else ""
    told: list[tuple[str, Sequence[str]]] = [
        *((panel.title, [spaced([tag("strong", panel.text), panel.detail])]) for panel in axis.panels),
        *((reading.title, [reading.text]) for reading in axis.readings),
        (say(titles.WHY), axis.why),
        (say(titles.FORWARD), axis.unlocks),
        *((theme.title, [spaced([tag("strong", f"{upper_first(theme.level)}."), theme.text])]) for theme in axis.theme_texts),
        (say(titles.NOT_SAID), [axis.does_not_say]),
    ]  # fmt: skip
    return section(
        axis.title,
        paragraphs([axis.about]),
        tag("p", spaced([tag("strong", text) for text in first] + [rest])),
        scale,
        _meanings(axis.scale.rows if axis.scale else ()),
        described(told),
        key=key,
    )


def _meanings(rows: tuple[IntervalRow, ...]) -> Html:
    """What the level of each theme means, under the table of their numbers."""
    return described((line.title, [line.text]) for line in rows if line.text)


def landmarks_part(landmarks: tuple[Landmark, ...], lead: str) -> Html:
    words = lead if landmarks else say(titles.NO_LANDMARK)
    return section(say(titles.LANDMARKS), paragraphs([words]), *map(landmark, landmarks), key="reperes")


def method_part(method: Method) -> Html:
    heads = say(titles.LEVEL_HEADS)
    rows = [row(heads, level, first=1) for level in method.levels]
    levels = table(say(titles.LEVELS), heads, [body(rows)], "cards quiet") if rows else ""
    margins = described((item.title, [item.text]) for item in method.margins)
    return section(
        say(titles.METHOD),
        described((item.title, [item.text]) for item in method.paragraphs),
        section(say(titles.LEVELS), levels, level=3),
        section(say(titles.MARGINS), paragraphs([method.margins_note]), margins, level=3),
        key="methode",
    )


def sources_part(sources: tuple[Source, ...]) -> Html:
    told = [spaced([tag("strong", f"{source.title}."), source.text, link(source.url)]) for source in sources]
    return section(say(titles.SOURCES), items(told), key="sources")


def annex_part(annex: tuple[AnnexSection, ...]) -> Html:
    """Each question with its answer in words, in the order they are asked."""
    return section(say(titles.ANNEX), *map(_annex_section, annex), key="reponses")


def _annex_section(part: AnnexSection) -> Html:
    answers = described((entry.short, _answered(entry)) for entry in part.entries)
    return section(part.title, answers, paragraphs([part.after], "small"), level=3)


def _answered(entry: Answered) -> list[Html]:
    question = [tag("span", entry.question, class_="small")] if entry.question != entry.short else []
    said = [tag("strong", line) for line in entry.answer]
    notes = [joined([tag("i", labelled(note.title)), note.text]) for note in entry.notes]
    return [*question, *said, *notes]
