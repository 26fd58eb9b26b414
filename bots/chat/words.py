"""Where every sentence that people read passes through on its way out."""


def translate(template: str, locale: str) -> str:
    """The sentence in the language of `locale`.

    English is the key. Catalogues for other languages hook in here and nowhere else; until there is
    one, every reader gets English.
    """
    del locale
    return template


def plural(count: int, one: str, many: str) -> str:
    """`one` for exactly one, else `many`, with the number in place of `{n}`."""
    return (one if count == 1 else many).replace("{n}", str(count))
