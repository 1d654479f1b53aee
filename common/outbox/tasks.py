"""The sweep as a task. Beat starts it; a committed message wakes it sooner."""

from celery import shared_task

from common.outbox.sweep import STRETCH
from common.outbox.sweep import sweep as sweep_outbox
from common.outbox.transport import END_OF_DATA

# A sweep is begun for its stretch, and one server may then take its time over one text.
LONGEST = STRETCH + END_OF_DATA + 120


@shared_task(name="common.outbox.tasks.sweep", time_limit=LONGEST + 60, soft_time_limit=LONGEST)
def sweep() -> None:
    sweep_outbox()
