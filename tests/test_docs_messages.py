"""docs/messages.md lists every code that sitegen can give, and no other.

The codes are read from the source. A code is what stands

- as the keyword argument `code=` of a call of `Diagnostic`, or of `replace`, or
- in the place of the parameter `code` of a call of any function of sitegen that has one: `problems.add("x", ...)`,
  `matching(pattern, "x", ...)`, `_problem(page, "x", ...)`.

It is written as a plain string, as one of two strings (`"x" if y else "z"`), or as a string with one parameter of the
function around it in it (`f"unknown-{kind}"`), whose values are then read from the calls of that function. Anything else
fails the test: nobody could search the source for such a code.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product

import pytest

from places import REPOSITORY
from sitegen.diagnostics import Severity

DOCUMENT = REPOSITORY / "docs" / "messages.md"

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call and the functions it stands in, innermost first."""

    node: ast.Call
    inside: tuple[Function, ...]
    where: str

    @property
    def name(self) -> str:
        function = self.node.func
        return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


@dataclass(slots=True)
class Source:
    """All functions, by name, and all calls of the package."""

    functions: dict[str, list[Function]] = field(default_factory=lambda: defaultdict(list))
    calls: list[Call] = field(default_factory=list)

    def read(self, node: ast.AST, where: str, inside: tuple[Function, ...] = ()) -> None:
        for child in ast.iter_child_nodes(node):
            within = inside
            if isinstance(child, Function):
                self.functions[child.name].append(child)
                within = (child, *inside)
            elif isinstance(child, ast.Call):
                self.calls.append(Call(node=child, inside=inside, where=f"{where}:{child.lineno}"))
            self.read(child, where, within)

    def arguments(self, call: Call, parameter: str) -> Iterator[ast.expr]:
        """What the call gives for the parameter, if a function of that name has it."""
        for function in self.functions.get(call.name, ()):
            names = [argument.arg for argument in function.args.args]
            if names[:1] == ["self"]:
                del names[0]
            if parameter in names and names.index(parameter) < len(call.node.args):
                needed = len(names) - len(function.args.defaults)
                if len(call.node.args) + len(call.node.keywords) >= needed:
                    yield call.node.args[names.index(parameter)]
            elif parameter in (*names, *(argument.arg for argument in function.args.kwonlyargs)):
                yield from (k.value for k in call.node.keywords if k.arg == parameter)

    def values(self, expression: ast.expr, call: Call) -> Iterator[str]:
        """The strings that the expression can be; nothing for a parameter that is passed on."""
        match expression:
            case ast.Constant(value=str(text)):
                yield text
            case ast.IfExp():
                yield from self.values(expression.body, call)
                yield from self.values(expression.orelse, call)
            case ast.JoinedStr():
                parts = [tuple(self.piece(part, call)) for part in expression.values]
                yield from map("".join, product(*parts))
            case ast.Name(id="code") if self.owner("code", call):
                return
            case _:
                raise AssertionError(f"{call.where}: write the code as a string: {ast.unparse(expression)}")

    def piece(self, part: ast.expr, call: Call) -> Iterator[str]:
        if not isinstance(part, ast.FormattedValue):
            yield from self.values(part, call)
            return
        name = ast.unparse(part.value)
        owner = self.owner(name, call)
        assert owner, f"{call.where}: '{name}' is no parameter of the function around it"
        for other in self.calls:
            if other.name == owner.name and other.where.partition(":")[0] == call.where.partition(":")[0]:
                for argument in self.arguments(other, name):
                    yield from self.values(argument, other)

    def owner(self, name: str, call: Call) -> Function | None:
        """The innermost function around the call that has a parameter of that name."""
        return next(
            (f for f in call.inside if name in (a.arg for a in (*f.args.args, *f.args.kwonlyargs))), None
        )


def found(source: Source) -> dict[str, str]:
    """Every code in the source, with a place where it is given."""
    places: dict[str, str] = {}
    for call in source.calls:
        given = list(source.arguments(call, "code"))
        if call.name in {"Diagnostic", "replace"}:
            given += [keyword.value for keyword in call.node.keywords if keyword.arg == "code"]
        assert given or call.name != "Diagnostic", f"{call.where}: write the code in the call: code=..."
        for expression in given:
            places |= dict.fromkeys(source.values(expression, call), call.where)
    return places


@cache
def codes() -> dict[str, str]:
    """Every code of sitegen."""
    source = Source()
    for file in sorted((REPOSITORY / "sitegen").rglob("*.py")):
        source.read(ast.parse(file.read_text(encoding="utf-8")), file.relative_to(REPOSITORY).as_posix())
    return found(source)


def entries() -> dict[str, str]:
    """What the document says of each code."""
    parts = re.split(r"^### (.+)\n", DOCUMENT.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    assert len(parts[::2]) == len(set(parts[::2])), "a code stands twice"
    return {
        code: re.split(r"^## ", text, flags=re.MULTILINE)[0]
        for code, text in zip(parts[::2], parts[1::2], strict=True)
    }


def test_every_code_is_explained():
    assert {code: place for code, place in codes().items() if code not in entries()} == {}


def test_every_explained_code_can_be_given():
    assert entries().keys() - codes().keys() == set()


def test_codes_are_found_in_each_of_their_forms():
    every = codes()
    for form in ("collision", "duplicate-key", "bad-id", "broken-link", "unknown-theme", "unknown-actor"):
        assert form in every
    assert all(map(KEBAB.fullmatch, every)), "codes are small letters, digits and hyphens"


@pytest.mark.parametrize("code", sorted(codes()))
def test_an_explanation_says_how_bad_it_is_and_how_to_mend_it(code):
    text = entries()[code]
    assert text.split()[0].rstrip(".").lower() in set(Severity), "start with Error, Warning or Note"
    meaning, _, mend = text.partition("**To mend it:**")
    assert len(meaning.split()) > 5
    assert len(mend.split()) > 2


@pytest.mark.parametrize(
    "source",
    [
        "def f(code): Diagnostic(code=code)\nf(table[0])",
        "def f(x): Diagnostic(code=f'{x.name}-y')",
        "Diagnostic(code='a' + 'b')",
        "Diagnostic(**facts)",
    ],
)
def test_a_code_that_nobody_could_search_for_is_refused(source):
    read = Source()
    read.read(ast.parse(source), "here.py")
    with pytest.raises(AssertionError, match=r"here\.py:\d"):
        found(read)


def test_a_code_is_followed_through_parameters():
    read = Source()
    read.read(
        ast.parse(
            "def say(page, code, what='x'): return Diagnostic(code=code)\n"
            "def lack(kind): return Diagnostic(code=f'no-{kind}')\n"
            "say(1, 'one'); say(2, code='two' if 1 else 'three'); lack('cat'); lack('dog')\n"
            "class Bag:\n    def add(self, code, what): say(self, code)\n"
            "Bag().add('four', 'w'); set().add('five')\n"
        ),
        "here.py",
    )
    assert set(found(read)) == {"one", "two", "three", "four", "no-cat", "no-dog"}
