"""References held against a document: what exists, what is dead, and what can not be known from here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from verordening_tool.document.regeling import Regeling
from verordening_tool.norms.wetten import lees_index
from verordening_tool.readers import lees_bestand, lees_bytes
from verordening_tool.references.begrippen import wetnamen
from verordening_tool.references.grondslag import citaties, citaties_in
from verordening_tool.references.links import jci, url
from verordening_tool.references.model import GeplaatsteVerwijzing
from verordening_tool.references.resolve import los_op
from verordening_tool.structure import ontleed

VERORDENING = """Re-integratieverordening Rietwijk 2024

De raad van de gemeente Rietwijk;
gelet op artikel 8a, eerste lid, aanhef en onder e, en artikel 10b, zevende lid, van de Participatiewet;
besluit vast te stellen de Re-integratieverordening Rietwijk 2024.

Hoofdstuk 1 Algemeen

Artikel 1 Begrippen
In deze verordening wordt verstaan onder:
a. wet: Participatiewet;
b. doelgroep: personen als bedoeld in artikel 7, eerste lid, onder a, van de wet.

Artikel 2 Aanbod
1. Het college biedt beschut werk aan.
2. Het college kan een voorziening bieden die bestaat uit:
a. begeleiding;
b. aanpassing van:
1°. de werkplek;
2°. de werktijd;
c. vervoer.
3. Het college beslist binnen acht weken.

Hoofdstuk 2 Overig

Artikel 3 Proef
{proef}

Artikel 4 Slot
1. {slot}
2. Deze verordening treedt in werking met ingang van 1 februari 2024.

