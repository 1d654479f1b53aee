"""What was begun on the public page and never sent is spoken of once, and then not kept."""

from celery import shared_task

from reviews.referral.public.services import forget_the_unsent, remind_the_silent


@shared_task(name="reviews.referral.public.tasks.forget")
def forget() -> None:
    remind_the_silent()
    forget_the_unsent()
