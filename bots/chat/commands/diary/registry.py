"""The commands and buttons about your diary."""

from bots.chat.buttons.diary import (
    AllAsUsual,
    DiaryEntry,
    DiaryPage,
    ReadFeedNow,
    RemoveEntry,
    RemoveFeed,
    RestoreFeed,
    RewordEntry,
    SpareDate,
)
from bots.chat.commands.diary import diary, imports, messages, mine
from bots.chat.definition import CHANGES, PERSONAL, READS, Command, Press

COMMANDS: tuple[Command, ...] = (
    Command(
        "busy",
        "Say when you can't play, in your own words",
        "every Tuesday evening",
        diary.BusyArguments,
        diary.busy,
        PERSONAL,
        CHANGES,
    ),
    Command(
        "free",
        "Say when you can play after all",
        "Tue 1 Dec from 19:00",
        diary.FreeArguments,
        diary.free,
        PERSONAL,
        CHANGES,
    ),
    Command(
        "maybe",
        "Say when you are not sure",
        "Fri 11 Dec",
        diary.MaybeArguments,
        diary.maybe,
        PERSONAL,
        CHANGES,
    ),
    Command(
        "mine", "Your own diary: everything you have said", "", mine.MineArguments, mine.mine, PERSONAL, READS
    ),
    Command(
        "undo",
        "Take back your last change to your diary or zone",
        "",
        diary.UndoArguments,
        diary.take_back,
        PERSONAL,
        CHANGES,
    ),
    Command(
        "forget",
        "Take something out of your diary",
        "the Tuesday one",
        messages.ForgetArguments,
        messages.forget,
        PERSONAL,
        CHANGES,
    ),
    Command(
        "import",
        "Count your Google, Apple or Outlook calendar as busy",
        "https://example.com/calendar.ics",
        imports.ImportArguments,
        imports.import_,
        PERSONAL,
        CHANGES,
    ),
)

PRESSES: tuple[Press, ...] = (
    Press(DiaryPage, mine.again, READS),
    Press(DiaryEntry, mine.entry, READS),
    Press(SpareDate, mine.spare, CHANGES),
    Press(RewordEntry, mine.reword, CHANGES),
    Press(RemoveEntry, mine.remove, CHANGES),
    Press(AllAsUsual, mine.usual, CHANGES),
    Press(ReadFeedNow, imports.read_now, CHANGES),
    Press(RemoveFeed, imports.remove, CHANGES),
    Press(RestoreFeed, imports.put_back, CHANGES),
)
