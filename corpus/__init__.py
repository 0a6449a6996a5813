"""Documents of our own with known verdicts, and the developer script that builds them."""
