"""One review, walked by the real services as the people who would do it. tests.world walks many."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from action_plans.action.services import complete, verify
from action_plans.ending.services import close_plan, disseminate, report_difference
from action_plans.models import Action
from action_plans.plan.services import add_action, approve, finalise, send, write_outline
from boards.models import Agency, Board, Person, User
from learning_events.services import hold_event
from library.publication.beside import tell_first
from library.publication.services import (
    check_disclosure,
    publish,
    send_to_government,
    text_ready,
)
from panels.family.services import record_family
from panels.models import AgencyReturn, ReturnState
from panels.panel.services import agree_terms
from panels.returns.services import answer_query, ask_query, sign_off
from panels.timelines.services import (
    ask_agencies,
    give_return,
    release_timelines,
    waive_return,
)
from reports.services import accept, agree, save_draft, sign_statement
from reviews.capacities import Capacity, Grade
from reviews.children.services import add_child, record_voice
from reviews.closing.services import close, end_otherwise
from reviews.decision.services import decide, send_notice
from reviews.models import (
    Category,
    Notice,
    Relative,
    Reply,
    Review,
    ReviewKind,
    Source,
    SpellKind,
    Voice,
    Vote,
)
from reviews.models.choices import Home, Kin
from reviews.names.services import record_names
from reviews.people.services import appoint, end_appointment, set_interest
from reviews.recommendation.services import recommend
from reviews.referral.joining.services import join_case
from reviews.referral.services import forward, log_referral
from reviews.relatives.services import record_relative
from reviews.spells.services import record_spell

BEGAN = dt.date(2024, 1, 8)
# The names that must be seen nowhere but where names are shown.
CHILD = "Gwenllian Canari"
MOTHER = "Tegwen Nefol-Canari"
APPOINTED: dict[str, str] = {
    "panel-chair": Capacity.PANEL_CHAIR,
    "reviewer": Capacity.REVIEWER,
    "reviewer-two": Capacity.REVIEWER_EXTERNAL,
    "panel-member": Capacity.PANEL_MEMBER,
    "former-member": Capacity.PANEL_MEMBER,
    "agency-author": Capacity.AGENCY_AUTHOR,
}
FOR_AN_AGENCY = {"panel-member", "former-member", "agency-author", "action-owner"}


@dataclass
class Case:
    """One review being walked; each step a week after the one before."""

    kind: str = ReviewKind.CONCISE
    on: dt.date = BEGAN
    review: Review = field(init=False)

    def fresh(self) -> Review:
        """Each service leaves the instance it was given stale."""
        self.review = Review.objects.select_related("board", "timetable").get(pk=self.review.pk)
        return self.review

    def by(self, role: str) -> Any:
        return User.objects.select_related("person").get(email=f"{role}@be.test")

    def words(self, role: str) -> dict[str, Any]:
        self.on += dt.timedelta(weeks=1)
        return {"by": self.by(role), "on": self.on}

    def refer(self) -> None:
        self.review = log_referral(
            Board.objects.get(code="be"),
            **self.words("coordinator"),
            source=Source.TELEPHONE,
            sentence="A baby was found badly hurt.",
        )
        add_child(self.fresh(), **self.words("coordinator"), pseudonym="Child A", full_name=CHILD)
        self.tell_of_family()
        set_interest(
            self.fresh(),
            **self.words("board-chair"),
            person=Person.objects.get(email="excluded@be.test"),
            grade=Grade.OUT,
            what="Knows the family.",
        )

    def tell_of_family(self) -> None:
        """On the register long before; a mother with her name apart. No week passes."""
        words: dict[str, Any] = {"by": self.by("coordinator"), "on": self.on}
        child = self.review.subjects.get()
        record_spell(
            self.fresh(),
            **words,
            child=child,
            kind=SpellKind.REGISTER,
            from_on=dt.date(2021, 3, 1),
            until_on=dt.date(2021, 9, 1),
            categories=[Category.NEGLECT],
        )
        mother = record_relative(
            self.fresh(),
            **words,
            pseudonym="Mother of Child A",
            kin=Kin.MOTHER,
            children=[child],
            homes=[Home.ONE],
        )
        record_names(self.fresh(), **words, of=mother, facts={"full_name": MOTHER})

    def join(self) -> None:
        """It was logged twice: the case that goes on is logged here, by telephone."""
        survivor = log_referral(
            Board.objects.get(code="be"),
            **self.words("coordinator"),
            source=Source.TELEPHONE,
            sentence="The same baby.",
        )
        join_case(
            self.fresh(),
            **self.words("coordinator"),
            to=survivor,
            reasons="The same hospital rang twice.",
        )

    def forward(self) -> None:
        forward(self.fresh(), **self.words("coordinator"))

    def recommend(self, course: str = "") -> None:
        recommend(
            self.fresh(),
            **self.words("subgroup-chair"),
            course=course or self.kind,
            vote=Vote.UNANIMOUS,
            outline="Child A was hurt.",
            rationale="The criteria are met.",
            period_from_on=dt.date(2023, 1, 1),
            period_until_on=dt.date(2023, 12, 31),
            period_why="The twelve months before.",
        )

    def answer(self, reply: str, course: str = "") -> None:
        reasons = "" if reply == Reply.AGREE else "For these reasons."
        decide(
            self.review,
            **self.words("board-chair"),
            reply=reply,
            course=course,
            reasons=reasons,
            reason="The sub-group has come round to it." if reply == Reply.AMEND else "",
        )

    def agree(self) -> None:
        """Commissioned; and everybody is appointed, one for a while."""
        self.answer(Reply.AGREE)
        for role, capacity in APPOINTED.items():
            person = Person.objects.get(email=f"{role}@be.test")
            member = person.memberships.first() if role in FOR_AN_AGENCY else None
            if self.kind == ReviewKind.EXTENDED and capacity == Capacity.REVIEWER:
                capacity = Capacity.REVIEWER_LOCAL  # two reviewers, in both roles
            words = self.words("coordinator")
            appointment = appoint(
                self.review,
                **words,
                person=person,
                capacity=capacity,
                agency=member.agency if member else None,
                is_independent=not member,
            )
            if role == "former-member":
                end_appointment(self.review, **words, appointment=appointment)

    def end(self, way: str) -> None:
        end_otherwise(
            self.review, **self.words("board-chair"), way=way, reasons="It goes another way."
        )

    def agree_terms(self) -> None:
        agree_terms(
            self.fresh(),
            **self.words("panel-chair"),
            version=0,
            questions="What was known, and by whom?",
            has_core_questions=True,
            period_from_on=dt.date(2023, 1, 1),
            period_until_on=dt.date(2023, 12, 31),
        )

    def change_terms(self) -> None:
        """The panel changes its mind the same day; nobody need be told."""
        agree_terms(
            self.fresh(),
            by=self.by("panel-chair"),
            on=self.on,
            version=1,
            questions="1. What was known, by whom, and when?",
            has_core_questions=True,
            period_from_on=dt.date(2023, 1, 1),
            period_until_on=dt.date(2023, 12, 31),
            changes="When it was known matters too.",
        )

    def ask_agencies(self) -> None:
        self.agree_terms()
        self.change_terms()
        words = self.words("panel-chair")
        agencies = Agency.objects.filter(code__startswith="be-")
        due_on = self.on + dt.timedelta(weeks=4)
        ask_agencies(self.review, **words, agencies=agencies, due_on=due_on)

    def release(self) -> None:
        """One agency returns its timeline, the other is waived; then both are released."""
        for row in AgencyReturn.objects.filter(review=self.review):
            if row.agency.code == "be-health":
                waive_return(
                    self.review,
                    **self.words("panel-chair"),
                    agency_return=row,
                    state=ReturnState.WAIVED,
                    why="Nobody there knew the child.",
                )
            else:
                give_return(
                    row,
                    **self.words("agency-author"),
                    state=ReturnState.RETURNED,
                    searched="All records.",
                    entries=12,
                    analysis="Calls were not joined up.",
                    was_involved=False,
                )
                self.settle(row)
        release_timelines(self.fresh(), **self.words("panel-chair"))

    def settle(self, row: AgencyReturn) -> None:
        """A question about it is asked and answered, and it is signed off, all the same day."""
        query = ask_query(
            row, by=self.by("reviewer"), on=self.on, question="Was that before the visit?"
        )
        answer_query(query, by=self.by("agency-author"), on=self.on, reply="It was after it.")
        sign_off(row, by=self.by("panel-member"), on=self.on)

    def hold_event(self) -> None:
        record_voice(
            self.fresh(),
            **self.words("reviewer"),
            child=self.review.subjects.get(),
            voice=Voice.SPOKEN_TO,
            lived_experience="In part two, in the child's own words.",
        )
        record_family(
            self.fresh(),
            **self.words("reviewer"),
            relative=Relative.objects.get(review=self.review),
            approached=False,
            why_not="The police asked us not to.",
        )
        hold_event(
            self.fresh(),
            **self.words("reviewer"),
            venue="The hall",
            length="one",
            facilitators=[Person.objects.get(email="reviewer@be.test")],
            invited=14,
            attended=14,
            learning_points="Nobody asked the child.",
        )

    def agree_report(self) -> None:
        """Written by one reviewer, signed by both, agreed by the panel, with the plan's outline."""
        texts = {
            f"{section}_{language}": f"Child A: {section}."
            for section in ("outline", "learning", "conclusions")
            for language in ("en", "cy")
        }
        save_draft(self.fresh(), **self.words("reviewer"), version=0, texts=texts)
        for role in ("reviewer", "reviewer-two"):
            sign_statement(
                self.review,
                **self.words(role),
                independence="No part in the case.",
                qualification="Twenty years.",
            )
        write_outline(self.fresh(), **self.words("panel-chair"), version=0, outline="Ask children.")
        add_action(
            self.fresh(),
            **self.words("panel-chair"),
            facts={
                "learning_point": "Nobody asked.",
                "text": "Train everybody.",
                "agency": Agency.objects.get(code="be-social-services"),
                "owner": Person.objects.get(email="action-owner@be.test"),
                "due_on": self.on + dt.timedelta(weeks=12),
            },
        )
        agree(self.fresh(), **self.words("panel-chair"), version=1)

    def accept_report(self) -> None:
        accept(
            self.fresh(),
            **self.words("board-chair"),
            version=1,
            how="without_vote",
            decision="The Board accepts it.",
        )

    def end_plan(self) -> None:
        """The learning is passed on, the Board closes the plan, and its difference is reported."""
        words: dict[str, Any] = {"by": self.by("coordinator"), "on": self.on}
        disseminate(self.fresh(), **words, how="briefing", audience="All schools.")
        close_plan(
            self.fresh(), by=self.by("board-chair"), on=self.on, decision="All of it is done."
        )
        report_difference(self.fresh(), **words, difference="Children are asked.")

    def close(self) -> None:
        """Everything after acceptance: the plan, the notices, publication, the action, the end."""
        finalise(self.fresh(), **self.words("panel-chair"))
        approve(self.fresh(), **self.words("board-chair"))
        send(self.fresh(), **self.words("coordinator"))
        for about in (Notice.About.RECOMMENDATION, Notice.About.OUTCOME):
            send_notice(self.fresh(), **self.words("coordinator"), about=about)
        text_ready(self.fresh(), **self.words("coordinator"), languages=["en", "cy"])
        for language in ("en", "cy"):
            check_disclosure(
                self.review, **self.words("subgroup-chair"), language=language, finding="clear"
            )
        send_to_government(self.fresh(), **self.words("coordinator"))
        self.on += dt.timedelta(weeks=4)
        for audience in ("family", "staff"):
            tell_first(
                self.fresh(),
                by=self.by("coordinator"),
                on=self.on,
                audience=audience,
                how="By letter.",
            )
        publish(self.fresh(), **self.words("coordinator"), address="https://be.example.wales/1")
        action = Action.objects.get(plan__review=self.review)
        complete(action, **self.words("action-owner"), evidence="The register of the training.")
        verify(action, **self.words("subgroup-chair"), note="Seen.")
        self.end_plan()
        close(self.fresh(), **self.words("coordinator"), difference="Children are asked.")
