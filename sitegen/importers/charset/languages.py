"""Languages as witnesses: their letters, their commonest words, and the encodings that their texts come in.

A reading of bytes is believed where it is text of a language that is written in that encoding.
Letters follow CLDR's main exemplar characters.
"""

from __future__ import annotations

from dataclasses import dataclass

_WESTERN = ("cp1252", "mac_roman")
_CENTRAL = ("cp1250", "iso8859_2")
_BALTIC = ("cp1257", "iso8859_13")
_CYRILLIC = ("cp1251", "koi8_r", "koi8_u", "iso8859_5", "cp866", "mac_cyrillic")
_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language that saved texts are in."""

    name: str
    """Its name in English."""
    encodings: tuple[str, ...]
    """Python's names of the encodings, beside Unicode's, that its texts come in."""
    letters: frozenset[str]
    """Its letters outside ASCII, small."""
    words: frozenset[str] = frozenset()
    """Its commonest words; empty where whole texts may have none of them."""
    common: frozenset[str] = frozenset()
    """Its commonest characters, where a text has too many others to list."""

    @property
    def latin(self) -> bool:
        """True where its letters are Latin ones: much of its texts is the same in all encodings."""
        return any(letter < "\u0250" for letter in self.letters)


def _alphabet(name: str, encodings: tuple[str, ...], letters: str, words: str = "") -> Language:
    return Language(
        name=name, encodings=encodings, letters=frozenset(letters), words=frozenset(words.split())
    )


def _characters(name: str, encodings: tuple[str, ...], common: str) -> Language:
    return Language(name=name, encodings=encodings, letters=frozenset(), common=frozenset(common))


LANGUAGES = (
    _alphabet(
        "English",
        _WESTERN,
        "àáâãäåæçèéêëíîïñóôöøúûüœ",
        "the of and to in a is that for it was on with as by at from are be this were has have had not but "
        "they said who will an after been its more their there we you",
    ),
    _alphabet(
        "German",
        _WESTERN,
        "äöüß",
        "der die das und ist nicht ein eine den dem des von mit auf für im zu sich auch an werden aus er hat "
        "dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor zur",
    ),
    _alphabet(
        "French",
        _WESTERN,
        "àâæçèéêëîïôùûüÿœ",
        "le la les de des du et est un une que qui dans pour pas sur au aux avec ce il elle par plus se ont "
        "en son sa ses été cette sont ne mais ou l d",
    ),
    _alphabet(
        "Spanish",
        _WESTERN,
        "áéíñóúüªº",
        "el la los las de del y que en un una por con para se no su al es lo como más pero sus ha fue este",
    ),
    _alphabet(
        "Portuguese",
        _WESTERN,
        "àáâãçéêíóôõúüªº",
        "o a os as de do da dos das e que em um uma para com não por no na se mais como mas ao foi são à",
    ),
    _alphabet(
        "Italian",
        _WESTERN,
        "àèéìíîòóùúªº",
        "il lo la i gli le di del della dei delle e che un una in per con non si è da sono al alla nel più",
    ),
    _alphabet(
        "Catalan",
        _WESTERN,
        "àçèéíïòóúü·",
        "el la els les de del dels i que en un una per amb no es és a al als ha com més però s d l han o si",
    ),
    _alphabet(
        "Afrikaans",
        _WESTERN,
        "áèéêëíîïôöûü",
        "die van en in is het wat nie dat te met vir op aan n om sy hy as was sal word kan deur ook",
    ),
    _alphabet(
        "Dutch",
        _WESTERN,
        "áéëèêïóöü",
        "de het een en van in is dat op te zijn met voor niet aan er om ook als bij door naar uit worden",
    ),
    _alphabet(
        "Swedish",
        _WESTERN,
        "åäöéà",
        "och att det i en som på är av för med den till inte har de om ett men vid var sig från vi",
    ),
    _alphabet(
        "Danish or Norwegian",
        _WESTERN,
        "æøåéòôó",
        "og at det i en som på er av af for med den til ikke har de om et men ved var seg sig fra der",
    ),
    _alphabet(
        "Finnish",
        _WESTERN,
        "åäö",
        "ja on ei se että oli hän mutta kun myös ovat joka sen tai mukaan kuin niin ole jo",
    ),
    _alphabet(
        "Icelandic",
        ("cp1252",),
        "áðéíóúýþæö",
        "og að í á er sem til en um við með það var ekki fyrir hann af frá",
    ),
    _alphabet(
        "Polish",
        _CENTRAL,
        "ąćęłńóśźż",
        "i w na z się nie do że to jest o po jak od za przez dla ma są ale był oraz już przy co nie lub",
    ),
    _alphabet(
        "Czech",
        _CENTRAL,
        "áčďéěíňóřšťúůýž",
        "a v se na je že s z do o to i by pro od za po ve podle jako jsou ale byl k nebo není při",
    ),
    _alphabet(
        "Slovak",
        _CENTRAL,
        "áäčďéíĺľňóôŕšťúýž",
        "a v sa na je že s z do o to aj by pre od za po vo podľa ako sú ale bol k alebo nie pri",
    ),
    _alphabet(
        "Hungarian",
        _CENTRAL,
        "áéíóöőúüű",
        "a az és hogy nem is egy volt de ez meg csak már el ki mint azt van után még több vagy nincs",
    ),
    _alphabet(
        "Slovenian",
        _CENTRAL,
        "čšž",
        "in je v na se za da so ki pri z s po od kot pa ne tudi bi ni ali",
    ),
    _alphabet(
        "Croatian",
        _CENTRAL,
        "čćđšž",
        "i u je na se za da su od s o ne što koji a bi iz će kao do nije ili nema",
    ),
    _alphabet(
        "Romanian",
        (*_CENTRAL, "iso8859_16"),
        "ăâîșşțţ",
        "și şi de a în la cu pe care nu un o din că ce este pentru mai au fost prin sau",
    ),
    _alphabet("Albanian", (*_WESTERN, *_CENTRAL), "çë", "të në dhe i e për me nga se një ka që është si nuk"),
    _alphabet(
        "Esperanto",
        ("iso8859_3",),
        "ĉĝĥĵŝŭ",
        "la de kaj en estas ne por al ke per oni si estis kiu el pri kun ĉu aŭ ankaŭ",
    ),
    _alphabet(
        "Irish",
        _WESTERN,
        "áéíóú",
        "an na a ar is le i go do agus sa níl ní atá bhfuil nó chun as den leis",
    ),
    _alphabet(
        "Turkish",
        ("cp1254",),
        "çğıöşüâîû",
        "ve bir bu da de için ile olarak çok daha olan gibi kadar sonra ise en var ne değil olduğunu veya",
    ),
    _alphabet(
        "Lithuanian",
        _BALTIC,
        "ąčęėįšųūž",
        "ir yra kad į iš su ne už bet tai kaip nuo po apie buvo arba nėra",
    ),
    _alphabet(
        "Latvian",
        _BALTIC,
        "āčēģīķļņšūžō",
        "un ir ka ar uz no par bet tas kā arī pie pēc bija kas nav vai",
    ),
    _alphabet(
        "Estonian",
        (*_BALTIC, "cp1252"),
        "äöõüšž",
        "ja on ei et see oli ta kui aga ka oma mis kes ning pärast või",
    ),
    _alphabet(
        "Russian",
        _CYRILLIC,
        _RUSSIAN,
        "и в не на что с по к из у от за о для как это но а до его мы он она они был же уже их или был при",
    ),
    _alphabet(
        "Ukrainian",
        _CYRILLIC,
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
        "і в не на що з у до та за від про як для є це по але вже його які або при",
    ),
    _alphabet(
        "Belarusian",
        _CYRILLIC,
        "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
        "і у не на што з да па як для ад ці за яго або гэта пры",
    ),
    _alphabet(
        "Bulgarian",
        _CYRILLIC,
        "абвгдежзийклмнопрстуфхцчшщъьюя",
        "и в на не за да се е от с че по като са из до но ще след който или при",
    ),
    _alphabet(
        "Kazakh",
        ("kz1048",),
        _RUSSIAN + "әғқңөұүһі",
        "және бұл мен бір деп үшін туралы емес болды осы ол де да бар",
    ),
    _alphabet(
        "Serbian or Macedonian",
        _CYRILLIC,
        "абвгдђѓежзѕијкќлљмнњопрстћуфхцчџш",
        "и у је на се да за су од са не што из о као ће или во е со",
    ),
    _alphabet("Greek", ("cp1253", "iso8859_7"), "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"),
    _alphabet(
        "Hebrew", ("cp1255",), "אבגדהוזחטיךכלםמןנסעףפץצקרשת׳״־", "של את על לא הוא זה כי עם גם היא כל אם או"
    ),
    _alphabet(
        "Arabic",
        ("cp1256", "iso8859_6"),
        "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيـًٌٍَُِّْ،؛؟",
        "في من على إلى أن عن مع هذا هذه التي الذي كان قال بعد لا ما",
    ),
    _alphabet(
        "Persian",
        ("cp1256",),
        "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهويىپچژگک،؛؟\u200c",
        "از به در و را که با است اين این برای بر تا هم",
    ),
    _alphabet("Thai", ("cp874",), "".join(map(chr, range(0x0E01, 0x0E5C)))),
    _characters(
        "Chinese",
        ("gb18030",),
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后"
        "多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小现实加量都两体制机当使点从业本去把性好应开它合"
        "还因由其些然前外天政日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但",
    ),
    _characters(
        "Chinese",
        ("big5", "big5hkscs"),
        "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後"
        "多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起小現實加量都兩體制機當使點從業本去把性好應開它合"
        "還因由其些然前外天政日那社義事平形相全表間樣與關各重新線內數正心反你明看原又麼利比或但",
    ),
    _characters(
        "Japanese",
        ("cp932", "euc_jp"),
        "のにはをたがでてとしれさいるなもあらかっすまこうくよりきんそめつちだろえけせみべ、。",
    ),
    _characters(
        "Korean",
        ("cp949",),
        "이다는을의에가고지하로한를은도기사서어인과자대정니해시있리아일나스그수제부전상들보장게라면구원",
    ),
)
"""The languages whose texts are believed without being told. Of all others the encoding is asked."""
