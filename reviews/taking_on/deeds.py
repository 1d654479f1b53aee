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
    label=_("Take on a review"),
    sentence=_("The review was taken on. It had begun outside the system. Stage: {stage}"),
    url="reviews:take_on",
    codes={"stage": Stages, "kind": ReviewKind},
)
