"""Where nobody has to name a band: bound and unbound."""

from bots.chat.reply import Line, Paragraph, Reply, Say, Strong, Tone
from bots.chat.turn import Reader
from core.bands import BindingKind
from core.bands.binding import BandBound, BandUnbound

_HERE = {
    BindingKind.SERVER: "Here on this server nobody needs to name the band.",
    BindingKind.CHANNEL: "Here in this channel nobody needs to name the band.",
    BindingKind.GROUP: "Here in this group nobody needs to name the band.",
}
_FREE = {
    BindingKind.SERVER: "On this server the band has to be named again.",
    BindingKind.CHANNEL: "In this channel the band has to be named again, unless the server is bound.",
    BindingKind.GROUP: "In this group the band has to be named again.",
}


def bound(result: BandBound, reader: Reader) -> Reply:
    """Where, and the way back."""
    words = "🎸 This is {band}'s place already" if result.before else "🎸 This is {band}'s place now"
    title = reader.say(words, band=Strong(result.band.name))
    here = Paragraph(bound_here(result.place, reader))
    back = Paragraph(reader.say("Undo it: {say}", say=Say("band unbind")))
    return Reply(title, (here, back), tone=Tone.BAND)


def bound_here(place: BindingKind, reader: Reader) -> Line:
    """What it means for everybody there."""
    return reader.say(_HERE[place])


def unbound(result: BandUnbound, reader: Reader) -> Reply:
    """No more, and the way back."""
    title = reader.say("🎸 This is {band}'s place no more", band=Strong(result.band.name))
    free = Paragraph(reader.say(_FREE[result.place]))
    back = Paragraph(reader.say("Bind it again: {say}", say=Say("band bind")))
    return Reply(title, (free, back), tone=Tone.BAND)
