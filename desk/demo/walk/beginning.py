"""From the referral to the decision, and the ends that need no review."""

import datetime as dt
from typing import Any, Self

from common import clock
from desk.demo.walk.children import Children
from reviews.closing import services as closing
from reviews.decision import services as decision
from reviews.models import (
    Course,
    EarlyActionKind,
    Harm,
    Manner,
    Notice,
    Reply,
    Source,
    StageChange,
    Vote,
)
from reviews.recommendation import services as recommendation
from reviews.recommendation.drafts import checked, draft_of
from reviews.referral import services as referral
from reviews.referral.deeds import ANSWERED
from reviews.referral.early_actions.services import record_early_action
from reviews.referral.telling.services import tell_referrer
from reviews.referral.telling.words import untold
from reviews.scoping import services as scoping
from reviews.subgroup import services as subgroup


class Beginning(Children):
    """What is done before there is a panel."""

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

    def complete_referral(self, *, on: dt.date, by: str = "coordinator", **facts: Any) -> Self:
        """Write down what has become known of the referral."""
        review = self.refresh()
        version = review.referral.version
        referral.complete(review, by=self.cast.user(by), on=on, version=version, **facts)
        return self

    def act_at_once(self, *, on: dt.date, what: str, by: str = "coordinator", **words: Any) -> Self:
        words = {"kind": EarlyActionKind.SAFEGUARDING} | words
        record_early_action(self.refresh(), by=self.cast.user(by), on=on, what=what, **words)
        return self

    def tell_the_referrer(self, *, by: str = "coordinator") -> Self:
        """By telephone, a week after there was an answer."""
        review = self.refresh()
        if review.stage not in ANSWERED or not untold(review):
            return self
        answered = StageChange.objects.filter(review=review, to_stage__in=ANSWERED).earliest("pk")
        on = answered.on + dt.timedelta(days=7)
        if on <= clock.today():
            tell_referrer(review, by=self.cast.user(by), on=on, manner=Manner.TELEPHONE)
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
        **boxes: Any,
    ) -> Self:
        """By majority where `dissent` is given. A review without a period has the year before,
        but an urgent one has none yet."""
        if period is None and Course(course).is_review and not boxes.get("is_urgent"):
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
            **boxes,
        )
        return self

    def draft(self, *, on: dt.date, by: str = "coordinator", **answers: Any) -> Self:
        """One sitting: the form as far as it is written then. Days are in three boxes."""
        review = self.refresh()
        before = draft_of(review)
        answers = {**(before.answers if before else {}), **answers}
        recommendation.save_draft(
            review,
            by=self.cast.user(by),
            on=on,
            version=before.version if before else 0,
            answers=answers,
            facts=checked(review, answers).facts(),
        )
        return self

    def complete_recommendation(
        self, *, on: dt.date, reason: str = "", by: str = "subgroup-chair", **boxes: Any
    ) -> Self:
        """What the recommendation of an urgent case had left open."""
        recommendation.complete(
            self.refresh(), by=self.cast.user(by), on=on, reason=reason, **boxes
        )
        return self

    def scope(self, asked: dict[str, str], *, on: dt.date, due_on: dt.date) -> Self:
        """Ask agencies, by code, each through the person of a role; '' by telephone."""
        scoping.ask_agencies(
            self.refresh(),
            by=self.cast.user("coordinator"),
            on=on,
            agencies={
                self.cast.agency(code): self.cast.person(role) if role else None
                for code, role in asked.items()
            },
            due_on=due_on,
        )
        return self

    def answer_scoping(self, code: str, *, on: dt.date, by: str, **words: Any) -> Self:
        row = self.refresh().scoping_returns.get(agency=self.cast.agency(code))
        scoping.answer(row, by=self.cast.user(by), on=on, **words)
        return self

    def defer(self, *, on: dt.date, next_on: dt.date, why: str) -> Self:
        subgroup.defer(
            self.refresh(), by=self.cast.user("subgroup-chair"), on=on, next_on=next_on, why=why
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
        user = self.cast.user(by)
        decision.send_notice(self.refresh(), by=user, on=on, about=about)
        answered_on = on + dt.timedelta(days=9)
        if answered_on <= clock.today():
            decision.record_answer(
                self.refresh(),
                by=user,
                on=answered_on,
                about=about,
                received_on=on + dt.timedelta(days=1),
                acknowledged_on=answered_on,
            )
        return self

    def tell_both(self, *, recommended_on: dt.date, outcome_on: dt.date) -> Self:
        self.tell(Notice.About.RECOMMENDATION, on=recommended_on)
        return self.tell(Notice.About.OUTCOME, on=outcome_on)

    def end(
        self, way: str, *, on: dt.date, reasons: str, by: str = "board-chair", **words: Any
    ) -> Self:
        """Transfer, discontinue or convert it."""
        closing.end_otherwise(
            self.refresh(), by=self.cast.user(by), on=on, way=way, reasons=reasons, **words
        )
        return self
