"""What an import has to be told: each question with the option that answers it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sitegen.importers.protocol import AmbiguousDatesError, Entry, NotALiveBlogError
from sitegen.ingest.posts import beginning
from sitegen.ingest.request import ImportRequest, Typed
from sitegen.ingest.same_source import NEW, Common
from sitegen.instants import Question as Doubt
from sitegen.model import Source

_YES = frozenset({"y", "yes", "true"})

_NO = frozenset({"n", "no", "false", "stop"})

_NAMED = 8
"""Timelines that are named in a question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that a document does not tell. `str` is a sentence that ends with the option to add."""

    key: Literal["timeline", "date", "date_order", "timezone", "times", "captured", "untimed", "source"]
    """Option that takes the answer; `answered` puts it there."""
    locator: str = ""
    """The update that is meant, for `times`."""
    what: str
    """What is not known, a clause."""
    option: str
    """The option to add, with an example."""
    hint: str = ""
    """What the option means, a phrase."""
    choices: tuple[str, ...] = ()
    """Possible answers, where they are known."""
    example: str = ""
    """What an answer looks like, where they are not."""
    default: str = ""
    """The answer where a person types nothing."""

    def __str__(self) -> str:
        return f"{self.what}: add {self.option}" + (f" ({self.hint})" if self.hint else "")


def answered(request: ImportRequest, question: Question, answer: str) -> ImportRequest:
    """The request with the answer to one question.

    Raises NotALiveBlogError where updates without a time are not wanted, for there is nothing else to import.
    """
    value: Typed = answer
    if question.key == "times":
        before = request.options.get("times", ())
        value = (*(before if isinstance(before, tuple) else ()), f"{question.locator}={answer}")
    elif question.key == "untimed":
        if answer.casefold() in _NO:
            raise NotALiveBlogError("Updates without a time were not wanted, so nothing was imported.")
        value = answer.casefold() in _YES
    elif question.key == "source" and answer.casefold() in _NO:
        raise NotALiveBlogError("It is in the archive already, and was not imported again.")
    return replace(request, options={**request.options, question.key: value})


def about_timeline(suggestion: str, existing: Sequence[str]) -> Question:
    """Which timeline a document belongs to."""
    return Question(
        key="timeline",
        what="it is not said which timeline it tells",
        option=f"--timeline {suggestion}",
        hint="the name of its folder in content/" + (f"; there are {_some(existing)}" if existing else ""),
        choices=tuple(existing),
        default=suggestion if suggestion not in existing else "",
    )


def about_dates(error: AmbiguousDatesError, date: str) -> Question:
    """Which number of its dates is the day."""
    neither = f"; neither way the oldest update is of {date}" if date else ""
    return Question(
        key="date_order",
        what=f"its dates, such as '{error.example}', may have the day or the month first{neither}",
        option="--date-order day/month or --date-order month/day",
        hint="or name the day of the oldest update, such as --date 2022-01-06",
        choices=("day/month", "month/day"),
    )


def about_twin(twin: Source) -> Question:
    """Whether a document is wanted in a second timeline too."""
    return Question(
        key="source",
        what=f"this document, byte for byte, is in the timeline {twin.timeline} already, as {twin.slug}",
        option=f"--source {NEW} to import it here too, as a source of its own, or --timeline {twin.timeline}",
        choices=(NEW, "stop"),
    )


def about_common(common: Common, updates: int) -> Question:
    """Whether a document is another saving of a source that tells the same."""
    slug = common.source.slug
    return Question(
        key="source",
        what=(
            f"{common.updates} of its {updates} updates stand in the source {slug} too, at the same time and "
            "in the same words"
        ),
        option=f"--source {slug} if it is another saving of that page, or --source {NEW} if it is not",
        choices=(slug, NEW),
    )


def _some(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def about_times(doubts: Sequence[Doubt], entries: Sequence[Entry]) -> Iterator[Question]:
    """What the printed times leave open."""
    for doubt in doubts:
        if doubt.key == "date":
            yield Question(
                key="date",
                what=doubt.what,
                option="--date DAY, such as --date 2022-01-06",
                hint="the day of the oldest update",
                example="2022-01-06",
            )
        elif doubt.key == "timezone":
            yield Question(
                key="timezone",
                what=doubt.what,
                option=" or ".join(f"--timezone {name}" for name in doubt.choices)
                or "--timezone ZONE, such as --timezone Europe/London",
                hint="the zone of the publisher's clock",
                choices=doubt.choices,
                example="Europe/London",
            )
        elif doubt.key == "captured":
            yield Question(
                key="captured",
                what=doubt.what,
                option="--captured MOMENT, such as --captured 2022-01-06T12:00+00:00",
                hint="the moment when the page was saved",
                example="2022-01-06T12:00+00:00",
            )
        elif doubt.key == "untimed":
            yield Question(
                key="untimed",
                what=doubt.what,
                option="--untimed",
                hint="which imports them in page order, marked as without a time",
                choices=("yes", "no"),
            )
        else:
            entry = entries[doubt.place]
            printed = entry.stamp.text if entry.stamp else "no time"
            words = beginning(entry)
            of = f" for '{words}'" if words else ""
            choices = doubt.choices or ("2022-01-06T12:00:00+00:00",)
            options = [f"--time '{entry.locator}={choice}'" for choice in choices]
            yield Question(
                key="times",
                locator=entry.locator,
                what=f"{entry.locator} prints {printed}{of}, but {doubt.what}",
                option=" or ".join(options),
                choices=doubt.choices,
                example=choices[0],
            )
