"""Secret addresses: what each shows, where it is, and how to take it back."""

from datetime import timedelta

from bots.chat.buttons.publications import ReplaceAddress, RingBefore, ShowPublication, SwitchPublication
from bots.chat.reply import (
    Action,
    Block,
    Button,
    Line,
    Link,
    Listing,
    Paragraph,
    Reply,
    Say,
    Strong,
    Tone,
    Weight,
    line,
    plain,
    rows,
)
from bots.chat.results.publications import AddressShown, CalendarsShown
from bots.chat.turn import Reader
from core.publications import ALARMS, PublicationKind

_TITLES = {
    PublicationKind.MY_CALENDAR: "All your bands",
    PublicationKind.BAND_CALENDAR: "{band}: rehearsals and gigs",
    PublicationKind.GREEN_CALENDAR: "{band}: green zones",
    PublicationKind.AVAILABILITY: "{band}: free days, for anybody with the address",
    PublicationKind.OPEN_DATES: "{band}: open dates, for anybody with the address",
    PublicationKind.PRESS_KIT: "{band}: press kit, for anybody with the address",
}
_OFF = "switched off"


def calendars_shown(result: CalendarsShown, reader: Reader) -> Reply:
    """Each calendar with its address; what to do with it."""
    lines = tuple(_line(each, reader) for each in result.calendars)
    blocks: list[Block] = [
        Listing(lines),
        Paragraph(
            reader.say("Subscribe to one in Google, Apple or Outlook: from then on it keeps itself right.")
        ),
        Paragraph(
            reader.say("Google looks when it likes, which can take a day; the others about every hour.")
        ),
        Paragraph(reader.say("Whoever has an address can read what it shows. A tap below makes a new one.")),
        *where_it_opens(result.calendars[0], reader),
    ]
    buttons = [
        Action(plain(_title(each, reader)), ShowPublication(each.card.publication.id))
        for each in result.calendars
    ]
    title = reader.say("📅 Your calendars")
    return Reply(title, tuple(blocks), rows(*buttons), Tone.BAND)


def _line(shown: AddressShown, reader: Reader) -> Line:
    title = _title(shown, reader)
    if shown.card.publication.revoked_at is not None:
        return reader.say("{title}: switched off", title=Strong(plain(title)))
    return line(Strong(plain(title)), ": ", Link(shown.address, shown.address))


def _title(shown: AddressShown, reader: Reader) -> Line:
    band = shown.card.band.name if shown.card.band else ""
    return reader.say(_TITLES[shown.card.publication.kind], band=band)


def address_shown(result: AddressShown, reader: Reader) -> Reply:
    """One address: what it shows, and what can be done about it."""
    publication = result.card.publication
    blocks: list[Block] = []
    if result.card.before:
        blocks.append(Paragraph(reader.say("It was like this already.")))
    if publication.revoked_at is None:
        blocks.append(Paragraph(line(Link(result.address, result.address))))
        blocks += [Paragraph(each) for each in _about(result, reader)]
        blocks += where_it_opens(result, reader)
    else:
        blocks.append(
            Paragraph(reader.say("Switched off: its address leads nowhere. Switched on, it gets a new one."))
        )
    title = reader.say("📅 {title}", title=Strong(plain(_title(result, reader))))
    return Reply(title, tuple(blocks), rows(*address_buttons(result, reader)), Tone.BAND)


def _about(result: AddressShown, reader: Reader) -> list[Line]:
    publication = result.card.publication
    if publication.kind is PublicationKind.AVAILABILITY:
        return [
            reader.say(_WITH_CODE if result.everywhere else _WITHOUT_CODE),
            reader.say("Whoever has the address can read it, until you switch it off or make a new one."),
        ]
    if publication.kind is PublicationKind.OPEN_DATES:
        return [
            reader.say(
                "It shows the open dates that the whole band can play and that are what you look for."
            ),
            reader.say("Whoever has the address can read it, until you switch it off or make a new one."),
        ]
    if publication.kind is PublicationKind.PRESS_KIT:
        return [
            reader.say("When you apply, the venue gets this address with your application."),
            reader.say("What is in it, and what is missing: {say}", say=Say("epk")),
        ]
    if publication.kind is PublicationKind.GREEN_CALENDAR:
        return [reader.say("It shows the green zones of the next half year.")]
    alarm = (
        reader.say("It rings {before}.", before=_before(publication.alarm, reader))
        if publication.alarm
        else reader.say("It does not ring.")
    )
    return [
        reader.say("It shows what is confirmed, what is proposed, and for 30 days what was called off."),
        alarm,
    ]


_WITH_CODE = "It shows on which days you can play, never who can't or why. With a PDF and a QR code."
_WITHOUT_CODE = "It shows on which days you can play, never who can't or why. With a PDF."


def _before(alarm: timedelta, reader: Reader) -> str:
    return reader.label(_ALARMS[alarm])


_ALARMS = {
    timedelta(0): "No alarm",
    timedelta(hours=1): "1 hour before",
    timedelta(hours=3): "3 hours before",
    timedelta(days=1): "a day before",
}


def address_buttons(result: AddressShown, reader: Reader) -> list[Button]:
    """What can be done about an address."""
    publication = result.card.publication
    if publication.revoked_at is not None:
        on = SwitchPublication(publication.id, on=True)
        return [Action(reader.label("Switch on"), on, Weight.FIRST)]
    buttons: list[Button] = [
        Action(reader.label("New address"), ReplaceAddress(publication.id, publication.generation)),
        Action(reader.label("Switch off"), SwitchPublication(publication.id, on=False), Weight.DANGER),
    ]
    if publication.kind in (PublicationKind.MY_CALENDAR, PublicationKind.BAND_CALENDAR):
        buttons += [
            Action(_before(each, reader), RingBefore(publication.id, each // timedelta(minutes=1)))
            for each in ALARMS
            if each != publication.alarm
        ]
    return buttons


def where_it_opens(result: AddressShown, reader: Reader) -> list[Block]:
    """That the address is no use elsewhere, where the program is not reached from outside."""
    if result.everywhere:
        return []
    return [
        Paragraph(
            reader.say(
                "It opens on the machine alone that I run on: whoever runs me has set no public address."
            )
        )
    ]
