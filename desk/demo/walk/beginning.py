"""From the referral to the decision, and the ends that need no review."""

import datetime as dt
from typing import Any, Self

from desk.demo.cast import Cast
from reviews.capacities import Capacity, Grade
from reviews.children import services as children
from reviews.closing import services as closing
from reviews.decision import services as decision
from reviews.models import Course, Harm, Notice, Reply, Review, Source, Voice, Vote
from reviews.people import services as people
from reviews.recommendation import services as recommendation
from reviews.referral import services as referral


class Beginning:
    """Each method does one act on its day and gives the walk back; `by` names a role."""

    review: Review

    def __init__(self, cast: Cast) -> None:
        self.cast = cast

    def refresh(self) -> Review:
        """The review as it stands now: each service leaves its own instance stale."""
        self.review = Review.objects.select_related("board", "timetable").get(pk=self.review.pk)
        return self.review

    def refer(
        self,
        *,
        on: dt.date,
        sentence: str = "A referral was made after a serious incident.",
        source: str = Source.EMAIL,
        referrer: str = "",
        harm: str = Harm.UNKNOWN,
        event_on: dt.date | None = None,
        by: str = "coordinator",
    ) -> Self:
        self.review = referral.log_referral(
            self.cast.board,
            by=self.cast.user(by),
            on=on,
            source=source,
            sentence=sentence,
            referrer=referrer,
            harm=harm,
            event_on=event_on,
        )
        return self

    def add_child(
        self,
        pseudonym: str = "Child A",
        *,
        on: dt.date,
        full_name: str = "",
        born_on: str = "",
        by: str = "coordinator",
    ) -> Self:
        children.add_child(
            self.refresh(),
            by=self.cast.user(by),
            on=on,
            pseudonym=pseudonym,
            full_name=full_name,
            born_on=born_on,
        )
        return self

    def forward(self, *, on: dt.date, by: str = "coordinator") -> Self:
        referral.forward(self.refresh(), by=self.cast.user(by), on=on)
        return self

    def recommend(
        self,
        *,
        on: dt.date,
        course: str = Course.CONCISE,
        outline: str = "What happened, and what was done at once to keep children safe.",
        rationale: str = "The criteria were considered one by one.",
        period: tuple[dt.date, dt.date] | None = None,
        period_why: str = "The 12 months before the event.",
        dissent: str = "",
        by: str = "subgroup-chair",
    ) -> Self:
        """By majority where `dissent` is given. A review without a period has the year before."""
        if period is None and Course(course).is_review:
            period = (on - dt.timedelta(days=400), on - dt.timedelta(days=35))
        recommendation.recommend(
            self.refresh(),
            by=self.cast.user(by),
            on=on,
            course=course,
            vote=Vote.MAJORITY if dissent else Vote.UNANIMOUS,
            dissent=dissent,
            outline=outline,
            rationale=rationale,
            period_from_on=period[0] if period else None,
            period_until_on=period[1] if period else None,
            period_why=period_why if period else "",
        )
        return self

    def decide(
        self,
        *,
        on: dt.date,
        reply: str = Reply.AGREE,
        course: str = "",
        reasons: str = "",
        conflicting_views: str = "",
        by: str = "board-chair",
        **words: Any,
    ) -> Self:
        decision.decide(
            self.refresh(),
            by=self.cast.user(by),
            on=on,
            reply=reply,
            course=course,
            reasons=reasons,
            conflicting_views=conflicting_views,
            **words,
        )
        return self

    def discuss(self, *, on: dt.date, views: str, by: str = "coordinator") -> Self:
        decision.record_discussion(self.refresh(), by=self.cast.user(by), on=on, views=views)
        return self

    def tell(self, about: str, *, on: dt.date, by: str = "coordinator") -> Self:
        """Record one notice to Welsh Government."""
        decision.send_notice(self.refresh(), by=self.cast.user(by), on=on, about=about)
        return self

    def tell_both(self, *, recommended_on: dt.date, outcome_on: dt.date) -> Self:
        self.tell(Notice.About.RECOMMENDATION, on=recommended_on)
        return self.tell(Notice.About.OUTCOME, on=outcome_on)

    def declare(self, grade: Grade, *, on: dt.date, reason: str, by: str) -> Self:
        """Somebody declares an interest of their own."""
        people.declare_interest(
            self.refresh(), by=self.cast.user(by), on=on, grade=grade, reason=reason
        )
        return self

    def set_interest(
        self, role: str, grade: Grade, *, on: dt.date, reason: str, by: str = "coordinator"
    ) -> Self:
        people.set_interest(
            self.refresh(),
            by=self.cast.user(by),
            on=on,
            person=self.cast.person(role),
            grade=grade,
            reason=reason,
        )
        return self

    def appoint(
        self,
        role: str,
        capacity: Capacity,
        *,
        on: dt.date,
        agency: str = "",
        independence: str = "",
        by: str = "coordinator",
    ) -> Self:
        speaks = capacity in (Capacity.PANEL_MEMBER, Capacity.AGENCY_AUTHOR)
        people.appoint(
            self.refresh(),
            by=self.cast.user(by),
            on=on,
            person=self.cast.person(role),
            capacity=capacity,
            agency=(self.cast.agency(agency) if agency else self.cast.agency_of(role))
            if speaks
            else None,
            is_independent=bool(independence),
            independence=independence,
        )
        return self

    def end(self, way: str, *, on: dt.date, reasons: str, by: str = "board-chair") -> Self:
        """Transfer, discontinue or convert it."""
        closing.end_otherwise(
            self.refresh(), by=self.cast.user(by), on=on, way=way, reasons=reasons
        )
        return self

    def hear(
        self,
        pseudonym: str = "Child A",
        *,
        on: dt.date,
        voice: str = Voice.SPOKEN_TO,
        why: str = "",
        told: str = "The section on the child's life, in the child's own words.",
        by: str = "reviewer",
    ) -> Self:
        """Record one child's voice."""
        children.record_voice(
            self.refresh(),
            by=self.cast.user(by),
            on=on,
            child=self.review.subjects.get(pseudonym=pseudonym),
            voice=voice,
            voice_why=why,
            lived_experience=told,
        )
        return self
