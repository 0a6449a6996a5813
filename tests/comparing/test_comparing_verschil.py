"""What differs between two versions: tables of edits whose outcome is known, and edits made at random."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from teksten import KOPPEN, ZINNEN, Stuk, maak

from verordening_tool.comparing.model import Lot, Vergelijking
from verordening_tool.comparing.opdrachten import als_regels, opdrachten, vorm
from verordening_tool.comparing.toepassen import pas_toe
from verordening_tool.comparing.verschil import vergelijk, woordverschil
from verordening_tool.readers.tekst import read_tekst
from verordening_tool.structure import ontleed

BASIS = tuple(Stuk(str(nr + 1), KOPPEN[nr], ZINNEN[2 * nr : 2 * nr + 2]) for nr in range(6))


def leg(oud: tuple[Stuk, ...], nieuw: tuple[Stuk, ...]) -> Vergelijking:
    return vergelijk(maak(oud)[1], maak(nieuw)[1])


def in_het_kort(vergelijking: Vergelijking) -> list[str]:
    """Only what is not the same: "2→3 gewijzigd vernummerd"."""
    uit = []
    for verschil in vergelijking.artikelen:
        woorden = [] if verschil.lot is Lot.GELIJK else [verschil.lot.value]
        woorden += [naam for naam in ("vernummerd", "verplaatst") if getattr(verschil, naam)]
        woorden += [f"{naam}:{waarde}" for naam in ("gesplitst_van", "opgegaan_in") if (waarde := getattr(verschil, naam))]
        if woorden:
            was, wordt = (artikel.nummer if artikel else "-" for artikel in (verschil.oud, verschil.nieuw))
            uit.append(f"{was}→{wordt} {' '.join(woorden)}")
    return uit


def met(*stukken: Stuk | int) -> tuple[Stuk, ...]:
    """Articles of BASIS by index, and others as they are."""
    return tuple(BASIS[stuk] if isinstance(stuk, int) else stuk for stuk in stukken)


def nr(stuk: int, nummer: str) -> Stuk:
    return BASIS[stuk]._replace(nummer=nummer)


GEWIJZIGD = BASIS[1]._replace(leden=(BASIS[1].leden[0], BASIS[1].leden[1].replace("week", "maand")))
NIEUW = Stuk("3a", "Budget", ZINNEN[12:14])
SAMEN = Stuk("2", "Verslag", (*BASIS[1].leden, *BASIS[2].leden))


@pytest.mark.parametrize(
    ("nieuw", "verwacht"),
    [
        pytest.param(BASIS, [], id="niets"),
        pytest.param(met(0, GEWIJZIGD, 2, 3, 4, 5), ["2→2 gewijzigd"], id="woord"),
        pytest.param(met(0, 1, 2, NIEUW, 3, 4, 5), ["-→3a nieuw"], id="nieuw"),
        pytest.param(met(0, 1, 3, 4, 5), ["3→- vervallen"], id="vervallen"),
        pytest.param(
            met(0, 1, nr(3, "3"), nr(4, "4"), nr(5, "5")),
            ["3→- vervallen", "4→3 vernummerd", "5→4 vernummerd", "6→5 vernummerd"],
            id="vervallen_en_vernummerd",
        ),
        pytest.param(met(0, 2, 3, 4, 5, 1), ["2→2 verplaatst"], id="verplaatst"),
        pytest.param(met(0, 2, 3, 4, 5, nr(1, "7")), ["2→7 vernummerd verplaatst"], id="verplaatst_met_nieuw_nummer"),
        pytest.param(met(0, SAMEN, 3, 4, 5), ["2→2 gewijzigd", "3→- vervallen opgegaan_in:2"], id="samengevoegd"),
        pytest.param(
            met(0, BASIS[1]._replace(leden=BASIS[1].leden[:1]), Stuk("2a", "Meldplicht", BASIS[1].leden[1:]), 2, 3, 4, 5),
            ["2→2 gewijzigd", "-→2a nieuw gesplitst_van:2"],
            id="gesplitst",
        ),
        pytest.param(
            met(0, Stuk("2", "Iets anders", ZINNEN[12:14]), 2, 3, 4, 5), ["2→- vervallen", "-→2 nieuw"], id="zelfde_nummer_andere_tekst"
        ),
        pytest.param(met(0, BASIS[1]._replace(kop="Nieuwe kop"), 2, 3, 4, 5), ["2→2 gewijzigd"], id="opschrift"),
    ],
)
def test_known_edits(nieuw: tuple[Stuk, ...], verwacht: list[str]) -> None:
    assert in_het_kort(leg(BASIS, nieuw)) == verwacht


def test_leden() -> None:
    oud = (Stuk("1", "Aanbod", ZINNEN[:4]),)
    nieuw = (Stuk("1", "Aanbod", (ZINNEN[0], ZINNEN[9], ZINNEN[1], ZINNEN[3].replace("week", "maand"))),)
    leden = leg(oud, nieuw).artikelen[0].leden
    kort = [(lid.oud and lid.oud.nummer, lid.nieuw and lid.nieuw.nummer, lid.lot.value, lid.vernummerd) for lid in leden]
    assert kort == [
        ("1", "1", "gelijk", False),
        (None, "2", "nieuw", False),
        ("2", "3", "gelijk", True),
        ("3", None, "vervallen", False),
        ("4", "4", "gewijzigd", False),
    ]


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        ("a b c", "a b c", [("gelijk", "a b c")]),
        ("", "nieuw", [("erbij", "nieuw")]),
        ("oud", "", [("weg", "oud")]),
        (
            "Het college kan werk bieden.",
            "Het college moet werk bieden.",
            [("gelijk", "Het college"), ("weg", " kan"), ("erbij", " moet"), ("gelijk", " werk bieden.")],
        ),
        ("een twee drie", "vier twee vijf", [("weg", "een twee drie"), ("erbij", "vier twee vijf")]),
    ],
)
def test_words(oud: str, nieuw: str, verwacht: list[tuple[str, str]]) -> None:
    assert [(stuk.soort, stuk.tekst) for stuk in woordverschil(oud, nieuw)] == verwacht


@given(st.lists(st.sampled_from(ZINNEN), max_size=4), st.lists(st.sampled_from(ZINNEN), max_size=4))
def test_words_hold_both_texts(oud: list[str], nieuw: list[str]) -> None:
    een, twee = " ".join(oud), " ".join(nieuw)
    stukken = woordverschil(een, twee)
    assert "".join(s.tekst for s in stukken if s.soort != "erbij").split() == een.split()
    assert "".join(s.tekst for s in stukken if s.soort != "weg").split() == twee.split()


# --- edits at random ------------------------------------------------------------------------------------------


@st.composite
def versies(draw: st.DrawFn) -> tuple[tuple[Stuk, ...], tuple[Stuk, ...]]:
    """An old version, and a new one made of it by a few edits."""
    zinnen = list(draw(st.permutations(ZINNEN)))
    oud = [Stuk(str(n + 1), KOPPEN[n], tuple(zinnen.pop() for _ in range(draw(st.integers(1, 2))))) for n in range(draw(st.integers(1, 6)))]
    nieuw = list(oud)
    for _ in range(draw(st.integers(0, 4))):
        plek = draw(st.integers(0, len(nieuw) - 1)) if nieuw else 0
        wat = draw(st.sampled_from(["woord", "lid_erbij", "lid_weg", "nieuw", "weg", "verplaats", "opschrift"]))
        if wat == "nieuw" and zinnen:
            nieuw.insert(plek, Stuk("?", KOPPEN[6 + draw(st.integers(0, 5))], (zinnen.pop(),)))
        elif wat == "weg" and len(nieuw) > 1:
            nieuw.pop(plek)
        elif wat == "verplaats":
            nieuw.insert(draw(st.integers(0, len(nieuw) - 1)), nieuw.pop(plek))
        elif wat == "opschrift":
            nieuw[plek] = nieuw[plek]._replace(kop=f"{nieuw[plek].kop} nader")
        elif wat == "lid_erbij" and zinnen:
            nieuw[plek] = nieuw[plek]._replace(leden=(*nieuw[plek].leden, zinnen.pop()))
        elif wat == "lid_weg" and len(nieuw[plek].leden) > 1:
            nieuw[plek] = nieuw[plek]._replace(leden=nieuw[plek].leden[1:])
        elif wat == "woord":
            lid = draw(st.integers(0, len(nieuw[plek].leden) - 1))
            woorden = nieuw[plek].leden[lid].split()
            woorden[draw(st.integers(0, len(woorden) - 2))] = draw(st.sampled_from(["voortaan", "soms", "elders"]))
            leden = list(nieuw[plek].leden)
            leden[lid] = " ".join(woorden)
            nieuw[plek] = nieuw[plek]._replace(leden=tuple(leden))
    return tuple(oud), tuple(stuk._replace(nummer=str(n + 1)) for n, stuk in enumerate(nieuw))


@settings(max_examples=60, deadline=None)
@given(versies())
def test_every_article_is_accounted_for(paar: tuple[tuple[Stuk, ...], tuple[Stuk, ...]]) -> None:
    oud, nieuw = paar
    vergelijking = leg(oud, nieuw)
    assert sorted(v.oud.nummer for v in vergelijking.artikelen if v.oud) == sorted(stuk.nummer for stuk in oud)
    assert [v.nieuw.nummer for v in vergelijking.artikelen if v.nieuw] == [stuk.nummer for stuk in nieuw]
    for verschil in vergelijking.artikelen:
        if verschil.oud and verschil.nieuw and verschil.lot is Lot.GELIJK:
            assert vorm(verschil.oud)[1:] == vorm(verschil.nieuw)[1:]


@settings(max_examples=60, deadline=None)
@given(versies())
def test_the_orders_lead_from_old_to_new(paar: tuple[tuple[Stuk, ...], tuple[Stuk, ...]]) -> None:
    (oud_document, oud), (_, nieuw) = maak(paar[0]), maak(paar[1])
    gemaakt = opdrachten(vergelijk(oud, nieuw), oud_document)
    lijnen = ["Verordening tot wijziging van de verordening", "Artikel I", *als_regels(gemaakt, "Re-integratieverordening Proefstad 2020")]
    wijzigend = read_tekst("\n".join(lijnen).encode())
    toegepast = pas_toe(oud_document, oud, wijzigend, ontleed(wijzigend).wijzigingen)
    assert not toegepast.niet_gepast
    assert [vorm(artikel) for artikel in ontleed(toegepast.document).artikelen] == [vorm(artikel) for artikel in nieuw.artikelen], (
        "\n".join(lijnen)
    )


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        pytest.param(
            "Dit geldt voor wie valt onder artikel 7, eerste lid, onder a, van de wet en hulp vraagt.",
            "Dit geldt voor wie valt onder artikel 7, eerste lid, onder a, of artikel 7a, eerste lid, onder a, van de wet en hulp vraagt.",
            "“artikel 7, eerste lid, onder a, van de wet” vervangen door"
            " “artikel 7, eerste lid, onder a, of artikel 7a, eerste lid, onder a, van de wet”",
            id="hele_verwijzing",
        ),
        pytest.param("Er is hulp in de bus.", "Er is hulp op de bus.", "“hulp in” vervangen door “hulp op”", id="herkenbaar_woord"),
        pytest.param("Dit geldt in 2020.", "Dit geldt in 2024.", "“2020” vervangen door “2024”", id="jaar"),
    ],
)
def test_the_words_of_an_order_can_be_found(oud: str, nieuw: str, verwacht: str) -> None:
    (document, een), (_, twee) = (maak((BASIS[0], Stuk("2", "Hulp", (tekst,)), BASIS[2])) for tekst in (oud, nieuw))
    assert [opdracht.tekst for opdracht in opdrachten(vergelijk(een, twee), document)] == [f"In artikel 2 wordt {verwacht}."]


def test_the_orders_follow_the_articles() -> None:
    (document, oud), (_, nieuw) = maak(BASIS), maak(met(0, NIEUW._replace(nummer="1a"), GEWIJZIGD, 2, 4, BASIS[5]._replace(kop="Anders")))
    assert [opdracht.tekst.split(",")[0] for opdracht in opdrachten(vergelijk(oud, nieuw), document)] == [
        "Na artikel 1 wordt een artikel ingevoegd",
        "In artikel 2",
        "Artikel 4 vervalt.",
        "Het opschrift van artikel 6 komt te luiden: Anders",
    ]
