"""How words, numbers, dates and directions read in each language."""
