"""Chinese extraction."""
