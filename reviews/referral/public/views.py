"""Pages on which a professional without an account refers a case. They tell nobody anything: the
same answer to every address, and a link that opens nothing looks like any other."""

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

from reviews.models import PublicReferral
from reviews.referral.public import household, services
from reviews.referral.public.answers import Wanted
from reviews.referral.public.files import NoRoom, add_file, remove_file
from reviews.referral.public.forms import (
    FileForm,
    SendForm,
    StartForm,
    as_posted,
    typed_answers,
)
from reviews.referral.public.locking import OPEN, SentAlready

TOKEN, RECEIPT = "refer_link", "refer_receipt"  # names in the session, no secrets
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
            return render(request, "429.html", status=429)
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
    """The key leaves the address at once, for the session: no history keeps it."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        request.session[TOKEN] = token
        return HttpResponseRedirect(reverse("refer:write"))


@method_decorator(sensitive_post_parameters(), name="dispatch")
class Write(View):
    """Write the referral, keep it, send it."""

    form_class = SendForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            self.row = services.find(request.session.get(TOKEN, ""))
        except services.NotOpen:
            return render(request, "refer/nothing_to_open.html", status=404)
        if self.row.state not in OPEN:
            return self.status(request, self.row)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        answers = services.answers_of(self.row)
        form = SendForm(as_posted(answers)).unchecked() if answers else SendForm()
        return self.show(request, form, FileForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Whatever was pressed, what was typed and the file that was chosen are kept first."""
        answers, form = typed_answers(request.POST), SendForm(request.POST)
        try:
            self.row = services.save(self.row, answers)
            paper = self.take_file(request)
            if "remove" in request.POST:
                self.take_out(request.POST["remove"])
            if paper.errors or ("send" in request.POST and not form.is_valid()):
                shown = form if "send" in request.POST else form.unchecked()
                return self.show(request, shown, paper)
            if "send" in request.POST:
                return self.leave(request, "refer:sent", services.send(self.row, answers))
        except SentAlready:
            return self.status(request, services.find(request.session[TOKEN]))
        if "add" in request.POST or "remove" in request.POST:
            return HttpResponseRedirect(f"{reverse('refer:write')}#files")
        if "more" in request.POST:
            next_child = household.part(household.shown(answers), "name")
            return HttpResponseRedirect(f"{reverse('refer:write')}#id_{next_child}")
        return self.leave(request, "refer:kept", self.row)

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
        """The next person at a shared computer finds nothing: the link in the mail opens it."""
        request.session.pop(TOKEN, None)
        request.session[RECEIPT] = row.receipt
        return HttpResponseRedirect(reverse(page))

    def status(self, request: HttpRequest, row: PublicReferral) -> HttpResponse:
        return render(request, "refer/status.html", {"row": row, "board": row.board})

    def show(self, request: HttpRequest, form: SendForm, paper: FileForm) -> HttpResponse:
        wanted = [Wanted(each).label for each in self.row.wanted if each in Wanted.values]
        return render(
            request,
            "refer/write.html",
            {
                "form": form,
                "paper": paper,
                "files": self.row.files.select_related("file"),
                "row": self.row,
                "board": self.row.board,
                "wanted": wanted,
            },
        )


class Kept(TemplateView):
    """It is kept; the link in the mail leads back to it."""

    template_name = "refer/kept.html"
    http_method_names = ["get", "head", "options"]


class Sent(TemplateView):
    """The receipt."""

    template_name = "refer/sent.html"
    http_method_names = ["get", "head", "options"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "receipt": self.request.session.get(RECEIPT, "")
        }
