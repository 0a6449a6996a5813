"""Two versions of a regulation: what changed, in which forms that is said, and a change applied to the text it changes."""
