"""Choices that are shown in a way of their own."""

from django import forms


class Folded(forms.CheckboxSelectMultiple):
    """Ticks that few need: folded away until opened, ticked, or answered wrongly."""
