"""The key of a form, so that a second click finds what the first one did."""

import uuid

from django.db import models

from common import clock


class Submission(models.Model):
    """A form that was accepted, by the hidden key it carried. Made in the act's transaction."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    user_id = models.BigIntegerField()
    result = models.CharField(max_length=300)
    at = models.DateTimeField(default=clock.now)
