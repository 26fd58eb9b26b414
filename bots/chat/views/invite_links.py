"""The links that open an invite, in words; below its code."""

from bots.chat.reply import Link, Paragraph
from bots.chat.turn import InviteLinks, Reader


def invite_links(links: InviteLinks, reader: Reader) -> list[Paragraph]:
    """One line for each way that there is."""
    said: list[Paragraph] = []
    if links.telegram is not None:
        link = Link(links.telegram, links.telegram)
        said.append(Paragraph(reader.say("On Telegram this link is enough: {link}", link=link)))
    if links.page is not None:
        link = Link(links.page, links.page)
        said.append(Paragraph(reader.say("Or send them this page: {link}", link=link)))
    return said
