"""Encodings: told, declared or concluded; where two readings are possible, neither is taken."""

import random
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.importers.decoding import decode, in_utf8
from sitegen.importers.html import HtmlImporter
from sitegen.importers.protocol import NotALiveBlogError, SavedDocument
from sitegen.importers.registry import choose

SHORT = {
    "ru": "Набережная закрыта с утра, сообщила портовая служба. Людей просят не подходить к ограждениям. Три баржи ушли в соседнюю гавань.",
    "uk": "Набережна зачинена зранку, повідомила портова служба. Людей просять не підходити до огорожі. Три баржі пішли в сусідню гавань.",
    "bg": "Водата се вдигна с два метра, съобщи пристанищната служба. Хората са помолени да не се приближават до оградите. Улицата е затворена.",
    "zh": "港务局表示，码头从早上起已经关闭。请市民不要靠近围栏。三艘驳船已经驶往邻近的港口，还有两艘在等待。",
    "zh-tw": "港務局表示，碼頭從早上起已經關閉。請市民不要靠近圍欄。三艘駁船已經駛往鄰近的港口，還有兩艘在等待。",
    "ja": "港湾局によると、岸壁は朝から閉鎖されています。柵に近づかないでください。はしけ三隻が隣の港へ向かいました。",
    "ko": "항만청은 아침부터 부두를 폐쇄했다고 밝혔다. 울타리에 가까이 가지 말라고 당부했다. 바지선 세 척이 이웃 항구로 떠났다.",
    "ar": "أعلنت سلطة الميناء أن الرصيف مغلق منذ الصباح. يرجى من الناس عدم الاقتراب من الأسوار. غادرت ثلاثة قوارب إلى الميناء المجاور.",
    "he": "הרציף סגור מהבוקר, הודיעה רשות הנמל. הציבור מתבקש לא להתקרב לגדרות. שלוש דוברות יצאו לנמל הסמוך.",
    "el": "Η προκυμαία είναι κλειστή από το πρωί, ανακοίνωσε το λιμεναρχείο. Ο κόσμος καλείται να μην πλησιάζει. Έφυγαν τρία πλοία.",
    "th": "การท่าเรือแจ้งว่าท่าเรือปิดตั้งแต่เช้า ขอให้ประชาชนอย่าเข้าใกล้รั้ว เรือสามลำออกไปยังท่าเรือใกล้เคียงแล้ว",
    "tr": "Liman idaresi, rıhtımın sabahtan beri kapalı olduğunu açıkladı. Halkın çitlere yaklaşmaması istendi. Üç mavna komşu limana gitti.",
    "de": "Das Ufer ist seit dem Morgen gesperrt, teilt die Behörde mit. Die Leute sollen nicht an die Zäune gehen. Für die Straßen gilt Vorsicht.",
    "fr": "Le quai est fermé depuis ce matin, a indiqué le port. On prie les habitants de ne pas s’approcher des clôtures, même très tôt. Là-bas, l’eau monte.",
    "es": "El muelle está cerrado desde la mañana, informó el puerto. Se pide a los vecinos que no se acerquen a las vallas. El niño está a salvo.",
    "pl": "Nabrzeże jest zamknięte od rana, podał urząd. Ludzie proszeni są, by nie zbliżać się do ogrodzeń. Trzy barki odpłynęły do przystani.",
    "cs": "Nábřeží je od rána uzavřené, oznámil úřad. Lidé nemají chodit k plotům. Tři čluny odpluly do sousedního přístavu.",
    "hu": "A rakpart reggel óta zárva van, közölte a hatóság. Az emberek ne menjenek a kerítések közelébe, és őrök állnak ott is. Három uszály elindult.",
    "lt": "Krantinė uždaryta nuo ryto, pranešė uosto tarnyba. Žmonių prašoma nesiartinti prie tvorų. Trys baržos išplaukė į gretimą uostą.",
    "kk": "Жағалау таңнан бері жабық, деп хабарлады порт қызметі. Адамдардан қоршауға жақындамау сұралды. Үш баржа көрші портқа кетті және ол болды.",
    "en": "The quay is shut since the morning – “for good reason”, said the port office. People shouldn’t go near the café. It was Zoë’s idea.",
}

