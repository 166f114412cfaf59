"""What an answer makes of a request; what is refused stops the import."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from sitegen.cli import planning
from sitegen.importers.protocol import NotALiveBlogError
from sitegen.ingest import Question, answered
from sitegen.ingest.questions import about_timeline
from sitegen.ingest.request import ImportRequest

REQUEST = ImportRequest(document=Path("page.txt"))
UNTIMED = Question(key="untimed", what="none of its 4 updates has a time", option="--untimed")


@pytest.mark.parametrize(("answer", "wanted"), [("yes", True), ("Y", True), ("perhaps", False)])
def test_updates_without_a_time_are_wanted_or_asked_for_again(answer, wanted):
    assert answered(REQUEST, UNTIMED, answer).options["untimed"] is wanted


@pytest.mark.parametrize("answer", ["no", "N", "No"])
def test_updates_without_a_time_that_are_not_wanted_end_the_import(answer):
    with pytest.raises(NotALiveBlogError, match="were not wanted, so nothing was imported"):
        answered(REQUEST, UNTIMED, answer)


def test_answers_about_single_times_are_kept_together():
    first = Question(key="times", locator="line 3", what="…", option="…")
    second = Question(key="times", locator="line 9", what="…", option="…")
    request = answered(
        answered(REQUEST, first, "2024-10-27T01:30:00+01:00"), second, "2024-10-27T02:30:00+00:00"
    )
    assert request.options["times"] == (
        "line 3=2024-10-27T01:30:00+01:00",
        "line 9=2024-10-27T02:30:00+00:00",
    )


def test_a_question_shows_how_an_answer_looks_and_takes_what_is_typed_or_its_number():
    def ask(question, typed):
        command = click.command()(lambda: click.echo(f"-> {planning._answer(question)}"))  # noqa: SLF001 - what it asks
        return CliRunner().invoke(command, input=f"{typed}\n").output

    zone = Question(
        key="timezone",
        what="it prints IST",
        option="--timezone A/B",
        choices=("Asia/Kolkata", "Asia/Jerusalem"),
    )
    assert "  1  Asia/Kolkata\n  2  Asia/Jerusalem\ntimezone (or its number): 2\n-> Asia/Jerusalem" in ask(
        zone, "2"
    )
    assert "-> Europe/Dublin" in ask(zone, " Europe/Dublin ")
    assert "-> 3" in ask(zone, "3")
    day = Question(key="date", what="it prints no day", option="--date 2022-01-06", example="2022-01-06")
    assert "date, like 2022-01-06: 2024\n-> 2024" in ask(day, "2024")
    timeline = about_timeline("fire", [])
    assert "timeline [fire]: \n-> fire" in ask(timeline, "")
    assert "-> flood" in ask(timeline, "flood")


def test_of_many_timelines_some_are_named():
    said = str(about_timeline("fire", [f"t{n}" for n in range(20)]))
    assert "there are t0, t1, t2, t3, t4, t5, t6, t7 and 12 more" in said
