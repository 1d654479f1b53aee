"""What the pages of a case share: the frame around each, and the page that does one deed."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views import View
from django_fsm import ConcurrentTransition

from common.deeds import REASON_WANTED, Answer, Deed, NotNow, Overtaken, Refused, WrongDate
from common.forms.both import in_words, side_by_side
from common.forms.shown import SHOWN, is_older
from common.once import AlreadyDone, key_of, once, result_of
from deadlines.services import AlreadyReached
from reviews.access import Moved, open_case, to_true_address
from reviews.case.frame import frame
from reviews.door import ask
from reviews.forms import OF_THE_DEED, DeedForm
from reviews.models import Review, StageChange
from reviews.permissions import May
from reviews.references import Reference

BOTH = "reviews/both_texts.html"


class CasePage(View):
    """A page of a case. Subclasses name their `room` and answer `page`."""

    room = "overview"
    may = May.VIEW
    template_name = ""

    def dispatch(
        self, request: HttpRequest, *args: Any, ref: Reference, **kwargs: Any
    ) -> HttpResponse:
        try:
            review = open_case(request, ref, self.may, page=self.room)
        except Moved as moved:
            answer: HttpResponse = to_true_address(moved)
            return answer
        self.review = review
        return super().dispatch(request, *args, **kwargs)  # type: ignore[return-value]

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self.show(request, self.page(request, **kwargs))

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        """What the template shows besides the frame."""
        return {}

    def show(
        self, request: HttpRequest, context: dict[str, Any], status: int = 200, template: str = ""
    ) -> HttpResponse:
        full = frame(self.review, request.user, self.room) | context
        return render(request, template or self.template_name, full, status=status)


class DeedPage(CasePage):
    """A form, one service, a redirect. What stands in the way is said instead of the form."""

    kind: Deed
    form_class: type[DeedForm] = DeedForm
    template_name = "reviews/deed.html"
    both_template = BOTH
    heading: Promise | str = ""
    intro: Promise | str = ""
    submit: Promise | str = ""
    """What the button says, where it is not the deed's own name."""
    done: Promise | str = _("Recorded.")
    day = "on"
    """The field beside which it is said that a day cannot be."""

    def act(self, form: Any, **words: Any) -> str | None:
        """Call the service. Returns the page to go to, or None for the room's own page."""
        raise NotImplementedError

    def back(self) -> str:
        """Where "cancel" leads, and where the form leads if `act` names no other page."""
        return self.review.get_absolute_url()

    def question(self, request: HttpRequest) -> Answer:
        answer = ask(self.review, self.kind, request.user)
        if answer.refusal is not None:
            raise Refused(answer.refusal)
        return answer if answer.is_yes else self.of_the_past(request) or answer

    def of_the_past(self, request: HttpRequest) -> Answer | None:
        """What is closed today may be open to the record of what has already happened."""
        past = ask(self.review, self.kind, request.user, happened=True)
        return replace(past, only_past=True) if past.is_yes else None

    def form_words(self, answer: Answer) -> dict[str, Any]:
        """What the form is made with; a subclass adds an instance or initial values."""
        return {"review": self.review, "answer": answer}

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        answer = self.question(request)
        form = self.form_class(**self.form_words(answer)) if answer.is_yes else None
        return self.show_form(request, answer, form)

    def done_before(self, request: HttpRequest) -> HttpResponse | None:
        """Where this very form led, if it was accepted before."""
        first = result_of(request.POST, by=request.user)
        return HttpResponseRedirect(first) if first else None

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        # A form already accepted may be out of date by what it did itself: ask this first.
        if first := self.done_before(request):
            return first
        answer = self.question(request)
        form = self.form_class(request.POST, request.FILES, **self.form_words(answer))
        if not form.is_valid():
            # Sent twice at once: the other may have been accepted since, and be in the way.
            return self.done_before(request) or (
                self.overtaken(request, form)
                if self.is_overtaken(form)
                else self.show_form(request, answer, form)
            )
        try:
            with transaction.atomic():
                self.hold_still(form)
                with once(key_of(request.POST), by=request.user, result=self.back()) as ticket:
                    to = self.act(form, by=request.user, **form.deed_words())
                    ticket.result = to or self.back()
        except AlreadyDone as done:
            return HttpResponseRedirect(done.result)
        except NotNow as not_now:
            wanted = "reason" if REASON_WANTED in not_now.obstacles else None
            wanted = wanted if wanted in form.fields else None
            form.add_error(wanted, [str(o.sentence) for o in not_now.obstacles])
            return self.show_form(request, answer, form)
        except WrongDate as wrong:
            form.add_error(self.day, str(wrong.sentence))
            return self.show_form(request, answer, form)
        except AlreadyReached:
            form.add_error(
                self.day, _("Another date is already recorded for this. Correct that date instead.")
            )
            return self.show_form(request, answer, form)
        except (Overtaken, ConcurrentTransition):
            return self.done_before(request) or self.overtaken(request, form)
        messages.success(request, str(self.done))
        return HttpResponseRedirect(ticket.result)

    def show_form(
        self, request: HttpRequest, answer: Answer, form: DeedForm | None
    ) -> HttpResponse:
        return self.show(
            request,
            self.page(request)
            | {
                "form": form,
                "answer": answer,
                "heading": self.heading or self.kind.label,
                # A heading may name a child by pseudonym; a title, which stays in the browser, not.
                "title": type(self).heading or self.kind.label,
                "intro": self.intro,
                "submit_label": self.submit or self.kind.label,
                "cancel_url": self.back(),
            },
        )

    def is_overtaken(self, form: DeedForm) -> bool:
        """Whether what the form was opened on is no more: its faults are then not its writer's."""
        opened_at = form.cleaned_data.get("opened_at")
        moved = bool(opened_at) and opened_at != self.review.stage
        return moved or self.is_older(form)

    def is_older(self, form: DeedForm) -> bool:
        """Whether the page that sent the form had opened with something else than it would now."""
        sent = form.cleaned_data.get(SHOWN, "")
        words = self.form_words(self.question(self.request)) if sent else {}
        return bool(sent) and is_older(sent, self.form_class(**words))

    def hold_still(self, form: DeedForm) -> None:
        """Lock the review, and raise Overtaken if what the page showed is stored no longer."""
        rows = Review.objects.select_for_update(of=("self",), no_key=True)
        self.review = rows.select_related("board", "timetable").get(pk=self.review.pk)
        if self.is_older(form):
            raise Overtaken(self.review)

    def overtaken(self, request: HttpRequest, form: DeedForm) -> HttpResponse:
        """Somebody else was quicker: what they did, and what was typed here, side by side."""
        self.review = Review.objects.select_related("board", "timetable").get(pk=self.review.pk)
        if form.cleaned_data.get("opened_at", "") in ("", self.review.stage):
            answer = self.question(request)
            if answer.is_yes:
                return self.both(request, answer)
        last = (
            StageChange.objects.standing()
            .filter(review=self.review)
            .select_related("recorded_by__person")
            .last()
        )
        typed = [
            (field.label, in_words(field))
            for field in form.visible_fields()
            if field.name != "on" and field.value()
        ]
        return self.show(
            request,
            {"last": last, "typed": typed, "heading": self.heading or self.kind.label},
            status=409,
            template="reviews/overtaken.html",
        )

    def both(self, request: HttpRequest, answer: Answer) -> HttpResponse:
        """Answer 409 with what is stored now beside what was typed. Sent again, it is saved over
        what stands now: its writer has seen it."""
        form, pairs, same = side_by_side(
            request.POST,
            lambda data: self.form_class(data, **self.form_words(answer)),
            but=OF_THE_DEED,
        )
        own = {pair.field.name for pair in (*pairs, *same)}
        return self.show(
            request,
            {
                "form": form,
                "pairs": pairs,
                "same": same,
                "rest": [field for field in form.standing_fields() if field.name not in own],
                "heading": self.heading or self.kind.label,
                "submit_label": self.submit or self.kind.label,
                "cancel_url": self.back(),
            },
            status=409,
            template=self.both_template,
        )
