"""The comparison of an audit with the truth of a generated corpus: silent on an audit that is right, exact on one that is not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import maker
import pytest

from verordening_tool.auditing import uitvoer
from verordening_tool.auditing.model import Aanbod, Dossier, Feiten, Omvangwijze, Plekken, Stuk, Uitslag, Voorselectie
from verordening_tool.document.regeling import Onderwerp, Soort

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench"))

from inspectie import maak  # noqa: E402
from inspectie_controle import controleer  # noqa: E402
from inspectie_formuleringen import lees_formuleringen  # noqa: E402
from inspectie_rijen import VERMELDINGEN, Document, Gemeente  # noqa: E402
from inspectie_waarheid import lees_waarheid, schaal  # noqa: E402

MAP = ROOT / "bench" / "inspectie"
_DAG = date(2015, 3, 1)


def _feiten(rij: Gemeente | Document) -> Feiten:
    plekken = () if rij.aantal is None else (Plekken(rij.aantal, "plekken", 2015, "in_jaar", maker.plaats()),)
    return Feiten(
        Aanbod(rij.aanbod or "zwijgt"),
        maker.plaats(),
        Omvangwijze(rij.omvang or "zwijgt"),
        maker.plaats(),
        Voorselectie(rij.voorselectie or "zwijgt"),
        maker.plaats(),
        plekken,
        **{naam: tuple(maker.vermelding(sleutel) for sleutel in getattr(rij, naam)) for naam in VERMELDINGEN},
    )


def _stuk(rij: Document, code: str | None) -> Stuk:
    uitslag = Uitslag(
        Soort(rij.soort or "anders"), onderwerp=Onderwerp.RE_INTEGRATIE, vastgesteld=_DAG, inwerkingtreding=_DAG, feiten=_feiten(rij)
    )
    return maker.stuk(rij.pad, uitslag, code, rij.gemeente, dubbel_van=rij.dubbel_van, opgevolgd_door=rij.opgevolgd_door)


def volmaakt(gemeenten: list[Gemeente], documenten: list[Document]) -> list[Dossier]:
    """The dossiers of an audit that is right in everything."""
    uit = []
    for nummer, rij in enumerate(gemeenten):
        code = rij.code or f"8{nummer:03}"
        stukken = [_stuk(document, code) for document in documenten if document.gemeente == rij.gemeente]
        dag = (_DAG if rij.op_tijd else date(2015, 9, 1)) if rij.vastgesteld else None
        stukken[0] = replace(stukken[0], bestand=replace(stukken[0].bestand, uitslag=replace(stukken[0].bestand.uitslag, vastgesteld=dag)))
        uit.append(maker.dossier(*stukken, code=code, naam=rij.gemeente, feiten=_feiten(rij), vastgesteld=dag))
    return uit


@pytest.fixture(scope="module")
def waar(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Gemeente], list[Document]]:
    doel = tmp_path_factory.mktemp("inspectie")
    waarheid = schaal(lees_waarheid(MAP / "waarheid.yaml"), 30)
    gedaante = waarheid.gedaante.model_copy(update={"oudere_versie": 0.3, "dubbel": 0.2, "ruis": 0.0})
    waarheid = waarheid.model_copy(update={"gedaante": gedaante, "vastgesteld": 30, "op_tijd": 30})
    return doel / "waarheid", *maak(doel, waarheid, lees_formuleringen(MAP / "formuleringen_gezien.yaml"), seed=5)


def _audit(map_: Path, dossiers: list[Dossier]) -> Path:
    map_.mkdir()
    uitvoer.schrijf(map_, maker.overzicht(*dossiers))
    return map_


def test_audit_that_is_right_gives_no_error(
    waar: tuple[Path, list[Gemeente], list[Document]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    map_, gemeenten, documenten = waar
    eind = controleer(_audit(tmp_path / "audit", volmaakt(gemeenten, documenten)), map_, alleen_scores=False)
    uit = capsys.readouterr().out
    assert "<-" not in uit
    assert "fouten" not in uit
    assert eind == 0


def _in_feiten(verander: Callable[[Feiten], Feiten], *, gemeente: bool) -> Callable[[Dossier], Dossier]:
    def uit(dossier: Dossier) -> Dossier:
        if gemeente:
            return replace(dossier, feiten=verander(dossier.feiten))
        eerste = dossier.stukken[0]
        uitslag = replace(eerste.bestand.uitslag, feiten=verander(eerste.bestand.uitslag.feiten))
        return replace(dossier, stukken=(replace(eerste, bestand=replace(eerste.bestand, uitslag=uitslag)), *dossier.stukken[1:]))

    return uit


def _ander_aanbod(feiten: Feiten) -> Feiten:
    return replace(feiten, aanbod=Aanbod.BIEDT_NIET if feiten.aanbod is not Aanbod.BIEDT_NIET else Aanbod.BIEDT)


@pytest.mark.parametrize(
    ("verander", "kop", "feit"),
    [
        (_in_feiten(_ander_aanbod, gemeente=True), "Per gemeente", "aanbod"),
        (_in_feiten(_ander_aanbod, gemeente=False), "Per document", "aanbod"),
        (
            _in_feiten(lambda feiten: replace(feiten, plekken=(Plekken(99, "plekken", None, "onbekend", maker.plaats()),)), gemeente=False),
            "Per document",
            "plekken",
        ),
        (
            _in_feiten(lambda feiten: replace(feiten, alternatieven=(maker.vermelding("tuinieren"),)), gemeente=False),
            "Per document",
            "alternatieven",
        ),
        (
            lambda dossier: replace(dossier, stukken=(replace(dossier.stukken[0], dubbel_van="x.docx"), *dossier.stukken[1:])),
            "Per document",
            "dubbel",
        ),
        (
            lambda dossier: replace(dossier, stukken=(replace(dossier.stukken[0], opgevolgd_door="x.docx"), *dossier.stukken[1:])),
            "Per document",
            "opgevolgd_door",
        ),
    ],
    ids=["offer of a gemeente", "offer in a document", "number", "alternative", "double", "newer version"],
)
def test_error_is_reported_with_its_place(
    waar: tuple[Path, list[Gemeente], list[Document]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    verander: Callable[[Dossier], Dossier],
    kop: str,
    feit: str,
) -> None:
    map_, gemeenten, documenten = waar
    dossiers = volmaakt(gemeenten, documenten)
    eerste = {rij.gemeente: rij for rij in reversed(documenten)}
    wie = next(n for n, rij in enumerate(gemeenten) if eerste[rij.gemeente].aanbod is not None)
    dossiers[wie] = verander(dossiers[wie])
    audit = _audit(tmp_path / "audit", dossiers)
    assert controleer(audit, map_, alleen_scores=False) == 1
    plek = gemeenten[wie].gemeente if kop == "Per gemeente" else dossiers[wie].stukken[0].bestand.pad
    assert f"  {feit:<22} {plek}\n" in capsys.readouterr().out.partition(f"{kop}: fouten")[2]
    controleer(audit, map_, alleen_scores=True)
    assert plek not in capsys.readouterr().out


def test_document_that_is_missing_is_an_error(waar: tuple[Path, list[Gemeente], list[Document]], tmp_path: Path) -> None:
    map_, gemeenten, documenten = waar
    dossiers = volmaakt(gemeenten, documenten)
    meer = next(n for n, dossier in enumerate(dossiers) if len(dossier.stukken) > 1)
    dossiers[meer] = replace(dossiers[meer], stukken=dossiers[meer].stukken[:-1])
    assert controleer(_audit(tmp_path / "audit", dossiers), map_, alleen_scores=True) == 1


def test_without_an_audit_there_is_nothing_to_compare(
    waar: tuple[Path, list[Gemeente], list[Document]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert controleer(tmp_path, waar[0], alleen_scores=False) == 2
    assert "documenten.jsonl" in capsys.readouterr().out
