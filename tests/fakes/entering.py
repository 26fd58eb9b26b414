"""People who sign in on the web with a link from a bot, and fill in forms without a browser."""

import re
from html import unescape
from html.parser import HTMLParser

from tests.fakes.stage import text_of


async def link(stage, name="Ana", **more):
    """The path of a fresh link."""
    return path_in(text_of((await stage.says(name, "/web", **more)).reply))


def path_in(words):
    """The path of a link in what was said."""
    return re.search(r"/enter/[A-Za-z0-9_-]+", words).group()


class _Forms(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.found.append((attrs["action"], {}, []))
        elif self.found and tag == "input" and attrs.get("type") == "hidden":
            self.found[-1][1][attrs["name"]] = attrs["value"]
        elif self.found and tag == "button" and "value" in attrs:
            self.found[-1][2].append(attrs["value"])


def forms(page):
    """The forms of a page: where each is sent, its hidden fields, and the values of its buttons."""
    reading = _Forms()
    reading.feed(page)
    return reading.found


def form(page, path, answer=None):
    """The hidden fields of the form that is sent there, and has such a button."""
    for action, hidden, buttons in forms(page):
        if action.endswith(path) and (answer is None or answer in buttons):
            return hidden if answer is None else {**hidden, "answer": answer}
    raise AssertionError((path, answer, forms(page)))


async def enters(stage, client, name="Ana", **more):
    """Sign somebody in."""
    path = await link(stage, name, **more)
    asked = await client.get(path)
    return await client.post(path, data=form(asked.text, path))


async def fills(client, page, path, answer, **said):
    """Press a button of a form on a page that was opened before; what is answered."""
    return await client.post(path, data={**form(page, path, answer), **said})


async def answers(client, path, answer, *, on="/my", **said):
    """Open a page, press a button of one of its forms, and follow to the page that is shown then."""
    sent = await fills(client, (await client.get(on)).text, path, answer, **said)
    return await client.get(sent.headers["location"]) if sent.status_code == 303 else sent


def words_of(page):
    """What people read on a page."""
    main = page.partition("<main>")[2]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", main)).split())
