"""`sitegen actors` as a person types it."""

import shlex
from pathlib import Path

import pytest
from archives import actor, archive, edit_lists, lists, path_of
from click.testing import CliRunner

from sitegen.annotate import annotate
from sitegen.cli import correct
from sitegen.cli.actors import print_table
from sitegen.cli.main import group
from sitegen.content import read_site
from sitegen.curation.overview import overview
from sitegen.model import ActorKind
from sites import files_of

ACTORS = [
    actor("ann-abel", "Ann Abel", kind=ActorKind.PERSON, proposed=True),
    actor("river-office", "River Office", "the Office"),
    actor("lake-office", "Lake Office", proposed=True),
]
TEXTS = ("Ann Abel met the River Office.", "The Office met.", "Nobody met.")


@pytest.fixture
def root(tmp_path, monkeypatch):
    root = archive(tmp_path, ACTORS, TEXTS)
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def terminal(monkeypatch):
    """As if a person sat there."""
    monkeypatch.setattr(correct, "can_ask", lambda: True)


def run(*words, typed="", status=0):
    done = CliRunner().invoke(group, ["actors", *words], input=typed)
    assert done.exit_code == status, done.output
    assert "Traceback" not in done.output
    return done.output


def test_the_table(root):
    assert [line.split("\t") for line in run().splitlines()] == [
        ["name", "kind", "updates", "first", "last", "state", "file"],
        ["River Office", "organisation", "2", "2024-03-01 08:00", "2024-03-01 08:01", "", "content/actors/river-office.md"],
        ["Ann Abel", "person", "1", "2024-03-01 08:00", "2024-03-01 08:00", "proposed", "content/actors/ann-abel.md"],
        ["Lake Office", "organisation", "0", "", "", "proposed", "content/actors/lake-office.md"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (["--sort", "name"], ["Ann Abel", "Lake Office", "River Office"]),
        (["--sort", "kind"], ["Ann Abel", "Lake Office", "River Office"]),
        (["--sort", "first"], ["Ann Abel", "River Office", "Lake Office"]),
        (["--sort", "last"], ["River Office", "Ann Abel", "Lake Office"]),
        (["--kind", "person"], ["Ann Abel"]),
        (["--proposed"], ["Ann Abel", "Lake Office"]),
        (["--timeline", "flood"], ["River Office", "Ann Abel"]),
    ],
)
def test_the_table_in_part_and_sorted(root, options, names):
    assert [line.split("\t")[0] for line in run(*options).splitlines()[1:]] == names


@pytest.mark.parametrize(
    ("columns", "shows"),
    [("120", ["08:01", "ann-abel.md"]), ("80", ["08:01"]), ("60", ["2024-03-01"]), ("30", [])],
)
@pytest.mark.usefixtures("root")
def test_the_table_on_a_terminal(capsys, monkeypatch, columns, shows):
    monkeypatch.setenv("COLUMNS", columns)
    print_table(overview(annotate(read_site(Path()))[0]))
    shown = capsys.readouterr().out
    words = shown.split()
    assert {"Ann", "Abel", "River", "Lake", "Office"} <= set(words)
    assert [part for part in ("08:01", "ann-abel.md") if part in words] == [
        part for part in shows if part != "2024-03-01"
    ]
    assert ("2024-03-01" in words) is bool(shows)
    assert shown.splitlines()[-1] == "3 actors; their files stand in content/actors/."


def test_a_correction_tells_what_it_did(root):
    said = run("merge", "River Office", "Lake Office").splitlines()
    assert said == [
        "content/actors/lake-office.md: deleted",
        "content/actors/river-office.md: aliases + Lake Office; formerly + lake-office",
        "Written: 2 actors. Look at the result with 'sitegen serve'.",
        "To undo this, type:",
        '  sitegen actors split river-office --alias "Lake Office" --name "Lake Office" --kind organisation',
    ]
    assert run("confirm", "river-office") == "Nothing changes: no file was written.\n"


