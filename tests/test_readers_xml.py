"""CVDR, officiële publicaties, BWB, STOP and other XML: what the format names is never flattened."""

# ruff: noqa: E501, ISC004 - XML in long lines
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from verordening_tool.document.blok import Blok, Deel, Nummerbron, Rol
from verordening_tool.readers import lees_bestand, lees_bytes
from verordening_tool.readers.cvdr import read_cvdr
from verordening_tool.readers.stop import read_stop

CVDR = """<?xml version="1.0" encoding="utf-8"?>
<cvdr xmlns="http://standaarden.overheid.nl/cvdr/terms/" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:overheid="http://standaarden.overheid.nl/owms/terms/" xmlns:overheidrg="http://standaarden.overheid.nl/cvdr/meta/">
<meta><owmskern><dcterms:identifier>CVDR1_1</dcterms:identifier><dcterms:title>Stoelenverordening Voorbeeldstad</dcterms:title>
<dcterms:creator scheme="overheid:Gemeente">Voorbeeldstad</dcterms:creator></owmskern>
<owmsmantel><dcterms:alternative>Stoelenverordening</dcterms:alternative>
<dcterms:source resourceIdentifier="">Stoelenwet, art. 1</dcterms:source><dcterms:source>Gemeentewet, art. 149</dcterms:source>
<overheid:isRatifiedBy>gemeenteraad</overheid:isRatifiedBy><dcterms:issued>2024-01-30</dcterms:issued></owmsmantel>
<cvdripm><overheidrg:inwerkingtredingDatum>2024-02-15</overheidrg:inwerkingtredingDatum>
<overheidrg:terugwerkendekrachtDatum>2024-01-01</overheidrg:terugwerkendekrachtDatum>
<overheidrg:uitwerkingtredingDatum>2025-06-01</overheidrg:uitwerkingtredingDatum>
<overheidrg:betreft>nieuwe regeling</overheidrg:betreft></cvdripm></meta>
<body><intitule>Stoelenverordening Voorbeeldstad</intitule><regeling>
<aanhef><preambule><al>De raad van Voorbeeldstad;</al><al/><al><vet>b e s l u i t :</vet></al></preambule></aanhef>
<regeling-tekst>
 <hoofdstuk><kop><label>Hoofdstuk</label><nr>1</nr><titel>Zitten</titel></kop>
  <paragraaf><kop><label>Paragraaf</label><nr>1.1</nr><titel>Algemeen</titel></kop>
   <artikel><kop><label>Artikel</label><nr>1</nr><titel>Begrippen</titel></kop><al>In deze verordening is:</al>
    <lijst><li nr="a."><al>stoel: een zetel;</al><al>ook van hout;</al></li>
     <li><li.nr>b.</li.nr><al>tafel: een blad:</al><lijst><li nr="1°"><al>rond, of</al></li><li nr="2°"><al>vierkant.</al></li></lijst></li></lijst></artikel>
   <artikel><kop><label>Artikel</label><nr>2a</nr></kop>
    <lid><lidnr>1.</lidnr><al>Het college zit op <extref doc="x">een stoel</extref>.</al><al>Elke dag.</al></lid>
    <lid><lidnr>2.</lidnr><lijst><li nr="a"><al>met kussen<noot><noot.nr>1</noot.nr><noot.al>Van wol.</noot.al></noot>;</al></li></lijst></lid></artikel>
   <artikel><kop><label>Artikel 3 Staan</label></kop>
    <lijst><li nr="1."><al>Staan mag.</al></li><li nr="2."><al>Liggen niet.</al></li></lijst></artikel>
  </paragraaf></hoofdstuk>
 <artikel><kop><label/><nr/><titel/></kop><al>Zonder kop.</al>
  <table><tgroup cols="2"><tbody><row><entry colname="col1"><al>soort</al></entry><entry colname="col2"><al><vet>prijs</vet></al></entry></row></tbody></tgroup></table>
 </artikel>
</regeling-tekst>
<regeling-sluiting><slotformulering><al>Aldus vastgesteld.</al></slotformulering><ondertekening>De griffier,</ondertekening></regeling-sluiting>
<nota-toelichting><kop><titel>Toelichting</titel></kop><artikel><kop><label>Artikel</label><nr>1</nr></kop><al>Over stoelen.</al></artikel></nota-toelichting>
<bijlage><kop><label>Bijlage</label><nr>1</nr><titel>Tarieven</titel></kop><al>Vijf euro.</al></bijlage>
</regeling></body></cvdr>"""


