"""The town of `bandwidth demo`: what its people typed before somebody comes to try it.

`Name: words` are typed by that person. `{code}` is the code of the latest invite, and `{Fri 2}` the Friday of
the second week to come.
"""

from dataclasses import dataclass

BOOKER = "Ana"
"""The person at the terminal, to begin with."""
LEADS = (BOOKER, "Dana", "Omar")
"""These do nothing unless somebody at the terminal does it for them. All others answer by themselves."""
CITY_ZONE = "Europe/London"
LOCALE = "en-GB"
"""How people in this town write dates."""
EXAMPLE = "{Fri 6}, need 2 support, doors 7:30pm, curfew 11pm, indie, £120 each"
"""An open date for a promoter to post who plays on."""


@dataclass(frozen=True, slots=True)
class TownPart:
    """A piece of the town, made in one go."""

    name: str
    """Shown while it is being made."""
    lines: str


TOWN = (
    TownPart(
        "The Foxes",
        """
        Ana: /band create The Foxes city: Leeds genres: indie, punk
        Ana: /band member Ana part: vocals
        Ana: /band edit field: messages value: 9
        Ana: /band invite part: drums
        Bo: /join {code}
        Ana: /band invite part: bass
        Cy: /join {code}
        Ana: /band invite part: guitar
        Jo: /join {code}
        Ana: /band invite part: drums role: dep
        Sam: /join {code}
        Bo: /busy every Tuesday evening
        Cy: /busy {Thu 4} - {Mon 5}
        Jo: /maybe every Sunday
        """,
    ),
    TownPart(
        "Brass Tacks",
        """
        Zoe: /band create Brass Tacks city: Leeds genres: punk, ska
        Zoe: /band member Zoe part: trumpet
        Zoe: /band edit field: fee value: £100
        Zoe: /band invite part: drums
        Bo: /join {code}
        Zoe: /busy every Wednesday evening
        """,
    ),
    TownPart(
        "Cold Tea",
        """
        Ivy: /band create Cold Tea city: Bradford genres: indie, folk
        Ivy: /band member Ivy part: guitar
        Ivy: /band invite part: piano
        Max: /join {code}
        Ivy: /band edit field: slots value: support, opener
        """,
    ),
    TownPart(
        "Night Bus",
        """
        Kim: /band create Night Bus city: Harrogate genres: electronic, indie
        Kim: /band member Kim part: vocals
        Kim: /band invite part: synths
        Lee: /join {code}
        Lee: /busy every other Friday evening
        """,
    ),
    TownPart(
        "Slow Sunday",
        """
        Noor: /band create Slow Sunday city: Leeds genres: jazz
        Noor: /band member Noor part: saxophone
        Noor: /band invite part: double bass
        Tom: /join {code}
        """,
    ),
    TownPart(
        "The Pylons",
        """
        Gus: /band create The Pylons city: Sheffield genres: metal
        Gus: /band member Gus part: guitar
        Gus: /band edit field: radius value: 30 miles
        Gus: /band invite part: drums
        Rhys: /join {code}
        """,
    ),
    TownPart(
        "The Heron",
        """
        Dana: /venue create The Heron city: Leeds capacity: 200
        Dana: /venue edit field: genres value: indie, punk, folk
        Dana: /post {Fri 2}, need 2 support, doors 7:30pm, curfew 11pm, indie/punk, £150 each + rider
        Dana: [Publish]
        Dana: /post {Sat 2}, headliner and 2 support, doors 7:30pm, curfew 11pm, punk/indie, £200 each
        Dana: [Publish]
        Dana: /post {Sat 3}, need opener, pay to play £50, doors 7pm, curfew 11pm, indie
        Dana: [Publish]
        Dana: /offer Brass Tacks date: {Sat 2} slot: headliner
        Dana: /offer Night Bus date: {Sat 2} slot: support
        """,
    ),
    TownPart(
        "Mill Lane Social",
        """
        Omar: /venue create Mill Lane Social city: Bradford capacity: 90
        Omar: /venue edit field: genres value: folk, indie, jazz
        Omar: /post {Thu 3}, need 3 bands, doors 8pm, curfew 11pm, indie/folk, 70% of the door
        Omar: [Publish]
        Omar: /post {Fri 4}, need headliner, doors 7pm, curfew 11pm, punk/indie, £250
        Omar: [Publish]
        Omar: /post {Sun 3}, need 1 band, doors 3pm, curfew 6pm, jazz, £120
        Omar: [Publish]
        """,
    ),
    TownPart(
        "six open dates",
        """
        Ivy: /apply {Fri 2} The Heron note: We filled the Lanes in spring
        """,
    ),
)
