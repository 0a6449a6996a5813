"""Writes municipal documents: one data file and templates become a Regeling, and a Regeling becomes a Word file."""
