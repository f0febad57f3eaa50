"""Who speaks in a Russian or a Chinese sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.briefing.voices.heard import Heard

_SAID = (
    "(?:сказал|заявил|отметил|подчеркнул|добавил|сообщил|пояснил|рассказал|написал|уточнил|напомнил|ответил|спросил|предупредил|признал|утверждал|указал|констатировал|прокомментировал)(?:а|о|и)?"
    "|(?:говор|замет)(?:ит|ят|ил|ила|или)|считает|считают|полагает|полагают|утверждает|утверждают|отмечает|отмечают|пишет|пишут|подчёркивает|подчеркивает|сообщает|сообщают|думает|уверен[аы]?"
)
_WHO = r"(?P<name>[А-ЯЁа-яё«][^,.;:!?()—–\n]{1,80}?)"
_RUSSIAN = (
    re.compile(
        rf"\b(?P<mark>[Пп]о (?:словам|мнению|данным|оценк(?:е|ам)|сообщени(?:ю|ям)|информации)|[Сс]огласно|[Сс]о ссылкой на|[Кк]ак (?:\w+ )?(?:{_SAID}))\s+{_WHO}(?=[,.;:)]|\s[—–-]\s|$)"
    ),
    re.compile(rf"[,!?»]\s*[—–-]\s*(?P<mark>{_SAID})\s+{_WHO}(?=[,.;:!?(]|\s[—–-]\s|$)"),
    re.compile(
        rf"(?:^|[.,;]\s|\s[—–-]\s){_WHO}\s+(?:(?:также|ранее|позже|уже|\w+но)\s+)?(?P<mark>{_SAID})(?=,\s+(?:что|как)\b|:\s)"
    ),
)
_RUSSIAN_HE = frozenset(("он", "она", "они"))
_HAN = r"[\u3400-\u9fffA-Za-z·《》]"
_CHINESE = (
    re.compile(rf"(?:^|[。，；！？”\s])(?P<name>{_HAN}{{1,24}}?)(?:\d{{1,2}}日)?(?:在[^，。]{{1,20}}[上中时])?(?P<mark>表示|指出|认为|强调|透露|宣布|写道|说|称)(?=[，：:,“])"),
    re.compile(rf"(?:据|根据)(?P<name>{_HAN}{{2,20}}?)(?:\d{{1,2}}日)?(?:的)?(?P<mark>报道|消息|报告|统计|数据|估计)"),
)  # fmt: skip
_CHINESE_HE = frozenset("他 她 他们 她们".split())
_CHINESE_NOT = re.compile(
    r"(?:也就是|就是|可以|换句话|应该|比如|听|俗话|总的来|一般来|来|再|虽|据|传|小|解|不用|不得不|有)$"
)
CYRILLIC = re.compile(r"[а-яё]{3}", re.IGNORECASE)
HAN = re.compile(r"[\u3400-\u9fff]")


def russian(text: str) -> Iterator[Heard]:
    """«…», — сказал X; по словам X; X заявил, что …"""
    for number, pattern in enumerate(_RUSSIAN):
        for match in pattern.finditer(text):
            name = match["name"].strip()
            pronoun = name.lower() in _RUSSIAN_HE
            if name.lower() in ("этом", "это", "кто", "что", "я", "мы") or len(name.split()) > 9:
                continue
            first, last = min(match.start("name"), match.start("mark")), max(match.end("name"), match.end("mark"))  # fmt: skip
            yield Heard(match.start("name"), name, text[first:last], pronoun, pronoun, speaks=number > 0)


def chinese(text: str) -> Iterator[Heard]:
    """X表示，…；X说：“…”；据X报道。"""
    for number, pattern in enumerate(_CHINESE):
        for match in pattern.finditer(text):
            name = match["name"]
            if _CHINESE_NOT.search(name):
                continue
            pronoun = name in _CHINESE_HE
            yield Heard(match.start("name"), name, match.group().lstrip("。，；！？” "), pronoun, pronoun, speaks=number == 0)  # fmt: skip
