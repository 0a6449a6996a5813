"""The documents of one gemeente together: verdicts per norm, and facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from verordening_tool.auditing.dossiers import ONBEKEND, maak_dossiers
from verordening_tool.auditing.model import (
    Aanbod,
    Beoordeling,
    Bestand,
    Dossier,
    Feiten,
    Herkend,
    Leesfout,
    Moment,
    Omvangwijze,
    Oordeelrij,
    Plekken,
    Stuk,
    Uitslag,
    Vermelding,
    Voorselectie,
)
from verordening_tool.checking.oordeel import Gewicht, NietBeoordeeld, Norm, Oordeel, Plaats, Uitkomst
from verordening_tool.document.blok import Deel
from verordening_tool.document.regeling import Onderwerp, Soort, Stadium

ZWOLLE = Herkend("0193", "Zwolle", "tekst", 2015)
VERORDENING = Uitslag(
    soort=Soort.VERORDENING,
    onderwerp=Onderwerp.RE_INTEGRATIE,
    stadium=Stadium.VASTGESTELD,
    vastgesteld=date(2015, 2, 1),
    inwerkingtreding=date(2015, 3, 1),
)
LOS = replace(VERORDENING, onderwerp=Onderwerp.LOSSE_BESCHUT_WERK)
BRIEF = Uitslag(soort=Soort.RAADSINFORMATIEBRIEF, onderwerp=Onderwerp.RE_INTEGRATIE, documentdatum=date(2015, 5, 1))


def oordeel(uitkomst: str, code: str = "BW-06") -> Oordeel:
    return Oordeel(code, "x.y", "titel", "gebod", Uitkomst(uitkomst), Gewicht.VERPLICHT, Norm("Participatiewet"), uitkomst)


def plaats(citaat: str) -> Plaats:
    return Plaats(Deel.LICHAAM, citaat)


def met(uitslag: Uitslag, *uitkomsten: Oordeel, niet: tuple[NietBeoordeeld, ...] = (), moment: Moment = Moment.INWERKINGTREDING) -> Uitslag:
    return replace(uitslag, beoordelingen=(Beoordeling(moment, date(2015, 3, 1), "slotbepaling", uitkomsten, (), niet),))


def stuk(pad: str, uitslag: Uitslag, herkend: Herkend = ZWOLLE, **velden: str) -> Stuk:
    return Stuk(Bestand(pad, pad, 1, uitslag), herkend, **velden)


def dossier(*stukken: Stuk) -> Dossier:
    (enige,) = maak_dossiers(stukken)
    return enige


def rij(gevonden: Dossier, moment: Moment = Moment.INWERKINGTREDING) -> Oordeelrij:
    (enige,) = dict(gevonden.oordelen)[moment]
    return enige


def feiten(uitslag: Uitslag, **velden: object) -> Uitslag:
    return replace(uitslag, feiten=Feiten(**velden))  # type: ignore[arg-type]


def vermelding(sleutel: str, citaat: str = "x") -> tuple[Vermelding, ...]:
    return (Vermelding(sleutel, plaats(citaat)),)


@pytest.mark.parametrize(
    ("eerste", "tweede", "verwacht", "pad"),
    [
        ("niet_aangetroffen", "voldoet", "voldoet", "b.docx"),
        ("twijfel", "voldoet", "voldoet", "b.docx"),
        ("niet_aangetroffen", "twijfel", "twijfel", "b.docx"),
        ("nvt", "niet_aangetroffen", "niet_aangetroffen", "b.docx"),
        ("voldoet", "strijdig", "strijdig", "b.docx"),
        ("strijdig", "voldoet", "strijdig", "a.docx"),
        ("nvt", "nvt", "nvt", "a.docx"),
    ],
)
def test_best_verdict_counts_but_a_conflict_stays_visible(eerste: str, tweede: str, verwacht: str, pad: str) -> None:
    gevonden = rij(dossier(stuk("a.docx", met(VERORDENING, oordeel(eerste))), stuk("b.docx", met(VERORDENING, oordeel(tweede)))))
    assert gevonden.oordeel is not None
    assert (gevonden.oordeel.oordeel.value, gevonden.pad) == (verwacht, pad)


def test_a_conflict_in_a_letter_does_not_undo_the_verordening() -> None:
    gevonden = rij(dossier(stuk("a.docx", met(BRIEF, oordeel("strijdig"))), stuk("b.docx", met(VERORDENING, oordeel("voldoet")))))
    assert gevonden.pad == "b.docx"


@pytest.mark.parametrize("velden", [{"dubbel_van": "b.docx"}, {"opgevolgd_door": "b.docx"}], ids=["copy", "older version"])
def test_what_does_not_count(velden: dict[str, str]) -> None:
    oud = stuk("a.docx", feiten(met(VERORDENING, oordeel("strijdig")), aanbod=Aanbod.BIEDT_NIET), **velden)
    gevonden = dossier(oud, stuk("b.docx", feiten(met(VERORDENING, oordeel("voldoet")), aanbod=Aanbod.BIEDT)))
    assert (rij(gevonden).pad, gevonden.feiten.aanbod, len(gevonden.stukken)) == ("b.docx", Aanbod.BIEDT, 2)


def test_a_draft_beside_what_was_adopted_does_not_count() -> None:
    concept = replace(met(VERORDENING, oordeel("strijdig")), stadium=Stadium.CONCEPT)
    assert rij(dossier(stuk("a.docx", concept), stuk("b.docx", met(VERORDENING, oordeel("voldoet"))))).pad == "b.docx"
    assert rij(dossier(stuk("a.docx", concept))).pad == "a.docx"


def test_a_file_that_could_not_be_read_stays_in_the_dossier() -> None:
    gevonden = dossier(stuk("a.docx", Uitslag(fout=Leesfout("X", "x", ""))))
    assert (len(gevonden.stukken), gevonden.oordelen, gevonden.feiten) == (1, (), Feiten())


def test_not_judged_only_when_no_document_gives_a_verdict() -> None:
    niet = (NietBeoordeeld("BW-06", "Kan elders staan."),)
    assert rij(dossier(stuk("a.docx", met(LOS, niet=niet)))) == Oordeelrij("BW-06", None, "Kan elders staan.", "a.docx")
    samen = dossier(stuk("a.docx", met(LOS, niet=niet)), stuk("b.docx", met(VERORDENING, oordeel("niet_aangetroffen"))))
    assert rij(samen).pad == "b.docx"
    assert rij(dossier(stuk("a.docx", met(LOS, niet=niet)), stuk("b.docx", met(BRIEF, oordeel("nvt"))))).oordeel is None


def test_moments_apart() -> None:
    toen, nu = (
        met(VERORDENING, oordeel(uitkomst), moment=m)
        for uitkomst, m in (("voldoet", Moment.INWERKINGTREDING), ("strijdig", Moment.VANDAAG))
    )
    beide = replace(toen, beoordelingen=(*toen.beoordelingen, *nu.beoordelingen))
    gevonden = dossier(stuk("a.docx", beide))
    assert [moment for moment, _ in gevonden.oordelen] == [Moment.INWERKINGTREDING, Moment.VANDAAG]
    assert [str(rij(gevonden, moment).oordeel.oordeel) for moment, _ in gevonden.oordelen] == ["voldoet", "strijdig"]  # type: ignore[union-attr]


def test_what_has_lapsed_is_not_judged_today() -> None:
    uitslag = replace(met(VERORDENING, oordeel("strijdig")), vervalt=date(2015, 2, 1))
    assert dossier(stuk("a.docx", uitslag)).oordelen == ()


def test_verordening_decides_on_the_offer_and_letters_give_reasons() -> None:
    gevonden = dossier(
        stuk("brief.docx", feiten(BRIEF, aanbod=Aanbod.BIEDT, redenen_wel=vermelding("maatwerk_doelgroep"))),
        stuk("verordening.docx", feiten(VERORDENING, aanbod=Aanbod.KAN, aanbod_plaats=plaats("kan"))),
    ).feiten
    assert (gevonden.aanbod, gevonden.aanbod_plaats) == (Aanbod.KAN, plaats("kan"))
    assert [reden.sleutel for reden in gevonden.redenen_wel] == ["maatwerk_doelgroep"]


def test_letters_decide_when_the_verordening_is_silent_and_the_newest_first() -> None:
    eerder = replace(BRIEF, documentdatum=date(2015, 4, 1))
    gevonden = dossier(
        stuk("a.docx", feiten(BRIEF, aanbod=Aanbod.BIEDT)),
        stuk("b.docx", feiten(eerder, aanbod=Aanbod.BIEDT_NIET)),
        stuk("c.docx", VERORDENING),
    )
    assert (gevonden.feiten.aanbod, gevonden.verordening) == (Aanbod.BIEDT, "c.docx")


def test_own_verordening_goes_before_the_general_one() -> None:
    gevonden = dossier(
        stuk("a.docx", feiten(VERORDENING, aanbod=Aanbod.KAN)),
        stuk("b.docx", feiten(LOS, aanbod=Aanbod.BIEDT, omvang=Omvangwijze.BEGROTING)),
    )
    assert (gevonden.verordening, gevonden.feiten.aanbod, gevonden.feiten.omvang) == ("b.docx", Aanbod.BIEDT, Omvangwijze.BEGROTING)


def test_each_question_by_the_document_that_answers_it() -> None:
    gevonden = dossier(
        stuk("a.docx", feiten(LOS, omvang=Omvangwijze.BEGROTING)), stuk("b.docx", feiten(VERORDENING, voorselectie=Voorselectie.CRITERIA))
    ).feiten
    assert (gevonden.omvang, gevonden.voorselectie) == (Omvangwijze.BEGROTING, Voorselectie.CRITERIA)


@pytest.mark.parametrize(
    ("brief", "besluit", "wel", "niet"),
    [
        pytest.param((Aanbod.ZWIJGT, False), Aanbod.BIEDT, 1, 0, id="silent, and it is offered"),
        pytest.param((Aanbod.ZWIJGT, False), Aanbod.BIEDT_NIET, 0, 2, id="silent, and it is not"),
        pytest.param((Aanbod.ZWIJGT, False), Aanbod.ZWIJGT, 0, 0, id="nobody tells"),
        pytest.param((Aanbod.BIEDT_NIET, True), Aanbod.BIEDT, 1, 0, id="presumed otherwise than decided"),
    ],
)
def test_what_was_decided_settles_the_reasons_of_a_letter_that_leaves_it_open(
    brief: tuple[Aanbod, bool], besluit: Aanbod, wel: int, niet: int
) -> None:
    open_ = feiten(
        BRIEF,
        aanbod=brief[0],
        aanbod_vermoed=brief[1],
        redenen_niet=vermelding("kosten_hoog") if brief[0] is Aanbod.BIEDT_NIET else (),
        mits=(*vermelding("maatwerk_doelgroep"), *vermelding("kosten_hoog"), *vermelding("werkervaringsplaats")),
    )
    gevonden = dossier(stuk("a.docx", open_), stuk("b.docx", feiten(VERORDENING, aanbod=besluit)))
    for feit in (gevonden.feiten, gevonden.stukken[0].bestand.uitslag.feiten):
        assert (len(feit.redenen_wel), len(feit.redenen_niet) + len(feit.alternatieven), feit.mits) == (wel, niet, ())


NIET_WANT = {"redenen_niet": vermelding("kosten_hoog"), "alternatieven": vermelding("werkervaringsplaats")}


@pytest.mark.parametrize(
    ("regeling", "brief", "verwacht"),
    [
        pytest.param(
            (Aanbod.KAN, False), feiten(BRIEF, **NIET_WANT), (Aanbod.BIEDT_NIET, True), id="a letter that tells why not, and what then"
        ),
        pytest.param((Aanbod.KAN, False), feiten(BRIEF, redenen_niet=NIET_WANT["redenen_niet"]), (Aanbod.KAN, False), id="only why not"),
        pytest.param(
            (Aanbod.ZWIJGT, False), feiten(BRIEF, **NIET_WANT), (Aanbod.BIEDT_NIET, True), id="nobody tells, but why not and what then"
        ),
        pytest.param(
            (Aanbod.ZWIJGT, False),
            feiten(BRIEF, redenen_niet=NIET_WANT["redenen_niet"]),
            (Aanbod.ZWIJGT, False),
            id="nobody tells, but why not",
        ),
        pytest.param((Aanbod.BIEDT, False), feiten(BRIEF, **NIET_WANT), (Aanbod.BIEDT, False), id="the verordening offers outright"),
        pytest.param(
            (Aanbod.BIEDT, True),
            feiten(BRIEF, aanbod=Aanbod.BIEDT_NIET, aanbod_vermoed=True, **NIET_WANT),
            (Aanbod.BIEDT_NIET, True),
            id="a presumed refusal that tells why, against an offer that is only presumed",
        ),
        pytest.param(
            (Aanbod.BIEDT, True),
            feiten(BRIEF, aanbod=Aanbod.BIEDT_NIET, aanbod_vermoed=True),
            (Aanbod.BIEDT, True),
            id="a presumed refusal without a reason",
        ),
    ],
)
def test_a_letter_that_tells_why_not_settles_what_a_verordening_leaves_open(
    regeling: tuple[Aanbod, bool], brief: Uitslag, verwacht: tuple[Aanbod, bool]
) -> None:
    samen = (stuk("a.docx", feiten(VERORDENING, aanbod=regeling[0], aanbod_vermoed=regeling[1])), stuk("b.docx", brief))
    gevonden = dossier(*samen).feiten
    assert (gevonden.aanbod, gevonden.aanbod_vermoed) == verwacht


def test_reasons_of_a_document_without_an_offer_follow_the_offer() -> None:
    brief = feiten(
        BRIEF,
        redenen_wel=vermelding("maatwerk_doelgroep"),
        redenen_niet=vermelding("kosten_hoog"),
        alternatieven=vermelding("werkervaringsplaats"),
    )
    wel = dossier(stuk("a.docx", brief), stuk("b.docx", feiten(VERORDENING, aanbod=Aanbod.BIEDT))).feiten
    niet = dossier(stuk("a.docx", brief), stuk("b.docx", feiten(VERORDENING, aanbod=Aanbod.BIEDT_NIET))).feiten
    assert (len(wel.redenen_wel), len(wel.redenen_niet), len(wel.alternatieven)) == (1, 0, 0)
    assert (len(niet.redenen_wel), len(niet.redenen_niet), len(niet.alternatieven)) == (0, 1, 1)


def test_numbers_of_all_documents_and_then_no_reason_for_none() -> None:
    vier = Plekken(4, "plekken", 2015, "onbekend", plaats("vier"))
    gevonden = dossier(
        stuk("a.docx", feiten(BRIEF, plekken=(vier,))),
        stuk(
            "b.docx",
            feiten(replace(BRIEF, documentdatum=date(2015, 6, 1)), plekken=(replace(vier, plaats=plaats("4")), replace(vier, jaar=2016))),
        ),
        stuk("c.docx", feiten(VERORDENING, redenen_geen_aantal=vermelding("beleid_in_ontwikkeling"))),
    ).feiten
    assert [(plekken.aantal, plekken.jaar) for plekken in gevonden.plekken] == [(4, 2015), (4, 2016)]
    assert gevonden.redenen_geen_aantal == ()


def test_adoption_by_the_raadsbesluit_when_the_text_does_not_tell() -> None:
    besluit = Uitslag(soort=Soort.RAADSBESLUIT, onderwerp=Onderwerp.RE_INTEGRATIE, vastgesteld=date(2015, 2, 3))
    gevonden = dossier(stuk("a.docx", replace(VERORDENING, vastgesteld=None)), stuk("b.docx", besluit))
    assert gevonden.vastgesteld == date(2015, 2, 3)
    assert dossier(stuk("b.docx", besluit)).vastgesteld is None


def test_a_dossier_per_gemeente_and_one_for_the_unknown() -> None:
    deventer, niemand = Herkend("0150", "Deventer", "tekst", None), Herkend(None, None, None, None)
    gevonden = maak_dossiers([stuk("a", BRIEF, niemand), stuk("b", BRIEF), stuk("c", BRIEF, deventer), stuk("d", BRIEF, niemand)])
    assert [(een.code, een.naam, len(een.stukken)) for een in gevonden] == [
        ("0150", "Deventer", 1),
        ("0193", "Zwolle", 1),
        (None, ONBEKEND, 2),
    ]


def test_order_of_documents_does_not_matter() -> None:
    stukken = [
        stuk("a.docx", feiten(met(VERORDENING, oordeel("voldoet")), aanbod=Aanbod.KAN)),
        stuk("b.docx", feiten(met(LOS, oordeel("voldoet")), aanbod=Aanbod.BIEDT, redenen_wel=vermelding("middelen_beschikbaar", "b"))),
        stuk("c.docx", feiten(met(BRIEF, oordeel("twijfel")), aanbod=Aanbod.BIEDT, redenen_wel=vermelding("middelen_beschikbaar", "c"))),
        stuk("d.docx", feiten(BRIEF, aanbod=Aanbod.BIEDT_NIET, redenen_wel=vermelding("maatwerk_doelgroep", "d"))),
    ]
    verwacht = maak_dossiers(stukken)
    assert all(maak_dossiers(volgorde) == verwacht for volgorde in permutations(stukken))


@pytest.mark.parametrize(
    ("verordening", "verwacht"),
    [
        ({"aanbod": Aanbod.KAN}, Aanbod.BIEDT_NIET),
        ({"aanbod": Aanbod.BIEDT, "aanbod_vermoed": True}, Aanbod.BIEDT_NIET),
        ({"aanbod": Aanbod.BIEDT}, Aanbod.BIEDT),
    ],
    ids=["kan", "only supposed", "offers"],
)
def test_a_letter_that_turns_it_down_decides_where_the_verordening_leaves_it_open(verordening: dict[str, object], verwacht: Aanbod) -> None:
    gevonden = dossier(stuk("v.docx", feiten(VERORDENING, **verordening)), stuk("b.docx", feiten(BRIEF, aanbod=Aanbod.BIEDT_NIET)))
    assert gevonden.feiten.aanbod is verwacht


@pytest.mark.parametrize(
    ("dag", "verordening", "ander", "verwacht"),
    [
        (date(2015, 9, 1), {"aanbod": Aanbod.KAN}, Feiten(), (Aanbod.BIEDT_NIET, True)),
        (date(2015, 1, 1), {"aanbod": Aanbod.KAN}, Feiten(), (Aanbod.KAN, False)),
        (None, {"aanbod": Aanbod.KAN}, Feiten(), (Aanbod.KAN, False)),
        (date(2015, 9, 1), {"aanbod": Aanbod.KAN}, Feiten(Aanbod.BIEDT), (Aanbod.KAN, False)),
        (date(2015, 9, 1), {"aanbod": Aanbod.KAN}, Feiten(Aanbod.BIEDT_NIET), (Aanbod.BIEDT_NIET, False)),
        (date(2015, 9, 1), {"aanbod": Aanbod.BIEDT}, Feiten(), (Aanbod.BIEDT, False)),
        (date(2015, 9, 1), {"aanbod": Aanbod.BIEDT, "aanbod_vermoed": True}, Feiten(), (Aanbod.BIEDT, True)),
    ],
    ids=["later", "earlier", "no date", "another letter offers", "another letter refuses outright", "offers", "offer presumed"],
)
def test_a_refusal_that_is_only_presumed_decides_when_it_is_later_than_kan_and_nothing_offers(
    dag: date | None, verordening: dict[str, object], ander: Feiten, verwacht: tuple[Aanbod, bool]
) -> None:
    brief = feiten(replace(BRIEF, documentdatum=dag), aanbod=Aanbod.BIEDT_NIET, aanbod_vermoed=True)
    gevonden = dossier(
        stuk("v.docx", feiten(VERORDENING, **verordening)), stuk("b.docx", brief), stuk("c.docx", replace(BRIEF, feiten=ander))
    ).feiten
    assert (gevonden.aanbod, gevonden.aanbod_vermoed) == verwacht


@pytest.mark.parametrize("eerste", [Aanbod.BIEDT, Aanbod.BIEDT_NIET])
def test_what_a_letter_says_outright_goes_before_what_another_lets_presume(eerste: Aanbod) -> None:
    anders = Aanbod.BIEDT if eerste is Aanbod.BIEDT_NIET else Aanbod.BIEDT_NIET
    later = replace(BRIEF, documentdatum=date(2015, 9, 1))
    gevonden = dossier(stuk("a.docx", feiten(BRIEF, aanbod=eerste)), stuk("b.docx", feiten(later, aanbod=anders, aanbod_vermoed=True)))
    assert gevonden.feiten.aanbod is eerste
