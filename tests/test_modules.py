"""Every room can be imported alone; every module holds no state, and stays small."""

import ast
import subprocess
import sys

import pytest

from places import REPOSITORY

MODULES = sorted((REPOSITORY / "sitegen").rglob("*.py"))
ROOMS = sorted(
    f"sitegen.{path.stem}"
    for path in (REPOSITORY / "sitegen").iterdir()
    if (path.suffix == ".py" or (path / "__init__.py").is_file()) and not path.name.startswith("__")
)


def test_every_room_is_importable_alone():
    code = "import importlib, sys\nfor name in sys.argv[1:]:\n    before = set(sys.modules)\n    importlib.import_module(name)\n    [sys.modules.pop(m) for m in set(sys.modules) - before if m.startswith('sitegen')]\n"
    done = subprocess.run([sys.executable, "-c", code, *ROOMS], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_no_module_holds_mutable_state(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body:
        value = node.value if isinstance(node, (ast.Assign, ast.AnnAssign)) else None
        names = [
            t.id for t in getattr(node, "targets", [getattr(node, "target", None)]) if isinstance(t, ast.Name)
        ]
        empty = isinstance(value, (ast.List, ast.Dict)) and not getattr(
            value, "elts", getattr(value, "keys", None)
        )
        assert not empty, f"{names} on line {node.lineno} is empty, so something fills it later"
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Global)]


def test_modules_are_small():
    sizes = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES)
    assert sizes[len(sizes) // 2] < 150
    assert sizes[-1] <= 400
