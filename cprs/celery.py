"""Celery: the worker, and the whole schedule on one page."""

import os
from typing import Any

from celery import Celery
from celery.signals import worker_ready

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cprs.settings")

app = Celery("cprs")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_ready.connect
def look_at_once(sender: Any, **_about: Any) -> None:
    """A worker that starts, or starts again, does not wait for the next tick."""
    with sender.app.connection_for_write() as line:
        for _every, task, _why in SCHEDULE[:2]:
            sender.app.send_task(task, connection=line, expires=TICK, retry=False)


TICK = int(os.environ.get("CPRS_TICK", "30"))  # what is due waits no longer than this

# When (seconds) | task | why. Every entry expires with its period: a late tick is worthless,
# because the next one does the same work from the same rows.
SCHEDULE = [
    (TICK, "common.outbox.tasks.sweep", "send the mail whose time has come"),
    (TICK, "desk.reminders.tasks.sweep", "pass on the reminders whose day has come"),
    (30, "common.health.tasks.tick", "show that beat and worker are alive"),
    (30, "common.papers.tasks.sweep", "make the papers that somebody asked for"),
    (900, "boards.leaving.tasks.end_accounts", "close the accounts of those who have left"),
    (60, "audit.tasks.chain", "chain the ledger's committed rows by hash"),
    (3600, "reviews.referral.public.tasks.forget", "forget referrals that were never sent"),
    (3600, "reviews.referral.public.tasks.remind", "remind those who have not sent a referral"),
    (3600, "audit.tasks.chain_whole", "chain what committed very late"),
    (86400, "common.uploads.tasks.sweep_orphans", "take away stored bytes that no row knows"),
]
# The modules of the scheduled tasks, and what beat itself notes of its life.
app.conf.include = sorted({task.rpartition(".")[0] for _, task, _ in SCHEDULE})
app.conf.include += ["common.health.beats"]
app.conf.beat_schedule = {
    f"{task}: {why}": {"task": task, "schedule": float(every), "options": {"expires": every}}
    for every, task, why in SCHEDULE
}
