"""Somebody's own account, and the page an invitation opens."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.usersessions.views import ListUserSessionsView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from boards.account.browsers import name_of
from boards.account.forms import AcceptInvitationForm, LanguageForm
from boards.account.services import choose_language
from boards.invitations.services import NoInvitation, accept_invitation, find_invitation
from boards.middleware import time_left
from boards.models import Invitation
from boards.standing import person_behind
from common import clock

BACKEND = "boards.backends.EmailBackend"
IN_SESSION = "invitation"
OPENED = "open"


class MyAccount(View):
    """Who I am here, which offices I hold, language, password, second factor, sessions."""

    def get(self, request: HttpRequest, form: LanguageForm | None = None) -> HttpResponse:
        person = person_behind(request.user)
        language = person.language if person else ""
        context: dict[str, Any] = {
            "person": person,
            "form": form or LanguageForm(initial={"language": language}),
            "factors": Authenticator.objects.filter(user=request.user).exclude(
                type=Authenticator.Type.RECOVERY_CODES
            ),
        }
        if person:
            today = clock.today()
            context["holdings"] = person.holdings.current(today).select_related("board")
            context["memberships"] = person.memberships.current(today).select_related("agency")
        return render(request, "boards/account/mine.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        form = LanguageForm(request.POST)
        person = person_behind(request.user)
        if person is None or not form.is_valid():
            return self.get(request, form)
        choose_language(person, language=form.cleaned_data["language"])
        messages.success(request, _("Your language has been saved."))
        response = redirect("my_account")
        response.delete_cookie(settings.LANGUAGE_COOKIE_NAME)  # the switch no longer overrides it
        return response


class StillHere(View):
    """What a page asks when somebody stays or types: the middleware notes it, as of any request."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> JsonResponse:
        return JsonResponse({"left": time_left(request)})


class Sessions(ListUserSessionsView):
    """Where I am signed in, each browser by its name."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["sessions"] = [
            (name_of(session.user_agent), session) for session in context["sessions"]
        ]
        return context


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class AcceptInvitation(View):
    """Set a password, and be signed in. The token leaves the address at once, for the session, so
    that neither history nor referrer keeps it. Opening the page uses nothing up."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        if token != OPENED:
            request.session[IN_SESSION] = token
            return HttpResponseRedirect(reverse("accept_invitation", args=[OPENED]))
        try:
            invitation = find_invitation(request.session.get(IN_SESSION, ""))
        except NoInvitation:
            return self._nothing_to_open(request)
        initial = {"language": invitation.person.language or None}
        form = AcceptInvitationForm(person=invitation.person, initial=initial)
        return self._page(request, invitation, form)

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        kept = request.session.get(IN_SESSION, "")
        try:
            invitation = find_invitation(kept)
            form = AcceptInvitationForm(request.POST, person=invitation.person)
            if not form.is_valid():
                return self._page(request, invitation, form)
            user = accept_invitation(
                kept,
                password=form.cleaned_data["password1"],
                language=form.cleaned_data["language"],
            )
        except NoInvitation:
            return self._nothing_to_open(request)
        request.session.flush()
        login(request, user, backend=BACKEND)
        record_authentication(request, user, method="password", email=user.email)
        if settings.SECOND_FACTOR_REQUIRED:
            return redirect("mfa_index")
        return redirect(settings.LOGIN_REDIRECT_URL)

    def _page(
        self, request: HttpRequest, invitation: Invitation, form: AcceptInvitationForm
    ) -> HttpResponse:
        context = {"form": form, "person": invitation.person, "board": invitation.board}
        return render(request, "boards/invitations/accept.html", context)

    def _nothing_to_open(self, request: HttpRequest) -> HttpResponse:
        return render(request, "boards/invitations/nothing_to_open.html", status=404)