PAIRS = [
    ("ru", "cp1251"),
    ("ru", "koi8-r"),
    ("ru", "iso8859-5"),
    ("ru", "mac-cyrillic"),
    ("uk", "cp1251"),
    ("uk", "koi8-u"),
    ("bg", "cp1251"),
    ("kk", "kz1048"),
    ("zh", "gb18030"),
    ("zh", "gb2312"),
    ("zh-tw", "big5"),
    ("ja", "shift_jis"),
    ("ja", "euc-jp"),
    ("ja", "iso2022_jp"),
    ("ko", "euc-kr"),
    ("ar", "cp1256"),
    ("ar", "iso8859-6"),
    ("he", "cp1255"),
    ("el", "cp1253"),
    ("el", "iso8859-7"),
    ("th", "cp874"),
    ("tr", "iso8859-9"),
    ("de", "latin-1"),
    ("fr", "cp1252"),
    ("es", "latin-1"),
    ("pl", "cp1250"),
    ("pl", "iso8859-2"),
    ("cs", "cp1250"),
    ("hu", "iso8859-2"),
    ("lt", "cp1257"),
    ("en", "cp1252"),
]


def blog(language, sentences=1):
    """A text of the language with stamps, as often as asked."""
    return "\n\n".join(f"1{n % 10}:{n % 60:02}\n\n{SHORT[language]}" for n in range(sentences))


@pytest.mark.parametrize("length", [1, 40])
@pytest.mark.parametrize(("language", "encoding"), PAIRS)
def test_the_encoding_is_concluded_where_the_text_leaves_no_doubt(language, encoding, length):
    text = blog(language, length)
    found, (told,) = decode(text.encode(encoding))
    assert found == text
    assert told.startswith("the encoding is ")


@pytest.mark.parametrize(("language", "encoding"), PAIRS)
def test_the_encoding_of_a_page_is_that_of_its_words_not_of_its_scripts(language, encoding):
    script = "<script>for (var i = 0; i < of.the.and; i++) { is.not(that, with, from, the) }</script>"
    items = "".join(
        f"<article><time datetime=2024-03-01T1{n}:00Z>1{n}:00</time><p>{SHORT[language]}</p></article>"
        for n in range(3)
    )
    page = f"<!doctype html><html><head>{script * 20}</head><body>{items}</body></html>"
    document, _ = in_utf8(SavedDocument(name="page.html", data=page.encode(encoding)))
    assert document.data == page.encode()


@pytest.mark.parametrize(
    ("language", "encoding"), [("zh", "gb18030"), ("zh-tw", "big5"), ("ja", "shift_jis")]
)
def test_latin_words_among_characters_are_no_doubt(language, encoding):
    text = "\n".join(f"G20與iPhone和A{sentence}GPS" for sentence in SHORT[language].split("。") * 3)
    text = text.encode(encoding, "ignore").decode(encoding)
    assert decode(text.encode(encoding))[0] == text


def test_nothing_is_told_of_utf8():
    assert decode("\ufeffCafé".encode()) == ("Café", ())
    plain = SavedDocument(name="a.txt", data="Café".encode())
    assert in_utf8(plain) == (plain, ())


@pytest.mark.parametrize("codec", ["utf-16", "utf-32"])
def test_byte_order_marks_are_believed(codec):
    text = "Überschrift\n\n13:05\n\nТекст."
    assert decode(text.encode(codec))[0] == text
    document, told = in_utf8(SavedDocument(name="a.txt", data=text.encode(codec)))
    assert (document.data, told) == (
        text.encode(),
        (f"the encoding is {codec.upper()}, as its byte-order mark says",),
    )


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ("Протесты в городе".encode("cp1251"), "It is not UTF-8, and no other encoding is certain"),
        ("très".encode("cp1252"), "It is not UTF-8, and no other encoding is certain"),
        (b"\xc0\xc1\xf5\xff" * 100, "It is not UTF-8, and no other encoding is certain"),
        (bytes(range(128, 256)), "It is not UTF-8, and no other encoding is certain"),
        (random.Random(1).randbytes(5000).replace(b"\0", b""), "It is not UTF-8, and no other"),
        ("Tiếng nước dâng".encode("cp1258", "ignore"), "It is not UTF-8, and no other encoding is certain"),
        (SHORT["de"].encode("cp437"), "It is not UTF-8, and no other encoding is certain"),
        ("ÄÖÜ ÄÖÜ ÄÖÜ ÄÖÜ".encode("cp1252"), "It is not UTF-8, and no other encoding is certain"),
    ],
)
def test_what_leaves_a_doubt_is_refused_with_advice(data, sentence):
    with pytest.raises(NotALiveBlogError) as caught:
        decode(data)
    assert str(caught.value).startswith(sentence)
    assert "--encoding" in str(caught.value)


