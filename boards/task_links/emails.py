"""The message that brings the code."""

from boards.models import TaskLink
from common.outbox.post import post


def code_sent(link: TaskLink, code: str) -> None:
    """To the person's own address, with nothing of what it is for."""
    post(
        kind="accounts.task_code",
        to=link.person,
        template="boards/task_links/emails/code",
        context={"code": code},
        key=f"accounts.task_code:{link.pk}:{link.codes_sent}",
        is_private=True,
        asked_for=True,
    )
