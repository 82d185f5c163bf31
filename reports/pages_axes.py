"""One axis: where it stands, what it is made of, why, and what comes next."""

from __future__ import annotations

from reportlab.platypus import Flowable, Spacer

from reports import style
from reports.charts import IntervalChart
from reports.content import AxisPage
from reports.flow import heading, hung, para
from reports.typesetting import strong


def axis_story(axis: AxisPage) -> list[Flowable]:
    story: list[Flowable] = [
        heading(style.H1, axis.title, key=f"axis-{axis.id}"),
        para(style.BODY, axis.about),
        *([IntervalChart(axis.scale), Spacer(0, style.GAP)] if axis.scale else []),
        para(style.BODY, strong(" ".join(axis.statements[:1])), " ", " ".join(axis.statements[1:])),
    ]
    story += [hung(style.HUNG, panel.title, strong(panel.text), " ", panel.detail) for panel in axis.panels]
    story += [hung(style.HUNG, reading.title, reading.text) for reading in axis.readings]
    story += _labelled("Pourquoi ce niveau", axis.why)
    story += _labelled("Pour avancer", axis.unlocks)
    story += _themes(axis)
    return [*story, Spacer(0, style.GAP_SMALL), hung(style.SMALL_HUNG, "Ce que cet axe ne dit pas", axis.does_not_say)]


def _labelled(title: str, texts: tuple[str, ...]) -> list[Flowable]:
    """Paragraphs under one hanging title."""
    return [hung(style.HUNG, title if i == 0 else "", text) for i, text in enumerate(texts)]


def _themes(axis: AxisPage) -> list[Flowable]:
    if not axis.themes and not axis.theme_texts:
        return []
    story: list[Flowable] = [heading(style.H2, axis.themes_title)]
    if axis.themes:
        story += [IntervalChart(axis.themes), Spacer(0, style.GAP_SMALL), para(style.SMALL, axis.themes_note)]
    for theme in axis.theme_texts:
        story.append(hung(style.HUNG, theme.title, strong(f"{theme.level[:1].upper()}{theme.level[1:]}. "), theme.text))
    return story
