"""One axis: where it stands, how the score is made, why, and what comes next."""

from __future__ import annotations

from reportlab.platypus import Flowable, Spacer

from questionnaire.language import say
from reports import style
from reports.content import AxisPage
from reports.flow import heading, hung, para
from reports.interval_chart import IntervalChart
from reports.phrases import upper_first
from reports.typesetting import prose, strong


def axis_story(axis: AxisPage) -> list[Flowable]:
    story: list[Flowable] = [heading(style.H1, axis.title, key=f"axis-{axis.id}"), para(style.BODY, prose(axis.about))]
    story.append(para(style.BODY, strong(" ".join(axis.statements[:1])), " ", prose(" ".join(axis.statements[1:]))))
    if axis.scale:
        story += [IntervalChart(axis.scale, axis.scale_title), Spacer(0, style.GAP)]
    story += [hung(style.HUNG, panel.title, strong(panel.text), " ", prose(panel.detail)) for panel in axis.panels]
    story += [hung(style.HUNG, reading.title, prose(reading.text)) for reading in axis.readings]
    story += _labelled(say("Pourquoi ce niveau"), axis.why) + _labelled(say("Pour avancer"), axis.unlocks)
    for theme in axis.theme_texts:
        story.append(hung(style.HUNG, theme.title, strong(f"{upper_first(theme.level)}."), " ", prose(theme.text)))
    story.append(hung(style.SMALL_HUNG, say("Ce que cet axe ne dit pas"), prose(axis.does_not_say)))
    return story


def _labelled(title: str, texts: tuple[str, ...]) -> list[Flowable]:
    """Paragraphs under one hanging title."""
    return [hung(style.HUNG, title if i == 0 else "", prose(text)) for i, text in enumerate(texts)]
