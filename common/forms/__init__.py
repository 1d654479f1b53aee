"""Forms: the base classes, the fields that know their people, and the renderer."""

from common.forms.base import Answer, Form, Guidance, ModelForm
from common.forms.choices import Folded
from common.forms.dates import DateField, ThreeBoxes
from common.forms.renderer import Renderer
from common.forms.text import PlainTextField

__all__ = [
    "Answer",
    "DateField",
    "Folded",
    "Form",
    "Guidance",
    "ModelForm",
    "PlainTextField",
    "Renderer",
    "ThreeBoxes",
]
