"""Small words beside days in English."""

from core.scheduling.lexicons.asides import Asides, LineUps, Shifts

ASIDES = Asides(
    line_ups=LineUps(
        sizes={1: "solo", 2: "duo", 3: "trio", 4: "quartet", 5: "quintet"},
        counts={2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight"},
        before_figures="as",
        articles="a|an",
        of_us="of us",
        pieces="piece",
        before_pieces="as|for|with",
        piece_articles="a|an|just",
        without="without|minus",
        ends="in|on|from|till|until|next|this|tomorrow|today|tonight|as",
        joining="and",
        owners="the|our|my",
        players={
            "drums": "drummer",
            "vocals": "singer|vocalist",
            "bass": "bassist|bass player",
            "guitar": "guitarist",
            "keys": "keyboardist|keyboard player",
        },
    ),
    shifts=Shifts(
        later="later",
        earlier="earlier",
        half="half an|half a",
        and_half="and a half",
        units={"minute": "m|ms", "hour": "h|hs"},
        by="by",
    ),
    exceptions="except|apart from|other than|but not|just not",
    before_exceptions="but|oh|and",
)
