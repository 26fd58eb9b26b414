"""What is said about a person's own profile and settings."""

from dataclasses import fields, replace
from datetime import date, datetime

from bots.chat.buttons.conversation import UndoChange
from bots.chat.buttons.person import AskProfileField, SetFreeByDefault, SetLanguage
from bots.chat.reply import Action, Block, Facts, Line, Paragraph, Reply, Say, Strong, Weight, line, rows
from bots.chat.results.person import ProfileShown, SettingsShown
from bots.chat.turn import Reader, reader_of
from core import formats
from core.moments import to_exact
from core.people import Person, settings
from core.people.changes import PersonProfileSet, PersonSettingsSet
from core.scheduling.phrases.sentence import month_first

LANGUAGE_NAMES = {
    "en-GB": "English (UK)",
    "en-US": "English (US)",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
    "pt": "Português",
}
_READ = frozenset({"de", "es", "fr", "pt"})
"""The languages that are read, apart from English."""


def profile_shown(result: ProfileShown, reader: Reader) -> Reply:
    """Name, instruments and zone; a button for each."""
    found = result.profile
    person = found.person
    unsaid = reader.say("not said yet")
    instruments = formats.listing(person.instruments, reader.locale)
    name, plays, zone = (reader.label(_FIELDS[each]) for each in range(len(_FIELDS)))
    pairs = (
        (name, line(person.name)),
        (plays, line(instruments) if person.instruments else unsaid),
        (zone, line(person.zone) if person.zone else unsaid),
    )
    blocks: list[Block] = [Facts(pairs)]
    if result.zone_said:
        say = Say(f"timezone {result.zone_said}")
        blocks.append(Paragraph(reader.say("Your zone is set separately: {say}", say=say)))
    blocks.append(Paragraph(reader.say("Your bands see this name; your part in each is set there.")))
    buttons = [Action(label, AskProfileField(at)) for at, (label, _) in enumerate(pairs)]
    if found.change is not None:
        buttons.insert(0, Action(reader.label("Undo"), UndoChange(found.change)))
    sentence = "👤 {name}, this is your profile"
    if found.before:
        sentence = "👤 Nothing to change, {name}"
    elif found.change is not None:
        sentence = "👤 {name}, your profile has changed"
    return Reply(reader.say(sentence, name=Strong(person.name)), tuple(blocks), rows(*buttons))


_FIELDS = ("Name", "Instruments", "Time zone")
"""Their positions are the numbers on buttons (commands/person/profile.py)."""


def settings_shown(result: SettingsShown, reader: Reader) -> Reply:
    """The settings in words, with an example of dates; a button for each other choice."""
    found = result.settings
    person = found.person
    sentence = "⚙ Your settings"
    if found.before:
        sentence = "⚙ Your settings: nothing to change"
    elif found.change is not None:
        sentence = "⚙ Your settings have changed"
    pairs = (
        (reader.label("Language"), _language(person, reader)),
        (reader.label("Dates"), _dates(person, reader)),
        (reader.label("You count as"), reader.say(_BASES[person.free_by_default])),
    )
    blocks: list[Block] = [Facts(pairs)]
    if not person.free_by_default:
        words = "A zone that needs you turns green only where you have said that you are free."
        blocks.append(Paragraph(reader.say(words)))
    other = reader.label("Only when I say" if person.free_by_default else "Free unless I say")
    first = [Action(other, SetFreeByDefault(free=not person.free_by_default))]
    if found.change is not None:
        first.insert(0, Action(reader.label("Undo"), UndoChange(found.change)))
    buttons = (tuple(first), *rows(*_languages(person, reader), each=3))
    return Reply(reader.say(sentence), tuple(blocks), buttons)


def person_turned(facts: PersonProfileSet | PersonSettingsSet, *, back: bool, reader: Reader) -> list[Block]:
    """What is so again after a change of profile or settings was undone or redone."""
    now, before = (facts.old, facts.new) if back else (facts.new, facts.old)
    values = {each.name: getattr(now, each.name) for each in fields(now)}
    changed = {field: value for field, value in values.items() if value != getattr(before, field)}
    if "name" in changed:
        changed.pop("named", None)
    return [Paragraph(_again(field, value, reader)) for field, value in changed.items()]


def _again(field: str, value: object, reader: Reader) -> Line:
    match field, value:
        case "name", str(name):
            return reader.say("You are {name} again.", name=Strong(name))
        case "instruments", []:
            return reader.say("You have not said what you play.")
        case "instruments", [*instruments]:
            names = formats.listing([str(each) for each in instruments], reader.locale)
            return reader.say("You play {names}.", names=names)
        case "language", None:
            return reader.say("Your language is the one that your app tells me.")
        case "language", str(language):
            return reader.say("Your language: {name}", name=LANGUAGE_NAMES[language])
        case "free_by_default", bool(free):
            return reader.say(_COUNTS_AS[free])
        case _, named:
            kept = (
                "Your name stays as you said it." if named else "Your name follows what your app calls you."
            )
            return reader.say(kept)


_BASES = {
    True: "free unless you say otherwise",
    False: "busy unless you say that you are free",
}
_COUNTS_AS = {
    True: "You count as free unless you say otherwise.",
    False: "You count as busy unless you say that you are free.",
}


def _language(person: Person, reader: Reader) -> Line:
    name = LANGUAGE_NAMES.get(person.language or "") or reader.label("as your app tells me")
    language = (person.locale or "en").replace("_", "-").partition("-")[0].lower()
    if language in _READ:
        words = "{name}: I read {language} and English, and answer in English"
        return reader.say(words, name=name, language=formats.language(language, reader.locale))
    return reader.say("{name}: I read and answer English", name=name)


def _dates(person: Person, reader: Reader) -> Line:
    own = replace(reader, locale=reader_of(person.locale, person.zone, _SOME_TIME).locale)
    day = formats.day(_EXAMPLE.date(), own.locale, today=_EXAMPLE.date())
    typed = _MAY if month_first(formats.regional(person.locale, person.zone)) else _JUNE
    return reader.say(
        "{day}, {hour}; when you type 5/6 it is {typed}",
        day=day,
        hour=formats.clock(_EXAMPLE.time(), own.locale),
        typed=formats.day(typed, own.locale, today=_EXAMPLE.date()),
    )


_EXAMPLE = datetime(2026, 12, 1, 19, 30)
_MAY, _JUNE = date(2027, 5, 6), date(2027, 6, 5)
_SOME_TIME = to_exact(_EXAMPLE, "UTC")


def _languages(person: Person, reader: Reader) -> tuple[Action, ...]:
    offered = [
        Action(LANGUAGE_NAMES[each], SetLanguage(number), Weight.PLAIN)
        for number, each in enumerate(settings.LANGUAGES, 1)
        if each != person.language
    ]
    if person.language is not None:
        offered.append(Action(reader.label("As my app says"), SetLanguage(0)))
    return tuple(offered)
