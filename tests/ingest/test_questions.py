"""What an answer makes of a request; what is refused stops the import."""

from pathlib import Path

import pytest

from sitegen.importers.protocol import NotALiveBlogError
from sitegen.ingest import Question, answered
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
