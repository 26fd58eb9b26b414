"""`bandwidth demo`: a small town in a throw-away database, and a tour through it."""

from bandwidth.demo.command import main

__all__ = ["main"]
