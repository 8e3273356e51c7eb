"""Lines of the record in the formats of other tools; each file is one format, and `formats.py` lists them all."""
