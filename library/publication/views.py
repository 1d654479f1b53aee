"""Pages of publication: the room, and one page for each act."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common import clock
from common.deeds import Answer as Readiness
from deadlines.clocks import dates_of
from library.publication import beside, services
from library.publication.beside_models import Place
from library.publication.deeds import (
    AGREE_EARLIER,
    ANSWER,
    CHECK,
    DECIDE_NOT,
    END_PLACE,
    PLACE,
    PUBLISH,
    RECEIVE,
    SEND,
    TAKE_DOWN,
    TELL_FIRST,
    TELL_OF_DECISION,
    TEXT_READY,
    WAIVE_WELSH,
)
from library.publication.forms import (
    AgreeEarlierForm,
    AnswerForm,
    CheckForm,
    DecideNotForm,
    EndPlaceForm,
    PlaceForm,
    PublishForm,
    ReceiveForm,
    SendForm,
    TakeDownForm,
    TellFirstForm,
    TextReadyForm,
    WaiveWelshForm,
)
from library.publication.models import Submission
from library.publication.progress import MINIMUM_RULE, NOTICE_RULE, Progress
from library.publication.told_forms import TellOfDecisionForm
from reviews.case.offers import offers
from reviews.decision.answers import Passed, passed
from reviews.door import ask
from reviews.models import Review
from reviews.pages import CasePage, DeedPage


class Room(CasePage):
    """Texts, checks, the way to Welsh Government, publication: what is there, what comes next."""

    room = "publication"
    template_name = "library/publication/room.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        progress = Progress(self.review)
        dates = dates_of([self.review.timetable], clock.today())[self.review.timetable_id]
        rules = {date.limit.key: date for date in dates}
        return {
            "progress": progress,
            "notice": rules.get(NOTICE_RULE),
            "minimum": rules.get(MINIMUM_RULE),
            "first_day": progress.first_day(),
            "may_record_past": may_record_past(self.review, request.user),
            "passed": table(progress.submission),
            "places": progress.publication.places.all() if progress.publication else [],
            "may_end_place": ask(self.review, END_PLACE, request.user).is_yes,
            "offers": offers(self.review, request.user, "publication"),
        }


def table(submission: Any) -> list[Passed]:
    """The inspectorates, where something is recorded of one: as of a notice."""
    found = passed(submission) if submission else []
    return found if any(each.answer or each.reason for each in found) else []


def may_record_past(review: Review, user: Any) -> bool:
    """Today the gate is closed, but a publication that has already happened can be recorded."""
    today = ask(review, PUBLISH, user)
    return not today.is_yes and ask(review, PUBLISH, user, happened=True).is_yes


class Act(DeedPage):
    """A deed that leads back to the room."""

    room = "publication"

    def back(self) -> str:
        return reverse("publication:room", args=[self.review.slug])


class TextReady(Act):
    kind = TEXT_READY
    form_class = TextReadyForm
    done = _("The text has been recorded as ready.")

    def act(self, form: Any, **words: Any) -> None:
        services.text_ready(self.review, **form.facts(), **words)


class Check(Act):
    """Refused to whoever wrote the report."""

    kind = CHECK
    form_class = CheckForm
    intro = _(
        "Read the whole text and look for anything that could tell a reader who the child"
        " or the family is."
    )
    done = _("The check has been recorded.")

    def act(self, form: Any, **words: Any) -> None:
        services.check_disclosure(self.review, **form.facts(), **words)


class WaiveWelsh(Act):
    kind = WAIVE_WELSH
    form_class = WaiveWelshForm
    done = _("The waiver is recorded.")

    def act(self, form: Any, **words: Any) -> None:
        services.waive_welsh(self.review, **form.facts(), **words)


class Send(Act):
    kind = SEND
    form_class = SendForm
    template_name = "library/publication/gate.html"
    done = _("The report has been recorded as sent.")

    def act(self, form: Any, **words: Any) -> None:
        services.send_to_government(self.review, **form.facts(), **words)


class Receive(Act):
    kind = RECEIVE
    form_class = ReceiveForm
    done = _("The receipt is recorded.")

    def act(self, form: Any, **words: Any) -> None:
        services.receive(self.review, **form.facts(), **words)


class Answer(Act):
    """Its acknowledgement, and to whom Welsh Government passed it."""

    kind = ANSWER
    form_class = AnswerForm
    done = _("The answer is recorded.")

    def form_words(self, answer: Readiness) -> dict[str, Any]:
        rows = Submission.objects.filter(review=self.review)
        submission = rows.first() or Submission(review=self.review, sent_on=clock.today())
        return super().form_words(answer) | {"submission": submission}

    def act(self, form: Any, **words: Any) -> None:
        beside.answer(self.review, **form.facts(), **words)


class TellFirst(Act):
    kind = TELL_FIRST
    form_class = TellFirstForm
    intro = _("Tell the family and the staff who took part before the report is made public.")
    done = _("The people who were told have been recorded.")

    def act(self, form: Any, **words: Any) -> None:
        beside.tell_first(self.review, **form.facts(), **words)


class AddPlace(Act):
    kind = PLACE
    form_class = PlaceForm
    done = _("The place is recorded.")

    def act(self, form: Any, **words: Any) -> None:
        beside.record_place(self.review, **form.facts(), **words)


class EndPlace(Act):
    kind = END_PLACE
    form_class = EndPlaceForm
    done = _("The last day is recorded.")

    def question(self, request: HttpRequest) -> Readiness:
        answer = super().question(request)
        places = Place.objects.select_related("publication__review")
        self.place = get_object_or_404(places, publication=self.review.pk, uuid=self.kwargs["uuid"])
        return answer

    def act(self, form: Any, **words: Any) -> None:
        beside.end_place(self.place, **words)


class AgreeEarlier(Act):
    kind = AGREE_EARLIER
    form_class = AgreeEarlierForm
    done = _("The agreement is recorded.")

    def act(self, form: Any, **words: Any) -> None:
        services.agree_earlier(self.review, **form.facts(), **words)


class Publish(Act):
    kind = PUBLISH
    form_class = PublishForm
    template_name = "library/publication/gate.html"
    done = _("The publication is recorded.")

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        return {"first_day": Progress(self.review).first_day()}

    def act(self, form: Any, **words: Any) -> None:
        services.publish(self.review, **form.facts(), **words)


class TakeDown(Act):
    kind = TAKE_DOWN
    form_class = TakeDownForm
    intro = _(
        "If there is a court order or a child could be identified, take the report down"
        " straight away. Otherwise it stays published for at least 12 weeks. The system"
        " never takes it down by itself."
    )
    done = _("The report has been recorded as taken down.")

    def act(self, form: Any, **words: Any) -> None:
        services.take_down(self.review, **form.facts(), **words)


class DecideNot(Act):
    kind = DECIDE_NOT
    form_class = DecideNotForm
    done = _("The decision is recorded.")

    def act(self, form: Any, **words: Any) -> None:
        services.decide_not_to_publish(self.review, **form.facts(), **words)


class TellOfDecision(Act):
    kind = TELL_OF_DECISION
    form_class = TellOfDecisionForm
    done = _("The people who were told have been recorded.")

    def act(self, form: Any, **words: Any) -> None:
        beside.tell_of_decision(self.review, **form.facts(), **words)
