"""/green and /why keep to what was asked: the hours, the line-up, the days; in words, pictures and buttons."""

from datetime import date

import pytest

from bandwidth.samples import MEANING
from bots.chat.views.calendars import OF_A_BAND, OF_A_DIARY
from core.ids import Platform
from core.scheduling.green.why import State
from presentation.picture import Mark
from tests.fakes.stage import text_of


def labels(answer):
    return [button.label for row in answer.reply.buttons for button in row]


def title(answer):
    return text_of(answer.reply).splitlines()[0]


# Hours in which the band does not play

MORNINGS = [
    ("en-GB", "/green Sat 5 Dec 10:00-14:00"),
    ("en-GB", "/green Sat 5 Dec from 10am to 2pm"),
    ("en-GB", "when can we all do Sat 5 Dec 10:00-14:00?"),
    ("en-GB", "can we all do Sat 5 Dec in the morning?"),
    ("de-DE", "/green Samstag 5. Dezember vormittags"),
    ("de-DE", "wann können wir alle am Samstag 5.12. von 10 bis 14 Uhr?"),
    ("de-DE", "können alle Samstag 5. Dezember vormittag?"),
    ("es-ES", "/green sábado 5 de diciembre por la mañana"),
    ("es-ES", "¿podemos todos el sábado 5 de diciembre de 10:00 a 14:00?"),
    ("fr-FR", "/green samedi 5 décembre matin"),
    ("fr-FR", "quand pouvons-nous tous samedi 5 décembre de 10h à 14h ?"),
    ("pt-PT", "/green sábado 5 de dezembro de manhã"),
    ("pt-PT", "quando podemos todos no sábado 5 de dezembro das 10h às 14h?"),
]


@pytest.mark.parametrize(("locale", "words"), MORNINGS)
async def test_outside_the_band_s_hours_the_hours_are_the_reason(foxes, locale, words):
    answer = await foxes.says("Ana", words, locale=locale)
    said = text_of(answer.reply)
    assert title(answer).startswith("🔴 The Foxes, Sat 5 Dec, ")
    assert "All of you can, but The Foxes play Sat 14:00-23:30." in said
    assert "complete" not in said
    assert labels(answer)[:2] == ["Find a rehearsal", "Change hours"]


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en-GB", "/why Sat 5 Dec 10:00-14:00"),
        ("en-GB", "why not Sat 5 Dec 10:00-14:00?"),
        ("en-GB", "why can't we do Sat 5 Dec from 10 to 2pm?"),
        ("de-DE", "warum nicht Samstag 5. Dezember 10:00-14:00?"),
        ("de-DE", "wieso können wir Samstag 5.12. von 10 bis 14 Uhr nicht?"),
        ("es-ES", "¿por qué no el sábado 5 de diciembre de 10:00 a 14:00?"),
        ("fr-FR", "pourquoi pas samedi 5 décembre 10h-14h ?"),
        ("fr-FR", "pourquoi on ne peut pas samedi 5 décembre de 10h à 14h ?"),
        ("pt-PT", "porque não sábado 5 de dezembro das 10h às 14h?"),
        ("pt-BR", "por que não podemos sábado 5 de dezembro das 10h às 14h?"),
    ],
)
async def test_why_keeps_the_time_that_was_asked_about(foxes, locale, words):
    answer = await foxes.says("Ana", words, locale=locale)
    assert answer.result.explanation.state is State.OUTSIDE
    assert title(answer) == "🔴 The Foxes, Sat 5 Dec, 10:00-14:00: outside the hours you play"
    assert "All of you can, but The Foxes play Sat 14:00-23:30." in text_of(answer.reply)
    assert labels(answer)[:2] == ["Find a rehearsal", "Change hours"]
    after = await foxes.presses("Ana", answer, "Day after", locale=locale)
    assert title(after).startswith("🔴 The Foxes, Sun 6 Dec, 10:00-14:00")


async def test_why_of_hours_that_are_played_speaks_of_these_alone(foxes):
    await foxes.says("Bo", "/busy Sat 5 Dec 15:00-17:00")
    assert (await foxes.says("Ana", "/why Sat 5 Dec 18:00-20:00")).result.explanation.state is State.GREEN
    amber = await foxes.says("Ana", "/why Sat 5 Dec 14:30-17:30")
    assert title(amber) == "🟡 The Foxes, Sat 5 Dec, 14:30-17:30: amber"
    assert "Bo (drums): busy 15:00-17:00" in text_of(amber.reply)
    hour = await foxes.says("Ana", "/why Sat 5 Dec 18:00-19:00")
    assert title(hour) == "🟢 The Foxes, Sat 5 Dec, 18:00-19:00: green 18:00-19:00"
    late = await foxes.says("Ana", "/why Fri 4 Dec 21:00-02:00")
    assert "green 21:00-23:30" in title(late)


