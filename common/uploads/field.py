"""The field by which a form takes a file."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from common.uploads.checking import ACCEPT, EMPTY, Kind, Unwelcome, check


@dataclass(frozen=True)
class Upload:
    """A file that was checked, and what it is."""

    file: "UploadedFile[bytes]"
    kind: Kind


class UploadField(forms.FileField):
    """A file, checked by its content. What it cleans to is an Upload."""

    widget = forms.FileInput

    def __init__(self, **kwargs: Any) -> None:
        help_text = _(
            "A PDF, DOCX, XLSX, EML, MSG, JPEG or PNG file. If the form comes back with a"
            " problem, you will need to choose the file again."
        )
        super().__init__(**{"help_text": help_text} | kwargs)
        self.max_length = None  # the name is not kept
        self.error_messages["empty"] = EMPTY
        self.error_messages["required"] = _("Choose a file.")
        self.error_messages["invalid"] = _("Choose a file.")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return super().widget_attrs(widget) | {"accept": ACCEPT}

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if not file:
            return None
        try:
            return Upload(file, check(file))
        except Unwelcome as unwelcome:
            raise ValidationError(str(unwelcome.sentence), code="unwelcome") from unwelcome
