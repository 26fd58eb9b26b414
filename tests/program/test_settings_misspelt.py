"""Settings under a wrong name, and a `.env` that cannot be read: named, with what was meant."""

import pytest

from bandwidth.environment import BadSetting
from bandwidth.settings import names, read
from tests.program.test_command_line import bandwidth, says_one_line


def strangers(folder, **environment):
    return [str(each) for each in read(environment, folder=folder).strangers]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("BANDWIDTH_DISCORD_TOKN", "BANDWIDTH_DISCORD_TOKEN"),
        ("BANDWIDTH_TELEGRAM_TOCKEN", "BANDWIDTH_TELEGRAM_TOKEN"),
        ("BANDWIDTH_DATABASEURL", "BANDWIDTH_DATABASE_URL"),
        ("BANDWIDTH_DB_URL", "BANDWIDTH_DATABASE_URL"),
        ("BANDWIDTH_PORT", "BANDWIDTH_WEB_PORT"),
        ("BANDWIDTH_CALENDAR_HOST", "BANDWIDTH_CALENDAR_HOSTS"),
        ("BANDWIDTH_LOGLEVEL", "BANDWIDTH_LOG_LEVEL"),
        ("BANDWITH_DISCORD_TOKEN", "BANDWIDTH_DISCORD_TOKEN"),
        ("BAND_WIDTH_TELEGRAM_TOKEN", "BANDWIDTH_TELEGRAM_TOKEN"),
        ("bandwidth_public_url", "BANDWIDTH_PUBLIC_URL"),
    ],
)
def test_a_misspelt_name_is_told_with_the_likely_right_one(tmp_path, written, meant):
    assert strangers(tmp_path, **{written: "x"}) == [f"I know no {written}. Did you mean {meant}?"]


@pytest.mark.parametrize("written", ["BANDWIDTH_ACCOUNT_ID", "BANDWIDTH_X"])
def test_a_name_that_is_like_none_is_told_without_a_guess(tmp_path, written):
    assert strangers(tmp_path, **{written: "x"}) == [f"I know no {written}. It changes nothing."]


def test_what_is_ours_in_another_way_is_left_alone(tmp_path):
    ours = {"BANDWIDTH_SHARED": "/shared", "BANDWIDTH_EXAMPLES": "9", "BANDWIDTH_CALENDAR_HOSTS": "nas.local"}
    others = {"DISCORD_TOKEN": "x", "SECRET_KEY": "x", "HOME": "/", "BANDNAME": "x", "BANDWIDTH_LOG": " "}
    assert strangers(tmp_path, **ours, **others) == []


def test_a_setting_that_is_given_is_meant_by_no_other_name(tmp_path):
    given = {"BANDWIDTH_DISCORD_TOKEN": "x", "BANDWIDTH_DISCORD_TOKEN_OLD": "y"}
    assert strangers(tmp_path, **given) == ["I know no BANDWIDTH_DISCORD_TOKEN_OLD. It changes nothing."]


def test_in_the_file_the_prefix_may_be_what_is_missing(tmp_path):
    (tmp_path / ".env").write_text("DISCORD_TOKEN=x\nPATH_TO_ELSEWHERE=y\n")
    assert strangers(tmp_path) == ["I know no DISCORD_TOKEN. Did you mean BANDWIDTH_DISCORD_TOKEN?"]


def test_every_setting_is_known_by_its_own_name(tmp_path):
    values = {
        "web_port": "1",
        "log_level": "INFO",
        "secret_key": "0123456789abcdef",
        "discord_gateway_url": "ws://x",
        "map_tiles": "http://x/{z}/{x}/{y}",
    }
    environment = {f"BANDWIDTH_{name.upper()}": values.get(name, "http://x") for name in names()}
    environment["BANDWIDTH_CALENDAR_HOSTS"] = environment["BANDWIDTH_TICKET_HOSTS"] = "x"
    assert strangers(tmp_path, **environment) == []


def test_doctor_and_chat_say_it(tmp_path):
    told = bandwidth("doctor", folder=tmp_path, DISCORD_TOKN="x", ELSE="y")
    assert told.returncode == 1
    assert (
        "BAD settings       I know no BANDWIDTH_DISCORD_TOKN. Did you mean BANDWIDTH_DISCORD_TOKEN?"
        in told.stdout
    )
    assert "off settings       I know no BANDWIDTH_ELSE." in told.stdout
    played = bandwidth("chat", "--script", "-", folder=tmp_path, stdin="Ana: /start\n", DISCORD_TOKN="x")
    assert played.returncode == 0
    assert played.stderr == (
        "bandwidth: I know no BANDWIDTH_DISCORD_TOKN. Did you mean BANDWIDTH_DISCORD_TOKEN?\n"
    )


def test_run_says_it_before_anything_else(tmp_path):
    done = bandwidth("run", folder=tmp_path, DATABASE_URL="sqlite:///no/where.db", DISCORD_TOKN="x")
    first, last = done.stderr.splitlines()
    assert "Did you mean BANDWIDTH_DISCORD_TOKEN?" in first
    assert "no such" in last or "folder" in last


@pytest.mark.parametrize("command", ["run", "doctor"])
def test_a_file_that_is_not_utf_8_is_named_with_its_line(tmp_path, command):
    (tmp_path / ".env").write_bytes("# Zug\nBANDWIDTH_LOG_LEVEL=INFO\n# café\n".encode("latin-1"))
    says_one_line(bandwidth(command, folder=tmp_path), str(tmp_path / ".env"), "line 3", "UTF-8", status=2)
    assert [each.name for each in tmp_path.iterdir()] == [".env"]


def test_a_file_that_windows_has_saved_is_read(tmp_path):
    (tmp_path / ".env").write_bytes(b"\xef\xbb\xbfBANDWIDTH_WEB_PORT=1234\r\nBANDWIDTH_LOG_LEVEL=error\r\n")
    assert (read({}, folder=tmp_path).web_port, read({}, folder=tmp_path).log_level) == (1234, "ERROR")
    (tmp_path / ".env").write_text("BANDWIDTH_WEB_PORT=1\n", encoding="utf-16")
    with pytest.raises(BadSetting, match="line 1"):
        read({}, folder=tmp_path)
