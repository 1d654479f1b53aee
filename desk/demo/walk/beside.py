"""What goes on beside the stages: meetings, papers, legal advice, other proceedings."""

import datetime as dt
from typing import Self

from django.core.files.uploadedfile import SimpleUploadedFile

from common.uploads.checking import check
from common.uploads.field import Upload
from desk.demo.walk.parts import Parts
from reviews.documents import services as documents
from reviews.legal import services as legal
from reviews.meetings import services as meetings
from reviews.models import DocumentKind, Marking, ProceedingHold
from reviews.proceedings import services as proceedings


def email(subject: str, text: str) -> Upload:
    """A fictional e-mail as somebody would drag it out of their mailbox."""
    lines = [
        "From: sender@example.wales",
        "To: unit@example.wales",
        f"Subject: {subject}",
        "",
        text,
    ]
    file = SimpleUploadedFile("message.eml", "\r\n".join(lines).encode())
    return Upload(file, check(file))


class Beside(Parts):
    """Acts that do not move the case."""

    def plan_meeting(
        self, body: str, *, on: dt.date, for_day: dt.date, place: str = "", by: str = "coordinator"
    ) -> Self:
        meetings.plan_meeting(
            self.refresh(),
            by=self.cast.user(by),
            on=on,
            body=body,
            planned_on=for_day,
            place=place,
        )
        return self

    def move_meeting(
        self,
        *,
        on: dt.date,
        to_day: dt.date,
        reason: str,
        note: str = "",
        by: str = "coordinator",
    ) -> Self:
        """The next meeting moves."""
        meeting = self.refresh().meetings.ahead().get()
        meetings.move_meeting(
            self.review,
            by=self.cast.user(by),
            on=on,
            meeting=meeting,
            new_on=to_day,
            reason_code=reason,
            note=note,
        )
        return self

    def meet(
        self,
        body: str,
        *present: str,
        on: dt.date,
        away: tuple[str, ...] = (),
        decisions: str = "",
        by: str = "coordinator",
    ) -> Self:
        """A meeting was held, and who was there."""
        meetings.record_meeting(
            self.refresh(),
            by=self.cast.user(by),
            on=on,
            body=body,
            present=[self.cast.person(role) for role in present],
            apologies=[self.cast.person(role) for role in away],
            is_quorate=True,
            decisions=decisions,
        )
        return self

    def keep_email(
        self,
        title: str,
        text: str,
        *,
        on: dt.date,
        marking: str = Marking.OFFICIAL_SENSITIVE,
        by: str = "coordinator",
    ) -> Self:
        documents.add_document(
            self.refresh(),
            by=self.cast.user(by),
            on=on,
            upload=email(title, text),
            title=title,
            kind=DocumentKind.EMAIL,
            marking=marking,
            dated_on=on,
        )
        return self

    def ask_advice(
        self, about: str, *, on: dt.date, question: str, asked_by: str, by: str = "coordinator"
    ) -> Self:
        legal.ask_advice(
            self.refresh(),
            by=self.cast.user(by),
            on=on,
            about=about,
            asked_by=self.cast.person(asked_by),
            question=question,
        )
        return self

    def give_advice(
        self, *, on: dt.date, given_by: str, text: str, by: str = "coordinator"
    ) -> Self:
        """The advice that was asked for came, by e-mail; few may read it."""
        legal.give_advice(
            self.refresh(),
            by=self.cast.user(by),
            on=on,
            advice=self.review.legal_advice.get(given_on=None),
            given_by=given_by,
            upload=email("Advice", text),
        )
        return self

    def proceed_elsewhere(
        self,
        kind: str,
        body: str,
        *,
        on: dt.date,
        lead: str,
        questions: str = "",
        hearing: tuple[dt.date, str] | None = None,
        held: str = "",
        asked_by: str = "",
        agreed_by: str = "",
        next_look_on: dt.date | None = None,
        by: str = "coordinator",
    ) -> Self:
        """Other proceedings, with a hearing and a hold if there are."""
        row = proceedings.add_proceeding(
            self.refresh(),
            by=self.cast.user(by),
            on=on,
            kind=kind,
            body=body,
            lead=lead,
            questions=questions,
            opened_on=on,
        )
        if hearing:
            proceedings.add_hearing(
                self.refresh(),
                by=self.cast.user(by),
                on=on,
                proceeding=row,
                sits_on=hearing[0],
                what=hearing[1],
            )
        if held and next_look_on:
            proceedings.put_hold(
                self.refresh(),
                by=self.cast.user(by),
                on=on,
                proceeding=row,
                held=held,
                asked_by=asked_by,
                agreed_by=agreed_by,
                next_look_on=next_look_on,
            )
        return self

    def hold(
        self,
        held: str,
        *,
        on: dt.date,
        asked_by: str,
        agreed_by: str,
        next_look_on: dt.date,
        by: str = "coordinator",
    ) -> Self:
        """Something is held, or held again, for the proceedings on record."""
        proceedings.put_hold(
            self.refresh(),
            by=self.cast.user(by),
            on=on,
            proceeding=self.review.proceedings.get(),
            held=held,
            asked_by=asked_by,
            agreed_by=agreed_by,
            next_look_on=next_look_on,
        )
        return self

    def look_at_hold(self, *, on: dt.date, next_look_on: dt.date, by: str = "coordinator") -> Self:
        proceedings.look_at_hold(
            self.refresh(),
            by=self.cast.user(by),
            on=on,
            hold=self.standing_hold,
            next_look_on=next_look_on,
        )
        return self

    def lift_hold(self, *, on: dt.date, by: str = "coordinator") -> Self:
        proceedings.lift_hold(self.refresh(), by=self.cast.user(by), on=on, hold=self.standing_hold)
        return self

    @property
    def standing_hold(self) -> ProceedingHold:
        return ProceedingHold.objects.get(proceeding__review=self.review, lifted_on=None)
