"""The plain model: what an archive is made of. Imports nothing of sitegen.

Names follow schema.org (`LiveBlogPosting`, `liveBlogUpdate`) and DESIGN's words.
Every instant is an aware `datetime`; every `slug` is one URL segment.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    GROUP = "group"
    MEDIA = "media"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in a text file, for messages to a person."""

    path: str
    """The file, relative to the site's folder, with forward slashes."""
    line: int = 1
    """Line, counted from 1."""
    column: int = 1
    """Column in characters, counted from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """One crisis, told as updates (schema.org `LiveBlogPosting`)."""

    slug: str
    """The folder's name below `content/`."""
    title: str
    """Headline, plain text."""
    summary: str = ""
    """What happened, Markdown."""
    key_points: tuple[str, ...] = ()
    """Short statements, plain text, in the order to read them."""
    timezone: str
    """IANA zone in which the events are told."""
    language: str
    """BCP 47 tag of the text."""
    place: Place
    """Where its file stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Text of a source that no update holds, with the reason."""

    locator: str
    """Where in the document, for example `line 17`."""
    text: str
    """The text, unchanged."""
    reason: str
    """Why it was left out, one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenUpdate:
    """What an import wrote for one update: how a later import knows a person's edit."""

    id: str
    """The update's id."""
    path: str
    """The file as it was written, relative to the site's folder."""
    text_sha256: str
    """Hash of what the source said: title, instant, authors and body."""
    file_sha256: str
    """Hash of the file's bytes as written; a file that differs was edited."""
    actors: tuple[str, ...] = ()
    """The actors that sitegen put into its `actors:`; what differs there is a person's decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenActor:
    """An actor that an import proposed: how a later import knows a person's edit."""

    actor: str
    """The actor's slug."""
    file_sha256: str
    """Hash of the file's bytes as written; a file that differs was edited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelyDuplicate:
    """An update that seems to tell the same as one of another source. A person decides."""

    id: str
    """The update's id."""
    other: str
    """Id of the update of the other source."""
    why: str
    """What they have in common, one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One saving of a document that was saved more than once."""

    document: str
    """The saved file, relative to the site's folder."""
    sha256: str
    """SHA-256 of the saved file, lower-case hex."""
    captured: datetime | None = None
    """When it was saved; None if nobody said."""
    title: str = ""
    """Its headline."""
    updates: tuple[str, ...] = ()
    """Ids of the updates that stand in it, by time."""
    inferred: tuple[str, ...] = ()
    """What was concluded from it; empty for the newest saving, of which the source says it."""
    left_out: tuple[LeftOut, ...] = ()
    """What of it is in no update and not in the header; likewise."""
    suspects: tuple[LeftOut, ...] = ()
    """Characters of it that look broken; likewise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPicture:
    """A picture that was saved with a document, and is kept."""

    document: str
    """The saved document that shows it, relative to the site's folder."""
    address: str = ""
    """Its path from there; empty where it is part of the document."""
    file: str
    """Its name below `media/`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One saved document, kept byte for byte."""

    slug: str
    """The file's name below `sources/`, unique in the site."""
    timeline: str
    """Slug of the timeline it tells."""
    publisher: str
    """Who published it (Dublin Core `publisher`)."""
    title: str
    """Its headline."""
    url: str = ""
    """Where it was published; empty if not known."""
    captured: datetime | None = None
    """When it was saved (retrieval time)."""
    document: str = ""
    """The saved file, relative to the site's folder."""
    sha256: str = ""
    """SHA-256 of the saved file, lower-case hex."""
    timezone: str = ""
    """IANA zone of its printed times."""
    language: str = ""
    """BCP 47 tag of its text; empty: the timeline's."""
    importer: str = ""
    """Name of the importer that read it."""
    summary: str = ""
    """Its standfirst, Markdown."""
    key_points: tuple[str, ...] = ()
    """The key points that it prints."""
    formerly: tuple[str, ...] = ()
    """Slugs of timelines that it told before it was moved: addresses of its updates there lead here."""
    inferred: tuple[str, ...] = ()
    """What the import concluded from the document, and by which rule."""
    left_out: tuple[LeftOut, ...] = ()
    """What of the document is in no update and not in the header."""
    suspects: tuple[LeftOut, ...] = ()
    """Characters that look broken: kept as they are, listed for a person."""
    captures: tuple[Capture, ...] = ()
    """All savings, the oldest first, where there are several; `document` is the newest."""
    pictures: tuple[KeptPicture, ...] = ()
    """The pictures of its updates that are kept."""
    likely_duplicates: tuple[LikelyDuplicate, ...] = ()
    """Its updates that seem to tell the same as those of other sources."""
    written_actors: tuple[WrittenActor, ...] = ()
    """The actors that the import proposed."""
    written: tuple[WrittenUpdate, ...] = ()
    """What the import wrote."""
    place: Place
    """Where its file stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """Why an update is no longer shown. Its page says this and nothing else."""

    date: date
    """The day of withdrawal."""
    reason: str
    """For readers, plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What an update said in an earlier saving of its source."""

    sha256: str
    """SHA-256 of the saved file that it stands in."""
    captured: datetime | None = None
    """When that file was saved; None if nobody said."""
    time: datetime
    """When it was posted, as that file has it."""
    title: str = ""
    """Its headline then."""
    authors: tuple[str, ...] = ()
    """Who wrote it, as named then."""
    text_sha256: str
    """Hash of what it said: title, instant, authors and body."""
    body: str = ""
    """Markdown, the words then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One timestamped post (schema.org `liveBlogUpdate`)."""

    id: str
    """Stable for ever, unique in the site."""
    timeline: str
    """Slug of its timeline."""
    day: str
    """Name of the folder it stands in, `YYYY-MM-DD`."""
    slug: str
    """The file's name without its ending; its URL is made of it."""
    title: str = ""
    """Headline, plain text; empty if the source gave none."""
    time: datetime
    """When it was posted, with an offset."""
    time_basis: str = ""
    """How the time is known."""
    authors: tuple[str, ...] = ()
    """Who wrote it, as the source names them."""
    source: str
    """Slug of the source it stands in."""
    locator: str = ""
    """Where in the source document."""
    actors: tuple[str, ...] = ()
    """Slugs of the actors that its text names, as an import or `retag` found them."""
    also_actors: tuple[str, ...] = ()
    """Slugs of actors that it is about, as a person decided."""
    not_actors: tuple[str, ...] = ()
    """Slugs of actors that it is not about, as a person decided, whatever its text seems to name."""
    draft: bool = False
    """Left out of the site unless drafts are asked for."""
    withdrawn: Withdrawal | None = None
    """Set when the update must no longer be shown."""
    key_event: bool = False
    """True where the source marks it as a key event."""
    pinned: bool = False
    """True where the source had pinned it to the top."""
    summary: bool = False
    """True where it sums up what came before."""
    empty: bool = False
    """True where the source holds it without any text."""
    history: tuple[Version, ...] = ()
    """What it said in earlier savings of its source, the oldest first."""
    body: str = ""
    """Markdown, the words of the source; empty when withdrawn."""
    place: Place
    """Where its file stands."""
    body_line: int = 1
    """Line of the file on which the body starts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """Another name of an actor, as texts print it."""

    name: str
    """The name."""
    script: str = ""
    """Its script, an ISO 15924 code such as `Cyrl`; empty: as its letters show."""
    since: str = ""
    """First day, month or year of its use, ISO 8601; empty: always, or not known."""
    until: str = ""
    """Last day, month or year of its use, ISO 8601; empty: still, or not known."""
    weak: bool = False
    """True where it does not name the actor by itself: it counts only in a document that also names
    the actor in another way, such as a surname after the full name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office that an actor held."""

    title: str
    """For example `President of Kazakhstan`."""
    called: tuple[str, ...] = ()
    """Words that name whoever holds it, for example `the Kazakh president`; they count while it lasts."""
    since: str = ""
    """First day, month or year, ISO 8601; empty: not known."""
    until: str = ""
    """Last day, month or year, ISO 8601; empty: still, or not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts or is cited."""

    slug: str
    """The file's name below `content/actors/`."""
    name: str
    """The name to show."""
    kind: ActorKind
    """What it is."""
    aliases: tuple[Alias, ...] = ()
    """Other names, as texts print them."""
    roles: tuple[Role, ...] = ()
    """Offices held, with dates."""
    wikidata: str = ""
    """Wikidata item, for example `Q213122`."""
    formerly: tuple[str, ...] = ()
    """Slugs that it had before it was renamed, or that were merged into it: their addresses lead here."""
    different_from: tuple[str, ...] = ()
    """Slugs of actors that are like it and are not the same, as a person decided."""
    proposed: bool = False
    """Written by an import and not yet looked at by a person."""
    body: str = ""
    """Profile, Markdown."""
    place: Place
    """Where its file stands."""
    body_line: int = 1
    """Line of the file on which the profile starts."""

    @property
    def names(self) -> tuple[str, ...]:
        """Its name, then its aliases."""
        return (self.name, *(alias.name for alias in self.aliases))


