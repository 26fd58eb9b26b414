"""Messages in English other than availability."""

import re
from dataclasses import replace

from core.scheduling.lexicons.talk import Talk, all_of, words_of

_SORRY = r"(?:[, ]{1,2}(?:sorry|soz|my bad|instead|please|pls|thanks))?"
_WE = r"(?:we|we all|all of us|everyone|everybody|us all|the band|you all|y'?all|both of us|people|anyone|anybody)"

TALK = Talk(
    leaving=frozenset(["cancel", "stop", "leave it", "no thanks"]),
    take_back=re.compile(
        r"(?:no[, ]{1,2}|oops[, ]{1,2}|sorry[, ]{1,2}|actually[, ]{1,2})?"
        r"(?:undo(?: that| it)?|scrap (?:that|it|this)|forget (?:it|that|what i said)|cancel that|never ?mind"
        r"|ignore (?:that|my last(?: message| one)?|the last (?:one|message))|take (?:that|it) back"
        r"|delete that|strike that|no wait)"
        r"(?:[,.;:! -]{1,3}(?P<rest>.{3,400}))?",
        re.DOTALL,
    ),
    swap=all_of(
        r"(?:no[, ]{1,2})?(?:sorry[, ]{1,2})?i (?:meant|mean)(?: to say)? (?P<new>.{1,80}?)"
        r"(?:,? not (?P<old>.{1,60}?))?" + _SORRY,
        r"(?:no[, ]{1,2}|sorry[, ]{1,2}|oops[, ]{1,2})?not (?P<old>.{1,60}?), (?:but |it's |its )?"
        r"(?P<new>.{1,60}?)" + _SORRY,
        r"(?:no[, ]{1,2}|sorry[, ]{1,2}|actually[, ]{1,2})?make (?:that|it) (?P<new>.{1,60}?)"
        r"(?:,? (?:not|instead of|rather than) (?P<old>.{1,60}?))?" + _SORRY,
        r"(?:no|sorry)[, ]{1,2}(?P<new>the .{2,40}? (?:after|before))",
        r"(?:no|sorry|oops)[, ]{1,2}(?P<new>.{1,40}?),? not (?P<old>.{1,40}?)" + _SORRY,
    ),
    drop=all_of(
        r"(?:please |can you |pls )?(?:forget|drop|remove|delete|scrap|cancel|clear|bin)(?: about)? "
        r"(?:the |my |that |all )?(?P<what>.{2,60}?)(?: (?:thing|things|one|ones|rule|bit|entry))?" + _SORRY,
    ),
    usual=all_of(
        r"(?:it's |its )?(?:all|everything|everything's|everything is) as usual(?: (?:for|in) .{2,60})?"
    ),
    own=all_of(
        r"what(?: have|'ve|s|'s| is)? (?:you|u|ya) (?:got|have) (?:me )?down .{0,120}",
        r"what (?:have|did) (?:you|u|i) .{0,20}(?:me|i) .{0,20}(?:for|as|say|said|down) .{0,120}",
        r"(?:what's|whats|what is) (?:in |on )?my (?:diary|calendar|availability|schedule).{0,120}",
        r"(?:am|was) i (?:down as |marked )?(?:free|busy|around|available|clear|in|out).{0,120}",
        r"(?:when|which days) (?:am i|have i said i'?m) .{0,120}",
    ),
    band=all_of(
        r"(?:so )?when (?:are|can|could|is|would|will) " + _WE + r"(?: all)?\b.{0,160}",
        r"(?:what|which) (?:days|dates|nights|weekends|evenings) (?:are|can|could|do|does|is|work) .{0,160}",
        r"who(?: all)?(?:'s| is| are|s)? (?:busy|missing|out|away|free|in|available|about|around|blocking).{0,160}",
        r"who (?:can|can't|cant|cannot|could|couldn't|won't|isn't|isnt) .{0,160}",
        r"(?:can|could|are|is|will|would) " + _WE + r"\b.{0,20}"
        r"\b(?:do|make|play|free|clear|around|available|fit|rehearse|practise|practice|meet|green|ok|up|get)\b.{0,160}",
        r"(?:why|how come)(?: isn't| isnt| is| aren't| arent| not)? .{0,80}\b(?:green|red|amber|free|working|work)\b.{0,80}",
        r"why (?:not|can't we|cant we|can we not|couldn't we|is it not) .{1,120}",
        r"how many .{0,60}\b(?:are|can|could|do) (?:we|the band)\b.{0,120}",
        r"(?:show me |what are |give me )?(?:our|the) (?:next )?.{0,20}(?:green zones?|free (?:days|dates|nights|weekends)).{0,120}",
        r"are we (?:all )?(?:clear|free|ok|good|green)\b.{0,160}",
        r"do(?:es)? (?:everyone|everybody|we all|we) .{0,120}",
    ),
    the_next=re.compile(r"(?:the )?(?P<day>.{2,40}) after", re.DOTALL),
    pointed=re.compile(r"(?:so )?(?:when|(?:what|which) (?:days|dates|nights|weekends|evenings))\b"),
    length=re.compile(r"(?P<hours>\d{1,2}(?:[.,]\d)?) ?-?(?:h|hr|hrs|hour|hours)\b"),
    around=re.compile(r"(?P<days>\w{1,10}) days? (?:on )?either side of (?P<day>.{2,60})", re.DOTALL),
    numbers={"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7},
    why=re.compile(r"why|how come"),
    language="en",
    reasons=words_of(
        "work shift job meeting conference course class lesson lecture exam college uni university school term "
        "training football rugby cricket netball hockey tennis golf swimming gym yoga pilates running marathon "
        "match parkrun choir orchestra church mass rehearsal practice gig tour festival studio recording session "
        "dentist doctor gp physio hospital clinic appointment surgery operation scan therapy checkup vet optician "
        "haircut wedding birthday party funeral christening baptism anniversary hen stag reunion prom graduation "
        "holiday vacation hol flight train ferry trip visit travel travelling camping skiing honeymoon "
        "kid child baby babysitting childcare nursery parent family mum mam mom dad folk sister brother nan gran "
        "wife husband partner girlfriend boyfriend in-law dinner lunch meal drink date concert theatre cinema "
        "panto opera ceilidh quiz interview jury court moving move mot delivery plumber builder night-shift "
        "overtime duty patrol scout guide brownie cub volunteering rota stocktake inset retreat pilgrimage"
    ),
    having=re.compile(
        r"\b(?:have|i've|ive|got|having)(?: got)? (?:the |my |our |an? )?(?P<what>[a-z-]{3,20})\b"
    ),
    small=words_of(
        "with our his her their its he she we they it it's its is are be been being am have has had having got "
        "gotta get getting go going gonna need needs must will i'll we'll i've ive we've i'd he's she's there's "
        "there here to some big own other another bit of and taking take doing do so well oh ok um er ah btw fyi "
        "too also both up round around via till your"
    ),
    opinions=words_of(
        "great brilliant amazing awesome fantastic banging wicked epic lovely mint nice incredible insane unreal "
        "superb excellent mega class-act legend legends congrats cracking belter belting"
    ),
    praise=words_of("good gd great fine cool sweet sound best ideal perfect grand ok okay"),
)

ABROAD = replace(
    TALK,
    drop=all_of(
        r"(?:please |can you |pls )?(?:forget|drop|remove|delete|scrap|cancel)(?: about)? "
        r"(?:the |my |that )(?P<what>.{2,60}?)(?: (?:thing|things|one|ones|rule|bit|entry))?" + _SORRY
    ),
)
"""For those who mix English into their language: "bin" is a word of German, and so English articles are asked for."""
