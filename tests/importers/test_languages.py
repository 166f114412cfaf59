"""The language of a text: told where it is certain, and nothing told where it is not."""

import pytest

from sitegen.importers.languages import language_of

TEXTS = {
    "ru": "Набережная закрыта с утра, сообщила портовая служба. Людей просят не подходить к ограждениям. Три баржи ушли в соседнюю гавань.",
    "uk": "Набережна зачинена зранку, повідомила портова служба. Людей просять не підходити до огорожі. Три баржі пішли в сусідню гавань.",
    "bg": "Водата се вдигна с два метра, съобщи пристанищната служба. Хората са помолени да не се приближават до оградите. Улицата е затворена.",
    "zh": "港务局表示，码头从早上起已经关闭。请市民不要靠近围栏。三艘驳船已经驶往邻近的港口，还有两艘在等待。",
    "ja": "港湾局によると、岸壁は朝から閉鎖されています。柵に近づかないでください。はしけ三隻が隣の港へ向かいました。",
    "ko": "항만청은 아침부터 부두를 폐쇄했다고 밝혔다. 울타리에 가까이 가지 말라고 당부했다. 바지선 세 척이 이웃 항구로 떠났다.",
    "ar": "أعلنت سلطة الميناء أن الرصيف مغلق منذ الصباح. يرجى من الناس عدم الاقتراب من الأسوار. غادرت ثلاثة قوارب إلى الميناء المجاور.",
    "he": "הרציף סגור מהבוקר, הודיעה רשות הנמל. הציבור מתבקש לא להתקרב לגדרות. שלוש דוברות יצאו לנמל הסמוך.",
    "el": "Η προκυμαία είναι κλειστή από το πρωί, ανακοίνωσε το λιμεναρχείο. Ο κόσμος καλείται να μην πλησιάζει. Έφυγαν τρία πλοία.",
    "tr": "Liman idaresi, rıhtımın sabahtan beri kapalı olduğunu açıkladı. Üç mavna komşu limana gitti ve köprü araçlara kapatıldı.",
    "de": "Das Ufer ist seit dem Morgen gesperrt, teilt die Stadt mit. Das Wasser stieg um einen halben Meter, und der Damm wurde gesperrt.",
    "fr": "Le quai est fermé depuis ce matin, a indiqué le port. Le soir, la rivière a gagné un demi-mètre et le pont a été fermé aux voitures.",
    "es": "El muelle está cerrado desde la mañana, informó el puerto. Por la tarde el agua subió otro medio metro y el puente quedó cerrado.",
    "pl": "Nabrzeże jest zamknięte od rana, podał urząd. Do wieczora woda podniosła się o kolejne pół metra i most zamknięto dla samochodów.",
    "en": "The quay is shut since the morning, said the port office. The water had risen by half a metre, and the bridge was closed to cars.",
}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("times", [1, 30])
def test_a_text_of_two_sentences_or_many_is_told(language, times):
    assert language_of([TEXTS[language]] * times) == language


@pytest.mark.parametrize(("language", "other"), [("en", "ru"), ("de", "ar"), ("ru", "en"), ("fr", "zh")])
def test_what_is_quoted_in_another_script_changes_nothing(language, other):
    quoted = f"«{TEXTS[other][:20]}»"
    assert language_of([TEXTS[language], TEXTS[language], quoted, TEXTS[language]]) == language


def test_addresses_are_in_no_language():
    links = " ".join(f"[1](https://example.org/the-people-of-the-town-and-{n})" for n in range(5))
    assert (
        language_of([TEXTS["ru"], links, "https://example.org/the-people-of-the-town", TEXTS["ru"]]) == "ru"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Вода поднялась",
        "The quay is shut",
        "港务局表示",
        "12:30 1,204 45% 3:2 14:05 " * 20,
        "Anna Kovacs, Peter Miller, Omar Haddad, Li Wei, Jose Garcia, Ivan Petrov, Fatima Khan, Yuki Tanaka",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et magna.",
        "Gati limefungwa tangu asubuhi, ilisema mamlaka ya bandari. Watu wameombwa wasikaribie uzio, na mbili zinasubiri.",
        TEXTS["en"] + TEXTS["ru"],
        TEXTS["en"] * 4 + TEXTS["de"] * 4,
    ],
)
def test_what_is_short_mixed_or_not_known_is_not_told(text):
    assert language_of([text]) == ""


def test_a_text_in_letters_of_no_known_language_is_undetermined():
    text = "बंदरगाह प्राधिकरण ने कहा कि घाट सुबह से बंद है। लोगों से बाड़ के पास न जाने को कहा गया है और पुल भी बंद है। पानी आधा मीटर बढ़ गया।"
    assert language_of([text]) == "und"
