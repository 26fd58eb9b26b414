"""Pages out of templates."""

from typing import cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from web.assets import FOLDER, Assets
from web.reader import PageReader, reader_of
from web.site import Site

TEMPLATES = FOLDER.parent / "templates"


class Pages:
    """Draws pages. All that goes into a template is escaped, and a name that nobody gave it is an error."""

    def __init__(self, site: Site) -> None:
        self.assets = Assets()
        self.environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self.environment.globals.update(
            site=site, path=site.path, static=lambda name: site.path(self.assets.path(name))
        )

    def drawn(self, template: str, reader: PageReader, **values: object) -> str:
        """The text of a page."""
        return self.environment.get_template(template).render(reader=reader, **values)


def show(
    request: Request,
    template: str,
    reader: PageReader | None = None,
    *,
    searchable: bool = False,
    **values: object,
) -> HTMLResponse:
    """Answer with a page; `searchable`: search engines may list it."""
    pages = pages_of(request)
    text = pages.drawn(template, reader or reader_of(request), **values)
    headers = {"Vary": "Accept-Language"}
    if searchable:
        headers["X-Robots-Tag"] = "all"
    return HTMLResponse(text, headers=headers)


def pages_of(request: Request) -> Pages:
    """The templates and files of the site that a request has come to."""
    return cast("Pages", request.app.state.pages)
