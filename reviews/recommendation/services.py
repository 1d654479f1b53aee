"""The sub-group recommends to the Board Chair (§5.6; Annex 2)."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common import clock
from common.deeds import DONE_HERE, REASON_WANTED, Act, NotNow, Obstacle, Proof
from guidance.milestones import Milestone
from reviews.criteria.event import event_day
from reviews.criteria.services import keep_choice
from reviews.criteria.suggestion import suggested
from reviews.deciding import decider
from reviews.deeds import RECOMMEND
from reviews.door import advance, deed
from reviews.meetings.writing import keep_meeting
from reviews.models import Body, InvolvedAgency, Recommendation, RecommendationDraft, Review
from reviews.recommendation import emails
from reviews.recommendation.facts import Involved, Sitting
from reviews.recommendation.gaps import DOUBTS, LACKING, UNREADABLE, band_of, doubts, lacking
from reviews.subgroup.deeds import COMPLETE, DRAFT
from reviews.versions import check_version

NOTHING_DRAFTED = [Obstacle("nothing_drafted", _("Nothing is written yet."), "", False, True)]
MET_LATER = Obstacle("met_later", _("The meeting was after the day of the recommendation."))


def save_draft(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    version: int,
    answers: Mapping[str, Any],
    facts: Mapping[str, Any],
    is_readable: bool = True,
    **words: Any,
) -> RecommendationDraft:
    """Save the form as far as it is written, as the next version.

    `version` is the one that the writer opened (0: none). Raises Overtaken with the newest draft if
    somebody else has saved since; nothing is saved then.
    """
    act = Act()
    with deed(review, DRAFT, by=by, on=on, act=act, **words) as fresh:
        newest = RecommendationDraft.objects.filter(review=fresh).first()
        check_version(version, newest.version if newest else 0, newest)
        draft = RecommendationDraft(
            review=fresh,
            version=version + 1,
            answers=dict(answers),
            lacking=[
                *lacking(facts),
                *(["criteria_why"] if _differs_unsaid(fresh, facts) else []),
                *([] if is_readable else [UNREADABLE]),
            ],
            doubts=[*doubts(fresh, facts)],
            saved_at=clock.now(),
            saved_by=by,
        )
        draft.save()
        act.about(draft, version=draft.version)
    return draft


def _differs_unsaid(review: Review, facts: Mapping[str, Any]) -> bool:
    """Another course than the criteria suggest, and nobody says why."""
    course, suggestion = facts.get("course"), suggested(review)
    if not course or suggestion is None or facts.get("criteria_why"):
        return False
    return not suggestion.agrees_with(course)


def recommend(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    course: str,
    vote: str,
    outline: str,
    rationale: str,
    agencies: Iterable[Involved] = (),
    sitting: Sitting | None = None,
    criteria_why: str = "",
    version: int | None = None,
    decided_by: Person | None = None,
    opened_at: str = "",
    reason: str = "",
    proof: Proof = DONE_HERE,
    **boxes: Any,
) -> Review:
    """Recommend a course with its vote, outline and rationale; a review also needs its period.

    A course other than what the criteria suggest needs `criteria_why`; both are kept. `boxes` are
    the form's other answers, by column. `version` is the draft that was checked: if another was
    saved since, Overtaken carries it.
    """
    boxes |= {"course": course, "vote": vote, "outline": outline, "rationale": rationale}
    missing = [Obstacle(code, LACKING[code][0]) for code in lacking(boxes)]
    if sitting and sitting.held_on > on:
        missing.append(MET_LATER)
    if missing:
        raise NotNow(missing)
    with advance(
        review,
        RECOMMEND,
        by=by,
        on=on,
        reached=[Milestone.RECOMMENDED],
        decided_by=decided_by,
        details={"course": course, "vote": vote},
        opened_at=opened_at,
        reason=reason,
        proof=proof,
    ) as fresh:
        if version is not None:
            draft = RecommendationDraft.objects.filter(review=fresh).first()
            check_version(version, draft.version if draft else 0, draft)
        period = (boxes.get("period_from_on"), boxes.get("period_until_on"), event_day(fresh))
        Recommendation.objects.create(
            review=fresh,
            **{"period_band": band_of(*period)} | boxes,
            meeting=_meet(fresh, sitting, by),
            recommended_on=on,
            recommended_by=decider(by, decided_by),
            recorded_by=by,
        )
        keep_choice(fresh, by=by, on=on, course=course, why=criteria_why)
        _involve(fresh, agencies)
        emails.recommended(fresh, on)
    return fresh


def complete(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    agencies: Iterable[Involved] = (),
    sitting: Sitting | None = None,
    reason: str = "",
    **boxes: Any,
) -> Recommendation:
    """Fill in what the recommendation of an urgent case left empty; what was said stays.

    Its period and why must come; what else stays open needs a reason. `boxes` may hold the words
    of the deed, too.
    """
    columns = {field.name for field in Recommendation._meta.concrete_fields}
    words = {name: boxes.pop(name) for name in list(boxes) if name not in columns}
    named = list(agencies)
    with deed(
        review,
        COMPLETE,
        by=by,
        on=on,
        not_before=review.recommendation.recommended_on,
        reason=reason,
        **words,
    ) as fresh:
        paper = Recommendation.objects.select_for_update(of=("self",)).get(review=fresh)
        for name, value in boxes.items():
            if getattr(paper, name) in (None, "", False):
                setattr(paper, name, value)
        if not InvolvedAgency.objects.filter(review=fresh).exists():
            _involve(fresh, named)
        whole = whole_of(paper)
        missing = [Obstacle(code, LACKING[code][0]) for code in lacking(whole)]
        if missing:
            raise NotNow(missing)
        open_still = [Obstacle(code, DOUBTS[code][0], "", True) for code in doubts(fresh, whole)]
        if open_still and not reason.strip():
            raise NotNow([REASON_WANTED, *open_still])
        event = event_day(fresh)
        paper.period_band = band_of(paper.period_from_on, paper.period_until_on, event)
        paper.meeting = paper.meeting or _meet(fresh, sitting, by)
        paper.completed_on = on
        paper.save()
    return paper


def whole_of(paper: Recommendation) -> dict[str, Any]:
    """A recommendation as its form would say it, not urgent any more."""
    facts = {field.name: getattr(paper, field.name) for field in paper._meta.concrete_fields}
    named = InvolvedAgency.objects.filter(review=paper.review_id).exists()
    return facts | {"agencies": named, "is_urgent": False}


def _meet(review: Review, sitting: Sitting | None, by: Any) -> Any:
    if sitting is None:
        return None
    return keep_meeting(
        review,
        body=Body.SUBGROUP,
        held_on=sitting.held_on,
        mode=sitting.mode,
        present=sitting.present,
        others_present=sitting.others_present,
        apologies=sitting.apologies,
        interests=sitting.interests,
        by=by,
    )


def _involve(review: Review, agencies: Iterable[Involved]) -> None:
    InvolvedAgency.objects.bulk_create(
        InvolvedAgency(
            review=review,
            agency=each.agency,
            other_name=each.other_name,
            contact_name=each.contact_name,
            contact_title=each.contact_title,
        )
        for each in agencies
    )
