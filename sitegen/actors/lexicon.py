"""English words that show what a name is. Lists of kinds of words, never of actors."""

from __future__ import annotations

from sitegen.actors.bearers import is_first_name as is_first_name  # noqa: PLC0414 - part of what this module offers
from sitegen.actors.verbs import ACTING as ACTING  # noqa: PLC0414 - part of what this module offers


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ABBREVIATIONS = _words(
    "Mr Mrs Ms Dr Prof Sen Rep Gov Gen Brig Lt Col Maj Capt Sgt Cpl Adm Cmdr Supt Insp Rev Fr Hon Pres"
    " Cllr Ald PC DC DS DI DCI St Ste Jr Sr No Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec vs approx"
)
"""Words whose full stop ends no sentence."""

COURTESY = _words(
    "Mr Father Sister Mrs Ms Miss Mx Sir Dame Lord Lady Baroness Dr Prof Professor Officer Cllr PC WPC Nurse"
)
"""Titles that stand for a surname, or for `Sir` and `Dame` for a given name, once the full name is told."""

KEPT_TITLES = _words("Pope King Queen Prince Princess Emperor Empress Sultan Sheikh Emir Patriarch Ayatollah")
"""Titles that are part of the name of who bears them."""

FORMAL_TITLES = _words(
    "President President-elect Premier Chancellor Minister Secretary Senator Congressman Congresswoman"
    " Governor Mayor Commissioner General Colonel Major Captain Lieutenant Sergeant Admiral Marshal Judge"
    " Justice Cardinal Bishop Archbishop Imam Rabbi Reverend Speaker Ambassador Commander Superintendent"
    " Inspector Detective Constable Sen Rep Gov Gen Brig Lt Col Maj Capt Sgt Cpl Adm Cmdr Supt Insp Rev"
    " Pres Representative Deputy"
)
"""Titles after which a surname may stand alone at its first mention."""

ROLES = _words(
    "president president-elect vice-president premier chancellor minister secretary senator congressman"
    " congresswoman representative governor mayor councillor councilman councilwoman chief chairman"
    " chairwoman chairperson chair director commissioner commander general colonel major captain"
    " lieutenant sergeant admiral marshal officer inspector superintendent constable detective sheriff"
    " judge justice magistrate prosecutor attorney lawyer barrister solicitor spokesman spokeswoman"
    " spokesperson diplomat ambassador envoy consul leader speaker whip king queen prince princess emperor"
    " sultan sheikh emir pope cardinal bishop archbishop imam rabbi ayatollah patriarch reverend economist"
    " analyst scientist professor lecturer researcher historian expert scholar academic doctor nurse"
    " surgeon paramedic physician journalist reporter correspondent editor anchor presenter host columnist"
    " photographer author writer novelist poet actor actress singer musician activist campaigner dissident"
    " lawmaker legislator politician official adviser advisor aide counterpart resident witness student"
    " teacher founder co-founder owner ceo executive manager coach player firefighter engineer veteran"
    " dean coroner candidate nominee negotiator mediator oligarch businessman businesswoman billionaire"
    " entrepreneur head boss consultant pilot astronaut survivor president-designate republican democrat"
    " conservative mp mep ombudsman treasurer undersecretary deputy under-secretary secretary-general"
    " director-general warlord militant chief-of-staff strategist pollster geologist seismologist"
    " meteorologist epidemiologist virologist psychologist sociologist philosopher administrator biologist"
    " chemist developer chaplain blogger announcer laureate pathologist toxicologist organiser organizer"
    " trader farmer priest pastor vicar monk nun cleric preacher referee goalkeeper striker"
    " lieutenant-general vice-chancellor vice-chairman shopkeeper driver villager pensioner rapper"
    " comedian filmmaker director-designate physicist climatologist volcanologist hydrologist trustee"
    " curator archivist librarian headteacher barista waiter midwife fisherman sailor clerk"
    " secretary-designate chief-executive mother-of-two father-of-two whistleblower commentator defendant"
    " suspect gunman premier-designate chieftain mufti archimandrite"
)
"""Offices and occupations, as they stand before or after a person's name."""

