"""Runs a real pretix on this machine, with one event, for as long as its input is open.

Run by the Python of pretix's own environment. It prints one line of JSON: where it is, and the tokens. The
database is a SQLite file in the folder that is given, made from the tables as pretix's own tests make it:
without migrations, which take minutes.
"""

import json
import os
import sys
import threading
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

FOLDER = Path(sys.argv[1])


class Quiet(WSGIRequestHandler):
    """Writes no line for each request."""

    def log_message(self, *_):
        pass


def set_up():
    """Django with pretix's own settings for tests, on a file."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "pretix.testutils.settings"
    from django.conf import settings

    settings.DATABASES["default"].update(ENGINE="django.db.backends.sqlite3", NAME=str(FOLDER / "pretix.db"))
    settings.ALLOWED_HOSTS = ["*"]
    settings.SITE_URL = "http://127.0.0.1"
    settings.DEBUG = False
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", run_syncdb=True, verbosity=0)


def fill():
    """An organiser with one event: tickets in a quota, shirts in another, and early birds within both."""
    from datetime import timedelta

    from django.utils.timezone import now
    from django_scopes import scopes_disabled
    from pretix.base.models import Event, Organizer, Team

    with scopes_disabled():
        heron = Organizer.objects.create(name="The Heron", slug="heron")
        friday = Event.objects.create(
            organizer=heron,
            name="Friday",
            slug="friday",
            date_from=now() + timedelta(days=30),
            live=True,
            plugins="pretix.plugins.banktransfer",
            currency="GBP",
        )
        friday.settings.timezone = "Europe/London"
        ticket = friday.items.create(name="Ticket", default_price=12, admission=True)
        early = friday.items.create(name="Early bird", default_price=9, admission=True)
        shirt = friday.items.create(name="Shirt", default_price=20, admission=False)
        room = friday.quotas.create(name="Room", size=100)
        room.items.add(ticket, early)
        birds = friday.quotas.create(name="Early birds", size=10)
        birds.items.add(early)
        shirts = friday.quotas.create(name="Shirts", size=None)
        shirts.items.add(shirt)
        doors = friday.checkin_lists.create(name="Doors", all_products=True)
        made = {
            "organiser": heron.slug,
            "event": friday.slug,
            "ticket": ticket.pk,
            "early": early.pk,
            "shirt": shirt.pk,
            "room": room.pk,
            "doors": doors.pk,
        }
        for name, rights in {"all": True, "numbers": False}.items():
            team = Team.objects.create(
                organizer=heron, name=name, all_events=True, all_event_permissions=rights
            )
            made[f"token_{name}"] = team.tokens.create(name=name).token
    return made


def main():
    """Serve until the input ends."""
    set_up()
    made = fill()
    from django.core.wsgi import get_wsgi_application
    from django.test import Client

    # The first request loads all pages, which takes seconds: it is made before anybody waits for an answer.
    headers = {"Authorization": f"Token {made['token_all']}"}
    first = Client(headers=headers).get("/api/v1/organizers/heron/events/friday/quotas/")
    assert first.status_code == 200, first.content

    server = make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(json.dumps({"base": f"http://127.0.0.1:{server.server_port}", **made}), flush=True)
    sys.stdin.read()
    os._exit(0)  # nothing of it is needed any longer, and ending in order takes seconds


main()
