"""The report: one HTML page with charts, their tables, and the facts behind every number."""

from __future__ import annotations

from kg.analytics.report.page import render

__all__ = ["render"]
