"""What was begun on the public page and never sent is not kept."""

from celery import shared_task

from reviews.referral.public.services import forget_the_unsent


@shared_task(name="reviews.referral.public.tasks.forget")
def forget() -> None:
    forget_the_unsent()
