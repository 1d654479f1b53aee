"""Every address the resolver knows, by the name of its view."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver


def walk(patterns: list[URLPattern | URLResolver], space: str = "") -> Iterator[str]:
    for each in patterns:
        if isinstance(each, URLResolver):
            inner = f"{space}{each.namespace}:" if each.namespace else space
            yield from walk(each.url_patterns, inner)
        else:
            assert each.name, f"{each.pattern} has no name"
            yield f"{space}{each.name}"


def names() -> list[str]:
    return list(walk(get_resolver().url_patterns))
