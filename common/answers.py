"""Yes and no as a question wants them. Welsh answers with the verb that was asked: the English is
the same for all of these, the Welsh is not."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

YES, NO, UNKNOWN = "yes", "no", "unknown"
NOT_YET_KNOWN = _("Not yet known")
Choices = list[tuple[str, Promise | str]]


class YesNoWords(NamedTuple):
    """How one kind of question is answered."""

    yes: Promise
    no: Promise

    def choices(
        self, *, blank: Promise | str | None = None, unknown: Promise | str | None = None
    ) -> Choices:
        """As a form and a model offer them; `blank` is what stands before it is answered."""
        return [
            *([("", blank)] if blank is not None else []),
            (YES, self.yes),
            (NO, self.no),
            *([(UNKNOWN, unknown)] if unknown is not None else []),
        ]

    @property
    def box(self) -> Choices:
        """A box of a form that is open until it is known."""
        return self.choices(blank=NOT_YET_KNOWN)


IT_IS = YesNoWords(pgettext_lazy("it is", "Yes"), pgettext_lazy("it is", "No"))
YOU_ARE = YesNoWords(pgettext_lazy("you are", "Yes"), pgettext_lazy("you are", "No"))
THEY_ARE = YesNoWords(pgettext_lazy("they are", "Yes"), pgettext_lazy("they are", "No"))
THERE_IS = YesNoWords(pgettext_lazy("there is", "Yes"), pgettext_lazy("there is", "No"))
IT_WAS = YesNoWords(pgettext_lazy("it was", "Yes"), pgettext_lazy("it was", "No"))
IT_WILL_BE = YesNoWords(pgettext_lazy("it will be", "Yes"), pgettext_lazy("it will be", "No"))
IT_COULD_BE = YesNoWords(pgettext_lazy("it could be", "Yes"), pgettext_lazy("it could be", "No"))
IT_MAY = YesNoWords(pgettext_lazy("it may", "Yes"), pgettext_lazy("it may", "No"))
WAS_DONE = YesNoWords(pgettext_lazy("was done", "Yes"), pgettext_lazy("was done", "No"))
TICKED = YesNoWords(pgettext_lazy("a box", "Yes"), pgettext_lazy("a box", "No"))
