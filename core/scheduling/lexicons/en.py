"""English, as musicians and promoters type it."""

from core.scheduling.lexicons.lexicon import Lexicon, Meaning, Sense, Tag

_ONES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_ORDINALS = {
    **dict(enumerate(_ONES, 1)),
    10: "tenth",
    11: "eleventh",
    12: "twelfth|twelth",
    13: "thirteenth",
    14: "fourteenth",
    15: "fifteenth",
    16: "sixteenth",
    17: "seventeenth",
    18: "eighteenth",
    19: "nineteenth",
    20: "twentieth",
    30: "thirtieth",
    31: "thirty first",
    **{20 + n: f"twenty {word}" for n, word in enumerate(_ONES, 1)},
}
_DIGITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_CARDINALS = {
    **dict(enumerate(_DIGITS, 1)),
    2: "two|couple of|a couple of|a couple",
    20: "twenty",
    30: "thirty",
    31: "thirty one",
    **{20 + n: f"twenty {word}" for n, word in enumerate(_DIGITS[:9], 1)},
}

_REAL = (
    "match matches marsh money sunny maybe mainly someday thirsty fridge today months month monthly juno "
    "junior augusta apricot octave apron bust bush buses fury jury party parties starch larch watch mayor "
    "easy eventing eventide awake aware week weekly every never ever even event events wedding sunset "
    "sandy mandy daily friend fried try fryday"
)
"""Words that look like slips of the names of days and months, and are none."""
_WEEKS = "week|weeks|wk|wks|numbered week|numbered weeks|calendar week|calendar weeks|iso week|iso weeks|week numbers"
_EVEN_WEEKS = "|".join(f"even {weeks}" for weeks in _WEEKS.split("|")) + "|weeks with even numbers"
_SEASONS = frozenset({Tag.MONTH, Tag.UNIT, Tag.EVEN_WEEKS, Tag.ODD_WEEKS})
"""After "not in", what makes it "not during", and no "not at home"."""

