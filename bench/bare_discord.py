"""The smallest discord.py bot: it answers /pong with "pong". The floor of the comparison."""

import os

import discord
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route


class Bare(discord.Client):
    def __init__(self) -> None:
        super().__init__(intents=discord.Intents.default())
        self.tree = app_commands.CommandTree(self)
        self.tree.add_command(app_commands.Command(name="pong", description="Answer", callback=pong))

    async def setup_hook(self) -> None:
        await self.tree.sync()


async def pong(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("pong")


if __name__ == "__main__":
    Route.BASE = os.environ["BANDWIDTH_DISCORD_API_URL"]
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["BANDWIDTH_DISCORD_GATEWAY_URL"])
    Bare().run(os.environ["BANDWIDTH_DISCORD_TOKEN"], log_level=40)
