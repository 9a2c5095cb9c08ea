"""Which tokens of an article look like parts of names, before any of them is joined to a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.en.body_openers import opens_body
from kg.extract.en.boilerplate import Layout
from kg.extract.en.dictionary import is_invented
from kg.extract.en.gazetteer import Known, Places, fold, longest_known, organizations, places
from kg.extract.en.lexicon import Lexicon, lexicon, singular, word_set
from kg.extract.en.office_owners import office_behind
from kg.extract.en.sheet import Sheet
from kg.model import EntityType

NAME_LABELS = frozenset({"ORG", "GPE", "LOC", "PERSON", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
_ORG_LABELS = frozenset({"ORG", "FAC", "EVENT", "PERSON", "GPE"})
_OFFICERS = word_set("ceo cfo coo cto executive chairman chairwoman director president officer boss")
_OFFICER = _OFFICERS | word_set("chief managing non - vice senior finance financial operating technology")
_LONGEST_OFFICE = 5
_OPENERS = frozenset("“\"'‘•*▪·>")
QUOTES = frozenset("“”\"'‘’")
_LONGEST_QUOTED_NAME = 5
_FUNCTION_POS = frozenset({"DET", "PRON", "ADP", "SCONJ", "CCONJ", "AUX", "PART", "INTJ"})
_CODE = re.compile(
    r"^(?:\d[\d.,]*[A-Za-z%]*|[A-Z]{1,3}\d+(?:bn?|bil|mn?|mil|m|k)?|[A-Z]{1,4}-?\d+[\w-]*-\w*|[A-Z]{1,4}-\d+\w*|[A-Z]{2,4}-[A-Z]{1,3}|[A-Z]{2,6}[a-z]?\.[A-Z]{1,2})$"
)
_LAST_WORDS = frozenset({"lng", "ai", "tv"})
_INITIAL = re.compile(r"^[A-Z]\.?$")
_CONSONANTS = re.compile(r"^[b-df-hj-np-tv-xz]{3,5}$")
_PAIR = re.compile(r"^[b-df-hj-np-tv-xz]{2}$")
NUMBERED_NAME = re.compile(r"^\d+[A-Z][a-z]{2,}")
_HUMPED_PAIR = re.compile(r"^[a-z]{2,5}[A-Z][a-z]{2,}$")
"""As in "easyFerry", whatever the parser takes it for."""
_GLUED = re.compile(r"^[a-z]{5,}[A-Z]")
"""Two words without a space between them, as in "successfulCarbon"."""
_TICKER = re.compile(r"(?:[A-Z][\w.]*(?: [A-Z]\w*){0,2} ?: ?[A-Z0-9][A-Z0-9.]{0,9}(?:[,;/ ]| and )*)+")
_LONGEST_TICKER = 16
_LONGEST_NUMBER = 5
_TRADE_MARKS = frozenset("®™")
_PARTNERS = word_set("company co sons bros brothers partners associates")
_UNITS = word_set(
    """kwh mwh gwh twh kwp mwp gwp bbl mbps gbps tbps kbps bhp rpm sqft sqm pct mph kph kmh pcs lbs cms hrs mths yrs
    qtr tbd html"""
)
_FIRMS = word_set("""firm startup company maker provider carrier airline lender bank operator retailer utility brand
    chain partner rival subsidiary parent developer contractor supplier insurer giant""")
_BEFORE_FIRMS = _FIRMS | {"based"}
_KIN = frozenset({"parent", "owner", "affiliate", "subsidiary", "unit", "arm"})
_HELD = frozenset({"owned", "headquartered", "acquired"})
_ODD = frozenset("$@()[]{}<>|=")
_COMPOUND = re.compile(
    r"-(?:based|owned|backed|led|born|listed|headquartered|made|built|style|wide|era)$", re.IGNORECASE
)


@dataclass(slots=True)
class Marks:
    """A sheet with what is known of its tokens before names are built.

    Attributes:
        skip: Tokens that hold no news.
        namey: Tokens that may be part of a name.
        ordinary: Words that the article also writes in lower case.
        inside: Words that the article capitalizes inside of sentences.
        brands: Names that the article writes in lower case ("stc").
    """

    sheet: Sheet
    layout: Layout
    lexicon: Lexicon
    known: dict[str, Known]
    places: Places
    skip: list[bool]
    namey: list[bool]
    ordinary: frozenset[str]
    inside: frozenset[str] = frozenset()
    brands: frozenset[str] = frozenset()

    def key(self, start: int, end: int) -> str:
        """Folded text of a token range."""
        return fold(self.sheet.words(start, min(end, len(self.sheet))))

    def same_ent(self, i: int, j: int) -> bool:
        """Whether NER puts two tokens into one name."""
        span = self.sheet.ent_span.get(i)
        return bool(span) and self.sheet.ent_span.get(j) == span and self.sheet.ent[i] in NAME_LABELS

    def ends_with_head(self, i: int) -> bool:
        """Whether a name that ends with token `i` shows its type."""
        lex, word = self.lexicon, self.sheet.lower[i]
        return (
            word == "office"
            or word in lex["company_suffixes"]
            or word in lex["government_heads"]
            or word in lex["organization_heads"]
        )


def read_marks(sheet: Sheet, layout: Layout) -> Marks:
    """Mark the tokens of a document, line by line."""
    skip = [False] * len(sheet)
    for start, end in layout.skipped:
        skip[start:end] = [True] * (end - start)
    ordinary = frozenset(word for word in sheet.text if word.islower() and len(word) > 2)
    for start, end in _tickers(sheet):
        skip[start:end] = [True] * (end - start)
    marks = Marks(sheet, layout, lexicon(), organizations(), places(), skip, [False] * len(sheet), ordinary)
    reader = _Reader(marks)
    marks.inside = reader.capitals_inside()
    marks.brands = reader.lower_case_brands()
    for number, (start, end) in enumerate(sheet.lines):
        if number not in layout.title_case:
            for i in range(start, end):
                word = sheet.text[i]
                plain = word == sheet.lower[i] and word not in marks.brands and not word[0].isdigit()
                marks.namey[i] = not plain and not skip[i] and reader.is_namey(i, start)
    return marks


def _tickers(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Where an exchange and a code stand in parentheses: "(NYSE: ORB; TSX: ORB)"."""
    for i, word in enumerate(sheet.text):
        if word != "(":
            continue
        end = next((j for j in range(i, min(len(sheet), i + _LONGEST_TICKER)) if sheet.text[j] == ")"), i)
        if end > i and _TICKER.fullmatch(sheet.words(i + 1, end)):
            yield i, end


