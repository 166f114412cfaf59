# ruff: noqa: INP001 - a script, no package
"""Make `sitegen/data/countries.json` from the npm package world-countries 5.1.0.

    python tools/reduce_countries.py FOLDER_OF_THE_UNPACKED_PACKAGE sitegen/data

Keeps what names a state in English prose and adds the forms that the press uses and the package lacks
(the tables below). The result is a derivative database under the same licence; its text is copied beside it.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

# The package does not call these independent; in the news they act as governments.
ALSO_STATES = {"PS", "TW", "XK"}

# The name that English prose uses, where the package's common name is another.
NAMES = {"TR": "Turkey"}

# Other forms that name the state and nothing else. The package's own alternative spellings are left out:
# most are no English ("Island" for Iceland) or are adjectives ("Saudi").
SHORT_FORMS = {
    "AE": ["UAE", "U.A.E."],
    "AG": ["Antigua"],
    "BA": ["Bosnia", "Bosnia-Herzegovina"],
    "CD": ["DRC", "Democratic Republic of Congo"],
    "CG": ["Congo-Brazzaville", "Republic of Congo"],
    "CI": ["Côte d'Ivoire", "Cote d'Ivoire"],
    "CN": ["PRC"],
    "CV": ["Cabo Verde"],
    "CZ": ["Czech Republic"],
    "FM": ["Federated States of Micronesia"],
    "GB": ["UK", "U.K.", "Britain", "Great Britain"],
    "KN": ["St Kitts and Nevis", "St. Kitts and Nevis"],
    "KP": ["DPRK"],
    "LC": ["St Lucia", "St. Lucia"],
    "MK": ["Macedonia"],
    "MM": ["Burma"],
    "NL": ["Holland"],
    "ST": ["Sao Tome and Principe"],
    "SZ": ["Swaziland"],
    "TL": ["East Timor"],
    "TR": ["Türkiye", "Turkiye"],
    "US": ["US", "U.S.", "USA", "U.S.A.", "America"],
    "VA": ["Holy See", "Vatican"],
    "VC": ["St Vincent and the Grenadines", "St. Vincent and the Grenadines"],
    "VN": ["Viet Nam"],
}

# Adjectives that the press uses; the package has one form for each country, often not this one.
DEMONYMS = {
    "AF": ["Afghan"],
    "AR": ["Argentine", "Argentinian"],
    "BA": ["Bosnian"],
    "BD": ["Bangladeshi"],
    "CD": ["Congolese"],
    "CG": ["Congolese"],
    "CN": ["Chinese"],
    "GB": ["UK", "U.K.", "British"],
    "HK": ["Hong Kong"],
    "IL": ["Israeli"],
    "KG": ["Kyrgyz"],
    "KZ": ["Kazakh", "Kazak"],
    "LA": ["Lao", "Laotian"],
    "LK": ["Sri Lankan"],
    "NZ": ["New Zealand"],
    "PH": ["Philippine"],
    "PS": ["Palestinian"],
    "RS": ["Serbian"],
    "SA": ["Saudi"],
    "TH": ["Thai"],
    "TJ": ["Tajik"],
    "TM": ["Turkmen"],
    "US": ["US", "U.S.", "American"],
    "UZ": ["Uzbek"],
    "VN": ["Vietnamese"],
    "YE": ["Yemeni"],
    "ZA": ["South African"],
    "AE": ["UAE", "Emirati"],
}

# Seats of government under the name that the press uses for the government.
CAPITALS = {
    "FR": ["Elysee", "Elysee Palace", "Élysée", "Élysée Palace"],
    "GB": ["Downing Street", "No 10", "Number 10", "Whitehall"],
    "IN": ["Delhi"],
    "KZ": ["Nur-Sultan"],
    "MV": ["Male"],
    "RU": ["Kremlin"],
    "UA": ["Kiev"],
    "US": ["Washington", "White House"],
}

# Capitals of the package that are no seat of government in the press, or go under another name.
NOT_CAPITALS = {"City of Victoria", "Washington D.C."}


def reduced(country: dict[str, Any]) -> dict[str, Any]:
    """One country: code, name, official name, short forms, demonyms, capitals, whether it is a state."""
    code = country["cca2"]
    name = NAMES.get(code, country["name"]["common"])
    official = country["name"]["official"]
    english = country["demonyms"].get("eng", {})
    return {
        "code": code,
        "name": name,
        "official": official,
        "short": SHORT_FORMS.get(code, []),
        "demonyms": unique([*DEMONYMS.get(code, []), *re.split(r", | or ", english.get("m", ""))]),
        "capitals": unique([*country["capital"], *CAPITALS.get(code, [])], without={name, *NOT_CAPITALS}),
        "state": bool(country["independent"]) or code in ALSO_STATES,
    }


def unique(forms: list[str], *, without: set[str] | None = None) -> list[str]:
    """The forms in order, each once and none empty."""
    return [form for form in dict.fromkeys(forms) if form and form not in (without or set())]


def main(package: Path, target: Path) -> None:
    """Write the data, one country a line, and the licence."""
    countries = json.loads((package / "countries.json").read_text(encoding="utf-8"))
    rows = [reduced(c) for c in sorted(countries, key=lambda c: str(c["cca2"]))]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (target / "countries.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    licence = (package / "LICENSE").read_text(encoding="utf-8")
    (target / "countries.LICENSE.md").write_text(licence.rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
