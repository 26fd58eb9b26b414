"""/band edit: the gigs that a band looks for, as they are typed, shown, refused, undone and done again."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.chat.arguments import ChoiceField, arguments_of
from bots.chat.commands.band.profile import BandEditArguments
from bots.chat.commands.band.wishes import wish
from bots.chat.conversations import Question
from bots.chat.reply import plain
from bots.chat.turn import Reader, reader_of
from bots.chat.views.band.wishes import wish_facts
from core.access import NotAllowed
from core.bands import Band
from core.bands.fields import EXAMPLES
from core.bands.refusals import ValueUnclear
from core.bands.state import WISHES, state_of, with_state
from core.bands.wishes import MOST_KM, MOST_MESSAGES, GigWishes, wishes_to_json
from core.ids import BandId
from core.journal import Superseded
from presentation.distances import distance_words
from tests.fakes.clock import EVENING
from tests.fakes.stage import text_of

EVERYTHING = ["headliner", "support", "opener"]
CHOICES_ON_DISCORD = 25


async def wishes(book, name="Ana"):
    ((band, _),) = await book.bands(name)
    return wishes_to_json(band.wishes)


async def edit(stage, field, value, name="Ana", **more):
    return await stage.says(name, f"/band edit field: {field} value: {value}", **more)


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("support, opener", ["support", "opener"]),
        ("Opener and Support", ["support", "opener"]),
        ("support/opening slot", ["support", "opener"]),
        ("openers & support slots", ["support", "opener"]),
        ("headliner, support, and opener", EVERYTHING),
        ("headliner only", ["headliner"]),
        ("headlining", ["headliner"]),
        ("only support", ["support"]),
        ("support slots only", ["support"]),
        ("main support", ["support"]),
        ("support, support", ["support"]),
        ("anything", EVERYTHING),
        ("any slot", EVERYTHING),
        ("Alles", EVERYTHING),
        ("nur Vorband", ["support"]),
        ("telonero o cabeza de cartel", ["headliner", "support"]),
        ("première partie", ["support"]),
        ("tête d'affiche ou première partie", ["headliner", "support"]),
        ("banda de abertura", ["opener"]),
        ("default", EVERYTHING),
    ],
)
def test_the_places_on_the_bill_are_read(typed, means):
    assert wish("slots", typed, "en-GB") == means


@pytest.mark.parametrize(
    ("typed", "locale", "kilometres"),
    [
        ("30 miles", "en-GB", 48),
        ("30 miles", "de-DE", 48),
        ("30mi", "en-GB", 48),
        ("within 30 miles", "en-GB", 48),
        ("1 mile", "en-GB", 2),
        ("12.5 miles", "en-US", 20),
        ("50 km", "en-GB", 50),
        ("50km", "en-US", 50),
        ("50 kilometres", "en-GB", 50),
        ("12,5 km", "de-DE", 12),
        ("80", "en-GB", 129),
        ("80", "en-US", 129),
        ("80", "de-DE", 80),
        ("80", "en-AU", 80),
        ("1,000 km", "en-GB", 1000),
        ("1.000 km", "de-DE", 1000),
        ("bis zu 80 km", "de-DE", 80),
        ("jusqu'à 80 km", "fr-FR", 80),
        ("até 80 quilômetros", "pt-BR", 80),
        ("hasta 80 kilómetros", "es-ES", 80),
        ("30 Meilen", "de-DE", 48),
        ("1 km", "en-GB", 1),
        ("2000 km", "en-GB", 2000),
        ("default", "en-GB", 50),
    ],
)
def test_the_distance_is_read_in_the_unit_that_is_said_or_usual(typed, locale, kilometres):
    assert wish("radius", typed, locale) == kilometres


@pytest.mark.parametrize(
    ("typed", "locale", "means"),
    [
        ("£80", "en-GB", [8000, "GBP"]),
        ("80 quid", "en-US", [8000, "GBP"]),
        ("150 €", "en-GB", [15000, "EUR"]),
        ("150€", "de-DE", [15000, "EUR"]),
        ("80", "en-GB", [8000, "GBP"]),
        ("80", "de-DE", [8000, "EUR"]),
        ("1.500,50 €", "de-DE", [150050, "EUR"]),
        ("£1,500", "en-GB", [150000, "GBP"]),
        ("at least £80", "en-GB", [8000, "GBP"]),
        ("£80 or more", "en-GB", [8000, "GBP"]),
        ("£80+", "en-GB", [8000, "GBP"]),
        ("mindestens 80 Euro", "de-DE", [8000, "EUR"]),
        ("$80", "en-US", [8000, "USD"]),
        ("R$ 500", "pt-BR", [50000, "BRL"]),
        ("jpy 5000", "en-GB", [5000, "JPY"]),
        ("nothing", "en-GB", None),
        ("none", "en-GB", None),
        ("for free", "en-GB", None),
        ("£0", "en-GB", None),
        ("nichts", "de-DE", None),
        ("nada", "es-ES", None),
        ("rien", "fr-FR", None),
        ("default", "en-GB", None),
    ],
)
def test_the_least_fee_is_read(typed, locale, means):
    assert wish("fee", typed, locale) == means


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("50-300", [50, 300]),
        ("50 – 300", [50, 300]),
        ("50 to 300", [50, 300]),
        ("between 50 and 300 people", [50, 300]),
        ("300-50", [50, 300]),
        ("0-200", [None, 200]),
        ("50-1,500 cap", [50, 1500]),
        ("up to 200", [None, 200]),
        ("max 200", [None, 200]),
        ("200 or less", [None, 200]),
        ("<200", [None, 200]),
        ("from 100", [100, None]),
        ("at least 100", [100, None]),
        ("100+", [100, None]),
        ("100 or more", [100, None]),
        ("any", [None, None]),
        ("any size", [None, None]),
        ("bis 200 Leute", [None, 200]),
        ("ab 100", [100, None]),
        ("hasta 200", [None, 200]),
        ("de 50 a 300 personas", [50, 300]),
        ("jusqu’à 200", [None, 200]),
        ("até 200 pessoas", [None, 200]),
        ("a partir de 100", [100, None]),
        ("egal", [None, None]),
        ("default", [None, None]),
    ],
)
def test_the_sizes_of_the_rooms_are_read(typed, means):
    assert wish("sizes", typed, "en-GB") == means


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("3", 3),
        ("1 a day", 1),
        ("up to 5 per day", 5),
        ("2 messages a day", 2),
        ("2/day", 2),
        ("20", 20),
        ("2 am Tag", 2),
        ("none", 0),
        ("none at all", 0),
        ("0", 0),
        ("off", 0),
        ("keine", 0),
        ("aucun", 0),
        ("default", 3),
    ],
)
def test_how_many_messages_a_day_is_read(typed, number):
    assert wish("messages", typed, "en-GB") == number


SAYS = {
    "slots": "headliner, support, opener, or anything",
    "radius": "a distance of at most 1243 miles",
    "fee": "one sum of money",
    "sizes": "the smallest number of people, the largest, both, or: any",
    "messages": "a number up to 20",
}
UNCLEAR = [
    ("slots", "bass"),
    ("slots", "support, kazoo"),
    ("slots", "none"),
    ("slots", ","),
    ("radius", "far"),
    ("radius", "0"),
    ("radius", "30 m"),
    ("radius", "2001 km"),
    ("radius", "1500 miles"),
    ("radius", "-5 km"),
    ("radius", "30 miles and a bit"),
    ("radius", "none"),
    ("fee", "a lot"),
    ("fee", "5000 shells"),
    ("fee", "£80 to £100"),
    ("fee", "£80-100"),
    ("fee", "£80 fish"),
    ("fee", "-80"),
    ("sizes", "200"),
    ("sizes", "big"),
    ("sizes", "up to 0"),
    ("sizes", "50-300-500"),
    ("messages", "21"),
    ("messages", "lots"),
    ("messages", "-1"),
    ("messages", "2.5"),
]


@pytest.mark.parametrize(("field", "typed"), UNCLEAR)
async def test_what_is_unclear_is_refused_in_its_own_words_with_an_example_and_changes_nothing(
    foxes, book, field, typed
):
    before = await book.rows()
    refused = await edit(foxes, field, typed)
    assert isinstance(refused.result, ValueUnclear)
    assert (refused.result.field, refused.result.words) == (field, typed)
    text = text_of(refused.reply)
    assert SAYS[field] in text
    assert typed in text.splitlines()[0]
    assert f"For example: /band edit field: {field} value: {EXAMPLES[field]}" in text
    assert "profile" not in text
    assert await book.rows() == before


PIECES = st.lists(
    st.sampled_from([*"0123456789 .,-+£$€kr", " to ", "miles", " km", "support", " and ", "up to ", "any"])
    | st.characters(),
    max_size=8,
).map("".join)


@given(
    field=st.sampled_from(WISHES), typed=PIECES, locale=st.sampled_from(["en-GB", "en-US", "de-DE", "ja-JP"])
)
def test_whatever_is_typed_is_refused_or_can_be_kept_and_shown(field, typed, locale):
    band = Band(BandId(1), "The Foxes", "Leeds", "Europe/London", ())
    try:
        value = wish(field, typed, locale)
    except ValueUnclear:
        return
    after = with_state(band, {field: value})
    assert state_of(after)[field] == value
    assert after.wishes.positions
    assert 1 <= after.wishes.radius_km <= MOST_KM
    assert 0 <= after.wishes.messages <= MOST_MESSAGES
    assert plain(wish_facts(after, reader_of(locale, None, EVENING))[field][1])


@pytest.mark.parametrize("field", WISHES)
@pytest.mark.parametrize("locale", ["en-GB", "en-US", "de-DE"])
def test_the_example_of_each_field_can_be_typed(field, locale):
    assert wish(field, EXAMPLES[field], locale) is not None


async def test_the_sheet_says_what_a_new_band_looks_for(foxes):
    text = text_of((await foxes.says("Ana", "/band edit")).reply)
    assert text.splitlines()[text.splitlines().index("Looks for") :][:6] == [
        "Looks for",
        "Slots: headliner, support or opener",
        "Radius: 31 miles around Leeds",
        "Fee: any, and unpaid gigs too",
        "Sizes: any",
        "Messages: up to 3 a day about open dates, then one with the rest",
    ]


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("slots", "support, opener", "Slots: support or opener"),
        ("slots", "headliner only", "Slots: headliner only"),
        ("radius", "30 miles", "Radius: 30 miles around Leeds"),
        ("radius", "1 km", "Radius: 1 mile around Leeds"),
        ("fee", "£80", "Fee: £80 or more"),
        ("fee", "99.50 €", "Fee: €99.50 or more"),
        ("sizes", "50-300", "Sizes: 50 to 300 people"),
        ("sizes", "up to 200", "Sizes: up to 200 people"),
        ("sizes", "from 100", "Sizes: 100 people or more"),
        ("messages", "1", "Messages: 1 a day about open dates, then one with the rest"),
        ("messages", "none", "Messages: not about open dates"),
    ],
)
async def test_a_wish_changes_is_said_back_shown_undone_and_done_again(foxes, book, field, value, says):
    before, rows = await wishes(book), await book.rows("band")
    sheet = text_of((await foxes.says("Ana", "/band edit")).reply)
    changed = await edit(foxes, field, value)
    assert "The Foxes has changed" in text_of(changed.reply)
    assert says in text_of(changed.reply)
    assert says in text_of((await foxes.says("Ana", "/band edit")).reply)
    after = await wishes(book)
    assert {each for each in WISHES if after[each] != before[each]} == {field}
    assert "nothing to change" in text_of((await edit(foxes, field, value)).reply)
    undone = await foxes.presses("Ana", changed, "Undo")
    assert "Undone" in text_of(undone.reply)
    assert await book.rows("band") == rows
    assert text_of((await foxes.says("Ana", "/band edit")).reply) == sheet
    redone = await foxes.presses("Ana", undone, "Redo")
    assert says in text_of(redone.reply)
    assert await wishes(book) == after


@pytest.mark.parametrize("field", WISHES)
async def test_a_wish_without_a_value_shows_the_present_one_and_takes_the_next_words(foxes, book, field):
    await edit(foxes, "fee", "£60")
    asked = await foxes.says("Ana", f"/band edit field: {field}")
    assert isinstance(asked.result, Question)
    text = text_of(asked.reply)
    now = {
        "slots": "Slots: headliner, support or opener",
        "radius": "Radius: 31 miles around Leeds",
        "fee": "Fee: £60 or more",
        "sizes": "Sizes: any",
        "messages": "Messages: up to 3 a day about open dates, then one with the rest",
    }
    assert now[field] in text
    assert f"For example: {EXAMPLES[field]}" in text
    typed = "5" if field == "messages" else EXAMPLES[field]
    await foxes.says("Ana", typed)
    assert (await wishes(book))[field] == wish(field, typed, "en-GB") != wishes_to_json(GigWishes())[field]


async def test_default_is_the_way_back_for_every_wish(foxes, book):
    for field in WISHES:
        await edit(foxes, field, "2" if field == "messages" else EXAMPLES[field])
    usual, wished = wishes_to_json(GigWishes()), await wishes(book)
    assert all(wished[field] != usual[field] for field in WISHES)
    for field in WISHES:
        await edit(foxes, field, "default")
    assert await wishes(book) == usual


async def test_a_wish_that_was_changed_since_stays(foxes, book):
    first = await edit(foxes, "radius", "30 miles")
    await edit(foxes, "fee", "£80")
    await foxes.presses("Ana", first, "Undo")
    assert (await wishes(book))["radius"] == 50
    second = await edit(foxes, "fee", "£90")
    await edit(foxes, "fee", "£100")
    assert isinstance((await foxes.presses("Ana", second, "Undo")).result, Superseded)
    assert (await wishes(book))["fee"] == [10000, "GBP"]


async def test_only_owners_say_what_the_band_looks_for(foxes, book):
    refused = await edit(foxes, "radius", "30 miles", name="Bo")
    assert isinstance(refused.result, NotAllowed)
    assert await wishes(book) == wishes_to_json(GigWishes())


async def test_a_bare_number_is_read_in_the_unit_that_is_said_back(stage, book):
    for name, locale, says in (
        ("Ana", "en-GB", "30 miles around Leeds"),
        ("Bo", "en-US", "30 miles around Leeds"),
        ("Cy", "de-DE", "30 km around Leeds"),
        ("Di", "en-AU", "30 km around Leeds"),
    ):
        await stage.says(name, f"/band create {name}s city: Leeds", locale=locale)
        assert says in text_of((await edit(stage, "radius", "30", name=name, locale=locale)).reply)
    assert [(await wishes(book, name))["radius"] for name in ("Ana", "Cy")] == [48, 30]


async def test_without_a_city_the_sheet_says_that_it_is_missing(foxes):
    await edit(foxes, "city", "none")
    text = text_of((await foxes.says("Ana", "/band edit")).reply)
    assert "Radius: 31 miles around the band's city (not said)" in text


@pytest.mark.parametrize(
    ("kilometres", "locale", "says"),
    [
        (48, "en-GB", "30 miles"),
        (2, "en-US", "1 mile"),
        (0, "en-GB", "less than a mile"),
        (50, "en-AU", "50 km"),
        (1, "en-IE", "1 km"),
        (0.2, "en-AU", "less than a kilometre"),
    ],
)
def test_a_distance_is_worded_in_the_reader_s_unit(kilometres, locale, says):
    reader = Reader(locale, "UTC", date(2026, 12, 1))
    assert distance_words(kilometres, reader) == says


@pytest.mark.parametrize("locale", ["de-DE", "fr", "es-ES", "pt-BR", "es-MX"])
def test_readers_of_further_languages_are_told_kilometres_in_english(locale):
    assert distance_words(50, reader_of(locale, None, EVENING)) == "50 km"


def test_whole_miles_are_said_back_as_they_were_typed():
    reader = Reader("en-GB", "UTC", date(2026, 12, 1))
    typed = ["1 mile", *(f"{miles} miles" for miles in range(2, 1243))]
    assert [distance_words(wish("radius", each, "en-GB"), reader) for each in typed] == typed


def test_there_are_as_many_fields_as_discord_has_room_for():
    kind = next(each.kind for each in arguments_of(BandEditArguments) if each.name == "field")
    assert isinstance(kind, ChoiceField)
    assert set(WISHES) <= {value for value, _ in kind.options}
    assert len(kind.options) == CHOICES_ON_DISCORD