async def test_outside_the_hours_who_is_missing_is_said_as_well(foxes):
    await foxes.says("Bo", "/busy Sat 5 Dec 09:00-13:00")
    said = text_of((await foxes.says("Ana", "/green Sat 5 Dec 10:00-14:00")).reply)
    assert "Bo can't, and it is outside the hours The Foxes play: Sat 14:00-23:30." in said
    why = text_of((await foxes.says("Ana", "/why Sat 5 Dec 10:00-14:00")).reply)
    assert "All of you" not in why
    assert "Bo (drums): busy 10:00-13:00" in why
    await foxes.says("Cy", "/busy Sat 5 Dec")
    said = text_of((await foxes.says("Ana", "/green Sat 5 Dec 10:00-14:00")).reply)
    assert "More than one of you can't, and it is outside the hours The Foxes play" in said
    said = text_of((await foxes.says("Ana", "/green Sat 5 Dec 10:00-14:00 without: Bo, Cy")).reply)
    assert "All the others can, but The Foxes play" in said
    said = text_of((await foxes.says("Ana", "/green Sat 5 Dec 10:00-14:00 as a duo")).reply)
    assert "There are never 2 of you free at once, and it is outside the hours" in said
    await foxes.says("Cy", "/maybe Sat 12 Dec")
    said = text_of((await foxes.says("Ana", "/green Sat 12 Dec 10:00-14:00")).reply)
    assert "Cy said maybe, and it is outside the hours The Foxes play" in said


async def test_of_several_mornings_those_are_named_on_which_all_can(foxes):
    await foxes.says("Bo", "/busy Sat 12 Dec")
    answer = await foxes.says("Ana", "/green Saturday mornings in December")
    said = text_of(answer.reply)
    assert "All of you can, but The Foxes play Sat 14:00-23:30." in said
    assert "Sat 5 Dec · 08:00-12:00" in said
    assert "Sat 12 Dec" not in said


async def test_longer_than_the_day_s_hours_is_said_so_and_the_length_that_fits_is_offered(foxes):
    answer = await foxes.says("Ana", "/green Fri 4 Dec hours: 6")
    assert title(answer) == "🔴 The Foxes, Fri 4 Dec: no green zone of 6 h or longer"
    assert "All of you can, but for 5.5 h at most: The Foxes play Fri 18:00-23:30." in text_of(answer.reply)
    assert labels(answer)[:3] == ["For 5.5 h", "Find a rehearsal", "Change hours"]
    shorter = await foxes.presses("Ana", answer, "For 5.5 h")
    assert "Fri 4 Dec · 18:00-23:30" in text_of(shorter.reply)
    await foxes.says("Bo", "/busy Fri 4 Dec 19:00-20:00")
    said = text_of((await foxes.says("Ana", "/green Fri 4 Dec hours: 6")).reply)
    assert "Bo can't, and The Foxes play for 5.5 h at most: Fri 18:00-23:30." in said


async def test_an_hour_that_is_shorter_than_a_green_zone_is_said_so(foxes):
    answer = await foxes.says("Ana", "/green Sat 5 Dec 18:00-19:00")
    assert "All of you can, but that is only 1 h: a green zone is 2 h or longer." in text_of(answer.reply)
    hour = await foxes.presses("Ana", answer, "For 1 h")
    assert "Sat 5 Dec · 18:00-19:00" in text_of(hour.reply)
    early = await foxes.says("Ana", "/green Sat 5 Dec 10:00-11:00")
    assert "All of you can, but The Foxes play Sat 14:00-23:30." in text_of(early.reply)
    found = await foxes.presses("Ana", early, "Find a rehearsal")
    assert "Sat 5 Dec, 10:00-11:00" in text_of(found.reply)


async def test_what_is_left_of_today_may_be_too_little(foxes, clock):
    clock.advance(hours=3, minutes=30)
    answer = await foxes.says("Ana", "/green today")
    assert "Less than 2 h of that day is left." in text_of(answer.reply)
    assert "For 1 h" in labels(answer)
    clock.advance(minutes=80)
    assert not any(label.startswith("For ") for label in labels(await foxes.says("Ana", "/green today")))


