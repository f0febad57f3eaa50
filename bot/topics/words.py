"""Closed word classes of English, and the most frequent of Russian, that finding names and phrases leans on.

Lower case; no word here is about any corpus.
"""

from __future__ import annotations

FUNCTION = frozenset(
    "a about above according across after afterwards again against ago ahead all almost alone along"
    " already also although always am amid among amongst an and another any anybody anyone anything apart"
    " are around as at away back be became because become becomes been before behind being below besides"
    " best better between beyond both but by can cannot certain clearly come could currently despite did"
    " do does doing done down due during each either else elsewhere enough especially etc even eventually"
    " ever every everybody everyone everything except far few fewer finally first for former formerly"
    " forth from further furthermore generally get gets given gives go goes gone got had has have having"
    " he hence her here hers herself him himself his how however i ie if in indeed instead into is it its"
    " itself just largely last lastly lately later latter least less let like likely likewise mainly many"
    " may maybe me mean means meanwhile might mine more moreover most mostly much must my myself namely"
    " near nearly neither never nevertheless new next no nobody none nonetheless nor not nothing now"
    " nowhere of off often oh old on once one ones only onto or other others otherwise our ours ourselves"
    " out over overall own part per perhaps previously quite rather really recent recently regarding same"
    " second secondly seem seems several shall she should simply since so some somebody someone something"
    " sometimes somewhat soon still such than that the their theirs them themselves then there thereby"
    " therefore these they thing things third thirdly this those though through throughout thus to today"
    " together tomorrow too toward towards tonight under unfortunately unless unlike until unto up upon us"
    " usually various very via was way ways we well were what whatever when whenever where whereas"
    " wherever whether which while who whoever whole whom whose why will with within without would yes"
    " yesterday yet you your yours yourself yourselves и в во на с со к ко о об от до из за по под над при"
    " про для без между через перед не ни но а или же ли бы то что чтобы как так также тоже когда где куда"
    " кто который которая которое которые чей весь все всё вся этот эта это эти тот та те такой такая"
    " такие он она оно они его её ее их мы вы я ты нам вас себя свой своя свои наш ваш мой один одна одни"
    " был была было были быть есть будет будут может могут должен должна должны если хотя потому поэтому"
    " однако ещё еще уже только лишь даже более менее очень много мало несколько после вчера сегодня"
    " завтра там тут здесь теперь сейчас тогда".split()
)

DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july"
    " august september october november december jan feb mar apr jun jul aug sept sep oct nov dec spring"
    " summer autumn winter day days week weeks month months year years decade decades century centuries"
    " time times moment today".split()
)

NUMBERS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred"
    " hundreds thousand thousands million millions billion billions trillion trillions dozen dozens half"
    " percent per cent third quarter".split()
)

# What stands before a person's name, or names an office rather than its holder.
ROLES = frozenset(
    "president vice-president premier chancellor king queen prince princess emperor sultan emir sheikh"
    " pope bishop imam minister ministers prime chairman chairwoman chairperson chair secretary"
    " secretary-general general director governor mayor senator congressman congresswoman representative"
    " ambassador envoy spokesman spokeswoman spokesperson judge justice commissioner commander colonel"
    " major captain lieutenant sergeant admiral marshal dr doctor prof professor mr mrs ms miss sir lord"
    " lady dame leader head chief ceo founder co-founder executive officer deputy acting ex-president"
    " former expert analyst economist activist author journalist speaker foreign defense defence interior"
    " finance economic first президент премьер-министр министр председатель директор глава посол"
    " губернатор мэр лидер эксперт аналитик профессор доктор генерал генеральный секретарь депутат".split()
)
ROLE_HEADS = frozenset(
    "president vice-president premier chancellor king queen prince princess emperor sultan emir sheikh"
    " pope bishop imam minister ministers chairman chairwoman chairperson secretary secretary-general"
    " director governor mayor senator congressman congresswoman representative ambassador envoy spokesman"
    " spokeswoman spokesperson judge justice commissioner commander colonel captain lieutenant sergeant"
    " admiral marshal dr doctor prof professor mr mrs ms miss sir leader ceo founder co-founder"
    " ex-president expert analyst economist activist journalist speaker президент президента президентом"
    " премьер-министр министр председатель директор глава посол губернатор мэр лидер эксперт аналитик"
    " профессор секретарь депутат".split()
)

