"""The smallest python-telegram-bot bot: it answers /pong with "pong". The floor of the comparison."""

import os

from telegram import Update
from telegram.ext import ApplicationBuilder, CommandHandler


async def pong(update: Update, _: object) -> None:
    await update.message.reply_text("pong")


if __name__ == "__main__":
    url = os.environ["BANDWIDTH_TELEGRAM_API_URL"]
    builder = ApplicationBuilder().token(os.environ["BANDWIDTH_TELEGRAM_TOKEN"])
    bot = builder.base_url(f"{url}/bot").base_file_url(f"{url}/file/bot").build()
    bot.add_handler(CommandHandler("pong", pong))
    bot.run_polling()
