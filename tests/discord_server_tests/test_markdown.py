"""What a person reads of Discord's markdown."""

import pytest

from tests.discord_server import Link
from tests.discord_server.markdown import render


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**a** *b* _c_ __d__ ~~e~~ ||f|| ***g***", "a b c d e f g"),
        (r"\*\*a\*\* 1\. 2 \_x\_ \[1\] \\", r"**a** 1. 2 _x_ [1] \ ".rstrip()),
        ("# Head\ntext\n### Third", "Head\ntext\nThird"),
        (r"\# no head", "# no head"),
        ("-# small\n> quote\n- item\n* item", "small\nquote\n• item\n• item"),
        ("`a * b` and ```py\nx = 1\n```", "a * b and x = 1"),
        ("snake_case_name 2*3*4", "snake_case_name 234"),
        ("a ** b ** c", "a ** b ** c"),
        ("<@12> <@&34> <#56> </brief:78> <t:0:R> <:lake:90>", "@12 @34 #56 /brief <t:0:R> :lake:"),
        (r"<@\12> \<@12>", r"<@\12> <@12>"),
        ("Балхаш **湖** «x»", "Балхаш 湖 «x»"),
        ("[not a link] (x) [a](b)", "[not a link] (x) [a](b)"),
    ],
)
def test_text(source: str, text: str) -> None:
    """Markup goes, escapes are resolved, what is no markup stays."""
    assert render(source).text == text


@pytest.mark.parametrize(
    ("source", "links"),
    [
        ("[a](https://x.org)", [Link("a", "https://x.org")]),
        ("[**a** \\] b](<https://x.org/y_(z)>)", [Link("a ] b", "https://x.org/y_(z)")]),
        ("see https://x.org/a_b_c.", [Link("https://x.org/a_b_c", "https://x.org/a_b_c")]),
        ("(https://x.org/a)", [Link("https://x.org/a", "https://x.org/a")]),
        ("<https://x.org>", [Link("https://x.org", "https://x.org")]),
        (r"https\://x.org", []),
        ("`https://x.org`", []),
        (r"\[a](https://x.org)", [Link("https://x.org", "https://x.org")]),
    ],
)
def test_links(source: str, links: list[Link]) -> None:
    """What can be clicked; an escaped or quoted one cannot."""
    assert render(source).links == links


def test_no_link_hides_its_address() -> None:
    """A masked link whose words are an address is not made into one."""
    links = render("[https://a.org](https://b.org)").links
    assert links
    assert all(link.text == link.url for link in links)


def test_what_stands_out() -> None:
    """Bold spans, headings and mentions are told apart, also inside one another."""
    rendered = render("## Lake **B\\*k**\n**[a](https://x.org)** @everyone <@5> <@&6> \\@here")
    assert rendered.bold == ["B*k", "a"]
    assert rendered.headings == ["Lake B*k"]
    assert (rendered.users, rendered.roles, rendered.everyone) == ([5], [6], True)
