import datetime as dt

import pytest
from django.core.management import call_command

from boards.models import Agency, AgencyKind, Board, Partnership

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded():
    call_command("load_regions", verbosity=0)


def authorities(code, on):
    rows = Partnership.objects.current(on).filter(
        board__code=code, agency__kind=AgencyKind.LOCAL_AUTHORITY
    )
    return set(rows.values_list("agency__code", flat=True))


def test_six_boards_and_twenty_two_authorities(loaded):
    assert Board.objects.filter(is_fictional=False).count() == 6
    assert Agency.objects.filter(kind=AgencyKind.LOCAL_AUTHORITY).count() == 22


@pytest.mark.parametrize("on", [dt.date(2016, 4, 6), dt.date(2019, 3, 31), dt.date(2019, 4, 1)])
def test_on_every_day_each_authority_is_in_one_board(loaded, on):
    each = [code for board in Board.objects.all() for code in authorities(board.code, on)]
    assert len(each) == len(set(each)) == 22


def test_bridgend_moved_on_the_first_of_april_2019(loaded):
    assert "bridgend" in authorities("wg", dt.date(2019, 3, 31))
    assert "bridgend" not in authorities("wg", dt.date(2019, 4, 1))
    assert "bridgend" in authorities("ctm", dt.date(2019, 4, 1))


def test_every_board_has_police_and_a_health_board(loaded):
    for board in Board.objects.all():
        kinds = set(
            board.partnerships.current(dt.date(2024, 1, 1)).values_list("agency__kind", flat=True)
        )
        assert {AgencyKind.POLICE, AgencyKind.HEALTH_BOARD} <= kinds


def test_loading_twice_changes_nothing(loaded):
    def rows():
        return [
            list(model.objects.order_by("pk").values()) for model in (Board, Agency, Partnership)
        ]

    before = rows()
    call_command("load_regions", verbosity=0)
    assert rows() == before
