"""Pages on which a professional without an account refers a case. They tell nobody anything: the
same answer to every address, and a link that opens nothing looks like any other."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any
from uuid import UUID

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import TemplateView

from common.errors import too_many
from common.forms import Answer
from common.forms.kept import kept_answers
from common.typed import typed
from reviews.models import PublicReferral, PublicState
from reviews.referral.public import household, services
from reviews.referral.public.answers import Wanted
from reviews.referral.public.files import NoRoom, add_file, kept_files, remove_file
from reviews.referral.public.forms import (
    FileForm,
    SendForm,
    StartForm,
    as_posted,
    as_written,
    typed_answers,
)
from reviews.referral.public.locking import OPEN, ChangedMeanwhile, SentAlready
from reviews.referral.public.sessions import KEYS, close, closed, keep_in_session, opened

TOO_OFTEN = _(
    "You have added too many files in a short time. Save your referral and add the rest in an hour."
)


class Start(View):
    """What this page is for, and where the link is to go."""

    form_class = StartForm

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, StartForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        if not ratelimit.consume(request, action="refer_start"):
            return too_many(request)
        form = StartForm(request.POST)
        if not form.is_valid():
            return self.show(request, form)
        facts = form.cleaned_data
        # Nobody learns here whether an address has been written to often.
        if ratelimit.consume(request, action="refer_address", key=facts["email"].lower()):
            services.start(facts["board"], email=facts["email"], language=facts["language"])
        return HttpResponseRedirect(reverse("refer:posted"))

    def show(self, request: HttpRequest, form: StartForm) -> HttpResponse:
        return render(
            request,
            "refer/start.html",
            {
                "form": form,
                "heading": _("Refer a case to a safeguarding board"),
                "submit_label": _("Send me the link"),
            },
        )


class Posted(TemplateView):
    """Look in your mail."""

    template_name = "refer/posted.html"
    http_method_names = ["get", "head", "options"]


class Open(View):
    """The key leaves the address at once, for the session: no history keeps it.

    Each referral keeps a key of its own there, and its pages say in their address which they are
    of: a second link that is opened in the same browser changes nothing of the first.
    """

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        try:
            row = services.find(token)
        except services.NotOpen:
            return nothing_to_open(request)
        keep_in_session(request, KEYS, row.uuid, token)
        return HttpResponseRedirect(reverse("refer:write", args=[row.uuid]))


def nothing_to_open(request: HttpRequest) -> HttpResponse:
    """Also where the session ended while somebody was writing: they have their words."""
    mine = typed(request) if request.method == "POST" else []
    return render(request, "refer/nothing_to_open.html", {"mine": mine}, status=404)


@method_decorator(sensitive_post_parameters(), name="dispatch")
class Write(View):
    """Write the referral, keep it, send it."""

    form_class = SendForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        uuid: UUID = kwargs["uuid"]
        try:
            self.row = opened(request, uuid)
        except services.NotOpen:
            row = closed(request, uuid)
            return self.closed_page(request, row) if row else nothing_to_open(request)
        if self.row.state not in OPEN:
            return self.status(request, self.row)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, uuid: UUID) -> HttpResponse:
        kept = kept_answers()
        answers = services.answers_of(self.row) if kept is None else typed_answers(kept)
        form = SendForm(as_posted(answers)).unchecked() if answers else SendForm()
        return self.show(request, form, FileForm())

    def post(self, request: HttpRequest, uuid: UUID) -> HttpResponse:
        """Whatever was pressed, what was typed and the file that was chosen are kept first."""
        answers, form = typed_answers(request.POST), SendForm(request.POST)
        try:
            self.row = services.save(self.row, answers, opened_at=opened_at(request))
            paper = self.take_file(request)
            if "remove" in request.POST:
                self.take_out(request.POST["remove"])
            if paper.errors or ("send" in request.POST and not form.is_valid()):
                shown = form if "send" in request.POST else form.unchecked()
                return self.show(request, shown, paper)
            if "send" in request.POST:
                return self.leave(request, "refer:sent", services.send(self.row, answers))
        except ChangedMeanwhile as changed:
            return self.changed(request, changed.row, form)
        except SentAlready:
            return self.status(request, self.row)
        here = reverse("refer:write", args=[uuid])
        if "add" in request.POST or "remove" in request.POST:
            return HttpResponseRedirect(f"{here}#files")
        if "more" in request.POST:
            next_child = household.part(household.shown(answers), "name")
            return HttpResponseRedirect(f"{here}#id_{next_child}")
        return self.leave(request, "refer:kept", self.row)

    def changed(self, request: HttpRequest, row: PublicReferral, form: SendForm) -> HttpResponse:
        """Saved from another device meanwhile: both, and the form saves the two made into one."""
        self.row = row
        saved = {each.name: each for each in as_written(services.answers_of(row))}
        typed = {each.name: each for each in as_written(typed_answers(request.POST))}
        names = dict.fromkeys([*saved, *typed])
        differing = [
            (saved.get(name), typed.get(name))
            for name in names
            if getattr(saved.get(name), "shown", "") != getattr(typed.get(name), "shown", "")
        ]
        return self.show(request, form.unchecked(), FileForm(), differing, status=409)

    def take_file(self, request: HttpRequest) -> FileForm:
        """Keep the file that was chosen, if one was: an empty form then, else what is amiss."""
        form = FileForm(request.POST, request.FILES)
        if not form.is_valid():
            return form
        facts = form.cleaned_data
        if facts["upload"] is None:
            if "add" in request.POST or facts["upload_title"]:
                form.add_error("upload", form.fields["upload"].error_messages["required"])
            return form
        if not ratelimit.consume(request, action="refer_file"):
            form.add_error("upload", str(TOO_OFTEN))
            return form
        try:
            add_file(self.row, upload=facts["upload"], title=facts["upload_title"])
        except NoRoom as full:
            form.add_error("upload", str(full.sentence))
            return form
        return FileForm()

    def take_out(self, typed: str) -> None:
        with suppress(ValueError):
            remove_file(self.row, UUID(typed))

    def leave(self, request: HttpRequest, page: str, row: PublicReferral) -> HttpResponse:
        close(request, row)
        return HttpResponseRedirect(reverse(page, args=[row.uuid]))

    def status(self, request: HttpRequest, row: PublicReferral) -> HttpResponse:
        """What became of it; and what was typed since, to be copied."""
        mine = typed(request) if request.method == "POST" else []
        context = {"row": row, "board": row.board, "mine": mine}
        return render(request, "refer/status.html", context, status=409 if mine else 200)

    def closed_page(self, request: HttpRequest, row: PublicReferral) -> HttpResponse:
        """A second click or Back: what became of it, and what was typed since, to be copied."""
        mine = typed(request) if request.method == "POST" else []
        if row.state not in OPEN and typed_answers(request.POST) == services.answers_of(row):
            mine = []  # a second click
        context = {"row": row, "board": row.board, "mine": mine, "is_open": row.state in OPEN}
        context["is_returned"] = row.state == PublicState.RETURNED
        return render(request, "refer/closed.html", context, status=409 if mine else 200)

    def show(
        self,
        request: HttpRequest,
        form: SendForm,
        paper: FileForm,
        differing: Sequence[tuple[Answer | None, Answer | None]] = (),
        status: int = 200,
    ) -> HttpResponse:
        wanted = [Wanted(each).label for each in self.row.wanted if each in Wanted.values]
        return render(
            request,
            "refer/write.html",
            {
                "form": form,
                "paper": paper,
                "files": kept_files(self.row),
                "row": self.row,
                "version": kept_version(self.row),
                "enter": ("send", "1"),
                "board": self.row.board,
                "wanted": wanted,
                "differing": differing,
            },
            status=status,
        )


def kept_version(row: PublicReferral) -> int:
    """The version that the page shows, or showed before its language was switched."""
    kept = kept_answers()
    return row.version if kept is None else version_in(kept)


def opened_at(request: HttpRequest) -> int:
    """The version of the referral that the page was opened at."""
    return version_in(request.POST)


def version_in(posted: Mapping[str, Any]) -> int:
    typed_version = posted.get("version", "")
    return int(typed_version) if re.fullmatch(r"[0-9]{1,9}", typed_version) else 0


class Closed(View):
    """It was saved or sent, and this browser has closed it."""

    template_name = ""
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, uuid: UUID) -> HttpResponse:
        row = closed(request, uuid)
        if row is None:
            return nothing_to_open(request)
        return render(request, self.template_name, {"row": row, "receipt": row.receipt})


class Kept(Closed):
    """It is kept; the link in the mail leads back to it."""

    template_name = "refer/kept.html"


class Sent(Closed):
    """The receipt."""

    template_name = "refer/sent.html"
