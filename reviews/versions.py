"""Texts that several people write. The form carries the version it was opened at; whoever is second
sees both texts side by side, keeps every word, and can save the two made into one."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse

from common.deeds import Answer, Overtaken
from reviews.forms import DeedForm
from reviews.models import Review
from reviews.pages import DeedPage


class VersionedForm(DeedForm):
    """A form over a text that has versions. `texts` are the fields that hold it."""

    texts: ClassVar[Sequence[str]] = ()
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args: Any, version: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = version

    def deed_words(self) -> dict[str, Any]:
        return super().deed_words() | {"version": self.cleaned_data.get("version") or 0}

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        facts.pop("version", None)
        return facts


class TextPage(DeedPage):
    """A deed page over a text with versions."""

    form_class: type[VersionedForm] = VersionedForm

    def standing(self) -> tuple[int, Mapping[str, Any]]:
        """The version that stands now, and its texts by field; 0 and nothing before the first."""
        raise NotImplementedError

    def form_words(self, answer: Answer) -> dict[str, Any]:
        version, texts = self.standing()
        return super().form_words(answer) | {"version": version, "initial": dict(texts)}

    def is_overtaken(self, form: DeedForm) -> bool:
        version, _texts = self.standing()
        return super().is_overtaken(form) or (form.cleaned_data.get("version") or 0) != version

    def overtaken(self, request: HttpRequest, form: DeedForm) -> HttpResponse:
        """Answer 409 with both texts. The form shown saves on top of what stands now."""
        self.review = Review.objects.select_related("board", "timetable").get(pk=self.review.pk)
        answer = self.question(request)
        if not answer.is_yes:
            return super().overtaken(request, form)
        return self.both(request, answer)


def check_version(opened_at: int, standing: int, subject: Any) -> None:
    """Raise Overtaken with what stands now, if the text was opened at another version."""
    if opened_at != standing:
        raise Overtaken(subject)
