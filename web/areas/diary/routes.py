"""The routes of the calendar, by browser and inside Telegram."""

from presentation.addresses import MINI_APP
from web.areas.diary import mini_app
from web.areas.diary.doors import BY_BROWSER, BY_TELEGRAM
from web.areas.diary.pages import DiaryPages

ROUTES = (*DiaryPages(BY_BROWSER).routes, *DiaryPages(BY_TELEGRAM).routes, *mini_app.ROUTES)
CLOSED = (MINI_APP,)
"""Search engines are told to leave such addresses alone."""
