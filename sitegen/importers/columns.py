"""Which column or key of a table says what, by its name in many languages, or by what stands in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from sitegen.importers.protocol import NotALiveBlogError

ROLES: Mapping[str, str] = MappingProxyType(
    {
        "time": """
            time datetime timestamp createdat publishedat published pubdate posted postedat
            created createdutc publishedtime publishedon datepublished firstpublished
            firstpublisheddate publishdate publicationdate posttime dateandtime datetimeutc
            dategmt when unixtime epoch zeit uhrzeit zeitpunkt zeitstempel heure horodatage
            hora fechayhora ora orario tijd tijdstip час время времяидата godzina czas saat
            zaman الوقت وقت 时间 時間 时刻 時刻 発表時刻 시간
        """,
        "date": """
            date day datum tag jour fecha dia día data giorno dag дата день dzień tarih gün
            التاريخ تاريخ 日期 日付 날짜
        """,
        "title": """
            title headline heading name subject titel überschrift schlagzeile titre titular
            título titulo titolo kop заголовок назва название tytuł başlık العنوان عنوان 标题
            標題 タイトル 제목
        """,
        "text": """
            text fulltext body content message description entry update post event
            eventdescription details what html bodyhtml contenthtml summary inhalt nachricht
            meldung beschreibung ereignis eintrag texte contenu évènement événement texto
            contenido mensaje descripción evento conteúdo testo contenuto descrizione tekst
            inhoud bericht текст описание событие сообщение повідомлення опис подія treść
            metin içerik olay açıklama النص نص المحتوى الحدث 内容 內容 正文 事件 事件描述 本文 내용
        """,
        "author": """
            author authors byline by writer reporter creator user username autor autorin
            verfasser von auteur autore redacteur автор yazar muhabir الكاتب المؤلف 作者 记者 記者
            著者 기자
        """,
        "id": "id guid uuid nativeid identifier postid entryid",
        "url": "url link href permalink weburl lien enlace adres ссылка رابط 链接 連結 網址",
        "key_event": "keyevent iskeyevent iskey highlight",
        "pinned": "pinned ispinned sticky issticky angeheftet",
    }
)
"""Names of columns by what they hold, in the order in which they are preferred."""


def fold(name: str) -> str:
    """A column's name without what people write in different ways."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name).casefold())


def guess(names: Sequence[str]) -> dict[str, str]:
    """Roles with the names of the columns that have them; the role's first name that is there wins."""
    by_fold: dict[str, str] = {}
    for name in names:
        by_fold.setdefault(fold(name), name)
    found: dict[str, str] = {}
    for role, words in ROLES.items():
        there = (by_fold[word] for word in map(fold, words.split()) if word in by_fold)
        name = next((name for name in there if name not in found.values()), "")
        if name:
            found[role] = name
    return found


def forced(said: str, names: Iterable[str]) -> dict[str, str]:
    """Roles as a person gives them: `time=Zeit,text=Inhalt`. Raises NotALiveBlogError."""
    there = {fold(name): name for name in names}
    found: dict[str, str] = {}
    for part in filter(None, map(str.strip, said.split(","))):
        role, _, name = (piece.strip() for piece in part.partition("="))
        if role not in ROLES:
            raise NotALiveBlogError(
                f"--columns says '{part}'; write what the column holds, one of {', '.join(ROLES)}, "
                "then = and its name."
            )
        if fold(name) not in there:
            raise NotALiveBlogError(
                f"--columns names '{name}', and the columns are: {', '.join(there.values())}."
            )
        found[role] = there[fold(name)]
    return found
