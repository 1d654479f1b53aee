"""The children of a review: pseudonyms, facts, names apart, and each child's voice (§6.12)."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _

from common.deeds import Act, NotNow, Obstacle
from reviews.children.deeds import RECORD_FACTS
from reviews.children.matching import keep_keys
from reviews.deeds import ADD_CHILD, RECORD_VOICE
from reviews.door import deed
from reviews.models import Review, Subject, SubjectName, Voice, VoiceWhyNot
from reviews.versions import check_version

FACTS = (
    *("born_year", "born_month", "age_at_event", "age_unit", "sex", "gender", "ethnicity"),
    *("first_language", "language_other", "religion", "disability", "disability_what"),
    *("authority", "setting", "legal_status", "care_leaver", "lived_with", "lived_with_more"),
    *("homes", "event_on"),
)
WHY_NOT = Obstacle("voice_why", _("Say why the child was not spoken to."))


def add_child(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    pseudonym: str,
    full_name: str = "",
    born_on: str = "",
    **words: Any,
) -> Subject:
    """Add an index child under a pseudonym. The name, if given, is kept apart and encrypted."""
    act = Act()
    with deed(review, ADD_CHILD, by=by, on=on, act=act, **words) as fresh:
        child = Subject.objects.create(review=fresh, pseudonym=pseudonym)
        if full_name:
            name = SubjectName.objects.create(subject=child, full_name=full_name, born_on=born_on)
            keep_keys(name)
        act.about(child)
    return child


def record_facts(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    child: Subject,
    facts: dict[str, Any],
    version: int = 0,
    **words: Any,
) -> Subject:
    """Record the facts of one child at the event, in place of those that stand.

    `version` is the one that was in front of whoever wrote this; Overtaken if another has come.
    """
    act = Act().about(child)
    with deed(review, RECORD_FACTS, by=by, on=on, act=act, **words) as fresh:
        row = Subject.objects.select_for_update(no_key=True).get(pk=child.pk, review=fresh)
        check_version(version, row.version, row)
        for name in FACTS:
            if name in facts:
                setattr(row, name, facts[name])
        row.version += 1
        row.save()
    return row


def record_voice(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    child: Subject,
    voice: str,
    voice_why_kind: str = "",
    voice_why: str = "",
    spoken_on: dt.date | None = None,
    spoken_by: str = "",
    spoken_how: str = "",
    lived_experience: str = "",
    **words: Any,
) -> Subject:
    """Record whether the child was spoken to, or why not, and where their life is told."""
    act = Act(details={"voice": voice}).about(child)
    if voice == Voice.NOT_SPOKEN_TO:
        if voice_why_kind in ("", VoiceWhyNot.OTHER) and not voice_why:
            raise NotNow([WHY_NOT])
        voice_why_kind = voice_why_kind or VoiceWhyNot.OTHER
    else:
        voice_why_kind = ""
    if voice != Voice.SPOKEN_TO:
        spoken_on, spoken_by, spoken_how = None, "", ""
    with deed(review, RECORD_VOICE, by=by, on=on, act=act, **words):
        child.voice, child.voice_why_kind, child.voice_why = voice, voice_why_kind, voice_why
        child.spoken_on, child.spoken_by, child.spoken_how = spoken_on, spoken_by, spoken_how
        child.lived_experience = lived_experience
        child.save(
            update_fields=[
                *("voice", "voice_why_kind", "voice_why", "spoken_on", "spoken_by"),
                *("spoken_how", "lived_experience"),
            ]
        )
    return child
