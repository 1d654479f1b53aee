"""The other children of a referral, once it is a case: those who were harmed as its children, the
rest among the family; each by a pseudonym, names and days of birth apart."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from reviews.children.matching import keep_keys
from reviews.models import Relative, RelativeName, Review, Subject, SubjectName
from reviews.models.choices import AgeUnit, Kin
from reviews.names.index import keep_relative_keys
from reviews.referral.public.household import OtherChild

LETTERS = "BCDEFGHIJ"  # Child A is the one about whom the referral was made


def keep_household(review: Review, others: Sequence[OtherChild], *, by: Any) -> None:
    """A step of accepting a referral: the case has just been opened and holds nobody else."""
    for letter, other in zip(LETTERS, (each for each in others if each.was_harmed), strict=False):
        child = Subject.objects.create(
            review=review,
            pseudonym=f"Child {letter}",
            age_at_event=other.age,
            age_unit="" if other.age is None else AgeUnit.YEARS,
        )
        if other.name:
            keep_keys(SubjectName.objects.create(subject=child, **_identity(other)))
    for number, other in enumerate((each for each in others if not each.was_harmed), start=1):
        kin = "Child of the household" if other.kin == Kin.OTHER_CHILD else "Sibling"
        relative = Relative.objects.create(
            review=review,
            pseudonym=f"{kin} {number}",
            kin=other.kin,
            note="" if other.age is None else _("%(age)s years old") % {"age": other.age},
            recorded_by=by,
        )
        if other.name:
            keep_relative_keys(RelativeName.objects.create(relative=relative, **_identity(other)))


def _identity(other: OtherChild) -> dict[str, str]:
    born = other.born_on.isoformat() if other.born_on else ""
    return {"full_name": other.name, "born_on": born}
