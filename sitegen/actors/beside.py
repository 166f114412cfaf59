"""English words that stand beside names and tell what these are."""

from __future__ import annotations

from sitegen.actors.words import word_set

KIN = word_set(
    "wife husband son daughter brother sister mother father widow widower cousin uncle aunt nephew niece"
    " grandson granddaughter grandmother grandfather stepson partner fiancee friend friends sons daughters"
    " parents"
)
"""What people are to other people."""

SUFFIXES = word_set("Jr Sr II III IV")
"""Words after a surname that tell a person from a namesake."""

LETTERS_AFTER = word_set("KC QC MP MEP OBE CBE MBE PhD MD JP SC")
"""Honours and degrees after a name; no part of it."""

MONTHS_BORNE = word_set("May March August April June")
"""Months that people bear as a name."""

FAMILY_FIRST = word_set(
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

THINGS = word_set(
    "ship liner ferry boat yacht tanker vessel trawler frigate destroyer submarine freighter tug lifeboat"
    " hurricane storm typhoon cyclone tornado missile rocket satellite capsule drone film movie song album"
    " novel book play opera variant strain comet asteroid horse dog"
)
"""Things that bear people's names."""

PLACES_OF = word_set(
    "mayor governor city town village port district region province bishop archbishop people residents"
    " streets outskirts north south east west centre center parts capital state island county area battle"
    " siege coast suburb municipality settlement community neighbourhood neighborhood hamlet department"
    " shores banks duke airport gates road towns villages sultan prefect territory republic"
)
"""Words before `of` and the name of a place."""

PATIENTS = word_set(
    "patients patient wounded injured treated treats treating hurt doctors nurses staff beds surgeons"
    " victims hospitalised hospitalized intensive care wards"
)
"""Words beside a hospital that show it at work."""

COURTS = word_set(
    "Supreme High Constitutional Federal Crown District Appeals Criminal Magistrates County Family"
    " Administrative European International Circuit Superior Appeal Military Civil Regional Cassation"
)
"""Words before `Court` that make it a court of law."""

ORG_NOUNS = word_set(
    "charity agency regulator watchdog union party movement federation association think-tank thinktank"
    " ngo organisation organization foundation institute pollster consortium brokerage club service group"
    " network company firm operator producer maker manufacturer airline carrier bank giant retailer"
    " insurer contractor developer supplier startup start-up conglomerate carmaker planemaker lender"
    " bookmaker utility rival multinational group's chain consultancy fund nonprofit non-profit coalition"
    " alliance platform parent subsidiary unit website exchange body bureau ministry academy museum"
    " hospital school college monitor coastguard zoo theatre league committee council"
)
"""What an organisation is, beside its name."""

ARMED_NOUNS = word_set(
    "militant rebel armed jihadist extremist terrorist insurgent militia paramilitary guerrilla gang"
)
"""Words that make a group one that fights."""

HEADS = word_set(
    "leader leaders chief head spokesman spokeswoman spokesperson president chairman chairwoman director"
    " board members member boss secretary founder officials official lawmakers candidate lawyers lawyer"
    " analysts analyst economist economists strategist offices office headquarters"
)
"""Who or what an organisation has."""

NO_INITIALS = word_set(
    "CEO GDP DNA HIV TV US UK UAE EU UN COVID SUV ATM NGO PPE ICU AIDS UFO HMS USS GPS CCTV MPH PM MP IED"
    " AK RIP FAQ LIVE BREAKING NEW UPDATE UPDATED WATCH READ MORE VIDEO PHOTOS ID IQ OK VIP USD EUR GBP"
    " VAT MRI PCR RPG DIY HQ II III IV PR AI IT LGBT LGBTQ LGBTQI BAME GCSE HGV MMR SOS MSP MEP QC KC OBE"
    " CBE MBE PhD DUI DWI NSW BST GMT UTC EST EDT CST CDT MST MDT PST PDT CET CEST IST JST HKT SGT AEST"
    " AEDT MSK EET NB PS ETA AM BC AD CE BCE AAA BBB DC LA NY NYC SAR WWI WWII IS FM JT UA BA CBD CPR DMZ"
    " LNG LPG LOL MoU RIB SMS URL USB WMD YTD COBRA AFC FC MPS YOU WHAT WHO WHY HOW THE AND FOR NOT ALL"
    " BBQ DJ TNT KO STOP MUST ARE WAS HAS HIS HER OUR OUT NOW END KEY MAP"
)
"""Capitals that stand for no organisation, or for one that has a recogniser of its own."""
