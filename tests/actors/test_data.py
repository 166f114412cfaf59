"""The data that ships: complete, without forms that would mislead."""

from __future__ import annotations

from importlib.resources import files

from sitegen.actors.bearers import is_first_name
from sitegen.actors.countries import capitals, countries, country_names, demonyms, is_place
from sitegen.actors.known import _bodies

DATA = files("sitegen").joinpath("data")


def test_every_state_has_a_name_and_all_but_those_without_one_a_capital() -> None:
    states = [country for country in countries() if country.state]
    assert len(states) == 197
    assert {country.name for country in states if not country.capitals} == {
        "Djibouti", "Luxembourg", "Monaco", "Singapore", "Vatican City",
    }  # fmt: skip


def test_no_form_names_two_countries() -> None:
    forms = [form for c in countries() for form in {c.name, c.official, *c.short}]
    assert len(forms) == len(set(forms))


def test_forms_are_no_common_words_and_no_places_within_a_country() -> None:
    for form in ("Congo", "Korea", "Holland Park", "Island", "us", "Thai", "Saudi"):
        words = tuple(form.split())
        assert words not in [listed for listed, _ in country_names().get(words[0], ())], form


def test_an_adjective_of_two_states_is_nobodys() -> None:
    assert "Congolese" not in demonyms()
    assert "Dominican" not in demonyms()
    assert [country.code for _, country in demonyms()["Kazakh"]] == ["KZ"]


def test_capitals_of_territories_are_no_governments() -> None:
    assert "Nuuk" not in capitals()
    assert is_place("Kyiv")
    assert is_place("Kazakhs")
    assert not is_place("Kyivs Kyiv")


def test_listed_organisations_have_different_names() -> None:
    forms = [(words, body.name) for listed in _bodies().values() for words, body in listed]
    assert len({words for words, _ in forms}) == len(forms)


def test_first_names_are_known_in_any_spelling() -> None:
    assert is_first_name("François")
    assert is_first_name("Jean-Claude")
    assert not is_first_name("Kibbutz")


def test_licences_lie_beside_the_data() -> None:
    for name in ("countries.LICENSE.md", "first_names.LICENSE.txt", "README.md"):
        assert DATA.joinpath(name).read_text(encoding="utf-8").strip()