def row(blok: Blok) -> tuple[str, str | None, str | None, str, int | None]:
    return (blok.deel.value, blok.rol and blok.rol.value, blok.nummer, blok.tekst, blok.niveau)


def test_cvdr_keeps_every_name() -> None:
    blokken = read_cvdr(CVDR.encode()).blokken
    assert [row(blok) for blok in blokken] == [
        ("opschrift", "opschrift", None, "Stoelenverordening Voorbeeldstad", None),
        ("aanhef", "aanhef", None, "De raad van Voorbeeldstad;", None),
        ("aanhef", "aanhef", None, "b e s l u i t :", None),
        ("lichaam", "hoofdstuk", "Hoofdstuk 1", "Zitten", None),
        ("lichaam", "paragraaf", "Paragraaf 1.1", "Algemeen", None),
        ("lichaam", "artikel", "Artikel 1", "Begrippen", None),
        ("lichaam", "tekst", None, "In deze verordening is:", None),
        ("lichaam", "onderdeel", "a.", "stoel: een zetel;", 0),
        ("lichaam", "tekst", None, "ook van hout;", 0),
        ("lichaam", "onderdeel", "b.", "tafel: een blad:", 0),
        ("lichaam", "onderdeel", "1°", "rond, of", 1),
        ("lichaam", "onderdeel", "2°", "vierkant.", 1),
        ("lichaam", "artikel", "Artikel 2a", "", None),
        ("lichaam", "lid", "1.", "Het college zit op een stoel.", None),
        ("lichaam", "tekst", None, "Elke dag.", None),
        ("lichaam", "lid", "2.", "", None),
        ("lichaam", "onderdeel", "a", "met kussen;", 0),
        ("voetnoot", None, "1", "Van wol.", None),
        ("lichaam", "artikel", None, "Artikel 3 Staan", None),
        ("lichaam", "lid", "1.", "Staan mag.", 0),
        ("lichaam", "lid", "2.", "Liggen niet.", 0),
        ("lichaam", "tekst", None, "Zonder kop.", None),
        ("lichaam", "tekst", None, "soort", None),
        ("lichaam", "tekst", None, "prijs", None),
        ("slot", "slot", None, "Aldus vastgesteld.", None),
        ("slot", "ondertekening", None, "De griffier,", None),
        ("toelichting", "toelichting", None, "Toelichting", None),
        ("toelichting", "toelichting", "Artikel 1", "", None),
        ("toelichting", "toelichting", None, "Over stoelen.", None),
        ("bijlage", "bijlage", "Bijlage 1", "Tarieven", None),
        ("bijlage", "bijlage", None, "Vijf euro.", None),
    ]
    assert [blok.alinea for blok in blokken] == list(range(len(blokken)))
    assert {blok.nummerbron for blok in blokken if blok.nummer} == {Nummerbron.BENOEMD}
    assert [blok.kopniveau for blok in blokken if blok.kopniveau] == [1, 2, 3, 3, 3, 1, 2, 1]
    assert [(blok.cel.rij, blok.cel.kolom, blok.vet) for blok in blokken if blok.cel] == [(0, 0, False), (0, 1, True)]
    assert blokken[2].vet


