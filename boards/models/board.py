"""Safeguarding boards."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.bilingual import Bilingual


class Board(models.Model):
    """A regional safeguarding board (Social Services and Well-being (Wales) Act 2014, s. 134)."""

    code = models.SlugField(_("code"), max_length=12, unique=True)
    prefix = models.CharField(
        _("prefix of references"),
        max_length=12,
        unique=True,
        help_text=_("The letters before the number of a review, as in BE 3/2024."),
    )
    name_en = models.CharField(_("name in English"), max_length=120)
    name_cy = models.CharField(_("name in Welsh"), max_length=120)
    is_fictional = models.BooleanField(_("is fictional"), default=False)

    name = Bilingual("name")

    class Meta:
        verbose_name = _("safeguarding board")
        verbose_name_plural = _("safeguarding boards")
        ordering = ["code"]

    def __str__(self) -> str:
        return str(self.name)
