"""Where the stack keeps its things."""

import os
import pwd
import shutil

import pytest
from stack import StackError, keys, places, running, surroundings


def test_sockets_stay_short_however_long_the_path(tmp_path):
    found = places.find(tmp_path / ("x" * 120))
    try:
        assert len(str(found.sockets / "postgres" / ".s.PGSQL.5432")) < 100
    finally:
        shutil.rmtree(found.sockets)
        shutil.rmtree(found.cluster)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to somebody else")
def test_a_folder_of_somebody_else_is_not_used(tmp_path):
    os.chown(tmp_path, pwd.getpwnam("nobody").pw_uid, -1)
    with pytest.raises(StackError, match="belongs to somebody else"):
        places.owned_folder(tmp_path)


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "link").symlink_to("/tmp")
    with pytest.raises(StackError, match="belongs to somebody else"):
        places.owned_folder(tmp_path / "link")


def test_secrets_are_made_once_and_for_us_alone(tmp_path):
    first = keys.secret_files(tmp_path)
    before = {name: (tmp_path / name).read_text() for name in ("secret-key", "field-keys")}
    assert keys.secret_files(tmp_path) == first
    for name, text in before.items():
        assert (tmp_path / name).read_text() == text
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600


def test_a_folder_begun_as_the_demo_stays_the_demo(tmp_path):
    surroundings.fix_kind(tmp_path, "demo")
    with pytest.raises(StackError, match="begun without --no-demo"):
        surroundings.fix_kind(tmp_path, "development")


def test_a_lock_left_by_a_start_that_is_gone_is_no_obstacle(tmp_path):
    os.close(running.take_over(tmp_path, "http://127.0.0.1:1/"))
    os.close(running.take_over(tmp_path, "http://127.0.0.1:2/"))
    assert running.where(tmp_path) == (os.getpid(), "http://127.0.0.1:2/")
