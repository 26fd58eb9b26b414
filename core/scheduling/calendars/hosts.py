"""Which addresses may be asked for a calendar: public ones, and what the self-hoster allows."""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

_Address = IPv4Address | IPv6Address
_Network = IPv4Network | IPv6Network

_NEVER = tuple(
    map(
        ip_network,
        (
            "168.63.129.16/32",  # a cloud's own, although the address is public
            "192.0.0.0/24",  # protocols' own; some versions of Python call a part of it global
            "192.88.99.0/24",  # relays of 6to4
            "2001::/23",  # protocols' own, among them Teredo: tunnels to anywhere
            "3fff::/20",  # for documents
        ),
    )
)
_UNICAST = IPv6Network("2000::/3")
"""All that has been given out; what is outside was never public, or means an IPv4 address."""
_NAT64 = IPv6Network("64:ff9b::/96")
_LOW_32 = 0xFFFF_FFFF


@dataclass(frozen=True, slots=True)
class Hosts:
    """What is allowed beside the public network."""

    names: frozenset[str] = frozenset()
    """Whatever they resolve to is allowed."""
    networks: tuple[_Network, ...] = ()

    def allows(self, address: str, *, name: str) -> bool:
        """Whether that numeric address, which the name resolved to, may be connected to."""
        if _plain(name) in self.names:
            return True
        try:
            found = ip_address(address)
        except ValueError:
            return False
        return any(found in network for network in self.networks) or is_public(found)

    def refuses_name(self, name: str) -> bool:
        """Whether a host is plainly not to be asked, before anything is looked up."""
        plain = _plain(name)
        if plain in self.names:
            return False
        try:
            ip_address(plain)
        except ValueError:
            return plain == "localhost" or plain.endswith((".localhost", ".local", ".internal"))
        return not self.allows(plain, name=plain)


def hosts_of(text: str) -> Hosts:
    """Host names, addresses and networks, with commas between them; ValueError names what is none of them."""
    names: set[str] = set()
    networks: list[_Network] = []
    for part in filter(None, (each.strip() for each in text.split(","))):
        try:
            networks.append(ip_network(part, strict=False))
        except ValueError:
            if "/" in part or ":" in part or any(map(str.isspace, part)):
                raise ValueError(part) from None
            names.add(_plain(part))
    return Hosts(frozenset(names), tuple(networks))


def is_public(address: _Address) -> bool:
    """Whether an address is one of the public network, under all of its disguises."""
    if isinstance(address, IPv6Address):
        if address.scope_id is not None:
            return False
        inner = address.ipv4_mapped or address.sixtofour or _of_nat64(address)
        if inner is not None:
            return is_public(inner)
        if address not in _UNICAST:
            return False
    if any(address in network for network in _NEVER):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _of_nat64(address: IPv6Address) -> IPv4Address | None:
    return IPv4Address(int(address) & _LOW_32) if address in _NAT64 else None


def _plain(name: str) -> str:
    return name.strip("[]").rstrip(".").casefold()
