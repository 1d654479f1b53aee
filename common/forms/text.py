"""Words typed by people. Every letter is kept (ŵ and ŷ in one code point each); what cannot be seen
and changes what is read is refused, never silently taken out."""

import re
import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import (
    MaxLengthValidator,
    MinLengthValidator,
    ProhibitNullCharactersValidator,
)
from django.utils.translation import gettext_lazy as _

# Controls but tab and line break; marks that turn the direction of writing; code points that stand
# for nothing (halves of pairs, non-characters).
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    "\ufffe\uffff]"
)
_IGNORED = str.maketrans(
    "", "", "\ufeff\u200b"
)  # left behind by word processors; stand for nothing


class PlainTextField(forms.CharField):
    """Text as somebody wrote it, in one spelling of its letters (NFC).

    One line; or, with `widget=forms.Textarea`, many in a wide box, where scripts count the
    characters left. Too long is refused with a sentence, never cut off.
    """

    default_error_messages = {
        "unseen": _(
            "Remove the hidden control characters. Typing the text again will remove them."
        ),
        "lines": _("Write this on one line."),
        "long": _("Shorten the text. Characters now: %(show_value)d. At most: %(limit_value)d."),
        "short": _("Write more. Characters now: %(show_value)d. At least: %(limit_value)d."),
    }

    def __init__(self, *, max_length: int | None = 200, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)
        self.validators = [
            each
            for each in self.validators
            if not isinstance(each, ProhibitNullCharactersValidator)
        ]
        for validator in self.validators:
            if isinstance(validator, MaxLengthValidator):
                validator.message = self.error_messages["long"]
            elif isinstance(validator, MinLengthValidator):
                validator.message = self.error_messages["short"]

    def to_python(self, value: Any) -> str:
        if value in self.empty_values:
            return str(self.empty_value)
        text = str(value).replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
        text = text.replace("\x85", "\n").replace("\u2029", "\n\n").translate(_IGNORED)
        if _UNSEEN.search(text):
            raise ValidationError(self.error_messages["unseen"], code="unseen")
        text = unicodedata.normalize("NFC", text)
        text = text.strip() if self.strip else text
        if not isinstance(self.widget, forms.Textarea) and "\n" in text:
            raise ValidationError(self.error_messages["lines"], code="lines")
        return text

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """No maxlength: a browser would cut off what is pasted and say nothing."""
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        attrs.pop("minlength", None)
        if isinstance(widget, forms.Textarea) and self.max_length is not None:
            attrs["data-maxlength"] = self.max_length
        return attrs
