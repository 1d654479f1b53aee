"""Pages about the children of a review."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reviews.access import record_reading
from reviews.case.offers import offers
from reviews.children import services
from reviews.children.forms import AddChildForm, VoiceForm
from reviews.deeds import ADD_CHILD, RECORD_VOICE
from reviews.models import SubjectName
from reviews.pages import CasePage, DeedPage
from reviews.permissions import May
from reviews.verbs import READ_NAMES


class Room(CasePage):
    """The children by pseudonym, and each child's voice."""

    room = "children"
    template_name = "reviews/children/room.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        return {
            "children": self.review.subjects.all(),
            "may_see_names": request.user.has_perm(May.VIEW_NAMES, self.review),
            "offers": offers(self.review, request.user, "children"),
        }


class Names(CasePage):
    """The children's names, to those who may see them. They are asked for, and it is recorded."""

    room = "children"
    may = May.VIEW_NAMES
    template_name = "reviews/children/names.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        with transaction.atomic():
            record_reading(request.user, self.review, "names", READ_NAMES)
            names = list(
                SubjectName.objects.filter(subject__review=self.review).select_related("subject")
            )
        return {"names": names}


class AddChild(DeedPage):
    """Add an index child."""

    kind = ADD_CHILD
    form_class = AddChildForm
    room = "children"
    done = _("The child is recorded.")

    def act(self, form: Any, **words: Any) -> str:
        services.add_child(self.review, **form.facts(), **words)
        return self.back()

    def back(self) -> str:
        return reverse("reviews:children", args=[self.review.slug])


class RecordVoice(DeedPage):
    """Record whether a child was spoken to, or why not."""

    kind = RECORD_VOICE
    form_class = VoiceForm
    room = "children"
    done = _("The child's voice is recorded.")

    def act(self, form: Any, **words: Any) -> str:
        services.record_voice(self.review, **form.facts(), **words)
        return self.back()

    def back(self) -> str:
        return reverse("reviews:children", args=[self.review.slug])
