"""Which view words which result about a person's diary."""

from bots.chat.results import diary as results
from bots.chat.views import Views
from bots.chat.views.diary import dates, diary, imports, mine, news
from core import undo
from core.scheduling.availability import freshness
from core.scheduling.diary import corrections, entries, importing, marking, page_changes, zones

VIEWS: Views = {
    marking.Marked: diary.marked,
    marking.AlreadySo: diary.already_so,
    marking.AlreadyFree: diary.already_free,
    results.DiaryShown: mine.diary,
    entries.EntryCard: mine.entry,
    entries.DateSpared: mine.spared,
    freshness.Confirmed: mine.confirmed,
    corrections.Corrected: diary.corrected,
    corrections.EntryForgotten: diary.forgotten,
    undo.Undone: diary.undone,
    undo.Redone: diary.redone,
    zones.ZoneSet: diary.zone_set,
    results.SinglesOnly: dates.told,
    importing.Imported: imports.imported,
    importing.AlreadyImported: imports.already_imported,
    importing.Imports: imports.imports,
    importing.FeedRemoved: imports.removed,
    importing.FeedRestored: imports.restored,
    importing.ReadingAgain: imports.reading_again,
    results.FeedNews: imports.news,
    results.FeedUnread: imports.unread,
    results.Entered: news.entered,
    page_changes.ChangedThere: news.changed_there,
}
