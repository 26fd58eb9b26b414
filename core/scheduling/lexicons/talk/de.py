"""Messages in German other than availability."""

import re

from core.scheduling.lexicons.talk import Talk, all_of, but_not

_NO = r"(?:(?:nein|nee|ne|ach|ups|oh|sorry|quatsch|stopp?|halt|moment)[, ]{1,2}){0,3}"
_NO_SAID = r"(?:(?:nein|nee|ne|ach|ups|sorry|quatsch|moment)[, ]{1,2}){1,3}"
_SORRY = r"(?:[, ]{1,2}(?:sorry|bitte|danke|mein fehler|entschuldigung|vertippt))?"
_KOENNEN = r"(?:koe?nn(?:en|t|ten|tet)|koe?nnte|kann)"
_ALL = (
    r"(?:wir alle|ihr alle|alle von uns|alle zusammen|alle|jede[rn]?|die (?:ganze )?band|wir beide|irgendwer|jemand"
    r"|es (?:bei )?(?:uns )?allen|(?:bei )?(?:uns )?allen|es (?:bei )?uns|(?:bei )?euch allen)"
)
_WE = rf"(?:{_ALL}|wir|ihr)"
_MEET = r"(?:proben|ueben|uben|spielen|treffen|zusammen|jammen|frei|zeit|alle|auftreten|zocken|gruen|grun)"
_DAYS = r"(?:an |am )?welche[mnrs]? (?:tage?n?|termine?n?|abende?n?|wochenenden?|daten|samstage?n?)"
_ERRANDS = (
    r"mitbring|bring|fahr|abhol|hol|leih|mitnehm|laden|ausladen|einladen|helf|aufbau|abbau|misch|film|fotograf|essen|"
    r"soundcheck|anfang|merch|schlepp|verstarker|amp\b|kabel|auto\b|bus\b|schlussel|bock|lust|gesehen|gesagt|horen|anhoren|reden"
)

