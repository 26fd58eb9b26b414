"""Small words beside days in German."""

from core.scheduling.lexicons.asides import Asides, LineUps, Shifts

ASIDES = Asides(
    line_ups=LineUps(
        sizes={1: "solo", 2: "duo|zweit", 3: "trio|dritt", 4: "quartett|viert", 5: "fünft", 6: "sechst"},
        before_sizes="zu|als",
        without="ohne",
        ends="in|im|am|als",
    ),
    shifts=Shifts(
        later="später|spaeter",
        earlier="früher|frueher|eher",
        half="eine halbe|einer halben|ne halbe|halbe|einen halben|nen halben|halben",
        counts={1.5: "anderthalb|eineinhalb"},
        units={"minute": "min.|m", "hour": "std.|h"},
        by="um",
    ),
    exceptions="ausser|bis auf|nur nicht",
)
