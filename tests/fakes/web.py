"""Addresses of a web part that does not run."""

from core.publications.addresses import Secrets
from presentation.secret_addresses import SecretAddresses

WEB = SecretAddresses("https://bandwidth.example", Secrets(b"only for tests"))
