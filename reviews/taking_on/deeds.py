"""Taking on a review that began outside the system."""

from django.utils.translation import gettext_lazy as _

from common.deeds import declare
from reviews.journey import Stage
from reviews.models import ReviewKind
from reviews.permissions import May


class Stages:
    choices = Stage.choices


TAKE_ON = declare(
    "reviews.taken_on",
    may=May.TAKE_ON,
    label=_("Add an existing review"),
    sentence=_("A review that started before this system was added. Stage: {stage}"),
    url="reviews:take_on",
    codes={"stage": Stages, "kind": ReviewKind},
)
