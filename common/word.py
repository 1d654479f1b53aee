"""Word documents. The only module that names python-docx. What is made has real headings, tables
with a heading row and a caption, its language, and neither an author nor a trace of who made it."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from common import clock

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TAGS = {"cy": "cy-GB", "en-gb": "en-GB"}
FONT = "Arial"
INK = RGBColor(0x0D, 0x4F, 0x54)
WIDTHS = {2: (6.0, 10.6), 3: (6.4, 2.6, 7.6)}  # of the columns, in centimetres
TICKED, BLANK = "\N{BALLOT BOX WITH X}", "\N{BALLOT BOX}"


class Sheet:
    """A document while it is written, from top to bottom."""

    def __init__(
        self, *, title: str, language: str, marking: str, reference: str, foot: str
    ) -> None:
        self.document = Document()
        self._say_what_it_is(title, language)
        self._set_styles(language)
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)
        section.top_margin = section.bottom_margin = Cm(2.3)
        self._margin_line(section.header.paragraphs[0], marking, reference)
        self._margin_line(section.footer.paragraphs[0], foot, "")
        self._page_number(section.footer.paragraphs[0])

    def heading(self, text: str, level: int, *, on_new_page: bool = False) -> None:
        """Level 1 once, at the top."""
        paragraph = self.document.add_heading(text, level)
        paragraph.paragraph_format.page_break_before = on_new_page or None

    def paragraph(self, text: str, *, style: str = "Normal", bold: bool = False) -> Paragraph:
        """Each line of the text on its own line."""
        paragraph = self.document.add_paragraph(style=style)
        for number, line in enumerate(text.split("\n")):
            run = paragraph.add_run(line)
            run.bold = bold or None
            if number < text.count("\n"):
                run.add_break()
        return paragraph

    def points(self, points: Iterable[str], *, numbered: bool) -> None:
        for point in points:
            self.paragraph(point, style="List Number" if numbered else "List Bullet")

    def boxes(self, label: str, boxes: Iterable[tuple[str, bool]]) -> None:
        """The question, then a line a box."""
        self._labelled(label)
        for name, ticked in boxes:
            paragraph = self.document.add_paragraph()
            paragraph.paragraph_format.left_indent = Cm(0.5)
            paragraph.paragraph_format.space_after = Pt(2)
            paragraph.add_run(f"{TICKED if ticked else BLANK} ").font.name = "Segoe UI Symbol"
            paragraph.add_run(name).bold = ticked

    def words(self, label: str, text: str, blank: str) -> None:
        """What somebody wrote, under its label."""
        self._labelled(label)
        if text:
            for part in text.split("\n\n"):
                self.paragraph(part.strip("\n"))
        else:
            self.paragraph(blank).runs[0].italic = True

    def table(self, caption: str, rows: Sequence[Sequence[str]], *, head: bool) -> None:
        """A table whose first row (head) or first column names the others."""
        table = self.document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
        table.autofit = False
        properties = table._tbl.tblPr
        for tag in ("w:tblCaption", "w:tblDescription"):
            element = OxmlElement(tag)
            element.set(qn("w:val"), caption)
            properties.append(element)
        for number, row in enumerate(rows):
            cells = table.add_row()
            settings = cells._tr.get_or_add_trPr()
            settings.append(OxmlElement("w:cantSplit"))
            if head and number == 0:
                settings.append(OxmlElement("w:tblHeader"))
            for column, text in enumerate(row):
                cells.cells[column].width = Cm(WIDTHS[len(row)][column])
                paragraph = cells.cells[column].paragraphs[0]
                paragraph.paragraph_format.space_before = Pt(2)
                paragraph.paragraph_format.space_after = Pt(2)
                bold = (head and number == 0) or (not head and column == 0)
                for line, part in enumerate(text.split("\n")):
                    if line:
                        paragraph.add_run().add_break()
                    paragraph.add_run(part).bold = bold or None
        self.document.add_paragraph().paragraph_format.space_after = Pt(4)

    def content(self) -> bytes:
        """The finished file."""
        target = io.BytesIO()
        self.document.save(target)
        return target.getvalue()

    def _labelled(self, label: str) -> None:
        paragraph = self.paragraph(label, bold=True)
        paragraph.paragraph_format.space_before = Pt(6)
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.paragraph_format.keep_with_next = True

    def _say_what_it_is(self, title: str, language: str) -> None:
        """The properties of the file: a neutral title, a language; nobody's name."""
        about = self.document.core_properties
        about.title, about.language = title, TAGS.get(language, language)
        about.author = about.last_modified_by = about.comments = ""
        about.created = about.modified = clock.now().replace(tzinfo=None)

    def _set_styles(self, language: str) -> None:
        styles: Any = self.document.styles
        defaults = styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault"))
        properties = defaults.find(qn("w:rPr"))
        for each in properties.findall(qn("w:lang")):
            properties.remove(each)
        tongue = OxmlElement("w:lang")
        for name in ("w:val", "w:eastAsia", "w:bidi"):
            tongue.set(qn(name), TAGS.get(language, language))
        properties.append(tongue)
        for name, size in {"Normal": 11, "Heading 1": 19, "Heading 2": 15, "Heading 3": 12}.items():
            style = styles[name]
            style.font.name, style.font.size = FONT, Pt(size)
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
                fonts.attrib.pop(qn(kind), None)
            fonts.set(qn("w:hAnsi"), FONT)
            if name != "Normal":
                style.font.color.rgb = INK
        styles["Normal"].paragraph_format.space_after = Pt(6)

    def _margin_line(self, paragraph: Paragraph, left: str, right: str) -> None:
        """One line of the header or footer, its two ends apart."""
        style: Any = paragraph.style
        style.paragraph_format.tab_stops.clear_all()
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(16.6), WD_TAB_ALIGNMENT.RIGHT)
        run = paragraph.add_run(f"{left}\t{right}")
        run.font.size = Pt(9 if right else 7)
        run.bold = bool(right) or None

    def _page_number(self, paragraph: Paragraph) -> None:
        run = paragraph.add_run()
        run.font.size = Pt(9)
        for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
            if kind:
                mark = OxmlElement("w:fldChar")
                mark.set(qn("w:fldCharType"), kind)
            else:
                mark = OxmlElement("w:instrText")
                mark.text = text
            run._r.append(mark)
