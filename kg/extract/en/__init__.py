"""English extraction over spaCy's dependency parse."""
