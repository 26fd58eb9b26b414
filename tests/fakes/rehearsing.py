"""What tests of rehearsals and gigs do again and again."""


def labels(answer):
    """The buttons under an answer."""
    return [button.label for row in answer.reply.buttons for button in row]


def said(card):
    """Everybody's answer, by name."""
    return {each.name: each.answer for each in card.standing.responses}


async def proposed(stage, when="Tue 1 Dec", *, who="Ana", hours="3", **more):
    """The card of the best slot of that day, proposed."""
    found = await stage.says(who, f"/rehearse {when} hours: {hours}", **more)
    return await stage.presses(who, found, "Propose 1", **more)
