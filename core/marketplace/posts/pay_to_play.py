"""Acts that are made to pay for playing: a buy-on, tickets that they must sell, or the room."""

from core.marketplace.posts.sheet import PostSheet
from core.marketplace.posts.values import FeeShape, PayToPlay, Post
from core.marketplace.posts.vocabularies import Small, compiled


def pays_to_play(post: Post) -> PayToPlay | None:
    """How the post makes the act pay for playing, the gravest way first; None if it does not."""
    fee = post.fee
    if fee.buy_on is not None:
        return PayToPlay.BUY_ON
    if fee.must_sell is not None:
        return PayToPlay.TICKETS_TO_SELL
    if fee.shape is FeeShape.BUY_ON:
        return PayToPlay.BUY_ON
    hired = fee.hire is not None and fee.hire.minor > 0
    return PayToPlay.HIRE if hired or any(each.money.minor > 0 for each in fee.charges) else None


def buys_on(sheet: PostSheet) -> bool:
    """Whether an act pays for its slot, without a sum: "pay to play"; "no buy-on" is taken too."""
    words = sheet.vocabulary
    found = False
    pattern = compiled(
        r"(?P<no>{1}[ ](?:\w+[ ])?)?{0}(?P<free>[ ]{2})?", words.buy_on, words.denied, words.denied_after
    )
    for match in sheet.find(pattern):
        found = found or match["no"] is match["free"] is None
        sheet.take(match.start(), match.end())
    return found


def read_must_sell(sheet: PostSheet) -> int | None:
    """The number of tickets that an act must sell or buy, 0 if there is no number; its words are taken."""
    words = sheet.vocabulary
    pattern = compiled(
        r"(?P<no>{4}[ ](?:\w+[ ])?)?"
        r"(?:{0}:?[ ](?:{3:bare} )?(?:(?P<a>\d{{1,4}})(?![\d%:]|[.,]\d)(?:[ ]?\+)?(?:[ ]{2})?|{2})"
        r"|(?:{5}[ ](?:{3:bare} )?)?(?<![\w.,:/£$€])(?P<b>\d{{1,4}})[ ]?\+?[ ]{2}[ ]{1})",
        words.must_sell,
        words.to_sell,
        words.tickets,
        words.small[Small.LEAST],
        words.denied,
        words.obliged,
    )
    for match in sheet.find(pattern):
        sheet.take(match.start(), match.end())
        if match["no"] is None:
            return int(match["a"] or match["b"] or 0)
    return None
