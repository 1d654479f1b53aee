"""From the report to the closing: writing, agreeing, accepting, publishing."""

import datetime as dt
from collections.abc import Mapping
from typing import Self

from desk.demo.walk.planning import Planning
from library.publication import beside
from library.publication import services as publication
from library.publication.beside_models import Audience
from library.publication.models import Finding, Language, TakenDown
from reports import services as reports
from reports.models import How
from reports.reading import standing_draft, unsigned, version_of
from reviews.closing import services as closing

WORDS = {
    "outline_en": "What happened, told without names or places.",
    "outline_cy": "Beth ddigwyddodd, heb enwi neb nac unman.",
    "learning_en": "Information was held in one place and needed in another.",
    "learning_cy": "Roedd gwybodaeth mewn un man ac roedd ei hangen mewn man arall.",
    "conclusions_en": "Agencies have begun to change how they work together.",
    "conclusions_cy": "Mae'r asiantaethau wedi dechrau newid sut maent yn cydweithio.",
}


class Ending(Planning):
    """The last third of the road."""

    def write_report(self, *, on: dt.date, texts: Mapping[str, str] = WORDS) -> Self:
        reports.save_draft(
            self.refresh(),
            by=self.cast.user(self.writer),
            on=on,
            version=self.version,
            texts=dict(texts),
        )
        return self

    @property
    def version(self) -> int:
        return version_of(standing_draft(self.review))

    def sign_statements(self, *, on: dt.date) -> Self:
        """Each reviewer signs; the statement of one without an account is recorded."""
        for person in unsigned(self.refresh(), on):
            reports.sign_statement(
                self.refresh(),
                by=person.user or self.cast.user("coordinator"),
                on=on,
                independence="I had no part in the case and manage nobody who had.",
                qualification="Registered, trained as a reviewer, with years in child protection.",
                decided_by=None if person.user else person,
            )
        return self

    def agree_report(self, *, on: dt.date, minute: str = "Agreed by all members.") -> Self:
        reports.agree(
            self.refresh(),
            by=self.cast.user(self.chair),
            on=on,
            version=self.version,
            minute=minute,
        )
        return self

    def send_back(self, *, on: dt.date, reasons: str, by: str = "board-chair") -> Self:
        reports.send_back(self.refresh(), by=self.cast.user(by), on=on, reasons=reasons)
        return self

    def accept(
        self,
        *,
        on: dt.date,
        decision: str = "The Board accepts the report.",
        by: str = "board-chair",
    ) -> Self:
        reports.accept(
            self.refresh(),
            by=self.cast.user(by),
            on=on,
            version=self.version,
            how=How.WITHOUT_VOTE,
            decision=decision,
        )
        return self

    def texts_ready(self, *languages: Language, on: dt.date) -> Self:
        """Both texts unless named."""
        publication.text_ready(
            self.refresh(),
            by=self.cast.user("coordinator"),
            on=on,
            languages=languages or tuple(Language),
        )
        return self

    def check_disclosure(self, *, on: dt.date, by: str = "subgroup-chair") -> Self:
        for language in Language:
            publication.check_disclosure(
                self.refresh(),
                by=self.cast.user(by),
                on=on,
                language=language,
                finding=Finding.CLEAR,
            )
        return self

    def send_report(self, *, on: dt.date, planned: dt.date | None = None) -> Self:
        publication.send_to_government(
            self.refresh(),
            by=self.cast.user("coordinator"),
            on=on,
            planned_publication_on=planned,
        )
        return self

    def received(self, *, on: dt.date) -> Self:
        publication.receive(
            self.refresh(), by=self.cast.user("coordinator"), on=on, acknowledged_on=on
        )
        return self

    def publish(self, *, on: dt.date, reason: str = "") -> Self:
        """The family hears of it first."""
        self.tell_family(on=on - dt.timedelta(days=2))
        for audience in (Audience.FAMILY, Audience.STAFF):
            beside.tell_first(
                self.refresh(),
                by=self.cast.user("coordinator"),
                on=on - dt.timedelta(days=2),
                audience=audience,
                how="By the reviewer, at a meeting.",
            )
        publication.publish(
            self.refresh(),
            by=self.cast.user("coordinator"),
            on=on,
            address=f"https://www.{self.cast.board.code}.example/reviews/{self.review.slug}",
            reason=reason,
        )
        return self

    def take_down(self, *, on: dt.date, why: str = "") -> Self:
        publication.take_down(
            self.refresh(),
            by=self.cast.user("coordinator"),
            on=on,
            taken_down_for=TakenDown.TIME_OVER,
            why=why,
        )
        return self

    def close(self, *, on: dt.date, difference: str = "", by: str = "coordinator") -> Self:
        self.end_plan(on=on, difference=difference)
        closing.close(self.refresh(), by=self.cast.user(by), on=on, difference=difference)
        return self
