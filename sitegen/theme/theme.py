"""The theme as the rest of sitegen sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment

from sitegen.diagnostics import ContentError, Diagnostic
from sitegen.theme.files import read_files
from sitegen.theme.layers import find_layers, shipped_themes
from sitegen.theme.static import StaticFile, publish_static
from sitegen.theme.templates import Template, closures, environment_of, read_templates


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme in memory: it reads no file any more. Pickled it is its sources; they compile again on use."""

    name: str
    """Name of its folder."""
    title: str
    """Its name for people."""
    templates: dict[str, Template]
    """Sources by name, those that stronger folders override among them."""
    static: tuple[StaticFile, ...]
    """Files published beside the pages, by name."""
    digests: Mapping[str, str]
    """For each template the hash of all sources that it is made from."""
    environment: Environment = field(init=False, repr=False, compare=False)
    """Compiles the templates and keeps them."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "environment", environment_of(tuple(self.templates.values())))

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (self.name, self.title, self.templates, self.static, self.digests)

    def closure_digest(self, template: str) -> str:
        """Hash of the template and of all that it extends, includes or imports.

        Raises ContentError when the theme has no such template.
        """
        if template not in self.digests:
            raise ContentError([self.lacks(template)])
        return self.digests[template]

    def lacks(self, template: str) -> Diagnostic:
        """What to say about a template that the theme should have."""
        return Diagnostic(
            code="template-missing",
            path=f"themes/{self.name}",
            what=f"the theme has no template '{template}'",
            mend=f"add templates/{template}, or 'extends: chronicle' in theme.yaml",
        )


def _again(
    name: str,
    title: str,
    templates: dict[str, Template],
    static: tuple[StaticFile, ...],
    digests: Mapping[str, str],
) -> Theme:
    return Theme(name=name, title=title, templates=templates, static=static, digests=digests)


def load_theme(name: str, *, site_themes: Path, shipped: Path | None = None) -> Theme:
    """The theme of that name, its files from the site's `themes/` before those that come with sitegen.

    Raises ContentError with everything that is wrong: no such theme, a faulty record, a link out of
    the theme, a template with a mistake or without a file that it needs, a stylesheet that asks elsewhere.
    """
    record, layers = find_layers(name, site_themes=site_themes, shipped=shipped or shipped_themes())
    problems: list[Diagnostic] = []
    templates = read_templates(read_files(layers, "templates", problems, ending=".html"), problems)
    static = publish_static(read_files(layers, "static", problems), problems)
    digests, faults = closures(tuple(templates.values()))
    problems.extend(faults)
    if problems:
        raise ContentError(problems)
    return Theme(name=name, title=record.title, templates=templates, static=static, digests=digests)
