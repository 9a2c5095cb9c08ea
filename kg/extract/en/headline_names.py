"""Names in lines that capitalize every word: only those known from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.en.candidate import Candidate
from kg.extract.en.gazetteer import fold, longest_known
from kg.extract.en.text_marks import Marks

_BIG_CITY = 300_000


class HeadlineNames:
    """Looks words of headlines up among the names of the text and the known ones."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.sheet = marks.sheet
        self.known = marks.known
        self.places = marks.places

    def line(self, start: int, end: int, seen: set[str]) -> Iterator[Candidate]:
        """Only names known from elsewhere: capitals tell nothing in a line that capitalizes every word."""
        sheet, sizes = self.sheet, longest_known()
        if all(sheet.text[i].isupper() or not sheet.text[i].isalpha() for i in range(start, end)):
            seen = seen | {name.upper() for name in seen}
        firsts: dict[str, int] = {}
        for name in seen:
            first = name.split()[0]
            firsts[first] = max(firsts.get(first, 0), name.count(" ") + name.count("'") + 2 * name.count("-") + 1)
        i = start
        while i < end:
            longest = max(firsts.get(sheet.text[i], 0), sizes.get(sheet.lower[i], 0), 1)
            stop = 0 if self.marks.skip[i] else self._known_stop(i, end, seen, longest)
            if stop:
                yield Candidate(i, stop, sheet.words(i, stop), None, "gazetteer")
            i = stop or i + 1

    def _known_stop(self, i: int, end: int, seen: set[str], longest: int) -> int:
        sheet, table = self.sheet, self.places
        verbal = sheet.pos[i] in ("VERB", "AUX", "ADP")
        listed = sheet.pos[i] == "VERB" and sheet.lower[i] in self.known and sheet.lower[i] not in self.marks.ordinary
        if not sheet.text[i][0].isalnum() or (verbal and not listed):
            return 0
        for size in range(min(longest + 2, end - i), 0, -1):
            name = sheet.words(i, i + size)
            key = fold(name)
            if (
                name in seen
                or key in self.known
                or key in table.countries
                or key in table.regions
                or key in table.demonyms
            ):
                return i + size
        big = table.population.get(fold(sheet.text[i]), 0) > _BIG_CITY and sheet.ent[i] in ("GPE", "LOC")
        return i + 1 if big else 0