TALK = Talk(
    leaving=frozenset(["abbrechen", "abbruch", "stopp", "lass es", "lass mal"]),
    take_back=re.compile(
        _NO + r"(?:bitte )?"
        r"(?:(?:vergiss|vergesst|streich|streiche|streicht|ignorier|ignoriere|ignoriert|losch|loesch|losche|losch)"
        r" (?:das|es|mal|das mal|das wieder|das bitte|meine letzte(?: nachricht)?|die letzte(?: nachricht)?"
        r"|was ich (?:gesagt|geschrieben) hab(?:e)?)"
        r"|(?:das )?doch nicht|mach(?:e)? das (?:wieder )?(?:ruckgangig|rueckgaengig)|(?:ruckgangig|rueckgaengig)"
        r"|nimm das (?:wieder )?zuruck|(?:das )?nehm(?:e)? ich zuruck|kommando zuruck|warte mal|nee warte"
        r"|vergiss,? was ich (?:gesagt|geschrieben) hab(?:e)?)"
        r"(?: bitte| wieder)?(?: ?[,.;:!-]{1,3} ?(?P<rest>.{3,400}))?",
        re.DOTALL,
    ),
    swap=all_of(
        _NO + r"ich (?:meinte|meine|mein)(?: naturlich| eigentlich| doch)? (?P<new>.{1,80}?)"
        r"(?:,? (?:und )?nicht (?P<old>.{1,60}?))?" + _SORRY,
        _NO + r"(?:doch )?nicht (?P<old>.{1,60}?)(?:,? sondern |, (?:aber |doch )?)(?P<new>.{1,60}?)" + _SORRY,
        _NO + r"(?:bitte )?mache?(?:t|n wir)?(?: da| das| lieber)? (?P<new>.{1,60}?)"
        r"(?: (?:statt|anstatt|und nicht) (?P<old>.{1,60}?))?(?: draus| daraus)" + _SORRY,
        _NO + r"(?:(?:mache?(?:t|n wir)?|doch|lieber|eher|sagen wir) ){1,2}(?P<new>.{1,60}?),? "
        r"(?:statt|anstatt|als|nicht|und nicht) (?P<old>.{1,60}?)" + _SORRY,
        _NO + r"(?:doch|dann) (?:lieber|erst|schon|eher) (?P<new>.{1,60}?)" + _SORRY,
        _NO_SAID + r"(?P<new>.{2,40}? (?:danach|darauf|drauf))",
        _NO_SAID + r"(?P<new>.{1,40}?),? nicht (?P<old>.{1,40}?)" + _SORRY,
    ),
    drop=all_of(
        r"(?:bitte )?(?:vergiss|vergesst|losche?|loesche?|streiche?|entferne?) (?:mal |bitte |wieder )?"
        r"(?:das|die sache|die geschichte|alles|den termin|den eintrag|meinen eintrag) "
        r"(?:mit|von|vom|am|fur|uber|zu|zum) (?:dem |der |den )?(?P<what>.{2,60}?)(?: wieder)?" + _SORRY,
        r"(?:bitte )?(?:losche?|loesche?|streiche?|entferne?|nimm) (?:mal |bitte )?(?:den |die |das |meinen )?"
        r"(?P<day>.{2,60}?)(?: wieder)?(?: raus| weg)?" + _SORRY,
    ),
    usual=all_of(r"alles (?:wie|beim) (?:immer|gehabt|ublich|alten)(?: (?:im|in|fur|fuer) .{2,60})?"),
    own=all_of(
        r"was (?:hast du|habt ihr|weisst du|weißt du) (?:(?:so |alles )?(?:von|fur|bei|uber|zu) )?(?:mir|mich)\b.{0,120}",
        r"was hab(?:e)? ich .{0,80}(?:gesagt|eingetragen|angegeben|geschrieben|gemeldet).{0,40}",
        r"was steht .{0,60}(?:bei mir|in meinem (?:kalender|plan)|fur mich)\b.{0,120}",
        r"(?:was ist )?(?:bei mir|in meinem kalender) .{0,60}(?:los|eingetragen|drin)\b.{0,40}",
        r"bin ich .{0,60}\b(?:frei|verfugbar|verplant|eingetragen|gebucht|geblockt|blockiert|beschaftigt)\b.{0,60}",
        r"(?:wann|an welchen tagen) bin ich .{0,60}(?:frei|verfugbar|verplant|eingetragen|weg)\b.{0,60}",
        r"(?:zeig(?:e)?|zeigst du) (?:mir )?mein(?:e|en)? (?:termine|kalender|tage|eintrage|zeiten)\b.{0,100}",
    ),
    band=but_not(
        _ERRANDS,
        rf"(?:und |also |ab )?wann (?:{_KOENNEN}|passt|geht|gehts|geht's|klappt) (?:denn )?{_WE}\b(?P<rest>.{{0,160}})",
        rf"(?:und |also )?wann (?:sind|ist|seid|hab(?:en|t)|hat|ware|waren) (?:denn )?{_WE}\b"
        r"(?P<rest>.{0,100}\b(?:frei|zeit|verfugbar|luft)\b.{0,60})",
        _DAYS + rf" (?:{_KOENNEN}|passt|passen|geht|gehen|klappt|klappen|funktionieren)\b(?: {_WE}\b)?(?P<rest>.{{0,160}})",
        _DAYS + r" (?:sind|ist|haben|waren)\b(?P<rest>.{0,100}\b(?:frei|zeit|verfugbar|grun|gruen|moglich)\b.{0,60})",
        rf"(?:und )?wer (?:von (?:uns|euch) )?(?:alles )?(?:{_KOENNEN}|fehlt|fehlen)\b(?P<rest>.{{0,160}})",
        r"(?:und )?wer (?:von (?:uns|euch) )?(?:alles )?(?:ist|hat|ware|hatte)\b"
        r"(?P<rest>.{0,100}\b(?:frei|zeit|verfugbar|da|dabei|weg|verplant|verhindert|beschaftigt|blockiert)\b.{0,60})",
        rf"(?:{_KOENNEN}|passt|passt's|geht|schaff(?:t|en)|klappt) (?:das |es |denn )?{_ALL}\b(?P<rest>.{{0,160}})",
        rf"(?:{_KOENNEN}|schaffen|kriegen) (?:wir|ihr)\b(?P<rest>.{{0,100}}\b{_MEET}\b.{{0,60}})",
        r"(?:sind|seid|hab(?:en|t)|hat|ist) (?P<rest>.{0,60}\b(?:alle|jeder|wir|ihr|die band)\b.{0,60}\b(?:frei|zeit|verfugbar)\b.{0,80})",
        r"(?:warum|wieso|weshalb) (?:ist|sind|geht|gehen|klappt|passt)\b(?P<rest>.{1,80}\b(?:nicht|nich|rot|gelb|gelblich|frei)\b.{0,60})",
        r"(?:warum|wieso|weshalb) (?:denn )?nicht (?P<rest>.{1,120})",
        rf"(?:warum|wieso|weshalb) (?:{_KOENNEN}) (?:wir|alle)\b(?P<rest>.{{1,100}}\bnicht\b.{{0,40}})",
        r"wie viele .{0,60}\b(?:haben|konnen|koennen|sind|schaffen|fehlt|fehlen)\b.{0,120}",
        r"(?:zeig(?:e)? (?:uns |mir )?)?(?:unsere |die )?(?:nachsten |naechsten )?(?:grunen?|gruenen?|freien?) "
        r"(?:zonen?|tage|termine|abende|wochenenden)\b(?P<rest>.{0,120})",
    ),
    asked=but_not(
        _ERRANDS,
        r"(?P<rest>.{0,80}) (?:alle|jeder) (?:frei|da|verfugbar|zeit|dabei)\b.{0,40}",
        r"(?:alle|jeder) (?:frei|da|verfugbar|zeit|dabei)\b(?P<rest>.{0,80})",
    ),
    the_next=re.compile(r"(?:am |der |den |die |das )?(?P<day>.{2,40}) (?:danach|darauf|drauf)", re.DOTALL),
    pointed=re.compile(r"(?:(?:und|also|ab) )?wann\b|(?:an |am )?welche[mnrs]? \w{1,12}"),
    length=re.compile(r"(?<!um )\b(?P<hours>(?:1[0-2]|[1-9])(?:[.,]\d)?) ?-?(?:h|std|stunden?|stundige?n?)\b(?! ?\d)"),
    around=re.compile(r"(?P<days>\w{1,10}) tage? (?:vor und nach|um|rund um|vor oder nach) (?P<day>.{2,60})", re.DOTALL),
    numbers={"ein": 1, "einen": 1, "zwei": 2, "drei": 3, "vier": 4, "funf": 5, "sechs": 6, "sieben": 7},
    why=re.compile(r"warum|wieso|weshalb"),
    dotted=True,
)  # fmt: skip
