"""Putting the record right, bringing others in: joined referrals, other boards, a corrected day."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Self

from boards.models import Board
from common import clock
from desk.demo.walk.parts import Parts
from guidance.milestones import Milestone
from reviews.correcting import services as correcting
from reviews.joint import services as joint
from reviews.kind import services as kind
from reviews.models import OtherWork, Review, WorkKind, WorkStage
from reviews.other_work import services as other_work
from reviews.referral.joining import services as joining
from reviews.taking_on import services as taking_on


class Record(Parts):
    """Acts on the record, and on who takes part beside this board."""

    def take_on(
        self,
        *,
        on: dt.date,
        stage: str,
        kind: str,
        outline: str,
        days: Mapping[Milestone, dt.date],
        older: Iterable[str] = (),
        children: Iterable[str] = ("Child A",),
        panel_chair: str = "panel-chair",
        reviewers: Iterable[str] = ("reviewer",),
        by: str = "coordinator",
    ) -> Self:
        """It began on paper: the case opens at its stage, with its true days."""
        self.review = taking_on.take_on(
            self.cast.board,
            by=self.cast.user(by),
            on=on,
            stage=stage,
            kind=kind,
            outline=outline,
            days=days,
            older=older,
            children=children,
            panel_chair=self.cast.person(panel_chair),
            reviewers=[self.cast.person(role) for role in reviewers],
        )
        return self

    def correct(
        self, milestone: Milestone, new_on: dt.date, *, on: dt.date, why: str, by: str = ""
    ) -> Self:
        correcting.correct_day(
            self.refresh(),
            by=self.cast.user(by or "coordinator"),
            on=on,
            milestone=milestone,
            new_on=new_on,
            why=why,
        )
        return self

    def undo(self, *, on: dt.date, why: str, by: str = "coordinator") -> Self:
        correcting.undo(self.refresh(), by=self.cast.user(by), on=on, why=why)
        return self

    def join_referral(
        self, *, on: dt.date, received_on: dt.date, source: str, sentence: str, **words: Any
    ) -> Self:
        """A further referral about the same child."""
        joining.join_referral(
            self.refresh(),
            by=self.cast.user("coordinator"),
            on=on,
            received_on=received_on,
            source=source,
            sentence=sentence,
            **words,
        )
        return self

    def join_to(self, sentence: str, *, on: dt.date, why: str) -> Self:
        """This case was logged twice: it joins the one whose referral says `sentence`."""
        joining.join_case(
            self.refresh(),
            by=self.cast.user("coordinator"),
            on=on,
            to=Review.objects.get(board=self.cast.board, referral__sentence=sentence),
            reasons=why,
        )
        return self

    def bring_in(
        self, board: str, *, on: dt.date, why: str, ground: str, lead_reason: str = ""
    ) -> Self:
        """Another board takes part, by its code."""
        joint.add_board(
            self.refresh(),
            by=self.cast.user("coordinator"),
            on=on,
            board=Board.objects.get(code=board),
            why=why,
            ground=ground,
            lead_reason=lead_reason,
        )
        return self

    def agree_with_country(self, country: str, body: str, *, on: dt.date, **words: Any) -> Self:
        joint.record_country(
            self.refresh(),
            by=self.cast.user("coordinator"),
            on=on,
            country=country,
            body=body,
            **words,
        )
        return self

    def change_kind(self, *, on: dt.date, reasons: str, by: str = "board-chair") -> Self:
        kind.change_kind(self.refresh(), by=self.cast.user(by), on=on, reasons=reasons)
        return self

    def list_beside(
        self,
        reference: str,
        *,
        work: WorkKind,
        stage: WorkStage,
        began_on: dt.date,
        facts: Mapping[str, Any] | None = None,
        ended_on: dt.date | None = None,
        **words: Any,
    ) -> Self:
        """What this case became in the Board's other work; `facts` are the record of a forum."""
        by, on = self.cast.user("coordinator"), clock.today()
        lead = self.cast.person("coordinator")
        row: OtherWork = other_work.add_work(
            self.cast.board,
            by=by,
            on=on,
            kind=work,
            reference=reference,
            stage=WorkStage.UNDER_WAY if ended_on else stage,
            began_on=began_on,
            lead=lead,
            review=self.refresh(),
            **words,
        )
        if facts:
            other_work.keep_forum(row, by=by, on=on, facts=dict(facts))
        if ended_on:
            other_work.change_work(
                row, by=by, on=on, version=1, stage=stage, ended_on=ended_on, lead=lead
            )
        return self
