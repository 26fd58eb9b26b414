"""The hosts from which calendars may be fetched: public ones, and those that the self-hoster allows."""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

_Address = IPv4Address | IPv6Address
_Network = IPv4Network | IPv6Network

_NEVER = tuple(
    map(
        ip_network,
        (
            "168.63.129.16/32",  # internal to a cloud, although the address is public
            "192.0.0.0/24",  # for protocols; some versions of Python call a part of it global
            "192.88.99.0/24",  # relays of 6to4
            "2001::/23",  # for protocols, among them Teredo, which tunnels to anywhere
            "3fff::/20",  # for documentation
        ),
    )
)
_UNICAST = IPv6Network("2000::/3")
"""All public IPv6 addresses; any other is not public, or stands for an IPv4 address."""
_NAT64 = IPv6Network("64:ff9b::/96")
_LOW_32 = 0xFFFF_FFFF


@dataclass(frozen=True, slots=True)
class Hosts:
    """The hosts that are allowed in addition to the public network."""

    names: frozenset[str] = frozenset()
    """Every address that they resolve to is allowed."""
    networks: tuple[_Network, ...] = ()

    def allows(self, address: str, *, name: str) -> bool:
        """Whether to connect to that numeric address, to which the name resolved."""
        if _plain(name) in self.names:
            return True
        try:
            found = ip_address(address)
        except ValueError:
            return False
        return any(found in network for network in self.networks) or is_public(found)

    def refuses_name(self, name: str) -> bool:
        """Whether the name alone shows that a host is not allowed, before it is resolved."""
        plain = _plain(name)
        if plain in self.names:
            return False
        try:
            ip_address(plain)
        except ValueError:
            return plain == "localhost" or plain.endswith((".localhost", ".local", ".internal"))
        return not self.allows(plain, name=plain)


def hosts_of(text: str) -> Hosts:
    """Read host names, addresses and networks, separated by commas. Raises ValueError with the wrong part."""
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
    """Whether an address belongs to the public network; IPv6 disguises of IPv4 are seen through."""
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
