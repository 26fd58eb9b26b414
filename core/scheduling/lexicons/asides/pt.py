"""Small words beside days in Portuguese."""

from core.scheduling.lexicons.asides import Asides, LineUps, Shifts

ASIDES = Asides(
    line_ups=LineUps(
        sizes={1: "solo", 2: "duo", 3: "trio", 4: "quarteto"},
        counts={2: "dois", 3: "três", 4: "quatro", 5: "cinco", 6: "seis"},
        before_sizes="em|como",
        without="sem",
        ends="em",
    ),
    shifts=Shifts(
        later="mais tarde|depois",
        earlier="mais cedo|antes",
        half="meia|meio",
        and_half="e meia|e meio",
        units={"minute": "m", "hour": "h"},
    ),
    exceptions="exceto|salvo|menos",
)
