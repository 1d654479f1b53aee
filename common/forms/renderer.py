"""How forms become HTML: templates/django/forms, in the markup of govuk-frontend."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Our templates for forms, fields and widgets; what we have not written, Django's."""

    form_template_name = "django/forms/form.html"
    field_template_name = "django/forms/field.html"
