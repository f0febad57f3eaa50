"""What a person reads where a bot wrote Discord's markdown.

Not a full renderer: enough to tell plain text from markup, a link from an address that is no link, and a mention
from its written form.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Link:
    """Something the reader can click."""

    text: str
    url: str


@dataclass
class Rendered:
    """A text as it is shown, and what stands out in it."""

    text: str = ""
    bold: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    users: list[int] = field(default_factory=list)
    roles: list[int] = field(default_factory=list)
    everyone: bool = False

    def take(self, other: "Rendered", *, text: bool = True) -> None:
        """Add what stands out in a part, and its text."""
        for name in ("bold", "headings", "code", "links", "users", "roles"):
            getattr(self, name).extend(getattr(other, name))
        self.everyone = self.everyone or other.everyone
        if text:
            self.text += other.text


_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
_FENCE = re.compile(r"```(?:[\w+-]+\n)?\n?(.+?)\n?```", re.DOTALL)
_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_MASKED = re.compile(
    r"\[((?:\\.|\[[^\]]*\]|[^\[\]\\])+)\]\(\s*<?((?:https?|discord)://(?:\\.|\([^()\s]*\)|[^\s()<>])+)>?(?:\s+\"[^\"]*\")?\s*\)"
)
_ANGLED = re.compile(r"<(https?://[^\s<>]+)>")
_BARE = re.compile(r"https?://[^\s<]+[^<.,:;\"'\]\s]")
_MENTION = re.compile(r"<(@!?|@&|#)(\d+)>")
_COMMAND = re.compile(r"</([^:>]+):\d+>")
_TIME = re.compile(r"<t:(-?\d+)(?::[a-zA-Z])?>")
_EMOJI = re.compile(r"<a?:(\w+):\d+>")
_BROADCAST = re.compile(r"@(everyone|here)\b")
_BOLD = re.compile(r"\*\*(?=\S)((?:\\.|(?!\*\*).)+?)\*\*(?!\*)", re.DOTALL)
_UNDERLINE = re.compile(r"__(?=\S)((?:\\.|(?!__).)+?)__(?!_)", re.DOTALL)
_STRIKE = re.compile(r"~~(?=\S)((?:\\.|(?!~~).)+?)~~", re.DOTALL)
_SPOILER = re.compile(r"\|\|((?:\\.|(?!\|\|).)+?)\|\|", re.DOTALL)
_STAR = re.compile(r"\*(?=\S)((?:\\.|\*\*|[^*\\])+?)(?<!\s)\*(?!\*)", re.DOTALL)
_UNDERSCORE = re.compile(r"_((?:__|\\.|[^_\\])+?)_(?!\w)", re.DOTALL)
_HEADING = re.compile(r"(#{1,3}) +([^\n]+)")
_SUBTEXT = re.compile(r"-# +(?=[^\n])")
_QUOTE = re.compile(r"(?:>>>|>) +")
_ITEM = re.compile(r"( *)[-*] +(?=[^\n])")

# Unknown names are shown as the client shows what it cannot find.
Namer = Callable[[str, int], str]


def render(source: str, name: Namer = lambda kind, number: f"{kind[0]}{number}") -> Rendered:
    """Render a text; *name* gives what a mention of a user ("@"), role ("@&") or channel ("#") shows."""
    out = Rendered()
    place = 0
    while place < len(source):
        at_line = place == 0 or source[place - 1] == "\n"
        step = (_block(source, place, out, name) if at_line else 0) or _inline(source, place, out, name)
        if not step:
            out.text += source[place]
            step = 1
        place += step
    return out


def _block(source: str, place: int, out: Rendered, name: Namer) -> int:
    """Markup that counts only where a line begins; how far it reaches, 0 if there is none."""
    if match := _HEADING.match(source, place):
        inner = render(match[2].rstrip(), name)
        out.headings.append(inner.text)
        out.take(inner)
        return len(match[0])
    if match := _SUBTEXT.match(source, place) or _QUOTE.match(source, place):
        return len(match[0])
    if match := _ITEM.match(source, place):
        out.text += f"{match[1]}• "
        return len(match[0])
    return 0


def _inline(source: str, place: int, out: Rendered, name: Namer) -> int:
    """Markup within a line; how far it reaches, 0 if there is none."""
    char = source[place]
    if char == "\\" and (match := _ESCAPE.match(source, place)):
        out.text += match[1]
    elif char == "`" and (match := _FENCE.match(source, place)):
        out.code.append(match[1])
        out.text += match[1]
    elif char == "`" and (match := _CODE.match(source, place)):
        out.code.append(match[2].strip())
        out.text += match[2].strip()
    elif char == "[" and (match := _MASKED.match(source, place)):
        inner = render(match[1], name)
        if inner.links or "://" in inner.text:
            # A link that shows another address is not made into a link.
            return 0
        out.take(inner)
        out.links.append(Link(inner.text, _ESCAPE.sub(r"\1", match[2])))
    elif char == "<":
        return _angled(source, place, out, name)
    elif char == "h" and (match := _BARE.match(source, place)):
        url = match[0]
        while url.endswith(")") and url.count(")") > url.count("("):
            url = url[:-1]
        out.text += url
        out.links.append(Link(url, url))
        return len(url)
    elif char == "@" and (match := _BROADCAST.match(source, place)):
        out.text += match[0]
        out.everyone = True
    else:
        return _emphasis(source, place, out, name)
    return len(match[0])


def _angled(source: str, place: int, out: Rendered, name: Namer) -> int:
    if match := _ANGLED.match(source, place):
        out.text += match[1]
        out.links.append(Link(match[1], match[1]))
    elif match := _MENTION.match(source, place):
        kind, number = match[1].rstrip("!"), int(match[2])
        out.text += name(kind, number)
        if kind == "@":
            out.users.append(number)
        elif kind == "@&":
            out.roles.append(number)
    elif match := _COMMAND.match(source, place):
        out.text += f"/{match[1]}"
    elif (match := _TIME.match(source, place)) or (match := _EMOJI.match(source, place)):
        out.text += match[0] if match.re is _TIME else f":{match[1]}:"
    else:
        return 0
    return len(match[0])


def _emphasis(source: str, place: int, out: Rendered, name: Namer) -> int:
    before = source[place - 1] if place else " "
    for pattern in (_BOLD, _UNDERLINE, _STRIKE, _SPOILER, _STAR, _UNDERSCORE):
        if pattern is _UNDERSCORE and (before.isalnum() or before == "_"):
            continue
        if match := pattern.match(source, place):
            inner = render(match[1], name)
            out.take(inner)
            if pattern is _BOLD:
                out.bold.append(inner.text)
            return len(match[0])
    return 0
