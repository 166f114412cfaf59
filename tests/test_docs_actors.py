"""docs/actors.md, done by a reader who does just what it says; how is told in test_docs_tutorial."""

import contextlib
import os

from click.testing import CliRunner

from places import REPOSITORY
from sitegen.cli.main import group
from sitegen.content import read_site
from test_docs_tutorial import BLOCK, Reader


class Near(Reader):
    """A reader whose commands run in this process: many, and quicker so."""

    def run(self, argv):
        with contextlib.chdir(self.here):
            done = CliRunner(env=self.environment).invoke(
                group, argv[1:], prog_name="sitegen", catch_exceptions=False
            )
        return done.output, done.exit_code


def test_a_reader_who_corrects_the_actors_gets_there(tmp_path):
    text = (REPOSITORY / "docs" / "actors.md").read_text(encoding="utf-8")
    environment = os.environ | {"TERM": "dumb", "NO_COLOR": "1", "COLUMNS": "200"}
    reader = Near(base=tmp_path, here=tmp_path, environment=environment)
    blocks = list(BLOCK.finditer(text))
    assert text.count("```") == 2 * len(blocks)
    for block in blocks:
        reader.do(block)
    corpus = read_site(tmp_path / "northgate")
    assert {actor.slug: actor.proposed for actor in corpus.actors} == {
        "dyke-watch": False,
        "elena-solovyova": False,
    }
    assert [update.actors for update in corpus.updates] == [
        ("elena-solovyova", "dyke-watch"),
        (),
        ("dyke-watch", "elena-solovyova"),
        ("elena-solovyova",),
    ]
    assert corpus.not_actors.names == ("Karin Holm",)
