import gzip
import subprocess
import sys
from dataclasses import FrozenInstanceError
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.scheduling import cities as places
from core.scheduling.cities import DATA, clear_winner, complete, find, find_zone, fold
from tests.fakes.work import calls_of


def rows():
    _, _, body = gzip.decompress(DATA.read_bytes()).partition(b"\n\n")
    return [line.split("\t") for line in body.decode().splitlines()]


def test_the_file_holds_the_cities_of_the_world_and_stays_small():
    assert len({tuple(row[1:]) for row in rows()}) > 30_000
    assert DATA.stat().st_size < 2_000_000


def test_every_city_keeps_a_zone_that_exists_and_lies_on_the_globe():
    zones = available_timezones()
    for _, name, country, _, zone, latitude, longitude, population in rows():
        assert name.strip()
        assert len(country) == 2
        assert zone in zones
        assert -90 <= float(latitude) <= 90
        assert -180 <= float(longitude) <= 180
        assert int(population) >= 0


def test_the_file_is_in_the_order_the_search_relies_on():
    keys = [(row[0].encode(), -int(row[-1])) for row in rows()]
    assert keys == sorted(keys)
    assert all(fold(row[0]) == row[0] for row in rows()[::50])


def test_every_city_is_found_by_the_name_it_has():
    for _, name, country, region, *_ in rows()[::97]:
        assert any(
            (place.name, place.country, place.region) == (name, country, region) for place in find(name, 200)
        )


def test_importing_reads_nothing():
    code = (
        "import core.scheduling.cities as places; assert not places._data.cache_info().currsize;"
        "places.find('Leeds'); assert places._data.cache_info().currsize"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_a_place_has_all_one_needs_to_know_and_does_not_change():
    [leeds] = find("Leeds")
    assert (leeds.name, leeds.country, leeds.region, leeds.zone) == (
        "Leeds",
        "GB",
        "England",
        "Europe/London",
    )
    assert leeds.population > 400_000
    with pytest.raises(FrozenInstanceError):
        leeds.name = "Bradford"


@pytest.mark.parametrize("written", ["leeds", "LEEDS", " Leeds ", "Leeds.", "“Leeds”", "leeds,"])
def test_case_blanks_and_punctuation_do_not_matter(written):
    assert [place.name for place in find(written)] == ["Leeds"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Köln", "Köln"),
        ("koln", "Köln"),
        ("Koeln", "Köln"),
        ("Cologne", "Köln"),
        ("München", "Munich"),
        ("Muenchen", "Munich"),
        ("Nürnberg", "Nuremberg"),
        ("Wien", "Vienna"),
        ("Lisboa", "Lisbon"),
        ("Lissabon", "Lisbon"),
        ("Praha", "Prague"),
        ("Prag", "Prague"),
        ("Warszawa", "Warsaw"),
        ("Wroclaw", "Wrocław"),
        ("Mailand", "Milan"),
        ("København", "Copenhagen"),
        ("Kopenhagen", "Copenhagen"),
        ("Aarhus", "Århus"),
        ("Goeteborg", "Gothenburg"),
        ("Göteborg", "Gothenburg"),
        ("Den Haag", "The Hague"),
        ("Genf", "Geneva"),
        ("St. Gallen", "Sankt Gallen"),
        ("Frankfurt", "Frankfurt am Main"),
        ("Freiburg im Breisgau", "Freiburg"),
        ("Saint Etienne", "Saint-Étienne"),
        ("St Étienne", "Saint-Étienne"),
        ("Xian", "Xi’an"),
        ("Kiev", "Kyiv"),
        ("Αθήνα", "Athens"),
        ("NYC", "New York City"),
        ("New York", "New York City"),
        ("LA", "Los Angeles"),
        ("Washington, D.C.", "Washington"),
    ],
)
def test_a_city_is_found_by_what_germans_english_and_locals_call_it(written, name):
    assert find(written)[0].name == name


