"""Layout for any console: what cannot be printed is replaced, what could steer a terminal is taken out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verordening_tool.reports.opmaak import Opmaak, Scherm, Stuk, afdrukbaar, ingekort, zonder_stuurtekens


@pytest.mark.parametrize(
    ("tekst", "codering", "verwacht"),
    [
        ("✔ § é → …", "utf-8", "✔ § é → …"),
        ("✔ ✘ ━ § é → …", "cp1252", "+ x - § é -> …"),
        ("✔ § é · “ja”", "cp437", '+ par. é · "ja"'),
        ("✔ § é · € 1°", "ascii", "+ par. e - EUR 1o"),
        ("字", "ascii", "?"),
    ],
)
def test_afdrukbaar(tekst: str, codering: str, verwacht: str) -> None:
    assert afdrukbaar(tekst, codering) == verwacht


@given(st.text(), st.sampled_from(["utf-8", "ascii", "cp437", "cp850", "cp1252"]))
def test_every_text_can_be_printed(tekst: str, codering: str) -> None:
    afdrukbaar(zonder_stuurtekens(tekst), codering).encode(codering)


@given(st.text(alphabet=st.characters(categories=["Cc", "Cf", "L"])))
def test_no_control_character_is_left(tekst: str) -> None:
    assert all(teken.isprintable() or teken == " " for teken in zonder_stuurtekens(tekst))


def test_a_document_cannot_colour_the_terminal() -> None:
    opmaak = Opmaak(Scherm())
    opmaak.regel("\x1b[31mrood\x07 [bold]vet[/bold]")
    assert opmaak.tekst() == "[31mrood [bold]vet[/bold]\n"


@pytest.mark.parametrize("breedte", [20, 40, 60, 100, 300])
def test_lines_fit_and_end_without_blanks(breedte: int) -> None:
    opmaak = Opmaak(Scherm(breedte))
    opmaak.met_rechts([Stuk("BW-07", "bold"), " een tamelijk lange titel die niet altijd past"], "niet aangetroffen")
    opmaak.tabel([("Dichtstbij", "woord " * 30), ("een-bestandsnaam-die-langer-is-dan-de-kolom-mag-zijn.docx", "x" * 80)])
    regels = opmaak.tekst().splitlines()
    assert max(map(len, regels)) <= min(max(breedte, 40), 110)
    assert all(regel == regel.rstrip() for regel in regels)
    assert opmaak.tekst().count("woord") == 30


@pytest.mark.parametrize("breedte", [40, 80, 110])
def test_paths_and_commands_stay_whole(breedte: int) -> None:
    pad = "een_map/" + "een-heel-lange-bestandsnaam_" * 6 + ".docx"
    opmaak = Opmaak(Scherm(breedte))
    opmaak.regel([f"{pad} · verordening. Alles zien: ", Stuk(f'verordening toets "een {pad}" --alles', heel=True)], inspringing=2)
    regels = opmaak.tekst().splitlines()
    assert regels[0] == f"  {pad}"
    assert regels[-1] == f'  verordening toets "een {pad}" --alles'


def test_nothing_is_cut_off_in_a_narrow_table() -> None:
    opmaak = Opmaak(Scherm(40))
    opmaak.tabel([("een-bestandsnaam-die-langer-is-dan-de-kolom.docx", "Rechtsboven")])
    letters = "".join(opmaak.tekst().split())
    assert sorted(letters) == sorted("een-bestandsnaam-die-langer-is-dan-de-kolom.docxRechtsboven")


@pytest.mark.parametrize(
    ("tekst", "lengte", "verwacht"),
    [("kort", 10, "kort"), ("een  regel\nmeer", 20, "een regel meer"), ("een langere zin die stopt", 14, "een langere …")],
)
def test_ingekort(tekst: str, lengte: int, verwacht: str) -> None:
    assert ingekort(tekst, lengte) == verwacht
