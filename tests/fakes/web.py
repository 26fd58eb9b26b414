"""Addresses of a web part that does not run."""

from core.publications.addresses import Secrets
from presentation.addresses import PageAddresses
from presentation.secret_addresses import SecretAddresses

HERE, SECRETS = "http://127.0.0.1:8000", Secrets(b"only for tests")
WEB = SecretAddresses(PageAddresses("https://bandwidth.example"), HERE, SECRETS)
NOT_PUBLIC = SecretAddresses(PageAddresses(), HERE, SECRETS)
"""Those of an operator who has set no public address."""
