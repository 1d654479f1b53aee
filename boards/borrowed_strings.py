"""Strings of django-allauth that people see, named here so that they are found and translated."""

from django.utils.translation import gettext_noop as _

BORROWED = [
    _("You must type the same password each time."),
    _("Incorrect code."),
    _("You cannot generate recovery codes without having two-factor authentication enabled."),
    _("This account is currently inactive."),
]
