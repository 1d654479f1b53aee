"""The set-up: what is skipped, what is named, what is never left half done."""

import subprocess
import sys

import pytest
from stack import StackError, progress, stamps, style, suite, system


def test_a_stamp_changes_with_the_name_and_the_content_of_a_file(tmp_path, monkeypatch):
    monkeypatch.setattr(stamps, "ROOT", tmp_path)
    file = tmp_path / "a"
    file.write_text("one")
    first = stamps.digest([file])
    stamps.write(tmp_path / "stamp", first)
    assert stamps.matches(tmp_path / "stamp", stamps.digest([file]))
    file.write_text("two")
    assert not stamps.matches(tmp_path / "stamp", stamps.digest([file]))
    file.rename(tmp_path / "b")
    assert stamps.digest([tmp_path / "b"]) not in (first, stamps.digest([tmp_path / "stamp"]))


def test_a_step_that_fails_shows_the_end_of_its_log(tmp_path):
    with pytest.raises(StackError, match=r"failed \(3\)[\s\S]*the reason"):
        progress.run(
            "Building",
            [sys.executable, "-c", "print('the reason'); raise SystemExit(3)"],
            tmp_path / "log",
        )


@pytest.fixture
def ordinary_person(monkeypatch):
    """On Debian, and not root."""
    monkeypatch.setattr(system, "can_install", lambda: False)
    monkeypatch.setattr("sys.platform", "linux")


def test_missing_pdf_libraries_are_named_in_one_line_and_stop_nothing(
    ordinary_person, monkeypatch, capsys
):
    monkeypatch.setattr(system, "loads", lambda library: "harfbuzz" not in library)
    system.offer_pango()
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "apt-get install -y libharfbuzz-subset0" in said


def test_a_python_without_environments_is_named(ordinary_person, monkeypatch):
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(StackError, match=r"apt-get install -y python3\.\d+-venv"):
        system.require_venv()


def test_without_chromium_the_suite_says_why_and_fails(ordinary_person, monkeypatch, capsys):
    runs: list[list[str]] = []

    def passing(arguments):
        runs.append(arguments)
        return 0

    monkeypatch.setattr(system, "chromium", lambda: None)
    monkeypatch.setattr(suite, "set_up", lambda browsers: None)
    monkeypatch.setattr(suite, "pytest", passing)
    assert suite.command([]) == 1
    assert "Browser tests need Chromium" in capsys.readouterr().err
    assert [run[-2:] for run in runs] == [["-m", "not browser"]]
    assert suite.command(["-m", "not browser"]) == 0


def test_an_old_node_is_not_used(monkeypatch, tmp_path):
    for name in ("node", "npm"):
        (tmp_path / name).write_text("#!/bin/sh\necho v18.19.0\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert style.machines_npm() is None


def test_nodejs_of_the_wheel_runs_npm():
    call, _folder = style.wheels_npm()
    done = subprocess.run([*call, "--version"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
