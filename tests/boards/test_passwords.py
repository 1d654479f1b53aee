"""How passwords are kept. Every other test uses a quick hasher (tests/conftest.py)."""

from django.contrib.auth.hashers import check_password, identify_hasher, make_password
from django.test import override_settings

from cprs import settings as house


def test_a_password_is_kept_by_argon2_and_known_again():
    with override_settings(PASSWORD_HASHERS=house.PASSWORD_HASHERS):
        kept = make_password("gorse in the morning light")
        assert identify_hasher(kept).algorithm == "argon2"
        assert check_password("gorse in the morning light", kept)
        assert not check_password("gorse in the evening light", kept)
