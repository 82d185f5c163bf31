"""The questionnaire on paper, blank: the same texts as on screen, to be filled by hand and typed in afterwards.

Short and long forms come from the same content; the same bytes each time, so that a reprint is the same sheet.
"""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any, Literal

from reportlab.platypus import BaseDocTemplate, Flowable, PageTemplate, Spacer

from questionnaire.language import say
from questionnaire.model import Questionnaire
from questionnaire.typography import typeset
from reports import style
from reports.base_document import open_document, whole_frame
from reports.flow import as_list, heading, para
from reports.paper_story import HELP, TEXT, field_block, kept, question_block, titled, write_on
from reports.phrases import day
from reports.tagging import TaggedCanvas
from reports.typesetting import fitted, prose, strong

Mode = Literal["full", "express"]
NAMES = {"full": "questionnaire complet", "express": "questionnaire express"}
PROFILE_TITLE, HOW_TITLE = "Votre association", "Comment remplir"
TO_WRITE = ("Association :", "Date :", "Rempli par (rôle, sans nom de personne) :")
HOW = (
    "Cochez une seule case par question : la phrase la plus proche de ce que vous faites aujourd’hui. "
    "Dans une liste, cochez une case par ligne ; ailleurs, plusieurs cases quand c’est écrit.",
    "« Je ne sais pas » est une vraie réponse, et a sa case. « Non concerné » aussi ; les questions qui "
    "protègent des personnes ou des fichiers n’ont pas cette case.",
    "« Seulement si cela vous concerne » renvoie à une réponse plus haut : au moindre doute, répondez.",
    "Rien n’est obligatoire. Les petits signes gris (codes, chiffres, lettres) servent à retaper la feuille.",
)


class _Numbered(TaggedCanvas):
    """« page x / y » is drawn once the total is known, in the room left on each page."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.pages: dict[str, int] = {}  # where titles with a bookmark fall

    def save(self) -> None:
        if self._code:
            self.showPage()
        total = self.getPageNumber() - 1
        for page in range(1, total + 1):
            self.beginForm(_folio(page))
            self.setFillColor(style.INK)
            self.setFont(style.SEMIBOLD, style.TABLE_SIZE)
            self.drawRightString(style.SIDE + style.WIDTH, style.FOOTER_Y, f"{page} / {total}")
            self.endForm()
        super().save()


def blank(questionnaire: Questionnaire, mode: Mode, on: date | None = None) -> bytes:
    """The PDF to print; `on` dates the sheet when one wants it dated."""
    style.register_fonts()
    buffer = BytesIO()
    _document(buffer, questionnaire, mode, on).build(_story(questionnaire, mode), canvasmaker=_Numbered)
    return buffer.getvalue()


def _story(questionnaire: Questionnaire, mode: Mode) -> list[Flowable]:
    """The cover, the profile, then each theme; a title is never parted from what it opens."""
    fields = [f for f in (*questionnaire.profile, *questionnaire.benchmark) if f.express or mode == "full"]
    asked = [q for q in questionnaire.questions if q.express or mode == "full"]
    printed = [*(f.id for f in fields), *(q.id for q in asked)]
    title: list[Flowable] = [heading(style.H1, say(PROFILE_TITLE), key="profile")]
    story = _cover(questionnaire, mode)
    for field in fields:
        story += _block([*title, *field_block(field, printed)])
        title = []
    for axis in questionnaire.axes:
        title = [heading(style.H1, axis.name, key=f"axis-{axis.id}")]
        for theme in axis.themes:
            inside = [q for q in theme.questions if q in asked]
            if inside:
                title.append(heading(style.H2_SECTION, theme.name, key=f"theme-{theme.id}", level=1))
            for question in inside:
                story += _block([*title, *question_block(question, printed)])
                title = []
    return story


def _block(blocks: list[Flowable]) -> list[Flowable]:
    return [kept(blocks), Spacer(0, style.GAP)]


def _cover(questionnaire: Questionnaire, mode: Mode) -> list[Flowable]:
    return [
        heading(style.H1, questionnaire.title),
        para(style.SHEET_NAME, typeset(f"{questionnaire.subtitle} – {say(NAMES)[mode]}")),
        *map(write_on, say(TO_WRITE)),
        Spacer(0, style.GAP),
        titled("H2", para(TEXT, strong(say(HOW_TITLE)))),
        *as_list([para(TEXT, prose(typeset(text))) for text in say(HOW)]),
        para(HELP, prose(questionnaire.caution)),
    ]


def _document(buffer: BytesIO, questionnaire: Questionnaire, mode: Mode, on: date | None) -> BaseDocTemplate:
    parts = (
        questionnaire.title,
        say(NAMES)[mode],
        say("version {version}", version=questionnaire.version),
        day(on) if on else "",
    )
    told = typeset(" · ".join(filter(None, parts)))
    document = open_document(
        buffer,
        typeset(say("{title} – {names}, à remplir à la main", title=questionnaire.title, names=say(NAMES)[mode])),
        questionnaire.title,
    )
    box = (style.SIDE, style.BOTTOM, style.WIDTH, style.PAGE[1] - style.SHEET_TOP - style.BOTTOM)

    def foot(canvas: TaggedCanvas, _: object) -> None:
        with canvas.artifact():
            _footer(canvas, told)

    document.addPageTemplates([PageTemplate("paper", [whole_frame(box)], onPageEnd=foot)])
    return document


def _footer(canvas: TaggedCanvas, told: str) -> None:
    canvas.saveState()
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setFillColor(style.MUTE)
    canvas.setFont(style.REGULAR, style.TABLE_SIZE)
    room = style.WIDTH - style.FOLIO_WIDTH
    canvas.drawString(style.SIDE, style.FOOTER_Y, fitted(told, style.REGULAR, style.TABLE_SIZE, room))
    canvas.doForm(_folio(canvas.getPageNumber()))
    canvas.restoreState()


def _folio(page: int) -> str:
    return f"folio{page}"
