"""How Dutch regulations cite: grammar, typed references, resolution against the document and a dated law index."""
