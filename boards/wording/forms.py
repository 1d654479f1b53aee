"""The form of a board's own words: each term in English and in Welsh."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from boards.models import TERMS, Board
from boards.words import words_of
from common.forms import Form, PlainTextField

BOTH = _("Give the word in both languages, or leave both empty.")


class WordsForm(Form):
    """Two fields a term; empty means the usual word."""

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = words_of(board)
        for term, label in TERMS:
            for code, language in (("en", gettext("in English")), ("cy", gettext("in Welsh"))):
                self.fields[f"{term}_{code}"] = PlainTextField(
                    label=f"{label}, {language}",
                    max_length=60,
                    required=False,
                    initial=getattr(own.get(term), f"word_{code}", ""),
                    help_text=_("As it stands after “y” or “yr”: Grŵp Adolygu Achosion.")
                    if code == "cy" and term == "subgroup"
                    else "",
                )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for term, _label in TERMS:
            english, welsh = cleaned.get(f"{term}_en", ""), cleaned.get(f"{term}_cy", "")
            if bool(english) != bool(welsh):
                missing = f"{term}_cy" if english else f"{term}_en"
                if missing not in self.errors:
                    self.add_error(missing, ValidationError(str(BOTH)))
        return cleaned

    def words(self) -> dict[str, tuple[str, str]]:
        given = self.cleaned_data
        return {
            term: (given[f"{term}_en"].strip(), given[f"{term}_cy"].strip()) for term, _l in TERMS
        }
