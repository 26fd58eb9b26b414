"""Which view words which result about secret addresses."""

from bots.chat.results import publications as results
from bots.chat.views import Views
from bots.chat.views.publications import calendars, entries, press_kits
from core.bands.kits import edits

VIEWS: Views = {
    results.CalendarsShown: calendars.calendars_shown,
    results.AddressShown: calendars.address_shown,
    results.EntryWritten: entries.entry_written,
    results.KitShown: press_kits.kit_shown,
    edits.KitEdited: press_kits.kit_edited,
}
