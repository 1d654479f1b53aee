"""Benchmarks stand on the same services and the same world as the tests."""

from tests.conftest import *  # noqa: F403 # fixtures, by their names
