"""Pages of the recommendation: the form, the check before signing, the completion later."""

import uuid
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common import clock
from common.deeds import Answer, NotNow, Overtaken
from common.forms.both import Pair, in_words
from common.once import AlreadyDone, key_of, once
from reviews.deeds import RECOMMEND
from reviews.forms import DeedForm
from reviews.models import Review
from reviews.pages import BOTH, DeedPage
from reviews.recommendation import services
from reviews.recommendation.boxes import place_of
from reviews.recommendation.document import Page, checked_answers, pages_of
from reviews.recommendation.drafts import as_typed, checked, draft_of
from reviews.recommendation.forms import (
    ABOUT_MEETING,
    BOXES,
    BoxesForm,
    CompleteForm,
    SignForm,
)
from reviews.recommendation.gaps import DOUBTS, LACKING
from reviews.subgroup.deeds import COMPLETE, DRAFT
from reviews.versions import TextPage

NOTHING_WRITTEN = _("Nothing is written yet.")
SAVED = _("The draft is saved.")
SAVED_BUT = _(
    "The draft has been saved. We cannot read some of the answers. They are marked below."
)


class Recommend(TextPage):
    """The form of the recommendation, written over several sittings; saved as it stands."""

    kind = DRAFT
    form_class: type[BoxesForm] = BoxesForm
    room = "subgroup"
    template_name = "reviews/recommendation/write.html"
    heading = _("Recommendation to the Board Chair")

    def standing(self) -> tuple[int, dict[str, Any]]:
        draft = draft_of(self.review)
        return (draft.version, dict(draft.answers)) if draft else (0, {})

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        draft = draft_of(self.review)
        return {
            "draft": draft,
            "enter": ("then", "check"),
            "lacking": [mend(*LACKING[code]) for code in draft.lacking] if draft else [],
            "doubts": [mend(*DOUBTS[code]) for code in draft.doubts] if draft else [],
            "check_url": reverse("reviews:check_recommendation", args=[self.review.slug]),
        }

    def back(self) -> str:
        return reverse("reviews:subgroup", args=[self.review.slug])

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Save what can be saved, whatever is wrong with the rest; then say what is wrong."""
        if first := self.done_before(request):
            return first
        answer = self.question(request)
        form = self.form_class(request.POST, **self.form_words(answer))
        is_readable = form.is_valid()
        if self.is_overtaken(form):
            return self.overtaken(request, form)
        if not answer.is_yes:
            return self.show_form(request, answer, form)  # with what was typed, to copy
        _version, before = self.standing()
        if not form.has_answers() and not before:
            form.add_error(None, str(NOTHING_WRITTEN))
            return self.show_form(request, answer, form)
        wants_check = request.POST.get("then") == "check"
        here = reverse("reviews:recommend", args=[self.review.slug])
        there = reverse("reviews:check_recommendation", args=[self.review.slug])
        answers = form.typed(before)
        # What could not be kept is not counted as said either.
        said = checked(self.review, answers)
        try:
            with once(key_of(request.POST), by=request.user, result=here) as ticket:
                draft = services.save_draft(
                    self.review,
                    by=request.user,
                    on=clock.today(),
                    answers=answers,
                    facts=said.facts(),
                    is_readable=is_readable,
                    **form.deed_words(),
                )
                ticket.result = there if wants_check and is_readable else here
        except AlreadyDone as done:
            return HttpResponseRedirect(done.result)
        except NotNow as not_now:
            form.add_error(None, [str(o.sentence) for o in not_now.obstacles])
            return self.show_form(request, answer, form)
        except Overtaken:
            return self.overtaken(request, form)
        if request.headers.get("X-Saves-Itself"):
            key = str(uuid.uuid4())
            return JsonResponse({"version": draft.version, "key": key, "said": str(SAVED)})
        if is_readable:
            if not wants_check:
                messages.success(request, str(SAVED))
            return HttpResponseRedirect(ticket.result)
        return self.show_again(request, answer, draft.version)

    def show_again(self, request: HttpRequest, answer: Answer, version: int) -> HttpResponse:
        """The same page with what was typed and what is wrong with it, ready to be saved anew."""
        sent = request.POST.copy()
        sent["version"], sent["key"] = str(version), str(uuid.uuid4())
        form = self.form_class(sent, **self.form_words(answer))
        messages.success(request, str(SAVED_BUT))
        return self.show_form(request, answer, form)

    def overtaken(self, request: HttpRequest, form: DeedForm) -> HttpResponse:
        """Answer 409 with both texts, question by question."""
        self.review = Review.objects.select_related("board", "timetable").get(pk=self.review.pk)
        answer = self.question(request)
        if not answer.is_yes:
            return super().overtaken(request, form)
        version, texts = self.standing()
        if request.headers.get("X-Saves-Itself"):
            return JsonResponse({"version": version}, status=409)
        sent = request.POST.copy()
        sent["version"], sent["opened_at"] = str(version), str(self.review.stage)
        again = self.form_class(sent, **self.form_words(answer))
        theirs = self.form_class(as_typed(texts), **self.form_words(answer))
        pairs, same = [], []
        for field in again.standing_fields():
            inner = [
                Pair(again[name], in_words(theirs[name]))
                for names in again.reveals.get(field.name, {}).values()
                for name in names
            ]
            told = [
                in_words(theirs[field.name]),
                *(f"{pair.field.label}: {pair.standing}" for pair in inner if pair.standing),
            ]
            pair = Pair(field, in_words(theirs[field.name]))
            if pair.differs or any(each.differs for each in inner):
                pairs.append(Pair(field, "\n".join(filter(None, told))))
            else:
                same += [pair, *inner]
        return self.show(
            request,
            {
                "form": again,
                "pairs": pairs,
                "same": same,
                "rest": [],
                "heading": self.heading,
                "submit_label": _("Save the draft"),
                "cancel_url": self.back(),
            },
            status=409,
            template=BOTH,
        )


def mend(sentence: Any, name: str) -> dict[str, Any]:
    """A gap, and the question that mends it."""
    return {"sentence": sentence, "anchor": place_of(name)}


class Check(DeedPage):
    """Everything that was answered, to be checked; then signed by the chair of the sub-group."""

    kind = RECOMMEND
    form_class: type[SignForm] = SignForm
    room = "subgroup"
    template_name = "reviews/recommendation/check.html"
    heading = _("Check the recommendation")
    done = _("The recommendation is with the Board Chair.")

    def back(self) -> str:
        return reverse("reviews:subgroup", args=[self.review.slug])

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        draft = draft_of(self.review)
        pages: list[Page] = pages_of({})
        if draft and self.review.stage == "recommendation":
            pages = checked_answers(checked(self.review, draft.answers))
        return {
            "draft": draft,
            "pages": pages,
            "write_url": reverse("reviews:recommend", args=[self.review.slug]),
        }

    def question(self, request: HttpRequest) -> Answer:
        """On this page it is made from the draft; without one there is nothing to sign."""
        answer = super().question(request)
        if draft_of(self.review) is None:
            return replace(answer, obstacles=(*answer.obstacles, *services.NOTHING_DRAFTED))
        return answer

    def form_words(self, answer: Answer) -> dict[str, Any]:
        draft = draft_of(self.review)
        person = getattr(self.request.user, "person", None)
        title = person.title if person and not answer.for_another else ""
        return super().form_words(answer) | {
            "version": draft.version if draft else 0,
            "initial": {"signed_title": title},
        }

    def act(self, form: Any, **words: Any) -> None:
        draft = draft_of(self.review)
        if draft is None:
            raise NotNow(services.NOTHING_DRAFTED)
        services.recommend(
            self.review, **checked(self.review, draft.answers).facts(), **form.facts(), **words
        )

    def is_overtaken(self, form: DeedForm) -> bool:
        draft = draft_of(self.review)
        seen = form.cleaned_data.get("version") or 0
        return super().is_overtaken(form) or (draft.version if draft else 0) != seen

    def overtaken(self, request: HttpRequest, form: DeedForm) -> HttpResponse:
        """The draft changed while it was checked: the page again, as it is now."""
        self.review = Review.objects.select_related("board", "timetable").get(pk=self.review.pk)
        answer = self.question(request)
        draft = draft_of(self.review)
        if not answer.is_yes or draft is None:
            return super().overtaken(request, form)
        sent = request.POST.copy()
        sent["version"] = str(draft.version)
        again = self.form_class(sent, **self.form_words(answer))
        again.add_error(
            None, str(_("Somebody changed the draft while you were checking it. Check it again."))
        )
        response = self.show_form(request, answer, again)
        response.status_code = 409
        return response


class Complete(DeedPage):
    """What the recommendation of an urgent case left open."""

    kind = COMPLETE
    form_class: type[CompleteForm] = CompleteForm
    room = "subgroup"
    template_name = "reviews/recommendation/complete.html"
    done = _("The recommendation is complete.")

    def back(self) -> str:
        return reverse("reviews:subgroup", args=[self.review.slug])

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {"version": 0, "empty": self.empty()}

    def empty(self) -> set[str]:
        """The questions of the form that nobody answered."""
        paper = getattr(self.review, "recommendation", None)
        if paper is None:
            return set()
        found = {name for name in BOXES if getattr(paper, name) in (None, "")}
        if not self.review.involved_agencies.exists():
            found.add("agencies")
        return found if paper.meeting_id else found | {*ABOUT_MEETING, "interests"}

    def act(self, form: Any, **words: Any) -> None:
        services.complete(self.review, **form.facts(), **words)
