import pytest

from sitegen.actors import script_of


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("Tokayev", "Latn"),
        ("Erdoğan", "Latn"),
        ("Токаев", "Cyrl"),
        ("(Токаев)", "Cyrl"),
        ("أردوغان", "Arab"),
        ("习近平", "Hani"),
        ("ソニー", "Jpan"),
        ("김정은", "Hang"),
        ("Ｔｏｋｙｏ", "Latn"),
        ("1905", "Zyyy"),
        ("", "Zyyy"),
    ],
)
def test_the_first_letter_tells_the_script(name, script):
    assert script_of(name) == script
