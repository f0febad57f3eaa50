"""Closed word classes of English, and the most frequent of Russian and Kazakh, that finding names and phrases leans on.

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
    " завтра там тут здесь теперь сейчас тогда"
    " ол бұл осы сол біз сіз олар менің оның біздің олардың бірақ және немесе үшін туралы бойынша кейін дейін бері"
    " соң сондай мұндай осындай барлық бүкіл әр кейбір қазір бүгін кеше ертең сонда мұнда онда егер себебі алайда"
    " дегенмен сондықтан мен пен бен қандай қашан қайда кім не".split()
)

DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july"
    " august september october november december jan feb mar apr jun jul aug sept sep oct nov dec spring"
    " summer autumn winter day days week weeks month months year years decade decades century centuries"
    " time times moment today mon tue tues wed thu thur thurs fri sat".split()
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
    " project protocol school secretariat service society strategy summit treaty tribunal union university"
    " cooperative co-operative guild laboratory".split()
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
    " past pay people period permit place places plan planned planning plans play please point points political"
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

# Function words that open a name where they have a capital inside a sentence: “New York”, “Second World War”.
OPENERS = frozenset("new old first second third".split())

# Ranks and offices that, like ROLE_HEADS, end where a person's name begins; the words below stand in them.
RANKS = frozenset(
    "president-elect officer constable corporal brigadier commodore ensign inspector detective superintendent sheriff"
    " adm vice-admiral rear-admiral gen lt lieutenant col sgt maj capt cmdr cpl pvt insp supt gov sen rep"
    " hon rev amb cllr sec pres reverend rabbi archbishop monsignor pastor priest"
    " councillor councilman councilwoman alderman treasurer auditor attorney lawyer coach whip administrator"
    " goalkeeper coordinator co-ordinator undersecretary"
    " mp mps mep meps msp msps under-secretary vice-chair vice-chairman co-chair co-chairman cofounder baron baroness countess"
    " mullah ayatollah mme monsieur madame herr señor señora".split()
)
WITH_RANKS = frozenset(
    "rear vice petty warrant lance chief senior junior assistant associate under operating managing commanding"
    " staff major brigadier lieutenant press majority minority".split()
)
# Crowned heads are also namesakes: “Prince William Sound”, “King George Hospital”.
NAMESAKES = frozenset(
    "king queen prince princess emperor sir lord lady pope bishop president major captain admiral judge".split()
)
# What such a name ends in where it is a place.
SITES = frozenset(
    "sound island islands river lake bay sea street road avenue square park hospital county city town bridge"
    " airport station stadium harbour harbor port hotel mountain mountains mount valley falls cape coast canal"
    " dam palace castle garden gardens house hall library district province region ward college arena beach"
    " theatre theater tower zoo forest reef desert plateau".split()
)
# What a minister or secretary is of.
PORTFOLIOS = frozenset(
    "state defense defence interior treasury finance foreign affairs health justice education energy labor labour"
    " commerce trade agriculture transport transportation environment economy culture security general fisheries"
    " forestry housing tourism industry immigration".split()
)
# What “of” follows in a name though no such thing is a body: “Republic of …”, “Gulf of …”.
OF_KINDS = frozenset(
    "republic kingdom states emirates emirate duchy commonwealth dominion gulf bay sea strait straits cape isle"
    " isles island islands lake mount river valley mouth port house houses chamber battle siege war church order"
    " day year week month decade art arts bill statement declaration rights chiefs staff palace museum gallery city"
    " town county province state district region territory son daughter sons daughters friends knights cathedral"
    " abbey tower temple library history journal bank branch supreme super people nation nations society queen king"
    " secretary ministry board academy".split()
)

# Days that have a name of their own: “Good Friday”, “Black Monday”.
NAMED_DAYS = frozenset(
    "black good bloody super ash palm easter cyber maundy holy whit shrove giving first boxing".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun"
    " jul aug sep sept oct nov dec".split()
)

# Codes that name no thing: hours and their zones, offices, formats.
CODES = frozenset(
    "gmt est edt cst cdt mst pst pdt cet cest utc bst et am pm tv ok hq ceo cfo coo pr faq url html pdf"
    " ii iii iv vi vii viii".split()
)

# Letters that follow a person's name.
POSTNOMINALS = frozenset("MP MPs MEP MEPs MSP MSPs QC QCs KC KCs PhD OBE MBE CBE".split())

# States and provinces as datelines and addresses shorten them: “Fort Anne, Mass.”
STATES = frozenset(
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa"
    " penn tenn tex va vt wash wis wyo ont que alta".split()
)

# Words of the page round a text, of captions and of credits.
PAGE_WORDS = frozenset(
    "photo photos photograph image images picture pictures video videos headline headlines caption copyright click"
    " read more share tweet email print subscribe advertisement comments note chapter section figure table page"
    " appendix graphic opinion editorial updated published posted file story stories live watch speaking".split()
)

# Adjectives of size, rank and judgement: what they say of a thing makes no other thing of it.
DEGREES = frozenset(
    "massive huge enormous vast giant immense tiny minor worse worst best better biggest greatest powerful full"
    " entire immediate fresh truly highly very slow fast quick rapid heavy severe serious strong stronger weak"
    " tough hard poor bad good nice happy sad clear busy ready likely unlikely available regular routine usual"
    " normal average recent ongoing future past modern ancient initial final overall additional further extra"
    " same similar different various numerous several many few whole half certain sure"
    " dramatic devastating tragic terrible horrible awful extraordinary remarkable unprecedented historic"
    " crucial vital critical essential urgent suspected confirmed alleged apparent so-called affected".split()
)

# Past forms that no ending tells, and the commonest verbs of events: none ends a noun phrase.
VERBS = frozenset(
    "arose ate awoke beat became began bent bit bled blew bore bought bound bred broke brought built burnt burst"
    " came caught chose clung crept dealt did died dove drank drew driven drove dug fed fell felt fled flew forbade"
    " forgot forgave fought found froze gave gone got grew had held hid hit hung hurt kept knelt knew laid lain lay"
    " led left lent let lit lost made meant met paid proven put quit ran rang read rose said sang sank sat saw sent"
    " set shook shot showed shrank shut slept slid sold sought spent spoke sprang spun stole stood struck stuck sung"
    " sunk swam swept swore swung taken taught thought threw told took tore torn understood wept went woke won wore"
    " worn wrote happens occurs remains becomes seems appears tells urges helps makes takes gives keeps says shows"
    " dont doesnt didnt cant wont isnt arent wasnt werent".split()
)

# Plurals that may stand before the noun of a phrase; after any other a verb is likelier (“officials acknowledge”).
PLURALS_BEFORE = frozenset(
    "sports rights arms goods news savings sales customs operations systems services communications affairs series"
    " species physics economics politics statistics mathematics ethics genetics genomics logistics electronics"
    " robotics diabetes rabies measles works needs appeals careers jobs awards admissions honours honors securities"
    " futures earnings proceedings hostilities human-rights women men people children goods gas process access"
    " business progress crisis analysis basis virus campus census status".split()
)
UNITS = frozenset(
    "km mile metre meter kilometre kilometer foot feet inch yard acre hectare ton tonne barrel gallon litre liter"
    " dollar pound euro yuan rouble ruble tenge cent kg mg sq degree hour minute day week month year".split()
)

# Kinds of events and works, that a name of plain words ends in as well: “Spanish Civil War”.
OCCASIONS = frozenset(
    "war wars revolution rebellion uprising crisis games cup prize award awards championship championships league"
    " festival day week year act bill law treaty accord convention declaration report survey review test scale index"
    " times post news herald journal street house tower line express airlines railway system service".split()
)

# Kinds of things that are told apart by number: alone, and only as part of a name.
NUMBERED = frozenset("resolution proposition directive flight route highway agenda".split())
LAWS = frozenset("act bill law regulation amendment protocol article section order statute code".split())

# What happened somewhere, as texts name it by the place: “Tarnow war”, “Port Mary earthquake”.
EVENTS = frozenset(
    "war wars conflict conflicts crisis earthquake quake tsunami flood floods famine drought eruption hurricane"
    " election elections referendum invasion occupation revolution uprising rebellion revolt coup massacre genocide"
    " scandal affair inquiry memo treaty accord accords doctrine summit talks trial attack attacks bombing bombings"
    " riots protests siege blockade embargo bailout merger spill outbreak epidemic pandemic fire disaster crash".split()
)

# What a person is by trade: before a full name no part of it (“Rapper Vera Teasdale”).
TRADES = frozenset(
    "actor actress artist author broadcaster captain columnist comedian composer correspondent dancer defender"
    " designer driver editor engineer eyewitness farmer fisherman forward historian lecturer midfielder musician"
    " novelist painter photographer physicist pilot playwright poet producer publisher rapper reporter researcher"
    " resident scholar scientist singer skipper songwriter striker student substitute surgeon teacher witness winger"
    " writer democrat republican senior veteran".split()
)
# Places that are called by whose they are: “St. James’s Park”.
OWNED_SITES = frozenset(
    "square park street road lane hospital college church cathedral hall bay island garden gardens vineyard cove"
    " point gate wharf market head landing cross".split()
)
