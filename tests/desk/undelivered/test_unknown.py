"""A message that may have arrived: whoever sees to undelivered mail is asked to ask."""

import pytest
from django.urls import reverse

from common.models import OutboxMessage
from desk.models import ToldOtherwise
from tests.browser_forms import form_of

SAYS = {
    "en-gb": ("Ask whether it arrived", "Ask the person."),
    "cy": ("Gofynnwch a gyrhaeddodd", "Gofynnwch i&#x27;r person."),
}


@pytest.mark.parametrize("language", SAYS)
def test_somebody_is_asked_to_ask(world, signed_in, settings, language):
    message = OutboxMessage.objects.exclude(person=None).filter(case=None).first()
    message = message or OutboxMessage.objects.first()
    OutboxMessage.objects.filter(pk=message.pk).update(
        failed_at=message.created_at,
        sent_at=None,
        claimed_until=None,
        last_error="unknown",
        case=None,
        board=world.board.pk,
    )
    client = signed_in(world.user("coordinator"))
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    on_desk, on_page = SAYS[language]
    assert on_desk in client.get(reverse("desk:desk")).content.decode()
    address = reverse("desk:tell_of_board", args=["be", message.pk])
    page = client.get(address)
    assert on_page in page.content.decode()
    form = form_of(page).fill(how="arrived")
    assert form.send(client, address).status_code == 302
    assert ToldOtherwise.objects.get(message=message).how == "arrived"
    assert on_desk not in client.get(reverse("desk:desk")).content.decode()
