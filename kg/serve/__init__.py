"""A graph over HTTP, for reading: the SPARQL 1.1 protocol, a page to ask from, and the picture of the graph."""
