"""The children of a review: pseudonyms, names apart, and each child's voice (§6.12)."""

import datetime as dt
from typing import Any

from common.deeds import Act
from reviews.deeds import ADD_CHILD, RECORD_VOICE
from reviews.door import deed
from reviews.models import Review, Subject, SubjectName


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
            SubjectName.objects.create(subject=child, full_name=full_name, born_on=born_on)
        act.about(child)
    return child


def record_voice(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    child: Subject,
    voice: str,
    voice_why: str = "",
    lived_experience: str = "",
    **words: Any,
) -> Subject:
    """Record whether the child was spoken to, or why not, and where their life is told."""
    act = Act(details={"voice": voice}).about(child)
    with deed(review, RECORD_VOICE, by=by, on=on, act=act, **words):
        child.voice, child.voice_why = voice, voice_why
        child.lived_experience = lived_experience
        child.save(update_fields=["voice", "voice_why", "lived_experience"])
    return child
