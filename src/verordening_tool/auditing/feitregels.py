"""Which concepts (checks/begrippen/audit) must stand together in a sentence for a reason or an alternative to be told.

The keys are those of norms 6. A rule asks for families of words, not for sentences: authors paraphrase freely.
"""

from __future__ import annotations

from dataclasses import dataclass

from verordening_tool.checking.nabijheid import Nabijheid


@dataclass(frozen=True, slots=True)
class Feitregel:
    """One way to tell a fact.

    ``alle``: concepts that are not negated; ``hoe_dan_ook``: concepts whose forms hold a negation themselves, or that may be denied;
    ``geen``: concepts that take it away; ``nabij``: how near to beschut werk the sentence must be; ``redengevend``: only when the
    sentence, the one before it or the heading gives reasons, or the sentence names beschut werk; ``terug_te_nemen``: not when the sentence
    says that it is no reason, or not as bad.
    """

    alle: tuple[str, ...] = ()
    hoe_dan_ook: tuple[str, ...] = ()
    geen: tuple[str, ...] = ()
    nabij: Nabijheid = Nabijheid.DOCUMENT
    redengevend: bool = False
    terug_te_nemen: bool = True


REDENEN_NIET = {
    "kosten_hoog": (
        Feitregel(("kosten_te_hoog",), geen=("bereik_tegen_geld",)),
        Feitregel(hoe_dan_ook=("kosten_tekort",), geen=("rest_komt_tekort", "bereik_tegen_geld", "bedrag_van_de_daling")),
        Feitregel(hoe_dan_ook=("financieel_onhaalbaar",), geen=("risico_groot",)),
        Feitregel(hoe_dan_ook=("weegt_niet_op", "wat_wij_krijgen"), terug_te_nemen=False),
        Feitregel(hoe_dan_ook=("opbrengst_te_laag",), terug_te_nemen=False),
    ),
    "financieel_risico": (
        Feitregel(hoe_dan_ook=("risico_groot",), geen=("hoeveel_mensen",)),
        Feitregel(hoe_dan_ook=("onbekende_lasten",), terug_te_nemen=False),
    ),
    "veel_geld_kleine_groep": (
        Feitregel(hoe_dan_ook=("veel_geld", "kleine_groep")),
        Feitregel(("meer_mensen_helpen", "zelfde_geld")),
        Feitregel(("ten_koste_van",), ("gemeentegeld",)),
        Feitregel(hoe_dan_ook=("kleine_groep", "kosten", "ongelijk")),
        Feitregel(hoe_dan_ook=("rest_komt_tekort", "kleine_groep")),
        Feitregel(hoe_dan_ook=("rest_komt_tekort", "vrij_duur")),
        Feitregel(hoe_dan_ook=("bereik_tegen_geld", "vrij_duur")),
    ),
    "doorgroei_regulier": (
        Feitregel(hoe_dan_ook=("doorgroei", "neemt_kans_weg")),
        Feitregel(hoe_dan_ook=("regulier_werk", "neemt_kans_weg"), nabij=Nabijheid.OMGEVING),
        Feitregel(("eindstation",)),
        Feitregel(hoe_dan_ook=("zit_vast",)),
    ),
}
REDENEN_WEL = {
    "maatwerk_doelgroep": (
        Feitregel(("maatwerk", "doelgroep"), nabij=Nabijheid.OMGEVING, redengevend=True),
        Feitregel(hoe_dan_ook=("niemand_buiten",)),
        Feitregel(hoe_dan_ook=("vult_leemte",)),
        Feitregel(hoe_dan_ook=("de_een_de_ander",), nabij=Nabijheid.ZIN),
    ),
    "middelen_beschikbaar": (
        Feitregel(("middelen", "is_beschikbaar", "van_het_rijk"), geen=("kosten_tekort",)),
        Feitregel(("middelen", "is_beschikbaar"), geen=("kosten_tekort",), redengevend=True),
    ),
}
REDENEN_GEEN_AANTAL = {
    "beleid_in_ontwikkeling": (Feitregel(hoe_dan_ook=("in_ontwikkeling",), nabij=Nabijheid.DOCUMENT, terug_te_nemen=False),),
    "hangt_af_van_aanmeldingen": (
        Feitregel(hoe_dan_ook=("hangt_af", "aanmeldingen"), geen=("niet_bepalend",), terug_te_nemen=False),
        Feitregel(hoe_dan_ook=("mee_met_aanmeldingen",), terug_te_nemen=False),
    ),
}
ALTERNATIEVEN = {
    "regulier_met_lks_jobcoach": (
        Feitregel(("regulier_ondersteund", "regulier_bij_werkgever"), geen=("na_aftrek",)),
        Feitregel(("regulier_met_hulp",), geen=("neemt_kans_weg",)),
        Feitregel(
            ("vrij_lks_coach", "vrij_bij_werkgever"),
            geen=(
                "na_aftrek",
                "neemt_kans_weg",
                "kosten_te_hoog",
                "kosten_tekort",
                "vrij_ander_geld",
                "vrijwilligers_activering",
                "dagbesteding_arbeidsmatig",
            ),
        ),
    ),
    "arbeidsmatige_dagbesteding": (
        Feitregel(("dagbesteding_arbeidsmatig",)),
        Feitregel(("werkplaats",), geen=("sociale_werkplaats",)),
    ),
    "vrijwilligerswerk_activering": (Feitregel(("vrijwilligers_activering",)),),
    "werkervaringsplaats": (
        Feitregel(("werkervaring",)),
        Feitregel(hoe_dan_ook=("doet_ervaring_op",)),  # "doen zonder loon ervaring op"
        Feitregel(("werkritme",), geen=("dagbesteding_arbeidsmatig", "vrijwilligers_activering")),
    ),
}
