"""The settings page on which a board chooses its own words."""

from typing import Any

from django.forms import BaseForm
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.permissions import MayBoard
from boards.views import BoardForm
from boards.wording import services
from boards.wording.forms import WordsForm


class BoardWords(BoardForm):
    right = MayBoard.CHOOSE_WORDS
    heading = _("The board's own words")
    intro = _(
        "What your board calls its offices and groups. Pages, messages and the history of your"
        " cases use these words. Leave empty what you call as everybody does."
    )
    done = _("The words are kept.")

    def make_form(self, data: Any = None) -> BaseForm:
        return WordsForm(data, board=self.board)

    def do(self, form: BaseForm) -> None:
        assert isinstance(form, WordsForm)
        services.choose_words(self.board, by=self.by, on=self.on, words=form.words())

    def back(self) -> str:
        return reverse("people", args=[self.board.code])
