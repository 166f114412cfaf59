import pytest

from sitegen.diagnostics import Diagnostic
from sitegen.serve.problems import as_overlay, as_page, located

TEXT = "".join(f"line {number} of the file\n" for number in range(1, 21))


@pytest.fixture
def root(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/x.md").write_text(TEXT)
    (tmp_path / "secret.md").write_text(TEXT)
    return tmp_path / "site"


def problem(root, **changed):
    wanted = {
        "code": "bad",
        "path": "x.md",
        "line": 10,
        "column": 6,
        "what": "it is bad",
        "mend": "make it good",
    }
    (found,) = located([Diagnostic(**{**wanted, **changed})], root)
    return found


def test_the_lines_around_with_the_column_marked(root):
    found = problem(root)
    assert [line.number for line in found.excerpt] == [7, 8, 9, 10, 11, 12, 13]
    (faulty,) = [line for line in found.excerpt if line.faulty]
    assert (faulty.before, faulty.mark, faulty.after) == ("line ", "1", "0 of the file")
    assert found.where == "x.md:10:6"


@pytest.mark.parametrize(("line", "numbers"), [(1, [1, 2, 3, 4]), (20, [17, 18, 19, 20, 21]), (99, [])])
def test_at_the_edges_of_the_file(root, line, numbers):
    assert [found.number for found in problem(root, line=line).excerpt] == numbers


@pytest.mark.parametrize("column", [0, 999])
def test_a_column_that_is_not_there_marks_the_line_alone(root, column):
    (faulty,) = [line for line in problem(root, column=column).excerpt if line.faulty]
    assert faulty.mark == ""
    assert faulty.text == "line 10 of the file"


def test_the_end_of_a_line_can_be_marked(root):
    (faulty,) = [line for line in problem(root, column=20).excerpt if line.faulty]
    assert (faulty.before, faulty.mark, faulty.after) == ("line 10 of the file", " ", "")


def test_of_a_long_line_only_the_part_that_matters(root):
    (root / "x.md").write_text("a" * 100_000 + "!" + "b" * 100_000)
    (faulty,) = problem(root, line=1, column=100_001).excerpt
    assert faulty.mark == "!"
    assert faulty.before.startswith("…a")
    assert faulty.after.endswith("b…")
    assert len(faulty.before + faulty.after) < 500


@pytest.mark.parametrize("path", ["", "none.md", "../secret.md", ".", "link.md"])
def test_no_excerpt_of_what_is_no_file_of_the_site(root, path):
    (root / "link.md").symlink_to(root.parent / "secret.md")
    assert problem(root, path=path).excerpt == ()


def test_no_excerpt_where_the_whole_file_is_meant(root):
    found = problem(root, line=0, column=0)
    assert (found.excerpt, found.where) == ((), "x.md")


def test_bytes_that_are_no_text_do_not_hinder(root):
    (root / "x.md").write_bytes(b"\xff\xfe\x00 one\r\ntwo")
    assert problem(root, line=1, column=1).excerpt[0].text.endswith("one")


EVIL = "</pre></section><script>alert(1)</script>{{7*7}}\"'>"


@pytest.mark.parametrize("show", [as_overlay, as_page])
def test_everything_is_shown_and_nothing_runs(root, show):
    (root / "x.md").write_text(EVIL)
    shown = show((problem(root, line=1, column=3, what=f"what {EVIL}", mend=f"mend {EVIL}", code=EVIL),))
    assert "<script>" not in shown
    assert "49" not in shown
    for words in (
        "x.md:1:3",
        "what &lt;/pre&gt;",
        "How to mend it: mend &lt;/pre&gt;",
        "&lt;/<mark>p</mark>re&gt;",
    ):
        assert words in shown


def test_the_number_of_problems_is_said(root):
    one, two = problem(root), problem(root, line=1)
    assert "1 problem:" in as_overlay((one,))
    assert "2 problems:" in as_overlay((one, two))
    assert "as soon as this is mended" in as_page((one,))
    assert "as soon as these are mended" in as_page((one, two))


def test_a_problem_of_no_file_is_shown(root):
    assert "<b>the site</b>" in as_overlay((problem(root, path="", line=0, column=0),))
