"""The model: plain frozen dataclasses that travel between the stages."""
