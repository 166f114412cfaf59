"""English words that show what a name is. Lists of kinds of words, never of actors."""

from __future__ import annotations

from sitegen.actors.words import word_set

ABBREVIATIONS = word_set(
    "Mr Mrs Ms Dr Prof Sen Rep Gov Gen Brig Lt Col Maj Capt Sgt Cpl Adm Cmdr Supt Insp Rev Fr Hon Pres"
    " Cllr Ald PC DC DS DI DCI St Ste Jr Sr No Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec vs approx"
)
"""Words whose full stop ends no sentence."""

COURTESY = word_set(
    "Mr Father Sister Mrs Ms Miss Mx Sir Dame Lord Lady Baroness Dr Prof Professor Officer Cllr PC WPC Nurse"
)
"""Titles that stand for a surname, or for `Sir` and `Dame` for a given name, once the full name is told."""

KEPT_TITLES = word_set(
    "Pope King Queen Prince Princess Emperor Empress Sultan Sheikh Emir Patriarch Ayatollah"
)
"""Titles that are part of the name of who bears them."""

FORMAL_TITLES = word_set(
    "President President-elect Premier Chancellor Minister Secretary Senator Congressman Congresswoman"
    " Governor Mayor Commissioner General Colonel Major Captain Lieutenant Sergeant Admiral Marshal Judge"
    " Justice Cardinal Bishop Archbishop Imam Rabbi Reverend Speaker Ambassador Commander Superintendent"
    " Inspector Detective Constable Sen Rep Gov Gen Brig Lt Col Maj Capt Sgt Cpl Adm Cmdr Supt Insp Rev"
    " Pres Representative Deputy"
)
"""Titles after which a surname may stand alone at its first mention."""

ROLES = word_set(
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
    " suspect gunman premier-designate chieftain mufti archimandrite diver jailer trooper ranger carpenter"
    " miner baker mechanic electrician accountant banker broker tailor coordinator trainer counsellor"
    " counselor caretaker postman cook chef barber hairdresser vet zoologist botanist surveyor architect"
    " playwright dramatist composer conductor pianist cellist violinist dancer comic sculptor painter"
    " illustrator cartoonist publisher printer bookseller skipper helmsman swimmer runner cyclist boxer"
    " wrestler gymnast footballer cricketer golfer jockey umpire tycoon magnate financier investor"
    " president-in-waiting shipowner steward stewardess retiree widow orphan refugee migrant hostage"
    " prisoner inmate detainee convict"
)
"""Offices and occupations, as they stand before or after a person's name."""

ROLE_MODIFIERS = word_set(
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

BEING = word_set("is was are were remains remained becomes became")
"""Verbs after which something is told of a place as well as of one that acts."""

PUBLIC_NOUNS = word_set(
    "government president presidency premier chancellor prime minister ministers ministry foreign"
    " interior defence defense army military navy troops forces soldiers parliament leader leaders"
    " ambassador ambassadors authorities officials official diplomat diplomats secretary intelligence"
    " sanctions administration delegation negotiators lawmakers police state regime cabinet treasury"
    " spokesman spokeswoman spokesperson support invasion intervention allies ally top"
)
"""Nouns that make the country before them the one that acts: `Maldives government`, `US troops`."""

GEOGRAPHY = word_set(
    "largest biggest second second-largest capital border borders coast north south east west northern"
    " southern eastern western main city airport commercial population people"
)
"""What a country has as a place: `Kazakhstan's largest city`."""

HEADS_OF = word_set("president leader leaders government governments ministers king queen presidents")
"""Nouns before `of` and a country that make it the one that acts."""

INSIDE = word_set(
    "in at near inside outside across throughout around into onto from to toward towards via over through"
    " within off leaving reached reaching visit visited visiting"
)
"""Words before a name that make it a place."""

WITH = word_set(
    "with against between by including among like than for urges urged asks asked tells told warns warned"
    " accuses accused invaded invades enter enters attack attacks blames blamed joins joined thanked thank"
    " thanks condemned condemns praised criticised criticized sanctioned offered"
)
"""Words before a name that make it a party to something."""

CALENDAR = word_set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July"
    " August September October November December Christmas Easter Ramadan Eid Passover Hanukkah Diwali Jan"
    " Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec AM PM GMT UTC EST EDT CST PST BST CET ET"
)
"""Days, months, feasts and zone letters."""

