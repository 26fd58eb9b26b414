"""Several days side by side."""

import pytest

LISTS = [
    ("3, 5 and 9 Nov", ["- 2026-11-03", "- 2026-11-05", "- 2026-11-09"]),
    ("Nov 3, 5 or 9", ["- 2026-11-03", "- 2026-11-05", "- 2026-11-09"]),
    ("3 Nov and the 9th", ["- 2026-11-03", "- 2026-11-09"]),
    ("Tues 3rd, Thurs 5th and Mon 9th Nov", ["- 2026-11-03", "- 2026-11-05", "- 2026-11-09"]),
    ("Fri/Sat", ["- 2026-10-09", "- 2026-10-10"]),
    ("this Thu, next Thu or the one after", ["- 2026-10-08", "- 2026-10-15", "- 2026-10-22"]),
    ("Sat 10th and the one after", ["- 2026-10-10", "- 2026-10-17"]),
    ("3-5 and 9-11 Nov", ["- 2026-11-03..2026-11-05", "- 2026-11-09..2026-11-11"]),
    ("3/11, 5/11 and 9/11", ["- 2026-11-03", "- 2026-11-05", "- 2026-11-09"]),
    ("Sat 10 & Sun 11", ["- 2026-10-10", "- 2026-10-11"]),
    ("next Mon and Tues", ["- 2026-10-12", "- 2026-10-13"]),
    ("3 Nov (all day), 4 Nov (morning)", ["- 2026-11-03", "- 2026-11-04 08:00-12:00"]),
    (
        "in March, April, and May",
        ["- 2027-03-01..2027-03-31", "- 2027-04-01..2027-04-30", "- 2027-05-01..2027-05-31"],
    ),
    ("in January, and may travel in June", ["- 2027-01-01..2027-01-31", "- 2027-06-01..2027-06-30"]),
]


@pytest.mark.parametrize(("words", "expected"), LISTS)
def test_each_day_of_a_list_is_found(rules, words, expected):
    assert rules(words) == expected
