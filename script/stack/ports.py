"""Whether the address can be had."""

import socket

from stack import StackError


def check_free(port: int, host: str = "127.0.0.1") -> None:
    """Raises StackError if something already listens there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise StackError(
                f"Port {port} cannot be used ({error.strerror}). Choose another: --port {port + 1}"
            ) from error


def any_free() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
