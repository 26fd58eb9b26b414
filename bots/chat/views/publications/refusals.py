"""Refusals about press kits and the files in them, with the limits and a next step."""

from bots.chat.reply import Say, Strong
from bots.chat.turn import Reader
from bots.chat.views import Refusals, RefusalText, says
from bots.chat.views.band.kits import kit_label
from core.bands.kits import (
    BIO_LIMIT,
    FILE_FIELDS,
    LINE_LIMIT,
    MOST_MUSIC,
    MOST_SHOWS,
    MOST_VIDEOS,
    SHOW_LIMIT,
)
from core.bands.kits.files import (
    FILE_LIMIT,
    LEAST_SIDE,
    MEGABYTE,
    PAGE_LIMIT,
    PIXEL_LIMIT,
    FileRefused,
    FileTrouble,
    KitFileGone,
)
from core.bands.kits.words import KIT_EXAMPLES, KitValueUnclear

_UNCLEAR = {
    "bio": "A bio has up to {bio} characters.",
    "video": "I need one to {videos} addresses of videos on YouTube.",
    "music": "I need one to {music} addresses of something on YouTube, Spotify, SoundCloud or Bandcamp.",
    "followers": "I can't read how many follow you where.",
    "shows": "I can keep up to {shows} past shows of up to {show} characters, with semicolons between.",
}
_FILE_FIELD = "{field} is a file: send it to me in our private chat."
_LIMITS = {
    "bio": BIO_LIMIT,
    "line": LINE_LIMIT,
    "videos": MOST_VIDEOS,
    "music": MOST_MUSIC,
    "shows": MOST_SHOWS,
    "show": SHOW_LIMIT,
}


def _unclear(refusal: KitValueUnclear, reader: Reader) -> RefusalText:
    limits = {name: str(limit) for name, limit in _LIMITS.items()}
    field = refusal.field.replace("_", " ")
    if refusal.field in FILE_FIELDS:
        title = reader.say(_FILE_FIELD, field=kit_label(refusal.field, reader))
        out = Say(f"epk field: {field} value: remove")
        return title, reader.say("To take out the one that is there: {say}", say=out)
    if refusal.field in _UNCLEAR:
        title = reader.say(_UNCLEAR[refusal.field], **limits)
    else:
        title = reader.say("That is one line of up to {line} characters.", **limits)
    example = KIT_EXAMPLES.get(refusal.field, KIT_EXAMPLES["draw"])
    how = Say(f"epk field: {field} value: {example}")
    return title, reader.say("For example: {say}", say=how)


_TROUBLES = {
    FileTrouble.TOO_LARGE: "That file is larger than {megabytes} MB.",
    FileTrouble.NOT_KNOWN: "That is neither a picture (JPEG, PNG, WebP) nor a PDF, whatever its name says.",
    FileTrouble.BROKEN: "That file is damaged: I can't read it to its end.",
    FileTrouble.TOO_MANY_PIXELS: "That picture has more than {megapixels} million pixels.",
    FileTrouble.TOO_SMALL: "That picture is less than {side} pixels wide or high.",
    FileTrouble.LOCKED: "That PDF needs a password.",
    FileTrouble.TOO_MANY_PAGES: "That PDF has more than {pages} pages.",
    FileTrouble.NOT_A_PICTURE: "A photo has to be a picture (JPEG, PNG or WebP), and that is a PDF.",
    FileTrouble.SEVERAL: "That is more than one file at once.",
    FileTrouble.NOT_LOADED: "I did not get that file from here.",
}
_STEPS = {
    FileTrouble.TOO_LARGE: "Make it smaller and send it again: a photo 2400 pixels wide is enough.",
    FileTrouble.NOT_KNOWN: "Save it as one of these and send it again.",
    FileTrouble.BROKEN: "Save it anew and send it again.",
    FileTrouble.TOO_MANY_PIXELS: "Make it smaller and send it again: a photo 2400 pixels wide is enough.",
    FileTrouble.TOO_SMALL: "Send the original: apps often make pictures smaller when they pass them on.",
    FileTrouble.LOCKED: "Save it without one and send it again.",
    FileTrouble.TOO_MANY_PAGES: "Send the pages alone that a promoter needs.",
    FileTrouble.NOT_A_PICTURE: "Send the picture itself.",
    FileTrouble.SEVERAL: "Send them one by one, so that I know which is which.",
    FileTrouble.NOT_LOADED: "Send it again; if it stays so, try it smaller, or tomorrow.",
}


def _file(refusal: FileRefused, reader: Reader) -> RefusalText:
    limits = {
        "megabytes": str(FILE_LIMIT // MEGABYTE),
        "megapixels": str(PIXEL_LIMIT // MEGABYTE),
        "side": str(LEAST_SIDE),
        "pages": str(PAGE_LIMIT),
    }
    said = {name: Strong(limit) for name, limit in limits.items()}
    return reader.say(_TROUBLES[refusal.trouble], **said), reader.say(_STEPS[refusal.trouble])


REFUSALS: Refusals = {
    KitValueUnclear: _unclear,
    FileRefused: _file,
    KitFileGone: says(
        "That file is no longer kept: I delete what no press kit has used for 30 days.",
        "Send it again; the kit as it stands: {say1}",
        "epk",
    ),
}