def test_cvdr_metadata() -> None:
    metadata = read_cvdr(CVDR.encode()).metadata
    assert metadata.titel == "Stoelenverordening Voorbeeldstad"
    assert metadata.citeertitel == "Stoelenverordening"
    assert metadata.gemeente == "Voorbeeldstad"
    assert metadata.vastgesteld_door == "gemeenteraad"
    assert metadata.grondslagen == ("Stoelenwet, art. 1", "Gemeentewet, art. 149")
    assert metadata.vaststelling == date(2024, 1, 30)
    assert metadata.inwerkingtreding == date(2024, 2, 15)
    assert metadata.terugwerkend_tot == date(2024, 1, 1)
    assert metadata.uitwerkingtreding == date(2025, 6, 1)
    assert metadata.bekendgemaakt
    assert metadata.kenmerken["betreft"] == "nieuwe regeling"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (CVDR.replace("Elke dag.", "Élke dag.").replace("utf-8", "iso-8859-1").encode("latin-1"), "Élke dag."),
        (CVDR.replace("Elke dag.", "Élke dag.").encode("cp1252"), "Élke dag."),
        (CVDR.replace("Elke dag.", "Élke dag.").replace("utf-8", "utf-16").encode("utf-16"), "Élke dag."),
        (CVDR.replace("Elke dag.", "&Eacute;lke&nbsp;dag.").encode(), "Élke dag."),
        (CVDR.replace("Elke dag.", "E<!-- noot -->lke<?x y?> <nadruk>dag</nadruk>.").encode(), "Elke dag."),
        (CVDR.replace("?>", "?><!DOCTYPE cvdr SYSTEM 'cvdr.dtd'>", 1).encode(), "Elke dag."),
    ],
    ids=["latin-1", "cp1252-said-utf-8", "utf-16", "html-entities", "comment-inside", "doctype-without-entities"],
)
def test_cvdr_as_it_comes(data: bytes, expected: str) -> None:
    assert expected in [blok.tekst for blok in lees_bytes(data, "regeling.xml").blokken]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("De griffier,", ["De griffier,"]),
        ("<functie>De griffier,</functie><functie>A. Bos</functie>", ["De griffier,", "A. Bos"]),
        (
            "De <functie>griffier</functie> van <organisatie>Stad</organisatie>,<naam><voornaam>A.</voornaam><achternaam>Bos</achternaam></naam>",
            ["De griffier van Stad,", "A. Bos"],
        ),
    ],
    ids=["text", "lines", "sentence"],
)
def test_signatures(inside: str, expected: list[str]) -> None:
    text = f"<cvdr><body><regeling-sluiting><ondertekening>{inside}</ondertekening></regeling-sluiting></body></cvdr>"
    blokken = read_cvdr(text.encode()).blokken
    assert [blok.tekst for blok in blokken] == expected
    assert {blok.rol for blok in blokken} == {Rol.ONDERTEKENING}


def test_a_whole_regulation_inside_the_preamble_is_freed() -> None:
    text = (
        "<cvdr><body><regeling><aanhef><preambule><al>Het college;</al><al>besluit:</al><al><vet>Artikel 1. Stoelen</vet></al>"
        "<lijst><li nr='1.'><al>Zitten mag.</al></li></lijst></preambule></aanhef></regeling></body></cvdr>"
    )
    blokken = read_cvdr(text.encode()).blokken
    assert [(blok.deel, blok.rol) for blok in blokken] == [(Deel.AANHEF, Rol.AANHEF)] * 2 + [(Deel.LICHAAM, None)] * 2


