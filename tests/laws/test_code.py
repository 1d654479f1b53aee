"""What a reader may rely on in every file of ours."""

import ast
import re
from pathlib import Path

import pytest

from tests.laws.sources import OF_CASES, ROOT, called, files, place, tree

VAGUE = re.compile(r"(^|_)(utils?|helpers?|managers?|handlers?|data|info)(_|$)|^process_")
TOLD = ("print", "breakpoint", "pprint")
LONGEST = 300
TESTS = sorted((ROOT / "tests").rglob("*.py"))
ALL = [*files(), *TESTS]


@pytest.mark.parametrize("path", ALL, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_short_and_says_what_lives_in_it(path: Path):
    text = path.read_text()
    limit = LONGEST if path not in TESTS else 420
    assert len(text.splitlines()) <= max(limit, LENGTHS.get(str(path.relative_to(ROOT)), 0))
    assert not re.search(r"\b(TODO|FIXME|XXX)\b", text) or path == Path(__file__)
    if text.strip() and path not in TESTS:
        assert ast.get_docstring(tree(path)), "no word on what lives here"
    assert not VAGUE.search(path.stem), path.stem


# Longer, for a reason.
LENGTHS = {
    "guidance/editions/cpr_2016.py": 380,  # one edition, every limit with its citation
    "cprs/settings.py": 400,  # one file for every mode
    "common/deeds.py": 360,  # the deed and its door, read together
}


def test_nothing_is_imported_inside_a_function_or_for_types_only():
    for path in files():
        for node in ast.walk(tree(path)):
            inner = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            if inner or (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)):
                for each in ast.walk(node):
                    assert not isinstance(each, ast.Import | ast.ImportFrom), place(path, each)


def test_nobody_prints():
    for path in files():
        if "management" not in path.parts:
            for node in ast.walk(tree(path)):
                bare = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
                assert not (bare and called(node) in TOLD), place(path, node)


def test_there_are_no_signals_of_ours():
    for path in files():
        if path.parts[-3:-1] != ("boards",):
            text = path.read_text()
            assert not re.search(r"post_save|pre_save|post_delete|Signal\(", text), path


# Django looks for these by name.
DJANGOS = {
    "UserManager",
    "get_context_data",
    "process_exception",
    "process_request",
    "process_view",
    "receive_data_chunk",
    "value_from_datadict",
    "value_omitted_from_data",
}


def test_no_name_is_vague():
    for path in files():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name not in DJANGOS:
                assert not VAGUE.search(node.name.lower()), f"{place(path, node)} {node.name}"


# How a page may find rows: on the review it has opened, or by what the reader owns.
FOUND = re.compile(
    r"self\.review|fresh|review=review|visible_to|owned_by|returnable_by|person__user=user"
    r"|pk__in=held|sought|sent_to|self\.incoming|agency_return"
)


def test_a_page_of_a_case_finds_rows_only_where_the_reader_may_look():
    for path in files(*OF_CASES):
        if path.name not in ("views.py", "returns.py"):
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef):
                source = ast.unparse(node)
                if ".objects" in source or "get_object_or_404" in source:
                    assert FOUND.search(source), f"{place(path, node)} {node.name}"


def test_decisions_are_numbered_in_step_and_titled():
    records = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))
    assert records
    for number, path in enumerate(records, 1):
        assert path.name.startswith(f"{number:04}-"), path.name
        title = path.read_text().splitlines()[0]
        assert re.match(rf"# {number}\. \w", title), f"{path.name}: {title}"
