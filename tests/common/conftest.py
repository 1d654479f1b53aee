"""What the toolbox's own tests need."""

import pytest


@pytest.fixture
def page_frame(settings):
    """Pages are shown without the frame, whose links need every room's addresses."""
    options = {
        **settings.TEMPLATES[0]["OPTIONS"],
        "loaders": [
            (
                "django.template.loaders.locmem.Loader",
                {"base.html": "{% block title %}{% endblock %}{% block content %}{% endblock %}"},
            ),
            "django.template.loaders.filesystem.Loader",
            "django.template.loaders.app_directories.Loader",
        ],
        "context_processors": ["django.template.context_processors.request"],
    }
    settings.TEMPLATES = [
        {**settings.TEMPLATES[0], "APP_DIRS": False, "OPTIONS": options},
    ]
