"""Encryption of single fields with the keys of settings.FIELD_KEYS (newest first).

A new key is put in front; rows written under an older one stay readable until that key is taken
away.
"""

from typing import TYPE_CHECKING, Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import models

__all__ = ["EncryptedTextField", "InvalidToken", "decrypt", "encrypt"]

if TYPE_CHECKING:
    TextField = models.TextField[str, str]
else:
    TextField = models.TextField


def _keys() -> MultiFernet:
    return MultiFernet([Fernet(key.strip()) for key in settings.FIELD_KEYS])


def encrypt(text: str) -> str:
    return _keys().encrypt(text.encode()).decode()


def decrypt(token: str) -> str:
    """The text again. Raises InvalidToken when none of the keys fits."""
    return _keys().decrypt(token.encode()).decode()


class EncryptedTextField(TextField):
    """Text that the database sees only encrypted. It cannot be searched or ordered by."""

    def get_prep_value(self, value: Any) -> Any:
        text = super().get_prep_value(value)
        return encrypt(text) if text else text

    def from_db_value(self, value: str | None, *_: Any) -> str | None:
        return decrypt(value) if value else value
