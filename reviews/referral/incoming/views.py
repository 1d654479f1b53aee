"""Referrals that came from the public page: to be read, and answered in one of four ways."""

from typing import Any, ClassVar
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Case, When
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views import View

from audit import ledger
from common import clock
from common.deeds import NotNow, Overtaken, WrongDate
from common.errors import Conflict
from common.files import attachment
from common.once import AlreadyDone, key_of, once, result_of
from common.typed import Typed
from reviews.models import PublicReferral, PublicState
from reviews.permissions import May
from reviews.querysets import visible_to
from reviews.referral.boards import boards_to_log_for
from reviews.referral.deeds import ACCEPT
from reviews.referral.incoming import services
from reviews.referral.incoming.forms import (
    AcceptForm,
    AskForMoreForm,
    IncomingForm,
    JoinForm,
)
from reviews.referral.incoming.querysets import sent_to
from reviews.referral.looking import look
from reviews.referral.public.answers import Wanted, as_facts
from reviews.referral.public.files import extension_of, sent_files
from reviews.referral.public.forms import as_written
from reviews.referral.public.locking import WAITING
from reviews.referral.public.services import sent_answers_of
from reviews.standing import standing_on_board
from reviews.verbs import PUBLIC_REFERRAL_READ

CHANGED = _("Something has happened to this referral since you opened the page.")
ON_A_PAGE = 50


class List(View):
    """Every referral that was sent to the reader's boards: those that wait first, the oldest at the
    top; then the others, the newest first."""

    def get(self, request: HttpRequest) -> HttpResponse:
        if not boards_to_log_for(request.user).exists():
            raise PermissionDenied(_("Only the board's co-ordinator or chairs can log a referral."))
        rows = sent_to(request.user).order_by(
            Case(When(state__in=WAITING, then=0), default=1),
            Case(When(state__in=WAITING, then="sent_at")),  # the oldest first
            "-sent_at",
            "-pk",
        )
        page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
        context = {"rows": page.object_list, "page_obj": page}
        return render(request, "reviews/referral/incoming_list.html", context)


class IncomingPage(View):
    """A page about one of them. A stranger is told there is none."""

    def dispatch(self, request: HttpRequest, *args: Any, uuid: UUID, **kwargs: Any) -> Any:
        self.incoming = get_object_or_404(sent_to(request.user), uuid=uuid)
        return super().dispatch(request, *args, **kwargs)

    def record_reading(self, request: HttpRequest) -> None:
        board = self.incoming.board
        ledger.record(
            PUBLIC_REFERRAL_READ,
            by=request.user.pk,
            capacity=standing_on_board(request.user, board).capacity(ACCEPT.may),
            board=board.pk,
            on=clock.today(),
            target=self.incoming._meta.label_lower,
            target_id=self.incoming.pk,
        )


class Incoming(IncomingPage):
    """The referral as it was written, and whether a case of the same child is known."""

    def get(self, request: HttpRequest) -> HttpResponse:
        row = self.incoming
        answers = sent_answers_of(row)
        waits = row.state in WAITING
        facts = as_facts(answers)
        with transaction.atomic():
            self.record_reading(request)
            found = waits and look(
                request.user,
                row.board,
                child_name=facts.get("child_name", ""),
                born_on=facts.get("born_on"),
                event_on=facts.get("event_on"),
                words=str(answers.get("sentence", "")),
                but_public=row,
            )
        may_join = standing_on_board(request.user, row.board).may(May.KEEP_REFERRAL)
        return render(
            request,
            "reviews/referral/incoming.html",
            {
                "incoming": row,
                "board": row.board,
                "answers": as_written(answers),
                "found": found or None,
                "files": sent_files(row),
                "waits": waits,
                "is_mine": row.proposed_by_id == request.user.pk,
                "may_join": may_join,
                "wanted": [Wanted(each).label for each in row.wanted if each in Wanted.values],
                "sent_on": services.sent_on(row),
            },
        )


