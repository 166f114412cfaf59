"""A language model as one more recogniser, with a double that knows a few names."""

from __future__ import annotations

import importlib
from dataclasses import dataclass

import pytest

from sitegen.actors import Passage, propose
from sitegen.actors.ner import load_model, model_recogniser
from sitegen.diagnostics import ContentError
from sitegen.model import ActorKind


@dataclass
class Entity:
    label_: str
    start_char: int
    end_char: int


@dataclass
class Parsed:
    ents: list[Entity]


class Knowing:
    """Finds these names wherever they stand."""

    def __init__(self, **labels: str) -> None:
        self.labels = {name.replace("_", " "): label for name, label in labels.items()}

    def pipe(self, texts):
        for text in texts:
            found = [(text.find(name), name, label) for name, label in self.labels.items()]
            yield Parsed([Entity(label, at, at + len(name)) for at, name, label in found if at >= 0])


def names(text: str, **labels: str) -> dict[str, tuple[ActorKind, str]]:
    proposals = propose([Passage(text=text)], [], more=[model_recogniser(Knowing(**labels))])
    return {proposal.name: (proposal.kind, proposal.reason) for proposal in proposals}


def test_what_a_model_finds_says_so() -> None:
    found = names(
        "We met Zorblax Quenby’s aunt at noon, near Vexcorp.", Zorblax_Quenby="PERSON", Vexcorp="ORG"
    )
    assert found["Zorblax Quenby"][0] is ActorKind.PERSON
    assert found["Vexcorp"] == (
        ActorKind.ORGANISATION,
        "suggested by a model: “aunt at noon, near Vexcorp”",
    )


def test_without_a_model_nothing_of_it_is_proposed() -> None:
    text = "We met Zorblax Quenby’s aunt at noon, near Vexcorp."
    assert propose([Passage(text=text)], []) == ()


def test_what_the_rules_have_understood_is_left_to_them() -> None:
    found = names("Chancellor Angela Merkel met Reuters.", Angela_Merkel="ORG", Reuters="PERSON")
    assert found["Angela Merkel"][0] is ActorKind.PERSON
    assert found["Reuters"][0] is ActorKind.MEDIA
    assert not any("model" in reason for _, reason in found.values())


@pytest.mark.parametrize("name", ["Paris", "May", "Quenby", "Zorblax Mayor", "ox Quen"])
def test_some_things_a_model_is_not_believed(name: str) -> None:
    text = f"We saw {name} there. Zorblax Quenby stood in it."
    assert names(text, **{name.replace(" ", "_"): "PERSON"}) == {}


def test_other_labels_are_left_out() -> None:
    assert names("We saw Vexcorp there.", Vexcorp="PRODUCT") == {}


def test_a_missing_library_or_model_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", nothing)
    with pytest.raises(ContentError, match="no-model: spaCy is not installed"):
        load_model("en_core_web_sm")

    class Spacy:
        @staticmethod
        def load(name: str) -> None:
            raise OSError(name)

    monkeypatch.setattr(importlib, "import_module", lambda _: Spacy)
    with pytest.raises(ContentError, match="no-model: there is no model 'nn_big'"):
        load_model("nn_big")
