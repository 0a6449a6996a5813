"""Templates: errors have a file and a line, references can not break, nothing escapes the sandbox."""

from __future__ import annotations

from pathlib import Path

import pytest
from drafting_data import gegevens, lees

from verordening_tool.drafting.pakket import stel_samen
from verordening_tool.drafting.sjabloon import lees_sjablonen
from verordening_tool.fouten import Sjabloonfout


def _stel_samen(map_: Path, soort: str = "eigen") -> None:
    sjablonen = lees_sjablonen(map_)
    stel_samen(lees(gegevens()), (soort,), sjablonen)


def _eigen(tmp_path: Path, tekst: str) -> Path:
    (tmp_path / "eigen").mkdir()
    (tmp_path / "eigen" / "sjabloon.txt").write_text(tekst, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("tekst", "bericht"),
    [
        ("= Titel\n\n{{ gemeent }}\n", "eigen/sjabloon.txt, regel 3: gemeent is geen bekend gegeven"),
        ("= Titel\n{{ data.raat|datum }}\n", "eigen/sjabloon.txt, regel 2: data.raat is geen bekend gegeven"),
        ("= Titel\n{% if gemeente %}\nja\n", "eigen/sjabloon.txt, regel 2: een sjabloontag klopt niet"),
        ("= Titel\n{{ art('nergens') }}\n", "eigen/sjabloon.txt, regel 2: geen artikel heeft het label nergens"),
        (
            "= Titel\n{% if false %}\n## artikel a: X\nTekst.\n{% endif %}\nZie {{ art('a') }}.\n",
            "regel 6: er wordt verwezen naar artikel a",
        ),
        ("= Titel\n{{ art('beschut-werk', 'niets') }}\n", "regel 2: er wordt verwezen naar lid niets"),
        ("= Titel\n{{ kenmerk|datum }}\n", "eigen/sjabloon.txt, regel 2: dit kan niet worden ingevuld"),
        ("= Titel\n{{ kenmerk|nietbestaand }}\n", "regel 2: een sjabloontag klopt niet"),
        ("= Titel\n{% include 'delen/weg.txt' %}\n", "gebruikt het sjabloon delen/weg.txt"),
        ("= Titel\n{% include '../../etc/passwd' %}\n", "gebruikt het sjabloon ../../etc/passwd"),
        ("= Titel\n{{ ''.__class__.__mro__ }}\n", "regel 2"),
        ("= Titel\n{{ woorden.update({'a': 1}) }}\n", "regel 2"),
        ("= Titel\n{% for i in range(10000000000) %}x{% endfor %}\n", "regel 2"),
        ("= Titel\n## artikel a: X\nEen.\n## artikel a: Y\nTwee.\n", "regel 4: het label a staat bij twee artikelen"),
        ("= Titel\n> noot\n", "regel 2: een toelichting"),
        ("norm: BW-01\n", "regel 1: een norm hoort onder"),
        ("= Titel\n## Artikel zonder label\n", "regel 2: deze kop heeft niet de vorm"),
        ("= Titel\n[onzin]\n", "regel 2: de opdracht [onzin] bestaat niet"),
        ("= Titel\n## artikel a: X\na. los onderdeel\n", "regel 3: een onderdeel hoort onder een lid"),
    ],
    ids=lambda waarde: waarde[-40:].strip() if isinstance(waarde, str) else None,
)
def test_refused_with_file_and_line(tmp_path: Path, tekst: str, bericht: str) -> None:
    with pytest.raises(Sjabloonfout) as fout:
        _stel_samen(_eigen(tmp_path, tekst))
    assert bericht in fout.value.bericht


def test_own_document_uses_numbers_of_the_regulation(tmp_path: Path) -> None:
    map_ = _eigen(tmp_path, "= Notitie\nZie {{ art('beschut-werk', 'aanvang') }}.\n1. een\n1. twee\n")
    (concept,) = stel_samen(lees(gegevens()), ("eigen",), lees_sjablonen(map_))
    assert [(blok.nummer, blok.tekst) for blok in concept.regeling.blokken] == [
        (None, "Notitie"),
        (None, "Zie artikel 11, vijfde lid."),
        ("1.", "een"),
        ("2.", "twee"),
    ]


def test_own_template_replaces_ours(tmp_path: Path) -> None:
    (tmp_path / "delen").mkdir()
    (tmp_path / "delen" / "beslispunten.txt").write_text("1. alles goed te vinden.\n", encoding="utf-8")
    (concept,) = stel_samen(lees(gegevens()), ("raadsvoorstel",), lees_sjablonen(tmp_path))
    assert "alles goed te vinden." in [blok.tekst for blok in concept.regeling.blokken]


def test_a_lid_that_stands_alone_has_no_number() -> None:
    from verordening_tool.drafting.nummering import nummer
    from verordening_tool.drafting.sjabloon import Bronregel
    from verordening_tool.drafting.stukken import lees_stukken

    regels = ["## artikel a: A", "1. @enig Een.", "## artikel b: B", "1. Een.", "1. @tweede Twee."]
    plekken = nummer(lees_stukken(Bronregel(tekst, "x", n) for n, tekst in enumerate(regels, 1))).plekken
    assert plekken["a"].leden == {"enig": None}
    assert plekken["b"].leden == {"tweede": "2"}


def test_every_template_line_is_in_our_form() -> None:
    """Rules of drafting: no moeten, dienen, en/of, c.q. or zoals bedoeld in the regulations."""
    import re

    verboden = re.compile(r"\b(?:moet(?:en)?|dien(?:t|en)|c\.q\.|zoals bedoeld|hij/zij)\b|en/of", re.IGNORECASE)
    for pad, tekst in lees_sjablonen().bestanden.items():
        if pad.startswith(("re-integratieverordening", "verordening-beschut", "wijzigings", "beleidsregels", "delen")):
            regels = [regel for regel in tekst.splitlines() if not regel.startswith((">", "{#"))]
            assert not [regel for regel in regels if verboden.search(regel)], pad
