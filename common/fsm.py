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

    def refresh_from_db(self, *args: Any, **kwargs: Any) -> None:
        names = [f.attname for f in self._meta.concrete_fields if getattr(f, "protected", False)]
        held = {name: self.__dict__.pop(name) for name in names if name in self.__dict__}
        try:
            super().refresh_from_db(*args, **kwargs)
        except BaseException:
            self.__dict__.update(held)
            raise
        for name, value in held.items():  # refresh_from_db(fields=[another])
            self.__dict__.setdefault(name, value)