# A name that holds one of these before a joining word goes on after it: “Ministry of Finance and Trade”.
BODIES = frozenset(
    "academy act administration agency agreement alliance army assembly association authority bank board"
    " bureau center centre chamber charter club coalition college commission committee community company"
    " conference confederation congress convention corporation council court declaration department"
    " directorate embassy federation forum foundation front fund group headquarters industry initiative"
    " institute institution law league legislature ministry mission movement museum network office"
    " operation organisation organization pact parliament partnership party plan police program programme"
    " project protocol school secretariat service society strategy summit treaty tribunal union university".split()
)

SPEECH = frozenset(
    "said says say told tells noted notes added adds argued argues believes believe claimed claims"
    " declared declares emphasized emphasised explained explains insisted insists stated states stressed"
    " stresses suggested suggests warned warns wrote writes announced announces according assured assures"
    " pointed reported reports commented remarked сказал сказала сообщил сообщила заявил заявила отметил"
    " отметила считает считают подчеркнул подчеркнула добавил добавила говорит говорят пишет".split()
)

# Verbs and other words that end no key phrase and start none, in the forms that running text has them.
NOT_TERMS = frozenset(
    "able access account accounting act acting active activity addition aim aimed aims allow allowed"
    " allowing allows amount announced appear appears apply approach area areas ask asked aspect aspects"
    " aware bad based basis began begin beginning believe benefit big blocked boost bring bringing brings"
    " broke brought build building built buy call called came capable carry case cases cause caused causes"
    " challenge challenges change changes check clear close combine comes coming common complete concern"
    " concerned concerns consider considered contain continue continued continues continuing control"
    " create created creates creating current cut deal decide declare deep deepen demonstrate depend"
    " determine develop developed developing different difficult direct doubt draw drop dropping early"
    " easily easy effect effort efforts ended engage ensure enter entire entitled establish established"
    " event events example existing expand expanded expanding expect expected experts express extend"
    " extensive face fact fail failed fall fear feel field fields fight final find fine follow followed"
    " following follows form forms found free fulfill full gain gave general getting give giving good"
    " great greater greatly grew grow growing grown growth hand happen happened hard held help high higher"
    " highlight highlighted highlighting highly hold holding hope host idea impact important improve"
    " include included includes including increase increased increases increasing increasingly influence"
    " inside intend interest interested interests introduce invest invested involve issue issues join keep"
    " kept key kind kinds know known lack large larger largest latest launch lead leading leads leave led"
    " left level levels light limit limited line link list little live living long longer look looking"
    " lost lot low main maintain major make makes making manage matter measure meet member mention middle"
    " move name named natural necessary need needed needs negative number numbers observe obvious occur"
    " occurred offer official open opened opportunity oppose order original particular particularly pass"
    " past pay people period permit place places plan planned planning plans play point points political"
    " poor position positive possible potential practice present pressing prevent previous primary prior"
    " private problem problems process produce promise promote prompt proper propose proposed protect"
    " prove provide provided provides public pull pursue push put question questions raise range rate"
    " reach real reality reason reasons receive reduce refer reflect relate related relatively remain"
    " remained remaining remains report reported require respect respond response result results return"
    " reveal rich right rise rising role run running saw saying see seek seeking seeks seen sell send"
    " sense serious serve set share sharp show showed shows side sides sign signed significant similar"
    " simple single situation small social sort sought source sources speak special specific spread stage"
    " stand start started state stated status stay step steps stop story strengthen strengthening strong"
    " subject successful such suffer support supported sure take taken takes taking talk term terms think"
    " took total traditional true try trying turn turned type types understand unique use used useful"
    " using value view views visit want wanted wide widely wish word words work worked working works world"
    " worth write written wrong young".split()
)
