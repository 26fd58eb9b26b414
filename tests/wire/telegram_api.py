"""The Bot API on the loopback: what one bot can ask of Telegram, answered from what is known of its chats."""

import asyncio
import contextlib
import itertools
import json
import time
from typing import Any

from aiohttp import web

from tests.wire.pulse import Pulse
from tests.wire.telegram_world import TelegramAnswer, TelegramChat, TelegramMessage, TelegramUser, shown

CAPTION = 1024
FORBIDDEN = "Forbidden: bot can't initiate conversation with a user"
RIGHTS = ("be_edited", "manage_chat", "delete_messages", "manage_video_chats", "restrict_members", "promote_members",
          "change_info", "invite_users", "post_stories", "edit_stories", "delete_stories")  # fmt: skip
BASE = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False)}  # fmt: skip


class TelegramDeclined(Exception):
    """What the Bot API answers with ok=false."""


class BotApi:
    """The server. What the bot does is kept in the chats, and in the answers to the actions under way."""

    token = "7000000001:loopback"

    def __init__(
        self,
        *,
        username: str = "bandwidth_bot",
        privacy: bool = True,
        timeout: float = 10,
        settle: float = 0.05,
    ):
        self.bot = TelegramUser(7000000001, "Bandwidth", username, "en", is_bot=True)
        self.privacy = privacy
        self.pulse = Pulse(timeout, settle)
        self.chats: dict[int, TelegramChat] = {}
        self.requests: list[tuple[str, dict[str, Any]]] = []
        """Everything the bot asked for, but for getUpdates."""
        self.commands: dict[str, list[dict[str, str]]] = {}
        """Menus by scope and language, e.g. "default", "default/de"."""
        self._updates: list[dict[str, Any]] = []
        self._again: list[dict[str, Any]] = []
        self._polls = 0
        self._numbers = itertools.count(5_000_000_001)
        self._message_ids = itertools.count(1)
        self._watching: list[TelegramAnswer] = []
        """The answers that fill: those of actions that have not returned."""
        self.files: dict[str, tuple[bytes, str]] = {}
        """What was uploaded as a photo: its bytes and its name, by id."""
        self._presses: dict[str, TelegramAnswer] = {}
        self._failures: list[tuple[str, TelegramDeclined]] = []
        self._runner: web.AppRunner | None = None
        self.api_url = ""

    async def listen(self) -> None:
        app = web.Application(client_max_size=50_000_000)
        app.router.add_route("*", "/bot{token}/{method}", self._request)
        app.router.add_get("/file/bot{token}/{path}", self._download)
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.api_url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        self._polls += 1
        self.pulse.beat()
        if self._runner:
            await self._runner.cleanup()

    def take_back_token(self) -> None:
        """The token is no longer good; the poll under way ends, so that the bot hears of it."""
        self.token = "7000000001:another"
        self._polls += 1
        self.pulse.beat()

    def _new(self, chat: TelegramChat, user: TelegramUser) -> dict[str, Any]:
        return {
            "message_id": next(self._message_ids),
            "date": int(time.time()),
            "chat": chat.json(),
            "from": user.json(),
        }

    def _push(self, update: dict[str, Any]) -> dict[str, Any]:
        update = {"update_id": next(self._numbers), **update}
        self._updates.append(update)
        self.pulse.beat()
        return update

    async def _download(self, request: web.Request) -> web.Response:
        name = request.match_info["path"]
        if request.match_info["token"] != self.token or name not in self.files:
            return web.Response(status=404)
        return web.Response(body=self.files[name][0])

    def _on_getfile(self, fields: dict[str, Any]) -> dict[str, Any]:
        content, _ = self.files[fields["file_id"]]
        own = {"file_id": fields["file_id"], "file_unique_id": fields["file_id"]}
        return {**own, "file_size": len(content), "file_path": fields["file_id"]}

    async def _request(self, request: web.Request) -> web.Response:
        method = request.match_info["method"].lower()
        fields: dict[str, Any] = dict(request.query)
        fields |= await request.json() if request.content_type == "application/json" else await request.post()
        # Once all of it is here: the token may have been taken back meanwhile.
        if request.match_info["token"] != self.token:
            body = {"ok": False, "error_code": 401, "description": "Unauthorized"}
            return web.json_response(body, status=401)
        fields = {key: unpacked(value, text=key in ("text", "caption")) for key, value in fields.items()}
        try:
            if method == "getupdates":
                return reply(await self._poll(fields))
            with self.pulse.busy():
                return reply(self._do(method, fields))
        except TelegramDeclined as error:
            status, description, parameters = error.args
            body = {"ok": False, "error_code": status, "description": description, "parameters": parameters}
            return web.json_response(body, status=status)

    def _do(self, method: str, fields: dict[str, Any]) -> Any:
        self.requests.append((method, fields))
        failures = [failure for failure in self._failures if failure[0] == method]
        if failures:
            self._failures.remove(failures[0])
            raise failures[0][1]
        return getattr(self, f"_on_{method}", lambda _: True)(fields)

    async def _poll(self, fields: dict[str, Any]) -> list[dict[str, Any]]:
        self._polls += 1
        turn = self._polls
        offset = int(fields.get("offset") or 0)
        self._updates = [update for update in self._updates if update["update_id"] >= offset]
        self.pulse.beat()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(float(fields.get("timeout") or 0)):
                await self.pulse.reached(lambda: self._updates or self._again or turn != self._polls)
        again, self._again = self._again, []
        return [*again, *self._updates] if turn == self._polls else []

    def _chat(self, fields: dict[str, Any]) -> TelegramChat:
        chat = self.chats.get(int(fields["chat_id"]))
        if chat is None:
            raise TelegramDeclined(400, "Bad Request: chat not found", {})
        if chat.user and not chat.user.started:
            raise TelegramDeclined(403, FORBIDDEN, {})
        if chat.user and chat.user.blocked:
            raise TelegramDeclined(403, "Forbidden: bot was blocked by the user", {})
        if chat.user is None and chat.members[self.bot.id] == "kicked":
            raise TelegramDeclined(403, "Forbidden: bot was kicked from the supergroup chat", {})
        return chat

    def _message(self, fields: dict[str, Any], what: str) -> TelegramMessage:
        message = self._chat(fields).messages.get(int(fields["message_id"]))
        if message is None or message.deleted:
            raise TelegramDeclined(400, f"Bad Request: message to {what} not found", {})
        return message

    def _see(self, message: TelegramMessage, how: str) -> None:
        for answer in self._watching:
            if message.chat in answer.where:
                getattr(answer, how).append(message)

    def _on_getme(self, _: dict[str, Any]) -> dict[str, Any]:
        can = {
            "can_join_groups": True,
            "can_read_all_group_messages": not self.privacy,
            "supports_inline_queries": False,
        }
        return self.bot.json() | can

    def _on_sendmessage(
        self, fields: dict[str, Any], kind: str = "text", more: dict[str, Any] | None = None
    ) -> Any:
        chat = self._chat(fields)
        raw = str(fields.get(kind, ""))
        if kind == "text" and not raw.strip():
            raise TelegramDeclined(400, "Bad Request: message text is empty", {})
        data = self._new(chat, self.bot) | {"_markup": fields.get("reply_markup")} | (more or {})
        data |= {kind: shown(raw, fields)} if raw else {}
        if topic := fields.get("message_thread_id"):
            if int(topic) not in chat.topics:
                raise TelegramDeclined(400, "Bad Request: message thread not found", {})
            data |= {"message_thread_id": int(topic), "is_topic_message": True}
        if reply_to := fields.get("reply_parameters"):
            data["reply_to_message"] = chat.messages[int(reply_to["message_id"])].json()
        if kind == "caption" and len(shown(raw, fields)) > CAPTION:
            raise TelegramDeclined(400, "Bad Request: message caption is too long", {})
        upload = uploaded(fields) or self.files.get(file_id(data), (None, None))
        message = chat.messages[data["message_id"]] = TelegramMessage(chat, data, raw, *upload)
        self._see(message, "messages")
        return message.json()

    def _on_sendphoto(self, fields: dict[str, Any]) -> Any:
        return self._on_sendmessage(fields, "caption", {"photo": self._photo(fields, fields.get("photo"))})

    def _photo(self, fields: dict[str, Any], known: Any) -> list[dict[str, Any]]:
        """A photo that is sent along, or by the id that it got when it was."""
        name = known if known in self.files else f"photo{next(self._numbers)}"
        if name != known:
            upload = uploaded(fields)
            if upload is None:
                raise TelegramDeclined(400, "Bad Request: wrong file identifier/HTTP URL specified", {})
            self.files[name] = upload
        return [{"file_id": name, "file_unique_id": "photo", "width": 320, "height": 320}]

    def _on_senddocument(self, fields: dict[str, Any]) -> Any:
        document = {"file_id": f"file{next(self._numbers)}", "file_unique_id": "file"}
        return self._on_sendmessage(fields, "caption", {"document": document})

    def _on_sendvenue(self, fields: dict[str, Any]) -> Any:
        where = {key: fields[key] for key in ("latitude", "longitude")}
        venue = {"location": where, "title": str(fields["title"]), "address": str(fields["address"])}
        return self._on_sendmessage(fields, "caption", {"venue": venue, "location": where})

    def _on_editmessagetext(self, fields: dict[str, Any], kind: str = "text") -> Any:
        message = self._message(fields, "edit")
        if kind == "text" and "text" not in message.data:
            raise TelegramDeclined(400, "Bad Request: there is no text in the message to edit", {})
        changed = {**message.data, "_markup": fields.get("reply_markup")}
        if kind in fields:
            changed[kind], message.raw = shown(str(fields[kind]), fields), str(fields[kind])
        if changed == message.data:
            raise TelegramDeclined(400, "Bad Request: message is not modified", {})
        message.data, message.edits = changed | {"edit_date": int(time.time())}, message.edits + 1
        self._see(message, "edits")
        return message.json()

    def _on_editmessagereplymarkup(self, fields: dict[str, Any]) -> Any:
        return self._on_editmessagetext(fields, "")

    def _on_editmessagecaption(self, fields: dict[str, Any]) -> Any:
        return self._on_editmessagetext(fields, "caption")

    def _on_editmessagemedia(self, fields: dict[str, Any]) -> Any:
        """Other media in place of media, or of a text."""
        message, media = self._message(fields, "edit"), fields["media"]
        photo = self._photo(fields, media["media"])
        changed = {key: value for key, value in message.data.items() if key not in ("text", "photo")}
        message.raw = str(media.get("caption", ""))
        changed |= {
            "photo": photo,
            "caption": shown(message.raw, media),
            "_markup": fields.get("reply_markup"),
        }
        if len(changed["caption"]) > CAPTION:
            raise TelegramDeclined(400, "Bad Request: message caption is too long", {})
        message.data, message.edits = changed | {"edit_date": int(time.time())}, message.edits + 1
        message.file, message.file_name = self.files[photo[0]["file_id"]]
        self._see(message, "edits")
        return message.json()

    def _on_deletemessage(self, fields: dict[str, Any]) -> bool:
        message = self._message(fields, "delete")
        message.deleted = True
        self._see(message, "deleted")
        return True

    def _on_setmessagereaction(self, fields: dict[str, Any]) -> bool:
        message = self._message(fields, "react")
        message.reactions = [reaction["emoji"] for reaction in fields.get("reaction") or []]
        self._see(message, "reactions")
        return True

    def _on_answercallbackquery(self, fields: dict[str, Any]) -> bool:
        answer = self._presses.get(str(fields["callback_query_id"]))
        if answer is None or answer.answered:
            raise TelegramDeclined(
                400, "Bad Request: query is too old and response timeout expired or query ID is invalid", {}
            )
        answer.answered, answer.toast = True, str(fields.get("text", ""))
        answer.alert, answer.url = fields.get("show_alert") in (True, "true"), fields.get("url")
        return True

    def _on_getchat(self, fields: dict[str, Any]) -> dict[str, Any]:
        return self._chat(fields).json() | BASE

    def _on_getchatmember(self, fields: dict[str, Any]) -> dict[str, Any]:
        chat, user = self._chat(fields), int(fields["user_id"])
        who = self.bot if user == self.bot.id else self.chats[user].user
        status = chat.members.get(user, "left")
        rights = dict.fromkeys((f"can_{right}" for right in RIGHTS), True) | {"is_anonymous": False}
        assert who
        return {"user": who.json(), "status": status, "until_date": 0} | (
            rights if status in ("creator", "administrator") else {}
        )

    def _on_getchatadministrators(self, fields: dict[str, Any]) -> list[dict[str, Any]]:
        admins = [
            who
            for who, status in self._chat(fields).members.items()
            if status in ("creator", "administrator")
        ]
        return [self._on_getchatmember({**fields, "user_id": who}) for who in admins]

    def _menu(self, fields: dict[str, Any]) -> str:
        scope = fields.get("scope") or {}
        parts = [
            scope.get("type", "default"),
            scope.get("chat_id"),
            scope.get("user_id"),
            fields.get("language_code"),
        ]
        return "/".join(str(part) for part in parts if part)

    def _on_setmycommands(self, fields: dict[str, Any]) -> bool:
        self.commands[self._menu(fields)] = fields["commands"]
        return True

    def _on_getmycommands(self, fields: dict[str, Any]) -> list[dict[str, str]]:
        return self.commands.get(self._menu(fields), [])

    def _on_deletemycommands(self, fields: dict[str, Any]) -> bool:
        self.commands.pop(self._menu(fields), None)
        return True


def reply(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def uploaded(fields: dict[str, Any]) -> tuple[bytes, str] | None:
    """The file that came along with a request: its bytes and its name."""
    return next((value for value in fields.values() if isinstance(value, tuple)), None)


def file_id(data: dict[str, Any]) -> str:
    """The id of the photo of a message."""
    return data["photo"][-1]["file_id"] if "photo" in data else ""


def unpacked(value: Any, *, text: bool) -> Any:
    """A field of a request: JSON where it is an object or a list, (bytes, name) where it is a file."""
    if isinstance(value, web.FileField):
        return value.file.read(), value.filename
    return json.loads(value) if isinstance(value, str) and not text and value[:1] in ("{", "[") else value
