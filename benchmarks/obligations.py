"""Many people, each to be reminded today of one action: rows as the services would leave them."""

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection

from action_plans.models import Action, Plan, Status
from benchmarks.copies import fill
from boards.models import Listing, Person
from common.models import OutboxMessage
from deadlines.models import Reached, Reminder, Timetable
from deadlines.services import derive
from guidance.milestones import Milestone
from reviews.journey import Stage
from reviews.models import Review
from tests.world import World, walk

A_CASE = 20  # actions of one plan
A_STEP = dt.timedelta(weeks=2)  # before its day, the owner of an action is reminded


def owe(count: int, today: dt.date) -> int:
    """Copies of a case with an action for each of so many people. The reminders that are due."""
    world, due_on = World(), today + A_STEP
    template = world.review_at(Stage.FOLLOW_THROUGH)
    before = set(Review.objects.values_list("pk", flat=True))
    fill([template], -(-count // A_CASE))
    number_on()
    cases = Review.objects.exclude(pk__in=before).order_by("pk")
    plans = Plan.objects.filter(review__in=cases).select_related("review").order_by("pk")
    model = Action.objects.filter(plan__review=template).earliest("pk")
    people = Person.objects.bulk_create(
        Person(name=f"Owner {n}", email=f"owner-{n}@many.test", language=("", "cy", "en-gb")[n % 3])
        for n in range(count)
    )
    Listing.objects.bulk_create(
        Listing(board=world.board, person=each, from_on=today) for each in people
    )
    actions = []
    for number, (person, plan) in enumerate(zip(people, repeated(plans), strict=False)):
        values = {f.attname: getattr(model, f.attname) for f in model._meta.concrete_fields}
        values |= {"id": None, "uuid": uuid.uuid4(), "plan_id": plan.pk, "owner_id": person.pk}
        values |= {"number": 1000 + number % A_CASE, "due_on": due_on, "status": Status.OPEN}
        actions.append(Action(**values))
    Action.objects.bulk_create(actions)
    days = {plan.pk: plan.review.timetable_id for plan in plans}
    yesterday = today - dt.timedelta(days=1)
    Reached.objects.bulk_create(
        Reached(
            timetable_id=days[action.plan_id],
            milestone=Milestone.ACTION_DUE,
            part=action.part,
            on=due_on,
            recorded_at=dt.datetime.combine(yesterday, dt.time(12), tzinfo=dt.UTC),
        )
        for action in actions
    )
    derive(Timetable.objects.filter(pk__in=set(days.values())))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    due: int = Reminder.objects.due(today).count()
    return due


def number_on() -> None:
    """The copies came with their keys: what is made next is numbered after them."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models()):
            cursor.execute(statement)


def repeated(plans: Iterable[Plan]) -> Iterator[Plan]:
    for plan in plans:
        for _ in range(A_CASE):
            yield plan


def main(count: int, today: dt.date, *, walked: bool = False) -> None:
    """The whole database of the benchmark, or more in one that was walked before; prints how many
    reminders are due."""
    if not walked:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        walk()
    OutboxMessage.objects.all().delete()  # the walk's own letters
    due = owe(count, today)
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE owed_today AS SELECT id FROM deadlines_reminder"
            " WHERE settled_at IS NULL AND due_on <= %s",
            [today],
        )
    print(due)
