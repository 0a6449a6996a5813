"""The tables on norms: what is obligatory and was not found, and the matrix of norms by gemeenten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from verordening_tool.auditing.beeld import Beeld
from verordening_tool.auditing.model import Moment, Oordeelrij
from verordening_tool.auditing.tabelmodel import Bron, Cel, Kolom, Kolomsoort, Rij, Tabel, procent
from verordening_tool.auditing.woorden import AANVAARD, MOMENTEN, NIET_BEOORDEELD, UITKOMSTEN
from verordening_tool.checking.oordeel import Gewicht, Oordeel, Plaats, Uitkomst
from verordening_tool.norms.schema import Check
from verordening_tool.reports.rapport import Drempel, is_bevinding
from verordening_tool.reports.woorden import plaats_voluit

_WOORDEN = (*UITKOMSTEN.values(), AANVAARD, NIET_BEOORDEELD)
_VOLGORDE = (Moment.OPTIE, Moment.VANDAAG, Moment.INWERKINGTREDING)  # the first that was judged is what an overview shows


Checks = Mapping[str, Check]  # the norms of this audit by code, own ones included


@dataclass(frozen=True, slots=True)
class Norm:
    """The head of a column of the matrix."""

    code: str
    titel: str
    verplicht: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """The verdicts of one moment: a row per gemeente, a cell per norm (None: the norm was not considered)."""

    moment: Moment | None
    normen: tuple[Norm, ...]
    rijen: tuple[tuple[Beeld, tuple[Oordeelrij | None, ...]], ...]


def momenten(beelden: Sequence[Beeld]) -> tuple[Moment, ...]:
    """The moments that were judged, the one to show first in front."""
    gevonden = {moment for beeld in beelden for moment, _ in beeld.dossier.oordelen}
    return tuple(moment for moment in _VOLGORDE if moment in gevonden)


def oordeelrijen(beeld: Beeld, moment: Moment) -> dict[str, Oordeelrij]:
    """The verdicts on one gemeente at a moment, by code."""
    return {rij.code: rij for eigen, rijen in beeld.dossier.oordelen if eigen is moment for rij in rijen}


def maak_matrix(beelden: Sequence[Beeld], checks: Checks) -> Matrix:
    """The matrix of the moment that matters most; norms that apply to nobody are left out."""
    moment = next(iter(momenten(beelden)), None)
    if moment is None:
        return Matrix(None, (), ())
    per_beeld = [(beeld, oordeelrijen(beeld, moment)) for beeld in beelden]
    spreekt = {code for _, rijen in per_beeld for code, rij in rijen.items() if rij.oordeel and rij.oordeel.oordeel is not Uitkomst.NVT}
    normen = tuple(norm for norm in _normen(checks) if norm.code in spreekt)
    return Matrix(moment, normen, tuple((beeld, tuple(rijen.get(norm.code) for norm in normen)) for beeld, rijen in per_beeld))


def normtabellen(beelden: Sequence[Beeld], checks: Checks) -> tuple[Tabel, ...]:
    """Per norm, and the matrix in its wide and its long form."""
    return (_verplicht(beelden, checks), _per_norm(beelden, checks), _matrix(beelden, checks), _matrix_voluit(beelden, checks))


def _normen(checks: Checks) -> list[Norm]:
    return [Norm(check.code, check.titel, check.gewicht == Gewicht.VERPLICHT.value) for check in checks.values()]


def _verplicht(beelden: Sequence[Beeld], checks: Checks) -> Tabel:
    """Obligatory and not found, or in conflict, per norm: most gemeenten first."""
    dagen = momenten(beelden)
    per_moment = {moment: [(beeld, oordeelrijen(beeld, moment)) for beeld in beelden] for moment in dagen}
    rijen: list[tuple[tuple[int, ...], Rij]] = []
    for norm in _normen(checks):
        cellen: list[Cel] = [norm.code, norm.titel]
        bronnen: list[Bron] = []
        for moment in dagen:
            afwezig = list(_met(per_moment[moment], norm.code, Uitkomst.NIET_AANGETROFFEN))
            strijdig = list(_met(per_moment[moment], norm.code, Uitkomst.STRIJDIG))
            cellen += [len(afwezig), procent(len(afwezig), len(beelden)), len(strijdig)]
            bronnen += [*afwezig, *strijdig] if moment is dagen[0] else []
        getallen = tuple(-cel for cel in cellen[2:] if isinstance(cel, int))
        if any(getallen):
            rijen.append((getallen, Rij(norm.code, tuple(cellen), tuple(bronnen))))
    kolommen = [Kolom("Norm"), Kolom("Wat de norm vraagt")]
    for moment in dagen:
        kolommen += [
            Kolom(f"Niet aangetroffen, {MOMENTEN[moment]}", Kolomsoort.GETAL, naast=True),
            Kolom(f"Niet aangetroffen, {MOMENTEN[moment]} (%)", Kolomsoort.PROCENT),
            Kolom(f"In strijd, {MOMENTEN[moment]}", Kolomsoort.GETAL, naast=True),
        ]
    uitleg = (
        "Gemeenten waarvan geen enkel stuk de verplichte bepaling bevat, of waarvan de bepaling in strijd is met de wet. "
        "“Niet aangetroffen” zegt wat het programma vond; of het echt ontbreekt, beslist een mens. "
        "Percentage van alle gemeenten in deze audit."
    )
    rijen.sort(key=lambda item: item[0])
    return Tabel("verplicht", "Verplicht en niet in orde", uitleg, tuple(kolommen), tuple(rij for _, rij in rijen))


def is_verplicht_alarm(oordeel: Oordeel) -> bool:
    """Whether a verdict says that something obligatory is not in order, and nobody accepted that."""
    return is_bevinding(oordeel, Drempel.VERPLICHT)


def _met(per_beeld: Sequence[tuple[Beeld, dict[str, Oordeelrij]]], code: str, uitkomst: Uitkomst) -> Iterator[Bron]:
    """The gemeenten with this outcome on an obligatory norm."""
    for beeld, rijen in per_beeld:
        rij = rijen.get(code)
        if rij and rij.oordeel and rij.oordeel.oordeel is uitkomst and is_verplicht_alarm(rij.oordeel):
            yield Bron(beeld.dossier.code, beeld.naam, rij.pad, plaats_van(rij.oordeel))


def _per_norm(beelden: Sequence[Beeld], checks: Checks) -> Tabel:
    """How often each verdict was given, per norm and moment."""
    rijen = []
    for moment in momenten(beelden):
        per_beeld = [oordeelrijen(beeld, moment) for beeld in beelden]
        for norm in _normen(checks):
            woorden = [oordeelwoord(rij[norm.code]) for rij in per_beeld if norm.code in rij]
            if woorden:
                aantallen = [woorden.count(woord) for woord in _WOORDEN]
                rijen.append(Rij(f"{moment} {norm.code}", (norm.code, norm.titel, MOMENTEN[moment], *aantallen)))
    kolommen = (
        Kolom("Norm"),
        Kolom("Titel"),
        Kolom("Moment"),
        *(Kolom(woord.capitalize(), Kolomsoort.GETAL, naast=True) for woord in _WOORDEN),
    )
    return Tabel("normen", "Alle normen", "Bij hoeveel gemeenten welk oordeel, per norm.", kolommen, tuple(rijen), lang=True)


def _matrix(beelden: Sequence[Beeld], checks: Checks) -> Tabel:
    """A row per gemeente, a column per norm, at the moment to show first."""
    matrix = maak_matrix(beelden, checks)
    kolommen = (Kolom("Gemeente"), Kolom("CBS-code"), *(Kolom(norm.code) for norm in matrix.normen))
    rijen = tuple(
        Rij(beeld.sleutel, (beeld.naam, beeld.code, *(oordeelwoord(cel) if cel else None for cel in cellen)))
        for beeld, cellen in matrix.rijen
    )
    wanneer = f" {MOMENTEN[matrix.moment]}" if matrix.moment else ""
    return Tabel("matrix", "Norm en gemeente", f"Per gemeente het oordeel{wanneer} op elke norm.", kolommen, rijen, lang=True)


def _matrix_voluit(beelden: Sequence[Beeld], checks: Checks) -> Tabel:
    """Every verdict on every gemeente that says something, with quote and place: what does not apply is left out."""
    titels = {norm.code: norm.titel for norm in _normen(checks)}
    kolommen = (
        *(Kolom(titel) for titel in ("Gemeente", "CBS-code", "Moment", "Norm", "Titel", "Gewicht")),
        Kolom("Oordeel", naast=True),
        *(Kolom(titel) for titel in ("Document", "Plaats", "Citaat", "Toelichting")),
    )
    rijen = [
        _matrixrij(beeld, moment, rij, titels)
        for beeld in beelden
        for moment in momenten(beelden)
        for rij in oordeelrijen(beeld, moment).values()
        if rij.oordeel is None or rij.oordeel.oordeel is not Uitkomst.NVT
    ]
    uitleg = "Elk oordeel met document, plaats en citaat. Normen die niet van toepassing zijn, staan er niet in."
    return Tabel("oordelen", "Oordelen met citaat", uitleg, kolommen, tuple(rijen), lang=True)


def _matrixrij(beeld: Beeld, moment: Moment, rij: Oordeelrij, titels: dict[str, str]) -> Rij:
    oordeel = rij.oordeel
    plaats = plaats_van(oordeel) if oordeel else None
    return Rij(
        f"{beeld.sleutel} {moment} {rij.code}",
        (
            beeld.naam,
            beeld.code,
            MOMENTEN[moment],
            rij.code,
            titels.get(rij.code, ""),
            oordeel.gewicht.value if oordeel else "",
            oordeelwoord(rij),
            rij.pad,
            plaats_voluit(plaats) if plaats else "",
            plaats.citaat if plaats else "",
            oordeel.bericht if oordeel else rij.reden,
        ),
    )


def plaats_van(oordeel: Oordeel) -> Plaats | None:
    """Where to look: what the verdict rests on, else what comes near."""
    return oordeel.plaatsen[0] if oordeel.plaatsen else oordeel.dichtstbij


def oordeelwoord(rij: Oordeelrij) -> str:
    """The verdict in words; that it was accepted goes before what it was."""
    if rij.oordeel is None:
        return NIET_BEOORDEELD
    return AANVAARD if rij.oordeel.aanvaard else UITKOMSTEN[rij.oordeel.oordeel]
