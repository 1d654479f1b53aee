"""What a board is told of its time."""

from django.utils.translation import gettext_lazy as _

OVERLAPS = _("These days are on the list already.")
RECORDED_ALREADY = _("The annual report of this year is recorded already.")
