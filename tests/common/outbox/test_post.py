import threading
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.mail import EmailMultiAlternatives
from django.db import connection, transaction
from django.test import override_settings

from common.models import OutboxMessage
from common.outbox.post import message_id, post

HELLO: dict[str, Any] = {
    "kind": "accounts.invited",
    "to": "gwen@example.test",
    "template": "boards/invitations/emails/invited",
    "context": {"link": "/accounts/invitation/abc/"},
}


@pytest.mark.django_db
def test_a_message_is_written_in_the_language_of_its_reader():
    welsh = post(**HELLO, language="cy", key="one")
    english = post(**HELLO, language="en-gb", key="two")
    assert "Gwahoddiad" in welsh.subject
    assert "invit" in english.subject.lower()
    assert 'lang="cy"' in welsh.html
    assert "Gwahoddiad" not in english.text


@pytest.mark.django_db
@pytest.mark.parametrize("language", [None, "", "fr"])
def test_an_unknown_language_means_both_and_welsh_first(language):
    message = post(**HELLO, language=language, key="one")
    welsh, english = message.subject.split(" / ")
    assert "Gwahoddiad" in welsh
    assert "invit" in english.lower()
    assert message.html.index('lang="cy"') < message.html.index('lang="en"')
    assert message.text.count("/accounts/invitation/abc/") == 2


@pytest.mark.django_db
def test_the_same_key_twice_is_one_message():
    first = post(**HELLO, language="cy", key="one")
    second = post(**HELLO, language="en-gb", key="one")
    assert first.pk == second.pk
    assert OutboxMessage.objects.count() == 1
    assert second.language == "cy"


@pytest.mark.django_db
def test_links_come_from_the_settings_and_are_paths_of_ours(settings: LazySettings):
    settings.BASE_URL = "https://reviews.example.test"
    message = post(**HELLO, language="cy", key="one")
    assert "https://reviews.example.test/accounts/invitation/abc/" in message.text
    assert message.message_id.endswith("@reviews.example.test>")
    for foreign in ("https://evil.test/", "//evil.test/", "javascript:x"):
        with pytest.raises(ValueError, match="path of ours"):
            post(**{**HELLO, "context": {"link": foreign}}, key="two")


def test_the_message_id_follows_from_the_key_alone():
    assert message_id("a") == message_id("a") != message_id("b")


@pytest.mark.django_db
def test_the_database_sees_no_text():
    post(**HELLO, language="en-gb", key="one")
    with connection.cursor() as cursor:
        cursor.execute("SELECT text, html FROM common_outboxmessage")
        assert "invitation" not in "".join(cursor.fetchone())


@pytest.mark.django_db
def test_mail_of_django_becomes_a_row_for_each_address(settings: LazySettings):
    settings.EMAIL_BACKEND = "common.outbox.backend.OutboxBackend"
    mail = EmailMultiAlternatives("Subject", "Text", to=["a@example.test", "b@example.test"])
    mail.attach_alternative("<p>Text</p>", "text/html")
    mail.send()
    rows = OutboxMessage.objects.order_by("to")
    assert [(m.to, m.text, m.html) for m in rows] == [
        ("a@example.test", "Text", "<p>Text</p>"),
        ("b@example.test", "Text", "<p>Text</p>"),
    ]


@pytest.mark.django_db(transaction=True)
def test_posting_outside_a_transaction_is_refused():
    with pytest.raises(RuntimeError, match="transaction"):
        post(**HELLO, language="cy", key="one")


@pytest.mark.django_db(transaction=True)
def test_a_message_of_an_undone_act_is_undone_too():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        post(**HELLO, language="cy", key="one")
        1 / 0  # noqa: B018 - the act fails
    assert not OutboxMessage.objects.exists()


@pytest.mark.django_db(transaction=True)
@override_settings(OUTBOX_DELIVERS=True)
@pytest.mark.parametrize("fault", [OSError, ModuleNotFoundError, RuntimeError])
def test_a_worker_that_cannot_be_woken_spoils_nothing(monkeypatch, fault):
    def down(*_, **__):
        raise fault

    monkeypatch.setattr("common.waking.current_app.send_task", down)
    monkeypatch.setattr("common.outbox.post.bell.quiet_until", 0.0)
    with transaction.atomic():
        post(**HELLO, language="cy", key="one")
    assert OutboxMessage.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_same_key_at_the_same_moment_is_one_message():
    errors = []

    def write():
        try:
            with transaction.atomic():
                post(**HELLO, language="cy", key="one")
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert OutboxMessage.objects.count() == 1
