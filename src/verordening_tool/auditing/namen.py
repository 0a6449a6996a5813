"""The names of what stands in the folder of an audit."""

GEGEVENS = "audit.sqlite"
OVERZICHT = "overzicht.html"
WERKMAP = "overzicht.xlsx"
DOCUMENTEN = "documenten.jsonl"
FOUTEN = "fouten.csv"
TABELLEN = "tabellen"
BEOORDELING = "beoordeling.csv"
