"""Properties of structure.ontleed: it never raises, and no text is lost or told twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from verordening_tool.document.blok import Blok, Cel, Deel, Document, Metadata, Nummerbron, Rol, Run
from verordening_tool.document.regeling import Alinea, Regeling, alineas_van_artikel, alineas_van_lid
from verordening_tool.structure import ontleed

_REGELS = [
    "Verordening re-integratie Proefstad 2024",
    "Verordening tot wijziging van de Re-integratieverordening Proefstad",
    "Raadsvoorstel beschut werk",
    "Inhoudsopgave",
    "Artikel 1 Begrippen\t3",
    "De raad van de gemeente Proefstad;",
    "gelet op artikel 8a van de Participatiewet;",
    "gezien het advies van de cliëntenraad;",
    "b e s l u i t :",
    "vast te stellen de Verordening re-integratie Proefstad 2024.",
    "Hoofdstuk 1 Algemeen",
    "Hoofdstuk 2",
    "§ 2.1 Werk",
    "Artikel 1",
    "Artikel 1 Begrippen",
    "Artikel 2. Het college biedt werk aan.",
    "“Artikel 10 Beschut werk",
    "Artikel I",
    "Artikel II Slot",
    "Artikel Werkstage",
    "Begrippen",
    "In deze verordening wordt verstaan onder:",
    "wet: Participatiewet;",
    "1.",
    "1. Het college biedt aan:",
    "2.\tHet college betaalt.",
    "1.2 Een lid met een punt.",
    "a. eerste;",
    "b. tweede;",
    "i. romein;",
    "1°. graad;",
    "– streep;",
    "• 3. Derde lid.",
    "A",
    "B. Artikel 10 komt te luiden:",
    "In artikel 5 wordt “x” vervangen door “y”.",
    "De Re-integratieverordening wordt als volgt gewijzigd:",
    "Artikel 12 vervalt.",
    "Na artikel 10 wordt een artikel ingevoegd, luidende:",
    "Deze verordening treedt in werking op 31 februari 2024.",
    "Deze verordening wordt aangehaald als: Verordening.",
    "Aldus vastgesteld in de vergadering van 3 juni 2024.",
    "De griffier,",
    "Toelichting",
    "Artikelsgewijze toelichting",
    "Artikel 5. Uitleg bij artikel 5.",
    "Oude tekst",
    "Nieuwe tekst",
    "Bijlage 1 bij de verordening",
    "Geachte leden van de raad,",
    "Hoogachtend,",
    "   ",
    "",
]
_tekst = st.one_of(st.sampled_from(_REGELS), st.sampled_from(_REGELS), st.text(max_size=40))


@st.composite
def _blokken(draw: st.DrawFn) -> tuple[Blok, ...]:
    blokken = []
    for nr in range(draw(st.integers(0, 25))):
        tekst = draw(_tekst)
        nummer = draw(st.sampled_from([None, None, None, None, "1.", "2.", "a.", "•", "Artikel 3", "Hoofdstuk 2", "ii.", "?"]))
        blokken.append(
            Blok(
                nr,
                tekst,
                nummer=nummer,
                nummerbron=Nummerbron.BEREKEND if nummer else Nummerbron.GEEN,
                niveau=draw(st.sampled_from([None, 0, 1])) if nummer else None,
                deel=draw(st.sampled_from([Deel.LICHAAM] * 12 + list(Deel))),
                rol=draw(st.sampled_from([None] * 12 + list(Rol))),
                stijl=draw(st.sampled_from([None, None, None, "Heading 1", "OP_Artikel_Titel", "Lid", "TOC 1", "Title"])),
                kopniveau=draw(st.sampled_from([None, None, None, 1, 2])),
                vet=draw(st.booleans()),
                verborgen=draw(st.sampled_from([False] * 9 + [True])),
                inspringing=draw(st.sampled_from([0, 0, 360, 720])),
                cel=draw(st.sampled_from([None, None, None, Cel(0, 0, 0), Cel(0, 0, 1), Cel(0, 1, 0), Cel(0, 1, 1)])),
                runs=(Run(0, len(tekst)),) if tekst else (),
            )
        )
    return tuple(blokken)


def _alineas(regeling: Regeling) -> Iterator[Alinea]:
    """Every place that holds text, each text once (parts of the aanhef and of the toelichting are repeats)."""
    yield from regeling.aanhef.alineas
    for kop in regeling.hoofdstukken:
        yield kop.kop
    for artikel in regeling.artikelen:
        if artikel.kop is not None:
            yield artikel.kop
        yield from alineas_van_artikel(artikel)
    for wijziging in regeling.wijzigingen:
        opdracht = {alinea.nr for alinea in wijziging.opdracht}
        yield from (alinea for alinea in wijziging.tekst if alinea.nr not in opdracht)
    yield from regeling.slot.alineas
    yield from regeling.slot.ondertekening
    yield from regeling.toelichting.alineas
    for bijlage in regeling.bijlagen:
        yield from bijlage.alineas
    yield from regeling.lopende_tekst


def _alle_alineas(regeling: Regeling) -> Iterator[Alinea]:
    """Also the repeats: parts of the aanhef, inserted articles and leden, notes per article."""
    yield from _alineas(regeling)
    aanhef = regeling.aanhef
    yield from (*aanhef.gelezen, *aanhef.gelet_op, *aanhef.gezien, *aanhef.overwegende, *aanhef.besluit)
    for wijziging in regeling.wijzigingen:
        yield from wijziging.opdracht
        for artikel in wijziging.artikelen:
            yield from alineas_van_artikel(artikel)
        for lid in wijziging.leden:
            yield from alineas_van_lid(lid)
    yield from regeling.toelichting.algemeen
    for _, noten in regeling.toelichting.artikelsgewijs:
        yield from noten


@settings(max_examples=150, deadline=None)
@given(_blokken(), st.booleans())
def test_no_text_is_lost_or_told_twice(blokken: tuple[Blok, ...], bekendgemaakt: bool) -> None:
    regeling = ontleed(Document(blokken, Metadata(bekendgemaakt=bekendgemaakt)))
    assert len(regeling.blokken) == len(blokken)
    for alinea in _alle_alineas(regeling):
        assert regeling.blokken[alinea.nr].tekst == alinea.tekst
    gezien = Counter(alinea.nr for alinea in _alineas(regeling) if alinea.tekst.strip())
    assert [nr for nr, keer in gezien.items() if keer > 1] == []
    buiten = {Deel.KOPTEKST, Deel.VOETTEKST, Deel.VOETNOOT, Deel.EINDNOOT, Deel.TEKSTVAK}
    apart = buiten | {Deel.OPSCHRIFT, Deel.METADATA, Deel.INHOUDSOPGAVE}
    verwacht = {b.alinea for b in regeling.blokken if b.deel not in apart and not b.verborgen and b.tekst.strip()}
    assert set(gezien) == verwacht


@settings(max_examples=80, deadline=None)
@given(_blokken())
def test_refined_text_is_the_text_without_its_number(blokken: tuple[Blok, ...]) -> None:
    """Taking off a typed number removes the front of the text and nothing else; runs still point at their text."""
    for voor, na in zip(blokken, ontleed(Document(blokken)).blokken, strict=True):
        assert voor.tekst.endswith(na.tekst)
        if na.tekst != voor.tekst:
            assert na.nummerbron is Nummerbron.GETYPT
            assert na.nummer is not None
            assert na.nummer in voor.tekst or na.nummer.startswith("Artikel")
        assert all(0 <= run.start <= run.eind <= len(na.tekst) for run in na.runs)
        assert (na.alinea, na.niveau, na.stijl, na.vet, na.cel, na.bron) == (
            voor.alinea,
            voor.niveau,
            voor.stijl,
            voor.vet,
            voor.cel,
            voor.bron,
        )


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=300), max_size=12))
def test_any_text_gives_a_regeling(teksten: list[str]) -> None:
    document = Document(tuple(Blok(nr, tekst) for nr, tekst in enumerate(teksten)))
    assert len(ontleed(document).blokken) == len(teksten)
