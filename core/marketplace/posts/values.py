"""The values in a gig post, without prose: to be confirmed, completed and published."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from core.money import Money
from core.scheduling.phrases.understanding import Assumption, Problem


class Point(StrEnum):
    """Points of the day."""

    LOAD_IN = "load_in"
    SOUNDCHECK = "soundcheck"
    LINE_CHECK = "line_check"
    DOORS = "doors"
    ON_STAGE = "on_stage"
    """Music begins; or the act that is wanted goes on."""
    SET = "set"
    """The set time of one act; `PointOfDay.of` says whose."""
    EVENT = "event"
    """A time, or a range of times, without a label."""
    CHANGEOVER = "changeover"
    CURFEW = "curfew"


@dataclass(frozen=True, slots=True)
class PointOfDay:
    """One point of the day, in wall time of the place."""

    point: Point
    at: time | None = None
    """None for a changeover, of which only the length is known. Before 06:00 it is the next morning."""
    until: time | None = None
    """Exclusive end, if the post gives one; an end not after `at` is on the next day."""
    minutes: int | None = None
    """The length, if the post gives one instead of an end."""
    of: str = ""
    """For SET and ON_STAGE: whose, as typed ("Band 1", "HL")."""
    on: date | None = None
    """Only on this of the post's dates; None: on each."""


class SlotKind(StrEnum):
    """Which place on the bill is wanted."""

    HEADLINER = "headliner"
    MAIN_SUPPORT = "main_support"
    SUPPORT = "support"
    """Main support or opener: left open."""
    OPENER = "opener"
    ANY = "any"
    """An act, a band, a slot: no place was named."""


@dataclass(frozen=True, slots=True)
class WantedSlot:
    """Slots of one kind that are to be filled."""

    kind: SlotKind
    count: int | None = 1
    """The number on each date. None: several, without a number."""
    minutes: int | None = None
    """Set length of each; of each of `sets` when there are more."""
    minutes_most: int | None = None
    """The longer end, as in "45-60 mins"."""
    sets: int = 1
    """"2 x 45" is two sets."""
    position: int | None = None
    """"3rd on": counted from the first act of the night."""
    fee: Money | None = None
    """Set if this slot has a fee of its own."""


class FeeShape(StrEnum):
    """The shape of the pay; the leading part if there are several."""

    NOT_SAID = "not_said"
    UNPAID = "unpaid"
    GUARANTEE = "guarantee"
    DOOR_SPLIT = "door_split"
    VERSUS = "versus"
    """Guarantee or share, whichever is greater."""
    PLUS = "plus"
    """Guarantee, and a share above a break-even."""
    OWN_TICKETS = "own_tickets"
    """A share of, or a sum for, the tickets that the act itself sells."""
    IN_KIND = "in_kind"
    EXPENSES = "expenses"
    TIPS = "tips"
    HIRE = "hire"
    """The act pays for the room."""
    BUY_ON = "buy_on"
    """The act pays for its slot; it leads, whatever else is paid."""


class PayToPlay(StrEnum):
    """The ways in which an act is made to pay for playing."""

    BUY_ON = "buy_on"
    """It pays for its slot, or to take part."""
    TICKETS_TO_SELL = "tickets_to_sell"
    """It must sell so many tickets, or pay for them."""
    HIRE = "hire"
    """It pays for the room, or for somebody or something in it."""


class Per(StrEnum):
    """The unit that a guarantee is counted by."""

    EACH = "each"
    """Each act."""
    IN_ALL = "in_all"
    NOT_SAID = "not_said"


class InKind(StrEnum):
    """Pay in kind, with or instead of money."""

    RIDER = "rider"
    FOOD = "food"
    DRINKS = "drinks"
    CRATE = "crate"
    GUEST_LIST = "guest_list"
    BED = "bed"
    TRAVEL = "travel"
    RECORDING = "recording"
    """Filmed, recorded, photographed."""


@dataclass(frozen=True, slots=True)
class Charge:
    """A cost that the act is asked to pay."""

    words: str
    """For what, as typed ("engineer")."""
    money: Money


@dataclass(frozen=True, slots=True)
class Fee:
    """The pay of the act. Parts that the post leaves out are None."""

    shape: FeeShape = FeeShape.NOT_SAID
    guarantee: Money | None = None
    """None beside GUARANTEE: each slot has its own (`WantedSlot.fee`)."""
    guarantee_most: Money | None = None
    """The upper end, as in "£100-150"."""
    per: Per = Per.NOT_SAID
    """Of the guarantee."""
    share: int | None = None
    """Per cent of the door that goes to the act or acts."""
    costs: Money | None = None
    """Taken off the door before it is shared."""
    after_costs: bool = False
    """Costs come off first, with or without a sum."""
    after_tickets: int | None = None
    """The share begins above so many tickets."""
    after_money: Money | None = None
    """The share begins above this much at the door."""
    after_break_even: bool = False
    """The share begins at a break-even that was not put in figures."""
    own_share: int | None = None
    """Per cent of the act's own ticket sales."""
    per_ticket: Money | None = None
    """For each ticket that the act sells."""
    in_kind: tuple[InKind, ...] = ()
    guest_list: int | None = None
    """Places on it."""
    worth: Money | None = None
    """Of what is given in kind ("£30 bar tab")."""
    expenses: bool = False
    hire: Money | None = None
    """The price that the act pays for the room; 0 if the post says that it is free."""
    charges: tuple[Charge, ...] = ()
    buy_on: Money | None = None
    """The sum that the act pays for its slot. None beside BUY_ON: the post names none."""
    must_sell: int | None = None
    """Tickets that the act must sell or buy; 0: the post does not say how many."""


