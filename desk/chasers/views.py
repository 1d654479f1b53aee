"""The page on which a reminder is read over before it goes."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from desk.chasers import services
from desk.chasers.forms import WriteForm
from desk.deeds import WRITE
from reviews.pages import DeedPage


class WriteReminder(DeedPage):
    room = "sent"
    kind = WRITE
    form_class: type[WriteForm] = WriteForm
    intro = _("A draft in both languages. Change it as you like; it goes when you send it.")
    submit = _("Send the reminder")
    done = _("Written. It is on its way.")

    def back(self) -> str:
        return reverse("desk:sent", args=[self.review.slug])

    def act(self, form: WriteForm, **words: Any) -> None:
        services.write_reminder(self.review, **form.facts(), **words)
