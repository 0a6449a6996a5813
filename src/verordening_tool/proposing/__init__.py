"""Proposals for a draft: what it misses, put into the draft itself as tracked changes and questions."""