class TicketSale(StrEnum):
    """How the sale of a night's tickets stands, as its promoters say."""

    ON_SALE = "on_sale"
    PRESALE = "presale"
    """Some can buy already: members, a mailing list."""
    SOLD_OUT = "sold_out"


@dataclass(frozen=True, slots=True)
class Tickets:
    """What the audience pays, and where it gets its tickets."""

    advance: Money | None = None
    """The only price in advance, or the lowest of several."""
    door: Money | None = None
    free: bool = False
    advance_most: Money | None = None
    """The highest price in advance, in the same currency, where they vary."""
    link: str | None = None
    """The web address where tickets are sold, or free ones given away; beginning with https."""
    sale: TicketSale = TicketSale.ON_SALE
    on_sale: datetime | None = None
    """When the sale begins: naive wall time at the venue."""


class MissingFact(StrEnum):
    """A fact that a post should give and this one does not."""

    DATE = "date"
    DOORS = "doors"
    SLOTS = "slots"
    SET_LENGTH = "set_length"
    FEE = "fee"
    CAPACITY = "capacity"
    GENRES = "genres"


class PostAssumed(StrEnum):
    """Assumptions about a post, apart from its dates and clocks, which leave an `Assumption` each."""

    FEE_PER = "fee_per"
    """`words` ("£150") may be for each act or for all; nothing was taken, `Fee.per` is NOT_SAID."""
    CURRENCY = "currency"
    """The currency of `words` ("$100" in Britain, "1500") is left open."""
    OTHER_SUM = "other_sum"
    """`words` ("£80") is a further fee, and it was not clear of what; the first was taken."""
    SHARE = "share"
    """`words` ("70/30"): the first figure was taken as the acts' part."""
    VERSUS = "versus"
    """`words` ("300 oder 70 %"): taken as whichever is greater."""
    ONE_SLOT = "one_slot"
    """`words` ("support wanted"): taken as one slot."""
    SUPPORT = "support"
    """`words` ("2 support"): main support or opener is left open."""
    BOUNDED = "bounded"
    """A series without an end was followed up to `day`."""
    NIGHTS = "nights"
    """`words` ("3 nights") is not the number of dates that were named."""
    EITHER = "either"
    """`words`: one of the dates, not all of them."""


@dataclass(frozen=True, slots=True)
class PostAssumption:
    """A point that the post leaves open."""

    what: PostAssumed
    words: str = ""
    """As typed."""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """A gig post, as far as its words went."""

    dates: tuple[date, ...] = ()
    """Local dates in the context's zone, sorted; with several, slots and fees are for each."""
    either: bool = False
    """One of the dates, not all of them ("23 or 24 April")."""
    points: tuple[PointOfDay, ...] = ()
    """In the order of the text."""
    slots: tuple[WantedSlot, ...] = ()
    bands: int | None = None
    """Acts on the whole bill of a night."""
    capacity: int | None = None
    sold: int | None = None
    """Tickets sold so far."""
    draw: int | None = None
    """The number of people that the act must bring."""
    genres: tuple[str, ...] = ()
    """As typed, in lower case."""
    any_genre: bool = False
    fee: Fee = field(default_factory=Fee)
    tickets: Tickets | None = None
    age_from: int | None = None
    """Least age of the audience; 0: all ages."""
    notes: tuple[str, ...] = ()
    """Stretches about backline, sound and conditions, as typed."""
    place: str | None = None
    """The room, as typed ("the Dog & Duck")."""
    town: str | None = None
    headlining: bool = False
    """The poster is an act of that night ("we're headlining"), not the room."""
    missing: tuple[MissingFact, ...] = ()
    assumptions: tuple[Assumption | PostAssumption, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Contradictions and past dates, with the readings to choose from; the post is published only
    once they are settled."""


class Otherwise(StrEnum):
    """The kind of a message that is no post."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    QUESTION = "question"
    AVAILABILITY = "availability"
    """A person's own diary."""
    PLAYER_WANTED = "player_wanted"
    """A dep or a new member is looked for, not an act."""
    GIG_WANTED = "gig_wanted"
    """An act looks for a gig."""
    CORRECTION = "correction"
    """It changes something that is there already."""
    BOOKING = "booking"
    """A reply about a hold, an offer or a confirmed gig."""
    WITHDRAWAL = "withdrawal"
    """An act or a room pulls out of what was agreed."""
    CHATTER = "chatter"


@dataclass(frozen=True, slots=True)
class NotAPost:
    """A message that is no gig post."""

    reason: Otherwise
    words: str = ""
    """The stretch that says so, as typed; may be empty."""