async def test_days_on_which_the_band_never_plays(foxes):
    await foxes.says("Ana", "/band edit field: hours value: Fri 18:00-23:00, Sat-Sun 14:00-23:00")
    said = text_of((await foxes.says("Ana", "/green Mon 7 Dec")).reply)
    assert "The Foxes play Fri 18:00-23:00; Sat and Sun 14:00-23:00, not on the days" in said


async def test_where_there_are_hours_and_people_are_missing_these_are_the_reason(foxes):
    for name in ("Bo", "Cy"):
        await foxes.says(name, "/busy 4-6 Dec")
    said = text_of((await foxes.says("Ana", "/green 4-6 Dec hours: 6")).reply)
    assert "Within your hours you are never all free for 6 h, not even all but one of you." in said
    said = text_of((await foxes.says("Ana", "/green 4-6 Dec as a duo")).reply)
    assert "Within your hours there are never 2 of you free for 2 h." in said


async def test_hours_are_changed_and_rehearsals_proposed_by_those_who_may(foxes):
    code = (await foxes.says("Ana", "/band invite dep: yes")).result.invited.code
    await foxes.says("Di", f"/join {code}")
    for words in ("/green Sat 5 Dec 10:00-14:00", "/why Sat 5 Dec 10:00-14:00"):
        own = await foxes.says("Ana", words)
        assert "Change hours" in labels(own)
        assert "Change hours" not in labels(await foxes.says("Bo", words))
        assert "Find a rehearsal" in labels(await foxes.says("Bo", words))
        assert not {"Find a rehearsal", "Change hours"} & set(labels(await foxes.says("Di", words)))
        refused = await foxes.presses("Bo", own, "Change hours")
        assert "does not let you change The Foxes" in text_of(refused.reply)
        found = await foxes.presses("Bo", own, "Find a rehearsal")
        assert "The Foxes could rehearse 3 h, Sat 5 Dec, 10:00-14:00" in text_of(found.reply)
        assert "Sat 5 Dec, 10:00-13:00" in text_of(found.reply)
    asked = await foxes.presses("Ana", own, "Change hours")
    assert asked.reply.awaits_text
    await foxes.says("Ana", "Mon-Fri 18:00-23:30, Sat-Sun 10:00-23:30")
    assert "Sat 5 Dec · 10:00-14:00" in text_of((await foxes.says("Ana", "/green Sat 5 Dec 10-14:00")).reply)


# What the band has itself


async def test_a_gig_stands_beside_what_is_left_of_its_day_and_in_the_list(foxes):
    await foxes.says("Ana", "/gig Sat 12 Dec 20:00-23:00")
    said = text_of((await foxes.says("Ana", "/green December")).reply)
    assert "📅 In the band's diary:\nSat 12 Dec · gig 20:00-23:00" in said
    said = text_of((await foxes.says("Ana", "/green 11-13 Dec")).reply)
    assert "Sat 12 Dec · 14:00-20:00 · gig 20:00-23:00" in said
    assert "In the band's diary" not in said
    await foxes.says("Bo", "/busy Sat 12 Dec 14:00-18:00")
    said = text_of((await foxes.says("Ana", "/green Sat 12 Dec hours: 5")).reply)
    assert "Sat 12 Dec · 14:00-20:00 · Bo (drums) busy 14:00-18:00 · gig 20:00-23:00" in said


async def test_a_day_that_a_rehearsal_fills_says_so_and_blames_nobody(foxes):
    found = await foxes.says("Ana", "/rehearse Tue 8 Dec hours: 5")
    card = await foxes.presses("Ana", found, "Propose 1")
    for name in ("Bo", "Cy"):
        await foxes.presses(name, card, "I can")
    await foxes.presses("Ana", card, "Confirm")
    said = text_of((await foxes.says("Ana", "/green Tue 8 Dec")).reply)
    assert "The Foxes have something on already, which leaves too little time: /gigs" in said
    assert "In the band's diary:\nTue 8 Dec · rehearsal 18:00-23:00" in said
    assert "complete" not in said
    share = text_of((await foxes.says("Ana", "/share 7-9 Dec")).reply)
    assert "Tue 8 Dec" not in share
    assert "Wed 9 Dec, 18:00-23:30" in share


