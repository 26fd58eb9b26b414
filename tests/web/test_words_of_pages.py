"""What people read on a page goes through its reader, as in chat, and what others typed is never markup."""

import re
from datetime import date, time
from html.parser import HTMLParser

import pytest
from jinja2 import UndefinedError, nodes
from markupsafe import Markup

from tests.fakes.sites import a_site, asking
from web.pages import TEMPLATES, Pages
from web.reader import PageReader, first_language

BRITISH = PageReader("en-GB", "Europe/London", date(2026, 11, 23))
FILES = sorted(TEMPLATES.glob("*.html"))
SPOKEN = {"say": (0,), "plural": (1, 2)}
"""Which arguments of the reader's methods are templates."""
READ = {"alt", "aria-label", "content", "placeholder", "title", "value"}
"""Attributes that people read or hear. In `content` stand technical words only."""
SENT = {"hidden", "checkbox", "option"}
TECHNICAL = {
    "width=device-width, initial-scale=1",
    "light dark",
    "profile",
    "1200",
    "630",
    "summary_large_image",
}


@pytest.fixture
def pages():
    return Pages(a_site())


class Words(HTMLParser):
    """All that people would read in a text of HTML; what is in <code> is typed, not said."""

    def __init__(self):
        super().__init__()
        self.found = []
        self.typed = 0

    def handle_starttag(self, tag, attrs):
        self.typed += tag == "code"
        kind = dict(attrs).get("type") or tag
        sent = tag == "button" or kind in SENT  # what such a value says is sent, not read
        self.found += [
            value
            for name, value in attrs
            if name in READ and value not in TECHNICAL and not (name == "value" and sent)
        ]

    def handle_endtag(self, tag):
        self.typed -= tag == "code"

    def handle_data(self, data):
        if not self.typed:
            self.found.append(data)


def unspoken(source, environment):
    """Words that do not go through the reader, and templates that are not constant."""
    tree = environment.parse(source)
    words = Words()
    words.feed(re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", source, flags=re.DOTALL))
    yield from (each for each in words.found if each and re.search(r"\w", each))
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Getattr) and call.node.attr in SPOKEN:
            at = SPOKEN[call.node.attr]
            yield from (str(call.args[each]) for each in at if not isinstance(call.args[each], nodes.Const))


@pytest.mark.parametrize("path", FILES, ids=lambda each: each.name)
def test_every_word_of_a_page_goes_through_its_reader(path, pages):
    assert list(unspoken(path.read_text("utf-8"), pages.environment)) == []


@pytest.mark.parametrize(
    "source",
    [
        "<p>Hello</p>",
        '<img src="x" alt="A band">',
        "<p>{{ reader.say(words) }}</p>",
        '<p>{{ reader.say("one" ~ words) }}</p>',
        '<p>{{ reader.plural(2, "one", words) }}</p>',
        '<button aria-label="Close">{{ reader.say("x") }}</button>',
        '<input type="submit" value="Close">',
    ],
)
def test_a_word_that_does_not_is_found(source, pages):
    assert list(unspoken(source, pages.environment))


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "{incident} {0} {n.__class__}",
    "&lt;b&gt;",
    "\u202eevil\u2066",
    "</title><svg onload=alert(1)>",
)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stays_a_name(name, pages):
    source = """<p title="{{ name }}">{{ name }}</p><p>{{ reader.say("In {band}.", band=name) }}</p>
    <p>{{ reader.plural(2, "one", "{n} in {band}", band=name) }}</p>"""
    text = pages.environment.from_string(source).render(reader=BRITISH, name=name)

    class Seen(HTMLParser):
        tags, said, titles = [], "", []

        def handle_starttag(self, tag, attrs):
            Seen.tags.append((tag, [each for each, _ in attrs]))
            Seen.titles += [value for _, value in attrs]

        def handle_data(self, data):
            Seen.said += data

    Seen().feed(text)
    assert Seen.tags == [("p", ["title"]), ("p", []), ("p", [])]
    assert Seen.titles == [name]
    assert Seen.said.split("\n", maxsplit=1)[0] == f"{name}In {name}."
    assert Seen.said.endswith(f"2 in {name}")


def test_a_name_that_nobody_gave_is_an_error(pages):
    with pytest.raises(UndefinedError):
        pages.environment.from_string("{{ nobody }}").render(reader=BRITISH)


def test_marked_words_keep_their_marks_in_a_sentence():
    said = BRITISH.say("Type {what} & wait for {who}.", what=Markup("<code>/busy</code>"), who="<Bo>")
    assert said == "Type <code>/busy</code> &amp; wait for &lt;Bo&gt;."


def test_numbers_choose_their_sentence():
    said = [BRITISH.plural(count, "{n} date, {band}", "{n} dates, {band}", band="&") for count in (0, 1, 2)]
    assert said == ["0 dates, &amp;", "1 date, &amp;", "2 dates, &amp;"]


def test_days_and_hours_are_the_reader_s():
    american = PageReader("en-US", "America/New_York", date(2026, 11, 23))
    assert BRITISH.day(date(2026, 12, 1)) == "Tue 1 Dec"
    assert american.day(date(2026, 12, 1)) == "Tue, Dec 1"
    assert (BRITISH.clock(time(19, 30)), american.clock(time(19, 30))) == ("19:30", "7:30 PM")
    assert BRITISH.hours(time(18), time(0)) == "18:00-24:00"


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("en-GB,en;q=0.9,de;q=0.8", "en-GB"),
        ("de", "de"),
        (" en-us ; q=1", "en-US"),
        ("zh-Hant-TW", "zh-TW"),
        ("es-419", "es-419"),
        ("*", None),
        ("", None),
        ("e", None),
        ('en"><script>', None),
        ("english", None),
    ],
)
def test_the_language_of_a_browser(header, language):
    assert first_language(header) == language


@pytest.mark.parametrize(
    ("header", "lang"),
    [
        ("en-US,en;q=0.5", "en-US"),
        ("de-DE", "en-150"),
        ("", "en-GB"),
        ('"><b>', "en-GB"),
        ("zz-ZZ", "en-150"),
    ],
)
async def test_a_page_says_which_language_it_is_in(reader, header, lang):
    found = await reader.get("/", headers={"accept-language": header})
    assert f'<html lang="{lang}">' in found.text
    assert found.headers["vary"] == "Accept-Language"


async def test_no_page_names_something_that_is_not_given():
    async with asking(a_site()) as client:
        assert (await client.get("/")).status_code == 200
