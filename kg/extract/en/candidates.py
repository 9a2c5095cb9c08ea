"""Where proper names stand: runs of capitalized words, joined, cut and completed until each is one name.

spaCy's NER is one witness among others; its spans mend runs, its labels are left to `entity_types`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.en.boilerplate import Layout
from kg.extract.en.gazetteer import fold, longest_known, organizations, outlets, places
from kg.extract.en.lexicon import Lexicon, lexicon, singular
from kg.extract.en.sheet import Sheet
from kg.model import EntityType

NAME_LABELS = frozenset({"ORG", "GPE", "LOC", "PERSON", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
_GOVERNMENT_ADJECTIVES = frozenset(
    "provincial municipal city state county federal central regional local district national people's prefectural town".split()
)
_GOVERNMENT_TAILS = frozenset(
    """government authorities council administration court police parliament legislature assembly commission
    municipality authority office officials bureau regulators regulator lawmakers ministry prosecutors cabinet""".split()
)
_PLACE_TAILS = frozenset("corridor province city district county state prefecture municipality region island peninsula airport".split())
_LEADING_HEADS = frozenset("city state province county district town port municipality region island village".split())
_PORTFOLIO_HEADS = frozenset("ministry department bureau office".split())
_OPENERS = frozenset("“\"'‘(:•*-–—|▪·>")


@dataclass(slots=True)
class Candidate:
    """A proper name at one place.

    Attributes:
        name: Its words without article and possessive.
        form: The type that its own words show, or None.
        source: "gazetteer", "ner" or "pattern".
        base: For a government named by its place ("Hebei" in "the Hebei provincial government"): the place's name.
    """

    start: int
    end: int
    name: str
    form: EntityType | None = None
    source: str = "pattern"
    base: str | None = None
    titled: bool = False


def find_names(sheet: Sheet, layout: Layout) -> list[Candidate]:
    """All proper names outside of skipped text, in order, without overlap."""
    return _Finder(sheet, layout).run()


class _Finder:
    def __init__(self, sheet: Sheet, layout: Layout) -> None:
        self.sheet = sheet
        self.layout = layout
        self.lexicon: Lexicon = lexicon()
        self.known = organizations()
        self.places = places()
        self.skip = [False] * len(sheet)
        for start, end in layout.skipped:
            self.skip[start:end] = [True] * (end - start)
        self.namey: list[bool] = [False] * len(sheet)
        lists = ("company_nouns", "person_nouns", "government_nouns", "group_nouns")
        self.roles = frozenset().union(*(self.lexicon[name] for name in lists)) - self.lexicon["titles"]

    def run(self) -> list[Candidate]:
        seen: set[str] = set()
        plain: list[Candidate] = []
        titled: list[int] = []
        for number, (start, end) in enumerate(self.sheet.lines):
            if number in self.layout.title_case:
                titled.append(number)
                continue
            plain.extend(self._line(start, end))
        seen = {c.name for c in plain}
        for number in titled:
            plain.extend(self._title_line(*self.sheet.lines[number], seen))
        return sorted(plain, key=lambda c: c.start)

    # --- one line ------------------------------------------------------------------------------------------------

    def _line(self, start: int, end: int) -> Iterator[Candidate]:
        for i in range(start, end):
            self.namey[i] = not self.skip[i] and self._is_namey(i, start)
        i = start
        while i < end:
            lower = self._lower_pattern(i, end)
            if lower:
                yield lower
                i = lower.end
            elif self.namey[i]:
                stop = self._run_end(i, end)
                cut = None
                for cut in self._cut(i, stop, end):
                    yield cut
                i = max(stop, cut.end if cut else stop)
            else:
                i += 1

    def _is_namey(self, i: int, line_start: int) -> bool:
        word, lower = self.sheet.text[i], self.sheet.lower[i]
        if not any(c.isupper() for c in word) or not word[0].isalnum() or "$" in word or "@" in word:
            return False
        if lower in self.lexicon["no_entity"] and not self._in_longer_name(i):
            return False
        if word[0].isupper() or word[0].isdigit():
            if self._starts_sentence(i, line_start):
                return self._name_at_start(i)
            return self.sheet.pos[i] not in ("PRON",) or len(word) > 2
        return any(c.isupper() for c in word[1:]) and self.sheet.pos[i] in ("PROPN", "NOUN", "ADJ", "VERB")

    def _in_longer_name(self, i: int) -> bool:
        """A word such as "Internet" or "AI" counts only within a NER span that has other capitals."""
        span = self.sheet.ent_span.get(i)
        if not span or span[1] - span[0] < 2 or self.sheet.ent[i] not in ("ORG", "FAC", "EVENT", "PERSON", "GPE"):
            return False
        return any(
            j != i and self.sheet.text[j][0].isupper() and self.sheet.lower[j] not in self.lexicon["no_entity"]
            for j in range(*span)
        )

    def _starts_sentence(self, i: int, line_start: int) -> bool:
        if i == line_start or self.sheet.sent[i] != self.sheet.sent[i - 1]:
            return True
        return self.sheet.text[i - 1] in _OPENERS

    def _name_at_start(self, i: int) -> bool:
        """A capital at the start of a sentence shows a name only if something else does too."""
        sheet = self.sheet
        if sheet.pos[i] in ("DET", "PRON", "ADP", "SCONJ", "CCONJ", "AUX", "PART", "INTJ"):
            return False
        key = fold(sheet.text[i])
        if singular(sheet.lower[i]) in self.roles and key not in self.known and not self._same_ent(i, i + 1 if i + 1 < len(sheet) else i):
            return False
        if sheet.ent[i] in NAME_LABELS or sheet.pos[i] == "PROPN":
            return True
        if key in self.known or key in self.places.countries or key in self.places.demonyms:
            return True
        if any(c.isupper() for c in sheet.text[i][1:]) and sheet.lower[i] not in self.lexicon["no_entity"]:
            return True
        following = i + 1
        return (
            following < len(sheet)
            and sheet.pos[i] in ("NOUN", "ADJ")
            and self._same_ent(i, following)
            and sheet.tag[following] in ("NNP", "NNPS")
            and sheet.text[following][0].isupper()
            and sheet.head[i] == sheet.head[following]
            and sheet.lower[i] not in self.lexicon["company_nouns"] | self.lexicon["title_prefixes"]
        )

    # --- runs ----------------------------------------------------------------------------------------------------

    def _run_end(self, start: int, end: int) -> int:
        i = start + 1
        while i < end:
            step = self._joins(start, i, end)
            if not step:
                break
            i += step
        return i

    def _joins(self, start: int, i: int, end: int) -> int:
        """How many tokens from `i` on belong to the run that began at `start`: 0 if it ends here."""
        sheet = self.sheet
        if self.skip[i] or sheet.sent[i] != sheet.sent[i - 1]:
            return 0
        if self.namey[i]:
            return 1 if sheet.space[i - 1] or sheet.text[i - 1] in "-&'’." else 0
        word, lower = sheet.text[i], sheet.lower[i]
        following = i + 1 < end and self.namey[i + 1]
        previous = sheet.lower[i - 1]
        if word in ("&", "+"):
            return 2 if following else 3 if i + 2 < end and sheet.text[i + 1].isspace() and self.namey[i + 2] else 0
        if word == "-" and not sheet.space[i - 1] and not sheet.space[i]:
            return self._hyphen(start, i, end)
        if lower == "'s":
            return 1 if previous == "people" or self._known_with(start, i + 1) else 0
        if word == ",":
            return self._comma(start, i, end)
        if lower in ("of", "for"):
            return self._of(start, i, end)
        if lower == "and":
            return self._and(start, i, end)
        if lower in self.lexicon["particles"] and following:
            return 2
        if lower in self.lexicon["particles"] and i + 2 < end and sheet.text[i + 1] == "-" and self.namey[i + 2]:
            return 3
        if word.isspace() and following:
            return 2
        if sheet.pos[i] == "NUM" and word.isdigit() and len(word) < 4:
            numbered = self.lexicon["facility_heads_named"] | {"expo", "channel", "phase", "unit", "model"}
            return 1 if previous in numbered or (self._same_ent(i - 1, i) and sheet.ent[i] in ("FAC", "EVENT", "PRODUCT")) else 0
        return 0

    def _same_ent(self, i: int, j: int) -> bool:
        span = self.sheet.ent_span.get(i)
        return bool(span) and self.sheet.ent_span.get(j) == span and self.sheet.ent[i] in NAME_LABELS

    def _known_with(self, start: int, end: int) -> bool:
        return fold(self.sheet.words(start, end)) in self.known or fold(self.sheet.words(end - 2, end)) in self.known

    def _hyphen(self, start: int, i: int, end: int) -> int:
        if i + 1 >= end:
            return 0
        if self.namey[i + 1]:
            left, right = fold(self.sheet.words(start, i)), fold(self.sheet.text[i + 1])
            parties = [key in self.known or key in self.places.country_of or key in self.places.demonyms for key in (left, right)]
            whole = fold(self.sheet.words(start, i + 2))
            return 2 if not all(parties) or whole in self.known or whole in self.places.country_of else 0
        closer = i + 2 < end and self.namey[i + 2]
        if closer and self.sheet.lower[i + 1] not in ("based", "owned", "backed", "led", "born", "listed", "headquartered", "made", "built"):
            return 2 if self.sheet.lower[i + 1] in ("tech", "speed", "end", "sector") or self._same_ent(i - 1, i + 1) else 0
        return 0

    def _comma(self, start: int, i: int, end: int) -> int:
        following = self.sheet.lower[i + 1] if i + 1 < end else ""
        if following in ("inc", "inc.", "ltd", "ltd.", "llc", "co.", "lp", "llp", "plc") and self.sheet.text[i + 1][0].isupper():
            return 2
        if self._in_ministry(start, i) and i + 1 < end and self.namey[i + 1] and self._list_closes(i + 1, end):
            return 2
        return 0

    def _in_ministry(self, start: int, i: int) -> bool:
        """Inside "Ministry of A, B and C" the commas and "and" belong to the name."""
        words = self.sheet.lower[start:i]
        return any(word in _PORTFOLIO_HEADS or word in ("federation", "council", "commission", "minister") for word in words) and (
            "of" in words or "for" in words
        )

    def _list_closes(self, i: int, end: int) -> bool:
        """A comma list of single capitalized nouns that ends with "and (the) Noun"."""
        for j in range(i, min(end, i + 8)):
            if self.sheet.lower[j] == "and":
                return True
            if not self.namey[j] and self.sheet.text[j] != ",":
                return False
        return False

    def _of(self, start: int, i: int, end: int) -> int:
        sheet = self.sheet
        skip = 2 if i + 1 < end and sheet.lower[i + 1] in ("the", "new") and not self.namey[i + 1] else 1
        target = i + skip
        if target >= end or not self.namey[target]:
            return 0
        words = set(sheet.lower[start:i])
        if words & {"minister", "president", "ceo", "governor", "mayor", "secretary", "director", "chairman", "chief", "head"}:
            return 0
        heads = self.lexicon["of_heads"] if sheet.lower[i] == "of" else self.lexicon["for_heads"]
        if fold(sheet.words(start, i)) in self.known:
            return 0
        if sheet.lower[i - 1] in heads or self._same_ent(i - 1, target):
            return skip + 1
        return 0

    def _and(self, start: int, i: int, end: int) -> int:
        sheet = self.sheet
        skip = 2 if i + 1 < end and sheet.lower[i + 1] == "the" else 1
        target = i + skip
        if target >= end or not self.namey[target] or (skip == 2 and not self._in_ministry(start, i)):
            return 0
        if self._in_ministry(start, i):
            stops = self._is_party(target)
            return 0 if stops else skip + 1
        last = target
        while last + 1 < end and self.namey[last + 1]:
            last += 1
        if last + 1 < end and sheet.lower[last + 1] in ("of", "for") and last > target:
            return 0
        ends_name = sheet.lower[last] == "office" or sheet.lower[last] in self.lexicon["company_suffixes"] | self.lexicon["government_heads"] | self.lexicon["organization_heads"]
        if self._known_with(start, target + 1) or fold(sheet.words(start, last + 1)) in self.known:
            return 2
        if sheet.lower[i - 1] in self.lexicon["company_forms"] or self._is_party(target):
            return 0
        if sheet.lower[i - 1] in self.lexicon["and_words"] and (ends_name or sheet.lower[last] in self.lexicon["and_words"]):
            return 2
        left = fold(sheet.words(start, i))
        if left in self.places.country_of and sheet.lower[last] in self.lexicon["organization_heads"] | self.lexicon["government_heads"] and last > target:
            return 2 if self._same_ent(i - 1, target) else 0
        if left in self.known or left in self.places.country_of or left in outlets():
            return 0
        return 2 if ends_name and self._same_ent(i - 1, target) and sheet.lower[i - 1] not in self.lexicon["company_suffixes"] else 0

    def _is_party(self, i: int) -> bool:
        """A known name starts here, so what stood before was another."""
        key = fold(self.sheet.text[i])
        return key in self.known or key in self.places.countries or self.sheet.lower[i] in ("ministry", "department")

    # --- cutting a run into names ---------------------------------------------------------------------------------

    def _cut(self, start: int, end: int, line_end: int) -> Iterator[Candidate]:
        pieces = list(self._at_titles(start, end))
        for number, (a, b, person) in enumerate(pieces):
            for first, last in self._at_entities(a, b) if not person else [(a, b)]:
                last_piece = number == len(pieces) - 1 and last == end
                candidate = self._candidate(first, last, line_end if last_piece else last, person)
                if candidate:
                    yield candidate

    def _at_titles(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """Parts of a run around its titles; what follows a title is a person.

        "Siemens Chief Executive Roland Busch" → "Siemens", then the person "Roland Busch".
        """
        titles, prefixes = self.lexicon["titles"], self.lexicon["title_prefixes"]
        last_title = -1
        for i in range(start, end):
            if self.sheet.lower[i] in titles and not self._title_in_name(i, start, end):
                last_title = i
        if last_title < 0:
            before = start > 0 and self.sheet.lower[start - 1] in titles | {"executive", "president"}
            plain = before and self.sheet.pos[start - 1] in ("NOUN", "PROPN") and self.sheet.sent[start - 1] == self.sheet.sent[start]
            yield start, end, plain and self.sheet.dep[start - 1] not in ("pobj", "dobj") and not self._form(start, end)
            return
        first = last_title
        while first > start and (
            self.sheet.lower[first - 1] in titles | prefixes or self.sheet.text[first - 1] in "-&" or self.sheet.lower[first - 1] == "and"
        ):
            first -= 1
        if first > start:
            yield start, first, False
        if last_title + 1 < end and self.sheet.lower[last_title + 1] not in ("of", "for"):
            yield last_title + 1, end, True

    def _title_in_name(self, i: int, start: int, end: int) -> bool:
        """"General" in "General Motors", "Attorney General's Office": no title."""
        if self.sheet.lower[i] in ("general", "head", "chief", "secretary", "executive", "director", "manager", "attorney", "lord", "lady", "king", "queen", "prince", "justice", "principal", "partner", "partners", "chair", "president", "reporter", "speaker", "commander", "officer", "chancellor"):
            if fold(self.sheet.words(i, min(end, i + 2))) in self.known or fold(self.sheet.words(start, end)) in self.known:
                return True
            return self.sheet.lower[i] == "general" and i + 1 < end and self.sheet.lower[i + 1] in (
                "administration", "motors", "electric", "dynamics", "assembly", "mills", "hospital", "office", "department", "directorate", "bureau", "authority", "atomics", "fusion", "services")
        return False

    def _at_entities(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Cut where NER sees a person after something else, where a demonym leads, and where a known name ends."""
        if end - start > 1 and fold(self.sheet.words(start, end)) not in self.known:
            for i in range(start + 1, end):
                span = self.sheet.ent_span.get(i)
                if span and span[0] == i and self.sheet.ent[i] == "PERSON" and span[1] == end and end - i >= 2 and self.sheet.ent[i - 1] in ("ORG", "GPE", "NORP"):
                    yield from self._at_demonym(start, i)
                    yield i, end
                    return
        yield from self._at_demonym(start, end)

    def _at_demonym(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        for size in (2, 1):
            if start + size > end:
                continue
            key = fold(self.sheet.words(start, start + size))
            if key in self.places.demonyms:
                rest = end - start - size
                if not rest:
                    yield start, end
                elif self._demonym_stays(start, end):
                    yield start, end
                else:
                    yield start, start + size
                    yield start + size, end
                return
        yield start, end

    def _demonym_stays(self, start: int, end: int) -> bool:
        """"British Airways", "Indian Railways", "Chinese Academy of Sciences": the demonym belongs to the name."""
        if fold(self.sheet.words(start, end)) in self.known:
            return True
        span = self.sheet.ent_span.get(start)
        lexicon_ = self.lexicon
        heads = lexicon_["government_heads"] | lexicon_["organization_heads"] | lexicon_["company_suffixes"] | lexicon_["event_heads"]
        words = self.sheet.lower[start + 1 : end]
        return bool(heads & set(words)) and (len(words) > 1 or (span is not None and span[1] >= end))

    # --- candidates -----------------------------------------------------------------------------------------------

    def _candidate(self, start: int, end: int, line_end: int, person: bool) -> Candidate | None:
        sheet = self.sheet
        while start < end and sheet.lower[start] in ("the", "a", "an", "and", "of", "&", "-", "at", "in", "for", "on", "its", "our", "by") and not (
            sheet.lower[start] == "the" and fold(sheet.words(start, end)) in self.known
        ):
            start += 1
        while end > start and (sheet.text[end - 1] in ",-&+'’" or sheet.lower[end - 1] in ("'s", "of", "and", "for", "the", "de")):
            if sheet.lower[end - 1] == "'s" and self._known_with(start, end):
                break
            end -= 1
        if start >= end:
            return None
        name = sheet.words(start, end)
        key = fold(name)
        if person:
            return Candidate(start, end, name, EntityType.PERSON, "pattern", titled=True)
        extended = self._extend(start, end, line_end, key)
        if extended:
            return extended
        if not self._is_entity(start, end, key):
            return None
        known = self.known.get(key)
        if known:
            return Candidate(start, end, name, None, "gazetteer")
        place = key in self.places.country_of
        source = "gazetteer" if place and (key in self.places.countries or key in self.places.regions) else ""
        source = source or ("ner" if sheet.ent[start] in NAME_LABELS or sheet.ent[end - 1] in NAME_LABELS else "pattern")
        return Candidate(start, end, name, self._form(start, end), source, self._government_base(start, end))

    def _extend(self, start: int, end: int, line_end: int, key: str) -> Candidate | None:
        """Take in lower-case heads: "Hebei provincial government", "Pingshan district", "Adani group"."""
        sheet = self.sheet
        stop = end
        while stop < line_end and sheet.lower[stop] in _GOVERNMENT_ADJECTIVES and stop - end < 3:
            stop += 1
        if stop < line_end and sheet.lower[stop] in _GOVERNMENT_TAILS and sheet.pos[stop] in ("NOUN", "PROPN", "ADJ"):
            if self._next_is_noun(stop, line_end) and sheet.lower[stop + 1] in ("office", "agency"):
                stop += 1
            is_place = key in self.places.country_of or key in self.places.demonyms or sheet.ent[start] in ("GPE", "LOC", "NORP")
            if is_place or stop > end:
                base = sheet.words(start, end)
                simple = sheet.lower[stop] in ("government", "authorities", "officials", "administration", "regulators", "lawmakers", "municipality")
                return Candidate(start, stop + 1, sheet.words(start, stop + 1), EntityType.GOVERNMENT, "pattern", base if simple else None)
        if end < line_end and sheet.lower[end] in _PLACE_TAILS and key not in self.places.demonyms and sheet.lower[end] != "airport":
            adjective = end + 1 < line_end and sheet.lower[end + 1] in _GOVERNMENT_TAILS
            if not adjective and key not in self.known and not self._next_is_noun(end, line_end):
                return Candidate(start, end + 1, sheet.words(start, end + 1), EntityType.PLACE, "pattern")
        if end < line_end and sheet.lower[end] == "group" and sheet.ent[start] in ("ORG", "PERSON", "GPE") and key not in self.places.country_of and not self._next_is_noun(end, line_end) and key not in self.places.demonyms:
            return Candidate(start, end + 1, sheet.words(start, end + 1), EntityType.COMPANY, "pattern")
        return None

    def _next_is_noun(self, i: int, line_end: int) -> bool:
        return i + 1 < line_end and self.sheet.pos[i + 1] in ("NOUN", "PROPN") and self.sheet.dep[i] == "compound"

    def _government_base(self, start: int, end: int) -> str | None:
        """Place named by a capitalized government ("Chongqing Municipal Government" → "Chongqing")."""
        if self.sheet.lower[end - 1] not in ("government", "authorities", "administration"):
            return None
        stop = end - 1
        while stop > start and (self.sheet.lower[stop - 1] in _GOVERNMENT_ADJECTIVES or self.sheet.lower[stop - 1] in ("people", "'s")):
            stop -= 1
        return self.sheet.words(start, stop) if stop > start else None

    def _form(self, start: int, end: int) -> EntityType | None:
        """The type that the words of a name show."""
        words, lex = self.sheet.lower[start:end], self.lexicon
        first, last = words[0], words[-1]
        if last in lex["person_suffixes"] and len(words) > 1 and not last.startswith("i"):
            return EntityType.PERSON
        if len(words) > 1 and last in lex["company_forms"]:
            return EntityType.COMPANY
        heads = [w for j, w in enumerate(words) if j == len(words) - 1 or words[j + 1] in ("of", "for", "on", "in")]
        if first in ("ministry", "department", "bureau", "court", "directorate", "secretariat") or set(heads) & lex["government_heads"] and len(words) > 1:
            return EntityType.GOVERNMENT
        if len(words) > 1:
            if set(heads) & (lex["event_heads"] - {"dialogue"}) and last not in ("center", "centre"):
                return EntityType.EVENT
            if first in _LEADING_HEADS and words[1] == "of" or (last in lex["place_heads"] and last not in ("sea",)):
                return EntityType.FACILITY if first == "port" else EntityType.PLACE
            if set(heads) & lex["organization_heads"]:
                return EntityType.ORGANIZATION
            if last in lex["company_suffixes"]:
                return EntityType.COMPANY
            if last in lex["facility_heads_named"] or (last.isdigit() and words[-2] in lex["facility_heads_named"]) or first in ("port",):
                return EntityType.FACILITY
        return None

    def _is_entity(self, start: int, end: int, key: str) -> bool:
        sheet, lex = self.sheet, self.lexicon
        if key in self.known or key in self.places.country_of:
            return True
        words = sheet.lower[start:end]
        if words[-1] in lex["no_entity_heads"] and not (len(words) == 1 and sheet.ent[start] in ("ORG", "GPE", "PERSON")):
            return False
        if len(words) == 1:
            word = sheet.text[start]
            if word.endswith("s") and fold(word[:-1]) in self.places.demonyms:
                return False
            if words[0] in lex["no_entity"] or words[0] in lex["titles"] | lex["title_prefixes"]:
                return False
            if not any(c.isalpha() for c in word) or len(word) < 2 or (word[0].isdigit() and sheet.ent[start] not in ("ORG", "PRODUCT")):
                return False
            if sheet.ent[start] in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE", "LAW") and sheet.ent_span[start][1] > end:
                return False
            if sheet.tag[start] not in ("NNP", "NNPS") and sheet.ent[start] not in NAME_LABELS and sheet.pos[start] != "PROPN":
                return False
        return not all(w in lex["no_entity"] or w in lex["title_prefixes"] or w in lex["titles"] for w in words)

    # --- lower-case names -------------------------------------------------------------------------------------------

    def _lower_pattern(self, i: int, end: int) -> Candidate | None:
        """"state of Bahia", "port of Colombo", "ministry of communications and information technology", "finance ministry"."""
        sheet = self.sheet
        if self.skip[i] or self.namey[i] or sheet.pos[i] not in ("NOUN", "PROPN", "ADJ"):
            return None
        lower = sheet.lower[i]
        if i + 2 < end and lower in _LEADING_HEADS and sheet.lower[i + 1] == "of" and self.namey[i + 2]:
            stop = self._run_end(i + 2, end)
            if not self._form(i + 2, stop) and self._leads_place(i, stop):
                kind = EntityType.FACILITY if lower == "port" else EntityType.PLACE
                return Candidate(i, stop, sheet.words(i, stop), kind, "pattern", sheet.words(i + 2, stop) if kind is EntityType.PLACE else None)
        if lower in ("ministry", "department") and i + 2 < end and sheet.lower[i + 1] in ("of", "for"):
            stop = self._portfolio_end(i + 2, end)
            if stop > i + 2:
                return Candidate(i, stop, sheet.words(i, stop), EntityType.GOVERNMENT, "pattern")
        if lower in self.lexicon["title_prefixes"] | self.lexicon["and_words"] and i + 1 < end:
            stop = i
            while stop + 1 < end and sheet.lower[stop + 1] in self.lexicon["title_prefixes"] | self.lexicon["and_words"] | {"and"}:
                stop += 1
            if stop + 1 < end and sheet.lower[stop + 1] in ("ministry", "department", "bureau") and lower not in ("state", "former", "first", "second", "new"):
                return Candidate(i, stop + 2, sheet.words(i, stop + 2), EntityType.GOVERNMENT, "pattern")
        return None

    def _leads_place(self, i: int, stop: int) -> bool:
        """Not "a district of Guangzhou" or "cloud region of Microsoft": there the noun is another thing's."""
        sheet = self.sheet
        if fold(sheet.words(i + 2, stop)) in self.known:
            return False
        if i and (sheet.lower[i - 1] in ("a", "an", "another", "its", "this") or sheet.dep[i - 1] in ("compound", "nummod") and sheet.head[i - 1] == i):
            return False
        return sheet.lower[i] not in ("district", "county", "town", "village", "region") or sheet.dep[i] not in ("appos", "attr")

    def _portfolio_end(self, i: int, end: int) -> int:
        """End of the nouns that name a ministry's field."""
        sheet, last = self.sheet, i
        j = i
        while j < end and (sheet.lower[j] in self.lexicon["and_words"] | self.lexicon["title_prefixes"] or sheet.lower[j] in ("and", ",", "the", "affairs") or self.namey[j]):
            if sheet.lower[j] not in ("and", ",", "the"):
                last = j + 1
            elif j + 1 < end and sheet.lower[j + 1] not in self.lexicon["and_words"] | self.lexicon["title_prefixes"] | {"the", "and"} and not self.namey[j + 1]:
                break
            j += 1
        return last

    # --- headlines in title case --------------------------------------------------------------------------------------

    def _title_line(self, start: int, end: int, seen: set[str]) -> Iterator[Candidate]:
        """Only names known from elsewhere: capitals tell nothing in a line that capitalizes every word."""
        sheet = self.sheet
        sizes = longest_known()
        firsts: dict[str, int] = {}
        for name in seen:
            words = name.split()
            firsts[words[0]] = max(firsts.get(words[0], 0), len(words) + name.count("'") + 2 * name.count("-"))
        i = start
        while i < end:
            stop = self._known_stop(i, end, seen, max(firsts.get(sheet.text[i], 0), sizes.get(sheet.lower[i], 0), 1))
            if stop and not self.skip[i]:
                yield Candidate(i, stop, sheet.words(i, stop), None, "gazetteer")
                i = stop
            else:
                i += 1

    def _known_stop(self, i: int, end: int, seen: set[str], longest: int) -> int:
        if not self.sheet.text[i][0].isalnum() or self.sheet.pos[i] in ("VERB", "AUX", "ADP"):
            return 0
        for size in range(min(longest + 2, end - i), 0, -1):
            name = self.sheet.words(i, i + size)
            key = fold(name)
            if name in seen or key in self.known or key in self.places.countries or key in self.places.regions or key in self.places.demonyms:
                return i + size
            if size == 1 and self.places.population.get(key, 0) > 300_000 and self.sheet.ent[i] in ("GPE", "LOC"):
                return i + 1
        return 0