async def test_a_proposal_takes_no_time_yet(foxes):
    await foxes.presses("Ana", await foxes.says("Ana", "/rehearse Tue 8 Dec hours: 5"), "Propose 1")
    said = text_of((await foxes.says("Ana", "/green Tue 8 Dec")).reply)
    assert "Tue 8 Dec · 18:00-23:30" in said
    assert "rehearsal" not in said


async def test_in_the_time_of_a_gig_nobody_is_a_near_miss(foxes):
    for name in ("Bo", "Cy"):
        await foxes.says("Ana", f"/band member {name} required: no")
    await foxes.says("Ana", "/gig Sat 12 Dec 14:00-23:30")
    answer = await foxes.says("Ana", "/green Sat 12 Dec")
    assert not answer.result.zones.near_misses
    assert "leaves too little time" in text_of(answer.reply)
    assert not (await foxes.says("Ana", "/why Sat 12 Dec")).result.explanation.ways


@pytest.mark.parametrize(
    ("gig", "hours"),
    [
        ("Sat 12 Dec 20:00-23:00", None),
        ("Sat 12 Dec 14:00-16:00", None),
        ("Sat 12 Dec 22:00-01:00", None),
        ("Sat 12 Dec 20:00-23:00", "Mon-Sun 18:00-03:00"),
        ("Sun 13 Dec 00:30-02:00", "Mon-Sun 18:00-03:00"),
        ("Sat 12 Dec 20:00-23:00", "Mon-Sun 00:00-24:00"),
    ],
)
async def test_the_day_of_a_gig_is_offered_to_nobody_and_others_are(foxes, gig, hours):
    if hours:
        await foxes.says("Ana", f"/band edit field: hours value: {hours}")
    await foxes.says("Ana", f"/gig {gig}")
    said = text_of((await foxes.says("Ana", "/share 10-14 Dec")).reply)
    copied, beside = said.split("As of")
    offered = [line for line in copied.splitlines() if line.startswith("- ")]
    assert not any("Sat 12 Dec," in line for line in offered)
    assert any("10 Dec" in line for line in offered)
    assert any("13 Dec" in line for line in offered)
    assert "gig" not in copied
    assert "Not offered, since you have a gig then: Sat 12 Dec." in beside


async def test_a_gig_of_another_band_stays_merely_busy(foxes):
    await foxes.says("Bo", "/band create Ravens city: Leeds")
    await foxes.says("Bo", "/gig Sat 12 Dec 14:00-23:30 band: Ravens")
    answer = await foxes.says("Ana", "/green Sat 12 Dec")
    assert "without Bo (drums)" in text_of(answer.reply)
    picture = await foxes.presses("Ana", answer, "Picture")
    assert picture.reply.picture.days[0][1].mark is Mark.AMBER
    for said in (text_of(answer.reply), text_of(picture.reply), picture.reply.picture.alt):
        assert "gig" not in said
        assert "Ravens" not in said


async def test_the_picture_draws_the_band_s_own_days_and_its_words_say_the_same(foxes):
    await foxes.says("Ana", "/gig Sat 12 Dec 20:00-23:00")
    picture = await foxes.presses("Ana", await foxes.says("Ana", "/green December"), "Picture")
    cells = dict(picture.reply.picture.days)
    assert (cells[date(2026, 12, 12)].mark, cells[date(2026, 12, 12)].note) == (Mark.TAKEN, "gig 20-23")
    assert (Mark.TAKEN, "rehearsal or gig") in picture.reply.picture.legend
    assert "rehearsal or gig: 1" in picture.reply.picture.alt
    said = text_of(picture.reply)
    assert "Rehearsal or gig: Sat 12 Dec" in said
    assert "Sat 12 Dec · gig 20:00-23:00" in said


def test_a_mark_means_the_same_in_every_picture():
    assert {**OF_A_BAND, **OF_A_DIARY} == MEANING
    assert OF_A_BAND[Mark.TAKEN] == OF_A_DIARY[Mark.TAKEN]
    assert set(MEANING) == set(Mark)


# The question in the answer


