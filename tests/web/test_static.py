"""The files that pages load: kept by browsers for a year, and found again when they change."""

import re

import pytest

from tests.fakes.sites import a_site, asking
from web.assets import FOLDER, Assets


async def loaded(client):
    page = (await client.get("/")).text
    return re.findall(r'(?:href|src)="([^"]*/static/[^"]+)"', page)


@pytest.mark.parametrize("public_url", [None, "https://example.org", "https://example.org/band"])
async def test_what_a_page_loads_is_there_and_may_be_kept_for_a_year(public_url):
    async with asking(a_site(public_url=public_url)) as client:
        paths = await loaded(client)
        assert any(each.endswith(".css") for each in paths)
        assert any(each.endswith(".svg") for each in paths)
        for path in paths:
            found = await client.get(path)
            assert found.status_code == 200
            assert found.headers["cache-control"] == "public, max-age=31536000, immutable"


async def test_each_kind_of_file_says_what_it_is(reader):
    kinds = {(await reader.get(path)).headers["content-type"] for path in await loaded(reader)}
    assert kinds == {"text/css; charset=utf-8", "image/svg+xml"}


def test_every_file_of_the_folder_is_served_as_it_is():
    assets = Assets()
    for path in (each for each in FOLDER.iterdir() if each.is_file()):
        served = assets.path(path.name).removeprefix("/static/")
        assert re.fullmatch(rf"{path.stem}-[0-9a-f]{{12}}\{path.suffix}", served)
        assert assets.found(served).content == path.read_bytes()


async def test_files_of_other_makers_keep_their_paths_and_come_with_their_licence(reader):
    for folder in (FOLDER / "vendor").iterdir():
        assert re.search(r"-\d+(\.\d+)+$", folder.name), "its version is in its name"
        names = {each.name for each in folder.iterdir()}
        assert {"LICENSE.txt", "SOURCE.txt"} < names
        for name in names:
            found = await reader.get(f"/static/vendor/{folder.name}/{name}")
            assert found.content == (folder / name).read_bytes()
            assert found.headers["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("path", ["../app.py", "vendor", "vendor/", "vendor/../page.css", "%2e%2e/app.py"])
async def test_nothing_but_the_files_is_served(reader, path):
    assert (await reader.get(f"/static/{path}")).status_code == 404


def test_a_changed_file_has_another_name(tmp_path):
    (tmp_path / "page.css").write_text("a { color: red }")
    before = Assets(tmp_path).path("page.css")
    (tmp_path / "page.css").write_text("a { color: blue }")
    after = Assets(tmp_path).path("page.css")
    assert before != after
    assert Assets(tmp_path).found(before.removeprefix("/static/")) is None


def test_a_file_of_an_unknown_kind_is_noticed_at_the_start(tmp_path):
    (tmp_path / "notes.docx").write_bytes(b"")
    with pytest.raises(KeyError):
        Assets(tmp_path)
