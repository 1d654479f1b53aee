"""The day from which a review looks back."""

import datetime as dt

from reviews.criteria.suggestion import what_happened
from reviews.models import CriteriaCheck, Review


def event_day(review: Review) -> dt.date | None:
    """The day of the event as checked, or as the referral said it; of an impairment that has no
    such day, the day on which it was identified; None where neither is known. Two queries."""
    check = CriteriaCheck.objects.filter(review=review).first()
    _happened, event_on, identified_on = what_happened(review, check)
    return event_on or identified_on