@pytest.mark.parametrize(
    ("words", "heading", "asked"),
    [
        ("January without: Bo", "The Foxes without Bo, Fri 1 Jan to Sun 31 Jan:", "without Bo"),
        ("January without: drums", "The Foxes without Bo, Fri 1 Jan to Sun 31 Jan:", "without Bo"),
        ("January without: Bo, Cy", "The Foxes without Bo and Cy, Fri 1 Jan", "without Bo and Cy"),
        ("January hours: 3", "31 green zones of 3 h or longer", "3 h or longer"),
        ("January as a duo", "31 green zones for 2 of you", "any 2 of the band"),
        ("evenings in January", "Sun 31 Jan, 18:00-23:00:", "18:00-23:00"),
        ("weekends in January", "Sat 2 Jan to Sun 31 Jan, Sat and Sun:", "Sat and Sun"),
        ("5, 6, 13 and 20 March", "Fri 5 Mar, Sat 6 Mar, Sat 13 Mar and Sat 20 Mar:", None),
        ("Fridays in January", "Fri 1 Jan to Fri 29 Jan, every Fri:", "every Fri"),
        ("9 and 16 January", "Sat 9 Jan and Sat 16 Jan:", "every Sat"),
        (
            "Saturday evenings in January without: Bo hours: 4",
            "The Foxes without Bo, Sat 2 Jan to Sat 30 Jan, every Sat, 18:00-23:00: 5 green zones of 4 h",
            "without Bo · every Sat · 18:00-23:00 · 4 h or longer",
        ),
    ],
)
async def test_words_picture_and_buttons_keep_the_question(foxes, words, heading, asked):
    answer = await foxes.says("Ana", f"/green {words}")
    assert heading in title(answer)
    if asked is None:  # these days fit on no button
        assert "Picture" not in labels(answer)
        return
    picture = await foxes.presses("Ana", answer, "Picture")
    assert picture.result.zones.asked == answer.result.zones.asked
    assert title(picture) == title(answer)
    assert picture.reply.picture.asked == asked
    assert asked in picture.reply.picture.alt
    if "More" in labels(answer):
        more = await foxes.presses("Ana", answer, "More")
        assert title(more) == title(answer)
        further = await foxes.presses("Ana", more, "Picture")
        assert further.reply.picture == picture.reply.picture


async def test_a_plain_question_has_nothing_to_add(foxes):
    picture = await foxes.presses("Ana", await foxes.says("Ana", "/green January"), "Picture")
    assert picture.reply.picture.asked == ""
    assert "without" not in text_of(picture.reply)


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en-GB", "when can we all play in January without Bo?"),
        ("de-DE", "wann können wir im Januar ohne Bo?"),
        ("es-ES", "¿cuándo podemos en enero sin Bo?"),
        ("fr-FR", "quand pouvons-nous en janvier sans Bo ?"),
        ("pt-PT", "quando podemos em janeiro sem Bo?"),
    ],
)
async def test_a_what_if_is_in_the_picture_whatever_language_asked_for_it(foxes, locale, words):
    answer = await foxes.says("Ana", words, locale=locale)
    assert "The Foxes without Bo" in title(answer)
    picture = await foxes.presses("Ana", answer, "Picture", locale=locale)
    assert picture.reply.picture.asked == "without Bo"


async def test_a_venue_is_not_told_who_is_left_out(foxes):
    said = text_of((await foxes.says("Ana", "/share weekends in January without Bo")).reply)
    assert said.splitlines()[0] == "📤 The Foxes without Bo: words to copy"
    assert "Sat and Sun (London time)" in said.splitlines()[1]
    assert "Bo" not in said.split("As of")[0].split("\n", 1)[1]


async def test_buttons_that_were_made_before_hours_could_be_kept_still_work(foxes):
    answer = await foxes.says("Ana", "/green January without: Bo hours: 3")
    [(band, range_, rest)] = [
        button.ids for row in answer.reply.buttons for button in row if button.label == "More"
    ]
    first = date(2027, 1, 1).toordinal()
    (bo,) = answer.result.zones.asked.without
    assert range_ == (first * 4096 + 30) * 1441 + 180
    assert rest == 8 + 4096 * bo
    assert band == answer.result.band.id


async def test_in_a_public_place_the_hours_are_kept_for_all(stage):
    where = {"on": Platform.DISCORD, "where": "one"}
    await stage.says("Manager", "/band create The Foxes city: Leeds", **where)
    answer = await stage.says("Manager", "/green evenings in March", **where)
    picture = await stage.presses("Manager", answer, "Picture", **where)
    assert picture.reply.picture.asked == "18:00-23:00"
    assert picture.reply.audience.value == "everyone"