PLACE_WORDS = word_set(
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

OTHER_THINGS = word_set(
    "Day Week Year War Act Bill Law Laws Amendment Constitution Agreement Treaty Accord Accords Award"
    " Awards Cup League Games Olympics Prize Festival Summit Conference Operation Plan Project Storm"
    " Hurricane Typhoon Shadow Inquiry Report Test Fire Live Blog Video Photos Photo Picture Pictures"
    " Image Photograph Credit Getty Update Updates Question Questions Time Minister President Office House"
    " Read More Watch Key Points Affairs Security Safety Youth Education Health Finance Defence Defense"
    " Interior Foreign Labour Labor Public Order Resolution Protocol Doctrine Spring Revolution Uprising"
    " Massacre Attack Attacks Crisis English"
)
"""Words that make a name the name of some other thing."""

INSTITUTIONS = word_set(
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

LEADING_INSTITUTIONS = word_set(
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

OFFICE_SUBJECTS = word_set(
    "foreign interior internal defence defense finance health justice education energy labour labor"
    " transport agriculture economy economic trade culture information emergency emergencies situations"
    " state home environment industry development social welfare security treasury fire services affairs"
    " and commerce housing science sport tourism police immigration migration"
)
"""What ministries and departments are for."""

WEAK_INSTITUTIONS = word_set(
    "Service Services Force Forces Fund Trust Bank Society Command Partnership Holdings Guards League"
    " Administration Group Front Movement Division Mission Programme Program Initiative Campaign Network"
    " Partners Academy Collective Oil Energy Steel Systems Laboratory Observatory Registry Congress Corps"
    " Squad"
)
"""Those of `INSTITUTIONS` that end names of other things too: they need a name of three words."""

OFFICES = frozenset(
    {
        *("Foreign Office", "Home Office", "Cabinet Office", "Meteorological Office"),
        *("Geological Survey", "Statistics Office", "Audit Office", "Red Cross", "Red Crescent"),
    }
)
"""Organisations whose names end in words that say nothing by themselves."""

NO_BODIES = word_set(
    "Treaty Agreement Accord Act Bill Law Convention Protocol Product Index Rate Disease Disorder"
    " Syndrome Virus Time Order Cup League Games Zone Plan Restriction Restrictions Emergency Alert"
    " Warning Number System Notice Certificate Test Scale"
)
"""Words that start or end the long form of an acronym that is no organisation's."""

OWNERS = word_set(
    "People Citizen Citizens Women Men Children Workers Veterans Farmers Teachers Students King Queen"
)
"""Words that with a possessive ending start the name of an organisation: `Citizen's Advice Bureau`."""

WEAK_MASTHEADS = word_set("Mail Express Mirror Star Standard Globe Guardian Inquirer Examiner Magazine")
"""Those of `MASTHEADS` that end names of other things too."""

SURNAMES_OF_PLACES = word_set("Hall Park Hill Lake West North Lane Church Camp")
"""Those of `PLACE_WORDS` that people bear."""

COMPASS = word_set(
    "New North South East West Northern Southern Eastern Western Central Upper Lower Greater Little"
)
"""Words before the name of a country that make it the name of another place."""

MASTHEADS = word_set(
    "Times Post Press News Herald Tribune Journal Gazette Daily Telegraph Chronicle Observer Guardian"
    " Mail Express Mirror Star Standard Globe Inquirer Examiner Broadcasting TV Radio Newspaper Newswire"
    " Magazine Zeitung"
)
"""Words that end the name of a newspaper or station."""

PARTIES = word_set(
    "Democrats Republicans Conservatives Greens Socialists Liberals Tories Nationalists Communists"
    " Centrists Independents Radicals Progressives Populists Royalists Unionists"
)
"""Plurals that name a party, and just as often those who belong to it."""

NOT_IN_NAMES = PARTIES | CALENDAR | PLACE_WORDS | OTHER_THINGS | INSTITUTIONS | MASTHEADS
"""Words that no person's name has, but for surnames such as Hall."""

NEWS_NOUNS = word_set(
    "agency service newspaper paper channel broadcaster outlet website magazine daily tabloid station"
    " media network newswire radio television tv weekly portal"
)
"""What a news outlet is."""

NEWS_MODIFIERS = word_set(
    "news state state-run state-owned state-affiliated media press television tv radio local newspaper"
    " wire independent private public official pro-government opposition"
)
"""Words before a news noun that make it one."""

COMPANY_NOUNS = word_set(
    "company firm operator producer maker manufacturer airline carrier bank giant retailer insurer"
    " contractor developer supplier startup conglomerate carmaker planemaker lender bookmaker utility"
)
"""What a business is."""

PARTICLES = word_set(
    "de da do dos di du del della la le van von der den ter bin ibn bint al el ul ben abu zu af"
)
"""Small words within names of people."""

FUNCTION_WORDS = word_set(
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
