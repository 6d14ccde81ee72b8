"""The province's documents: one source each, written mechanically as Word, PDF and HTML."""
