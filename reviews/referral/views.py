"""Pages of the referral stage: logging, the room of the case, completing, forwarding."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views import View

from common.deeds import NotNow, Refused, WrongDate
from common.once import AlreadyDone, key_of, once, result_of
from deadlines.models import Reached
from guidance.milestones import Milestone
from reviews.case.offers import offers
from reviews.deeds import FORWARD, LOG
from reviews.door import ask
from reviews.models import Referral, Review, ReviewKind
from reviews.pages import CasePage, DeedPage
from reviews.querysets import visible_to
from reviews.referral import services
from reviews.referral.boards import boards_to_log_for
from reviews.referral.deeds import COMPLETE, CORRECT_EARLY_ACTION, JOIN_REFERRAL
from reviews.referral.forms import CompleteForm, LogReferralForm
from reviews.referral.joining.services import join_referral
from reviews.referral.looking import Found, look
from reviews.referral.needs import still_needed
from reviews.referral.shown import as_it_came, as_known, referrer
from reviews.versions import TextPage

DAYS = ("event_on", "identified_on", "prudic_on")
LOOK_FIRST = _("A case about this may be open already. Look at what was found.")


class Log(View):
    """Log a referral: the only deed that has no case yet. Before it opens one, it looks whether the
    same child is known; what is found may take the referral instead."""

    form_class = LogReferralForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.boards = boards_to_log_for(request.user)
        if not self.boards:
            raise PermissionDenied(_("Only the board's co-ordinator or chairs can log a referral."))
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, LogReferralForm(boards=self.boards))

    def post(self, request: HttpRequest) -> HttpResponse:
        if first := result_of(request.POST, by=request.user):
            return HttpResponseRedirect(first)
        form = LogReferralForm(request.POST, boards=self.boards)
        if not form.is_valid():
            return self.show(request, form)
        facts = dict(form.cleaned_data)
        board, _key = facts.pop("board"), facts.pop("key")
        is_new, seen = facts.pop("is_new"), facts.pop("seen")
        with transaction.atomic():
            found = look(
                request.user,
                board,
                child_name=facts["child_name"],
                born_on=facts["born_on"],
                event_on=facts["event_on"],
                words=facts["sentence"],
            )
        joins = self.chosen(request, found)
        if found and joins is None and not (is_new and seen == found.code):
            form.add_error("is_new", str(LOOK_FIRST))
            return self.show(request, form, found)
        facts["born_on"] = facts["born_on"].isoformat() if facts["born_on"] else ""
        try:
            with once(
                key_of(request.POST), by=request.user, result=reverse("reviews:list")
            ) as ticket:
                if joins is not None:
                    ticket.result = self.join_to(request.user, joins, facts)
                else:
                    review = services.log_referral(board, by=request.user, **facts)
                    ticket.result = review.get_absolute_url()
        except AlreadyDone as done_before:
            return HttpResponseRedirect(done_before.result)
        except WrongDate as wrong:
            form.add_error("on", str(wrong.sentence))
            return self.show(request, form, found)
        except (NotNow, Refused) as answer:
            form.add_error(None, str(answer))
            return self.show(request, form, found)
        done = _("The referral is logged. This is its reference from now on.")
        messages.success(request, _("The referral is joined to this case.") if joins else done)
        return HttpResponseRedirect(ticket.result)

    def chosen(self, request: HttpRequest, found: Found) -> Review | None:
        """The case that the referral is joined to: one of those that were found, or none."""
        slug = request.POST.get("join", "")
        return next((each.review for each in found.here if slug == each.review.slug), None)

    def join_to(self, user: Any, review: Review, facts: dict[str, Any]) -> str:
        on = facts["on"]
        row = join_referral(
            review,
            by=user,
            on=on,
            received_on=on,
            **{name: facts[name] for name in ("source", "sentence", "referrer")},
        )
        return reverse("reviews:referral", args=[row.review.slug])

    def show(
        self, request: HttpRequest, form: LogReferralForm, found: Found | None = None
    ) -> HttpResponse:
        if found:
            # The form goes back with the name of what it was shown beside.
            form.data = request.POST.copy()
            form.data["seen"], form.data["is_new"] = found.code, ""
        return render(
            request,
            "reviews/referral/log.html",
            {
                "form": form,
                "heading": LOG.label,
                "submit_label": LOG.label,
                "cancel_url": reverse("reviews:list"),
                "found": found,
                "joinable": [
                    (each, ask(each.review, JOIN_REFERRAL, request.user).is_yes)
                    for each in (found.here if found else ())
                ],
            },
        )


class Room(CasePage):
    """The referral as it came and as it is known now, what was done at once, and what the
    recommendation will still need."""

    room = "referral"
    template_name = "reviews/referral/room.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        referral = Referral.objects.filter(review=self.review).first()
        days = dict(
            Reached.objects.filter(
                timetable=self.review.timetable_id,
                milestone__in=[Milestone.REFERRED, Milestone.FORWARDED],
                part="",
            ).values_list("milestone", "on")
        )
        may_complete = ask(self.review, COMPLETE, request.user).is_yes
        is_open = self.review.is_running and self.review.kind == ReviewKind.NONE
        return {
            "referral": referral,
            "came": as_it_came(referral) if referral else [],
            "referrer": referrer(referral) if referral else [],
            "known": as_known(referral) if referral else [],
            "earlier": earlier(referral) if referral else [],
            "referred_on": days.get(Milestone.REFERRED),
            "forwarded_on": days.get(Milestone.FORWARDED),
            "early_actions": self.review.early_actions.standing().select_related("agency"),
            "put_right": self.review.early_actions.exclude(withdrawn_at=None).select_related(
                "agency", "withdrawn_by__person"
            ),
            "may_put_right": ask(self.review, CORRECT_EARLY_ACTION, request.user).is_yes,
            "joined": [
                (row, [*as_it_came(row), *referrer(row)])
                for row in self.review.joined_referrals.select_related("former__board")
            ],
            "joined_to": self.joined_to(request),
            "told": self.review.referrers_told.select_related("joined"),
            "needs": still_needed(self.review) if referral and is_open else [],
            "is_open": is_open,
            "may_complete": may_complete,
            "offers": offers(self.review, request.user, "referral"),
        }

    def joined_to(self, request: HttpRequest) -> Review | None:
        """The case that goes on in place of this one, if the reader may open it."""
        row = getattr(self.review, "joined_as", None)
        return visible_to(request.user).filter(pk=row.review_id).first() if row else None


def earlier(referral: Referral) -> list[dict[str, Any]]:
    """What the referral said before, as its questions would show it."""
    shown = []
    for row in referral.earlier.select_related("replaced_by__person"):
        days = {name: dt.date.fromisoformat(row.facts[name]) for name in DAYS if row.facts[name]}
        stood = Referral(**row.facts | days)
        shown.append({"row": row, "rows": [*referrer(stood), *as_known(stood)]})
    return shown


class Complete(TextPage):
    """Complete the referral over time. Nothing of it is needed today."""

    kind = COMPLETE
    form_class = CompleteForm
    room = "referral"
    intro = _("Enter what you know. You can carry on without completing this form.")
    done = _("The referral has been saved.")

    def back(self) -> str:
        return reverse("reviews:referral", args=[self.review.slug])

    def standing(self) -> tuple[int, Mapping[str, Any]]:
        referral = Referral.objects.get(review=self.review)
        return referral.version, {name: getattr(referral, name) for name in services.FACTS}

    def act(self, form: Any, **words: Any) -> None:
        services.complete(self.review, **form.facts(), **words)


class Forward(DeedPage):
    """Forward the referral to the sub-group."""

    kind = FORWARD
    room = "referral"
    intro = _("We count the six months from the date on which the Board forwards the referral.")
    done = _("The referral is with the sub-group.")

    def act(self, form: Any, **words: Any) -> None:
        services.forward(self.review, **words)
