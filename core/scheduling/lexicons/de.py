"""German, as musicians and promoters type it; with the English words that they mix in."""

from core.scheduling.lexicons.lexicon import Lexicon, Meaning, Sense, Tag

_WEEKDAYS = frozenset(range(5))
_ORDINALS = [
    "erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt|siebent", "acht", "neunt", "zehnt", "elft", "zwölft",
    "dreizehnt", "vierzehnt", "fünfzehnt", "sechzehnt", "siebzehnt", "achtzehnt", "neunzehnt", "zwanzigst",
]  # fmt: skip
_CARDINALS = [
    "zwei|zwo", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn",
    "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn", "zwanzig",
]  # fmt: skip
_ONES = ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
_STEMS = {
    **dict(enumerate(_ORDINALS, 1)),
    **{20 + n: f"{one}undzwanzigst" for n, one in enumerate(_ONES, 1)},
    30: "dreißigst",
    31: "einunddreißigst",
    -1: "letzt|allerletzt",
}


def _inflected(stems: str, endings: str = "e|er|en|es|em") -> str:
    """Every stem with every ending."""
    return "|".join(stem + ending for stem in stems.split("|") for ending in endings.split("|"))


def _said(verbs: str, who: str, *, ends: str = "") -> str:
    """Verbs with and without the one who does: "kann", "kann ich", "ich kann"."""
    found = []
    for verb in verbs.split("|"):
        found.append(verb + ends)
        for one in who.split("|"):
            found += [f"{verb} {one}{ends}", f"{one} {verb}{ends}"]
    return "|".join(found)


_ME = (
    "ich|wir|er|sie|es|das|mir|uns|bei mir|bei uns|für mich|für uns|mir gut|bei mir gut|mir super|ja|da|auch"
)
_CAN = "kann|kanns|könnten wir|können|pack ich|schaff ich|schaffe ich|schaffe"
_GOES = "geht|gehts|geht's|ginge|klappt|klappts|klappt's|passt|passts|passt's|passen|gehen|klappen|funktioniert|haut hin|geht sich aus"
_OUGHT = "leider|bei mir|da|auch|mir|ich|wir|eh|gar|überhaupt|definitiv|sicher|noch|absolut"
_DENIED = "nicht|nich|net|ned|nid|nie|niemals|gar nicht|garnicht|überhaupt nicht|leider nicht"
_CANNOT = "|".join(
    f"{verb} {between}{no}"
    for verb in f"{_GOES}|kann|kanns|können|schaffe|schaff".split("|")
    for between in ("", *(word + " " for word in _OUGHT.split("|")))
    for no in _DENIED.split("|")
)

_BESIDE_DAY = frozenset({
    Tag.WEEKDAY, Tag.RELATIVE_DAY, Tag.DATE, Tag.DOTTED, Tag.SLASHED, Tag.MONTH, Tag.ORDINAL,
    Tag.HOLIDAY, Tag.TONIGHT,
})  # fmt: skip
_STOPS = frozenset({
    Tag.END, Tag.COMMA, Tag.STOP, Tag.SEMICOLON, Tag.BUT, Tag.INSTEAD, Tag.AND, Tag.OR, Tag.CLOSE, Tag.OPEN,
})  # fmt: skip
_HOUR = frozenset({Tag.NUMBER, Tag.CLOCK, Tag.CARDINAL, Tag.DOTTED, Tag.CLOCK_WORD})
_NOISE = Meaning(Tag.NOISE)
_MORNING = Meaning(Tag.PART, key="morning")
_REAL = frozenset({
    "dienste", "diensten", "dienstes", "dienst", "monat", "mittag", "sonnig", "sonniger", "sonstig",
    "mittel", "mitten", "montage", "monatg", "freizeit", "freilich", "septett", "jungs", "jannis", "sonne",
    "sonnen", "samst", "sammlung", "augen", "austausch", "oktave", "oktett", "dezent", "juliane", "julia",
    "maria", "monster", "sonst", "sonntagskind", "montagsmaler", "novum", "frostig", "donner",
    "abendessen", "nachmittagskaffee", "wochenblatt", "verfügung",
})  # fmt: skip
"""Words that look like slips of the names of days and months, and are none."""

_WEEKS = ("woche", "wochen", "kw", "kws", "kalenderwoche", "kalenderwochen", "wochennummern")
_EVEN_WEEKS = "|".join(f"gerad{end} {week}" for end in ("e", "en", "er", "zahligen") for week in _WEEKS)

