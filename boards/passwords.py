"""What a password must be, said in our words."""

from django.contrib.auth import password_validation as django
from django.utils.translation import gettext as _


class LongEnough(django.MinimumLengthValidator):
    def get_error_message(self) -> str:
        said = _("The password is too short. Characters at least:")
        return f"{said} {self.min_length}"


class NotCommon(django.CommonPasswordValidator):
    def get_error_message(self) -> str:
        return _("This password is too common and easy to guess. Choose a different one.")


class NotLikeYou(django.UserAttributeSimilarityValidator):
    def get_error_message(self) -> str:
        return _(
            "The password is too similar to your name or e-mail address. Choose a different one."
        )
