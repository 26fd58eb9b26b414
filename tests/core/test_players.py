"""Addresses of things to play, as people paste them, and the player that each becomes."""

import pytest

from core.bands.addresses import NoAddress
from core.bands.players import PLAYER_HOSTS, PlayerService, player_of

VIDEO = ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")
TRACK = (
    "https://open.spotify.com/track/4Z8W4fKeB5YxbusRsdQVPb",
    "https://open.spotify.com/embed/track/4Z8W4fKeB5YxbusRsdQVPb",
)
CODE = (
    '<iframe style="border: 0; width: 350px;" src="https://bandcamp.com/EmbeddedPlayer/album=1234567/size=large/'
    'bgcol=333333/linkcol=e32c14/tracklist=false/track=89/transparent=true/" seamless>'
    '<a href="https://thefoxes.bandcamp.com/album/first-light">First Light by The Foxes</a></iframe>'
)
LOOKS = "size=large/bgcol=ffffff/linkcol=0687f5/tracklist=false/artwork=small/transparent=true/"


@pytest.mark.parametrize(
    "typed",
    [
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "youtube.com/watch?v=dQw4w9WgXcQ&t=42s&si=AbC",
        "https://youtu.be/dQw4w9WgXcQ?si=tracking",
        "https://m.youtube.com/watch?list=PL1234567890abcd&v=dQw4w9WgXcQ",
        "https://music.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/shorts/dQw4w9WgXcQ",
        "https://www.youtube.com/live/dQw4w9WgXcQ",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
        "http://www.youtube.com/embed/dQw4w9WgXcQ",
        '<iframe width="560" src="https://www.youtube.com/embed/dQw4w9WgXcQ?si=x&amp;start=3" title="x"></iframe>',
    ],
)
def test_a_video_is_the_same_however_it_is_pasted(typed):
    found = player_of(typed)
    assert (found.service, found.page, found.embed) == (PlayerService.YOUTUBE, *VIDEO)


@pytest.mark.parametrize(
    "typed",
    [
        "https://open.spotify.com/track/4Z8W4fKeB5YxbusRsdQVPb?si=abc",
        "http://open.spotify.com/intl-de/track/4Z8W4fKeB5YxbusRsdQVPb",
        "https://open.spotify.com/embed/track/4Z8W4fKeB5YxbusRsdQVPb?utm_source=generator",
        "spotify:track:4Z8W4fKeB5YxbusRsdQVPb",
    ],
)
def test_a_track_on_spotify_is_the_same_however_it_is_pasted(typed):
    found = player_of(typed)
    assert (found.service, found.page, found.embed) == (PlayerService.SPOTIFY, *TRACK)


def test_the_artists_page_that_a_band_has_given_already_plays_as_well():
    found = player_of("https://open.spotify.com/artist/4Z8W4fKeB5YxbusRsdQVPb")
    assert found.embed == "https://open.spotify.com/embed/artist/4Z8W4fKeB5YxbusRsdQVPb"


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("https://soundcloud.com/thefoxes", "https://soundcloud.com/thefoxes"),
        ("m.soundcloud.com/thefoxes/first-light?utm_source=x", "https://soundcloud.com/thefoxes/first-light"),
        ("https://soundcloud.com/thefoxes/sets/demos", "https://soundcloud.com/thefoxes/sets/demos"),
        ("https://soundcloud.com/thefoxes/demo/s-AbCd12", "https://soundcloud.com/thefoxes/demo/s-AbCd12"),
        (
            "https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/thefoxes/first-light&color=%23ff5500",
            "https://soundcloud.com/thefoxes/first-light",
        ),
    ],
)
def test_what_is_on_soundcloud_is_played_by_its_page(typed, page):
    found = player_of(typed)
    assert found.page == page
    quoted = page.replace(":", "%3A").replace("/", "%2F")
    assert found.embed == f"https://w.soundcloud.com/player/?url={quoted}"