class File(IncomingPage):
    """One of its files, as a download. Its name says nothing."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *, file: UUID) -> HttpResponse:
        found = get_object_or_404(sent_files(self.incoming), uuid=file)
        self.record_reading(request)
        name = f"{self.incoming.receipt}.{extension_of(found)}"
        return attachment(found.file, name)  # type: ignore[return-value]


class IncomingDeed(IncomingPage):
    """One form, one service. Whoever comes second is told what the first one did."""

    form_class: ClassVar[type[IncomingForm]] = IncomingForm
    heading: Promise | str = ""
    intro: Promise | str = ""
    done: Promise | str = _("Recorded.")

    def act(self, form: Any, **words: Any) -> str | None:
        """Call the service. Returns the page to go to, or None for the referral's own."""
        raise NotImplementedError

    def make_form(self, data: Any = None) -> IncomingForm:
        return self.form_class(data, **self.form_words())

    def form_words(self) -> dict[str, Any]:
        return {"opened_at": self.incoming.acts}

    def back(self) -> str:
        return reverse("reviews:incoming_referral", args=[self.incoming.uuid])

    def get(self, request: HttpRequest) -> HttpResponse:
        if self.incoming.state not in WAITING:
            return HttpResponseRedirect(self.back())  # its page says what became of it
        self.record_reading(request)
        return self.show(request, self.make_form())

    def post(self, request: HttpRequest) -> HttpResponse:
        if first := result_of(request.POST, by=request.user):
            return HttpResponseRedirect(first)
        form = self.make_form(request.POST)
        if not form.is_valid():
            return self.show(request, form)
        facts = dict(form.cleaned_data)
        del facts["key"]
        try:
            with once(key_of(request.POST), by=request.user, result=self.back()) as ticket:
                done = self.act(facts, by=request.user, on=clock.today())
                ticket.result = done or self.back()
        except AlreadyDone as done_before:
            return HttpResponseRedirect(done_before.result)
        except Overtaken as other:
            raise self.second(other.subject) from other
        except (NotNow, WrongDate) as answer:
            form.add_error(None, str(answer))
            return self.show(request, form)
        messages.success(request, str(self.done))
        return HttpResponseRedirect(ticket.result)

    def second(self, row: PublicReferral) -> Conflict:
        """What happened meanwhile: somebody of the board acted, or its writer sent it again."""
        by = row.settled_by.person.name if row.settled_by and row.state != PublicState.SENT else ""
        theirs = [
            Typed(_("Now"), str(row.get_state_display())),
            *(Typed(_("Reference"), str(case.reference)) for case in [row.review] if case),
            *(Typed(_("By"), each) for each in [by] if each),
        ]
        return Conflict(CHANGED, theirs=theirs, url=self.back())

    def show(self, request: HttpRequest, form: IncomingForm) -> HttpResponse:
        return render(
            request,
            "form_page.html",
            {
                "board": self.incoming.board,
                "eyebrow": self.incoming.receipt,
                "heading": self.heading,
                "intro": self.intro,
                "form": form,
                "submit_label": self.heading,
                "cancel_url": self.back(),
            },
        )


class Accept(IncomingDeed):
    form_class = AcceptForm
    heading = ACCEPT.label
    intro = _(
        "This opens a case dated on the day the referral was sent. Other children who were"
        " harmed are recorded as children of the case, and other children as part of the"
        " family, all by pseudonym. Names are stored separately. The files become papers of"
        " the case."
    )
    done = _("The referral is logged. This is its reference from now on.")

    def make_form(self, data: Any = None) -> IncomingForm:
        files = list(sent_files(self.incoming))
        answers = sent_answers_of(self.incoming)
        return AcceptForm(data, files=files, initial=answers, **self.form_words())

    def act(self, form: Any, **words: Any) -> str:
        return services.accept(self.incoming, **form, **words).get_absolute_url()


class Join(IncomingDeed):
    form_class = JoinForm
    heading = _("Join to a case")
    intro = _(
        "This adds the referral to a case about the same child that is already open. The"
        " files become papers of that case. You need to record any other children it names"
        " there yourself."
    )
    done = _("The referral is joined to this case.")

    def make_form(self, data: Any = None) -> IncomingForm:
        sought = visible_to(self.request.user).filter(board=self.incoming.board)
        answers = sent_answers_of(self.incoming)
        return JoinForm(
            data,
            open_to=sought,
            files=list(sent_files(self.incoming)),
            initial={"sentence": answers.get("sentence", "")},
            **self.form_words(),
        )

    def act(self, form: Any, **words: Any) -> str:
        row = services.accept_into(self.incoming, **form, **words)
        return reverse("reviews:referral", args=[row.review.slug])


class AskForMore(IncomingDeed):
    form_class = AskForMoreForm
    heading = _("Ask for more information")
    intro = _("The referrer is sent the names of the answers that are missing, and a new link.")
    done = _("The referrer is asked for more.")

    def act(self, form: Any, **words: Any) -> None:
        services.ask_for_more(self.incoming, **form, **words)