KIN = _words(
    "wife husband son daughter brother sister mother father widow widower cousin uncle aunt nephew niece"
    " grandson granddaughter grandmother grandfather stepson partner fiancee friend friends sons daughters"
    " parents"
)
"""What people are to other people."""

SUFFIXES = _words("Jr Sr II III IV")
"""Words after a surname that tell a person from a namesake."""

FAMILY_FIRST = _words(
    "Ahn An Bae Ban Cho Choe Choi Chon Chong Chun Chung Go Ha Han Heo Ho Hong Hwang Hyun Im Jang Jeon"
    " Jeong Jin Jo Joo Ju Jung Kang Kim Ko Koo Kwak Kwon Lee Lim Ma Min Moon Na Nam No Noh Oh Paik Pak"
    " Park Rhee Ri Roh Ryu Seo Seong Shim Shin Sim Sin So Sohn Son Song Suh Sung Woo Yang Yi Yim Yoo Yoon"
    " Yu Yun Cai Cao Chan Chang Chao Chau Chen Cheng Cheung Chiang Chiu Chow Chu Cui Dai Deng Ding Dong Du"
    " Fan Fang Feng Fu Fung Gao Gong Gu Guo He Hou Hsieh Hsu Hu Huang Hui Ip Jia Jiang Kong Kwok Lai Lam"
    " Lau Law Lei Leung Li Liang Liao Lin Ling Liu Lo Long Lu Luk Luo Lung Mao Meng Mok Ng Ngai Pan Peng"
    " Poon Qian Qin Ren Shao Shen Shi Sit Su Sun Szeto Tam Tan Tang Tao To Tong Tsai Tsang Tse Tsui Tung"
    " Wan Wang Wei Wen Wong Wu Xi Xia Xiao Xie Xu Xue Yan Yao Ye Yeung Yin Yip Yuan Yuen Zeng Zhang Zhao"
    " Zheng Zhong Zhou Zhu Zou"
)
"""Family names that stand before the given name, in Korean and Chinese."""

LETTERS_AFTER = _words("KC QC MP MEP OBE CBE MBE PhD MD JP SC")
"""Honours and degrees after a name; no part of it."""

MONTHS_BORNE = _words("May March August April June")
"""Months that people bear as a name."""

ROLE_MODIFIERS = _words(
    "police prime vice deputy foreign interior defence defense finance health justice education energy"
    " labour labor press chief senior junior former acting interim outgoing incoming senate house party"
    " opposition national state federal regional local city district county fire army military naval air"
    " security intelligence human rights political social fuel policy research medical government cabinet"
    " assistant associate executive managing general majority minority attorney election union trade home"
    " presidential parliamentary congressional ministry ambulance rescue aid emergency news tv television"
    " veteran prominent leading top longtime climate war crime culture sports business economics property"
    " external environment transport agriculture commerce provincial supreme constitutional appeals high"
    " crown special lead public communications campaign"
)
"""Words that stand before an office or occupation and belong to it."""

BEING = _words("is was are were remains remained becomes became")
"""Verbs after which something is told of a place as well as of one that acts."""

PUBLIC_NOUNS = _words(
    "government president presidency premier chancellor prime minister ministers ministry foreign"
    " interior defence defense army military navy troops forces soldiers parliament leader leaders"
    " ambassador ambassadors authorities officials official diplomat diplomats secretary intelligence"
    " sanctions administration delegation negotiators lawmakers police state regime cabinet treasury"
    " spokesman spokeswoman spokesperson support invasion intervention allies ally top"
)
"""Nouns that make the country before them the one that acts: `Maldives government`, `US troops`."""

GEOGRAPHY = _words(
    "largest biggest second second-largest capital border borders coast north south east west northern"
    " southern eastern western main city airport commercial population people"
)
"""What a country has as a place: `Kazakhstan's largest city`."""

HEADS_OF = _words("president leader leaders government governments ministers king queen presidents")
"""Nouns before `of` and a country that make it the one that acts."""

INSIDE = _words(
    "in at near inside outside across throughout around into onto from to toward towards via over through"
    " within off leaving reached reaching visit visited visiting"
)
"""Words before a name that make it a place."""

WITH = _words(
    "with against between by including among like than for urges urged asks asked tells told warns warned"
    " accuses accused invaded invades enter enters attack attacks blames blamed joins joined thanked thank"
    " thanks condemned condemns praised criticised criticized sanctioned offered"
)
"""Words before a name that make it a party to something."""

