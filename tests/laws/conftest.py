"""The world with what some addresses speak of."""

import pytest

from boards.invitations.services import invite
from boards.models import User
from tests.cast import make_person


@pytest.fixture
def stage(world):
    """The world, with an invitation that is open and an account that is closed."""
    invite(world.board, world.person("no-account"), by=world.user("coordinator"), on=world.today)
    closed = make_person(world.board, "closed-account")
    closed.user = User.objects.create_user(closed.email, is_active=False)
    closed.save()
    return world
