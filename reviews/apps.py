"""The spine: the review, its journey, its permissions, and its first stages."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules

# The slices of the spine that have a room of their own to register.
SLICES = (
    "referral.room",
    "children.room",
    "joint.room",
    "subgroup.room",
    "correcting.room",
    "timing.room",
    "taking_on.deeds",
    "other_work.deeds",
)


class ReviewsConfig(AppConfig):
    name = "reviews"

    def ready(self) -> None:
        """Let every room register what it says of reviews."""
        autodiscover_modules("room", *SLICES)
        autodiscover_modules("room", "correcting.room", "taking_on.deeds")
