"""Every string a person sees has its Welsh, once and whole."""

import catalogue


def test_every_string_has_its_welsh():
    assert not catalogue.faults().missing


def test_the_welsh_is_sure_said_once_and_keeps_every_placeholder():
    assert not catalogue.faults().broken


def test_no_welsh_is_kept_for_what_is_no_longer_said():
    assert not catalogue.faults().obsolete
