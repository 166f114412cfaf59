"""The documents hold: links lead somewhere, examples are true, what is generated is current."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import click
import pytest
import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from places import REPOSITORY
from sitegen import markup
from sitegen.cli.main import group
from sitegen.importers.protocol import NotALiveBlogError, SavedDocument
from sitegen.importers.registry import IMPORTERS
from sitegen.ingest.conservation import missing_words
from sitegen.scaffold.own_wheel import wheel_name

DOCUMENTS = [REPOSITORY / "README.md", *sorted((REPOSITORY / "docs").rglob("*.md"))]

each_document = pytest.mark.parametrize(
    "document", DOCUMENTS, ids=lambda path: str(path.relative_to(REPOSITORY))
)


@cache
def tokens(document: Path) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(document.read_text(encoding="utf-8"))


@cache
def anchors(document: Path) -> frozenset[str]:
    """Anchors of the headings, as GitHub makes them."""
    found: list[str] = []
    for heading, content in zip(tokens(document), tokens(document)[1:], strict=False):
        if heading.type == "heading_open":
            words = "".join(child.content for child in content.children or ())
            anchor = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
            repeats = sum(re.fullmatch(rf"{re.escape(anchor)}(-\d+)?", other) is not None for other in found)
            found.append(f"{anchor}-{repeats}" if repeats else anchor)
    return frozenset(found)


def links(document: Path) -> Iterator[str]:
    for token in tokens(document):
        for child in token.children or ():
            if child.type in {"link_open", "image"}:
                yield str(child.attrs.get("href") or child.attrs.get("src"))


def fences(document: Path, *kinds: str) -> list[Token]:
    return [t for t in tokens(document) if t.type == "fence" and t.info.split(" ")[0] in kinds]


@each_document
def test_every_relative_link_leads_to_a_file_and_a_heading(document):
    for link in links(document):
        parts = urlsplit(link)
        if parts.scheme:
            assert parts.scheme in {"https", "mailto"}, link
            continue
        target = (document.parent / unquote(parts.path)).resolve() if parts.path else document
        assert target.exists(), link
        assert target.is_relative_to(REPOSITORY), link
        assert not parts.fragment or parts.fragment in anchors(target), link


@each_document
def test_every_yaml_example_parses(document):
    for block in fences(document, "yaml"):
        assert yaml.safe_load(block.content) is not None, block.content


@each_document
def test_every_command_in_an_example_exists(document):
    code = [t.content for t in tokens(document) if t.type in {"fence", "code_block"}]
    code += [c.content for t in tokens(document) for c in t.children or () if c.type == "code_inline"]
    lines = "\n".join(code).replace("\\\n", " ").splitlines()
    for line in lines:
        found = re.match(r"\s*(?:\$ )?(?:\S*/)?sitegen ((?:[a-z]+|--[a-z-]+)\b.*)", line)
        if not found or document.name == "commands.md":
            continue
        words = shlex.split(re.split(r"  |#| > ", found[1])[0], posix=True)
        command = group
        while isinstance(command, click.Group) and words and not words[0].startswith("-"):
            word = words.pop(0)
            command = command.get_command(click.Context(command), word)
            assert command, f"there is no command {word}: {line}"
        known = {name for parameter in command.params for name in parameter.opts} | {"--help", "-h"}
        assert {word.partition("=")[0] for word in words if word.startswith("-")} <= known, line


def test_what_is_generated_is_current():
    command = [sys.executable, str(REPOSITORY / "tools" / "reference.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert not done.stderr
    assert done.returncode == 0


def commands_of(parent: click.Group) -> Iterator[click.Command]:
    for name in parent.list_commands(click.Context(parent)):
        command = parent.get_command(click.Context(parent), name)
        assert command
        yield command
        if isinstance(command, click.Group):
            yield from commands_of(command)


@pytest.mark.parametrize("command", list(commands_of(group)), ids=lambda command: command.name)
def test_every_command_and_option_explains_itself(command):
    assert len((command.help or "").split()) > 10
    assert 2 < len(command.get_short_help_str(80).split()) < 12
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert len((parameter.help or "").split()) > 2, f"{parameter.opts} has no help"
            assert parameter.help.rstrip("]").endswith(".") or "default" in parameter.help, parameter.help
        else:
            assert (parameter.metavar or parameter.name).rstrip(".").lower() in command.help.lower()


def test_every_format_is_listed():
    rows = (REPOSITORY / "docs" / "importing.md").read_text(encoding="utf-8")
    for importer in IMPORTERS:
        assert f"| `{importer.name}` |" in rows


def test_the_list_of_dependencies_is_that_of_the_package():
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[^\w-]", item)[0].lower() for item in project["dependencies"]}
    rows = re.findall(
        r"^\| ([\w, -]+) \|",
        (REPOSITORY / "docs" / "dependencies.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    assert {name.strip() for row in rows for name in row.split(",")} - {"library"} == needed


def test_no_file_names_a_machine_or_a_registry():
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("LOUD: this is no git checkout, so its files were not looked through")
    machine = re.compile(r"(?<![\w.])/(work|root|home|tmp|Users)/|[A-Z]:\\Users")
    registry = re.compile(r"pypi\.org|pythonhosted|npmjs\.|crates\.io|--index-url")
    for name in filter(None, listed.stdout.split("\0")):
        file = REPOSITORY / name
        if file == Path(__file__) or not file.is_file():
            continue
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        assert not machine.search(text), name
        assert not registry.search(text), name


def test_nobody_is_told_to_install_the_other_program_that_is_called_sitegen():
    package = REPOSITORY / "sitegen"
    scaffold = package / "scaffold" / "template"
    files = [*DOCUMENTS, *(f for f in scaffold.rglob("*") if f.is_file()), *package.rglob("*.py")]
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            command = re.search(r"\bpipx?\b.*?\b(?:install|download|wheel)\b([^`;|&#]*)", line)
            for word in command[1].split() if command else ():
                assert not re.match(r"[\"']?sitegen([\[=<>~\"']|$)", word), f"{file}: {line}"


def test_recipes_name_the_wheel_and_the_python_of_the_archive():
    text = (REPOSITORY / "docs" / "how-to.md").read_text(encoding="utf-8")
    assert set(re.findall(r"tools/(\S+\.whl)", text)) == {wheel_name()}
    workflow = REPOSITORY / "sitegen" / "scaffold" / "template" / "github" / "workflows" / "pages.yml"
    used = re.findall(r'python-version: "(.+)"', workflow.read_text(encoding="utf-8"))
    assert re.findall(r"--python-version (\S+)", text) == used


BAR_LOG = """\
Notes of the duty desk

