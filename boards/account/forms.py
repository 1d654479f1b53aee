"""The forms of signing in, in our words; what they do is django-allauth's.

Listed in settings.ACCOUNT_FORMS and settings.MFA_FORMS.
"""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from boards.models import Language, Person
from common.forms import Form

WORDS = {
    "login": _("E-mail address"),
    "email": _("E-mail address"),
    "password": _("Password"),
    "oldpassword": _("Current password"),
    "password1": _("New password"),
    "password2": _("New password again"),
    "code": _("Code"),
    "name": _("Name of the passkey"),
    "passwordless": _("Use this passkey to sign in without a password"),
}
PASSWORD_HINT = _("Use at least 12 characters. Three or four unrelated words are easy to remember.")
DIFFERENT = _("The two passwords are not the same.")


class InOurWords:
    """Names the fields as we do, without the placeholders that vanish while one types."""

    fields: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.help_text = PASSWORD_HINT if name == "password1" else ""
            if name in WORDS:
                field.label = WORDS[name]


class SignInForm(InOurWords, account.LoginForm):
    pass


class ChangePasswordForm(InOurWords, account.ChangePasswordForm):
    pass


class AskForResetForm(InOurWords, account.ResetPasswordForm):
    pass


class ResetPasswordForm(InOurWords, account.ResetPasswordKeyForm):
    pass


class ConfirmPasswordForm(InOurWords, account.ReauthenticateForm):
    pass


class CodeForm(InOurWords, mfa.AuthenticateForm):
    pass


class ConfirmCodeForm(InOurWords, mfa.ReauthenticateForm):
    pass


class SetUpAppForm(InOurWords, totp.ActivateTOTPForm):
    pass


class AddPasskeyForm(InOurWords, webauthn.AddWebAuthnForm):
    pass


class RenamePasskeyForm(InOurWords, webauthn.EditWebAuthnForm):
    pass


class AcceptInvitationForm(Form):
    """The password somebody chooses for the account they are invited to."""

    password1 = forms.CharField(
        label=WORDS["password1"],
        help_text=PASSWORD_HINT,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password2 = forms.CharField(
        label=WORDS["password2"],
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    language = forms.ChoiceField(
        label=_("Which language should we use when we write to you?"),
        choices=[(Language.WELSH, _("In Welsh")), (Language.ENGLISH, _("In English"))],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_password1(self) -> str:
        password: str = self.cleaned_data["password1"]
        validate_password(password, user=self.person)  # type: ignore[arg-type]  # reads e-mail, name
        return password

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", ValidationError(DIFFERENT, code="different"))
        return cleaned


class LanguageForm(Form):
    language = forms.ChoiceField(
        label=_("Language of your pages and messages"),
        choices=[
            (Language.WELSH, _("In Welsh")),
            (Language.ENGLISH, _("In English")),
            (Language.UNKNOWN, _("Messages in both languages")),
        ],
        required=False,
        widget=forms.RadioSelect,
    )
