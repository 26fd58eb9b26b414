"""Atom feeds, read back by feedparser, a reader that knows nothing of us, and held against RFC 4287."""

from datetime import UTC, datetime, timedelta, timezone
from xml.etree import ElementTree as ET

import feedparser
import pytest

from presentation.atom_feeds import MEDIA_TYPE, AtomEntry, AtomFeed, atom_of, tag_of

AT = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
NASTY = 'Rock & <b>Roll</b> "live" \'24 ]]> 🎤 الليل\x00\x08\ud800\ufffe'
CLEAN = 'Rock & <b>Roll</b> "live" \'24 ]]> 🎤 الليل'


def entry(number=1, **values):
    made = {
        "id": tag_of("1f.bandwidth", "event", number),
        "title": "Fri 11 Dec",
        "updated": AT,
        "link": f"https://example.org/events/{number}-the-heron-2026-12-11",
    }
    return AtomEntry(**{**made, **values})


def feed(*entries, **values):
    made = {
        "id": tag_of("1f.bandwidth", "venue", 12),
        "title": "The Heron",
        "author": "Bandwidth",
        "updated": AT,
        "link": "https://example.org/venues/12-the-heron",
        "here": "https://example.org/venues/12-the-heron.atom",
        "entries": entries,
    }
    return AtomFeed(**{**made, **values})


def read(made):
    found = feedparser.parse(atom_of(made), response_headers={"content-type": MEDIA_TYPE})
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def test_a_reader_finds_what_was_put_in():
    found = read(
        feed(entry(1, published=AT - timedelta(days=1), summary="Doors 19:30\nBands wanted"), entry(2))
    )
    assert found.feed.id == "tag:1f.bandwidth,2026:venue/12"
    assert (found.feed.title, found.feed.author) == ("The Heron", "Bandwidth")
    assert found.feed.link == "https://example.org/venues/12-the-heron"
    links = {each.rel: each.href for each in found.feed.links}
    assert links["self"] == "https://example.org/venues/12-the-heron.atom"
    first, second = found.entries
    assert [each.id for each in found.entries] == [
        "tag:1f.bandwidth,2026:event/1",
        "tag:1f.bandwidth,2026:event/2",
    ]
    assert first.link == "https://example.org/events/1-the-heron-2026-12-11"
    assert first.summary == "Doors 19:30\nBands wanted"
    assert (first.updated, first.published) == ("2026-12-01T09:30:00Z", "2026-11-30T09:30:00Z")
    assert "summary" not in second
    assert "published" not in second


def test_words_of_people_stay_words():
    made = feed(entry(title=NASTY, summary=NASTY), title=NASTY, subtitle=NASTY, author=NASTY)
    root = ET.fromstring(atom_of(made))
    said = [each.text for each in root.iter() if each.text]
    assert said.count(CLEAN) == 5
    assert {each.tag.rpartition("}")[2] for each in root.iter()} == {
        "feed", "id", "title", "subtitle", "updated", "author", "name", "link", "entry", "summary",
    }  # fmt: skip
    read(made)


def test_an_empty_list_is_whole():
    assert read(feed()).entries == []


def test_instants_are_in_utc():
    east = datetime(2026, 12, 1, 12, 30, tzinfo=timezone(timedelta(hours=3)))
    assert read(feed(entry(updated=east))).entries[0].updated == "2026-12-01T09:30:00Z"


def test_the_same_facts_give_the_same_bytes():
    assert atom_of(feed(entry())) == atom_of(feed(entry()))


@pytest.mark.parametrize("parts", [("venue", 12), ("event", 34), ("venues",)])
def test_a_name_has_the_form_of_a_tag(parts):
    tag = tag_of("0a1b.bandwidth", *parts)
    assert tag == f"tag:0a1b.bandwidth,2026:{'/'.join(map(str, parts))}"
