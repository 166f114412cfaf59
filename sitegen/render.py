"""A view and a theme -> the bytes of a page. Pure: nothing else goes in, nothing else comes out."""

from __future__ import annotations

import hashlib
import traceback
from dataclasses import fields
from types import UnionType
from typing import get_args

import msgspec
from jinja2 import TemplateNotFound, UndefinedError

import sitegen
from sitegen.diagnostics import ContentError, Diagnostic
from sitegen.theme import Theme
from sitegen.views.contexts import View


def render(view: View, theme: Theme) -> bytes:
    """The page, UTF-8.

    Raises ContentError, with file and line of the template, for anything that goes wrong in a template.
    """
    if view.template not in theme.templates:
        raise ContentError([theme.lacks(view.template)])
    names = {f.name: getattr(view, f.name) for f in fields(view)}
    try:
        return theme.environment.get_template(view.template).render(names).encode()
    except Exception as error:  # a template is a person's code: whatever it raises is theirs to read
        raise ContentError([_located(error, theme, view.template)]) from error


def fingerprint(view: View, theme: Theme) -> str:
    """Hash of exactly what the page is made from: view, template closure, version of the program."""
    digest = hashlib.sha256()
    for part in (
        sitegen.__version__.encode(),
        view.template.encode(),
        theme.closure_digest(view.template).encode(),
        msgspec.msgpack.encode(view, order="deterministic"),
    ):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def missing_templates(theme: Theme) -> tuple[Diagnostic, ...]:
    """One message for each page of a site that the theme has no template for."""
    views: UnionType = View
    return tuple(theme.lacks(v.template) for v in get_args(views) if v.template not in theme.templates)


def _located(error: Exception, theme: Theme, template: str) -> Diagnostic:
    """The message, at the innermost template line that the error passed through."""
    labels = {t.label for t in theme.templates.values()}
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename in labels]
    where = (frames[-1].filename, frames[-1].lineno or 0) if frames else (theme.templates[template].label, 0)
    if isinstance(error, TemplateNotFound):
        what, mend = f"there is no template '{error.name}'", "correct the name, or add the file"
    elif isinstance(error, UndefinedError):
        what, mend = (
            (error.message or "a name that is not there"),
            "see docs/themes.md for what this template is given",
        )
    else:
        what, mend = f"{type(error).__name__}: {error}", "correct this line of the template"
    return Diagnostic(code="template-error", path=where[0], line=where[1], what=what, mend=mend)
