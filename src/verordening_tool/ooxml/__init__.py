"""What every Word-facing part shares: the package, names, styles, numbering and revisions of an Office Open XML file."""
