"""What stands in columns: short texts with a navy title, entries under a hair line, and the titles above them."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle

from questionnaire.typography import typeset
from reports import style
from reports.flow import BREAK, Heading, Para, heading, joined, para
from reports.tagging import decoration
from reports.typesetting import Markup, strong, tinted


class Whole(Para):
    """A paragraph never cut unless it is long."""

    def split(self, width: float, height: float) -> list[Para]:
        return [] if self.height <= style.UNSPLIT else super().split(width, height)


class Ruled(Whole):
    """A short entry under a hair line as wide as its column."""

    ruled = True

    def split(self, width: float, height: float) -> list[Para]:
        parts = super().split(width, height)
        for i, part in enumerate(parts):
            part.ruled = self.ruled and not i
        return parts

    def draw(self) -> None:
        if self.ruled:
            with decoration(self.canv):
                self.canv.setStrokeColor(style.RULE)
                self.canv.setLineWidth(style.HAIR)
                self.canv.line(0, self.height + style.GAP_SMALL, self.width, self.height + style.GAP_SMALL)
        super().draw()


def title_above(text: str, key: str) -> Heading:
    """A first-rank title right above columns, which may be cut: the caller sees to it that some of them follow."""
    made = heading(style.H1, text, key=key)
    made.keepWithNext = 0
    return made


def subtitle(title: str, key: str = "") -> Heading:
    """A second-rank title inside a column, never the last thing in it."""
    return heading(style.H2_COLUMN, typeset(title), key=key, level=1)


def entry(kind: ParagraphStyle, title: str, *parts: str) -> Ruled:
    """Under a hair line, a short title on its own line, then the text."""
    return Ruled(joined(navy(title), BREAK, *parts), kind)


def entry_run_in(kind: ParagraphStyle, title: str, *parts: str) -> Ruled:
    """Under a hair line, a short title that begins the first line of its text."""
    return Ruled(joined(navy(f"{title}."), " ", *parts), kind)


def run_in(kind: ParagraphStyle, title: str, *parts: str) -> Para:
    """The same without a line."""
    return para(kind, navy(f"{title}."), " ", *parts)


def whole(kind: ParagraphStyle, *parts: str) -> Whole:
    """A text that a column does not cut."""
    return Whole(joined(*parts), kind)


def navy(title: str) -> Markup:
    return tinted(strong(title), style.NAVY_HEX)
