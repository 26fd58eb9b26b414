"""Files at a console: a path in /epk, or alone on its line, is a file that is sent; in other words it is words."""

import pytest

from bots.console.files import files_in
from core.bands.kits.files import FILE_LIMIT
from tests.fakes.files import a_photo


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "our photo.jpg"
    path.write_bytes(a_photo(640, 480))
    return path


async def test_a_path_behind_the_command_is_the_file_and_the_rest_its_caption(photo):
    words, [file] = files_in(f"/epk '{photo}' stage plot for The Foxes")
    assert words == "/epk stage plot for The Foxes"
    assert (file.name, file.size) == ("our photo.jpg", photo.stat().st_size)
    assert await file.load() == photo.read_bytes()


@pytest.mark.parametrize("how", ["'{}'", "file://{}", '"{}"'])
def test_a_path_alone_is_a_file_as_terminals_write_one_that_is_dropped(tmp_path, how):
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"x")
    words, files = files_in(how.format(path))
    assert (words, len(files)) == ("", 1)


@pytest.mark.parametrize(
    "line",
    ["/epk field: bio value: We're loud", "/epk /no/such/file.jpg", "/busy every Tuesday", "it's", "/epk"],
)
def test_other_lines_stay_as_they_are(line):
    assert files_in(line) == (line, ())


def test_a_path_in_other_words_is_only_words(photo):
    assert files_in(f"/busy '{photo}'")[1] == ()


async def test_no_more_of_a_file_is_read_than_is_taken(tmp_path):
    path = tmp_path / "film.bin"
    with path.open("wb") as file:
        file.truncate(FILE_LIMIT * 3)
    _, [sent] = files_in(f"/epk {path}")
    assert len(await sent.load()) == FILE_LIMIT + 1