def test_a_sound_by_its_number_is_played_although_its_page_is_not_known():
    typed = "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/123456"
    found = player_of(typed)
    assert (
        found.embed
        == "https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F123456"
    )
    assert found.page == found.embed
    assert player_of(found.page) == found


def test_a_page_on_bandcamp_is_linked_as_it_holds_no_number_for_a_player():
    found = player_of("thefoxes.bandcamp.com/album/first-light")
    assert (found.page, found.embed) == ("https://thefoxes.bandcamp.com/album/first-light", None)


def test_bandcamps_code_to_embed_holds_the_number_and_the_page():
    found = player_of(CODE)
    assert found.page == "https://thefoxes.bandcamp.com/album/first-light"
    assert found.embed == f"https://bandcamp.com/EmbeddedPlayer/album=1234567/track=89/{LOOKS}"


@pytest.mark.parametrize(
    "typed",
    [
        "https://bandcamp.com/EmbeddedPlayer/v=2/track=77/size=small/",
        "[bandcamp width=350 height=470 track=77 size=large bgcol=ffffff]",
    ],
)
def test_bandcamps_player_is_known_by_its_address_and_by_its_code_for_wordpress(typed):
    assert player_of(typed).embed == f"https://bandcamp.com/EmbeddedPlayer/track=77/{LOOKS}"


@pytest.mark.parametrize("typed", ["https://on.soundcloud.com/AbCd1", "https://spotify.link/AbCd1"])
def test_a_short_link_is_linked_as_nothing_is_looked_up(typed):
    found = player_of(typed)
    assert (found.page, found.embed) == (typed, None)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "first light",
        "https://vimeo.com/12345",
        "https://www.youtube.com/@thefoxes",
        "https://www.youtube.com/watch?v=short",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ%22%3E",
        "https://youtu.be/dQw4w9WgXcQ/more",
        "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        "https://evilyoutube.com/watch?v=dQw4w9WgXcQ",
        "https://evil.example/?u=https://youtu.be/dQw4w9WgXcQ",
        "javascript:alert(1)",
        "https://user@open.spotify.com/track/4Z8W4fKeB5YxbusRsdQVPb",
        "https://open.spotify.com/user/4Z8W4fKeB5YxbusRsdQVPb",
        "https://open.spotify.com/track/4Z8W",
        "https://soundcloud.com/discover",
        "https://soundcloud.com/a/b/c/d",
        "https://w.soundcloud.com/player/?url=https%3A//evil.example/x",
        "https://w.soundcloud.com/player/",
        "https://w.soundcloud.com/player/?url=https%3A//w.soundcloud.com/player/%3Furl%3Dx",
        "https://bandcamp.com/EmbeddedPlayer/size=large/",
        "https://bandcamp.com/discover",
        "https://a.b.bandcamp.com/track/x",
        "https://thefoxes.bandcamp.com/merch/shirt",
        "[youtube dQw4w9WgXcQ]",
        "<b>hello</b>",
        '<iframe src="https://evil.example/x"></iframe>',
        '<iframe src="javascript:alert(1)"></iframe>',
        f"<iframe {'x' * 2000} src='https://www.youtube.com/embed/dQw4w9WgXcQ'></iframe>",
    ],
)
def test_whatever_is_not_to_be_played_is_refused(typed):
    with pytest.raises(NoAddress):
        player_of(typed)


@pytest.mark.parametrize(
    "typed",
    [VIDEO[0], TRACK[0], "https://soundcloud.com/thefoxes", CODE, "youtube.com/playlist?list=PLabcdefghijkl"],
)
def test_a_player_comes_from_a_known_host_and_its_own_address_reads_as_the_same_player(typed):
    found = player_of(typed)
    assert any(found.embed.startswith(f"{host}/") for host in PLAYER_HOSTS)
    assert player_of(found.embed).embed == found.embed
