"""What a board calls its offices and groups."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.models.board import Board
from boards.models.office import Office
from common.bilingual import Bilingual

# A group that is no office, but that every page speaks of.
SUBGROUP = "subgroup"
TERMS = [
    *[(office.value, office.label) for office in Office],
    (SUBGROUP, _("Sub-group")),
]


class Wording(models.Model):
    """A board's own word for an office or a group, in both languages (§17.20).

    The Welsh is written as it stands after the article: "Grŵp Adolygu Achosion".
    """

    board = models.ForeignKey(Board, models.PROTECT, related_name="wordings")
    term = models.CharField(max_length=20, choices=TERMS)
    word_en = models.CharField(max_length=60)
    word_cy = models.CharField(max_length=60)

    word = Bilingual("word")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["board", "term"], name="boards_wording_once"),
            models.CheckConstraint(
                condition=Q(term__in=[code for code, _label in TERMS]),
                name="boards_wording_term_known",
            ),
            models.CheckConstraint(
                condition=~Q(word_en="") & ~Q(word_cy=""), name="boards_wording_in_both_languages"
            ),
        ]
