"""Small words beside days in Spanish."""

from core.scheduling.lexicons.asides import Asides, LineUps, Shifts

ASIDES = Asides(
    line_ups=LineUps(
        sizes={1: "solo", 2: "dúo", 3: "trío", 4: "cuarteto"},
        counts={2: "dos", 3: "tres", 4: "cuatro", 5: "cinco", 6: "seis"},
        before_sizes="en|como",
        before_counts="a",
        without="sin",
        ends="en",
    ),
    shifts=Shifts(
        later="más tarde|después",
        earlier="antes|más temprano|más pronto",
        half="media|medio",
        and_half="y media|y medio",
        units={"minute": "m", "hour": "h"},
    ),
    exceptions="excepto|salvo|menos",
)
