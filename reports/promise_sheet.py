"""One action, one date, one name: a sheet to print, pinned on a wall or put in a diary."""

from __future__ import annotations

from datetime import date

from questionnaire.typography import tidy
from reports.content_documents import Sheet, SheetSection
from reports.french import day
from reports.sheet_pdf import build_sheet
from workshop.promise import Promise

TITLE, ACTION, DAY, WHO = (tidy(text) for text in ("Une action, une date, un nom", "Action", "Date", "Qui s’en charge"))
LEAD = tidy("Décidé en atelier. À relire le jour dit, ensemble : fait, à finir, ou à remplacer.")


def promise_sheet(promise: Promise, association: str, keeps: str) -> Sheet:
    """The sheet; people's words stay as they are. `keeps` says how long Palier holds it."""
    sections = (
        SheetSection("action", ACTION, promise.action, edited=True),
        SheetSection("on", DAY, day(promise.on)),
        SheetSection("who", WHO, promise.who, edited=True),
    )
    return Sheet("promise", TITLE, association, LEAD, sections, small=(keeps,))


def promise_pdf(promise: Promise, association: str, keeps: str, on: date) -> bytes:
    return build_sheet(promise_sheet(promise, association, keeps), on)
