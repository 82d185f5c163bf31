"""The few blocks every page is made of: paragraphs, headings with bookmarks, text with a hanging title, rules."""

from __future__ import annotations

from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import CondPageBreak, Flowable, Paragraph

from questionnaire.typography import typeset
from reports import style
from reports.charts import Lines, lines
from reports.line_breaking import broken
from reports.markup_reading import read
from reports.tagging import Node, decoration, piece
from reports.typesetting import Markup, escape, plain

BREAK = Markup("<br/>")


def joined(*parts: str) -> Markup:
    """Parts one after the other; whatever is not markup yet is escaped."""
    return Markup("".join(escape(part) for part in parts))


class Para(Paragraph):  # type: ignore[misc]  # reportlab is untyped
    """A paragraph with its place in the tree that is read aloud; its parts on two pages are one element."""

    kind = "P"

    def __init__(self, text: str | None, style: ParagraphStyle | None = None, **more: object) -> None:
        self._known: tuple[float, Any, float] | None = None
        super().__init__(text, style, **more)
        self.node = Node(self.kind)

    def _setup(self, text: str | None, style: ParagraphStyle, bullet: str | None, frags: object, cleaner: Any) -> None:
        if frags is None and text is not None and (known := read(cleaned := cleaner(text), style)) is not None:
            text, frags = cleaned, known
        super()._setup(text, style, bullet, frags, cleaner)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Lines are made once for each width: a block is often measured before it is set."""
        if self._known and self._known[0] == width:
            self.width, self.blPara, self.height = self._known
        else:
            super().wrap(width, height)
            self._known = (width, self.blPara, self.height)
        return self.width, self.height

    def breakLines(self, widths: Any) -> Any:  # noqa: N802  # ReportLab’s name
        several = widths if isinstance(widths, list | tuple) else [widths]
        return broken(self, several) or super().breakLines(widths)

    def split(self, width: float, height: float) -> list[Para]:
        parts: list[Para] = super().split(width, height)
        for part in parts:
            part.node = self.node
        return parts

    def getSpaceBefore(self) -> float:  # noqa: N802  # ReportLab’s name
        return float(self.__dict__.get("spaceBefore", self.style.spaceBefore))

    def getSpaceAfter(self) -> float:  # noqa: N802  # ReportLab’s name
        return float(self.__dict__.get("spaceAfter", self.style.spaceAfter))

    def draw(self) -> None:
        with piece(self.canv, self.node):
            self._draw_all()

    def _draw_all(self) -> None:
        super().draw()


def para(kind: ParagraphStyle, *parts: str) -> Para:
    return Para(joined(*parts), kind)


class Heading(Para):
    """A title that the reader finds in the bookmarks and on the cover; `aside` is set at the right on its line."""

    key, level, title, aside = "", 0, "", ""

    def draw(self) -> None:
        canvas = self.canv
        if self.key:
            canvas.bookmarkPage(self.key)
            canvas.addOutlineEntry(self.title, self.key, level=self.level, closed=self.level > 0)
            canvas.pages[self.key] = canvas.getPageNumber()
        super().draw()

    def _draw_all(self) -> None:
        if self.aside:
            self.canv.setFillColor(style.MUTE)
            self.canv.setFont(style.REGULAR, style.TABLE_SIZE)
            self.canv.drawRightString(style.WIDTH, self.height - self.style.fontSize, self.aside)
        super()._draw_all()


SECOND = (style.H2_SECTION, style.H2_OPEN, style.H2_COLUMN)
RANKS = {style.H1.name: "H1", **{kind.name: "H2" for kind in SECOND}, style.H3.name: "H3"}


def heading(kind: ParagraphStyle, text: str, *, key: str = "", level: int = 0, aside: str = "") -> Heading:
    made = Heading(escape(text), kind)
    made.node = Node(RANKS.get(kind.name, "H3"))
    made.key, made.level, made.title, made.aside = key, level, plain(text), plain(aside)
    return made


class Hung(Para):
    """A paragraph with its title hanging in the left columns, level with its first line."""

    label: Lines | None = None
    ruled = False

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        found, needed = super().wrap(width, height)
        if self.label:
            needed = self.height = max(needed, self.label.height)
        return found, needed

    def split(self, width: float, height: float) -> list[Para]:
        if self.ruled and self.height <= style.UNSPLIT:
            return []
        parts = super().split(width, height)
        if parts and isinstance(parts[0], Hung):
            parts[0].label, parts[0].ruled = self.label, self.ruled
        return parts

    def draw(self) -> None:
        if self.ruled:
            with decoration(self.canv):
                self.canv.setStrokeColor(style.RULE)
                self.canv.setLineWidth(style.HAIR)
                self.canv.line(0, self.height + style.GAP_SMALL, style.WIDTH, self.height + style.GAP_SMALL)
        super().draw()

    def _draw_all(self) -> None:
        if self.label:
            self.canv.setFillColor(style.NAVY)
            self.label.draw(self.canv, 0, self.height + self.label.size - self.style.fontSize)
        super()._draw_all()


def hung(kind: ParagraphStyle, title: str, *parts: str, ruled: bool = False) -> Hung:
    made = Hung(joined(*parts), kind)
    made.label = lines(title, style.SEMIBOLD, style.TABLE_SIZE + 0.5, style.TABLE_LEADING, style.LABEL)
    made.ruled = ruled
    return made


def section(title: str, key: str = "", room: float = style.ROOM_FOR_SECTION) -> list[Flowable]:
    """A second-rank title that never stands at the foot of a page: `room` is the share of a page it needs."""
    return [CondPageBreak(style.HEIGHT * room), heading(style.H2_SECTION, typeset(title), key=key, level=1)]


def text_width(text: str, font: str, size: float) -> float:
    return float(stringWidth(text, font, size))


def as_list(blocks: list[Para]) -> list[Para]:
    """The same blocks, read aloud as the items of one list."""
    whole = Node("L")
    for block in blocks:
        block.node = Node("LBody", Node("LI", whole))
    return blocks