def test_the_command_that_undoes_a_merge_does(root):
    before = lists(root), [(a.slug, a.names, a.kind, a.formerly) for a in read_site(root).actors]
    assert before[0]["u0"] == (("ann-abel", "river-office"), (), ())
    command = run("merge", "ann-abel", "river-office").splitlines()[-1]
    run(*shlex.split(command)[2:])
    assert (lists(root), [(a.slug, a.names, a.kind, a.formerly) for a in read_site(root).actors]) == before


@pytest.mark.parametrize("order", [("lake-office", "office"), ("office", "lake-office")])
@pytest.mark.parametrize("taken_off", ["office", "lake-office", ""])
def test_undoing_a_merge_gives_former_files_and_decisions_back(tmp_path, monkeypatch, order, taken_off):
    office = actor("office", "River Office", "the Office", formerly=("old-office",))
    monkeypatch.chdir(root := archive(tmp_path, [office, ACTORS[2]], ["River Office and Lake Office met."]))
    edit_lists(root, 0, actors=[one for one in ("office", "lake-office") if one != taken_off])
    run("retag", "--yes")
    before = lists(root), [(a.slug, a.names, a.formerly) for a in read_site(root).actors]
    said = run("merge", *order)
    for command in said.partition("To undo this, type:\n")[2].splitlines():
        run(*shlex.split(command)[2:])
    assert (lists(root), [(a.slug, a.names, a.formerly) for a in read_site(root).actors]) == before
    assert run("retag") == "Nothing changes: every update lists whom it names.\n"


def test_who_is_said_to_differ_is_neither_suggested_nor_merged(root):
    file = root / "content/actors/lake-office.md"
    file.write_text(file.read_text().replace("kind:", "aliases: [Rivers Office]\nkind:"))
    run("retag", "--yes")
    suggested = "or, if they are not the same: sitegen actors different river-office lake-office"
    assert suggested in run("suggest")
    assert "different_from + lake-office" in run("different", "River Office", "Lake Office")
    assert run("different", "Lake Office", "River Office") == "Nothing changes: no file was written.\n"
    run("rename", "Lake Office", "Sea Office")
    run("merge", "ann-abel", "river-office")
    assert "different" not in run("suggest")
    run("split", "ann-abel", "--alias", "River Office", "--alias", "the Office", "--kind", "organisation")
    assert "different_from: [lake-office]" in (root / "content/actors/river-office.md").read_text()
    assert "said-to-differ" in run("merge", "river-office", "sea-office", status=1)
    run("remove", "Sea Office", "--yes")
    assert "different_from" not in (root / "content/actors/river-office.md").read_text()


def test_an_update_that_is_not_about_an_actor(root):
    assert f"{path_of(0)}: - ann-abel; not_actors + ann-abel" in run("off", "Ann Abel", path_of(0))
    assert lists(root)["u0"] == (("river-office",), (), ("ann-abel",))
    assert run("retag") == "Nothing changes: every update lists whom it names.\n"
    assert f"did you mean '{path_of(1)}'?" in run("off", "Ann Abel", path_of(1) + "x", status=2)


def test_what_nobody_asked_for_is_told(root):
    assert "no update names Pond Office" in run("add", "Pond Office", "--kind", "group")
    assert "no update names" not in run("add", "met", "--kind", "group")
    said = run("split", "river-office", "--alias", "the Office")
    assert "note: the Office is of kind organisation, as River Office is" in said
    assert "sitegen actors alias pond-office" in run("add", "Pond-Office", "--kind", "group", status=2)


def test_only_numbers_that_work_are_offered(root):
    run("confirm", "lake-office")
    assert "--accept" not in run("suggest")


