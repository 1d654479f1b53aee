"""Children and their family, with small stand-ins instead of the real programs."""

import os
import signal
import subprocess
import sys
import time

import pytest
from stack import ROOT, StackError, locks
from stack.children import Child
from stack.family import Backoff, Family

from tests.stack.conftest import wait_for

# Notes its start and its orderly end; its own child must go with it.
STAND_IN = """
import pathlib, signal, subprocess, sys, time
name, diary = sys.argv[1], pathlib.Path(sys.argv[2])
def note(word):
    with diary.open("a") as file: file.write(f"{word} {name}\\n")
def end(*_):
    note("end"); sys.exit()
signal.signal(signal.SIGTERM, signal.SIG_IGN if name == "deaf" else end)
subprocess.Popen(["sleep", "600"], close_fds=False)
note("begin")
time.sleep(600)
"""


@pytest.fixture
def stand_in(tmp_path):
    made = []

    def make(name: str, patience: float = 10) -> Child:
        child = Child(
            name=name,
            command=[sys.executable, "-c", STAND_IN, name, str(tmp_path / "diary")],
            lock=tmp_path / f"{name}.lock",
            log=tmp_path / f"{name}.log",
            env=os.environ,
            patience=patience,
        )
        made.append(child)
        return child

    yield make
    for child in made:
        child.patience = 0
        child.clear()


@pytest.fixture
def diary(tmp_path):
    file = tmp_path / "diary"
    return lambda: file.read_text().splitlines() if file.exists() else []


def test_children_end_last_first_and_take_theirs_with_them(stand_in, diary):
    children = [stand_in("first"), stand_in("second"), stand_in("third")]
    family = Family(children)
    for child in children:
        family.begin(child)
    wait_for(lambda: len(diary()) == 3)
    family.stop()
    assert diary()[3:] == ["end third", "end second", "end first"]
    assert all(locks.is_free(child.lock) for child in children)  # their own children too


def test_a_child_that_does_not_listen_is_ended_all_the_same(stand_in, diary):
    deaf = stand_in("deaf", patience=0.3)
    deaf.start()
    wait_for(diary)
    deaf.stop()
    assert locks.is_free(deaf.lock)


def test_a_child_that_dies_is_told_and_started_again(stand_in, diary, capsys):
    child = stand_in("web")
    family = Family([child])
    family.begin(child)
    wait_for(diary)
    os.kill(child.popen.pid, signal.SIGKILL)
    wait_for(child.died)
    family.tend()
    assert "web ended (SIGKILL)" in capsys.readouterr().err
    assert len(diary()) == 1
    family.backoffs["web"].again_at = 0
    family.tend()
    wait_for(lambda: len(diary()) == 2, within=5)
    family.stop()


def test_the_pauses_between_starts_grow_to_half_a_minute():
    backoff = Backoff(began=time.monotonic())
    assert [backoff.plan() for _ in range(7)] == [1, 2, 4, 8, 16, 30, 30]


def test_whoever_an_earlier_start_left_behind_is_ended(stand_in, diary):
    child = stand_in("web")
    child.start()
    wait_for(diary)
    child.popen.kill()
    child.popen.wait()
    assert not locks.is_free(child.lock)  # the child of the child lives on
    second = stand_in("web")
    second.handover = 0
    with pytest.raises(StackError, match="web is already running"):
        second.start()
    stand_in("web").clear()
    assert locks.is_free(child.lock)


PARENT = """
import sys, time, os
from pathlib import Path
from stack.children import Child
from stack.family import Family
folder, code = Path(sys.argv[1]), sys.argv[2]
child = Child("lone", [sys.executable, "-c", code, "lone", str(folder / "diary")],
              folder / "lone.lock", folder / "lone.log", os.environ)
Family([child], remove=folder / "removed").begin(child)
time.sleep(600)
"""


def test_the_death_of_the_parent_ends_the_children(stand_in, diary, tmp_path):
    stand_in("lone")
    (tmp_path / "removed").mkdir()
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(tmp_path), STAND_IN],
        env=os.environ | {"PYTHONPATH": str(ROOT / "script")},
    )
    wait_for(diary)
    parent.kill()
    parent.wait()
    wait_for(lambda: not (tmp_path / "removed").exists(), within=20)
    assert diary() == ["begin lone", "end lone"]
    assert locks.is_free(tmp_path / "lone.lock")
