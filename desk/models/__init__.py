"""What the desk itself keeps: lines of digests, what goes up, what was told another way."""

from desk.models.digest import DigestLine, LineKind
from desk.models.going_up import GoingUp
from desk.models.told import Otherwise, ToldOtherwise

__all__ = ["DigestLine", "GoingUp", "LineKind", "Otherwise", "ToldOtherwise"]
