"""What a password must be, said in our words."""

from django.contrib.auth import password_validation as django
from django.utils.translation import gettext as _


class LongEnough(django.MinimumLengthValidator):
    def get_error_message(self) -> str:
        said = _("The password is too short. Characters at least:")
        return f"{said} {self.min_length}"


class NotCommon(django.CommonPasswordValidator):
    def get_error_message(self) -> str:
        return _("This password is one of the most used, so the first to be guessed.")


class NotLikeYou(django.UserAttributeSimilarityValidator):
    def get_error_message(self) -> str:
        return _("The password is too much like your name or e-mail address.")