Aldus vastgesteld in de openbare vergadering van 16 januari 2024.
de griffier, de voorzitter,
"""


def maak(proef: str = "Het college beslist.", slot: str = "De oude regels vervallen.") -> Regeling:
    return ontleed(lees_bytes(VERORDENING.format(proef=proef, slot=slot).encode(), "v.txt"))


def opgelost(regeling: Regeling, dag: date | None = date(2024, 2, 1)) -> tuple[GeplaatsteVerwijzing, ...]:
    uit = los_op(regeling, lees_index(), dag)
    for geplaatst in uit:
        assert regeling.blokken[geplaatst.alinea].tekst[geplaatst.start : geplaatst.eind] == geplaatst.opgelost.verwijzing.tekst
    return uit


def loos(regeling: Regeling) -> list[str]:
    return [doel for een in opgelost(regeling) if een.opgelost.verwijzing.soort == "intern" for doel in een.opgelost.loos]


def in_artikel(regeling: Regeling, artikel: str) -> list[tuple[str, str, str]]:
    return [
        (een.opgelost.verwijzing.tekst, een.opgelost.verwijzing.soort, een.opgelost.status)
        for een in opgelost(regeling)
        if een.plaats.artikel == artikel
    ]


INTERN = [
    ("artikel 2", "geldig"),
    ("artikel 2, eerste lid", "geldig"),
    ("artikel 2, vierde lid", "dood"),
    ("artikel 2, tweede lid, onder a", "geldig"),
    ("artikel 2, tweede lid, onder a tot en met c", "geldig"),
    ("artikel 2, tweede lid, onder d", "dood"),
    ("artikel 2, tweede lid, aanhef en onder b, onder 2°", "geldig"),
    ("artikel 2, tweede lid, onder b, onder 3°", "dood"),
    ("artikel 2, eerste lid, onder a", "dood"),
    ("artikel 2, onder c", "geldig"),
    ("artikel 1, onder b", "geldig"),
    ("artikel 1, onder k", "dood"),
    ("artikel 4, eerste en tweede lid", "geldig"),
    ("artikel 4, eerste en derde lid", "dood"),
    ("de artikelen 1 tot en met 4", "geldig"),
    ("de artikelen 2 en 5", "dood"),
    ("artikel 9", "dood"),
    ("artikel 9 van deze verordening", "dood"),
    ("artikel 2 van deze verordening", "geldig"),
    ("artikel 2 van de verordening", "geldig"),
    ("artikel 2 van de Re-integratieverordening Rietwijk 2024", "geldig"),
    ("hoofdstuk 2", "geldig"),
    ("hoofdstuk 3", "dood"),
    ("paragraaf 2", "dood"),
    ("dit hoofdstuk", "geldig"),
    ("deze paragraaf", "dood"),
    ("dit artikel", "geldig"),
    ("het eerste lid", "dood"),
    ("het vorige lid", "dood"),
    ("het vorige artikel", "geldig"),
    ("bijlage 1", "onbekend"),
    ("artikel 9 (oud)", "onbekend"),
    ("artikel 3, zoals dat luidde op 31 december 2022", "geldig"),
    ("artikel 9, zoals dat luidde op 31 december 2022", "onbekend"),
    ("artikel 3.1", "onbekend"),  # another way of numbering: an article of some other text
    ("artikel 10b, zevende lid", "onbekend"),  # the law is left out, and the aanhef names the article
]


@pytest.mark.parametrize(("tekst", "status"), INTERN, ids=[tekst for tekst, _ in INTERN])
def test_internal(tekst: str, status: str) -> None:
    ((_, soort, gevonden),) = in_artikel(maak(f"Voor de toepassing van {tekst} beslist het college."), "3")
    assert (soort, gevonden) == ("intern", status)


EXTERN = [
    ("artikel 5 van de Re-integratieverordening Rietwijk 2015", None, "onbekend"),
    ("artikel 10b, zevende lid, van de wet", "Participatiewet", "geldig"),
    ("artikel 6, tweede lid, van de wet", "Participatiewet", "vervallen"),
    ("artikel 7a van de wet", "Participatiewet", "nog_niet_geldig"),
    ("artikel 10b, tiende lid, van de wet", "Participatiewet", "dood"),
    ("artikel 8a, tweede lid, onder e, onder 1°, van de wet", "Participatiewet", "onbekend"),
    ("de artikelen 6, tweede lid, en 10b van de wet", "Participatiewet", "vervallen"),
    ("artikel 29b van de Ziektewet", "Ziektewet", "onbekend"),
    ("artikel 4:81 Awb", "Algemene wet bestuursrecht", "geldig"),
    ("titel 4.2 Awb", "Algemene wet bestuursrecht", "onbekend"),
    ("artikel 9 van de tarieventabel", None, "onbekend"),
]


@pytest.mark.parametrize(("tekst", "wet", "status"), EXTERN, ids=[tekst for tekst, *_ in EXTERN])
def test_external(tekst: str, wet: str | None, status: str) -> None:
    (geplaatst,) = [een for een in opgelost(maak(f"Op grond van {tekst} beslist het college.")) if een.plaats.artikel == "3"]
    verwijzing = geplaatst.opgelost.verwijzing
    assert (verwijzing.soort, geplaatst.opgelost.status) == ("extern", status)
    assert wet is None or verwijzing.wet == wet


SLOT = [
    ("De Re-integratieverordening Rietwijk 2015 wordt ingetrokken. Artikel 12, derde lid, is van toepassing.", ["artikel 12, derde lid"]),
    ("De Re-integratieverordening Rietwijk 2015 wordt ingetrokken, met dien verstande dat artikel 12 van toepassing blijft.", []),
    ("De Re-integratieverordening Rietwijk 2015 wordt ingetrokken, met uitzondering van artikel 12, derde lid.", []),
    ("De Re-integratieverordening Rietwijk 2015 wordt ingetrokken met ingang van de in artikel 12 genoemde dag.", ["artikel 12"]),
    ("Artikel 12 van de Re-integratieverordening Rietwijk 2015 blijft van toepassing.", []),
    ("Op lopende zaken blijft artikel 12 van die verordening van toepassing.", []),
    ("Onder artikel 7, artikel 7a of een van de groepen van artikel 10b van de wet valt ook deze persoon.", []),
    ("Artikel 2, met uitzondering van het derde lid, is van toepassing.", []),
    ("Artikel 2, met uitzondering van het vijfde lid, is van toepassing.", ["artikel 2, vijfde lid"]),
    ("De artikelen 2, vierde lid, en 8 zijn niet van toepassing.", ["artikel 2, vierde lid", "artikel 8"]),
    ("Het tweede lid is niet van toepassing.", []),
    ("Het vijfde lid is niet van toepassing.", ["vijfde lid"]),
]


@pytest.mark.parametrize(("slot", "verwacht"), SLOT, ids=[slot[:70] for slot, _ in SLOT])
def test_dead_references_of_the_closing_article(slot: str, verwacht: list[str]) -> None:
    assert loos(maak(slot=slot)) == verwacht


def test_places_links_and_dates() -> None:
    regeling = maak()
    grondslag = [een for een in opgelost(regeling) if een.plaats.artikel is None]
    assert [(een.opgelost.doel, een.opgelost.status) for een in grondslag] == [
        ("artikel 8a, eerste lid, aanhef en onder e, van de Participatiewet", "geldig"),
        ("artikel 10b, zevende lid, van de Participatiewet", "geldig"),
    ]
    assert grondslag[1].opgelost.jci == "jci1.3:c:BWBR0015703&artikel=10b&lid=7&g=2024-02-01"
    assert grondslag[1].opgelost.url == "https://wetten.overheid.nl/jci1.3:c:BWBR0015703&artikel=10b&lid=7&g=2024-02-01"
    (begrip,) = [een for een in opgelost(regeling, None) if een.plaats.artikel == "1"]
    assert (begrip.plaats.onderdeel, begrip.opgelost.status) == ("b", "onbekend")


def test_link_names_what_is_given() -> None:
    assert jci("BWBR0015703") == "jci1.3:c:BWBR0015703"
    assert jci("BWBR0015703", "10b", "7") == "jci1.3:c:BWBR0015703&artikel=10b&lid=7"
    assert url(jci("BWBR0015703", "8a", "1", "e", date(2024, 2, 1))).endswith("&artikel=8a&lid=1&onderdeel=e&g=2024-02-01")


def test_amending_regulation_knows_nothing_of_the_text_it_changes() -> None:
    tekst = """Eerste wijziging Re-integratieverordening Rietwijk 2024
