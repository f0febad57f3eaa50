"""Words that ask: what questions and requests are made of, round what they ask for."""

from __future__ import annotations

from bot.topics.words import FUNCTION

# English words that ask wherever they stand, and for nothing.
_REQUESTS = frozenset(
    "brief briefing compare describe explain facts give going happened happening info information know latest learn news"
    " please say says show situation status summarise summarize summary tell update updates versus vs whats whos".split()
)
_GREETINGS = frozenset("find hello hey hi thank thanks".split())
# Smaller and more general ones, that stand between.
_BETWEEN = frozenset(
    "a about an and any are between can do does for from has have how i in into is it its me of on people regarding"
    " some that the there thing things this to topic up want was were what when where which who why with would you".split()
)
_AROUND = frozenset(
    "all am anything at be been concerning could detail details else ever everything exactly here just kindly known like"
    " mean meant more my now or our really recent recently said saying see should so something then these they those"
    " today too we whether your".split()
)
_RUSSIAN = frozenset(
    "а бы был была были было в во ведь вот вы где говорит говорится говорят да дай дайте для до документах документы"
    " есть ещё еще ж же за зачем здравствуйте знаете знать знаешь и из известно или имеется информации информацию"
    " информация источниках их к как какая какие какими каков какова каково каковы какого какое какой кем ко когда"
    " кого ком кому кратко кто куда ли лучше меня мне можете можешь можно мы на найди найдите нам нас насчёт насчет не"
    " нового новости новостей ну о об обзор объясни объясните обо обстановка обстоят он она они опиши"
    " опишите от относительно пишут по поводу подробнее пожалуйста покажи покажите последнее последние почему"
    " при привет про происходит произошло расскажи расскажите с сведения свежие сводка сейчас сегодня ситуация скажи скажите сказано"
    " сколько случилось слышно со спасибо справка такая такие такое такой там творится тебе то ты у узнать хотел хотела хочу"
    " что чего чем чём чей чему это этого этой этом".split()
)
_KAZAKH = frozenset(
    "айт айтшы айтып айтыңыз ақпарат ба бар бе бер берші беріңіз белгілі болды бұл да де деген дегеніміз жайлы жайында жаңа"
    " жаңалық жаңалықтар жатыр жоқ жөнінде және кім көрсет қай қайда қайсы қалай қандай қанша қашан қош ма маған мағлұмат"
    " ме мен мүмкін не неге немене па пе рахмет рақмет сәлем сен сіз соңғы туралы түсіндір үшін өтінемін".split()
)

# Which of them count differs by what is looked for, and on purpose. Beside a name few words decide nothing. More open or
# close a question, where names have none of them. A text may speak of what is “known”, of “details” and “people”: there,
# only those ask for nothing that are in every text, or say no more than that somebody asks.
ANYWHERE = _REQUESTS | _BETWEEN
"""They ask wherever they stand in a query for a name; folded."""
AT_ENDS = _REQUESTS | _GREETINGS | _BETWEEN | _AROUND | _RUSSIAN | _KAZAKH
"""They open or close a question or a request; in between they stay, where they may belong to a name. In small letters."""
IN_PASSAGES = FUNCTION | _REQUESTS | _GREETINGS | _RUSSIAN | _KAZAKH | {"overview"}
"""They ask for nothing that a passage speaks of; in small letters."""