def test_two_readings_are_told_by_a_word_in_which_they_differ():
    with pytest.raises(
        NotALiveBlogError, match=r"it may say 'Dvo(ř|ø)ák' in windows-125\d or 'Dvo(ř|ø)ák' in"
    ):
        decode("It was Dvořák who spoke to us, and the people of the town.".encode("cp1250"))


@pytest.mark.parametrize("language", ["ru", "fr", "zh", "de"])
def test_utf8_that_was_cut_or_hurt_is_not_read_in_another_encoding(language):
    text = blog(language, 6)
    hurt = text.encode()
    place = next(n for n, byte in enumerate(hurt) if byte > 127)
    for data in (hurt[:place] + hurt[place + 1 :], hurt[: -1 - len(text[-1].encode()) // 2] + b"\xd0"):
        found, (told,) = decode(data)
        assert told == "the encoding is UTF-8 with some broken characters"
        assert "\ufffd" in found
        assert set(found) - {"\ufffd"} <= set(text)


def test_text_that_was_broken_before_it_was_saved_stays_as_it_is():
    broken = "Das FrÃ¼hstÃ¼ck".encode()
    assert decode(broken) == ("Das FrÃ¼hstÃ¼ck", ())


PAGE = '<html><head><meta charset="{}"></head><body><p>{}</p></body></html>'


@pytest.mark.parametrize(
    ("named", "really", "told"),
    [
        ("windows-1251", "cp1251", "the encoding is windows-1251, as the document says"),
        ("koi8-r", "koi8-r", "the encoding is koi8-r, as the document says"),
        ("utf-8", "cp1251", "the encoding is windows-1251, as it reads as Russian then"),
        ("big5", "koi8-r", "the encoding is koi8-r, as it reads as Russian then"),
        ("klingon", "cp1251", "the encoding is windows-1251, as it reads as Russian then"),
        ("unicode_escape", "cp1251", "the encoding is windows-1251, as it reads as Russian then"),
        ("idna", "cp1251", "the encoding is windows-1251, as it reads as Russian then"),
    ],
)
def test_what_a_page_declares_is_believed_where_it_fits(named, really, told):
    page = PAGE.format(named, SHORT["ru"])
    assert decode(page.encode(really)) == (page, (told,))


def test_what_the_server_said_comes_before_what_the_page_says():
    page = PAGE.format("koi8-r", SHORT["ru"])
    data = page.encode("cp1251")
    assert decode(data, served="windows-1251") == (
        page,
        ("the encoding is windows-1251, as its server said",),
    )
    assert decode(page.encode("koi8-r"), served="utf-8")[0] == page


def test_a_few_broken_characters_of_a_declared_encoding_are_kept_and_told():
    page = PAGE.format("shift_jis", "港" * 3000)
    data = page.encode("shift_jis").replace(b"</p>", b"\x81</p>")
    text, (told,) = decode(data)
    assert text.count("\ufffd") == 1
    assert told == "the encoding is shift_jis with some broken characters, as the document says"


def test_a_person_may_say_the_encoding():
    data = "Протесты".encode("koi8-r")
    assert decode(data, said="KOI8-R") == (
        "Протесты",
        ("the encoding is koi8-r, as whoever imported it said",),
    )
    assert decode("Über".encode("utf-16-le"), said="utf-16-le")[0] == "Über"
    with pytest.raises(
        NotALiveBlogError, match="It is not UTF-8, as was said: byte 1 is none of that encoding"
    ):
        decode(data, said="utf-8")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SHORT["zh"].replace("，", "").replace("。", "") * 3000, "gb18030"),
        ("x " * 500_000 + SHORT["ru"], "cp1251"),
    ],
)
def test_a_text_on_one_line_is_read_too(text, encoding):
    assert decode(text.encode(encoding))[0] == text


