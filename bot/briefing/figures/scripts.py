"""Numbers with their units as Russian and Chinese write them: money, shares and counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.briefing.figures.numerals import Kind, Quantity

_RU_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?!\d)|\d+(?:[,.]\d+)?"
_RU_SCALE = r"тыс\.|тысяч[аи]?|млн\.?|миллион(?:а|ов)?|млрд\.?|миллиард(?:а|ов)?|трлн\.?|триллион(?:а|ов)?"
_RU_SCALE_OF = (
    ("тыс", 1e3),
    ("миллиард", 1e9),
    ("миллион", 1e6),
    ("млрд", 1e9),
    ("млн", 1e6),
    ("трлн", 1e12),
    ("триллион", 1e12),
)
_RU_MONEY = r"долларов(?: США)?|доллар[а]?(?: США)?|долл\.(?: США)?|евро|рубл(?:ей|я|ь)|руб\.|тенге|юан(?:ей|я|ь)|фунтов(?: стерлингов)?"
_RU_SHARE = r"%|процент(?:ов|а)?|п\. ?п\.|процентн\w+ пункт\w*"
_RU = re.compile(
    rf"(?<![\w.,/-])(?P<about>(?:около|почти|более|менее|свыше|до|примерно|порядка|приблизительно|не менее|не более)\s)?(?P<sign>[-−]\s?)?"
    rf"(?P<a>{_RU_NUMBER})(?:\s?[-–—]\s?(?P<b>{_RU_NUMBER}))?(?:\s?(?P<scale>{_RU_SCALE}))?"
    rf"\s?(?P<unit>{_RU_MONEY}|{_RU_SHARE}|(?:[а-яё]+(?:ых|их)\s)?(?!год|году|века|январ|феврал|март|апрел|ма[йя]\b|июн|июл|август|сентябр|октябр|ноябр|декабр|час|лет назад)[а-яё]{{2,}}\b)"
)
_RU_CODES = {"дол": "USD", "евр": "EUR", "руб": "RUB", "тен": "KZT", "юан": "CNY", "фун": "GBP"}
_RU_FUNCTION = frozenset(
    "и в во на с со к по о об от до из за у для при под над без через или но а не ни как что это был была были было есть из-за".split()
)
_RU_TIME = re.compile(r"(?:лет|год|месяц|недел|дн|день|час|минут|секунд)")

_HAN_SCALES = {"十": 10.0, "百": 1e2, "千": 1e3, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "兆": 1e12}
_HAN_MONEY = {
    "美元": "USD",
    "欧元": "EUR",
    "人民币": "CNY",
    "元人民币": "CNY",
    "日元": "JPY",
    "英镑": "GBP",
    "卢布": "RUB",
    "港元": "HKD",
    "坚戈": "KZT",
    "元": None,
}
_HAN = re.compile(
    r"(?P<about>约|近|超过|超|逾|至少|大约)?(?P<a>\d[\d,]*(?:\.\d+)?)(?:[-–—~至到](?P<b>\d[\d,]*(?:\.\d+)?))?(?P<scale>[十百千万萬亿億兆]*)(?P<more>多)?"
    rf"(?P<unit>{'|'.join(sorted(_HAN_MONEY, key=len, reverse=True))}|%|％|个百分点|平方公里|公里|公斤|吨|千瓦时|千瓦|兆瓦|立方米|平方米|米|倍|人次|人|名|位|家|艘|座|架|辆|项|户|所|次|列|条|个)"
)  # fmt: skip


def other_scripts(text: str) -> Iterator[Quantity]:
    """The numbers of a text in Russian or Chinese, with their units; none in a text that has neither."""
    if re.search(r"[а-яё]", text):
        for match in _RU.finditer(text):
            yield from _russian(match)
    if re.search(r"[\u4e00-\u9fff]", text):
        for match in _HAN.finditer(text):
            yield from _chinese(match)


def _russian(match: re.Match[str]) -> Iterator[Quantity]:
    unit = match["unit"]
    kind: Kind
    if unit.split()[-1] in _RU_FUNCTION or unit.split()[0] in _RU_FUNCTION:
        return
    if re.fullmatch(_RU_MONEY, unit):
        kind = "money"
    elif re.fullmatch(_RU_SHARE, unit):
        kind = "share"
    else:
        kind = "duration" if _RU_TIME.match(unit) else "count"
    scale = next((n for word, n in _RU_SCALE_OF if (match["scale"] or "").startswith(word)), 1.0)
    sign = -1.0 if match["sign"] else 1.0
    low = sign * _russian_number(match["a"]) * scale
    high = _russian_number(match["b"]) * scale if match["b"] else None
    code = _RU_CODES.get(unit[:3]) if kind == "money" else None
    yield Quantity(
        *match.span(), *match.span("unit"), kind, round(low, 6), high, code, number=match.start("a")
    )


def _chinese(match: re.Match[str]) -> Iterator[Quantity]:
    scale = 1.0
    for letter in match["scale"]:
        scale *= _HAN_SCALES[letter]
    unit = match["unit"]
    kind: Kind = (
        "money"
        if unit in _HAN_MONEY
        else "share"
        if unit in "%％个百分点" and unit != "个"
        else "ratio"
        if unit == "倍"
        else "count"
    )
    low = round(float(match["a"].replace(",", "")) * scale, 6)
    high = round(float(match["b"].replace(",", "")) * scale, 6) if match["b"] else None
    yield Quantity(
        *match.span(), *match.span("unit"), kind, low, high, _HAN_MONEY.get(unit), number=match.start("a")
    )


def _russian_number(number: str) -> float:
    return float(re.sub(r"[ \u00a0\u202f]", "", number).replace(",", "."))
