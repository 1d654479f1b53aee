"""The page that changes the type of a review."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from reviews.forms import DeedForm
from reviews.kind import services
from reviews.kind.deeds import CHANGE_KIND
from reviews.kind.forms import ChangeKindForm
from reviews.models import ReviewKind
from reviews.pages import DeedPage


class ChangeKind(DeedPage):
    """The Chair makes a concise review extended, or the reverse."""

    kind = CHANGE_KIND
    form_class = ChangeKindForm
    room = "decision"
    template_name = "reviews/kind/change.html"
    done = _("The type of review is changed. Welsh Government is to be told of it.")

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        now = self.review.kind
        return {"new": services.OTHER[ReviewKind(now)].label if now else ""}

    def is_overtaken(self, form: DeedForm) -> bool:
        was = form.cleaned_data.get("was")
        return super().is_overtaken(form) or bool(was and was != self.review.kind)

    def act(self, form: Any, **words: Any) -> None:
        services.change_kind(self.review, **form.facts(), **words)
