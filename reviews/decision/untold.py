"""Reviews that have ended and of which Welsh Government has not been told (§5.7, §5.8)."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from reviews.journey import RUNNING, Stage
from reviews.models import Decision, Notice, Recommendation, Review

# What went on elsewhere is told of there.
AFTER_A_DECISION = (Stage.NO_REVIEW, Stage.FORUM, Stage.ANOTHER_LEADS, Stage.CLOSED)


def not_done_with(reviews: QuerySet[Review]) -> QuerySet[Review]:
    """The running ones, and the ended ones whose recommendation or outcome is recorded and no
    notice of it."""
    here = OuterRef("pk")
    sent = Notice.objects.filter(review=here, is_current=True)
    recommended = Recommendation.objects.filter(review=here)
    decided = Decision.objects.filter(review=here).exclude(course="")
    of_recommendation = ~Exists(sent.filter(about=Notice.About.RECOMMENDATION))
    of_outcome = ~Exists(sent.filter(about=Notice.About.OUTCOME))
    is_untold = (Exists(recommended) & of_recommendation) | (Exists(decided) & of_outcome)
    return reviews.filter(Q(stage__in=RUNNING) | (Q(stage__in=AFTER_A_DECISION) & is_untold))
