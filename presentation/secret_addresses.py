"""Addresses of the web part, as chats and pages give them."""

from dataclasses import dataclass

from core.publications import Publication, PublicationKind
from core.publications.addresses import Secrets


@dataclass(frozen=True, slots=True)
class SecretAddresses:
    """Where the web part is reached."""

    base: str
    """An http or https address without a slash at its end; it may have a path."""
    secrets: Secrets
    everywhere: bool = True
    """False: it is reached on the machine that it runs on alone."""

    def of(self, publication: Publication) -> str:
        """The secret address of a publication."""
        secret = self.secrets.secret(publication)
        if publication.kind is PublicationKind.AVAILABILITY:
            return f"{self.base}/free/{secret}"
        return f"{self.base}/calendar/{secret}.ics"
