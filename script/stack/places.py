"""Where things lie: the data folder, and the short private folders PostgreSQL and sockets need.

A socket's path may be 107 characters at most, and PostgreSQL refuses to run as root. So the sockets
lie in a short folder of their own; and for root the cluster lies under /var/lib, where the
unprivileged account that runs it can reach it, with a link to it in the data folder.
"""

import hashlib
import os
import pwd
import secrets
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from stack import StackError
from stack.progress import warn

ROOTS_PLACE = Path("/var/lib/cprs")
ACCOUNT = "nobody"


def account() -> pwd.struct_passwd | None:
    """The account PostgreSQL runs under when we are root; otherwise our own, None."""
    return pwd.getpwnam(ACCOUNT) if os.geteuid() == 0 else None


@dataclass(frozen=True)
class Places:
    """The folders of one stack."""

    data: Path
    cluster: Path
    sockets: Path

    @property
    def logs(self) -> Path:
        return self.data / "logs"

    def lock(self, name: str) -> Path:
        return self.data / "locks" / name


def owned_folder(
    path: Path, *, shared: bool = False, owner: pwd.struct_passwd | None = None
) -> Path:
    """The folder, made if need be, closed to others. Raises StackError if it is somebody else's."""
    path.mkdir(parents=True, exist_ok=True)
    found = path.lstat()
    allowed = {os.geteuid()} | ({owner.pw_uid} if owner else set())
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in allowed:
        raise StackError(f"{path} belongs to somebody else.")
    path.chmod(0o711 if shared else 0o700)
    if owner:
        os.chown(path, owner.pw_uid, owner.pw_gid)
    return path


def find(data: Path) -> Places:
    """The places of the stack that keeps its things in `data`; made where they are missing."""
    data = data.absolute()
    owned_folder(data)
    for name in ("logs", "locks", "redis", "beat", "staticfiles"):
        owned_folder(data / name)
    name = hashlib.sha256(os.fsencode(data)).hexdigest()[:10]
    sockets = owned_folder(Path("/tmp") / f"cprs-{os.geteuid()}-{name}", shared=True)
    owned_folder(sockets / "redis")
    owned_folder(sockets / "postgres", owner=account())
    return Places(data, cluster_of(data), sockets)


def cluster_of(data: Path) -> Path:
    """The database's folder: within the data, or for root behind a link from there."""
    link = data / "postgres"
    if not account():
        return owned_folder(link)
    if link.is_symlink():
        return owned_folder(link.resolve(), owner=account())
    if link.exists():
        raise StackError(
            f"{link} was made by an ordinary user. Start as them, or use another --data."
        )
    tell_of_orphans(data)
    owned_folder(ROOTS_PLACE, shared=True)
    place = owned_folder(ROOTS_PLACE / secrets.token_hex(5), owner=account())
    (place / "belongs-to").write_text(f"{data}\n")
    link.symlink_to(place)
    return place


def tell_of_orphans(data: Path) -> None:
    """A data folder that was deleted leaves its database behind; deleting that is not for us."""
    for note in ROOTS_PLACE.glob("*/belongs-to"):
        if note.read_text().strip() == str(data):
            warn(f"An earlier database of {data} is left in {note.parent}; remove it if unneeded.")


def temporary() -> Places:
    """Places for one test run, all within one short folder."""
    top = Path(tempfile.mkdtemp(prefix="cprs-test-", dir="/tmp"))
    top.chmod(0o711)
    for name in ("logs", "locks", "redis", "staticfiles"):
        owned_folder(top / name)
    cluster = owned_folder(top / "postgres", owner=account())
    sockets = owned_folder(top / "s", shared=True)
    owned_folder(sockets / "redis")
    owned_folder(sockets / "postgres", owner=account())
    return Places(top, cluster, sockets)
