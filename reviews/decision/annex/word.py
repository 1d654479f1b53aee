"""The notice as a Word document."""

from django.utils.translation import gettext as _

from common.word import Sheet
from reviews.decision.annex.blocks import (
    Boxes,
    Facts,
    Form,
    Grid,
    Heading,
    Note,
    Points,
    Words,
)


def written(form: Form, *, reference: str, title: str, language: str, foot: str) -> bytes:
    """The form, block by block, in the language that is switched on."""
    sheet = Sheet(
        title=title,
        language=language,
        marking=_("OFFICIAL-SENSITIVE"),
        reference=reference,
        foot=foot,
    )
    sheet.paragraph(form.letterhead, bold=True)
    sheet.heading(form.title, 1)
    for block in form.blocks:
        match block:
            case Heading():
                sheet.heading(block.text, block.level, on_new_page=block.on_new_page)
            case Words():
                sheet.words(block.label, block.text, "" if block.may_be_blank else _("Not said"))
            case Note():
                sheet.paragraph(block.text)
            case Points():
                sheet.points(block.points, numbered=block.numbered)
            case Boxes():
                sheet.boxes(block.label, [(box.label, box.ticked) for box in block.boxes])
            case Facts():
                sheet.table(block.caption, block.rows, head=False)
            case Grid():
                sheet.paragraph(block.caption, bold=True).paragraph_format.keep_with_next = True
                sheet.table(block.caption, [block.head, *block.rows], head=True)
    return sheet.content()
