"""Judges a Regeling against norms: an Oordeel per check, each with its evidence."""
