"""Instructions for the operator: how to get a token from each platform."""

FIRST_TOKEN = {
    "Discord": "To add it: make an application at discord.com/developers, copy its bot token into "
    "BANDWIDTH_DISCORD_TOKEN (environment or .env).",
    "Telegram": "To add it: ask @BotFather for /newbot, copy the token into BANDWIDTH_TELEGRAM_TOKEN.",
}
TOKEN_AGAIN = {
    "Discord": "Copy it again from discord.com/developers (Bot, Reset Token) into BANDWIDTH_DISCORD_TOKEN.",
    "Telegram": "Ask @BotFather for /token, and copy it into BANDWIDTH_TELEGRAM_TOKEN.",
}
"""For a token that the platform does not accept."""
