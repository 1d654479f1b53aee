"""Whoever began a referral on the public page is reminded of it; what is never sent is not kept."""

from celery import shared_task

from reviews.referral.public.reminding import remind_writers
from reviews.referral.public.services import forget_the_unsent


@shared_task(name="reviews.referral.public.tasks.forget")
def forget() -> None:
    forget_the_unsent()


@shared_task(name="reviews.referral.public.tasks.remind")
def remind() -> None:
    remind_writers()
