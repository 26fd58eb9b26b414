"""Addresses of a web part that does not run."""

from core.publications.addresses import Secrets
from presentation.web_addresses import WebAddresses

WEB = WebAddresses("https://bandwidth.example", Secrets(b"only for tests"))
