"""Which way a whole document leans on the offer: its strongest sentences weighed for and against, beside what rules found in it.

One sentence in words that nobody foresaw is soon misread. But who turns beschut werk down also tells why, and what there is instead; who
offers it tells for whom, from what money, and how many. Together they weigh more than one sentence that seems to say otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from verordening_tool.auditing.aanbod_in_tekst import vraagt_of_zwijgt
from verordening_tool.auditing.gewogen import AANBOD, PLEKKEN, Feit, geraden
from verordening_tool.auditing.model import Aanbod, Vondst
from verordening_tool.auditing.uitspraken import Uitspraken, Zin

# Per group how many sentences count, and for which side.
_VOOR: Mapping[str, int] = {AANBOD: 1, "redenen_wel": 2, "redenen_geen_aantal": 1, PLEKKEN: 1}
_TEGEN: Mapping[str, int] = {AANBOD: 1, "redenen_niet": 2, "alternatieven": 1}
_HOOGSTE = 2.0  # what one sentence counts for at most
_REGEL = 2.0  # what a rule counts for that finds the offer told
_GENOEG = 0.5  # balance from which a document leans one way
_ZEKER = 1.5  # margin from which a sentence tells the offer beyond doubt
_DUIDELIJK = 0.5  # margin from which words alone tell an offer in a sentence that does not name beschut werk


class _Gewogen(NamedTuple):
    """What a sentence speaks for most, and where."""

    feit: Feit
    tekst: Uitspraken
    zin: Zin

    @property
    def gewicht(self) -> float:
        return min(self.feit.marge, _HOOGSTE)


class Weging(NamedTuple):
    """What a document says on the offer, and which way it leans, also when it does not say."""

    aanbod: Vondst
    leunt: Aanbod


def weeg(teksten: Sequence[Uitspraken], regel: Vondst) -> Weging:
    """Weigh a document.

    ``teksten``: the words of the gemeente itself. ``regel``: what rules found in the document; it stands unless a sentence on the offer and
    the rest speak against it. Where the words of a sentence on the offer bear it out it is presumed no longer; where none do, and the rest
    speaks against it, it is.
    """
    gewogen = list(_gewogen(teksten))
    voor = _sterkste(gewogen, _VOOR, weigert=False)
    tegen = _sterkste(gewogen, _TEGEN, weigert=True)
    saldo = sum(zin.gewicht for zin in voor) - sum(zin.gewicht for zin in tegen)
    gezegd = regel.aanbod is not Aanbod.ZWIJGT
    if gezegd:
        saldo += -_REGEL if regel.aanbod is Aanbod.BIEDT_NIET else _REGEL
    leunt = Aanbod.ZWIJGT if abs(saldo) < _GENOEG else Aanbod.BIEDT if saldo > 0 else Aanbod.BIEDT_NIET
    mee = _zegt(voor if saldo > 0 else tegen)
    if leunt is Aanbod.ZWIJGT or (mee is None and not gezegd):
        return Weging(regel, leunt)
    if gezegd and (saldo < 0) is (regel.aanbod is Aanbod.BIEDT_NIET):
        return Weging(regel._replace(vermoed=regel.vermoed and not _bevestigt(mee)), leunt)
    if mee is None:
        return Weging(regel._replace(vermoed=regel.vermoed or not _bevestigt(_zegt(tegen if saldo > 0 else voor))), leunt)
    vermoed = gezegd or mee.feit.marge < _ZEKER
    return Weging(Vondst(Aanbod(mee.feit.sleutel), mee.tekst.plaats(mee.zin.span), vermoed), leunt)


def _zegt(zinnen: Sequence[_Gewogen]) -> _Gewogen | None:
    """The sentence among ``zinnen`` that is on the offer itself."""
    return next((zin for zin in zinnen if zin.feit.groep == AANBOD), None)


def _bevestigt(zegt: _Gewogen | None) -> bool:
    """Whether the words of a sentence on the offer bear out what a rule found."""
    return zegt is not None and zegt.feit.marge >= _DUIDELIJK


def _gewogen(teksten: Sequence[Uitspraken]) -> Iterator[_Gewogen]:
    """Each statement of the gemeente with what its words speak for most, where that is anything."""
    for tekst in teksten:
        for zin in tekst.zinnen:
            feit = None if tekst.is_vraag(zin) else geraden(tekst, zin, vanaf=0.0)
            if feit is not None and (feit.groep != AANBOD or _zegt_aanbod(tekst, zin, feit)):
                yield _Gewogen(feit, tekst, zin)


def _zegt_aanbod(tekst: Uitspraken, zin: Zin, feit: Feit) -> bool:
    """Whether a sentence may tell the offer: it names beschut werk, or is a statement whose words leave little doubt."""
    if vraagt_of_zwijgt(tekst, zin) or tekst.heeft(zin, "gesteld_of_gevraagd"):
        return False
    if feit.sleutel == Aanbod.BIEDT_NIET.value and tekst.heeft(zin, "dubbel_ontkend"):
        return False  # words do not see that a denial is denied
    return tekst.heeft(zin, "bw") or (tekst.is_volzin(zin) and feit.marge >= _DUIDELIJK)


def _sterkste(gewogen: Sequence[_Gewogen], groepen: Mapping[str, int], *, weigert: bool) -> list[_Gewogen]:
    """Of each group the strongest sentences; of those on the offer itself the ones that refuse, or those that do not."""
    uit: list[_Gewogen] = []
    for groep, aantal in groepen.items():
        eigen = (
            zin
            for zin in gewogen
            if zin.feit.groep == groep and (groep != AANBOD or (zin.feit.sleutel == Aanbod.BIEDT_NIET.value) is weigert)
        )
        uit += sorted(eigen, key=lambda zin: zin.feit.marge, reverse=True)[:aantal]
    return uit
