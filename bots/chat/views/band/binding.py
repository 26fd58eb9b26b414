"""What is said when a band is bound to a chat, or unbound."""

from bots.chat.reply import Line, Paragraph, Reply, Say, Strong, Tone
from bots.chat.turn import Reader
from core.bands import BindingKind
from core.bands.binding import BandBound, BandUnbound

_HERE = {
    BindingKind.SERVER: "You don't have to name the band on this server.",
    BindingKind.CHANNEL: "You don't have to name the band in this channel.",
    BindingKind.GROUP: "You don't have to name the band in this group.",
}
_FREE = {
    BindingKind.SERVER: "You have to name the band on this server again.",
    BindingKind.CHANNEL: "You have to name the band in this channel again, unless the server is bound.",
    BindingKind.GROUP: "You have to name the band in this group again.",
}

_NOW = {
    BindingKind.SERVER: "🎸 This server belongs to {band} now",
    BindingKind.CHANNEL: "🎸 This channel belongs to {band} now",
    BindingKind.GROUP: "🎸 This group belongs to {band} now",
}
_ALREADY = {
    BindingKind.SERVER: "🎸 This server belongs to {band} already",
    BindingKind.CHANNEL: "🎸 This channel belongs to {band} already",
    BindingKind.GROUP: "🎸 This group belongs to {band} already",
}
_NO_LONGER = {
    BindingKind.SERVER: "🎸 This server no longer belongs to {band}",
    BindingKind.CHANNEL: "🎸 This channel no longer belongs to {band}",
    BindingKind.GROUP: "🎸 This group no longer belongs to {band}",
}


def bound(result: BandBound, reader: Reader) -> Reply:
    """What is bound, and how to undo it."""
    band = Strong(result.band.name)
    title = reader.say(_ALREADY[result.place] if result.before else _NOW[result.place], band=band)
    here = Paragraph(bound_here(result.place, reader))
    back = Paragraph(reader.say("Undo it: {say}", say=Say("band unbind")))
    return Reply(title, (here, back), tone=Tone.BAND)


def bound_here(place: BindingKind, reader: Reader) -> Line:
    """What the binding means for everybody there."""
    return reader.say(_HERE[place])


def unbound(result: BandUnbound, reader: Reader) -> Reply:
    """What is free again, and how to bind it."""
    title = reader.say(_NO_LONGER[result.place], band=Strong(result.band.name))
    free = Paragraph(reader.say(_FREE[result.place]))
    back = Paragraph(reader.say("Bind it again: {say}", say=Say("band bind")))
    return Reply(title, (free, back), tone=Tone.BAND)
