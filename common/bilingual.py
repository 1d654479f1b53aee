"""Text that is kept in both languages, and shown in the reader's."""

from typing import Any

from django.utils.translation import get_language


def is_welsh() -> bool:
    """Whether the page (or mail) being made is in Welsh."""
    return (get_language() or "").startswith("cy")


class Bilingual:
    """`Bilingual("name")` reads name_cy on a Welsh page, else name_en; a blank yields."""

    def __init__(self, field: str) -> None:
        self.field = field

    def __get__(self, row: Any, owner: type | None = None) -> Any:
        if row is None:
            return self
        english, welsh = getattr(row, f"{self.field}_en"), getattr(row, f"{self.field}_cy")
        return (welsh or english) if is_welsh() else (english or welsh)
