"""Small words beside days in French."""

from core.scheduling.lexicons.asides import Asides, LineUps, Shifts

ASIDES = Asides(
    line_ups=LineUps(
        sizes={1: "solo", 2: "duo", 3: "trio", 4: "quatuor"},
        counts={2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six"},
        before_sizes="à|en",
        without="sans",
        ends="en",
    ),
    shifts=Shifts(
        later="plus tard|après",
        earlier="plus tôt|avant",
        half="une demi-|une demi|une demie|demi-|demi",
        and_half="et demie|et demi",
        units={"minute": "mn|m", "hour": "h"},
    ),
    exceptions="sauf|a part",
)