STOP = """<?xml version="1.0" encoding="UTF-8"?>
<AanleveringBesluit xmlns="https://standaarden.overheid.nl/lvbb/stop/aanlevering/"><BesluitVersie>
<BesluitMetadata xmlns="https://standaarden.overheid.nl/stop/imop/data/"><officieleTitel>Besluit stoelen</officieleTitel></BesluitMetadata>
<Procedureverloop xmlns="https://standaarden.overheid.nl/stop/imop/data/"><procedurestappen><Procedurestap>
<soortStap>/join/id/stop/procedure/stap_002</soortStap><voltooidOp>2024-01-30</voltooidOp></Procedurestap></procedurestappen></Procedureverloop>
<ConsolidatieInformatie xmlns="https://standaarden.overheid.nl/stop/imop/data/"><Tijdstempels><Tijdstempel>
<soortTijdstempel>juridischWerkendVanaf</soortTijdstempel><datum>2024-02-15</datum></Tijdstempel></Tijdstempels></ConsolidatieInformatie>
<BesluitCompact xmlns="https://standaarden.overheid.nl/stop/imop/tekst/">
<RegelingOpschrift><Al>Besluit stoelen</Al></RegelingOpschrift>
<Aanhef><Al>De raad;</Al></Aanhef>
<Lichaam><WijzigArtikel><Kop><Label>Artikel</Label><Nummer>I</Nummer></Kop><Wat>De verordening wordt gewijzigd.</Wat></WijzigArtikel></Lichaam>
<Sluiting><Al>Aldus besloten.</Al><Ondertekening><Al>De griffier</Al></Ondertekening></Sluiting>
<WijzigBijlage><Kop><Label>Bijlage</Label><Nummer>A</Nummer><Opschrift>bij artikel I</Opschrift></Kop>
<RegelingMutatie><Vervang><Artikel><Kop><Label>Artikel</Label><Nummer>1.1</Nummer><Opschrift>Zitten</Opschrift></Kop>
<Lid><LidNummer>1.</LidNummer><Inhoud><Al>Zitten <NieuweTekst>mag</NieuweTekst><VerwijderdeTekst>moet</VerwijderdeTekst>:</Al>
<Lijst><Li><LiNummer>a.</LiNummer><Al>op een <b>stoel</b>;</Al></Li><Li wijzigactie="verwijder"><LiNummer>b.</LiNummer><Al>weg;</Al></Li></Lijst></Inhoud></Lid>
<Lid><LidNummer>2.</LidNummer><Vervallen/></Lid></Artikel></Vervang>
<VoegToe><Artikel><Kop><Label>Artikel</Label><Nummer>1.2</Nummer><Opschrift>Begrippen</Opschrift></Kop><Inhoud><Begrippenlijst>
<Begrip><Term>stoel</Term><Definitie><Al>een zetel.</Al></Definitie></Begrip></Begrippenlijst></Inhoud></Artikel></VoegToe>
</RegelingMutatie></WijzigBijlage></BesluitCompact></BesluitVersie></AanleveringBesluit>"""


def test_stop() -> None:
    document = read_stop(STOP.encode())
    assert [row(blok)[:4] for blok in document.blokken] == [
        ("opschrift", "opschrift", None, "Besluit stoelen"),
        ("aanhef", "aanhef", None, "De raad;"),
        ("lichaam", "artikel", "Artikel I", ""),
        ("lichaam", "tekst", None, "De verordening wordt gewijzigd."),
        ("slot", "slot", None, "Aldus besloten."),
        ("slot", "ondertekening", None, "De griffier"),
        ("lichaam", None, "Bijlage A", "bij artikel I"),
        ("lichaam", "artikel", "Artikel 1.1", "Zitten"),
        ("lichaam", "lid", "1.", "Zitten mag:"),
        ("lichaam", "onderdeel", "a.", "op een stoel;"),
        ("lichaam", "lid", "2.", "[Vervallen]"),
        ("lichaam", "artikel", "Artikel 1.2", "Begrippen"),
        ("lichaam", "onderdeel", None, "stoel: een zetel."),
    ]
    assert document.formaat == "stop"
    assert (document.metadata.titel, document.metadata.bekendgemaakt) == ("Besluit stoelen", False)
    assert (document.metadata.vaststelling, document.metadata.inwerkingtreding) == (date(2024, 1, 30), date(2024, 2, 15))
    assert lees_bytes(STOP.encode(), "x.xml") == document


