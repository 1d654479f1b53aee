"""The running deadlines as CSV and as XLSX. Nothing in them is ever taken for a formula."""

import csv
import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from desk.clocks.columns import COLUMNS, Cell
from desk.clocks.running import Clock

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What a spreadsheet takes for the beginning of a formula, the wide forms of East Asia among them.
FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20|%"
MARK = "'"
A4 = "9"
DAY = "d mmm yyyy"  # a day whose month nobody can take for its day


def neutral(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would work out."""
    return f"{MARK}{text}" if text.lstrip(" \xa0")[:1] in tuple(FORMULA) else text


def plain(cell: Cell) -> str | int:
    """As it stands in a CSV: a day as 2026-03-02, which every program reads alike."""
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return neutral(cell) if isinstance(cell, str) else cell


def as_csv(clocks: Sequence[Clock], foot: str = "") -> bytes:
    """With a mark in front by which Excel knows that it is UTF-8: Welsh needs it. `foot` is said in
    a last row."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([str(column.label) for column in COLUMNS])
    writer.writerows([plain(column.cell(clock)) for column in COLUMNS] for clock in clocks)
    if foot:
        writer.writerow([foot])
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(clocks: Sequence[Clock], title: str, foot: str = "") -> bytes:
    """One sheet: headings that stay in sight, days as days, filters over every column."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    book.properties.title, book.properties.creator = title, ""
    sheet.freeze_panes = "B2"
    sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:A"
    sheet.row_dimensions[1].height = 32
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 2, 0  # two pages wide
    last = get_column_letter(len(COLUMNS))
    sheet.auto_filter.ref = f"A1:{last}{len(clocks) + 1}"
    for number, column in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.append([cell_of(sheet, str(column.label), is_heading=True) for column in COLUMNS])
    for clock in clocks:
        sheet.append([cell_of(sheet, column.cell(clock)) for column in COLUMNS])
    if foot:
        last_row = cell_of(sheet, foot, is_heading=True)
        last_row.alignment = Alignment(horizontal="left")  # it runs on over the columns beside
        sheet.append([last_row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cell_of(sheet: Any, value: Cell, *, is_heading: bool = False) -> Any:
    """A text is kept as a text, whatever it begins with."""
    content: Any = neutral(value) if isinstance(value, str) else value
    cell = WriteOnlyCell(sheet, value=content)
    cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
    if isinstance(value, str):
        cell.data_type = "s"
    elif isinstance(value, dt.date):
        cell.number_format = DAY
    else:
        cell.alignment = Alignment(vertical="top")
    if is_heading:
        cell.font = Font(bold=True)
    return cell
