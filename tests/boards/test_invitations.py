import datetime as dt
import re
import threading

import pytest
from django.db import connection
from django.urls import reverse

from audit.ledger import Entry
from boards.invitations.services import (
    NoInvitation,
    accept_invitation,
    invite,
    withdraw_invitation,
)
from boards.models import Invitation, User
from boards.models.invitation import LIFETIME, hash_of
from common import clock
from common.deeds import NotNow, Refused
from common.models import OutboxMessage
from tests.cast import make_person

PASSWORD = "heather gorse and rowan"


@pytest.fixture
def person(board):
    return make_person(board, "newcomer", language="cy")


@pytest.fixture
def sent(board, person, coordinator):
    """The token of an invitation that was sent."""
    invite(board, person, by=coordinator, on=clock.today())
    return token_in(OutboxMessage.objects.get(person=person.pk))


def token_in(message):
    return re.findall(r"/accounts/invitation/([^/\s]+)/", message.text)[0]


def without_csrf(content):
    return re.sub(rb'csrfmiddlewaretoken" value="[^"]*"', b"", content)


def open_page(client, token):
    return client.get(reverse("accept_invitation", args=[token]), follow=True)


def answer(client, password=PASSWORD, again=None, language="cy"):
    return client.post(
        reverse("accept_invitation", args=["open"]),
        {"password1": password, "password2": again or password, "language": language},
    )


def test_the_message_is_in_the_persons_language_and_names_nobody(sent, person, coordinator):
    message = OutboxMessage.objects.get()
    assert message.to == person.email
    assert message.language == "cy"
    assert message.is_private
    for name in (person.name, coordinator.person.name):
        assert name not in message.subject + message.text + message.html


def test_only_the_hash_of_the_token_is_kept(sent):
    invitation = Invitation.objects.get()
    assert invitation.token_hash == hash_of(sent)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT i::text FROM boards_invitation i UNION ALL"
            " SELECT m::text FROM common_outboxmessage m UNION ALL"
            " SELECT e::text FROM audit_entry e"
        )
        assert not any(sent in row for (row,) in cursor.fetchall())


def test_an_invitation_opens_an_account_once(sent, person, client, settings):
    settings.SECOND_FACTOR_REQUIRED = False
    page = open_page(client, sent)
    assert page.status_code == 200
    assert sent not in page.request["PATH_INFO"]
    done = answer(client)
    assert done.status_code == 302
    person.refresh_from_db()
    assert person.user.check_password(PASSWORD)
    assert client.session["_auth_user_id"] == str(person.user.pk)
    assert Entry.objects.get(verb="boards.invitation_accepted").by_id == person.user.pk
    client.logout()
    assert open_page(client, sent).status_code == 404
    with pytest.raises(NoInvitation):
        accept_invitation(sent, password=PASSWORD)


def test_opening_the_page_uses_nothing_up(sent, client):
    assert open_page(client, sent).status_code == 200
    assert open_page(client, sent).status_code == 200
    assert not User.objects.filter(email__startswith="newcomer").exists()


def test_an_invitation_runs_out(sent, client):
    Invitation.objects.update(
        sent_at=clock.now() - LIFETIME - dt.timedelta(minutes=1),
        expires_at=clock.now() - dt.timedelta(minutes=1),
    )
    assert open_page(client, sent).status_code == 404
    with pytest.raises(NoInvitation):
        accept_invitation(sent, password=PASSWORD)


def test_a_second_invitation_ends_the_first(sent, board, person, coordinator, client):
    second = invite(board, person, by=coordinator, on=clock.today())
    with pytest.raises(NoInvitation):
        accept_invitation(sent, password=PASSWORD)
    newest = OutboxMessage.objects.get(key=f"accounts.invited:{second.pk}")
    assert accept_invitation(token_in(newest), password=PASSWORD).person == person


def test_a_withdrawn_invitation_opens_nothing(sent, board, coordinator):
    withdraw_invitation(board, Invitation.objects.get(), by=coordinator, on=clock.today())
    with pytest.raises(NoInvitation):
        accept_invitation(sent, password=PASSWORD)


@pytest.mark.parametrize("token", ["", "open", "x" * 43, "%00"])
def test_an_invented_token_looks_like_a_used_one(token, sent, client):
    invented = open_page(client, token or "none")
    Invitation.objects.update(withdrawn_at=clock.now())
    used = open_page(client, sent)
    assert invented.status_code == used.status_code == 404
    assert without_csrf(invented.content) == without_csrf(used.content)


def test_a_weak_or_mistyped_password_is_refused(sent, client, person):
    open_page(client, sent)
    for first, second in [
        ("short", "short"),
        ("password1234", "password1234"),
        (PASSWORD, PASSWORD + "!"),
        (person.email, person.email),
    ]:
        assert answer(client, first, second).status_code == 200
    assert not User.objects.filter(email=person.email).exists()


def test_who_has_an_account_is_not_invited(board, coordinator, reviewer):
    with pytest.raises(NotNow):
        invite(board, reviewer.person, by=coordinator, on=clock.today())


def test_only_a_boards_own_people_are_invited_by_it(
    person, board, other_board, other_board_coordinator, superuser, reviewer
):
    for stranger in (other_board_coordinator, superuser, reviewer):
        with pytest.raises(Refused):
            invite(board, person, by=stranger, on=clock.today())
    with pytest.raises(Refused):
        invite(other_board, person, by=other_board_coordinator, on=clock.today())
    assert not OutboxMessage.objects.exists()


def test_the_language_chosen_is_kept(sent, client, person, settings):
    settings.SECOND_FACTOR_REQUIRED = False
    open_page(client, sent)
    answer(client, language="en-gb")
    person.refresh_from_db()
    assert person.language == "en-gb"


def test_after_accepting_the_second_factor_comes_next(sent, client, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    open_page(client, sent)
    assert answer(client).url == reverse("mfa_index")


@pytest.mark.django_db(transaction=True)
def test_two_who_accept_at_the_same_moment_open_one_account(sent, person):
    both_ready = threading.Barrier(2)
    opened: list[User | None] = []

    def accept():
        both_ready.wait()
        try:
            opened.append(accept_invitation(sent, password=PASSWORD))
        except NoInvitation:
            opened.append(None)
        finally:
            connection.close()

    threads = [threading.Thread(target=accept) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(user is not None for user in opened) == 1
    assert User.objects.filter(email=person.email).count() == 1
