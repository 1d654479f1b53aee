"""Whatever changes a case goes through the door, and nothing moves it past the door."""

import ast
import inspect

import pytest

from common.deeds import DEEDS
from reviews.journey import Journey, Stage
from reviews.models import Review
from reviews.permissions import BY_APPOINTMENT, BY_OFFICE, JUDGING, May
from tests.laws.sources import OF_CASES, called, calls, files, place, tree

MOVES = {move.name for move in Review().get_all_stage_transitions()}
# These answer a question or are a step of a deed that is done elsewhere; each with its reason.
NOT_DEEDS = {
    "keep_choice": "a step of recommending, under its deed",
    "write": "a step of recording a learning event, under either of its deeds",
    "next_number": "a step of logging a referral, under its deed",
    "start": "of a referral on the public page: whoever does it has no account",
    "save": "the same",
    "send": "the same; the ledger says that it came",
    "forget_the_unsent": "what nobody sent on the public page is not kept",
    "grant": "a step of appointing",
    "grant_open_appointments": "follows from accepting an invitation, which is recorded",
}


def services():
    for path in files(*OF_CASES, "boards"):
        if path.name == "services.py" and "account" not in path.parts:
            for node in tree(path).body:
                if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                    yield path, node


# Modules that a service may be called through, as in `services.close(review, …)`.
MODULES = {"services", "closing", "referral", "decision", "recommendation", "timelines", "events"}


def caller(node: ast.Call) -> str:
    """The plain name in front of what is called: `review` of `review.close()`; '' for others."""
    if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
        return node.func.value.id
    return ""


def writes(node: ast.AST) -> bool:
    """Whether the function itself writes rows."""
    return bool(calls(node) & {"create", "save", "delete", "bulk_create", "get_or_create"})


# The last is a deed to an agency's return, and goes through `deed` itself.
DOORS = {"deed", "advance", "to_what_came"}


def test_every_service_that_is_asked_for_by_somebody_is_a_deed():
    """Whoever takes `by` acts, and acts through the door. Whoever writes without it is listed."""
    found = 0
    for path, node in services():
        words = {arg.arg for arg in (*node.args.args, *node.args.kwonlyargs)}
        through = calls(node) & DOORS
        if {"by", "on"} <= words and node.name not in NOT_DEEDS:
            found += 1
            assert through, f"{place(path, node)} {node.name} acts without a deed"
    assert found > 30


def test_nothing_writes_past_the_door_but_what_is_listed():
    for path, node in services():
        if path.parts[-2] == "invitations" or node.name in NOT_DEEDS:
            continue
        if writes(node):
            steps = "open_" if node.name.startswith(("open_", "lock")) else ""
            assert calls(node) & DOORS or steps, f"{place(path, node)} {node.name} writes rows"


def test_every_deed_is_done_by_keyword_and_knows_no_request():
    for path, node in services():
        words = [arg.arg for arg in (*node.args.posonlyargs, *node.args.args)]
        assert "request" not in words, place(path, node)
        if calls(node) & DOORS:
            assert not {"by", "on"} & set(words), f"{place(path, node)}: by and on by keyword only"
            keyword_only = {arg.arg for arg in node.args.kwonlyargs}
            assert {"by", "on"} <= keyword_only, f"{place(path, node)} {node.name}"


def test_a_service_says_what_it_does():
    for path, node in services():
        if calls(node) & DOORS:
            assert ast.get_docstring(node), f"{place(path, node)} {node.name}"


def test_only_the_door_moves_a_review():
    for path in files():
        if path.parts[-2:] in (("reviews", "door.py"), ("common", "fsm.py")):
            continue
        for node in ast.walk(tree(path)):
            where = place(path, node)
            if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                for target in targets:
                    assert not (isinstance(target, ast.Attribute) and target.attr == "stage"), where
            if isinstance(node, ast.Call):
                name = called(node)
                words = {word.arg for word in node.keywords}
                assert not (name in ("update", "bulk_update") and "stage" in words), where
                if name == "bulk_update":
                    assert "'stage'" not in ast.dump(node), where
                whose = caller(node)
                if name in MOVES and whose:
                    is_service = "door" not in whose and bool(
                        words & {"by", "on"} or any(word.arg is None for word in node.keywords)
                    )
                    assert (
                        whose in MODULES or is_service or whose not in ("review", "fresh", "self")
                    ), where


def test_only_taking_on_and_undoing_ask_the_door_for_a_bare_move():
    """Every other move is made through `advance`, which asks the gate."""
    asked = {
        (path.parts[-2], path.name)
        for path in files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.module == "reviews.door"
        if {each.name for each in node.names} & {"move", "move_back"}
    }
    assert asked == {("taking_on", "services.py"), ("correcting", "services.py")}


def test_only_the_door_writes_down_a_move():
    for path in files():
        if path.parts[-2:] != ("reviews", "door.py"):
            assert "StageChange.objects.create" not in path.read_text(), path


def test_every_deed_has_its_words_and_its_right():
    for kind in DEEDS.values():
        assert str(kind.label).strip(), kind.code
        assert str(kind.verb.sentence).strip().endswith((".", "}")), kind.code
        assert kind.may.sentence, kind.code
        assert set(kind.during) <= set(Stage), kind.code
        assert not kind.verb.reading, kind.code


def test_the_hard_gates_are_five():
    assert {kind.code for kind in DEEDS.values() if kind.gate} == {
        "reviews.commissioned",
        "reports.accepted",
        "library.sent_to_government",
        "library.published",
        "reviews.closed",
    }


def test_every_right_says_what_it_allows_and_somebody_has_it():
    granted = set().union(*BY_OFFICE.values(), *BY_APPOINTMENT.values())
    for right in May:
        assert str(right.sentence).strip().endswith("."), right
        assert right in granted, f"nobody may ever {right}"
    assert granted <= set(May)
    assert set(JUDGING) <= set(May)
    assert len({str(right.sentence) for right in May}) == len(May)


def test_every_right_to_act_is_used_by_a_deed_or_asked_by_a_page():
    used = {kind.may for kind in DEEDS.values()} | {
        kind.record_with for kind in DEEDS.values() if kind.record_with
    }
    text = "\n".join(path.read_text() for path in files() if path.name != "permissions.py")
    for right in May:
        assert right in used or f"May.{right.name}" in text, f"{right} guards nothing"


def test_no_django_permission_opens_a_case(world):
    """A May is no row: nobody can be granted one, and a superuser holds none."""
    root, review = world.user("root"), world.review_at("decision")
    for right in May:
        assert not root.has_perm(right, review)
        assert not root.has_perm(right)
        assert not root.has_perm(f"reviews.{right}")
    assert not world.user("coordinator").has_perm(May.VIEW)


@pytest.mark.parametrize("move", sorted(MOVES))
def test_every_move_says_what_it_is_and_cites_its_rule(move):
    assert inspect.getdoc(getattr(Journey, move)), move