def test_of_a_long_word_only_the_difference_is_shown():
    with pytest.raises(NotALiveBlogError) as caught:
        decode(b"a" * 5000 + b"\xe8" + b"a" * 5000)
    assert len(str(caught.value)) < 300


def test_utf16_without_a_mark_is_refused_until_a_person_says_so():
    text = blog("de", 3)
    for codec in ("utf-16-le", "utf-16-be"):
        saved = SavedDocument(name="a.txt", data=text.encode(codec))
        with pytest.raises(NotALiveBlogError, match=f"--encoding {codec} reads it"):
            in_utf8(saved)
        assert in_utf8(saved, said=codec)[0].data == text.encode()


@pytest.mark.parametrize("start", [b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"SQLite format 3\0"])
def test_what_is_no_text_stays_as_it_is(start):
    saved = SavedDocument(name="a", data=start + b"\xff\xfe\0" * 50)
    assert in_utf8(saved) == (saved, ())
    assert in_utf8(saved, said="latin-1") == (saved, ())


def test_xml_says_its_encoding_only_until_it_is_read():
    feed = '<?xml version="1.0" encoding="windows-1251"?>\n<rss><channel><title>Наводнение</title>{}</channel></rss>'
    items = "".join(
        f"<item><title>Вода {n}</title><description>{SHORT['ru']}</description>"
        f"<pubDate>Fri, 01 Mar 2024 1{n}:00:00 +0000</pubDate></item>"
        for n in range(3)
    )
    saved, (told,) = in_utf8(SavedDocument(name="a.xml", data=feed.format(items).encode("cp1251")))
    assert told == "the encoding is windows-1251, as the document says"
    assert len(saved.data.decode().split("\n")[0]) == len(feed.split("\n", maxsplit=1)[0])
    document = choose(saved).read(saved)
    assert (document.importer, document.title, document.entries[2].title) == ("feed", "Наводнение", "Вода 2")


def test_a_page_in_utf16_is_read():
    items = "".join(
        f'<article id=p{n}><h2>Вода {n}</h2><time datetime="2024-03-01T1{n}:00Z">1{n}:00</time><p>{SHORT["ru"]}</p></article>'
        for n in range(4)
    )
    page = f"<!doctype html><html><body><h1>Вода в городе</h1>{items}</body></html>"
    saved, _ = in_utf8(SavedDocument(name="a.html", data=page.encode("utf-16")))
    assert [entry.title for entry in HtmlImporter().read(saved).entries] == [f"Вода {n}" for n in range(4)]


@given(st.binary(max_size=400))
def test_bytes_of_any_kind_are_read_or_refused(data):
    try:
        text, told = decode(data)
    except NotALiveBlogError:
        return
    assert isinstance(text, str)
    assert told or text.encode() == data.removeprefix(b"\xef\xbb\xbf")


ENGLISH = "The quay is shut since the morning, said the port office. {} spoke to us. By the evening the water had risen."


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("Dvořák", "cp1250"),
        ("Beşiktaş, Kadıköy", "cp1254"),
        ("Žalgiris, Vyčių", "cp1257"),
        ("ул. Ленина, 5", "cp1251"),
        ("חיפה", "cp1255"),
        ("高雄市", "big5"),
        ("François", "cp850"),
        ("€5", "iso8859-15"),
    ],
)
@pytest.mark.parametrize("times", [1, 30])
def test_what_is_english_does_not_show_how_names_in_it_are_written(name, encoding, times):
    with pytest.raises(NotALiveBlogError, match="--encoding"):
        decode((ENGLISH.format(name) * times).encode(encoding))


@pytest.mark.parametrize("name", ["Müller", "A man in the café", "‘Well’ – “good”"])
def test_letters_that_all_sound_readings_share_are_no_doubt(name):
    text = ENGLISH.format(name)
    assert decode(text.encode("cp1252"))[0] == text


@pytest.mark.parametrize(("language", "other"), list(product(["ru", "fr", "zh", "ar"], ["latin-1", "utf-8"])))
def test_text_that_was_decoded_wrongly_and_saved_again_is_not_repaired(language, other):
    """Evidence is kept as it is: what is broken in the document itself stays so."""
    data = SHORT[language].encode().decode("latin-1").encode(other)
    if other == "utf-8":
        assert decode(data) == (SHORT[language].encode().decode("latin-1"), ())
    else:
        assert decode(data)[0] == SHORT[language]