CALENDAR = _words(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July"
    " August September October November December Christmas Easter Ramadan Eid Passover Hanukkah Diwali Jan"
    " Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec AM PM GMT UTC EST EDT CST PST BST CET ET"
)
"""Days, months, feasts and zone letters."""

PLACE_WORDS = _words(
    "Street Road Avenue Boulevard Lane Square River Province County City Town Village Airport Hospital"
    " Hall Park Bridge Station Strip Valley Beach Bay Island Islands Isle Mount Mountain Mountains Lake"
    " Sea Ocean Gulf Desert Peninsula Region District Territory Territories Republic Kingdom States State"
    " North South East West Northern Southern Eastern Western Central Building Tower Towers House Palace"
    " Room Wing Center Centre Camp Base Prison School College Church Mosque Temple Cathedral Museum"
    " Theatre Theater Stadium Arena Hotel Mall Estate Court Plaza Port Harbour Harbor Canal Coast Cape"
    " Creek Forest Heights Hill Hills Point Border Area Zone Ward Borough Terminal Highway Line Space"
    " Block Flats Garden Gardens"
)
"""Words that make a name the name of a place."""

OTHER_THINGS = _words(
    "Day Week Year War Act Bill Law Laws Amendment Constitution Agreement Treaty Accord Accords Award"
    " Awards Cup League Games Olympics Prize Festival Summit Conference Operation Plan Project Storm"
    " Hurricane Typhoon Shadow Inquiry Report Test Fire Live Blog Video Photos Photo Picture Pictures"
    " Image Photograph Credit Getty Update Updates Question Questions Time Minister President Office House"
    " Read More Watch Key Points Affairs Security Safety Youth Education Health Finance Defence Defense"
    " Interior Foreign Labour Labor Public Order Resolution Protocol Doctrine Spring Revolution Uprising"
    " Massacre Attack Attacks Crisis English"
)
"""Words that make a name the name of some other thing."""

INSTITUTIONS = _words(
    "University Institute Party Union Police Department Committee Commission Council Company Corporation"
    " Corp Inc Ltd LLC Plc Agency Authority Foundation Federation Association Organisation Organization"
    " Ministry Army Navy Guard Guards Bureau Brigade Coalition Alliance Society Trust Fund Parliament"
    " Assembly Consulate Directorate Secretariat Tribunal Embassy Service Services Bank Command"
    " Confederation Consortium Airlines Airways Industries Holdings Partnership Inspectorate Commissariat"
    " Taskforce Force Forces League Administration Corps Group Bundesbank Junta Front Movement Regiment"
    " Battalion Division Squad Constabulary Registry Laboratory Observatory Congress Network Consultancy"
    " Partners Syndicate Cooperative Orchestra Academy Caucus Collective Campaign Initiative Programme"
    " Program Mission Regulator Ombudsman Fidelity Enterprises Technologies Systems Motors Petroleum Oil"
    " Railways Telecom Energy Pharma Pharmaceuticals Steel EMS Investments Securities Ventures Associates"
    " Analytics Logistics"
)
"""Words that end the name of an organisation."""

LEADING_INSTITUTIONS = _words(
    "University Ministry Department Bank Institute Office Court Chamber Academy Federation Organisation"
    " Organization Association Council Union League Bureau Board Society Confederation Congress Committee"
    " Commission Party Front Movement Alliance Forum Company Club Network Campaign Coalition Foundation"
    " Center Centre Group Assembly Agency Authority Service Fund Trust School College Directorate"
    " Secretariat Doctors Mothers Women Students Families Friends Lawyers Physicians Teachers Veterans"
)
"""Words that start the name of an organisation before `of`."""

NO_INSTITUTIONS = frozenset(
    {"West Bank", "Left Bank", "Right Bank", "South Bank", "Soviet Union", "Civil Service", "Secret Services"}
)
"""Names that end as an organisation's does, and are none that acts today."""

OFFICE_SUBJECTS = _words(
    "foreign interior internal defence defense finance health justice education energy labour labor"
    " transport agriculture economy economic trade culture information emergency emergencies situations"
    " state home environment industry development social welfare security treasury fire services affairs"
    " and commerce housing science sport tourism police immigration migration"
)
"""What ministries and departments are for."""

