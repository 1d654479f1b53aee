"""Fields that only this form has: a sum of money, a month."""

import datetime as dt
import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from common import clock
from common.forms.dates import FIRST_YEAR, MONTH_NAMES, YEARS_AHEAD

POUNDS = re.compile(r"[0-9]{1,7}(\.[0-9]{1,2})?")


class MoneyField(forms.Field):
    """Pounds, as people write them: £1,250 or 1250.50."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "govuk-input--width-10"})

    def to_python(self, value: Any) -> Decimal | None:
        if value is None or isinstance(value, Decimal):
            return value
        typed = re.sub(r"[£, ]", "", str(value))
        if not typed:
            return None
        if not POUNDS.fullmatch(typed):
            raise ValidationError(_("Enter an amount in pounds, such as 1250 or 1250.50."))
        return Decimal(typed)


class MonthField(forms.Field):
    """A month and a year, kept as the first day of the month."""

    widget = forms.TextInput(attrs={"class": "govuk-input--width-10"})

    def prepare_value(self, value: Any) -> Any:
        return f"{value.month}/{value.year}" if isinstance(value, dt.date) else value

    def to_python(self, value: Any) -> dt.date | None:
        if value is None or isinstance(value, dt.date):
            return value
        parts = [part for part in re.split(r"[\s/.,-]+", str(value).strip()) if part]
        if not parts:
            return None
        wrong = ValidationError(_("Enter a month and a year, such as 9 2024."))
        if len(parts) != 2 or not re.fullmatch(r"[0-9]{4}", parts[1]):
            raise wrong
        month = MONTH_NAMES.get(parts[0].lower()) or (
            int(parts[0]) if re.fullmatch(r"[0-9]{1,2}", parts[0]) else 0
        )
        year = int(parts[1])
        if not 1 <= month <= 12 or not FIRST_YEAR <= year <= clock.today().year + YEARS_AHEAD:
            raise wrong
        return dt.date(year, month, 1)
