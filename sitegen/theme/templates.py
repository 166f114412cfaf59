"""A theme's templates: finding one, compiling it, and the hash of everything it is made from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    meta,
    nodes,
)

from sitegen.diagnostics import Diagnostic
from sitegen.theme.files import ThemeFile

ORIGINAL = "original/"
"""`original/x.html` in a template is the `x.html` of the next folder below the template's own."""

SAFE_SCHEMES = frozenset({"http", "https", "mailto"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """The source of a template."""

    name: str
    """`x.html`; for one that a stronger folder overrides `@1/x.html`, with the number of its folder."""
    path: str
    """Its path below `templates/`: `x.html` for both."""
    layer: int
    """Which folder of the theme it is from; 0 is the strongest."""
    label: str
    """The file in messages to a person."""
    source: str
    """Its text."""


def read_templates(files: tuple[ThemeFile, ...], problems: list[Diagnostic]) -> dict[str, Template]:
    """Templates by name, from files in which the strongest folder comes first."""
    found: dict[str, Template] = {}
    for file in files:
        name = f"@{file.layer}/{file.name}" if file.name in found else file.name
        try:
            source = file.data.decode("utf-8-sig")
        except UnicodeDecodeError:
            problems.append(
                Diagnostic(
                    code="not-utf-8",
                    path=file.label,
                    what="this template is not UTF-8 text",
                    mend="save it again with the encoding UTF-8",
                )
            )
            continue
        found[name] = Template(name=name, path=file.name, layer=file.layer, label=file.label, source=source)
    return found


class ThemeEnvironment(Environment):
    """Jinja, closed: all text escaped, nothing undefined passes, no globals, nothing that chance decides."""

    def __init__(self, templates: Mapping[str, Template]) -> None:
        super().__init__(
            loader=_Sources(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )
        self._templates = templates
        self.globals.clear()
        del self.filters["random"]
        self.filters["url"] = safe_url

    def join_path(self, template: str, parent: str) -> str:
        """The name under which `template` is known, when the template `parent` asks for it."""
        if not template.startswith(ORIGINAL):
            return template
        path, above = template.removeprefix(ORIGINAL), self._templates[parent].layer
        below = [t for t in self._templates.values() if t.path == path and t.layer > above]
        return min(below, key=lambda t: t.layer).name if below else template


class _Sources(BaseLoader):
    """Gives templates from memory; tracebacks show the file as people know it."""

    def __init__(self, templates: Mapping[str, Template]) -> None:
        self._templates = templates

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002 - Jinja's interface
        found = self._templates.get(template)
        if found is None:
            raise TemplateNotFound(template)
        return found.source, found.label, lambda: True


def safe_url(value: str) -> str:
    """The address when it is http, https, mailto, or relative to the page; else `#`.

    Browsers drop tabs and line breaks from an address and read a backslash as a slash (WHATWG URL,
    "basic URL parser"): an address with a control character or blank is refused, whatever it says.
    """
    text = str(value)
    if re.search(r"[\x00-\x20\x7f\\]", text) or text.startswith("//"):
        return "#"
    scheme = re.match(r"([^/?#]*?):", text)
    return "#" if scheme and scheme[1].lower() not in SAFE_SCHEMES else text


@lru_cache(maxsize=2)
def environment_of(templates: tuple[Template, ...]) -> ThemeEnvironment:
    """The environment of these templates. The same templates give the same one: compiling is slow."""
    return ThemeEnvironment({template.name: template for template in templates})


@lru_cache(maxsize=2)
def closures(templates: tuple[Template, ...]) -> tuple[Mapping[str, str], tuple[Diagnostic, ...]]:
    """For each template the hash of all sources it is made from, its own name among them; and what is wrong.

    Compiles each template, so that every mistake in the theme is found at once.
    """
    problems: list[Diagnostic] = []
    environment = environment_of(templates)
    known = {template.name: template for template in templates}
    direct = {t.name: frozenset(_references(environment, known, t, problems)) for t in templates}
    return {name: _digest(_reach(name, direct), known) for name in known}, tuple(problems)


def _references(
    environment: Environment,
    templates: Mapping[str, Template],
    template: Template,
    problems: list[Diagnostic],
) -> Iterator[str]:
    """Names of the templates that this one extends, includes or imports."""
    try:
        tree = environment.parse(template.source, template.name, template.label)
        environment.get_template(template.name)
    except TemplateSyntaxError as error:
        problems.append(
            Diagnostic(
                code="template-syntax",
                path=template.label,
                line=error.lineno,
                what=f"the template is faulty: {(error.message or '').rstrip('.')}",
                mend="see docs/themes.md, and the manual of Jinja for its language",
            )
        )
        return
    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        for wanted in meta.find_referenced_templates(nodes.Template([node])):
            if wanted is None:
                problems.append(
                    Diagnostic(
                        code="template-dynamic",
                        path=template.label,
                        line=node.lineno,
                        what="the template's name is worked out while the page is made",
                        mend="write the name between quotes: what a page is made from must be known before",
                    )
                )
                continue
            name = environment.join_path(wanted, template.name)
            if name in templates:
                yield name
            elif not getattr(node, "ignore_missing", False):
                problems.append(
                    Diagnostic(
                        code="template-missing",
                        path=template.label,
                        line=node.lineno,
                        what=f"there is no template '{wanted}'",
                        mend="correct the name, or add the file",
                    )
                )


def _reach(name: str, direct: Mapping[str, frozenset[str]]) -> frozenset[str]:
    reached, open_ = {name}, [name]
    while open_:
        new = direct[open_.pop()] - reached
        reached |= new
        open_ += new
    return frozenset(reached)


def _digest(names: frozenset[str], templates: Mapping[str, Template]) -> str:
    digest = hashlib.sha256()
    for name in sorted(names):
        source = templates[name].source.encode()
        digest.update(f"{name}\0{len(source)}\0".encode() + source)
    return digest.hexdigest()
