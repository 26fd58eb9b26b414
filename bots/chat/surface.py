"""A platform's adapter, as the program that runs it sees it."""

from typing import Protocol


class CannotServe(Exception):
    """A platform will not have us (a wrong token, a wrong address); `str()` is one line without secrets."""


class TokenRefused(CannotServe):
    """The platform does not accept the token, or no longer."""


class Surface(Protocol):
    """One platform's adapter, as the composition root runs it."""

    async def serve(self) -> None:
        """Connect and answer until stopped; a lost connection is taken up again. Raises CannotServe."""
        ...

    async def ready(self) -> None:
        """Return once people are answered."""
        ...

    async def stop(self) -> None:
        """Take nothing more in, finish the turns under way (at most ten seconds), disconnect."""
        ...
