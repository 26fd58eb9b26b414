"""An expected "no": typed, wordless, raised by use cases and put into words by the bots."""


class Refusal(Exception):
    """Something that may not or cannot be done, for a reason a person can understand.

    Subclasses are frozen dataclasses whose fields are the facts of the refusal; they carry no
    sentences. Anything else that is raised is a bug.
    """
