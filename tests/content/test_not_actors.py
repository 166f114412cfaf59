"""The list of names that are no actors."""

from sitegen.content import read_corpus, read_site, reread
from sitegen.model import NotActors
from sites import SITE, write

PATH = "content/actors/not-actors.yaml"


def test_the_names_are_read_and_stay_when_other_files_change(tmp_path):
    write(tmp_path, SITE)
    assert read_site(tmp_path).not_actors == NotActors()
    write(tmp_path, {PATH: "names:\n  - Kai Tak\n  - 'The  Wharf'\n"})
    corpus = read_site(tmp_path)
    assert corpus.not_actors.names == ("Kai Tak", "The Wharf")
    assert reread(tmp_path, corpus, {"content/actors/mayor.md"}) == corpus
    (tmp_path / PATH).unlink()
    assert reread(tmp_path, corpus, {PATH}).not_actors == NotActors()


def test_what_is_wrong_with_it_is_told(tmp_path):
    write(tmp_path, {**SITE, PATH: "nams: [a]\n"})
    (found,) = read_corpus(tmp_path)[1]
    assert (found.path, found.code, found.line) == (PATH, "unknown-key", 1)
