"""The only file with millimetres, colours, type sizes and fonts.

A grid of 12 columns of 10.5 mm with gutters of 4 mm inside 20 mm margins. Titles of rows hang in the three
columns at the left; text and drawings keep to the nine at the right. Every colour is doubled by a shape, a
dash or a label, since mute, teal and amber are neighbours in grey.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics

from reports.face import Face

MM = 72 / 25.4
PAGE = (210 * MM, 297 * MM)
SIDE, TOP, BOTTOM = 20 * MM, 24 * MM, 20 * MM
WIDTH = 170 * MM
HEIGHT = PAGE[1] - TOP - BOTTOM
_COLUMN, _GUTTER = 10.5 * MM, 4 * MM


def columns(count: int) -> float:
    """Width of `count` columns of the grid, gutters between them included."""
    return count * _COLUMN + (count - 1) * _GUTTER


HANG = columns(3) + _GUTTER  # where text starts, at the right of the hanging titles
LABEL = columns(3)
TEXT = columns(9)
COLUMN = (WIDTH - 6 * MM) / 2  # where short texts stand in two columns

INK = HexColor("#16212E")
NAVY = HexColor("#12355B")
MUTE = HexColor("#52606D")
TEAL = HexColor("#0E7C7B")
RULE = HexColor("#C5CED8")
PALE = HexColor("#E9EEF3")
SHARE = HexColor("#CBD5DF")
AMBER = HexColor("#C2570C")
AMBER_TEXT = HexColor("#93400A")
WHITE = HexColor("#FFFFFF")
INK_HEX, MUTE_HEX, NAVY_HEX = "#16212E", "#52606D", "#12355B"

FOLDER = Path(__file__).parent / "fonts"
FAMILY = "SourceSans3"
REGULAR, SEMIBOLD, BOLD, ITALIC = (f"{FAMILY}-{face}" for face in ("Regular", "Semibold", "Bold", "It"))

# Sizes: 36 cover, 22 h1, 14 h2, 12.5 lead, 10.5 on 15 text, 10 on 14 beside a hanging title, 9 on 12 tables,
# 9 on 11.5 in two columns, 8.5 on 10.5 in what is only consulted (method, sources, answers), 8.5 at the least.
SMALLEST, TABLE_SIZE, TABLE_LEADING, TEXT_SIZE, TEXT_LEADING = 8.5, 9, 12, 10.5, 15
SMALL_LEADING = 11.5  # captions and addresses
H3_SIZE, H2_SIZE, H1_SIZE, COVER_SIZE, COVER_LEAST = 12.5, 14, 22, 36, 17
COVER_LINES = 5

THIN_LINE, HAIR = 0.6, 0.4
GAP_LINE, GAP_SMALL, GAP, GAP_LARGE = 2, 5, 10, 18
ROW_PAD = 6
HEADER_Y = PAGE[1] - 16 * MM
FOOTER_Y = 13 * MM
RULE_DROP = 7

# Interval charts
BAR_LEFT = {2: columns(4) + _GUTTER, 3: HANG}
BAR_WIDTH = {2: 72 * MM, 3: 72 * MM}
CELL_EDGES = {2: (149 * MM, WIDTH), 3: (133 * MM, 147 * MM, WIDTH)}
BAND_HEIGHT, INTERVAL_HEIGHT, DOT, HALO, OUTLINE, LEAST_INTERVAL, LEAST_OUTLINE = 16, 8, 3.6, 1.4, 0.9, 5, 12
TITLE_DROP, CELL_RISE = 2.5, 4.6
DASH = (2.2, 1.6)
TICK_DROP = 11

# Benchmark strips
STRIP_HEIGHT, STRIP_IN_COLUMN, MARK_SIZE = 20, 16, 7

# Priority squares
SQUARE, SQUARE_GAP, SQUARE_RISE = 5, 1.8, 3

# Plan table: number, action, priority, lead, month, hours, euros
PLAN_WIDTHS = tuple(w * MM for w in (6, 78, 25, 21, 17, 11, 12))
SUMMARY_NUMBER, SUMMARY_TITLE, SUMMARY_SQUARES = 6 * MM, 112 * MM, 116 * MM
SUMMARY_EDGES = (147 * MM, 156 * MM, WIDTH)
TABLE_PAD, CELL_PAD = 4, 6
NOTE_LINES = 10  # a note is cut in rows of so many lines, between which a page may end
MONEY_WIDTH, MONEY_PAD = 22 * MM, 2.5
LEVEL_WIDTHS = (5 * MM, 24 * MM, COLUMN - 29 * MM)

# Cover
COVER_BRAND_Y, COVER_NAME_Y, COVER_LIST_Y = 250 * MM, 190 * MM, 92 * MM
COVER_LINE = 6.2 * MM
STEP_WIDTH, STEP_HEIGHT, STEP_LINE = 15 * MM, 5 * MM, 1.6
STEPS = 4

# Shares of a page: under the ROOM_FOR a block, it starts on a new one; the doors to knock at take that much at most
ROOM_TO_OPEN, ROOM_FOR_PLAN, ROOM_FOR_STRIP, ROOM_FOR_COLUMNS = 0.3, 0.55, 0.36, 0.25
ROOM_FOR_SECTION, ROOM_FOR_DOORS, ROOM_FOR_ROUTES = 0.14, 0.21, 0.33
FOLIO_WIDTH = 50
UNEVEN = 45  # columns that differ by more are evened inside a paragraph
LEAST_COLUMN = 60  # under it, columns begin on the next page
UNSPLIT = 105  # an answer lower than this is never cut by a page

MOST_PROTECTED, MOST_REMEDIES = 5, 2


@lru_cache(maxsize=1)
def register_fonts() -> None:
    """Fonts are read once per process: parsing them costs more than a page."""
    for name in (REGULAR, SEMIBOLD, BOLD, ITALIC):
        pdfmetrics.registerFont(Face(name, FOLDER / f"{name}.ttf"))
    pdfmetrics.registerFontFamily(FAMILY, normal=REGULAR, bold=SEMIBOLD, italic=ITALIC, boldItalic=BOLD)


def _style(name: str, font: str, size: float, leading: float, **more: object) -> ParagraphStyle:
    options = {"textColor": INK, "splitLongWords": 1, "allowWidows": 0, "allowOrphans": 0} | more
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=leading, **options)


H1 = _style("h1", BOLD, H1_SIZE, 27, textColor=NAVY, spaceBefore=22, spaceAfter=5, keepWithNext=1)
LEAD = _style("lead", REGULAR, 12.5, 17, spaceAfter=10)
H2_SECTION = _style("h2section", SEMIBOLD, H2_SIZE, 18, textColor=NAVY, spaceBefore=12, spaceAfter=4, keepWithNext=1)
H2_OPEN = _style("h2open", SEMIBOLD, H2_SIZE, 18, textColor=NAVY, spaceBefore=11, spaceAfter=4)
H2_COLUMN = _style("h2column", SEMIBOLD, H3_SIZE, 15, textColor=NAVY, spaceBefore=14, spaceAfter=8, keepWithNext=1)
H3_COLUMN = _style("h3column", SEMIBOLD, TEXT_SIZE, 13, textColor=NAVY, spaceBefore=11, spaceAfter=1, keepWithNext=1)
H3 = _style("h3", SEMIBOLD, H3_SIZE, 16, textColor=NAVY, spaceBefore=14, spaceAfter=2, keepWithNext=1)
BODY = _style("body", REGULAR, TEXT_SIZE, TEXT_LEADING, spaceAfter=5)
HUNG = _style("hung", REGULAR, TEXT_SIZE - 0.5, 14, leftIndent=HANG, spaceAfter=3)
SMALL = _style("small", REGULAR, TABLE_SIZE, SMALL_LEADING, textColor=MUTE, spaceAfter=3)
SMALL_HUNG = _style("smallhung", REGULAR, TABLE_SIZE, SMALL_LEADING, textColor=MUTE, leftIndent=HANG, spaceAfter=3)
KEPT = _style("kept", REGULAR, TEXT_SIZE, TEXT_LEADING, spaceAfter=5, keepWithNext=1)
CELL = _style("cell", REGULAR, TABLE_SIZE + 0.5, TABLE_LEADING)
CELL_DONE = _style("celldone", REGULAR, TABLE_SIZE + 0.5, TABLE_LEADING, textColor=MUTE)
NOTE = _style("note", REGULAR, TABLE_SIZE, TABLE_LEADING, textColor=MUTE)
# In two columns: answers and sources, what is consulted, the text of an action
ANSWER = _style("answer", REGULAR, SMALLEST, 10.5, textColor=MUTE, spaceBefore=8, spaceAfter=1)
SOURCE = _style("source", REGULAR, SMALLEST, 10.5, textColor=MUTE, spaceAfter=4)
CARD = _style("card", REGULAR, TABLE_SIZE, SMALL_LEADING, spaceBefore=9, spaceAfter=2)
METHOD = _style("method", REGULAR, SMALLEST, 10.5, spaceAfter=5)
POINT = _style(
    "point", REGULAR, TABLE_SIZE, SMALL_LEADING, leftIndent=4.5 * MM, bulletIndent=0,
    bulletFontName=REGULAR, bulletFontSize=SMALLEST, bulletColor=MUTE, spaceAfter=3,
)  # fmt: skip
STEP = _style(
    "step", REGULAR, TABLE_SIZE, SMALL_LEADING, leftIndent=4.5 * MM, bulletIndent=0,
    bulletFontName=SEMIBOLD, bulletFontSize=TABLE_SIZE, bulletColor=NAVY, spaceAfter=1.5,
)  # fmt: skip
SAID = _style("said", REGULAR, TABLE_SIZE, SMALL_LEADING, spaceBefore=3, spaceAfter=4)
FACTS = _style("facts", REGULAR, SMALLEST, 11, textColor=MUTE, spaceAfter=4, keepWithNext=1)
LED = _style("led", REGULAR, TABLE_SIZE, SMALL_LEADING, spaceAfter=5, keepWithNext=1)
SAID_KEPT = _style("saidkept", SEMIBOLD, TABLE_SIZE, SMALL_LEADING, textColor=NAVY, spaceAfter=1.5, keepWithNext=1)
STRIP_TITLE = _style(
    "striptitle", SEMIBOLD, TABLE_SIZE, TABLE_LEADING, textColor=NAVY, spaceBefore=9, spaceAfter=3, keepWithNext=1
)
STRIP_WORDS = _style("stripwords", REGULAR, TABLE_SIZE, TABLE_LEADING, spaceBefore=3, spaceAfter=3)
LANDMARK = _style("landmark", REGULAR, SMALLEST, 10.5, textColor=MUTE, spaceAfter=6)
HELP = _style("help", REGULAR, SMALLEST, 10.5, textColor=MUTE, spaceBefore=4, spaceAfter=3)
ROW = _style("row", REGULAR, TABLE_SIZE + 0.5, 13, leftIndent=HANG, spaceBefore=9)
ROW_NEXT = _style("rownext", REGULAR, TABLE_SIZE + 0.5, 13, leftIndent=HANG, spaceBefore=2)


# Sheets to print: one page each, set at the largest of these sizes (letter, line) that holds on it
SHEET_SIZES = ((TEXT_SIZE, TEXT_LEADING), (10, 14), (9.5, 13), (TABLE_SIZE, TABLE_LEADING))
SHEET_TOP = 17 * MM
SHEET_WIDTHS = tuple(w * MM for w in (67, 36, 35, 32))
ROW_TO_FILL = 9.5 * MM  # high enough to write in by hand
ROOM_TO_WRITE = 10  # dots where a name or a day is written by hand
SHEET_NAME = _style("sheetname", SEMIBOLD, H3_SIZE, 17, textColor=TEAL, spaceAfter=7)
SHEET_SMALL = _style("sheetsmall", REGULAR, SMALLEST, 11, textColor=MUTE, leftIndent=HANG, spaceAfter=3)


def sheet_text(size: float, leading: float, **more: object) -> ParagraphStyle:
    """The text of a sheet at one of its sizes."""
    return _style(f"sheet{size}", REGULAR, size, leading, **({"spaceAfter": 6} | more))


def sheet_cell(size: float) -> ParagraphStyle:
    """A cell of a sheet: closer lines, so that two of them are no higher than a row to write in."""
    return sheet_text(size, size + 2, spaceAfter=0)


def boxed(size: float, leading: float) -> ParagraphStyle:
    """A warning: framed, so that it stands out in grey too."""
    frame = {"borderColor": INK, "borderWidth": 1, "borderPadding": (5, 7, 7, 7), "backColor": PALE}
    return sheet_text(size, leading, leftIndent=8, rightIndent=8, spaceBefore=14, spaceAfter=14, **frame)
