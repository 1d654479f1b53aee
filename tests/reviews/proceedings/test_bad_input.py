"""What nobody should type, in every form about meetings, papers, advice and proceedings."""

import pytest
from django import forms
from django.urls import reverse

from common.forms import DateField
from tests.forms import open_form, typed
from tests.laws.matrix import papers

FORMS = {
    "plan_meeting": "",
    "record_meeting": "",
    "hold_meeting": "meeting",
    "move_meeting": "meeting",
    "cancel_meeting": "meeting",
    "add_document": "",
    "replace_document": "document",
    "withdraw_document": "document",
    "ask_advice": "",
    "give_advice": "advice",
    "add_proceeding": "",
    "change_proceeding": "proceeding",
    "add_hearing": "proceeding",
    "put_hold": "proceeding",
    "look_at_hold": "hold",
    "refer_staff_matter": "",
}


def bad(field):
    """Values that the field must refuse with a sentence."""
    if isinstance(field, DateField):
        return [("31", "2", "2025"), ("1", "1", "25"), ("1", "1", "99999"), ("\x00", "ion", "2025")]
    if isinstance(field, forms.ModelMultipleChoiceField | forms.ModelChoiceField):
        return ["999999999", "9" * 40, "\x00", "-1"]
    if isinstance(field, forms.ChoiceField):
        return ["nothing-of-the-sort", "\x00"]
    return ["a\x00b", "\u202eabc", "x" * 20_001]


@pytest.mark.parametrize("name", FORMS)
def test_bad_input_is_told_in_a_sentence_and_nothing_else_is_lost(
    world, signed_in, settings, tmp_path, name
):
    settings.MEDIA_ROOT = tmp_path / "files"
    review, client = world.review_at("panel"), signed_in(world.user("coordinator"))
    about = FORMS[name]
    more = [papers(review, world)[about]().uuid] if about else []
    url = reverse(f"reviews:{name}", args=[review.slug, *more])
    form, tried = open_form(client, url), 0
    for each in form.visible_fields():
        if isinstance(each.field, forms.FileField):
            continue
        for value in bad(each.field):
            sent = typed(form)
            if isinstance(each.field, DateField):
                parts = zip(("day", "month", "year"), value, strict=True)
                sent |= {f"{each.name}_{box}": part for box, part in parts}
            else:
                sent[each.name] = value
            answer = client.post(url, sent)
            assert answer.status_code == 200, (each.name, value)
            assert answer.context["form"].errors[each.name], (each.name, value)
            tried += 1
    assert tried
