"""Run the local Discord as a process: python -m tests.discord_server --host 0.0.0.0 --port 8080."""

import argparse
import asyncio
import signal

from .server import TOKEN, DiscordServer


def main() -> None:
    """Serve until SIGINT or SIGTERM; says on standard output where."""
    parser = argparse.ArgumentParser(prog="python -m tests.discord_server", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen at (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8080, help="port to listen at; 0 takes a free one")
    parser.add_argument("--token", default=TOKEN, help="the token the bot has to log in with")
    parser.add_argument(
        "--public-host", help="HOST:PORT the bot is told for the gateway (default: what it called the server)"
    )
    parser.add_argument("--privileged-intents", action="store_true", help="grant every privileged intent")
    args = parser.parse_args()
    asyncio.run(_serve(args))


async def _serve(args: argparse.Namespace) -> None:
    stopping = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    server = DiscordServer(
        host=args.host, port=args.port, token=args.token, privileged_intents=args.privileged_intents
    )
    server.public_host = args.public_host
    async with server:
        lines = (
            f"DISCORD_TOKEN={server.token}",
            f"BRIEFBOT_DISCORD_API={server.api_url}",
            f"BRIEFBOT_DISCORD_GATEWAY={server.gateway_url}",
        )
        print("\n".join(lines), flush=True)  # noqa: T201  # this is what the command is run for
        await stopping.wait()


if __name__ == "__main__":
    main()