@pytest.mark.parametrize(
    ("text", "soort", "expected"),
    [
        (
            "<open-rechtspraak><RDF><a>weg</a></RDF><uitspraak><para>Over stoelen.</para></uitspraak></open-rechtspraak>",
            "uitspraak",
            ["Over stoelen."],
        ),
        ('<metadata_gegevens><metadata name="DC.title" content="Stoelen"/></metadata_gegevens>', "metadata", ["DC.title: Stoelen"]),
        ("<iets><b>Eén</b> en <c>twee</c>.</iets>", "onbekende xml", ["Eén en twee ."]),
        (
            "<officiele-publicatie><kop><titel>GEMEENTEBLAD</titel><subtitel>Uitgave van de gemeente Voorbeeldstad.</subtitel></kop><gemeenteblad>"
            "<kop><titel>Vergunning</titel></kop><zakelijke-mededeling><tekst><al>Een stoel.</al></tekst></zakelijke-mededeling></gemeenteblad>"
            "</officiele-publicatie>",
            "bekendmaking",
            ["Vergunning", "Een stoel."],
        ),
        (
            "<toestand bwb-id='BWBR1'><wetgeving><intitule>Wet zitten</intitule><regeling><wettekst><artikel><kop><label>Artikel</label><nr>1</nr>"
            "</kop><al>Zit.</al></artikel></wettekst></regeling></wetgeving></toestand>",
            "landelijke regeling",
            ["Wet zitten", "", "Zit."],
        ),
    ],
    ids=["ruling", "metadata", "unknown", "notice", "national"],
)
def test_what_is_no_municipal_regulation_is_read_with_a_hint(text: str, soort: str, expected: list[str]) -> None:
    document = lees_bytes(f"<?xml version='1.0'?>{text}".encode(), "x.xml")
    assert (document.metadata.soort, [blok.tekst for blok in document.blokken]) == (soort, expected)


def test_gazette_names_its_municipality() -> None:
    text = "<officiele-publicatie><kop><subtitel>Officiële uitgave van gemeente Voorbeeldstad</subtitel></kop><gemeenteblad><al>x</al></gemeenteblad></officiele-publicatie>"
    assert lees_bytes(text.encode(), "x.xml").metadata.gemeente == "Voorbeeldstad"


@pytest.mark.parametrize(
    ("naam", "formaat", "soort", "artikelen", "leden"),
    [
        ("cvdr_example1", "cvdr", None, 0, 0),
        ("cvdr_example2", "cvdr", None, 0, 0),
        ("cvdr_example3", "cvdr", None, 0, 0),
        ("bgr", "publicatie", None, 0, 0),
        ("gmb", "publicatie", "bekendmaking", 0, 0),
        ("prb", "publicatie", "bekendmaking", 0, 0),
        ("stcrt", "publicatie", "bekendmaking", 0, 0),
        ("stb", "publicatie", "landelijke regeling", 3, 3),
        ("bwb_toestand_2", "bwb", "landelijke regeling", 49, 50),
        ("bwb_toestand_3", "bwb", "landelijke regeling", 3, 0),
        ("bwb_toestand_5", "bwb", "landelijke regeling", 6, 5),
        ("bwb_manifest", "xml", "metadata", 0, 0),
        ("opmeta1", "xml", "metadata", 0, 0),
        ("opmeta2", "xml", "metadata", 0, 0),
        ("searchrec", "xml", "metadata", 0, 0),
        ("rechtspraak1", "xml", "uitspraak", 0, 0),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_real_xml(shared: Path, naam: str, formaat: str, soort: str | None, artikelen: int, leden: int) -> None:
    document = lees_bestand(shared / "realdata" / "xml" / f"{naam}.xml")
    assert (document.formaat, document.metadata.soort) == (formaat, soort)
    assert sum(blok.rol is Rol.ARTIKEL for blok in document.blokken) == artikelen
    assert sum(blok.rol is Rol.LID for blok in document.blokken) == leden
