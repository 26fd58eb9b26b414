"""The commands and buttons about secret addresses."""

from bots.chat.buttons import publications as buttons
from bots.chat.commands.publications import calendars, entries
from bots.chat.definition import CHANGES, PERSONAL, READS, Command, Press

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
)

PRESSES: tuple[Press, ...] = (
    Press(buttons.ShowPublication, calendars.show, READS),
    Press(buttons.ReplaceAddress, calendars.new_address, CHANGES),
    Press(buttons.SwitchPublication, calendars.switch, CHANGES),
    Press(buttons.RingBefore, calendars.ring, CHANGES),
    Press(buttons.MakePublicPage, calendars.public_page, CHANGES),
    Press(buttons.MakeOpenDatesPage, calendars.open_dates_page, CHANGES),
    Press(buttons.EntryFile, entries.entry_file, READS),
)