De raad van de gemeente Rietwijk;
gelet op artikel 8a van de Participatiewet;
besluit vast te stellen de Eerste wijziging Re-integratieverordening Rietwijk 2024.
Artikel I Wijziging
De Re-integratieverordening Rietwijk 2024 wordt als volgt gewijzigd:
A. Artikel 9, tweede lid, komt te luiden:
2. In afwijking van het eerste lid en artikel 14 kan het college een langere termijn stellen.
Artikel II Inwerkingtreding
Dit besluit treedt in werking met ingang van 1 maart 2025, behalve artikel I, onderdeel A.
"""
    assert loos(ontleed(lees_bytes(tekst.encode(), "w.txt"))) == []


def test_a_letter_has_no_internal_references() -> None:
    brief = """Geachte leden van de raad,
Op grond van artikel 10b, zevende lid, regelt uw raad de voorzieningen. Zie ook artikel 9 van de Participatiewet en het tweede lid.
Hoogachtend,
namens het college
"""
    gevonden = opgelost(ontleed(lees_bytes(brief.encode(), "b.txt")))
    assert {een.opgelost.verwijzing.soort for een in gevonden} == {"extern"}
    assert {een.opgelost.status for een in gevonden if een.opgelost.verwijzing.wet is None} == {"onbekend"}


NAMEN = [
    ("a. wet: Participatiewet;", {"wet": "Participatiewet"}),
    ("a. de wet: de Participatiewet;", {"wet": "Participatiewet"}),
    ("- wet: de Participatiewet (Stb. 2014, 270);", {"wet": "Participatiewet"}),
    ("a. Pw: de Participatiewet;", {"pw": "Participatiewet"}),
    ("a. Awb: Algemene wet bestuursrecht;", {"awb": "Algemene wet bestuursrecht"}),
    ("a. verordening: de Re-integratieverordening Rietwijk 2015;", {"verordening": "Re-integratieverordening Rietwijk 2015"}),
    ("a. regeling: deze verordening;", {"regeling": "deze verordening"}),
    ("a. besluit: Besluit advisering beschut werk;", {"besluit": "Besluit advisering beschut werk"}),
    ("Onder de wet wordt in deze verordening verstaan de Participatiewet.", {"wet": "Participatiewet"}),
    ("In deze verordening wordt verstaan onder de wet: de Participatiewet.", {"wet": "Participatiewet"}),
    ("Op grond van de Participatiewet (hierna: de wet) beslist het college.", {"wet": "Participatiewet"}),
    ("Op grond van de Participatiewet (hierna te noemen: Pw) beslist het college.", {"pw": "Participatiewet"}),
    ("a. uitkering: een uitkering op grond van de Participatiewet;", {}),
    ("a. doelgroep: personen als bedoeld in de Participatiewet;", {}),
]


@pytest.mark.parametrize(("regel", "verwacht"), NAMEN, ids=[regel for regel, _ in NAMEN])
def test_defined_names(regel: str, verwacht: dict[str, str]) -> None:
    kop = "Verordening Rietwijk\n\nArtikel 1 Begrippen\nIn deze verordening wordt verstaan onder:\n"
    tekst = f"{kop}{regel}\n\nArtikel 2 Rest\nHet college beslist.\n"
    assert wetnamen(ontleed(lees_bytes(tekst.encode(), "v.txt"))) == verwacht


GRONDSLAGEN = [
    ("Participatiewet, art. 8a, lid 1, sub a, c, d en e", [("Participatiewet", "8a", "1", letter) for letter in "acde"]),
    (
        "artikel 8a;\nartikel 10b, vijfde lid, van de Participatiewet;",
        [("Participatiewet", "8a", None, None), ("Participatiewet", "10b", "5", None)],
    ),
    (
        "artikel 8a van de Participatiewet en artikel 10b, zevende lid;",
        [("Participatiewet", "8a", None, None), ("Participatiewet", "10b", "7", None)],
    ),
    (
        "- artikel 8a;\n- artikel 10b\nvan de Participatiewet;",
        [("Participatiewet", "8a", None, None), ("Participatiewet", "10b", None, None)],
    ),
    ("artikel a, eerste lid, onder e, van de Participatiewet;", [("Participatiewet", "8a", "1", "e")]),
    (
        "artikel 8a Participatiewet, alsmede artikel 149 Gemeentewet;",
        [("Participatiewet", "8a", None, None), ("Gemeentewet", "149", None, None)],
    ),
]


@pytest.mark.parametrize(("tekst", "verwacht"), GRONDSLAGEN, ids=[tekst[:60] for tekst, _ in GRONDSLAGEN])
def test_legal_bases(tekst: str, verwacht: list[tuple[str, str, str | None, str | None]]) -> None:
    assert [(een.wet, doel.artikel, doel.lid, doel.onderdeel) for een in citaties_in(tekst) for doel in een.doelen] == verwacht


def test_legal_bases_stand_in_their_alinea() -> None:
    regeling = maak()
    gevonden = citaties(regeling)
    assert [een.verwijzing.doelen[0].artikel for een in gevonden] == ["8a", "10b"]
    for een in gevonden:
        assert regeling.blokken[een.alinea].tekst[een.start : een.eind] == een.verwijzing.tekst


def test_dead_references_of_the_labelled_documents(shared: Path) -> None:
    """Exact for every labelled document that has a list, and none for the others."""
    map_ = shared / "voorbeelden"
    anders = {}
    for pad in sorted((map_ / "docs").iterdir()):
        label = yaml.safe_load((map_ / "labels" / f"{pad.stem}.yaml").read_text(encoding="utf-8"))
        verwacht = (label.get("structuur") or {}).get("loze_verwijzingen") or []
        gevonden = loos(ontleed(lees_bestand(pad)))
        if sorted(set(gevonden)) != sorted(verwacht):
            anders[pad.name] = (gevonden, verwacht)
    assert anders == {}


@pytest.mark.parametrize("soort", ["text", "xml", "html"])
def test_no_dead_reference_is_invented_in_real_texts(shared: Path, soort: str) -> None:
    namen = {"Bunschoten_begrafenisrechten_2025.txt", "Gouda_hondenbelasting_2025.txt"}
    paden = [
        pad
        for pad in (shared / "realdata" / soort).iterdir()
        if pad.name in namen or pad.name.startswith(("yaml_", "cvdr_", "bgr", "st", "gmb"))
    ]
    assert paden
    assert {pad.name: dood for pad in paden if (dood := loos(ontleed(lees_bestand(pad))))} == {}
