"""Discord: the only place that knows discord.py."""

import warnings

with warnings.catch_warnings():
    # discord.py imports audioop, which Python 3.13 drops; later imports find it loaded.
    warnings.simplefilter("ignore", DeprecationWarning)
    import discord  # noqa: F401
