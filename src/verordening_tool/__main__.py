"""Makes ``python -m verordening_tool`` the same as the command ``verordening``."""

from verordening_tool.cli import main

main()
