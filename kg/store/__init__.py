"""Facts log, RDF mapping and stores."""
