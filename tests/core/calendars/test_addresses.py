"""Addresses as people paste them; hosts that may be asked, and those that may not."""

import pytest

from core.scheduling.calendars.addresses import (
    AddressTooLong,
    NotAnAddress,
    OtherScheme,
    PrivateHost,
    feed_address,
    host_of,
    looks_like_a_calendar,
    tail_of,
)
from core.scheduling.calendars.hosts import Hosts, hosts_of
from core.scheduling.calendars.zones import iana_name

PUBLIC = Hosts()


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("https://example.com/a.ics", "https://example.com/a.ics"),
        ("  <https://example.com/a.ics> ", "https://example.com/a.ics"),
        ("webcal://example.com/a.ics", "https://example.com/a.ics"),
        ("WEBCALS://Example.COM/A.ics?x=1#part", "https://example.com/A.ics?x=1"),
        ("http://example.com", "http://example.com/"),
        ("https://jo:s%20cret@cloud.example.com:8443/x", "https://jo:s%20cret@cloud.example.com:8443/x"),
        ("https://[2606:4700::1111]/x", "https://[2606:4700::1111]/x"),
    ],
)
def test_an_address_comes_in_one_form(said, address):
    assert feed_address(said, PUBLIC) == address


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ("", NotAnAddress),
        ("my calendar", NotAnAddress),
        ("calendar.google.com/x.ics", NotAnAddress),
        ("example.com:8443/x.ics", NotAnAddress),
        ("https://", NotAnAddress),
        ("https:///x", NotAnAddress),
        ("https://example.com:99999/x", NotAnAddress),
        ("https://example.com/a b", NotAnAddress),
        ("https://[oops/x", NotAnAddress),
        ("https://example.com\\@127.0.0.1/", NotAnAddress),
        ("ftp://example.com/a.ics", OtherScheme),
        ("file:///etc/passwd", OtherScheme),
        ("mailto:jo@example.com", OtherScheme),
        ("javascript:alert(1)", OtherScheme),
        ("https://example.com/" + "x" * 2000, AddressTooLong),
        ("http://127.0.0.1/x", PrivateHost),
        ("http://10.1.2.3/x", PrivateHost),
        ("http://[::1]/x", PrivateHost),
        ("http://169.254.169.254/latest/meta-data", PrivateHost),
        ("https://localhost:8080/x", PrivateHost),
        ("https://nas.local/x", PrivateHost),
        ("https://metadata.google.internal./x", PrivateHost),
    ],
)
def test_what_is_no_address_for_us_says_why(said, refusal):
    with pytest.raises(refusal):
        feed_address(said, PUBLIC)


def test_the_self_hoster_may_allow_hosts():
    hosts = hosts_of("nas.local, 192.168.7.0/24,, 127.0.0.1")
    for host in ("nas.local", "NAS.local.", "192.168.7.9", "127.0.0.1"):
        assert feed_address(f"http://{host}/x", hosts)
    for host in ("other.local", "192.168.8.1", "127.0.0.2"):
        with pytest.raises(PrivateHost):
            feed_address(f"http://{host}/x", hosts)


@pytest.mark.parametrize("text", ["10.0.0.0/99", "a b", "http://nas", "fe80::/200"])
def test_a_setting_that_is_no_host_is_named(text):
    with pytest.raises(ValueError, match=text.replace("/", "/")):
        hosts_of(text)


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",  # between a provider and its customers
        "100.100.100.200",  # a cloud's metadata
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.0.192",
        "192.168.0.1",
        "198.18.0.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2002:a9fe:a9fe::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:db8::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "not an address",
    ],
)
def test_what_is_not_the_public_network_is_refused(address):
    assert not PUBLIC.allows(address, name="example.com")


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"],
)
def test_what_is_public_is_allowed(address):
    assert PUBLIC.allows(address, name="example.com")


def test_an_allowed_name_may_resolve_to_anything_and_an_allowed_network_be_reached_by_any_name():
    hosts = hosts_of("cloud.home, 10.7.0.0/16")
    assert hosts.allows("192.168.1.5", name="Cloud.Home")
    assert hosts.allows("10.7.1.1", name="anything.example")
    assert not hosts.allows("10.8.1.1", name="anything.example")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("webcal://example.com/x", True),
        ("https://example.com/a/basic.ics", True),
        ("https://example.com/a.ICS?token=1", True),
        ("https://example.com/a", False),
        ("see https://example.com/a.ics", False),
        ("a.ics", False),
        ("webcal", False),
    ],
)
def test_a_message_that_is_nothing_but_a_calendars_address(text, is_one):
    assert looks_like_a_calendar(text) is is_one


def test_only_the_host_and_a_few_characters_are_ever_shown():
    google = "https://calendar.google.com/calendar/ical/jo%40example.com/private-0a1b2c3d4e5f6a7b/basic.ics"
    assert (host_of(google), tail_of(google)) == ("calendar.google.com", "6a7b")
    assert tail_of("https://jo:secret@example.com/") == ""
    assert "secret" not in host_of("https://jo:secret@example.com/")


@pytest.mark.parametrize(
    ("tzid", "name"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("/mozilla.org/20050126_1/Europe/Berlin", "Europe/Berlin"),
        ("Pacific Standard Time", "America/Los_Angeles"),
        ("GMT-5", "Etc/GMT+5"),
        ("UTC+02:00", "Etc/GMT-2"),
        ("+0530", None),
        ("UTC", "UTC"),
        ("Customized Time Zone", None),
        ("", None),
        ("../../etc/passwd", None),
    ],
)
def test_which_zone_a_tzid_means(tzid, name):
    assert iana_name(tzid) == name
