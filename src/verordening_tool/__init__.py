"""Checks, generates and audits Dutch municipal regulations on beschut werk, offline."""

__version__ = "0.1.0"