WEAK_INSTITUTIONS = _words(
    "Service Services Force Forces Fund Trust Bank Society Command Partnership Holdings Guards League"
    " Administration Group Front Movement Division Mission Programme Program Initiative Campaign Network"
    " Partners Academy Collective Oil Energy Steel Systems Laboratory Observatory Registry Congress Corps"
    " Squad"
)
"""Those of `INSTITUTIONS` that end names of other things too: they need a name of three words."""

OFFICES = frozenset({"Foreign Office", "Home Office", "Cabinet Office", "Red Cross", "Red Crescent"})
"""Organisations whose names end in words that say nothing by themselves."""

NO_BODIES = _words(
    "Treaty Agreement Accord Act Bill Law Convention Protocol Product Index Rate Disease Disorder"
    " Syndrome Virus Time Order Cup League Games Zone Plan Restriction Restrictions Emergency Alert"
    " Warning Number System Notice Certificate Test Scale"
)
"""Words that start or end the long form of an acronym that is no organisation's."""

OWNERS = _words(
    "People Citizen Citizens Women Men Children Workers Veterans Farmers Teachers Students King Queen"
)
"""Words that with a possessive ending start the name of an organisation: `Citizen's Advice Bureau`."""

WEAK_MASTHEADS = _words("Mail Express Mirror Star Standard Globe Guardian Inquirer Examiner Magazine")
"""Those of `MASTHEADS` that end names of other things too."""

SURNAMES_OF_PLACES = _words("Hall Park Hill Lake West North Lane Church Camp")
"""Those of `PLACE_WORDS` that people bear."""

COMPASS = _words(
    "New North South East West Northern Southern Eastern Western Central Upper Lower Greater Little"
)
"""Words before the name of a country that make it the name of another place."""

MASTHEADS = _words(
    "Times Post Press News Herald Tribune Journal Gazette Daily Telegraph Chronicle Observer Guardian"
    " Mail Express Mirror Star Standard Globe Inquirer Examiner Broadcasting TV Radio Newspaper Newswire"
    " Magazine Zeitung"
)
"""Words that end the name of a newspaper or station."""

PARTIES = _words(
    "Democrats Republicans Conservatives Greens Socialists Liberals Tories Nationalists Communists"
    " Centrists Independents Radicals Progressives Populists Royalists Unionists"
)
"""Plurals that name a party, and just as often those who belong to it."""

NOT_IN_NAMES = PARTIES | CALENDAR | PLACE_WORDS | OTHER_THINGS | INSTITUTIONS | MASTHEADS
"""Words that no person's name has, but for surnames such as Hall."""

NEWS_NOUNS = _words(
    "agency service newspaper paper channel broadcaster outlet website magazine daily tabloid station"
    " media network newswire radio television tv weekly portal"
)
"""What a news outlet is."""

NEWS_MODIFIERS = _words(
    "news state state-run state-owned state-affiliated media press television tv radio local newspaper"
    " wire independent private public official pro-government opposition"
)
"""Words before a news noun that make it one."""

COMPANY_NOUNS = _words(
    "company firm operator producer maker manufacturer airline carrier bank giant retailer insurer"
    " contractor developer supplier startup conglomerate carmaker planemaker lender bookmaker utility"
)
"""What a business is."""

PARTICLES = _words(
    "de da do dos di du del della la le van von der den ter bin ibn bint al el ul ben abu zu af"
)
"""Small words within names of people."""

FUNCTION_WORDS = _words(
    "the a an this that these those his her its their our my your he she it they we i you who what when"
    " where why how which there here in on at by for from to of with without as after before during since"
    " until under over about against between among into through and or but nor so yet if then than while"
    " although though because unless however meanwhile earlier later now today tonight yesterday tomorrow"
    " also still just only even not no yes all some any many most more few several both each every other"
    " another such one two three four five six seven eight nine ten dozens hundreds thousands first last"
    " next new former is are was were be been has have had do does did will would can could should may"
    " might must asked speaking standing according amid despite following like see read watch live"
    " breaking explainer analysis opinion exclusive photos pictures video coming up out down again once"
    " too very well back off put take get let please thanks good welcome hello eleven twelve thirteen"
    " fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty"
    " ninety hundred thousand million scores nobody everyone everybody anyone someone people others half"
    " neither none thank sorry nearly almost around roughly outside inside near beside afterwards"
    " afterward previously recently soon finally currently initially eventually shortly overnight instead"
    " moreover furthermore additionally similarly separately elsewhere nonetheless nevertheless perhaps"
    " maybe certainly clearly indeed thus hence therefore otherwise besides beyond whereas whether who’s"
)
"""Words that start a sentence with a capital and belong to no name."""

