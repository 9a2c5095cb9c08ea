"""One reader a format; each gives `Document`s."""
