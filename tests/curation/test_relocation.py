"""`sitegen remove` and `sitegen move`: nothing is lost, nothing comes back by itself, nothing stands twice."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace

import pytest

from sitegen.annotate import annotate
from sitegen.build import BuildOptions, check
from sitegen.content import read_site
from sitegen.curation import NotUnderstoodError
from sitegen.curation.aside import set_aside
from sitegen.curation.belongings import saved_with
from sitegen.curation.relocation import Part, carry_over
from sitegen.curation.transfer import transfer
from sitegen.diagnostics import errors
from sitegen.ingest import ImportRequest, apply, never_imported, plan_import
from sitegen.permalinks import update_path
from sitegen.plan import PageKind, plan_pages
from sitegen.scaffold import new_archive
from sites import files_of, write

WIRE = """\
time,title,text
2024-03-01T10:00:00Z,The lock is shut,"The Harbour Union shut the lock, said its chairwoman."
2024-03-01T11:30:00Z,The water falls,The Harbour Union opens the lock.
"""
GAZETTE = """\
time,title,text
2024-03-01T10:00:00Z,Cattle at Norby,Farmers bring their cattle to the hill.
2024-03-01T12:15:00Z,Bridge at Norby shut,Nobody may cross.
"""


@pytest.fixture(scope="module")
def pattern(tmp_path_factory):
    """Two sources of one timeline, and one of another."""
    root = tmp_path_factory.mktemp("pattern")
    new_archive(root, demo=False)
    for name, text, timeline in (
        ("wire", WIRE, "tarn"),
        ("gazette", GAZETTE, "tarn"),
        ("other", GAZETTE.replace("Norby", "Sudby"), "ouse"),
    ):
        sidecar = f"# by hand\ntimeline: {timeline}\npublisher: The {name}\n"
        write(root, {f"seeds/{name}.csv": text, f"seeds/{name}.csv.yaml": sidecar})
        corpus = read_site(root)
        apply(plan_import(root, ImportRequest(document=root / f"seeds/{name}.csv"), corpus))
    return root


@pytest.fixture
def archive(pattern, tmp_path):
    return shutil.copytree(pattern, tmp_path, dirs_exist_ok=True)


def curated(root):
    return {name: data for name, data in files_of(root).items() if name.startswith(("content/", "seeds/"))}


def names(root):
    return {source.slug: source.timeline for source in read_site(root).sources}


def source_of(root, publisher):
    return next(one for one in read_site(root).sources if one.publisher == f"The {publisher}")


def edit(root, publisher):
    slug = source_of(root, publisher).slug
    update = next(one for one in read_site(root).updates if one.source == slug)
    file = root / update.place.path
    file.write_text(file.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8")
    return update.place.path


def test_what_is_removed_can_be_put_back_as_it_was(archive):
    edited = edit(archive, "wire")
    before = curated(archive)
    plan = set_aside(archive, source_of(archive, "wire").slug)
    assert curated(archive) == before
    assert plan.edited == (edited,)
    assert Part.ACTOR in {step.part for step in plan.steps}
    carry_over(plan)
    assert {one.publisher for one in read_site(archive).sources} == {"The gazette", "The other"}
    assert (archive / "content/tarn/timeline.yaml").exists()
    assert not [one for one in read_site(archive).actors if one.proposed and "Harbour" in one.name]
    shutil.copytree(archive / plan.aside, archive, dirs_exist_ok=True)
    assert curated(archive) == before


def test_what_is_removed_is_not_imported_again_by_a_build(archive, sitegen):
    slug = source_of(archive, "wire").slug
    done = sitegen("remove", slug)
    assert done.returncode == 0, done.stderr
    assert f"removed/{slug}" in done.stdout
    assert never_imported(archive, read_site(archive).sources) == ()
    assert slug not in names(archive)


def test_a_timeline_goes_with_all_that_is_in_its_folder(archive):
    write(archive, {"content/tarn/notes/plan.txt": "mine"})
    plan = set_aside(archive, "content/tarn/")
    carry_over(plan)
    assert not (archive / "content/tarn").exists()
    assert (archive / plan.aside / "content/tarn/notes/plan.txt").exists()
    assert [one.slug for one in read_site(archive).timelines] == ["ouse"]


def test_a_second_removal_stands_beside_the_first(archive):
    slug, saved = source_of(archive, "other").slug, files_of(archive)
    first = set_aside(archive, slug)
    carry_over(first)
    for name, data in saved.items():
        (archive / name).parent.mkdir(parents=True, exist_ok=True)
        (archive / name).write_bytes(data)
    second = set_aside(archive, slug)
    carry_over(second)
    assert first.aside != second.aside


def test_a_document_that_another_source_was_made_from_stays(archive, sitegen):
    again = ImportRequest(document=archive / "seeds/wire.csv", options={"timeline": "ouse", "source": "new"})
    apply(plan_import(archive, again, read_site(archive)))
    one, other = (s for s in read_site(archive).sources if s.document == "seeds/wire.csv")
    with pytest.raises(NotUnderstoodError, match="several sources"):
        set_aside(archive, "seeds/wire.csv")
    carry_over(set_aside(archive, one.slug))
    assert (archive / "seeds/wire.csv").exists()
    carry_over(set_aside(archive, other.slug))
    assert not (archive / "seeds/wire.csv").exists()


@pytest.mark.parametrize(
    ("document", "parts"),
    [
        ("wire.csv", ["wire_files/map.png"]),
        ("chat/result.json", ["chat/photos/map.jpg"]),
        ("result.json", []),
    ],
)
def test_what_was_saved_with_a_document_goes_along(tmp_path, document, parts):
    others = ("wire.csv", "wire.csv.yaml", "wires/a.png", "gazette_files/map.png", "photos/map.jpg")
    write(tmp_path, {f"seeds/{name}": "" for name in (document, *parts, *others)})
    assert list(saved_with(tmp_path, f"seeds/{document}")) == [f"seeds/{part}" for part in parts]


def test_a_web_archive_goes_with_the_last_page_that_was_taken_from_it(archive):
    data = b"a web archive"
    digest = hashlib.sha256(data).hexdigest()
    (archive / "seeds/crawl.wacz").write_bytes(data)
    for name in ("wire", "gazette"):
        sidecar = archive / f"seeds/{name}.csv.yaml"
        origin = f"origin:\n  archive: crawl.wacz\n  sha256: {digest}\n"
        sidecar.write_text(sidecar.read_text(encoding="utf-8") + origin, encoding="utf-8")
    carry_over(set_aside(archive, source_of(archive, "wire").slug))
    assert (archive / "seeds/crawl.wacz").exists()
    carry_over(set_aside(archive, source_of(archive, "gazette").slug))
    assert not (archive / "seeds/crawl.wacz").exists()


def test_a_source_that_moves_keeps_edits_and_is_known_to_later_imports(archive, sitegen):
    edited = edit(archive, "wire")
    slug = source_of(archive, "wire").slug
    bytes_before = (archive / edited).read_bytes()
    done = sitegen("move", slug, "ouse")
    assert done.returncode == 0, done.stderr
    assert names(archive)[slug] == "ouse"
    assert (archive / edited.replace("/tarn/", "/ouse/")).read_bytes() == bytes_before
    assert all((archive / one.path).is_file() for one in source_of(archive, "wire").written)
    assert (
        (archive / "seeds/wire.csv.yaml")
        .read_text(encoding="utf-8")
        .startswith("# by hand\ntimeline: ouse\n")
    )
    again = plan_import(archive, ImportRequest(document=archive / "seeds/wire.csv"), read_site(archive))
    assert (again.questions, again.writes) == ((), ())
    assert never_imported(archive, read_site(archive).sources) == ()
    assert "is there already" in sitegen("move", slug, "ouse").stdout


def test_updates_of_one_minute_and_title_stand_side_by_side(archive):
    ids = {one.id for one in read_site(archive).updates}
    slug = source_of(archive, "gazette").slug
    theirs = source_of(archive, "other")
    for update in [one for one in read_site(archive).updates if one.source == theirs.slug]:
        file = archive / update.place.path
        file.rename(file.with_name(file.name.replace("sudby", "norby")))
    carry_over(transfer(archive, slug, "ouse"))
    assert {one.id for one in read_site(archive).updates} == ids


def test_a_timeline_gets_another_name(archive, sitegen):
    old = read_site(archive)
    (archive / "content/tarn/timeline.yaml").write_text("title: Mine\ntimezone: UTC\n", encoding="utf-8")
    assert sitegen("move", "tarn", "tarn-2024").returncode == 0
    new = read_site(archive)
    assert {one.slug for one in new.timelines} == {"ouse", "tarn-2024"}
    assert "Mine" in {one.title for one in new.timelines}
    assert {one.id for one in new.updates} == {one.id for one in old.updates}
    assert not (archive / "content/tarn").exists()
    assert not (archive / "removed").exists()


def test_old_addresses_lead_to_the_new_ones(archive):
    old = read_site(archive)
    carry_over(transfer(archive, "tarn", "tarn-2024"))
    carry_over(transfer(archive, "tarn-2024", "ouse"))
    new = read_site(archive)
    pages = {page.path: page for page in plan_pages(annotate(new)[0])}
    for timeline in ("tarn", "tarn-2024"):
        assert pages[f"{timeline}/index.html"].leads_to == "ouse/index.html"
    now = {update.id: update_path(update) for update in new.updates}
    moved = [update for update in old.updates if update.timeline == "tarn"]
    assert moved
    for update in moved:
        page = pages[update_path(update)]
        assert (page.kind, page.leads_to, page.subject) == (PageKind.MOVED, now[update.id], update.title)
    assert not errors(check(BuildOptions(root=archive, jobs=1)))


def test_a_source_that_comes_back_leaves_no_trace(archive):
    before = curated(archive)
    slug = source_of(archive, "wire").slug
    carry_over(transfer(archive, slug, "ouse"))
    carry_over(transfer(archive, slug, "tarn"))
    after = read_site(archive)
    pages = {page.path: page.kind for page in plan_pages(annotate(after)[0])}
    assert PageKind.MOVED not in {pages[update_path(update)] for update in after.updates}
    assert curated(archive).keys() == before.keys()


def test_what_is_left_of_a_timeline_that_joins_another_goes_aside(archive):
    (archive / "content/ouse/timeline.yaml").write_text("title: Mine\ntimezone: UTC\n", encoding="utf-8")
    plan = transfer(archive, "ouse", "tarn")
    carry_over(plan)
    assert [one.slug for one in read_site(archive).timelines] == ["tarn"]
    assert "Mine" in (archive / plan.aside / "content/ouse/timeline.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "plan",
    [
        lambda root: transfer(root, "tarn", "tarn-2024"),
        lambda root: transfer(root, "tarn", "ouse"),
        lambda root: set_aside(root, "tarn"),
    ],
)
@pytest.mark.parametrize("done", [1, 4, 6])
def test_a_command_that_was_cut_short_goes_on_from_there(archive, plan, done):
    whole = plan(archive)
    wanted = {step.new for step in whole.steps}
    carry_over(replace(whole, steps=whole.steps[:done]))
    carry_over(plan(archive))
    assert not (archive / "content/tarn").exists()
    assert all((archive / path).is_file() for path in wanted)
    read_site(archive)


def test_a_dry_run_does_nothing(archive, sitegen):
    before = files_of(archive)
    for words in (("remove", "tarn"), ("move", "tarn", "ouse")):
        done = sitegen(*words, "--dry-run")
        assert "A dry run" in done.stdout
    assert files_of(archive) == before


@pytest.mark.parametrize(
    ("typed", "timeline", "said"),
    [
        ("tarm", "ouse", "did you mean 'tarn'?"),
        ("tarn", "actors", "choose another name"),
        ("tarn", "Tarn 2024", "write tarn-2024"),
        ("nothing-like-it", "ouse", "there are:"),
    ],
)
def test_what_is_typed_wrong_is_told(archive, typed, timeline, said):
    with pytest.raises(NotUnderstoodError) as told:
        transfer(archive, typed, timeline)
    assert said in str(told.value)