2024-03-01T08:00+00:00 | Bridge shut | # 5 cars wait, the town hall said.
2024-03-01T08:30+00:00 |  | The * river * rises.
"""


def test_the_worked_example_of_an_importer_works():
    text = (REPOSITORY / "docs" / "importing.md").read_text(encoding="utf-8")
    code = re.search(r"```python\n(.*?)```", text[text.index("## For programmers") :], re.DOTALL)[1]
    assert len(code.splitlines()) < 80
    names: dict[str, object] = {"__name__": "worked_example"}
    exec(compile(code, "docs/importing.md", "exec"), names)
    importer = names["BarLogImporter"]()
    log = SavedDocument(name="log.txt", data=BAR_LOG.encode())
    assert importer.sniff(log) > 0.5
    assert importer.sniff(SavedDocument(name="x.txt", data=b"Just | a letter.")) == 0
    document = importer.read(log)
    assert [entry.title for entry in document.entries] == ["Bridge shut", ""]
    assert markup.parse(document.entries[0].body).text == "# 5 cars wait, the town hall said."
    assert document.left_out[0].text == "Notes of the duty desk"
    assert missing_words(BAR_LOG, document) == ()
    with pytest.raises(NotALiveBlogError):
        importer.read(SavedDocument(name="x.txt", data=b"Just a letter."))
