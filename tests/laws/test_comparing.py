"""Nothing that decides may depend on the reader's language: what is compared or hashed holds no
translated text. Python makes equality and hash of a frozen value from its fields, and a lazily
translated label has another hash in Welsh: gates kept in a dictionary fell away for a Welsh reader.
"""

import dataclasses
import gc
import inspect
import sys
import typing

import pytest
from django.urls import get_resolver
from django.utils import translation
from django.utils.functional import Promise

from common.deeds import DEEDS
from reviews.door import door
from reviews.journey import Stage
from reviews.permissions import May
from tests.laws.sources import LAYER

LANGUAGES = ("en", "cy")
assert get_resolver().url_patterns  # every module that a page needs is loaded by now


def is_lazy(annotation) -> bool:
    """Whether a type says that translated text may stand there; not what a callable returns."""
    if annotation is Promise:
        return True
    if typing.get_origin(annotation) is typing.get_origin(typing.Callable[[], int]):
        return False
    return any(is_lazy(part) for part in typing.get_args(annotation))


def frozen_values():
    """Every class of the rooms whose equality is made from its fields."""
    for name, module in list(sys.modules.items()):
        if module is None or name.partition(".")[0] not in LAYER:
            continue
        for each in vars(module).values():
            is_own = inspect.isclass(each) and each.__module__ == name
            if is_own and dataclasses.is_dataclass(each) and each.__dataclass_params__.eq:
                yield each


def typed(hint: str, space: dict[str, object]) -> object:
    try:
        return eval(hint, space)
    except TypeError:  # subscripted for the type checker only
        return None


def compared(each) -> dict[str, object]:
    hints = {}
    for base in reversed(each.__mro__):
        space = vars(sys.modules[base.__module__])
        for field, hint in vars(base).get("__annotations__", {}).items():
            hints[field] = typed(hint, dict(space)) if isinstance(hint, str) else hint
    return {field.name: hints[field.name] for field in dataclasses.fields(each) if field.compare}


def test_equality_and_hash_of_a_frozen_value_hold_no_translated_text():
    found = [
        f"{each.__module__}.{each.__name__}.{name}"
        for each in frozen_values()
        for name, hint in compared(each).items()
        if is_lazy(hint)
    ]
    assert not found, f"compared by words that change with the language: {found}"


def holds_words(value) -> bool:
    if isinstance(value, Promise):
        return True
    if isinstance(value, tuple | frozenset):
        return any(holds_words(each) for each in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return False
    params = type(value).__dataclass_params__  # type: ignore[attr-defined]
    return params.eq and any(
        holds_words(getattr(value, field.name))
        for field in dataclasses.fields(value)
        if field.compare
    )


def test_no_dictionary_or_set_in_memory_is_keyed_by_translated_text():
    gc.unfreeze()  # the suite sets aside what was loaded (tests/conftest.py)
    found = [
        repr(key)[:100]
        for holder in gc.get_objects()
        if isinstance(holder, dict | set | frozenset)
        for key in list(holder)
        if holds_words(key)
    ]
    assert not found, f"found again in one language only: {found[:10]}"


@pytest.mark.parametrize("code", sorted(DEEDS))
def test_an_operation_is_itself_in_both_languages(code):
    operation = DEEDS[code]
    seen = set()
    for language in LANGUAGES:
        with translation.override(language):
            seen.add(hash(operation))
            assert operation in {dataclasses.replace(operation): None}
    assert seen == {hash(code)}


GATES = [operation for operation in DEEDS.values() if operation.gate]


def test_every_gate_asks_the_same_in_both_languages(world):
    assert len(GATES) >= 5
    asked = 0
    for review in world.reviews():
        for gate in GATES:
            told = {}
            for language in LANGUAGES:
                with translation.override(language):
                    found = door.obstacles(review, gate, world.today)
                    told[language] = [(each.code, each.is_warning) for each in found]
            assert told["en"] == told["cy"], (review.stage, gate.code)
            asked += len(told["en"])
    assert asked > 100


def asked_as(review, operation, user) -> tuple[object, ...]:
    """What the door answers, without its words."""
    answer = door.ask(review, operation, user)
    return (
        answer.refusal is None,
        answer.in_time,
        [each.code for each in answer.obstacles],
        [each.code for each in answer.warnings],
    )


@pytest.mark.parametrize("role", ["coordinator", "outsider"])
def test_every_operation_is_allowed_and_refused_alike_in_both_languages(world, role):
    user, yes = world.user(role), 0
    for code, operation in DEEDS.items():
        if not isinstance(operation.may, May):
            continue  # an operation on a board, which knows no case
        review = world.review_at(next(iter(sorted(operation.during)), Stage.PANEL))
        told = {}
        for language in LANGUAGES:
            with translation.override(language):
                told[language] = asked_as(review, operation, user)
        assert told["en"] == told["cy"], code
        yes += bool(told["en"][0])
    assert (yes > 20) == (role == "coordinator")
