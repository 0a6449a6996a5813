"""Dutch legal language: sentences, concepts by word forms, negation and modality."""
