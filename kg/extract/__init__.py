"""From text to facts: spaCy components for English, character patterns for Chinese, both with rules as data."""
