"""Secret addresses, as chats and pages give them."""

from dataclasses import dataclass

from core.publications import Publication, PublicationKind
from core.publications.addresses import Secrets
from presentation.addresses import PageAddresses


@dataclass(frozen=True, slots=True)
class SecretAddresses:
    """Where the web part is reached."""

    pages: PageAddresses
    here: str
    """Its address on the machine that it runs on, without a slash at its end; used while it has no other."""
    secrets: Secrets

    @property
    def everywhere(self) -> bool:
        """False: it is reached on the machine that it runs on alone."""
        return self.pages.public_url is not None

    def of(self, publication: Publication) -> str:
        """The secret address of a publication."""
        return self.at(self._path(publication))

    def at(self, path: str) -> str:
        """The address of a page, wherever the pages are reached."""
        return self.pages.address(path) or f"{self.here}{path}"

    def _path(self, publication: Publication) -> str:
        secret = self.secrets.secret(publication)
        if publication.kind is PublicationKind.AVAILABILITY:
            return f"/free/{secret}"
        return f"/calendar/{secret}.ics"
