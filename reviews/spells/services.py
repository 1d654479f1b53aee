"""Times on the child protection register and looked after: recorded, corrected, withdrawn."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common import clock
from common.deeds import Act, NotNow, Obstacle
from reviews.children.deeds import CORRECT_SPELL, RECORD_SPELL, WITHDRAW_SPELL
from reviews.door import deed
from reviews.models import Review, Spell, SpellKind, Subject
from reviews.versions import check_version

OVERLAPS = Obstacle(
    "spell_overlaps",
    _("Another time of the same kind is recorded for this child on some of these days."),
)
ENDS_FIRST = Obstacle("spell_ends_first", _("The last day is before the first."))
WHICH = Obstacle("spell_which", _("Say the category of registration, or the legal basis of care."))


def record_spell(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    child: Subject,
    kind: str,
    from_on: dt.date,
    until_on: dt.date | None = None,
    is_estimated: bool = False,
    categories: Sequence[str] = (),
    basis: str = "",
    **words: Any,
) -> Spell:
    """Record when a child was on the register, or looked after. No last day: it goes on."""
    act = Act(details={"kind": kind})
    with deed(review, RECORD_SPELL, by=by, on=on, act=act, **words) as fresh:
        spell = Spell(subject=fresh.subjects.get(pk=child.pk), kind=kind, recorded_by=by)
        _put(spell, from_on, until_on, is_estimated, categories, basis)
        act.about(spell)
    return spell


def correct_spell(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    spell: Spell,
    from_on: dt.date,
    until_on: dt.date | None = None,
    is_estimated: bool = False,
    categories: Sequence[str] = (),
    basis: str = "",
    corrected_why: str = "",
    version: int = 1,
    **words: Any,
) -> Spell:
    """Correct the days, the category or the basis. The one before is kept, withdrawn, with why."""
    act = Act(details={"kind": spell.kind})
    with deed(review, CORRECT_SPELL, by=by, on=on, act=act, **words) as fresh:
        old = _locked(fresh, spell, version)
        old.withdrawn_at, old.withdrawn_why = clock.now(), corrected_why or "-"
        old.save(update_fields=["withdrawn_at", "withdrawn_why"])
        new = Spell(
            subject=old.subject,
            kind=old.kind,
            version=old.version + 1,
            corrected_why=corrected_why,
            recorded_by=by,
        )
        _put(new, from_on, until_on, is_estimated, categories, basis)
        act.about(new)
    return new


def withdraw_spell(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    spell: Spell,
    withdrawn_why: str,
    version: int = 1,
    **words: Any,
) -> Spell:
    """Take out a time that was recorded by mistake. It stays readable, with the reason."""
    act = Act(details={"kind": spell.kind}).about(spell)
    with deed(review, WITHDRAW_SPELL, by=by, on=on, act=act, **words) as fresh:
        row = _locked(fresh, spell, version)
        row.withdrawn_at, row.withdrawn_why = clock.now(), withdrawn_why
        row.save(update_fields=["withdrawn_at", "withdrawn_why"])
    return row


def _locked(review: Review, spell: Spell, version: int) -> Spell:
    row = Spell.objects.select_for_update(of=("self",), no_key=True).get(
        pk=spell.pk, subject__review=review
    )
    # A correction withdraws the row it corrects: whoever is second sees no row that stands.
    check_version(version if row.withdrawn_at is None else -1, row.version, row)
    return row


def _put(
    spell: Spell,
    from_on: dt.date,
    until_on: dt.date | None,
    is_estimated: bool,
    categories: Sequence[str],
    basis: str,
) -> None:
    is_register = spell.kind == SpellKind.REGISTER
    if until_on and until_on < from_on:
        raise NotNow([ENDS_FIRST])
    if not (categories if is_register else basis):
        raise NotNow([WHICH])
    # Asked under the review's lock; the database would refuse it too.
    others = Spell.objects.filter(
        Q(until_on=None) | Q(until_on__gt=from_on),
        subject=spell.subject,
        kind=spell.kind,
        withdrawn_at=None,
    )
    if (others.filter(from_on__lt=until_on) if until_on else others).exists():
        raise NotNow([OVERLAPS])
    spell.from_on, spell.until_on, spell.is_estimated = from_on, until_on, is_estimated
    spell.categories = list(categories) if is_register else []
    spell.basis = "" if is_register else basis
    spell.save()
