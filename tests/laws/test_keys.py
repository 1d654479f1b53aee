"""Keys point down the ladder, and nothing below can reach up by a reverse accessor."""

from io import StringIO

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import models

from tests.laws.sources import LAYER


def keys():
    for model in apps.get_models(include_auto_created=True):
        for key in model._meta.get_fields(include_hidden=True):
            if isinstance(key, models.ForeignKey | models.ManyToManyField):
                yield model, key


def test_every_key_points_to_the_same_or_a_lower_layer():
    for model, key in keys():
        here, there = model._meta.app_label, key.related_model._meta.app_label
        if here in LAYER and there in LAYER:
            is_user = key.related_model._meta.label == settings.AUTH_USER_MODEL
            assert is_user or LAYER[there] <= LAYER[here], f"{model.__name__}.{key.name}"


def test_no_room_reaches_up_by_an_accessor():
    for model, key in keys():
        here, there = model._meta.app_label, key.related_model._meta.app_label
        if here in LAYER and there in LAYER and here != there:
            is_user = key.related_model._meta.label == settings.AUTH_USER_MODEL
            assert is_user or key.remote_field.hidden, f"{model.__name__}.{key.name}"


# What is derived, or guardian's; and what a user has that is only theirs.
OWNED = {"ReviewGrant", "Deadline", "Reached"}


def test_nothing_of_a_case_is_deleted_with_something_else():
    for model, key in keys():
        if model._meta.app_label in LAYER and isinstance(key, models.ForeignKey):
            if model.__name__ in OWNED or model._meta.auto_created:
                continue
            assert key.remote_field.on_delete is not models.CASCADE, f"{model.__name__}.{key.name}"


def test_no_key_is_generic():
    for model in apps.get_models():
        if model._meta.app_label in LAYER:
            assert not [f for f in model._meta.private_fields if hasattr(f, "ct_field")], model


def test_no_row_is_kept_in_guardians_own_table(world):
    table = apps.get_model("guardian", "UserObjectPermission")
    assert not table.objects.exists()


@pytest.mark.django_db
def test_no_migration_is_missing():
    out = StringIO()
    call_command("makemigrations", check=True, dry_run=True, stdout=out, stderr=out)


def test_every_constraint_is_named_for_its_claim():
    for model in apps.get_models():
        label = model._meta.app_label
        if label not in LAYER or model.__name__ == "ReviewGrant":
            continue
        for each in model._meta.constraints:
            assert each.name.startswith(f"{label}_"), each.name
            assert not each.name.endswith("_not_null"), each.name