def test_a_dry_run_writes_nothing(root):
    before = files_of(root)
    for words in (
        ("merge", "river-office", "lake-office"),
        ("rename", "ann-abel", "Ann B. Abel"),
        ("split", "river-office", "--alias", "the Office"),
        ("add", "Nobody", "--kind", "group"),
        ("alias", "lake-office", "Nobody"),
        ("remove", "ann-abel", "river-office"),
        ("confirm", "--all"),
    ):
        assert "A dry run: nothing was written." in run(*words, "--dry-run")
    assert files_of(root) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["merg"], "Did you mean 'merge'?"),
        (["merge", "river-office", "lakes-office"], "did you mean 'lake-office'?"),
        (["merge", "river-office"], "two actors or more"),
        (["merge"], "ACTOR"),
        (["retag", "floods"], "did you mean 'flood'?"),
        (["--timeline", "floods"], "did you mean 'flood'?"),
        (["--kind", "person", "retag"], "--kind belongs to the list"),
        (["confirm"], "say --all"),
        (["confirm", "ann-abel", "--all"], "say --all"),
        (["add", "Nobody"], "--kind"),
        (["remove", "river-office"], "Say --yes"),
        (["suggest", "--accept", "7"], "none of the numbers"),
    ],
)
def test_what_is_not_understood_ends_with_2(root, words, said):
    before = files_of(root)
    assert said in run(*words, status=2)
    assert files_of(root) == before


def test_content_with_errors_is_refused(root):
    (root / path_of(0)).write_text("nothing")
    assert "no-front-matter" in run("merge", "river-office", "lake-office", status=1)
    assert (root / "content/actors/lake-office.md").exists()


def test_retag_without_a_terminal_only_shows(root):
    edit_lists(root, 0, actors=["ann-abel", "lake-office"])
    before = files_of(root)
    said = run("retag")
    assert f"{path_of(0)}: - lake-office; also_actors + lake-office; not_actors + river-office" in said
    assert "say --yes" in said
    assert files_of(root) == before
    assert "Written: 1 update and 1 source record." in run("retag", "--yes")
    assert lists(root)["u0"] == (("ann-abel",), ("lake-office",), ("river-office",))
    assert run("retag") == "Nothing changes: every update lists whom it names.\n"


def test_a_slug_that_is_no_actor_is_no_decision(root):
    edit_lists(root, 2, actors=["lake-ofice"])
    before = files_of(root)
    said = run("retag", "--yes")
    assert "there is no actor 'lake-ofice'" in said
    assert "did you mean 'lake-office'?" in said
    assert files_of(root) == before


def test_a_slip_in_a_list_is_told_by_every_command_that_meets_it(root):
    edit_lists(root, 0, actors=["ann-abel", "river-office", "lake-ofice"])
    for words in (["rename", "Ann Abel", "Anna Abel"], ["remove", "river-office", "--yes"]):
        assert "did you mean 'lake-office'?" in run(*words)
    assert lists(root)["u0"] == (("anna-abel", "lake-ofice"), (), ())


def test_at_a_terminal_it_asks(root, terminal):
    edit_lists(root, 2, actors=["lake-office"])
    before = files_of(root)
    assert "Nothing was written." in run("retag", typed="n\n")
    assert "Nothing was written." in run("remove", "River Office", typed="n\n")
    assert files_of(root) == before
    assert "Written" in run("retag", typed="y\n")
    assert "Written" in run("remove", "River Office", typed="y\n")
    assert not (root / "content/actors/river-office.md").exists()


def test_long_lists_are_cut_where_nobody_asked_for_them(tmp_path, monkeypatch):
    root = archive(tmp_path, [actor("a", "Alder"), actor("b", "Birch")], ["Birch met."] * 40)
    monkeypatch.chdir(root)
    said = run("merge", "a", "b").splitlines()
    assert said[-4] == "... and 20 more updates"
    assert len(said) == 2 + 20 + 2 + 2


def test_suggestions_are_accepted_by_number(root):
    said = run("suggest")
    assert "sitegen actors remove lake-office" in said
    assert "Named by no update" in said
    assert "lake-office.md: deleted" in run("suggest", "--accept", "1", "--dry-run")
    run("suggest", "--accept", "1")
    assert run("suggest") == "Nothing to suggest.\n"


def test_without_a_model_it_says_what_to_install(root):
    assert "no-model" in run("suggest", "--ner", "no_such_model", status=1)


def test_names_that_two_actors_share_are_told(root):
    assert "ambiguous-alias" in run("alias", "lake-office", "the Office")
