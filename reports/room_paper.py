"""A workshop on paper, for a room without network: posters, secret vote sheets, count sheets, the guide.

The same texts, the same questions and the same answers as on screens. The same choice gives the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from reportlab.platypus import Flowable, PageBreak, PageTemplate

from questionnaire.assessment import Assessment
from questionnaire.language import say
from questionnaire.model import Question, Questionnaire
from questionnaire.typography import typeset
from reports import room_ballots, room_count, room_guide, room_posters, style
from reports.base_document import open_document, whole_frame
from reports.tagging import TaggedCanvas
from reports.typesetting import fitted
from workshop.model import Choice
from workshop.opening import asked
from workshop.timing import guide

LANDSCAPE = (style.PAGE[1], style.PAGE[0])
A3 = 2**0.5  # each side of an A3 sheet, beside that of an A4 one
BOX = (style.SIDE, style.BOTTOM, LANDSCAPE[0] - 2 * style.SIDE, LANDSCAPE[1] - style.SHEET_TOP - style.BOTTOM)
POSTERS, BALLOTS, COUNT, GUIDE = "Affiches de vote", "Bulletins de vote", "Feuille de décompte", "Déroulé de l’atelier"


@dataclass(frozen=True, slots=True)
class Room:
    """What is printed: the questions in order, and those where « non concerné » has no place."""

    questionnaire: Questionnaire
    choice: Choice
    questions: tuple[Question, ...]
    critical: frozenset[str]


def room_of(questionnaire: Questionnaire, choice: Choice, assessment: Assessment | None = None) -> Room:
    """The room of a choice that was not opened yet: every question that may apply, to this `assessment` if any."""
    style.register_fonts()  # stories measure their texts before any document is open
    return Room(questionnaire, choice, *asked(questionnaire, choice, assessment))


def posters(room: Room, *, a3: bool = False) -> bytes:
    """One page a question, to stick on a wall: A4, or the same on A3."""
    story: list[Flowable] = []
    for rank, question in enumerate(room.questions, 1):
        theme = room.questionnaire.theme_of[question.id].name
        place = f"{rank} / {len(room.questions)}"
        story += [PageBreak()] if rank > 1 else []
        story += room_posters.poster(question, f"{theme} · {place}", question.id in room.critical, BOX[2:])
    return _printed(room, say(POSTERS), story, scale=A3 if a3 else 1)


def ballots(room: Room) -> bytes:
    """What one person votes, twice on each page: to cut in two along the dotted line."""
    pages = room_ballots.pages(room.questions, room.critical)
    story = [block for page in pages for block in (page, PageBreak())][:-1]
    return _printed(room, say(BALLOTS), story, cut=True)


def count(room: Room) -> bytes:
    """For the person who leads: one line a question, to key in afterwards."""
    return _printed(
        room, say(COUNT), room_count.story(room.questions, room.critical, BOX[2], several=room.choice.several)
    )


def guide_of(room: Room) -> bytes:
    """The facilitator's guide: two portrait pages at most, set smaller rather than longer."""
    told = guide(room.choice, len(room.questions))
    for size in style.SHEET_SIZES:
        pdf, pages = _portrait(room, room_guide.story(room.choice, told, len(room.questions), size))
        if pages <= room_guide.MOST_PAGES:
            break
    return pdf


def _portrait(room: Room, story: list[Flowable]) -> tuple[bytes, int]:
    buffer = BytesIO()
    document = open_document(buffer, f"{say(GUIDE)} – {room.questionnaire.title}", room.questionnaire.title)
    box = (style.SIDE, style.BOTTOM, style.WIDTH, style.PAGE[1] - style.SHEET_TOP - style.BOTTOM)
    document.addPageTemplates(
        [PageTemplate("guide", [whole_frame(box)], onPageEnd=_foot(room, say(GUIDE), style.WIDTH))]
    )
    document.build(story, canvasmaker=_Canvas)
    return buffer.getvalue(), document.page


def _printed(room: Room, name: str, story: list[Flowable], *, scale: float = 1, cut: bool = False) -> bytes:
    buffer = BytesIO()
    document = open_document(buffer, f"{name} – {room.questionnaire.title}", room.questionnaire.title)
    document.pagesize = (LANDSCAPE[0] * scale, LANDSCAPE[1] * scale)

    def begin(canvas: TaggedCanvas, _: object) -> None:
        canvas.scale(scale, scale)

    box = room_ballots.SHEET if cut else BOX
    foot = room_ballots.cut_line if cut else _foot(room, name, BOX[2])
    document.addPageTemplates([
        PageTemplate("room", [whole_frame(box)], onPage=begin, onPageEnd=foot, pagesize=document.pagesize)
    ])  # fmt: skip
    document.build(story, canvasmaker=_Canvas)
    return buffer.getvalue()


class _Canvas(TaggedCanvas):
    """Titles with a bookmark note where they fall; the window shows the title of the document."""

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **more)
        self.pages: dict[str, int] = {}
        self.setViewerPreference("DisplayDocTitle", "true")


def _foot(room: Room, name: str, width: float) -> object:
    """What this sheet is, and its page."""
    told = typeset(
        say(
            "{title} · {name} · version {version}",
            title=room.questionnaire.title,
            name=name,
            version=room.questionnaire.version,
        )
    )

    def draw(canvas: TaggedCanvas, _: object) -> None:
        with canvas.artifact():
            canvas.saveState()
            canvas.setFillColor(style.MUTE)
            canvas.setFont(style.REGULAR, style.TABLE_SIZE)
            room_for = width - style.FOLIO_WIDTH
            canvas.drawString(style.SIDE, style.FOOTER_Y, fitted(told, style.REGULAR, style.TABLE_SIZE, room_for))
            canvas.drawRightString(
                style.SIDE + width, style.FOOTER_Y, say("page {number}", number=canvas.getPageNumber())
            )
            canvas.restoreState()

    return draw