_DAY_NAMES = frozenset({"sunday", "monday", "friday", "saturday"})
"""Days that persons are called after."""


class _Reader:
    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.sheet = marks.sheet
        lists = ("company_nouns", "person_nouns", "government_nouns", "group_nouns")
        self.roles = frozenset[str]().union(*(marks.lexicon[name] for name in lists)) - marks.lexicon["titles"]

    def is_namey(self, i: int, line_start: int) -> bool:
        word, lower = self.sheet.text[i], self.sheet.lower[i]
        first = word[0]
        if word in self.marks.brands:
            return True
        if first.isdigit() and len(word) < _LONGEST_NUMBER and self._opens_organization(i):
            return True
        if word == lower or not first.isalnum() or not any(c.isupper() for c in word) or not _ODD.isdisjoint(word):
            return False
        if self._is_initial(i):
            return True
        if lower in self.marks.lexicon["no_entity"] and not self._in_longer_name(i) and not self._ends_name(i):
            return self._is_middle_name(i)
        if _GLUED.match(word) or self._is_product(i):
            return False
        if len(word) > 2 and not word.isalpha() and self._is_code(word, lower) and not self._opens_organization(i):
            return False
        if not (first.isupper() or first.isdigit()):
            return self.sheet.pos[i] in ("PROPN", "NOUN", "ADJ", "VERB") or bool(_HUMPED_PAIR.match(word))
        if self._starts_sentence(i, line_start):
            return self._owns_office(i) or self._name_at_start(i)
        return self.sheet.pos[i] != "PRON" or len(word) > 2

    def _is_product(self, i: int) -> bool:
        """As in "AdWave® Zero Tech", where a registered name is but a part of a longer one."""
        behind = self.sheet.text[i + 1 : i + 3]
        return len(behind) == 2 and behind[0] in _TRADE_MARKS and behind[1][0].isupper()

    def _is_initial(self, i: int) -> bool:
        """One of two or more initials before a surname ("D K Hotra")."""
        text = self.sheet.text
        first, last = i, i
        while first > 0 and _INITIAL.match(text[first - 1]):
            first -= 1
        while last + 1 < len(text) and _INITIAL.match(text[last]):
            last += 1
        named = first <= i < last and len(text[last]) > 2 and text[last].istitle()
        return named and (last - first > 1 or self._opens_firm(last))

    def _opens_firm(self, i: int) -> bool:
        """Whether "& Company" or "and Sons" stands behind a word."""
        behind = self.sheet.lower[i + 1 : i + 3]
        return len(behind) == 2 and behind[0] in ("&", "and") and behind[1].rstrip(".") in _PARTNERS

    def _ends_name(self, i: int) -> bool:
        """As in "Golden Pass LNG" and "Orbico AI", not in "Orbico AI tools"."""
        sheet = self.sheet
        if sheet.lower[i] not in _LAST_WORDS or i == 0 or not sheet.space[i - 1] or not self.marks.namey[i - 1]:
            return False
        behind = sheet.text[i + 1 : i + 2]
        return (
            sheet.lower[i] == "lng" or not behind or not behind[0][0].isalnum() or sheet.pos[i + 1] in ("VERB", "AUX")
        )

    def _is_code(self, word: str, lower: str) -> bool:
        """Model numbers, quantities and "U.S.-based" are no names."""
        listed = lower in self.marks.known or NUMBERED_NAME.match(word)
        return not listed and bool(_CODE.match(word) or _COMPOUND.search(word))

    def _opens_organization(self, i: int) -> bool:
        """As in "L-3 Communications", where NER sees an organization that begins with the code."""
        span = self.sheet.ent_span.get(i)
        if not span or self.sheet.ent[i] != "ORG" or span[0] != i or span[1] - i < 2:
            return False
        return (
            self.sheet.lower[span[1] - 1] in self.marks.lexicon["company_suffixes"]
            and self.sheet.text[i][0].isalnum()
            and any(letter.isalpha() for letter in self.sheet.text[i])
        )

    def _is_middle_name(self, i: int) -> bool:
        """The "Sunday" of "Mr. Musa Sunday Thomas": a day between a person's first name and surname."""
        sheet = self.sheet
        if sheet.lower[i] not in _DAY_NAMES or not 1 < i < len(sheet) - 1:
            return False
        named = sheet.text[i - 1].istitle() and sheet.text[i + 1].istitle() and sheet.sent[i - 1] == sheet.sent[i + 1]
        addressed = sheet.lower[i - 2] in ("mr", "mr.", "mrs", "mrs.", "dr", "dr.", "engr.", "alhaji", "cp", "prof.")
        return named and (addressed or sheet.ent[i - 1] == "PERSON" == sheet.ent[i + 1])

    def _in_longer_name(self, i: int) -> bool:
        """A word such as "Internet" or "AI" counts only within a NER span that has other capitals."""
        sheet = self.sheet
        span = sheet.ent_span.get(i)
        if not span or span[1] - span[0] < 2 or sheet.ent[i] not in _ORG_LABELS:
            return False
        no_entity = self.marks.lexicon["no_entity"]
        return any(j != i and sheet.text[j][0].isupper() and sheet.lower[j] not in no_entity for j in range(*span))

    def capitals_inside(self) -> frozenset[str]:
        """Words with a capital where no sentence begins, in lines that do not capitalize every word."""
        found: set[str] = set()
        for number, (start, end) in enumerate(self.sheet.lines):
            if number in self.marks.layout.title_case:
                continue
            for i in range(start + 1, end):
                if self.sheet.text[i][0].isupper() and not self._starts_sentence(i, start):
                    found.add(self.sheet.text[i])
        return frozenset(found)

    def lower_case_brands(self) -> frozenset[str]:
        """Words without a vowel that stand where a name does: "stc signed", "stc Group"; of two letters known ones.

        And words of no dictionary that are called a firm: "Gdansk-based ovarview", "the start-up ovarview".
        """
        possible = {word for word in set(self.sheet.text) if self._may_be_brand(word)}
        return frozenset(
            word
            for i, word in enumerate(self.sheet.text)
            if (word in possible or (i and self.sheet.lower[i - 1] in _BEFORE_FIRMS))
            and word.islower()
            and word not in _UNITS
            and ((word in possible and self._acts_as_name(i)) or self._is_called_firm(i))
        )

    def _is_called_firm(self, i: int) -> bool:
        sheet = self.sheet
        based = i > 2 and sheet.lower[i - 1] == "based" and sheet.text[i - 2] == "-"
        firm = i > 1 and sheet.lower[i - 1] in _FIRMS and sheet.pos[i - 1] == "NOUN"
        noun = sheet.pos[i] in ("NOUN", "PROPN") or sheet.tag[i + 1 : i + 2] == ["VBN"]  # "carrier ovarview | ordered"
        if not (based or firm) or not noun or sheet.tag[i] == "NNS":
            return False
        return sheet.dep[i] not in ("compound", "amod") and is_invented(sheet.text[i], sheet.doc.vocab)

    def _may_be_brand(self, word: str) -> bool:
        known = self.marks.known.get(word)
        if known and known.type is EntityType.COMPANY and is_invented(word, self.sheet.doc.vocab):
            return True
        return bool(_CONSONANTS.match(word)) or (bool(_PAIR.match(word)) and known is not None)

    def _acts_as_name(self, i: int) -> bool:
        sheet = self.sheet
        if sheet.pos[i] not in ("NOUN", "PROPN") or (i and not sheet.space[i - 1]):
            return False
        if (
            i
            and (sheet.pos[i - 1] in ("NUM", "DET", "ADJ") or not sheet.text[i - 1][0].isalnum())
            and sheet.lower[i - 1] != ","
        ):
            return False
        return sheet.dep[i] in ("nsubj", "nsubjpass", "pobj", "dobj", "poss", "conj", "compound") and not sheet.ent[
            i
        ].endswith(("CARDINAL", "QUANTITY", "MONEY"))

    def _starts_sentence(self, i: int, line_start: int) -> bool:
        if i == line_start or self.sheet.sent[i] != self.sheet.sent[i - 1]:
            return True
        return self.sheet.text[i - 1] in _OPENERS and not self._quoted_name(i, line_start)

    def _quoted_name(self, i: int, line_start: int) -> bool:
        """As in "to create 'Television Sur', a network": a few capitals in quotation marks inside of a sentence."""
        text, j = self.sheet.text, i
        if i - 1 <= line_start or self.sheet.sent[i - 2] != self.sheet.sent[i] or text[i - 1] not in QUOTES:
            return False
        while j < len(text) and j - i < _LONGEST_QUOTED_NAME and text[j][0].isupper():
            j += 1
        return j < len(text) and j > i and text[j] in QUOTES

    def _owns_office(self, i: int) -> bool:
        """A town or a word of no dictionary before an office and its holder: "| PureLiFi chief executive Dana Holm"."""
        place = fold(self.sheet.text[i]) in self.marks.places.country_of
        owner = place or is_invented(self.sheet.text[i], self.sheet.doc.vocab)
        return owner and bool(office_behind(self.sheet, i + 1))

    def _name_at_start(self, i: int) -> bool:
        """A capital at the start of a sentence shows a name only if something else does too."""
        sheet, marks = self.sheet, self.marks
        if sheet.pos[i] in _FUNCTION_POS:
            return False
        key = fold(sheet.text[i])
        following = i + 1 if i + 1 < len(sheet) else i
        if key in marks.known or key in marks.places.countries or key in marks.places.demonyms:
            return True
        if key in marks.places.regions and sheet.lower[i] not in marks.ordinary and sheet.tag[i].startswith("JJ"):
            return True
        if self._opens_known_name(i) or opens_body(sheet, i):
            return True
        joined = following != i and marks.same_ent(i, following)
        if self._seat_or_bureau(i, key):
            return True
        known_name = sheet.text[i] in marks.inside and sheet.lower[i] in marks.lexicon["nouns_that_name"]
        if singular(sheet.lower[i]) in self.roles and not joined and not known_name:
            return False
        if sheet.lower[i] in marks.ordinary and not joined:
            return False
        if sheet.text[i] in marks.inside or joined:
            bare = sheet.dep[i] in ("nsubj", "nsubjpass", "poss") and not set(sheet.children[i]) - {i + 1}
            acronym = sheet.text[i].isupper() and len(sheet.text[i]) > 1
            return sheet.ent[i] in NAME_LABELS or sheet.pos[i] == "PROPN" or joined or bare or acronym
        if sheet.pos[i] == "PROPN" and (sheet.ent[i] in NAME_LABELS or self._opens_name(i)):
            return True
        if sheet.ent[i] in NAME_LABELS - {"NORP"} and sheet.tag[i] not in ("NN", "NNS", "JJ", "JJR", "VBG"):
            return True
        if any(c.isupper() for c in sheet.text[i][1:]) and sheet.lower[i] not in marks.lexicon["no_entity"]:
            return True
        return self._is_invented_party(i) or self._has_officer(i)

    def _is_invented_party(self, i: int) -> bool:
        """A word of no dictionary without article or adjective, as party of a verb or owner: "Zentrix won"."""
        sheet = self.sheet
        if sheet.dep[i] not in ("nsubj", "nsubjpass", "poss") or any(c < i for c in sheet.children[i]):
            return False
        return sheet.lower[i] not in self.marks.lexicon["no_entity"] and is_invented(sheet.text[i], sheet.doc.vocab)

    def _has_officer(self, i: int) -> bool:
        """As in "Zentrix chief executive Jane Doe": a word of no dictionary before an office and its holder."""
        sheet, j = self.sheet, i + 1
        while j < len(sheet) and j - i <= _LONGEST_OFFICE and sheet.lower[j] in _OFFICER:
            j += 1
        held = i + 1 < j < len(sheet) and sheet.lower[j - 1] in _OFFICERS and sheet.text[j][0].isupper()
        return held and is_invented(sheet.text[i], sheet.doc.vocab)

    def _opens_known_name(self, i: int) -> bool:
        """As in "Transport for London": a known name of several words."""
        longest = longest_known().get(self.sheet.lower[i], 0)
        return any(self.marks.key(i, i + size) in self.marks.known for size in range(2, longest + 1))

    def _seat_or_bureau(self, i: int, key: str) -> bool:
        """As in "Gdansk-based Orbico", "Wavelet parent Orbico", "Wavelet is owned by …", "Bureau Veritas"."""
        sheet, after = self.sheet, self.sheet.lower[i + 1 : i + 3]
        if after and after[0] in _KIN and sheet.tag[i] in ("NN", "NNP") and sheet.dep[i] == "compound":
            return sheet.lower[i] not in self.marks.ordinary and not sheet.children[i] and self._name_follows(i + 2)
        if after == ["-", "based"] and not sheet.space[i]:
            return key in self.marks.places.country_of
        if len(after) == 2 and after[0] in ("is", "was") and after[1] in _HELD and sheet.tag[i] in ("NN", "NNP"):
            return sheet.dep[i] == "nsubjpass" and not sheet.children[i] and sheet.lower[i] not in self.marks.ordinary
        return sheet.lower[i] == "bureau" and after[:1] != ["of"] and sheet.tag[i + 1 : i + 2] == ["NNP"]

    def _name_follows(self, i: int) -> bool:
        return (
            i < len(self.sheet)
            and self.sheet.tag[i] in ("NNP", "NNPS")
            and self.sheet.sent[i] == self.sheet.sent[i - 1]
        )

    def _opens_name(self, i: int) -> bool:
        """A proper noun that is a subject by itself or the first word of a longer proper noun."""
        sheet = self.sheet
        if sheet.dep[i] in ("nsubj", "nsubjpass", "poss"):
            return True
        following = i + 1
        return (
            following < len(sheet)
            and sheet.tag[following] in ("NNP", "NNPS")
            and sheet.sent[following] == sheet.sent[i]
        )
