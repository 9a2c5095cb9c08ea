"""Chinese extraction: patterns over characters, simplified or traditional, without a language model."""

from kg.extract.zh.engine import extract

__all__ = ["extract"]