COURTS = _words(
    "Supreme High Constitutional Federal Crown District Appeals Criminal Magistrates County Family"
    " Administrative European International Circuit Superior Appeal Military Civil Regional Cassation"
)
"""Words before `Court` that make it a court of law."""

PATIENTS = _words(
    "patients patient wounded injured treated treats treating hurt doctors nurses staff beds surgeons"
    " victims hospitalised hospitalized intensive care wards"
)
"""Words beside a hospital that show it at work."""

PLACES_OF = _words(
    "mayor governor city town village port district region province bishop archbishop people residents"
    " streets outskirts north south east west centre center parts capital state island county area battle"
    " siege coast suburb municipality settlement community neighbourhood neighborhood hamlet department"
    " shores banks duke airport gates road towns villages sultan prefect territory republic"
)
"""Words before `of` and the name of a place."""

ORG_NOUNS = _words(
    "charity agency regulator watchdog union party movement federation association think-tank thinktank"
    " ngo organisation organization foundation institute pollster consortium brokerage club service group"
    " network company firm operator producer maker manufacturer airline carrier bank giant retailer"
    " insurer contractor developer supplier startup start-up conglomerate carmaker planemaker lender"
    " bookmaker utility rival multinational group's chain consultancy fund nonprofit non-profit coalition"
    " alliance platform parent subsidiary unit website exchange body bureau ministry academy museum"
    " hospital school college monitor coastguard zoo theatre league committee council"
)
"""What an organisation is, beside its name."""

ARMED_NOUNS = _words(
    "militant rebel armed jihadist extremist terrorist insurgent militia paramilitary guerrilla gang"
)
"""Words that make a group one that fights."""

HEADS = _words(
    "leader leaders chief head spokesman spokeswoman spokesperson president chairman chairwoman director"
    " board members member boss secretary founder officials official lawmakers candidate lawyers lawyer"
    " analysts analyst economist economists strategist offices office headquarters"
)
"""Who or what an organisation has."""

NO_INITIALS = _words(
    "CEO GDP DNA HIV TV US UK UAE EU UN COVID SUV ATM NGO PPE ICU AIDS UFO HMS USS GPS CCTV MPH PM MP IED"
    " AK RIP FAQ LIVE BREAKING NEW UPDATE UPDATED WATCH READ MORE VIDEO PHOTOS ID IQ OK VIP USD EUR GBP"
    " VAT MRI PCR RPG DIY HQ II III IV PR AI IT LGBT LGBTQ LGBTQI BAME GCSE HGV MMR SOS MSP MEP QC KC OBE"
    " CBE MBE PhD DUI DWI NSW BST GMT UTC EST EDT CST CDT MST MDT PST PDT CET CEST IST JST HKT SGT AEST"
    " AEDT MSK EET NB PS ETA AM BC AD CE BCE AAA BBB DC LA NY NYC SAR WWI WWII IS FM JT UA BA CBD CPR DMZ"
    " LNG LPG LOL MoU RIB SMS URL USB WMD YTD COBRA AFC FC MPS YOU WHAT WHO WHY HOW THE AND FOR NOT ALL"
    " BBQ DJ TNT KO STOP MUST ARE WAS HAS HIS HER OUR OUT NOW END KEY MAP"
)
"""Capitals that stand for no organisation, or for one that has a recogniser of its own."""

THINGS = _words(
    "ship liner ferry boat yacht tanker vessel trawler frigate destroyer submarine freighter tug lifeboat"
    " hurricane storm typhoon cyclone tornado missile rocket satellite capsule drone film movie song album"
    " novel book play opera variant strain comet asteroid horse dog"
)
"""Things that bear people's names."""
