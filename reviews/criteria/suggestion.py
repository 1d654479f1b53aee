"""What the criteria suggest for one review: its rows put before the rule of guidance.criteria."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from guidance import criteria
from guidance.editions import edition
from reviews.models import (
    AbuseGate,
    Course,
    CriteriaCheck,
    Happened,
    Permanence,
    Review,
    Spell,
    Suggested,
)
from reviews.models.choices import YesNoUnknown


@dataclass(frozen=True)
class Suggestion:
    """A course that the criteria suggest, with the paragraphs it rests on. It binds nobody."""

    course: Suggested
    paragraphs: tuple[str, ...]

    def agrees_with(self, chosen: str) -> bool:
        """Whether the choice is the one suggested; a forum, another process and no review are
        alike to the criteria."""
        if self.course == Suggested.NEITHER:
            return not Course(chosen).is_review
        return chosen == self.course.value


def suggested(review: Review) -> Suggestion | None:
    """What the criteria suggest, or None while something that decides it is not known."""
    found = finding(review)
    if found.course is None:
        return None
    citations = dict.fromkeys(_(ground.criterion.citation) for ground in found.grounds)
    return Suggestion(Suggested(found.course.value), tuple(citations))


def finding(review: Review) -> criteria.Finding:
    """The whole finding: window, grounds, what is missing. Three queries."""
    return criteria.find(facts_of(review), edition(review.timetable.edition))


def facts_of(review: Review) -> criteria.Facts:
    """The facts as checked; what was not checked yet, as the referral said it."""
    check = CriteriaCheck.objects.filter(review=review).first()
    children = list(review.subjects.all())
    names = {child.pk: child.pseudonym for child in children}
    spells = Spell.objects.filter(subject__in=children, withdrawn_at=None)
    happened, event_on, identified_on = what_happened(review, check)
    return criteria.Facts(
        abuse=ABUSE.get(check.abuse) if check else None,
        event=EVENTS.get(happened),
        permanent=PERMANENT.get(check.permanence) if check else None,
        event_on=event_on,
        identified_on=identified_on,
        spells=tuple(
            criteria.Spell(
                names[spell.subject_id],
                criteria.On(spell.kind),
                spell.from_on,
                spell.until_on,
                spell.is_estimated,
            )
            for spell in spells
        ),
        own_days=tuple((child.pseudonym, child.event_on) for child in children if child.event_on),
        care_leavers=tuple(
            child.pseudonym for child in children if child.care_leaver == YesNoUnknown.YES
        ),
    )


def what_happened(
    review: Review, check: CriteriaCheck | None
) -> tuple[str, dt.date | None, dt.date | None]:
    """What happened and when: as checked, or as the referral said it."""
    if check is not None:
        return check.happened, check.event_on, check.identified_on
    referral = getattr(review, "referral", None)
    if referral is None:
        return "", None, None
    return referral.harm, referral.event_on, referral.identified_on


ABUSE: dict[str, bool | None] = {
    AbuseGate.KNOWN: True,
    AbuseGate.SUSPECTED: True,
    AbuseGate.NEITHER: False,
}
EVENTS: dict[str, criteria.Event] = {
    Happened.DIED: criteria.Event.DIED,
    Happened.LIFE_THREATENING: criteria.Event.LIFE_THREATENING,
    Happened.IMPAIRMENT: criteria.Event.IMPAIRMENT,
    Happened.NONE: criteria.Event.NONE,
}
PERMANENT: dict[str, bool | None] = {
    Permanence.PERMANENT: True,
    Permanence.NOT_PERMANENT: False,
}
