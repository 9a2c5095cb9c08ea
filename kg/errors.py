"""Errors a user can cause. Each message says what was wrong, where, and what to do."""


class KgError(Exception):
    """Base of every error that `kg` reports to its user as one sentence."""


class DocumentError(KgError):
    """A document cannot be read: missing, empty, binary, too large or of an unknown format."""


class ModelError(KgError):
    """The spaCy pipeline is not installed or lacks a component that extraction needs."""


class RuleError(KgError):
    """A rules, names or ontology data file is not valid."""


class StoreError(KgError):
    """The store or the facts log cannot be opened, read or written."""


class QueryError(KgError):
    """A SPARQL query is not valid, took too long or is not allowed here."""


class QueryTimeout(QueryError):
    """A SPARQL query took longer than it may."""


class DecisionError(KgError):
    """A decisions file is not valid."""


class OutputError(KgError):
    """An output file or folder cannot be written."""


class ViewError(KgError):
    """A view was asked for something that the graph does not hold."""


class AnalysisError(KgError):
    """A question was asked about something that the graph does not hold, or with values that do not fit."""
