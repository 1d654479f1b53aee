"""Opening a task's link: a page that sends the code, and a box for it."""

from typing import Any
from urllib.parse import urlencode

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth import login
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from boards.models import TaskLink
from boards.task_links import sessions
from boards.task_links.forms import TaskCodeForm
from boards.task_links.links import (
    NoTask,
    WrongCode,
    find_task,
    open_account_of,
    open_code,
    open_task,
    try_app,
)

BACKEND = "boards.backends.EmailBackend"
IN_SESSION = "task_token"
OPENED = "open"
WRONG = _("The code is not right or has run out. Try again, or have another one sent.")


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class OpenTask(View):
    """The token leaves the address at once, for the session. Looking at the page uses nothing up:
    the code is sent only when somebody asks for it, so that a scanner of mail sends none."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        if token != OPENED:
            request.session[IN_SESSION] = token
            return redirect("task", OPENED)
        try:
            link = find_task(request.session.get(IN_SESSION, ""))
        except NoTask:
            return self.nothing(request)
        if needs_passkey(link):
            return HttpResponseRedirect(
                f"{reverse('account_login')}?{urlencode({'next': link.path})}"
            )
        user = request.user
        if user.is_authenticated and user.pk == link.person.user_id and not self.is_other(request):
            return HttpResponseRedirect(link.path)  # signed in as ever: nothing more is asked
        return self.page(request, link)

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        kept = request.session.get(IN_SESSION, "")
        try:
            link = find_task(kept)
            if needs_passkey(link):
                return self.nothing(request)
            if "send" in request.POST:
                if app_of(link) is None:
                    open_code(kept)
                return self.page(request, link, TaskCodeForm())
            form = TaskCodeForm(request.POST)
            if not form.is_valid():
                return self.page(request, link, form)
            try:
                link = self.opened(request, link, kept, form.cleaned_data["code"])
            except WrongCode:
                form.add_error("code", ValidationError(str(WRONG)))
                return self.page(request, link, form)
        except NoTask:
            return self.nothing(request)
        user = open_account_of(link.person)
        request.session.flush()
        login(request, user, backend=BACKEND)
        record_authentication(request, user, method="code", email=user.email)
        sessions.begin(request.session, link.path, and_below=link.and_below)
        return HttpResponseRedirect(link.path)

    def opened(self, request: HttpRequest, link: TaskLink, token: str, code: str) -> TaskLink:
        """By the authenticator app where the person has one, else by the code that was mailed."""
        app = app_of(link)
        if app is None:
            return open_task(token, code)
        return try_app(token, code, TOTP(app).validate_code)

    def is_other(self, request: HttpRequest) -> bool:
        """A session for another task: this one has its own code."""
        return bool(sessions.task_of(request))

    def page(
        self, request: HttpRequest, link: TaskLink, form: TaskCodeForm | None = None
    ) -> HttpResponse:
        context: dict[str, Any] = {
            "form": form or (TaskCodeForm() if app_of(link) else None),
            "uses_app": app_of(link) is not None,
            "sign_in_url": f"{reverse('account_login')}?{urlencode({'next': link.path})}",
            "has_account": link.person.user is not None and not link.person.user.opens_by_link,
        }
        return render(request, "boards/task_links/open.html", context)

    def nothing(self, request: HttpRequest) -> HttpResponse:
        return render(request, "boards/task_links/nothing.html", status=404)


class TaskDone(View):
    """Where a task's session leads when its page has led elsewhere: done, or not for this link."""

    def get(self, request: HttpRequest) -> HttpResponse:
        path = sessions.task_of(request)
        if not path:
            return redirect("/")
        context = {"task_url": path, "sign_in_url": reverse("account_login")}
        return render(request, "boards/task_links/done.html", context)


def app_of(link: TaskLink) -> Authenticator | None:
    """The authenticator app of the person's account, if it has one."""
    found = Authenticator.objects.filter(user=link.person.user_id, type=Authenticator.Type.TOTP)
    return found.first() if link.person.user_id else None


def needs_passkey(link: TaskLink) -> bool:
    """The account's only second factor is a passkey: its owner signs in as ever, and lands here."""
    if not link.person.user_id or app_of(link) is not None:
        return False
    found = Authenticator.objects.filter(user=link.person.user_id, type=Authenticator.Type.WEBAUTHN)
    return bool(found.exists())
