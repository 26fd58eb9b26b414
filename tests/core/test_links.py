"""Addresses that people type for their band: the profile's own address comes out, or a refusal."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.bands import SERVICES
from core.bands.links import link_of
from core.bands.refusals import ValueUnclear

ARTIST = "4Z8W4fKeB5YxbusRsdQVPb"
CHANNEL = "UCabcdefghijklmnopqrstuv"


@pytest.mark.parametrize(
    ("service", "typed", "address"),
    [
        ("website", "foxes.example", "https://foxes.example"),
        ("website", "HTTP://Foxes.Example/", "https://foxes.example"),
        ("website", "http://foxes.example:80/a b".replace(" ", "%20"), "https://foxes.example/a%20b"),
        ("website", "foxes.example/tour?utm_source=ig&page=2&fbclid=x", "https://foxes.example/tour?page=2"),
        ("website", "https://foxes.example/#tour", "https://foxes.example"),
        ("website", "https://käfer.de/über", "https://xn--kfer-loa.de/%C3%BCber"),
        ("website", "foxes.example:443/x", "https://foxes.example/x"),
        ("website", "https://pаypal.com", "https://xn--pypal-4ve.com"),
        ("instagram", "@the.foxes_", "https://www.instagram.com/the.foxes_"),
        ("instagram", "thefoxes", "https://www.instagram.com/thefoxes"),
        ("instagram", "https://instagram.com/thefoxes/?igsh=abc&hl=en", "https://www.instagram.com/thefoxes"),
        ("instagram", "www.instagram.com/thefoxes/reels/", "https://www.instagram.com/thefoxes"),
        ("tiktok", "thefoxes", "https://www.tiktok.com/@thefoxes"),
        ("tiktok", "https://www.tiktok.com/@thefoxes?_t=8&_r=1", "https://www.tiktok.com/@thefoxes"),
        ("youtube", "@thefoxes", "https://www.youtube.com/@thefoxes"),
        ("youtube", "youtube.com/@thefoxes/videos", "https://www.youtube.com/@thefoxes"),
        ("youtube", f"m.youtube.com/channel/{CHANNEL}?si=x", f"https://www.youtube.com/channel/{CHANNEL}"),
        ("youtube", "http://youtube.com/c/TheFoxes/featured", "https://www.youtube.com/c/TheFoxes"),
        ("spotify", f"spotify:artist:{ARTIST}", f"https://open.spotify.com/artist/{ARTIST}"),
        (
            "spotify",
            f"https://open.spotify.com/intl-de/artist/{ARTIST}?si=1",
            f"https://open.spotify.com/artist/{ARTIST}",
        ),
        ("soundcloud", "the-foxes", "https://soundcloud.com/the-foxes"),
        ("soundcloud", "https://m.soundcloud.com/the-foxes/tracks", "https://soundcloud.com/the-foxes"),
        ("bandcamp", "@TheFoxes", "https://thefoxes.bandcamp.com"),
        ("bandcamp", "http://thefoxes.bandcamp.com/music?from=x", "https://thefoxes.bandcamp.com"),
        ("facebook", "@thefoxes.leeds", "https://www.facebook.com/thefoxes.leeds"),
        ("facebook", "fb.com/thefoxes", "https://www.facebook.com/thefoxes"),
        (
            "facebook",
            "https://m.facebook.com/profile.php?id=100012345&mibextid=x",
            "https://www.facebook.com/profile.php?id=100012345",
        ),
        (
            "facebook",
            "https://www.facebook.com/people/The-Foxes/100012345/",
            "https://www.facebook.com/people/The-Foxes/100012345",
        ),
        ("facebook", "facebook.com/p/The-Foxes-100012345", "https://www.facebook.com/p/The-Foxes-100012345"),
    ],
)
def test_a_profile_becomes_its_one_address(service, typed, address):
    assert link_of(service, typed) == address
    assert link_of(service, address) == address


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://foxes.example/x",
        "mailto:a@foxes.example",
        "https://user:pass@instagram.com/x",
        "https://instagram.com@evil.example/x",
        "https://127.0.0.1/x",
        "http://[::1]/x",
        "https://2130706433/x",
        "https://0x7f.1/x",
        "localhost/x",
        "https://localhost:8080/x",
        "https://foxes.local/x",
        "https://foxes.example:8443/x",
        "the foxes",
        "foxes.example/a b",
        "foxes\u202e.example/x",
        "foxes.example/\x00",
        "foxes.example/\nx",
        "https://foxes.example/../x",
        "https://foxes.example/%00",
        "https://foxes.example/%zz",
        "https:///x",
        "https://",
        "//",
        "https://-foxes.example/",
        "https://foxes..example/",
        "x" * 500,
        "https://foxes.example/" + "x" * 500,
        "https://instagr\u0430m.com\\@evil.example",
        "<script>",
        "\ud800",
    ],
)
def test_what_is_no_address_to_show_is_refused(service, typed):
    with pytest.raises(ValueUnclear) as refused:
        link_of(service, typed)
    assert refused.value.field == service


@pytest.mark.parametrize(
    ("service", "typed"),
    [
        ("instagram", "https://instagram.com"),
        ("instagram", "https://instagram.com/p/abc"),
        ("instagram", "https://instagram.com/explore"),
        ("instagram", "https://instagram.com.evil.example/thefoxes"),
        ("instagram", "https://notinstagram.com/thefoxes"),
        ("instagram", "https://instаgram.com/thefoxes"),
        ("instagram", "www.foxes.com"),
        ("instagram", "instagram.com"),
        ("instagram", "https://tiktok.com/@thefoxes"),
        ("tiktok", "https://vm.tiktok.com/abc"),
        ("tiktok", "https://www.tiktok.com/thefoxes"),
        ("youtube", "https://youtu.be/dQw4w9WgXcQ"),
        ("youtube", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
        ("youtube", "https://www.youtube.com/channel/short"),
        ("spotify", "thefoxes"),
        ("spotify", f"https://open.spotify.com/track/{ARTIST}"),
        ("soundcloud", "https://soundcloud.com/discover"),
        ("soundcloud", "https://soundcloud.com/the-foxes/one-song"),
        ("bandcamp", "https://bandcamp.com/thefoxes"),
        ("bandcamp", "https://www.bandcamp.com"),
        ("bandcamp", "https://thefoxes.bandcamp.com/track/x"),
        ("bandcamp", "https://a.b.bandcamp.com"),
        ("facebook", "https://www.facebook.com/events/1"),
        ("facebook", "https://www.facebook.com/profile.php"),
    ],
)
def test_what_is_no_profile_of_the_service_is_refused(service, typed):
    with pytest.raises(ValueUnclear):
        link_of(service, typed)


FAMILIES = {
    "instagram": ("instagram.com",),
    "tiktok": ("tiktok.com",),
    "youtube": ("youtube.com",),
    "spotify": ("spotify.com",),
    "soundcloud": ("soundcloud.com",),
    "bandcamp": ("bandcamp.com",),
    "facebook": ("facebook.com",),
}
HOSTS = st.sampled_from(
    [
        "instagram.com",
        "www.tiktok.com",
        "youtube.com",
        "open.spotify.com",
        "soundcloud.com",
        "x.bandcamp.com",
        "fb.com",
        "www.facebook.com",
        "foxes.example",
        "evil.example",
        "käfer.de",
        "127.0.0.1",
        "localhost",
    ]
)
PIECES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["@thefoxes", "the.foxes", "artist", ARTIST, "channel", CHANNEL, "music", "..", "%2e%2e", "a%20b"]
    ),
)
TYPED = st.one_of(
    st.text(max_size=40),
    st.builds(
        lambda scheme, user, host, pieces, query, end: (
            scheme + user + host + "/" + "/".join(pieces) + query + end
        ),
        st.sampled_from(["", "http://", "https://", "HTTPS://", "//", "ftp://", "javascript:"]),
        st.sampled_from(["", "", "", "a@", "a:b@"]),
        HOSTS,
        st.lists(PIECES, max_size=3),
        st.one_of(st.just(""), st.text(max_size=20).map("?{}".format), st.just("?utm_x=1&id=12345&&a=%41")),
        st.sampled_from(["", "/", "#x", ":"]),
    ),
)


@given(service=st.sampled_from(SERVICES), typed=TYPED)
def test_whatever_is_typed_is_refused_or_becomes_an_https_address_of_the_right_host(service, typed):
    try:
        address = link_of(service, typed)
    except ValueUnclear:
        return
    assert link_of(service, address) == address
    assert address.isascii()
    assert address.isprintable()
    parts = urlsplit(address)
    assert parts.scheme == "https"
    assert parts.netloc == parts.hostname
    assert "." in parts.netloc
    assert not parts.netloc.replace(".", "").isdigit()
    assert not parts.fragment
    assert not set(' <>"\\') & set(address)
    if service != "website":
        assert any(parts.netloc == each or parts.netloc.endswith(f".{each}") for each in FAMILIES[service])
