"""What is taken away from the board view, in the history."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from audit.verbs import verb


class Taken(models.TextChoices):
    """As what the running deadlines were taken away."""

    CSV = "csv", _("CSV")
    XLSX = "xlsx", _("Excel file")
    PAPER = "paper", _("Paper")


DEADLINES_TAKEN = verb(
    "desk.deadlines_taken",
    label=_("Running deadlines taken as a file"),
    sentence=_("The running deadlines of a board were taken away. As: {taken}. Number: {count}."),
    reading=True,
    codes={"taken": Taken},
)
