"""The commands and buttons about secret addresses."""

from bots.chat.buttons import publications as buttons
from bots.chat.commands.publications import calendars, entries, press_kits
from bots.chat.definition import CHANGES, PERSONAL, READS, Command, OfBand, Press
from core.access import Right

COMMANDS: tuple[Command, ...] = (
    Command(
        "calendar",
        "Addresses by which your calendar app shows rehearsals, gigs and green zones",
        "",
        calendars.CalendarArguments,
        calendars.calendars,
        PERSONAL,
        CHANGES,
    ),
    Command(
        "epk",
        "Your press kit: what promoters read, see and hear of your band",
        "field: draw value: 60 in Leeds, May 2026",
        press_kits.EpkArguments,
        press_kits.epk,
        PERSONAL,
        CHANGES,
        OfBand(Right.SEE),
        elsewhere=True,
    ),
)

PRESSES: tuple[Press, ...] = (
    Press(buttons.ShowPublication, calendars.show, READS),
    Press(buttons.ReplaceAddress, calendars.new_address, CHANGES),
    Press(buttons.SwitchPublication, calendars.switch, CHANGES),
    Press(buttons.RingBefore, calendars.ring, CHANGES),
    Press(buttons.MakePublicPage, calendars.public_page, CHANGES),
    Press(buttons.MakeOpenDatesPage, calendars.open_dates_page, CHANGES),
    Press(buttons.SwitchKitOn, press_kits.switch_on, CHANGES),
    Press(buttons.EntryFile, entries.entry_file, READS),
)
