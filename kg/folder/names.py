"""Names of the files in a built folder."""

from kg.documents.files import MARKER
from kg.store.locate import STORE_FOLDER

TURTLE = "graph.ttl"
PAGE = "graph.html"
FACTS = "facts.jsonl"
DOCUMENTS = "documents.jsonl"
DECISIONS = "decisions.csv"
STORE = STORE_FOLDER
STATE = MARKER

OUTPUTS = (TURTLE, PAGE, FACTS, DOCUMENTS, STORE)
"""Without one of these a folder is not complete."""
