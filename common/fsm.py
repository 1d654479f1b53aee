"""django-fsm made safe: a protected state that can still be refreshed."""

from typing import Any

from django.db import models
from django_fsm import ConcurrentTransitionMixin


class SafeFSM(ConcurrentTransitionMixin, models.Model):
    """django-fsm's protection without its shared switch.

    FSMModelMixin of django-fsm-2 turns the field's protection off for the whole process while it
    refreshes one row, and leaves it off when the row is gone. Here the value is taken out of the
    instance instead, which the protected descriptor allows.
    """

    class Meta:
        abstract = True

    def _get_protected_fsm_fields(self) -> set[str]:
        """None: the mixin would switch these off for the whole process."""
        return set()

    def refresh_from_db(self, *args: Any, **kwargs: Any) -> None:
        """The state comes fresh even with other `fields`: what is saved later is checked against
        what was read last."""
        names = [f.attname for f in self._meta.concrete_fields if getattr(f, "protected", False)]
        held = {name: self.__dict__.pop(name) for name in names if name in self.__dict__}
        try:
            super().refresh_from_db(*args, **kwargs)
        except BaseException:
            self.__dict__.update(held)
            raise
