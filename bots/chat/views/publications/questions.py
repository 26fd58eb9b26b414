"""Questions about press kits in words, and the labels of their buttons."""

from bots.chat.reply import Block, Facts, Paragraph, Say, Strong
from bots.chat.results.publications import KitFileAsked, KitFileUnclear, KitFileWhose, KitValueAsked
from bots.chat.turn import Reader
from bots.chat.views import Labels, Questions, QuestionText, QuestionView
from bots.chat.views.band.kits import file_words, kit_facts, kit_label
from core.bands.kits import BIO_LIMIT, MOST_MUSIC, MOST_SHOWS, MOST_VIDEOS, KitFileKind
from core.bands.kits.files import FILE_LIMIT, MEGABYTE
from core.bands.kits.words import KIT_EXAMPLES

_HOW = {
    "bio": "Up to {n} characters; a line break begins a paragraph.",
    "video": "Up to {n} videos on YouTube, one address after the other.",
    "music": "Up to {n} addresses on YouTube, Spotify, SoundCloud or Bandcamp, one after the other.",
    "shows": "Up to {n} of them, with semicolons between. Gigs booked here stand there by themselves.",
}
_COUNTS = {"bio": BIO_LIMIT, "video": MOST_VIDEOS, "music": MOST_MUSIC, "shows": MOST_SHOWS}


def _value(about: KitValueAsked, reader: Reader) -> QuestionText:
    """The present value, the limit, and an example."""
    facts = Facts(kit_facts(about.kit, [about.field], reader))
    title = reader.say("What should the press kit of {band} say?", band=Strong(about.band.name))
    example = reader.say(
        "For example: {example}. To take it out: remove", example=Strong(KIT_EXAMPLES[about.field])
    )
    blocks: list[Block] = [facts, Paragraph(example)]
    if about.field in _HOW:
        blocks.insert(1, Paragraph(reader.say(_HOW[about.field], n=str(_COUNTS[about.field]))))
    if about.field == "music":
        code = reader.say(
            "From Bandcamp, copy the code under Share / Embed: with an address alone it is a link."
        )
        blocks.insert(2, Paragraph(code))
    return title, tuple(blocks)


_FILES = {
    KitFileKind.PHOTO: "Send me the photo of {band}",
    KitFileKind.STAGE_PLOT: "Send me the stage plot of {band}",
    KitFileKind.TECH_RIDER: "Send me the tech rider of {band}",
}


def _file(about: KitFileAsked, reader: Reader) -> QuestionText:
    """What is taken, and where to send it."""
    title = reader.say(_FILES[about.kind], band=Strong(about.band.name))
    facts = Facts(kit_facts(about.kit, [about.kind.value], reader))
    most = str(FILE_LIMIT // MEGABYTE)
    if about.kind is KitFileKind.PHOTO:
        takes = reader.say("A JPEG, PNG or WebP of up to {n} MB, in our private chat.", n=most)
    else:
        takes = reader.say("A PDF or a picture of up to {n} MB, in our private chat.", n=most)
    out = reader.say(
        "To take it out: {say}", say=Say(f"epk field: {about.kind.value.replace('_', ' ')} value: remove")
    )
    return title, (facts, Paragraph(takes), Paragraph(out))


def _unclear(about: KitFileUnclear, reader: Reader) -> QuestionText:
    """What came."""
    title = reader.say("What is it for the press kit of {band}?", band=Strong(about.band.name))
    return title, (Paragraph(reader.say("You sent {file}.", file=file_words(about.file, reader))),)


def _whose(about: KitFileWhose, reader: Reader) -> QuestionText:
    """What came."""
    title = reader.say("For the press kit of which band?")
    return title, (Paragraph(reader.say("You sent {file}.", file=file_words(about.file, reader))),)


QUESTIONS: Questions = {
    KitValueAsked: QuestionView(_value, lambda about: KIT_EXAMPLES[about.field]),
    KitFileAsked: QuestionView(_file, lambda _: "remove"),
    KitFileUnclear: QuestionView(_unclear),
    KitFileWhose: QuestionView(_whose),
}

LABELS: Labels = {KitFileKind: lambda means, reader: kit_label(means.value, reader)}