@dataclass(frozen=True, slots=True, kw_only=True)
class NotActors:
    """Names that texts print and that are no actors, as a person decided: no import proposes them."""

    names: tuple[str, ...] = ()
    """The names, in the order of the file."""
    place: Place = Place(path="content/actors/not-actors.yaml")
    """Where the file stands; there is one for a site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span of a text that names an actor."""

    actor: str
    """The actor's slug."""
    start: int
    """First character, counted from 0."""
    end: int
    """One past the last character."""
    text: str
    """The words of the span."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture that updates of a timeline may show (schema.org `ImageObject`)."""

    timeline: str
    """Slug of its timeline."""
    name: str
    """The file's name below `media/`."""
    ending: str
    """What it is by its bytes: `png`, `jpg`, `gif`, `webp` or `avif`."""
    sha256: str
    """SHA-256 of the file, lower-case hex."""
    width: int
    """In pixels."""
    height: int
    """In pixels."""
    place: Place
    """Where its file stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """All content of a site, read and checked. Sequences are sorted and stay so."""

    timelines: tuple[Timeline, ...]
    """By slug."""
    sources: tuple[Source, ...]
    """By slug."""
    updates: tuple[Update, ...]
    """By instant, then source, then place in the source, then id."""
    actors: tuple[Actor, ...]
    """By slug."""
    not_actors: NotActors = NotActors()
    """Names that are no actors."""
    pictures: tuple[Picture, ...] = ()
    """By timeline and name."""
