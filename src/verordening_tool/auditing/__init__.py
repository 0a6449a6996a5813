"""Many documents at once: a folder → warm workers → a store → tables and an overview."""