LEXICON = Lexicon(
    language="en",
    weekdays=(
        "monday|mon",
        "tuesday|tues|tue|tu",
        "wednesday|wed|weds|wedn|wednes",
        "thursday|thu|thur|thurs|thus",
        "friday|fri",
        "saturday|sat",
        "sunday|sun|sund",
    ),
    weekdays_repeated=(
        "mondays|mons",
        "tuesdays",
        "wednesdays",
        "thursdays",
        "fridays|fris",
        "saturdays|sats",
        "sundays|suns",
    ),
    months=(
        "january|jan",
        "february|feb",
        "march|mar",
        "april|apr",
        "may",
        "june|jun",
        "july|jul",
        "august|aug",
        "september|sept|sep",
        "october|oct",
        "november|nov",
        "december|dec|decem",
    ),
    cardinals=_CARDINALS,
    ordinals=_ORDINALS,
    ordinal_suffixes="st|nd|rd|th",
    meridiems={"am": "am|a.m|a.m.", "pm": "pm|p.m|p.m."},
    parts={
        "morning": "morning|morn|first thing",
        "lunch": "lunch|lunchtime|lunch time|midday gig",
        "afternoon": "afternoon|aft noon|arvo",
        "after_work": "after work",
        "evening": "evening|eve|evening time",
        "night": "night|nite|nighttime|night time",
        "late": "late night|late at night|til late|till late|until late|to late",
    },
    parts_repeated={
        "morning": "mornings",
        "lunch": "lunches|lunchtimes|lunch times",
        "afternoon": "afternoons|arvos",
        "evening": "evenings|eves",
        "night": "nights|nites",
        "late": "late nights",
    },
    nameable="evening|evenings|eves|night|nights|nites|morning|mornings|afternoon|afternoons|arvos|lunches|lunchtimes",
    unnaming="we|our|his|her|their|your|do|doing|does|have|having|has|had|got|get|getting|keep|keeping|want|like|love|hate|take|"
    "spend|be|unfortunately|sadly|mostly|mainly|typically|really|pretty|much|very|honestly|obviously|annoyingly|frankly|"
    "basically|lately|currently|rarely|ever|especially|particularly|preferably|ideally|certainly|absolutely|totally|"
    "actually|anyway|there|then|well|with|without|more|own|quite|lots|loads|those",
    suiting="work",
    units={
        "minute": "minute|min",
        "hour": "hour|hr",
        "day": "day",
        "week": "week|wk",
        "fortnight": "fortnight",
        "weekend": "weekend|wkend|wknd|week end|wkd|w/e",
        "workweek": "workweek|work week|working week",
        "month": "month|mth",
        "year": "year|yr",
    },
    units_repeated={
        "minute": "minutes|mins",
        "hour": "hours|hrs",
        "day": "days",
        "week": "weeks|wks|weeks'",
        "fortnight": "fortnights",
        "weekend": "weekends|wkends|wknds|week ends",
        "month": "months|mths|months'",
        "year": "years|yrs",
    },
    day_sets={"weekday|work day|working day|workday": frozenset(range(5)), "weekend day": frozenset({5, 6})},
    day_sets_repeated={
        "weekdays|during the week|in the week|midweek|mid week|workdays|work days|working days|school days": frozenset(
            range(5)
        ),
        "weekend days": frozenset({5, 6}),
    },
    evening_sets={
        "weeknight|weeknights|week night|week nights|school night|school nights|midweek evenings": frozenset(
            range(5)
        ),
        "weekend nights|weekend evenings": frozenset({5, 6}),
    },
    relative_days={
        0: "today|2day|todays",
        1: "tomorrow|tmrw|tmr|tomoz|tomo|2moro|2morrow|tmoz|tommorow|tommorrow|tomorow|2mrw",
        2: "day after tomorrow|the day after tomorrow|overmorrow|day after 2moro|day after tmrw",
        -1: "yesterday",
        -2: "day before yesterday|the day before yesterday",
    },
    holidays={
        "christmas": "christmas|xmas|christmas day|xmas day|crimbo|chrimbo",
        "christmas_eve": "christmas eve|xmas eve|crimbo eve",
        "boxing_day": "boxing day|st stephen's day",
        "new_years_eve": "new year's eve|new years eve|new year eve|nye|hogmanay",
        "new_year": "new year's day|new years day|new year|new year's|new years|nyd",
        "valentine": "valentine's day|valentines day|valentine's|valentines|valentine day|valentine",
        "easter": "easter|easter sunday|easter day",
        "good_friday": "good friday",
        "easter_monday": "easter monday",
        "halloween": "halloween|hallowe'en",
        "bonfire_night": "bonfire night|guy fawkes night|fireworks night",
        "st_patrick": "st patrick's day|st patricks day|paddy's day|paddys day|st paddy's day|st patrick's",
        "july_4": "independence day|fourth of july|the fourth of july",
        "thanksgiving": "thanksgiving|thanksgiving day",
        "black_friday": "black friday",
        "mothers_day_us": "",
        "burns_night": "burns night",
        "pancake_day": "pancake day|shrove tuesday",
        "st_george": "st george's day|st georges day",
        "labor_day": "labor day",
        "memorial_day": "memorial day",
    },
    often={
        "day": "daily|everyday|ev'ry day",
        "week": "weekly|once a week|each week|every week|per week|every single week",
        "2 week": "fortnightly|every fortnight|each fortnight|once a fortnight|every other week|every second week|alternate weeks|every 2nd week|week on week off",
        "month": "monthly|once a month|each month|every month|per month|every single month",
        "year": "yearly|annually|every year|each year",
    },
    clock_words={
        "12:00": "noon|midday|mid day|12 noon|high noon",
        "24:00": "midnight|mid night|12 midnight",
    },
    labels={
        "doors": "doors|door|doors open|doors at",
        "stage": "on at|show|show time|showtime|stage time|music from|music|kick off|start|starts|starting at|starts at|start time|live from",
        "other": "soundcheck|sound check|load in|loadin|get in|arrival|arrive|line check|curfew|out by|changeover|bar till|bar until"
        "|first band|first band on|last band|last orders|we're on at|headliner on|hl|headline|headliner|support on|main support|opener|openers|finish|finishes"
        "|load out|set time|set times|band on",
    },
    marks={
        Tag.THIS: "this|dis|current|this very",
        Tag.NEXT: "next|nxt|following",
        Tag.AFTER_NEXT: "after next",
        Tag.LAST: "last|past|previous",
        Tag.EVERY: "every|evry|each|evrey|ev|every single|all the",
        Tag.ANY: "any",
        Tag.ALTERNATE: "every other|alternate|alternating|each other|every second|every 2nd",
        Tag.TWICE_UNCLEAR: "biweekly|bi weekly|bimonthly|bi monthly",
        Tag.TIMES: "times|occurrences|occasions|sessions|weeks running|weeks in a row",
        Tag.ALL: "all|whole|entire|all of|the whole of|whole of|the whole|throughout|the entire|any time|anytime|all through",
        Tag.REST: "rest of|the rest of|remainder of|the remainder of|rest|what's left of|whats left of",
        Tag.EARLY: "early|earlier|early in|early on in",
        Tag.MID: "mid|middle of|the middle of|middle|mid way through|halfway through",
        Tag.LATE: "late|later|late in|late on in",
        Tag.BEGINNING: "beginning of|the beginning of|start of|the start of|begin of|beginning|at the start|at the beginning|at the begin",
        Tag.ENDING: "end of|the end of|back end of|tail end of|end|at the end",
        Tag.HALF: "half of|half",
        Tag.FROM_NOW: "from now|time|later|from today|hence",
        Tag.AGO: "ago",
        Tag.ONES: "one|ones|one of|of them",
        Tag.NEXT_DAY: "next day|the next day",
        Tag.TONIGHT: "tonight|2nite|2night|tonite|tonght|this night|tonights",
        Tag.ALL_DAY: "all day|whole day|the whole day|full day|all day long|day and night|allday|all dayer",
        Tag.OCLOCK: "o'clock|oclock|o clock",
        Tag.PAST_HOUR: "past",
        Tag.TO_HOUR: "to the hour",
        Tag.QUARTER: "quarter",
        Tag.WEEK_OF: "week of|week commencing|week beginning|week starting|w/c|wc|w/b|week of the|wk commencing|wk beginning",
        Tag.EVEN_WEEKS: _EVEN_WEEKS,
        Tag.ODD_WEEKS: _EVEN_WEEKS.replace("even ", "odd ") + "|uneven week|uneven weeks",
        Tag.FROM: "from|since|frm|as of|as from",
        Tag.STARTING: "starting|beginning on|commencing|starting from|starting on|first one's|next one|next one's|next ones|next one is|first one is|effective|starting in|begins|kicking off",
        Tag.ONWARDS: "onwards|onward|on wards|and onwards|and beyond|and after|or later|forward",
        Tag.TO: "to|thru|through|through to|right through to|through till|through until|all the way to",
        Tag.UNTIL: "until|till|til|untill|'til|up until|up till|up to|up to and including|right up until|til the|not after|no later than|latest|ending|ending on|finishing",
        Tag.BEFORE: "before|b4|prior to|ahead of|earlier than|by|upto",
        Tag.AFTER: "after|aft|later than|past the|any time after|anytime after",
        Tag.BETWEEN: "between|btwn|b/w|in between|betw",
        Tag.AT: "at|@|around|about|approx|circa|for around|at around|at about|at approx",
        Tag.ON: "on",
        Tag.IN: "in|during|within|over|in the",
        Tag.OF: "of|out of the",
        Tag.THE: "the|teh|da|th",
        Tag.A: "a|an",
        Tag.FOR: "for|lasting",
        Tag.AND: "and|n|plus|as well as|and also|also",
        Tag.OR: "or|nor|and/or",
        Tag.NOR: "neither",
        Tag.BUT: "but|then|tho|though|although|while|whereas|however|so|cos|because|cuz|bc|as|since i",
        Tag.OTHERWISE: "otherwise|or else|apart from that|other than that|aside from that|besides that|except for that|except that|apart from those|other than those|apart from these|any other time|at any other time|all other times|the rest of the time|rest of the time|any other day|every other time|on other days|all other days|all the other days|any other days|the other days|all other dates|any other date|every other day than that",
        Tag.EXCEPT: "except|except for|xcept|excl|excluding|ex|bar|barring|apart from|aside from|other than|save for|"
        "not including|minus|exept|excpt|besides|with the exception of|but not|just not|except on|only not|but never|but no",
        Tag.ONLY: "only|just|only on|only ever",
        Tag.NOT: "not|no longer|isn't|isnt|aren't|arent|ain't|never|not on|don't|dont|not in|hardly",
        Tag.NO: "no|none of",
        Tag.BACK: "back|back on|back by|home|home on|return|returning|get back|gets back|get home|back from|back in town|back in the country",
        Tag.NOW: "now|right now|now on",
        Tag.ENDLESS: "til further notice|till further notice|until further notice|for the foreseeable|for the foreseeable future|forever|"
        "indefinitely|for good|for now|until told otherwise|til told otherwise|from now on|from here on|going forward|"
        "unless i say otherwise|unless i say so|unless told otherwise|unless i tell you otherwise|unless stated otherwise|for ever",
        Tag.FREE: "free|available|avail|avaliable|availible|availabe|can do|can make|could do|could make|can play|can gig|can come|good|great|gd|fine|ok|okay|okey|grand|perfect|"
        "works|work for me|works for me|always work|both work|would work|could work|will work|all work|can work|do work|work well|work best|suits|suit|"
        "is great|are great|'s great|great for me|works great|sounds great|looks great|yes|yes to|yep to|yeah to|yep|yeah|yup|yh|ye|yea|aye|sure|up for|i'm good|im good|i am good|i'm up|im up for|i'm up for|down for|good to go|game|about|i'm about|im about|be about|i'm around|im around|be around|"
        "free up|frees up|opens up|open|wide open|all clear|clear|count me in|no problem|no drama|no bother|no stress|no sweat|no issue|no issues|no probs|no prob|no worries|no conflicts|no clashes|nothing on|"
        "all good|happy to|happy with|possible|doable|can manage|able|able to|can be there|will be there|i'll be there|ill be there|free as a bird|a yes|"
        "can|could|green|back on the market|up for grabs|available again|not busy|not away|not working|nothing planned|not a problem|not a prob|keep free|at a loose end|not doing anything|doing nothing|around all|"
        "unbooked|can always do|can usually do|can definitely do|can def do|definitely free|got nothing on|cool|sweet|sound|any good|best|ideal|prefer|preferred",
        Tag.BUSY: "busy|bsy|bsuy|busy busy|away|awya|unavailable|unavail|unavailible|not available|not avail|unable|unable to|not free|can't|cant|cnt|can not|cannot|can't do|cant do|cnt do|can't make|cant make|can't make it|"
        "cannot make|can't play|cant play|couldn't|won't|wont|will not|won't be able|won't be able to|wont be able to|not able to|not able|no good|no gd|not good|not great|no use|no can do|nope|nope to|no to|not to|nah|naw|no way|no go|no-go|a no|a no go|"
        "out|out of town|out of action|outta town|all out|am out|i'm out|im out|gone|off grid|off the grid|n/a|na|not around|not about|not here|not in town|not in|not possible|not doable|not ok|not okay|not fine|not gonna|not going to|not gonna work|"
        "working|at work|for work|booked|booked up|fully booked|taken|full|gigging|already gigging|doesn't work|don't work|doesnt work|dont work|does not work|do not work|won't work|wont work|not work|"
        "bad|nothing doing|rubbish|terrible|tricky|impossible|rammed|packed|slammed|swamped|dead|dead for me|ruled out|rule out|hols|holiday|on holiday|on hols|on holidays|hols in|on vacation|vacation|on leave|annual leave|on tour|touring|"
        "abroad|overseas|travelling|traveling|flying|in hospital|on call|on shift|on shifts|on a course|blocked|block out|block off|blocked out|block|mark me out|mark me busy|mark me as busy|put me down as busy|mark as busy|"
        "red|blackout|black out|clash|clashes|conflict|committed|tied up|otherwise engaged|engaged|got plans|have plans|off limits|a non starter|non starter|a write off|write off|write-off|count me out|leave me out|don't book|dont book|do not book|"
        "teaching|teach|rule me out|got something on|something on|i've got something|have something on|isn't good|isn't great|isn't free|aren't good|ain't free|never free|don't do|dont do|isn't possible|not really free|sadly out",
        Tag.MAYBE: "maybe|no idea|no clue|not a clue|no idea about|no idea|no clue|not a clue|no idea yet|mayb|might|might be|might be able to|perhaps|possibly|poss|pencil|pencil me in|pencil in|pencilled|penciled|pencil me in for|tentative|tentatively|tbc|tbd|not sure|unsure|unsure about|not sure about|"
        "probably|prob|prolly|probs|likely|a maybe|should be|should be able to|dunno|don't know|dont know|iffy|potentially|hopefully|could be|may be|might have|might need|might not|may not|50/50|touch and go|on hold|pencil for|i think|think i'm|think im|provisional|provisionally|subject to|fingers crossed|up in the air|waiting to hear",
        Tag.WORK: "work|i work|i'm working|shift|shifts|job|day job|on the clock",
        Tag.FINISH: "finish work|i finish|i don't finish|i dont finish|don't finish|dont finish|do not finish|finishing work|get off work|don't get off work|"
        "dont get off work|off work at|knock off|don't knock off|dont knock off|clock off|don't clock off|dont clock off|home from work",
        Tag.OFF: "off|off work|day off|days off|a day off|booked off",
        Tag.CONDITION: "if|depending|depends|depending on|provided|as long as|only if|assuming|in case|unless|when",
        Tag.QUESTION_WORD: "who|who's|whos|what|what's|whats|when's|which|where|where's|why|why's|how|how's|how many|how about|what about|does|is anyone|is everyone|is anybody|"
        "can we|can you|can u|can everyone|can anyone|can everybody|can anybody|could we|could you|shall we|should we|are we|are you|are u|is the|is it|is there|are there|do we|do you|does anyone|does everyone|will we|will you|"
        "anyone|anybody|any chance|show me|list|tell me|when are|when is|when can|when do|remind me|give me",
        Tag.PAST_TENSE: "was|were|wasn't|wasnt|weren't|did|didn't|didnt|went|played|couldn't do|couldnt do|couldn't make",
        Tag.CORRECTION: "undo|scrap that|scratch that|actually make that|make that|make it|i meant|i mean|ignore my last|ignore my last message|ignore that|ignore me|forget that|forget what i said|nevermind|never mind|"
        "delete that|delete the|cancel that|cancel the|remove the|remove that|change that|correction|my mistake|oops|whoops|wrong date|wrong day|take that back|i take it back|strike that|instead of|rather than|"
        "changing|moved to|move to|swap|swap the|can you change|no wait|wait no|i said|not what i said|redo|changed my mind",
        Tag.ELSEWHERE: "exclusive|exclusivity|i'll bring|ill bring|entry|riff|verse|chorus|bridge|bpm|bandcamp|spotify|youtube|soundcloud|album|single|song|songs|track|tracks|mix|mixes|demo|solo|harmony|harmonies|lyric|lyrics|chord|chords|capo|"
        "tuning|drop d|tempo|setlist|set list|merch|happy birthday|congrats|congratulations|good luck|see you|see ya|c u|cya|thanks for|thank you for|cheers for|nice one|drink|drinks|kitty|"
        "sat down|sit down|sat there|sat here|brutal|knackered|hungover|hold on|answer by|reply by|deadline|expires|vinyl|single out|out now|artwork|poster|guest list|guestlist|free beer|free drinks|free drink|second verse|march on|sun is|sun's|second round|dentist uses",
        Tag.VAGUE: "most|some|several|certain|few|a few|many|half the",
        Tag.UNSUPPORTED: "even and odd weeks|even and|odd and|even or|odd or|odd and even weeks|even or odd weeks|odd or even weeks|the odd week|the odd weekend|the odd day|even weekends|odd weekends|even days|odd days|in summer|in the summer|during the summer|over the summer|every summer|each summer|all summer|in winter|in the winter|during the winter|over the winter|every winter|each winter|all winter|in autumn|in the autumn|during the autumn|over the autumn|every autumn|each autumn|all autumn|in spring|in the spring|during the spring|over the spring|every spring|each spring|all spring|even dates|odd dates|sometime|some time|at some point|some point|finish at|daytime|daytimes|during the day|in the daytime|any other|all other|every other one|twice|thrice|bank holidays|bank holiday|public holidays|public holiday|school holidays|half terms|usual rules|same as usual|same as last|same as before|same again|as usual|term time|termtime|full moon|sunrise|sunset|ramadan|lent|payday|match days only|a month usually",
        Tag.QUANTITY_UNIT: "cap|capacity|quid|pounds|euros|dollars|bucks|tix|tickets|ticket|bands|acts|supports|support|slots|slot|openers|songs|tunes|people|pax|heads|punters|seats|seater|seated|piece|miles|mile|km|glist|beers|"
        "free drinks|drink|drinks|crate|sets|headliners|members|venues|stages|stage|rooms|nights at|gigs|shows|dates|band|solo|min set|mins set|minute set|minute sets|hr set|hour set|min sets|minute slots|min slot|min slots|mins each|min each|"
        "adv|dos|otd|otp|on the door|door split|split|plays|followers|draw|sold|left|free entry|a side|aside|other bands|touring bands|local bands|of us|way split|track ep|pm curfew|nights",
        Tag.QUANTITY_BEFORE: "need|needs|band|room|studio|stage|platform|level|row|number|no.|number of|grade|key stage|bus|flat|unit|under|top|over 18s|max|min|approx cap|bring|must bring|offer|fee|guarantee|radius|zone|line|year|age|ages|aged|channel|hall|gate|act|part|figure|code|object",
        Tag.NOISE: "is that ok|is that okay|iso weeks , monday to sunday|iso weeks|by iso weeks|no rush|no pressure|no need|no news|no doubt|free beer|no fee|no drums|no cover|free parking|good band|good bands|no backline|no pa|no time wasters|free food|free entry|no cover charge|open mic|open mike|open air|in house|in house pa|sold out|up to date|up to speed|in store|at the lion|on the night|on the day|per night|each night|a night|nightly rate|"
        "every time|at the moment|at the mo|in general|obvs|tbh|soz|sorry|sry|lol|haha|ta|cheers|thanks|thx|pls|plz|please|guys|lads|folks|mate|hey|hi|hello|gutted|afraid|i'm afraid|im afraid|inc|inclusive|incl|again|still|already|usually|generally|normally|always|definitely|def|"
        "for sure|my end|at my end|on my side|for me|from me|i am|i'm|im|we're|me|my|i|that day|those days|those|these|them|that|then too|too|day day|free time|work from home|in the end|at least|in person|in full|on time|first of all|second guitar|in order|in touch|get in touch|last minute|last min|open slot|open date|open dates|open night|of course|for example|for instance|for dinner|for lunch|for a gig|for a rehearsal|for rehearsal|for practice|"
        "in a band|full set|good shout|best man|second half please|any genre|any band|any bands|any style|no covers|open to offers|in the bar|in the pub|all night long|all welcome|all ages|work do|work thing|work trip|work event|work party|work drinks|work christmas party|off peak|day job stuff|off the cuff|the band|a band|late show|early show|good to know|in the church band|church band|"
        "usually the|i reckon|reckon|as well|aswell|or so|and so on|etc|on average|give or take|open for us|to open|to open for|need somebody to open|local opener|main stage|late notice|full backline|full house|great|main stage slot|second guitarist|in total|per person|per band|in cash|out of|back to back|off my feet|up north|down south|in a row|both|in for",
    },
    rotas={
        "night": "on nights|on night shift|on night shifts|on the night shift|on a night shift|doing nights|working nights|on late shift|on lates",
    },
    short_days=("mo|m", "tu|t", "we|w", "th", "fr|f", "sa|s", "su|s"),
    coming="this coming|coming|upcoming",
    nor="nor|or",
    both="both",
    senses={"not in": (Sense(Meaning(Tag.NOT), before=_SEASONS),)},
    shy=frozenset(["may", "march", "mar", "sat", "sun", "thus", "tu", "sund", "we", "sun's"]),
    misspelt={
        "satday": "saturday",
        "sat'day": "saturday",
        "saterday": "saturday",
        "satruday": "saturday",
        "saturdy": "saturday",
        "weds.": "weds",
        "wensday": "wednesday",
        "wendsday": "wednesday",
        "wedesday": "wednesday",
        "wednesdy": "wednesday",
        "wednsday": "wednesday",
        "thurdsay": "thursday",
        "thrs": "thursday",
        "thrus": "thursday",
        "tuseday": "tuesday",
        "teusday": "tuesday",
        "tuesdsay": "tuesday",
        "munday": "monday",
        "frday": "friday",
        "firday": "friday",
        "frid": "friday",
        "satur": "saturday",
        "decmber": "december",
        "febuary": "february",
        "febrary": "february",
        "janury": "january",
        "janurary": "january",
        "setp": "september",
        "agust": "august",
        "wekend": "weekend",
        "evning": "evening",
        "evenin": "evening",
        "afernoon": "afternoon",
        "tommorrow": "tomorrow",
        "tomorro": "tomorrow",
        "untl": "until",
        "evey": "every",
        "eveyr": "every",
        "awy": "away",
        "avalable": "available",
    },
    never_misspelt=frozenset(_REAL.split()),
)
