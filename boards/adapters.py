"""What we want otherwise than django-allauth does: no sign-up, mail through the outbox in the
language of its reader, second factors encrypted."""

import time
import uuid
from typing import Any
from urllib.parse import quote

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from qrcode.main import QRCode

from boards.models import User
from common import crypto
from common.outbox.post import Addressee, post

# What a message leads to, by the name of its template; the others lead to the account's page.
RESET = "account/email/password_reset_key"


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are opened by invitation only (boards.invitations)."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _(
            "The e-mail address or the password is not right. Check both and try again."
        ),
        "too_many_login_attempts": _(
            "You have tried too many times. Wait five minutes, then try again."
        ),
        "enter_current_password": _("Enter your current password."),
        "incorrect_password": _("The password is not right."),
        "incorrect_code": _("The code is not right or has been used. Wait for the next one."),
        "invalid_password_reset": _("The link no longer works. Ask for a new one."),
        "same_as_current": _("Choose a password that is different from your current one."),
        "rate_limited": _("You have tried too many times. Wait a few minutes, then try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:
        """The link's host is ours from the settings, never the one the request came with. An
        account that only links open has no password to reset."""
        if user.opens_by_link:
            return
        path = reverse(
            "account_reset_password_from_key",
            kwargs={"uidb36": context["uid"], "key": quote(context["key"])},
        )
        self._post(RESET, user, path, is_private=True)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell the owner of an account that a password or second factor was changed."""
        self._post(template_prefix, user, reverse("my_account"))

    def is_reauthentication_required(self, *, app: str, **_: Any) -> bool:
        """Who signed in a few minutes ago is not asked again."""
        records = get_authentication_records(self.request, self.request.user)
        if records:
            # allauth's records are on the machine's clock, which no demo moves.
            passed = time.time() - records[-1]["at"]  # noqa: TID251
            if passed < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT:
                return False
        return bool(super().is_reauthentication_required(app=app))

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        words = {
            "reauthenticate": _("Use your password"),
            "mfa_reauthenticate": _("Use a code"),
            "mfa_reauthenticate:webauthn": _("Use a passkey"),
        }
        methods = super().get_reauthentication_methods(user)
        return [m | {"description": words.get(m["id"], m["description"])} for m in methods]

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Nothing else is ever sent: addresses we do not know get no mail."""
        raise NotImplementedError(template_prefix)

    def _post(self, template: str, user: User, path: str, *, is_private: bool = False) -> None:
        kind = f"accounts.{template.rpartition('/')[2]}"
        reader: Addressee | str = getattr(user, "person", None) or user.email
        with transaction.atomic():
            post(
                kind=kind,
                to=reader,
                template=template,
                context={"link": path},
                key=f"{kind}:{uuid.uuid4()}",
                is_private=is_private,
                asked_for=is_private,
            )

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("my_account")


class MFAAdapter(DefaultMFAAdapter):
    """Keeps the secrets of authenticator apps and the seed of printed codes encrypted."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("The code is not right or has been used. Wait for the next one."),
    }

    def encrypt(self, text: str) -> str:
        return crypto.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return crypto.decrypt(encrypted_text)

    def _get_site_name(self) -> str:
        return str(settings.MFA_TOTP_ISSUER)

    def build_totp_svg(self, url: str) -> str:
        """Drawn with attributes alone: the page's policy forbids styles and foreign images."""
        code = QRCode(border=4)
        code.add_data(url)
        rows = code.get_matrix()
        path = "".join(
            f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
        )
        return format_html(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="240"'
            ' height="240" role="img" aria-label="{label}" shape-rendering="crispEdges">'
            '<path d="M0 0h{size}v{size}H0z" fill="#fff"/><path d="{path}" fill="#000"/></svg>',
            size=len(rows),
            label=gettext("QR code for the authenticator app"),
            path=path,
        )

    def generate_authenticator_name(self, user: User, type: str) -> str:
        return gettext("Passkey")