@pytest.mark.parametrize(
    ("written", "country", "region"),
    [
        ("Leeds, UK", "GB", "England"),
        ("Leeds, England, United Kingdom", "GB", "England"),
        ("Leeds GB", "GB", "England"),
        ("Portland, Oregon", "US", "Oregon"),
        ("Portland, OR", "US", "Oregon"),
        ("portland maine usa", "US", "Maine"),
        ("Paris (Texas)", "US", "Texas"),
        ("London, CA", "CA", "Ontario"),
        ("London, Ontario", "CA", "Ontario"),
        ("Ontario, CA", "US", "California"),
        ("Athens, Georgia", "US", "Georgia"),
        ("Tbilisi, Georgia", "GE", ""),
        ("Perth, Scotland", "GB", "Scotland"),
        ("Halle, Sachsen-Anhalt", "DE", "Saxony-Anhalt"),
        ("Berlin, Deutschland", "DE", "Berlin"),
        ("Zürich, Schweiz", "CH", ""),
        ("Sevilla, España", "ES", ""),
        ("New York, New York", "US", "New York"),
        ("York, GBR", "GB", "England"),
        ("Boston, U.K.", "GB", "England"),
    ],
)
def test_a_country_or_region_says_which_one_is_meant(written, country, region):
    found = find(written)
    assert found
    assert (found[0].country, found[0].region) == (country, region)
    assert {place.country for place in found} == {country}


@pytest.mark.parametrize(
    "written",
    ["Leeds, France", "Leeds, Mars", "Portland, Dorset", "Nowhereville", "", " ", ",", "UK", "\t", "\n"],
)
def test_what_is_no_city_or_lies_elsewhere_finds_nothing(written):
    assert find(written) == []


def test_namesakes_come_from_large_to_small_and_no_more_than_asked_for():
    populations = [place.population for place in find("Springfield", 10)]
    assert len(populations) > 5
    assert populations == sorted(populations, reverse=True)
    assert len(find("Springfield", 2)) == 2
    assert find("Springfield", 0) == []


@pytest.mark.parametrize(
    "written",
    ["London", "Paris", "Dublin", "Vienna", "Leeds", "Rome", "Melbourne", "Perth", "Perth, Scotland"],
)
def test_an_obscure_namesake_leaves_no_doubt(written):
    found = find(written)
    assert clear_winner(found) == found[0]


@pytest.mark.parametrize(
    "written", ["Birmingham", "Portland", "Newcastle", "Springfield", "Cambridge", "Nowhereville"]
)
def test_namesakes_of_note_take_a_question(written):
    assert clear_winner(find(written)) is None


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("lee", "Leeds"),
        ("mün", "Munich"),
        ("muench", "Munich"),
        ("köln", "Köln"),
        ("new y", "New York City"),
        ("New York", "New York City"),
        ("stutt", "Stuttgart"),
        ("st. gal", "Sankt Gallen"),
        ("portland, or", "Portland"),
    ],
)
def test_names_go_on_from_what_was_typed(typed, first):
    assert complete(typed)[0].name == first


def test_st_may_become_a_saint_or_a_stuttgart():
    names = [place.name for place in complete("st", 25)]
    assert {"Stuttgart", "Saint Petersburg", "Stockholm"} <= set(names)


def test_a_city_of_many_names_is_offered_once():
    assert [place.name for place in complete("mu", 200)].count("Munich") == 1
    assert len(complete("s", 25)) == 25
    assert complete("") == complete(" ") == complete("?") == complete("qqq") == []


@given(st.text(max_size=30))
def test_nothing_one_can_type_breaks_the_search(words):
    assert len(find(words)) <= 5
    assert len(complete(words)) <= 5
    assert fold(fold(words)) == fold(words)
    find_zone(words)


def test_an_answer_comes_while_the_user_is_typing():
    find("warm")
    for typed in ("s", "sa", "san", "san f"):
        calls, found = calls_of(lambda typed=typed: complete(typed))
        assert found
        assert calls < 100_000
    assert calls_of(lambda: find("San Francisco, California"))[0] < 100_000


@pytest.mark.parametrize(
    ("written", "zone"),
    [
        ("Europe/London", "Europe/London"),
        ("europe/london", "Europe/London"),
        (" america / new york ", "America/New_York"),
        ("America/Port au Prince", "America/Port-au-Prince"),
        ("america/argentina/buenos_aires", "America/Argentina/Buenos_Aires"),
        ("utc", "UTC"),
        ("CET", "CET"),
        ("new york", None),
        ("EST", None),
        ("Europe/Leeds", None),
        ("", None),
    ],
)
def test_a_zone_is_known_by_its_own_name_only(written, zone):
    assert find_zone(written) == zone


def test_the_rule_of_the_clear_winner_is_the_documented_one():
    small, *_ = find("Leeds")
    large = places.City("Leeds", "XX", "", "UTC", small.population * places.CLEAR_LEAD, small.at)
    almost = places.City("Leeds", "XX", "", "UTC", small.population * places.CLEAR_LEAD - 1, small.at)
    assert clear_winner([large, small]) == large
    assert clear_winner([almost, small]) is None
    assert clear_winner([small]) == small
    assert clear_winner([]) is None