LEXICON = Lexicon(
    language="de",
    weekdays=(
        "montag|mo|mon|monday",
        "dienstag|di|tue|tues|tuesday",
        "mittwoch|mi|mittw|wed|weds|wednesday",
        "donnerstag|do|donn|thu|thur|thurs|thursday",
        "freitag|fr|fri|friday",
        "samstag|sa|sonnabend|sat|saturday",
        "sonntag|so|sun|sunday",
    ),
    weekdays_repeated=(
        "montags|mondays|montagen",
        "dienstags|dienstage|dienstagen|tuesdays",
        "mittwochs|mittwoche|mittwochen|wednesdays",
        "donnerstags|donnerstage|donnerstagen|thursdays",
        "freitags|freitage|freitagen|fridays",
        "samstags|samstage|samstagen|sonnabends|sonnabende|sonnabenden|saturdays",
        "sonntags|sonntage|sonntagen|sundays",
    ),
    months=(
        "januar|jan|jänner|jän|january|januars",
        "februar|feb|feber|febr|february|februars",
        "märz|mär|mrz|march|mar|märzes",
        "april|apr|aprils",
        "mai|may|mais",
        "juni|jun|juno|june|junis",
        "juli|jul|julei|july|julis",
        "august|aug|augusts",
        "september|sept|sep|septembers",
        "oktober|okt|oct|october|oktobers",
        "november|nov|novembers",
        "dezember|dez|dec|december|dezembers",
    ),
    cardinals={**dict(enumerate(_CARDINALS, 2)), 30: "dreißig"},
    ordinals={number: _inflected(stems) for number, stems in _STEMS.items()},
    ordinal_suffixes="ter|te|ten|tes|th|st|nd|rd",
    meridiems={"am": "a.m|a.m.", "pm": "pm|p.m|p.m."},
    parts={
        "morning": "früh|in der früh|am morgen|am vormittag|vormittag|morgens früh|früh morgens|frühmorgens|frühs|frueh|"
        "in der frühe|zum frühstück|morning",
        "lunch": "mittag|am mittag|zu mittag|über mittag|in der mittagspause|mittagspause|mittagszeit",
        "afternoon": "nachmittag|am nachmittag|spätnachmittag|spätnachmittags|nach dem mittagessen|afternoon",
        "after_work": "nach der arbeit|nach feierabend|feierabend|nach der schule|nach dem job|nach arbeit|after work",
        "evening": "abend|am abend|abend über|feierabends|evening",
        "night": "nacht|in der nacht|night",
        "late": "spätabends|spät abends|spät am abend|spät in der nacht|bis in die puppen|bis spät|bis spät in die nacht|bis spätabends|open end|spätabend",
    },
    parts_repeated={
        "morning": "morgens|vormittags|immer früh",
        "lunch": "mittags",
        "afternoon": "nachmittags|nachmittage",
        "evening": "abends|abende|abenden",
        "night": "nachts|nächte|nächten",
    },
    nameable="abende|abenden|nächte|nächten|nachmittage|nachmittagen|naechte|naechten",
    unnaming="unsere|unseren|deine|ihre|seine|lange|langen|meiste",
    units={
        "minute": "minute|min",
        "hour": "stunde|std",
        "day": "tag|tages|tgl|tg",
        "week": "woche",
        "weekend": "wochenende|wochenend|wochenendes|we|weekend|woe",
        "workweek": "arbeitswoche",
        "month": "monat|monats",
        "year": "jahr|jahres|jahre",
    },
    units_repeated={
        "minute": "minuten|mins",
        "hour": "stunden|stdn",
        "day": "tage|tagen",
        "week": "wochen",
        "weekend": "wochenenden|wochenends|weekends",
        "month": "monate|monaten",
        "year": "jahren",
    },
    day_sets={"wochentag|werktag|arbeitstag": _WEEKDAYS},
    day_sets_repeated={
        "wochentags|werktags|unter der woche|während der woche|in der woche|wochentage|wochentagen|werktage|werktagen|"
        "arbeitstage|arbeitstagen|unter woche|übern woche": _WEEKDAYS,
    },
    evening_sets={
        "wochentagabende|werktagabende|unter der woche abends|wochentags abends|werktags abends": _WEEKDAYS,
        "wochenendabende": frozenset({5, 6}),
    },
    relative_days={
        0: "heute|heut|hoid|today",
        1: "morgen|moin moin morgen|tomorrow",
        2: "übermorgen|über morgen",
        3: "überübermorgen",
        -1: "gestern|yesterday",
        -2: "vorgestern",
    },
    holidays={
        "christmas": "weihnachten|weihnachtstag|erster weihnachtstag|ersten weihnachtstag|erster weihnachtsfeiertag|"
        "ersten weihnachtsfeiertag|1. weihnachtstag|1. weihnachtsfeiertag|1. feiertag|xmas|christmas",
        "christmas_eve": "heiligabend|heilig abend|heiliger abend|heiligen abend|hl. abend|weihnachtsabend",
        "boxing_day": "zweiter weihnachtstag|zweiten weihnachtstag|zweiter weihnachtsfeiertag|zweiten weihnachtsfeiertag|"
        "2. weihnachtstag|2. weihnachtsfeiertag|2. feiertag|stephanstag|stefanitag|stephanitag",
        "new_years_eve": "silvester|sylvester|silvesterabend|altjahresabend|nye",
        "new_year": "neujahr|neujahrstag|neues jahr|neue jahr",
        "epiphany": "dreikönig|heilige drei könige|dreikönigstag|heilig drei könig",
        "valentine": "valentinstag",
        "carnival_thursday": "weiberfastnacht|altweiber|schmotziger",
        "carnival_saturday": "fastnachtssamstag|karnevalssamstag|faschingssamstag",
        "carnival_sunday": "faschingssonntag|karnevalssonntag|fastnachtssonntag|tulpensonntag",
        "carnival_monday": "rosenmontag",
        "pancake_day": "faschingsdienstag|fastnacht|veilchendienstag|karnevalsdienstag|fastnachtsdienstag",
        "ash_wednesday": "aschermittwoch",
        "palm_sunday": "palmsonntag",
        "maundy_thursday": "gründonnerstag",
        "good_friday": "karfreitag",
        "easter_eve": "karsamstag|ostersamstag",
        "easter": "ostern|ostersonntag",
        "easter_monday": "ostermontag",
        "labour_day": "tag der arbeit|maifeiertag",
        "ascension": "christi himmelfahrt|himmelfahrt|vatertag|auffahrt",
        "pentecost": "pfingsten|pfingstsonntag",
        "pentecost_monday": "pfingstmontag",
        "corpus_christi": "fronleichnam",
        "german_unity": "tag der deutschen einheit|tag der dt. einheit",
        "reformation": "reformationstag",
        "halloween": "halloween",
        "all_saints": "allerheiligen",
        "st_nicholas": "nikolaus|nikolaustag|nikolo",
        "advent_1": "1. advent|erster advent|ersten advent",
        "advent_2": "2. advent|zweiter advent|zweiten advent",
        "advent_3": "3. advent|dritter advent|dritten advent",
        "advent_4": "4. advent|vierter advent|vierten advent",
    },
    often={
        "day": "täglich|jeden tag|jeder tag|tagtäglich|jeden einzelnen tag",
        "week": "wöchentlich|jede woche|jeder woche|einmal die woche|einmal pro woche|einmal in der woche|1x die woche|pro woche",
        "2 week": "alle zwei wochen|alle 2 wochen|alle 14 tage|alle vierzehn tage|vierzehntägig|14 tägig|14 - tägig|14 täglich|zweiwöchentlich|"
        "2 - wöchentlich|zweiwöchig|jede zweite woche|jede 2. woche|jede andere woche|im zweiwochentakt|im wochenwechsel|in jeder zweiten woche",
        "month": "monatlich|jeden monat|jedes monat|einmal im monat|einmal pro monat|1x im monat|jeden einzelnen monat|pro monat",
        "year": "jährlich|jedes jahr|jedes jahr wieder|alle jahre",
    },
    clock_words={"12:00": "punkt mittag", "24:00": "mitternacht"},
    labels={
        "doors": "einlass|einlaß|doors|türen|einlass ab|einlass um|türöffnung",
        "stage": "beginn|konzertbeginn|start|los|los gehts|los geht's|show|stage|showtime|stagetime|auftritt|bühne|konzert|showbeginn|"
        "auf der bühne|anpfiff|gig|spielzeit|musik ab|geht los|geht's los",
        "other": "soundcheck|linecheck|line check|aufbau|abbau|get in|getin|load in|loadin|ankunft|anreise|treffen|treffpunkt|curfew|umbau|abfahrt|"
        "schluss|sperrstunde|feierabend um|headliner|vorband|support|spielende|konzertende",
    },
    marks={
        Tag.THIS: _inflected("dies", "e|er|en|es|em") + "|aktuelle|aktuellen|this|diesmal",
        Tag.NEXT: _inflected("nächst|folgend|nachfolgend|darauffolgend") + "|next",
        Tag.AFTER_NEXT: _inflected("übernächst") + "|nach dem nächsten|nach der nächsten",
        Tag.LAST: _inflected("vergangen|vorig|vorherig|letztvergangen") + "|last",
        Tag.EVERY: "jede|jeder|jeden|jedes|jedem|jedn|alle|immer am|immer|every|sämtliche|stets am|allen|jeweils|jeweils am|immer an",
        Tag.ANY: "irgendein|irgendeinen|beliebiger|beliebigen|egal welcher|egal welchen|any",
        Tag.ALTERNATE: "jeden zweiten|jede zweite|jedes zweite|jeder zweite|an jedem zweiten|jedem zweiten|jeden 2.|jede 2.|jedes 2.|jeder 2.|jedem 2.|jeden anderen|"
        "abwechselnd",
        Tag.TIMES: "mal|male|termine|proben",
        Tag.ALL: "ganze|ganzen|ganzer|ganzes|der ganze|die ganze|das ganze|den ganzen|den kompletten|komplette|kompletten|komplettes|der gesamte|die gesamte|das gesamte|den gesamten|gesamte|gesamten|"
        "während der ganzen|im ganzen|am ganzen|über den ganzen|die komplette|das komplette",
        Tag.REST: "rest|der rest|den rest|restliche|restlichen|rest von|restliches|der restliche|die restliche|den restlichen",
        Tag.EARLY: "früher|frühen|frühe|sehr früher|sehr früh am|früh am|früh im|am frühen|zeitig am",
        Tag.MID: "mitte|mitte des|in der mitte|ab mitte des|mitten im|mitte vom",
        Tag.LATE: "später|späten|späte|am späten|spät am|spät im|gegen später",
        Tag.BEGINNING: "anfang|anfangs|zu beginn|am anfang|zu anfang|zum anfang|beginn des|anfang des|anfang vom",
        Tag.ENDING: "ende|am ende|ende des|zum ende|gegen ende|ende vom",
        Tag.HALF: "halb|hälfte",
        Tag.FROM_NOW: "von heute an|ab jetzt gerechnet",
        Tag.AGO: "her|zuvor|ago",
        Tag.ONES: "davon",
        Tag.TONIGHT: "tonight",
        Tag.ALL_DAY: "ganztägig|ganztags|den ganzen tag|ganzen tag|ganzer tag|der ganze tag|den ganzen tag über|den ganzen tag lang|rund um die uhr|tagsüber und abends|von früh bis spät|allday|all day|"
        "komplett den ganzen tag|den lieben langen tag|den kompletten tag|gesamten tag|den gesamten tag",
        Tag.OCLOCK: "uhr|h|uhrzeit",
        Tag.QUARTER: "viertel",
        Tag.WEEK_OF: "woche vom|in der woche vom|die woche vom|woche um den|woche des",
        Tag.WEEK_NUMBER: "kw|kalenderwoche|kalenderwochen",
        Tag.EVEN_WEEKS: _EVEN_WEEKS,
        Tag.ODD_WEEKS: _EVEN_WEEKS.replace("gerad", "ungerad"),
        Tag.FROM: "ab|von|vom|seit|seit dem|ab dem|ab der|von der|frühestens|frühestens ab|so ab|etwa ab|ca ab|from|ab zirka|von ab",
        Tag.STARTING: "beginnend|beginnend am|beginnend mit|beginnend ab|startend|startend am|gestartet wird am|los gehts am|los geht's am|los geht es am|das erste mal am|zum ersten mal am|erstmals|erstmals am|erstmalig am|nächstes mal am|"
        "das nächste mal am|das nächste mal|nächstes mal|nächster ist der|nächster termin|nächster termin am|erster termin|erster termin am|erstes mal|erstes mal am|angefangen am|angefangen mit",
        Tag.ONWARDS: "aufwärts|fortlaufend|und danach|und später|oder später|an aufwärts|und folgende|ff|und ab dann",
        Tag.TO: "zum|zu den|to|rüber auf",
        Tag.UNTIL: "bis|bis zum|bis zur|bis zu|bis an|bis einschließlich|bis inklusive|bis inkl|bis einschl|bis mit|bis und mit|bis spätestens|spätestens|längstens|längstens bis|maximal bis|max bis|höchstens bis|endend am|until|bis ca|bis etwa|bis gegen|bis kurz vor|"
        "bis ungefähr|bis maximal|bis in den|bis in die|bis ins|bis um|spätestens bis|bis auf weiteres zum",
        Tag.BEFORE: "vor|vor dem|vor der|before|noch vor|noch vor dem|bis kurz vor dem|bis vor",
        Tag.AFTER: "nach|nach dem|nach der|after|später als|im anschluss an",
        Tag.BETWEEN: "zwischen|irgendwann zwischen|zwischen dem",
        Tag.AT: "um|gegen|@|ca|circa|zirka|etwa|ungefähr|rund|um ca|um etwa|um circa|um zirka|so um|so gegen|so etwa|so ungefähr um|so ungefähr|pünktlich um|punkt|schlag|um punkt|um rund|ungefähr um|so um die|um die",
        Tag.ON: "am|an|an den|an dem|an einem|an der|on|am kommenden tag|an jenem",
        Tag.IN: "in|im|innerhalb|während|binnen|innerhalb von|während des|während der|in den|in dem|in der|über|übers|über das|über die|übern|über den|im laufe des|im laufe der",
        Tag.OF: "des|of|von den|vom monat",
        Tag.THE: "der|die|das|den|dem|the",
        Tag.A: "ein|eine|einen|einem|einer|eines|nem|ner|nen|ne",
        Tag.FOR: "für|für die|für den|lang|for|für insgesamt",
        Tag.AND: "und|sowie|plus|und zwar|&|und auch|n|wie auch|und dann noch|und dann|and|samt",
        Tag.OR: "oder|bzw|beziehungsweise|or|oder auch|und/oder|wahlweise",
        Tag.NOR: "weder|wedder",
        Tag.INSTEAD: "aber|dafür|stattdessen",
        Tag.BUT: "jedoch|allerdings|nur dass|doch dann|hingegen|dagegen|weil|denn|da ich|da wir|wobei|obwohl|während ich|trotzdem|but",
        Tag.OTHERWISE: "sonst|ansonsten|sonst immer|abgesehen davon|davon abgesehen|im übrigen|übrige zeit|die übrige zeit|an allen anderen tagen|alle anderen tage|die anderen tage|an den anderen tagen|in der übrigen zeit|die restliche zeit",
        Tag.EXCEPT: "außer|ausser am|außer am|außer an|außer im|ausgenommen|bis auf|mit ausnahme von|mit ausnahme des|mit ausnahme vom|abgesehen von|abgesehen vom|exkl|exklusive|ausschließlich des|nur nicht|nur nicht am|bloß nicht|bloß nicht am|nur am nicht|aber nicht|aber nicht am|aber nie|jedoch nicht|jedoch nicht am|abzüglich|minus|ohne|ohne den|ausgenommen am|ausgenommen den|ausgenommen der|except|außer dem|außer den|außer der|bloß am|mit ausnahme der|eben nicht am",
        Tag.ONLY: "nur|erst|erst wieder|lediglich|bloß|ausschließlich|nur am|only|einzig|nur im|nur an|nur noch|höchstens",
        Tag.NOT: "nicht|nich|net|ned|nid|nie|niemals|not|gar nicht|garnicht|überhaupt nicht|auf keinen fall|keinesfalls|keineswegs|nimmer|nicht mehr|kaum",
        Tag.NO: "kein|keine|keinen|keiner|keinem|keins|no",
        Tag.BACK: "zurück|wieder zurück|komme zurück|komm zurück|zurück bin ich|bin zurück|wieder da|bin wieder da|wieder hier|wieder zuhause|wieder zu hause|wieder im lande|wieder daheim|heimkehr|rückkehr|back",
        Tag.NOW: "jetzt|sofort|nun|jetzt an",
        Tag.ENDLESS: "bis auf weiteres|auf unbestimmte zeit|bis auf widerruf|für immer|unbefristet|dauerhaft|ab jetzt immer|ab sofort immer|in zukunft|künftig|bis auf weiteres erstmal|in nächster zeit|vorerst|erstmal|bis ich was anderes sage",
        Tag.FREE: f"{_said(_CAN, _ME)}|{_said(_GOES, _ME)}|"
        "frei|freie|freien|freier|verfügbar|zeit|zeit hab ich|hab zeit|habe zeit|haben zeit|hätte zeit|hätt zeit|hab noch zeit|zeit und lust|lust und zeit|hab luft|luft|dabei|bin dabei|wir sind dabei|sind dabei|wär dabei|wäre dabei|"
        "am start|bin am start|sind am start|wären am start|parat|startklar|einsatzbereit|bereit|bin bereit|zu haben|buchbar|spielbar|spielbereit|möglich|machbar|drin|ist drin|kein problem|keine probleme|kein thema|kein ding|kein stress|null problemo|"
        "ja|jo|jap|jep|jup|jepp|yes|yep|yeah|jawohl|joa|jau|klar|klaro|geht klar|klar geht|geht in ordnung|alles klar|alles gut|gut|sehr gut|super|prima|perfekt|top|bestens|fein|cool|gerne|gern|sehr gerne|okay|ok|oki|okey|in ordnung|läuft|steht|abgemacht|"
        "free|available|zusage|zugesagt|sage zu|sag zu|ich sage zu|zugesagt haben|komme|ich komme|komm ich|offen für|ungebucht|nichts vor|nix vor|noch nichts vor|nichts geplant|nix geplant|nichts los|keine termine|kein termin|keinen termin|nichts an|"
        "bin da|bin ich da|sind wir da|sind da|wir sind da|ich da|anwesend|vor ort|in der stadt|daheim|zuhause|zu hause|auch da|noch frei|hab ich frei|habe ich frei|hab frei|habe frei|haben frei|haben wir frei|frei habe ich|frei hab ich|komplett frei|"
        "spontan frei|wieder frei|wieder verfügbar|einplanbar|einplanen|plant mich ein|eintragen|grün|könnte ich gut|würde gehen|würde passen|würde klappen|gut möglich|am besten|ideal|nicht weg|nicht verplant|doch frei|nicht im urlaub|am liebsten|bevorzugt|lieber",
        Tag.BUSY: f"{_CANNOT}|"
        "keine zeit|leider keine zeit|kein zeit|gar keine zeit|null zeit|keine luft|nicht frei|nicht verfügbar|nicht dabei|nicht da|nicht am start|nicht möglich|nicht machbar|nicht drin|unmöglich|nicht gut|nicht so gut|ganz schlecht|schlecht|ungünstig|eher schlecht|blöd|"
        "nicht zuhause|nicht zu hause|nicht in der stadt|nicht im lande|nicht vor ort|nicht hier|nicht buchbar|nicht spielbar|auch nicht|ebenfalls nicht|ebenso wenig|genauso wenig|auch net|auch nich|auch keine zeit|"
        "weg|fort|abwesend|verplant|schon verplant|verhindert|beschäftigt|busy|unterwegs|auswärts|urlaub|im urlaub|in urlaub|in den urlaub|auf urlaub|ferien|in den ferien|in ferien|verreist|verreise|auf reisen|auf reise|krank|krankgeschrieben|in der reha|im krankenhaus|"
        "raus|bin raus|ich bin raus|sind raus|fein raus|belegt|besetzt|ausgebucht|gebucht|schon gebucht|voll|rappelvoll|dicht|total dicht|blockiert|blocken|block|geblockt|gesperrt|sperren|vergeben|schon vergeben|zu|away|off grid|"
        "geht nix|nix möglich|keine chance|keine möglichkeit|keinesfalls möglich|ausgeschlossen|muss passen|muss leider passen|müssen passen|passe ich|muss absagen|sage ab|sag ab|absage|muss ich absagen|abgesagt|falle aus|fall aus|falle ich aus|fällt aus|fällt flach|wird nichts|wird nix|"
        "nein|nee|ne danke|nö|nope|nada|no go|ohne mich|ohne uns|nicht mit mir|"
        "arbeite|arbeite ich|arbeiten|muss arbeiten|muss ich arbeiten|am arbeiten|auf arbeit|auf der arbeit|in der arbeit|arbeit|bei der arbeit|im büro|im dienst|dienst|dienste|dienst habe|bereitschaft|bereitschaftsdienst|rufbereitschaft|schicht|spätschicht|frühschicht|nachtschicht|spätdienst|frühdienst|nachtdienst|wochenenddienst|"
        "homeoffice|überstunden|dienstreise|auf dienstreise|geschäftsreise|auf geschäftsreise|auf montage|messe|auf messe|seminar|fortbildung|auf fortbildung|lehrgang|auf lehrgang|kongress|konferenz|auf tour|auf tournee|tour|tournee|unterricht|unterrichte|unterrichte ich|"
        "außer gefecht|außer haus|außer landes|im ausland|ausland|flug|im flieger|auf hochzeit|auf einer hochzeit|hochzeit|was vor|etwas vor|schon was vor|schon etwas vor|was anderes vor|anderweitig verplant|anderweitig|verabredet|eingeladen|termine hab ich|einen termin|nen termin|anderer termin|anderen termin|"
        "eingespannt|ausgelastet|unabkömmlich|familienfeier|kinder|die kinder|die kids|kids|kinderdienst|elternabend|arzttermin|zahnarzt|beim arzt|prüfung|klausur|klausuren|vorlesung|uni|schule|training|sport|umzug|ziehe um|"
        "anderen gig|anderer gig|mit anderer band|andere band|belegt durch|rot|tabu|unpassend|problematisch|suboptimal|mies|doof|dienstlich verhindert|dienstlich unterwegs|privat verhindert|beruflich unterwegs|beruflich verhindert",
        Tag.MAYBE: "vielleicht|evtl|eventuell|eventuel|ev|unter vorbehalt|mit vorbehalt|vorbehaltlich|möglicherweise|vermutlich|wahrscheinlich|voraussichtlich|womöglich|unsicher|noch unsicher|nicht sicher|noch nicht sicher|bin nicht sicher|bin mir nicht sicher|weiß nicht|weiß noch nicht|weiß ich nicht|weiß ich noch nicht|"
        "keine ahnung|mal sehen|mal schauen|mal gucken|schaun wir mal|könnte|könnte ich|ich könnte|könnte gehen|könnte klappen|könnte passen|könnte eng werden|wird eng|müsste gehen|müsste klappen|müsste passen|müsste|sollte gehen|sollte klappen|sollte passen|sollte|sollte ich können|"
        "maybe|ggf|gegebenenfalls|schwer zu sagen|noch unklar|unklar|noch offen|noch nicht klar|tbc|tbd|vorläufig|fifty fifty|50/50|schwierig|eher schwierig|knifflig|eher nicht|wohl eher nicht|eher nich|wohl nicht|wahrscheinlich nicht|vermutlich nicht|vielleicht nicht|eventuell nicht|evtl nicht|könnte nicht|eher ja|wohl|"
        "hoffentlich|fragezeichen|mit fragezeichen|zur not|notfalls|im notfall|klärt sich noch|kläre ich noch|muss ich noch klären|muss noch klären|muss noch schauen|muss ich schauen|muss schauen|noch zu klären|in klärung|auf abruf|bedingt|eingeschränkt|vage|optional|denke ich|glaube ich|ich glaube|ich denke|glaub ich|vorgemerkt|vormerken",
        Tag.CONDITION: "statt|anstatt|besser als|lieber als|wenn|falls|sofern|vorausgesetzt|je nachdem|kommt drauf an|kommt darauf an|hängt davon ab|außer wenn|es sei denn|solange|abhängig",
        Tag.QUESTION_WORD: "wer|was|wann|wo|warum|wieso|weshalb|wie|welcher|welche|welches|welchen|wen|wem|wozu|wohin|woher|wieviel|wie viel|wie viele|weswegen|könnt ihr|könntet ihr|kannst du|kannste|könntest du|habt ihr|hast du|haste|seid ihr|bist du|biste|hat jemand|hat wer|kann jemand|kann wer|"
        "ist jemand|sind alle|können alle|können wir|haben alle|haben wir|passt das|passt euch|passt es euch|passt dir|passt es|passt es dir|passt's euch|geht das|geht es|gehts euch|geht's euch|klappt das|klappt es|sollen wir|sollten wir|wollen wir|wollt ihr|willst du|würdet ihr|würdest du|müssen wir|dürfen wir|werden wir|"
        "ist das|ist der|ist die|ist am|ist es|gibt es|gibt's|gibts|gäbe es|zeig mir|zeig|zeige|liste|sag mir|sagt mir|erinnere mich|erinner mich|was geht|what|who|when|kommst du|kommt ihr|spielt ihr|spielen wir|proben wir|treffen wir|macht ihr|schafft ihr|schaffst du|jemand|irgendjemand|irgendwer",
        Tag.PAST_TENSE: "war|waren|warst|wart|wars|hatte|hatten|hattest|konnte|konnten|ging|gingen|gab|spielten|spielte|gespielt|gewesen|gegangen|gefahren|gearbeitet|gehabt|wurde|wurden|kam|kamen|musste|mussten|geprobt|gefehlt|stattgefunden|was nice|letztens|neulich|damals",
        Tag.CORRECTION: "streich|streiche|streich das|lösch|lösche|lösch das|vergiss|vergesst|vergiss das|vergesst das|quatsch|ich meinte|meinte|ich meine|korrektur|korrigiere|falsch|war falsch|falscher tag|falsches datum|falscher termin|rückgängig|zurücknehmen|ändere|ändern|änder|"
        "verschieb|verschiebe|verschoben auf|verschieben auf|tausche|tauschen|sondern doch|stattdessen am|mach das zum|doch lieber|nicht was ich gesagt|undo|sorry falsch|ups|oops|hoppla|nehme das zurück|nehm das zurück|ignorier|ignoriere|ignoriert|storniere|stornier|entferne|entfern",
        Tag.ELSEWHERE: "ich bringe|ich bring|bring ich|riff|strophe|strophen|refrain|bridge|takt|takte|bpm|bandcamp|spotify|youtube|soundcloud|album|single|song|songs|lied|lieder|track|tracks|mix|mixes|mixdown|demo|solo|text|texte|lyrics|akkord|akkorde|capo|kapo|stimmung|drop d|tempo|setlist|merch|"
        "glückwunsch|glückwünsche|herzlichen glückwunsch|alles gute|happy birthday|viel glück|viel erfolg|toi toi toi|bis dann|bis bald|bis später|bis denn|tschüss|ciao|danke für|danke euch|vielen dank für|schönes wochenende|schönen tag|schönen abend|schönen feierabend|schönes we|frohe|frohes|guten rutsch|"
        "plakat|poster|gästeliste|getränke|bier|kasse|video|foto|fotos|geil|hammer|aufnahme|aufnahmen|mastering|cover|artwork|vinyl|release|erscheint|kater|verkatert|müde|antwortet bis|rückmeldung bis|antwort bis|sagt bescheid bis|meldet euch bis|frist|anmeldeschluss|deadline|link|tonart|dur|moll|drumsticks|saiten|verstärker|amp|pedal|abgestimmt",
        Tag.VAGUE: "paar|ein paar|einige|mehrere|manche|manchmal|gelegentlich|ab und zu|hin und wieder|meiste|meisten|die meisten|die meiste|viele|wenige",
        Tag.UNSUPPORTED: "1. und 2. weihnachtstag|1. und 2. weihnachtsfeiertag|weihnachtsfeiertage|weihnachtsfeiertagen|weihnachtsfeiertag|irgendwann|tagsüber|irgendwann mal|zweimal|dreimal|zweimal die woche|2x die woche|2x|feiertage|feiertagen|feiertags|an feiertagen|feiertag|brückentag|brückentage|schulferien|sommerferien|herbstferien|winterferien|osterferien|weihnachtsferien|pfingstferien|faschingsferien|semesterferien|wie immer|wie üblich|wie gehabt|wie letztes mal|wie besprochen|"
        "sondern|dreiviertel|vollmond|sonnenaufgang|sonnenuntergang|gerade und ungerade wochen|geraden und ungeraden wochen|ungerade und gerade wochen|ungeraden und geraden wochen|ungerade|ungeraden|geraden|gerade tage|geraden tagen|abwechselnde|fast jeden|fast jede|fast immer|fast alle|meistens|oft|öfter|öfters|selten|zwischen den jahren|zwischen den tagen|die tage|dieser tage|demnächst|"
        "im sommer|im winter|im herbst|im frühling|im frühjahr|sommer|winter|herbst|frühling|frühjahr|karneval|fasching|adventszeit|advent|saison|quartal|semester",
        Tag.QUANTITY_UNIT: "leute|personen|pax|gäste|besucher|euro|eur|€|cent|karten|tickets|ticket|bands|acts|band|songs|lieder|stücke|stück|plätze|sitzplätze|stehplätze|km|kilometer|kasten|kästen|bier|biere|getränke|sets|set|minuten set|min set|minuten sets|mann|köpfe|kapazität|prozent|vvk|ak|"
        "supports|vorbands|slots|slot|venues|bühnen|gigs|shows|konzerte|monitore|kanäle|mikros|jahre alt|jährige|meter|kilo|kg|watt|follower|mal so",
        Tag.QUANTITY_BEFORE: "raum|proberaum|bühne|halle|saal|nummer|nr|haus|zimmer|etage|stock|linie|bus|gleis|tor|klasse|level|studio|gage|festgage|eintritt|kapazität|seite|kanal|teil|platz|fsk|über 18|unter 18|budget|umkreis|radius",
        Tag.NOISE: "sorry|so sorry|so viel|so viele|so lange|so gut|so weit|so oft|so sehr|so was|so etwas|so wie|so richtig|so schnell|so dass|so bald|so ein|so eine|so einen|so ähnlich|so oder so|so langsam|so leute|so ihr lieben|ach so|schon|hab|habe|haben|hat|muss|müssen|soll|will|wollen|leider|bitte|danke|hi|hey|hallo|moin|moinsen|servus|grüß euch|na|leute lol|jungs|mädels|freunde|liebe leute|ihr lieben|lg|vg|gruß|grüße|liebe grüße|viele grüße|mfg|ich|wir|mich|mir|uns|mein|meine|meinen|bin|ist|sind|wäre|wär|bei mir|bei uns|für mich|für uns|von mir aus|meinerseits|"
        "dann|noch|auch|eigentlich|eben|halt|doch|mal wieder|schon mal|grad|gerade|also|tatsächlich|wirklich|definitiv|sicher|auf jeden fall|aufjedenfall|wieder|meist|normalerweise|generell|grundsätzlich|prinzipiell|komplett|total|voll und ganz|natürlich|bestimmt|übrigens|btw|lol|haha|hihi|tja|naja|hmm|äh|ähm|guten morgen|guten abend|guten tag|gute nacht|"
        "inkl|inklusive|einschließlich|einschl|inklusiv|jeweils beide|beide|beiden|beides|als|datum|termin am|der termin|an dem tag|an den tagen|an diesem tag|zur zeit|zurzeit|momentan|im moment|zum glück|in ordnung so|so weit|soweit|und so weiter|usw|etc|zum beispiel|z.b|zb|unter anderem|jederzeit gerne|sonst nichts|sonst immer gerne|"
        "mit der familie|mit meiner frau|mit den kindern unterwegs|wegen|wegen der arbeit|aufgrund|bezüglich|betreffend|vs|in bezug auf|guten|da|es|würde|spielen|proben|kommen|auftreten|mitmachen|mitspielen|teilnehmen|dazu|dort|hier|euch|dir|ihr|schonmal|vorher|nachher|danach geht's|zeitlich|terminlich|gesamt|insgesamt|sogar|"
        "eher|lieber nicht so|ziemlich|recht|halbwegs|gut gelaunt|wochentag|für einen gig|für eine probe|für gigs|für proben|zur probe|probe|probetermin|bandprobe|mit der band|als band|open air|vor publikum|ausverkauft|pro person|pro band|pro kopf|in bar|in der bar|im club|zu zweit|zu dritt|zu viert|vor der tür|nach hause|nach berlin|auf einmal|zum mitschreiben|in echt|im ernst|mit|abend zusammen|zusammen|hätte|hätt|aller voraussicht nach",
        Tag.ALWAYS: "immer gerne|jederzeit|always|immer möglich so",
    },
    coming="|".join(
        (_inflected("kommend|anstehend|bevorstehend"), "kommendes we", "coming", "diese kommende", "jetzige")
    ),
    senses={
        "morgen": (
            Sense(_MORNING, after=_BESIDE_DAY | {Tag.THIS, Tag.NEXT, Tag.EVERY, Tag.EARLY, Tag.LATE}),
        ),
        "so": (
            Sense(_NOISE, after=(_BESIDE_DAY - {Tag.MONTH}) | {Tag.WORD, Tag.NOISE, Tag.PART}),
            Sense(_NOISE, before=frozenset({Tag.AT, Tag.EARLY, Tag.LATE})),
            Sense(
                _NOISE,
                after=frozenset({Tag.END}),
                before=frozenset({Tag.COMMA}),
                beyond=frozenset({Tag.WEEKDAY, Tag.RELATIVE_DAY, Tag.NOISE, Tag.WORD, Tag.NEXT, Tag.ON}),
            ),
        ),
        "ab|ab dem|ab der": (Sense(Meaning(Tag.STARTING), after=frozenset({Tag.UNIT})),),
        "als": (Sense(Meaning(Tag.CONDITION), before=_BESIDE_DAY),),
        "beiden": (Sense(Meaning(Tag.CARDINAL, number=2), before=frozenset({Tag.UNIT, Tag.WEEKDAY})),),
        "bis": (Sense(Meaning(Tag.TO), after=frozenset({Tag.MONTH}), before=frozenset({Tag.MONTH})),),
        "auf|auf den": (
            Sense(
                Meaning(Tag.TO),
                after=_BESIDE_DAY | {Tag.PART},
                before=_BESIDE_DAY | {Tag.THE, Tag.NUMBER},
            ),
        ),
        "früh": (
            Sense(Meaning(Tag.EARLY), before=frozenset({Tag.MONTH, Tag.PART, Tag.IN, Tag.NEXT})),
            Sense(_MORNING),
        ),
        "ende": (Sense(Meaning(Tag.LABEL, key="other"), before=_HOUR | {Tag.AT, Tag.COLON}),),
        "immer": (
            Sense(Meaning(Tag.ALWAYS), before=_STOPS | {Tag.EXCEPT, Tag.ONLY, Tag.MAYBE}),
            Sense(Meaning(Tag.EVERY), before=frozenset({Tag.WEEKDAY, Tag.DAY_SET})),
            Sense(_NOISE),
        ),
        "schon": (
            Sense(Meaning(Tag.FREE), after=_BESIDE_DAY | {Tag.PART, Tag.UNIT, Tag.DAY_SET}, before=_STOPS),
            Sense(_NOISE),
        ),
        "was": (Sense(_NOISE, after=frozenset({Tag.WORD, Tag.NOISE})),),
        "mal": (Sense(Meaning(Tag.TIMES), after=frozenset({Tag.NUMBER, Tag.CARDINAL})), Sense(_NOISE)),
        "zu": (
            Sense(Meaning(Tag.AT), before=_BESIDE_DAY),
            Sense(Meaning(Tag.BUSY), before=_STOPS),
            Sense(_NOISE),
        ),
        "da": (
            Sense(
                Meaning(Tag.FREE),
                after=_BESIDE_DAY | {Tag.PART, Tag.DAY_SET, Tag.OCLOCK, Tag.CLOCK, Tag.UNIT},
                before=_STOPS,
            ),
        ),
    },
    respelt=(("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")),
    nor="noch|oder",
    both="beide|beides|beiden",
    half_is_before=True,
    hours_24=True,
    dotted_ordinals=True,
    compounds=True,
    parts_repeat_alone=True,
    shy=frozenset(["so", "may", "march", "mar", "sun", "sat", "mon", "mais"]),
    misspelt={
        "dinstag": "dienstag", "mitwoch": "mittwoch", "mittwoh": "mittwoch", "vieleicht": "vielleicht",
        "vllt": "vielleicht", "vlt": "vielleicht", "vll": "vielleicht",
    },
    never_misspelt=_REAL,
)  # fmt: skip
