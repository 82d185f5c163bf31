"""One action, one date, one name: a sheet to print, pinned on a wall or put in a diary."""

from __future__ import annotations

from datetime import date

from questionnaire.language import say
from questionnaire.typography import tidy
from reports.content_documents import Sheet, SheetSection
from reports.phrases import day
from reports.sheet_pdf import build_sheet
from workshop.promise import Promise

TITLE, ACTION, DAY, WHO = (tidy(text) for text in ("Une action, une date, un nom", "Action", "Date", "Qui s’en charge"))
LEAD = tidy("Décidé en atelier. À relire le jour dit, ensemble : fait, à finir, ou à remplacer.")


def promise_sheet(promise: Promise, association: str, keeps: str) -> Sheet:
    """The sheet; people's words stay as they are. `keeps` says how long Palier holds it."""
    sections = (
        SheetSection("action", say(ACTION), promise.action, edited=True),
        SheetSection("on", say(DAY), day(promise.on)),
        SheetSection("who", say(WHO), promise.who, edited=True),
    )
    return Sheet("promise", say(TITLE), association, say(LEAD), sections, small=(keeps,))


def promise_pdf(promise: Promise, association: str, keeps: str, on: date) -> bytes:
    return build_sheet(promise_sheet(promise, association, keeps), on)
