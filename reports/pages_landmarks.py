"""Published figures beside an answer: strips, what is read on them, where they come from, how sure they are."""

from __future__ import annotations

from reportlab.platypus import Flowable, KeepTogether, Spacer

from questionnaire.language import say
from reports import part_titles as titles
from reports import style
from reports.columns import Columns, side_by_side
from reports.content import Landmark, Method, Strip
from reports.entries import run_in
from reports.flow import heading, para
from reports.strip_chart import StripChart
from reports.typesetting import prose, tinted

Margins = dict[str, str]  # by indicator


def landmarks_story(landmarks: tuple[Landmark, ...], lead: str, method: Method) -> list[Flowable]:
    """Every published row that stands beside an answer; one sentence when there is none."""
    story: list[Flowable] = [heading(style.H1, say(titles.LANDMARKS), key="landmarks")]
    story.append(para(style.BODY, lead if landmarks else say(titles.NO_LANDMARK)))
    margins = {item.title: item.text for item in method.margins}
    wide = [landmark for landmark in landmarks if _is_wide(landmark)]
    narrow = [landmark for landmark in landmarks if not _is_wide(landmark)]
    told = _sources([*wide, *narrow])
    story += [_wide(landmark, margins, source) for landmark, source in zip(wide, told, strict=False)]
    story += [Spacer(0, style.GAP_SMALL), _narrow(narrow, margins, told[len(wide) :])] if narrow else []
    note = [run_in(style.SMALL, say(titles.MARGINS), method.margins_note)] if method.margins_note else []
    return story + note


def _is_wide(landmark: Landmark) -> bool:
    """Several parts need the whole page for their labels; one part and what is left of it do not."""
    return any(len(strip.segments) > 2 for strip in landmark.strips)


def _wide(landmark: Landmark, margins: Margins, source: str) -> Flowable:
    """Each strip across the page; below, what is read on it at the left, the words of the source at the right."""
    blocks = [block for strip in landmark.strips for block in _strip(strip, margins, style.WIDTH)]
    charts = [block for block in blocks if block.getKeepWithNext()]
    words = [block for block in blocks if not block.getKeepWithNext()]
    return KeepTogether([*charts, Spacer(0, style.GAP_SMALL), side_by_side(words, [para(style.LANDMARK, source)])])


def _narrow(landmarks: list[Landmark], margins: Margins, sources: list[str]) -> Columns:
    blocks: list[Flowable] = []
    for landmark, source in zip(landmarks, sources, strict=True):
        blocks += [block for strip in landmark.strips for block in _strip(strip, margins, style.COLUMN)]
        blocks.append(para(style.LANDMARK, source))
    return Columns(blocks)


def _strip(strip: Strip, margins: Margins, width: float) -> list[Flowable]:
    """A strip under its indicator, then what is read on it and its margin."""
    chart = StripChart(strip.segments, right=width)
    chart.keepWithNext = 1
    *texts, last = map(prose, strip.sentences)
    margin = margins.get(strip.indicator, "")
    words = [*(para(style.STRIP_WORDS, text) for text in texts)]
    words.append(para(style.STRIP_WORDS, last, " ", tinted(margin, style.MUTE_HEX)))
    return [para(style.STRIP_TITLE, strip.indicator), chart, *words]


def _sources(landmarks: list[Landmark]) -> list[str]:
    """The words of each source; of a study already described, only what is particular to this figure."""
    told: list[str] = []
    first: dict[str, Landmark] = {}
    for landmark in landmarks:
        before = first.setdefault(landmark.source, landmark)
        known = before.cautions if before is not landmark else ()
        source = titles.same_study(before.strips[0].indicator) if known else landmark.source
        told.append(prose(" ".join([source, *(text for text in landmark.cautions if text not in known)])))
    return told
