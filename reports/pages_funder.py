"""The funder's copy on paper: a few pages that stand alone, for somebody who never saw the tool."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph, Spacer

from questionnaire.language import say
from questionnaire.typography import typeset
from reports import style
from reports.content import Landmark, Strip, Titled
from reports.content_copies import FunderAxis, FunderCopy, FunderPlan, FunderRequest, Levels, Security
from reports.flow import heading, hung, joined, para, text_width
from reports.funder_tables import cautions_box, funder_plan
from reports.funder_words import AXES_LEAD, SECURITY, STRENGTHS
from reports.interval_chart import IntervalChart
from reports.pages_change import change_blocks
from reports.pages_summary import ProtectedLine
from reports.pages_workshop import workshop_blocks
from reports.strip_chart import StripChart
from reports.tables import printed_request
from reports.typesetting import fitted, plain, prose

# To be moved to style.py
NAME_SIZES, NAME_LOST = (24, 20, 17, 14), 0.1  # sizes of a name; share of a line lost at line ends
KIND = ParagraphStyle("kind", style.H3, textColor=style.TEAL, spaceBefore=0, spaceAfter=3)
FACTS = ParagraphStyle("facts", style.BODY, spaceBefore=2, spaceAfter=2)
OPENING = ParagraphStyle("opening", style.HUNG, fontSize=style.TEXT_SIZE, leading=style.TEXT_LEADING, spaceAfter=5)

END = "À savoir"


def funder_story(copy: FunderCopy) -> list[Flowable]:
    """First what is read at once, then the detail; what is not in the copy leaves no title behind."""
    legend = _legend(copy.legend)
    story = [*_opening(copy), *(_levels(copy.levels) if copy.levels else []), *_security(copy.security)]
    story += legend if copy.levels else []
    story += _plan(copy.plan) if copy.plan else []
    story += _request(copy.request) if copy.request else []
    story += _end(copy)
    story += _axes(copy.axes, [] if copy.levels else legend)
    story += [*_part(copy.change.title, "change"), *change_blocks(copy.change)] if copy.change else []
    story += _landmarks(copy.landmarks, copy.landmarks_lead)
    return story + ([*_part(copy.workshop.title, "workshop"), *workshop_blocks(copy.workshop)] if copy.workshop else [])


def draw_funder_page(canvas: Canvas, copy: FunderCopy) -> None:
    """Header and footer of every page: what this document is, whose, how far it is to be trusted."""
    right = style.SIDE + style.WIDTH
    canvas.saveState()
    canvas.setFillColor(style.MUTE)
    canvas.setFont(style.REGULAR, style.TABLE_SIZE)
    canvas.drawString(style.SIDE, style.HEADER_Y, plain(copy.header))
    name = fitted(copy.name, style.REGULAR, style.TABLE_SIZE, style.TEXT - style.HANG)
    canvas.drawRightString(right, style.HEADER_Y, name)
    foot = fitted(copy.footer, style.REGULAR, style.TABLE_SIZE, style.WIDTH - style.FOLIO_WIDTH)
    canvas.drawString(style.SIDE, style.FOOTER_Y, foot)
    canvas.setStrokeColor(style.RULE)
    canvas.setLineWidth(style.THIN_LINE)
    canvas.line(style.SIDE, style.HEADER_Y - style.RULE_DROP, right, style.HEADER_Y - style.RULE_DROP)
    canvas.folio()
    canvas.restoreState()


def name_block(name: str, sizes: tuple[int, ...] = NAME_SIZES, lines: int = 3) -> Paragraph:
    """A name at the largest of `sizes` that keeps it on so many lines; at the least one, on as many as it needs."""
    wide = {size: text_width(plain(name), style.BOLD, size) for size in sizes}
    size = next((s for s in sizes if wide[s] <= (lines - NAME_LOST) * style.WIDTH), sizes[-1])
    return para(ParagraphStyle("name", style.H1, fontSize=size, leading=size * 1.16, spaceBefore=0), name)


def _opening(copy: FunderCopy) -> list[Flowable]:
    identity = joined(*(part for item in copy.identity for part in (typeset(f"{item.title} : "), item.text, " · ")))
    story: list[Flowable] = [para(KIND, copy.kind), name_block(copy.name), para(FACTS, " · ".join(copy.facts))]
    story += [para(style.SMALL, identity.removesuffix(" · "))] if copy.identity else []
    story += [Spacer(0, style.GAP_SMALL), cautions_box(copy.cautions), Spacer(0, style.GAP)]
    return story + [_said(item) for item in copy.opening]


def _said(item: Titled) -> Flowable:
    return hung(OPENING, item.title, item.text)


def _part(title: str, key: str, room: float = style.ROOM_FOR_SECTION) -> list[Flowable]:
    """A title that never stands at the foot of a page: `room` is the share of a page it needs."""
    return [CondPageBreak(style.HEIGHT * room), _title(title, key)]


def _title(title: str, key: str) -> Flowable:
    return heading(style.H2_SECTION, title, key=key)


def _levels(levels: Levels) -> list[Flowable]:
    return [
        KeepTogether([IntervalChart(levels.table, levels.title)]),
        Spacer(0, style.GAP_SMALL),
        para(style.SMALL, prose(levels.note)),
        Spacer(0, style.GAP_SMALL),
        hung(style.HUNG, say(STRENGTHS), prose(levels.strengths)),
    ]


def _security(security: Security) -> list[Flowable]:
    """One sentence; or each point with its square, when the association ticked the detail."""
    if not security.found:
        return [hung(style.HUNG, say(SECURITY), prose(security.sentence))]
    lines = [ProtectedLine(item, 1) for item in security.found]  # each with its remedy, however many
    return [*_part(say(SECURITY), "protect"), para(style.KEPT, prose(security.sentence)), *lines]


def _plan(plan: FunderPlan) -> list[Flowable]:
    story = _part(say("Le plan d’action"), "plan")
    return story + ([para(style.BODY, plan.empty)] if plan.empty else [funder_plan(plan), Spacer(0, style.GAP)])


def _request(request: FunderRequest) -> list[Flowable]:
    story = _part(say("La demande, telle que l’association la présente"), "request")
    story += [printed_request(request.table), Spacer(0, style.GAP)] if request.table else []
    story += [para(style.BODY, request.empty)] if request.empty else []
    return story + [hung(style.HUNG, item.title, item.text) for item in request.after]


def _axes(axes: tuple[FunderAxis, ...], legend: list[Flowable]) -> list[Flowable]:
    """The title stays with the first axis."""
    if not axes:
        return []
    first, *others = map(_axis, axes)
    opening = [_title(say("Axe par axe"), "axes"), para(style.KEPT, say(AXES_LEAD)), *legend, *first]
    return [KeepTogether(opening), *map(KeepTogether, others)]


def _legend(legend: tuple[Titled, ...]) -> list[Flowable]:
    """What the levels mean, said once, where the first of them is read."""
    rows = [hung(style.SMALL_HUNG, item.title, prose(item.text)) for item in legend]
    return [KeepTogether([heading(style.H3, say("Ce que veulent dire les niveaux")), *rows])] if rows else []


def _axis(axis: FunderAxis) -> list[Flowable]:
    chart = (
        [IntervalChart(axis.scale, axis.title), Spacer(0, style.GAP)] if axis.scale else [heading(style.H3, axis.title)]
    )
    readings = [hung(style.HUNG, reading.title, prose(reading.text)) for reading in axis.readings]
    return [*chart, *readings, hung(style.SMALL_HUNG, say("Ce que cet axe ne dit pas"), prose(axis.does_not_say))]


def _landmarks(landmarks: tuple[Landmark, ...], lead: str) -> list[Flowable]:
    story = (
        [
            *_part(say("Repères publiés"), "landmarks", style.ROOM_FOR_STRIP if landmarks else style.ROOM_FOR_SECTION),
            para(style.KEPT, lead),
        ]
        if lead
        else []
    )
    for landmark in landmarks:
        *first, last = [_strip(strip) for strip in landmark.strips]
        words = para(style.SMALL_HUNG, landmark.source, " ", prose(" ".join(landmark.cautions)))
        story += [*map(KeepTogether, first), KeepTogether([*last, words]), Spacer(0, style.GAP)]
    return story


def _strip(strip: Strip) -> list[Flowable]:
    told = [hung(style.HUNG, "", text) for text in strip.sentences]
    chart = StripChart(strip.segments, style.HANG, strip.indicator)
    return [chart, Spacer(0, style.GAP_SMALL), *told, Spacer(0, style.GAP_SMALL)]


def _end(copy: FunderCopy) -> list[Flowable]:
    """What this copy does not hold, what it rests on, and the method in three lines."""
    told = [
        (copy.absent, say("Limites")),
        (copy.evidence, say("Les pièces")),
        (" ".join(copy.method), say("La méthode")),
    ]
    rows = [hung(style.HUNG, title, prose(text)) for text, title in told if text]
    return [KeepTogether([_title(say(END), "end"), *rows])]
