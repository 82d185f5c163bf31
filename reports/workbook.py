"""The workbook (XLSX): every sheet typed, ready to sort and to print. The same assessment and day give the same bytes."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from questionnaire.language import TAGS, language, say
from reports.archives import noon, settled
from reports.case import Case
from reports.cells import DECIMAL, MONTH, WHOLE, Column, Grid, Month, Value, cell_text, clean, is_web_address
from reports.content import Report
from reports.workbook_palier import palier_grid
from reports.workbook_sheets import grids

FONT, SIZE = "Calibri", 10
INK, NAVY, PALE, RULE = "16212E", "12355B", "E9EEF3", "C5CED8"
A4, LANDSCAPE = 9, "landscape"
NARROW, WIDE = 0.4, 0.7  # margins, in inches
FOOTER_MAX = 200  # a header or footer of Excel holds 255 characters, its codes included
_CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # Excel reads « _x0041_ » as a letter; « _x005F_ » is its own underscore


def build_workbook(report: Report, case: Case) -> bytes:
    """`report` must have been composed from `case`, whose day dates the file."""
    book = Workbook()
    book.remove(book.active)
    head, body = _head_style(), _body_style()
    for style in (head, body):
        book.add_named_style(style)
    shown = grids(report, case)
    for grid in (*shown, palier_grid(case, shown)):
        _write(book.create_sheet(grid.name), grid, report)
    _properties(book, report, case.on)
    return settled(_bytes(book), case.on)


def _bytes(book: Any) -> bytes:
    """As `book.save`, without noting the present minute."""
    buffer = BytesIO()
    ExcelWriter(book, ZipFile(buffer, "w", ZIP_DEFLATED)).save()
    return buffer.getvalue()


def _properties(book: Any, report: Report, on: date) -> None:
    properties = book.properties
    properties.title = clean(f"{report.title} – {report.name}")
    properties.creator = clean(report.author)
    properties.description = clean(f"{report.cover.caution} {report.cover.copy_note}".strip())
    properties.language = TAGS[language()]
    properties.created = properties.modified = noon(on)


def _write(sheet: Any, grid: Grid, report: Report) -> None:
    for place, column in enumerate(grid.columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width
        sheet.cell(1, place).style = "head"
        _put_text(sheet.cell(1, place), column.head)
    for number, row in enumerate(grid.rows, 2):
        sheet.row_dimensions[number].height = grid.height
        for place, (value, column) in enumerate(zip(row, grid.columns, strict=True), 1):
            if value is not None and value != "":
                _put(sheet.cell(number, place), value, column)
    last = f"{get_column_letter(len(grid.columns))}{len(grid.rows) + 1}"
    sheet.auto_filter.ref = f"A1:{last}"
    sheet.freeze_panes = "A2"
    _printing(sheet, report)


def _put(cell: Any, value: Value, column: Column) -> None:
    cell.style = "body"
    if isinstance(value, str):
        _put_text(cell, value)
        if column.link and is_web_address(value):
            cell.hyperlink = value
            cell.font = Font(name=FONT, size=SIZE, color=NAVY, underline="single")
    elif isinstance(value, Month):
        cell.value, cell.number_format = value.first_day, say(MONTH)
    else:
        cell.value, cell.number_format = value, _format(value, column)


def _put_text(cell: Any, text: str) -> None:
    """A typed string, whatever it begins with; what looks like a formula stays text even when it is edited."""
    made = cell_text(text)
    cell.value = _CODE.sub("_x005F_", made.text)
    cell.data_type = "s"
    if made.guarded:
        cell.quotePrefix = True


def _format(value: Value, column: Column) -> str:
    """A score has a decimal only where it is printed with one."""
    cut = isinstance(value, Decimal) and value != value.to_integral_value()
    return DECIMAL if cut and column.format == WHOLE else column.format


def _printing(sheet: Any, report: Report) -> None:
    """A4 landscape, as wide as the page, the header row on each page."""
    sheet.print_title_rows = "1:1"
    sheet.page_setup.paperSize, sheet.page_setup.orientation = A4, LANDSCAPE
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins = sheet.page_margins
    margins.left = margins.right = NARROW
    margins.top = margins.bottom = WIDE
    sheet.oddHeader.left.text = _in_margin(f"{report.name} – {sheet.title}")
    sheet.oddHeader.right.text = _in_margin(report.cover.copy_note)
    sheet.oddFooter.left.text = _in_margin(report.footer)
    sheet.oddFooter.right.text = "&P / &N"


def _in_margin(text: str) -> str:
    """`&` opens a code there; doubled, it is a sign like another."""
    return " ".join(clean(text).split())[: FOOTER_MAX // 2].replace("&", "&&")


def _head_style() -> NamedStyle:
    rule = Side(style="thin", color=INK)
    return NamedStyle(
        "head",
        font=Font(name=FONT, size=SIZE, bold=True, color=INK),
        fill=PatternFill("solid", fgColor=PALE),
        border=Border(bottom=rule),
        alignment=Alignment(vertical="center", wrap_text=True),
    )


def _body_style() -> NamedStyle:
    rule = Side(style="hair", color=RULE)
    return NamedStyle(
        "body",
        font=Font(name=FONT, size=SIZE, color=INK),
        border=Border(bottom=rule),
        alignment=Alignment(vertical="top", wrap_text=True),
    )
