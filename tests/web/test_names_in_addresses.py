"""Names as they stand in the addresses of pages."""

from datetime import date

import pytest

from presentation.addresses import event_path, slug, venue_path


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("The Heron", "the-heron"),
        ("The Dog & Duck", "the-dog-duck"),
        ("Dingwall's", "dingwalls"),
        ("Café Größenwahn", "cafe-grossenwahn"),
        ("Łódź / Øst", "lodz-ost"),
        ("../../etc?x=1#y", "etc-x-1-y"),
        ("שלום", ""),
        ("x" * 100, "x" * 60),
        ("  -- ", ""),
    ],
)
def test_a_name_is_written_with_plain_letters(name, written):
    assert slug(name) == written


def test_paths_have_a_number_and_what_is_left_of_the_name():
    assert venue_path(12, "The Heron") == "/venues/12-the-heron"
    assert venue_path(12, "שלום") == "/venues/12"
    assert event_path(34, "The Heron", date(2026, 12, 11)) == "/events/34-the-heron-2026-12-11"
    assert event_path(34, "שלום", date(2026, 12, 11)) == "/events/34-2026-12-11"
