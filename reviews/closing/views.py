"""Pages that end a review."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from common.deeds import Answer
from reviews.closing import services
from reviews.closing.forms import CloseForm, EndForm, TellOfEndForm
from reviews.deeds import CLOSE, CONVERT, TELL_OF_END
from reviews.pages import DeedPage


class Close(DeedPage):
    """Close the review, once every room says that nothing is left undone."""

    kind = CLOSE
    form_class = CloseForm
    done = _("The review is closed.")

    def act(self, form: Any, **words: Any) -> None:
        services.close(self.review, **form.facts(), **words)


class End(DeedPage):
    """Transfer, discontinue or convert."""

    kind = CONVERT
    form_class = EndForm
    done = _("The end of the review is recorded.")

    def form_words(self, answer: Answer) -> dict[str, Any]:
        ways = [way for way, kind in services.WAYS.items() if self.review.stage in kind.during]
        return super().form_words(answer) | {"ways": ways}

    def act(self, form: Any, **words: Any) -> None:
        services.end_otherwise(self.review, **form.facts(), **words)


class TellOfEnd(DeedPage):
    """Who was told of the end, where that came afterwards."""

    kind = TELL_OF_END
    form_class = TellOfEndForm
    done = _("The people who were told have been recorded.")

    def act(self, form: Any, **words: Any) -> None:
        services.tell_of_end(self.review, **form.facts(), **words)
