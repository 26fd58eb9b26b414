"""`bandwidth gallery`: sample pictures, for eyes."""

from PIL import Image

from bandwidth.samples import SAMPLES
from tests.program.test_command_line import bandwidth, says_one_line


def test_each_sample_is_written_as_sent_and_as_a_phone_shows_it(tmp_path):
    folder = tmp_path / "not" / "there yet"
    done = bandwidth("gallery", str(folder), folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert {each.name for each in folder.iterdir()} == {
        name + ending for name in SAMPLES for ending in (".png", ".phone.png")
    }
    for name in SAMPLES:
        with Image.open(folder / f"{name}.png") as sent, Image.open(folder / f"{name}.phone.png") as small:
            assert sent.width == 1080
            assert small.size == (360, sent.height // 3)
    for name, calendar in SAMPLES.items():
        assert f"{name}: " in done.stdout
        assert calendar.alt in done.stdout


def test_a_second_time_writes_them_anew(tmp_path):
    (tmp_path / "month.png").write_bytes(b"stale")
    assert bandwidth("gallery", ".", folder=tmp_path).returncode == 0
    assert (tmp_path / "month.png").read_bytes().startswith(b"\x89PNG")


def test_where_a_file_is_in_the_way_it_says_so(tmp_path):
    (tmp_path / "pictures").write_text("mine")
    says_one_line(bandwidth("gallery", "pictures", folder=tmp_path), "pictures", status=1)
    assert (tmp_path / "pictures").read_text() == "mine"


def test_a_folder_must_be_named(tmp_path):
    done = bandwidth("gallery", folder=tmp_path)
    assert done.returncode == 2
    assert "folder" in done.stderr
