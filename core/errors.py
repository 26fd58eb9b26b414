"""An expected "no": typed, wordless, raised by use cases and put into words by the bots."""


class Refusal(Exception):
    """Something that may not or cannot be done, for a reason a person can understand.

    Subclasses are dataclasses whose fields are the facts of the refusal (not frozen ones: Python
    writes the traceback into an exception); they carry no sentences. Anything else that is raised is
    a bug.
    """
