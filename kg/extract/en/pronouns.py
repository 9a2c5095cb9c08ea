"""Pronouns: "it", "its", "he", "they", and the relative "which" and "who"."""

from __future__ import annotations

from bisect import bisect_left

from kg.extract.en.annotation import PARTIES
from kg.extract.en.context import Context, Reference, pronoun
from kg.extract.en.discourse import Mentioned
from kg.extract.en.lexicon import singular, word_set
from kg.extract.en.main_clauses import WANTED, MainClauses
from kg.extract.en.pleonastic import is_pleonastic
from kg.extract.en.plural_pronouns import PluralPronouns
from kg.extract.en.possessives import Possessives
from kg.extract.en.syntax import lemma_of
from kg.model import EntityType as T

_RELATIVE = word_set("which who whose that whom")
_IT = word_set("it its itself")
_HE = word_set("he she his her him")
_SHE = frozenset({"she", "her", "hers"})
_MEN = frozenset({"mr", "sir", "lord", "king", "prince", "congressman", "chairman"})
_WOMEN = frozenset({"mrs", "ms", "miss", "dame", "lady", "queen", "princess", "congresswoman", "chairwoman"})
_STYLES = (["excellency"], ["highness"], ["majesty"], ["worship"], ["lordship"])
"""Behind "his" in a form of address: "His Excellency Jan Kos"."""
_THEY = word_set("they their them")
_SEATS = word_set("headquarters hq headquarter hub base plant factory campus seat office lab laboratory warehouse")
_TRIED = word_set("sentence convict arrest charge arraign indict jail try acquit extradite")
_TRIERS = word_set("judge justice magistrate attorney prosecutor da")
_PAYS = word_set("pay settle owe comply appeal")
_GIVES = word_set("give grant issue")
_SUBJECTS = ("nsubj", "nsubjpass")


class Pronouns:
    """Resolves pronouns by subject, number and type."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.sheet = context.sheet
        self.discourse = context.discourse
        self.clauses = MainClauses(context)
        self.lexicon = context.lexicon
        self.possessives = Possessives(context)
        self.plurals = PluralPronouns(context)
        self._female: dict[int, bool] = {}

    def resolve(self, i: int) -> Reference | None:
        """The reference of a pronoun token other than "we"."""
        word = self.sheet.lower[i]
        if word in _RELATIVE:
            return self._relative(i)
        if word in _IT:
            return self._it(i, word)
        if word in _HE:
            return None if self.sheet.lower[i + 1 : i + 2] in _STYLES else self._he(i)
        return self.plurals.resolve(i) if word in _THEY else None

    def _relative(self, i: int) -> Reference | None:
        """The noun that the relative clause modifies."""
        sheet, clause = self.sheet, i
        for _ in range(6):
            clause = sheet.head[clause]
            if sheet.dep[clause] in ("relcl", "acl") or sheet.head[clause] == clause:
                break
        if sheet.dep[clause] != "relcl":
            return None
        antecedent = sheet.head[clause]
        nearest = self._person_before(i) if sheet.lower[i] == "who" else None
        if nearest is not None and antecedent < nearest.start:
            antecedent = nearest.head
        for m in self.context.sentence(i):
            if m.start <= antecedent < m.end <= i or self._is_apposed(m, antecedent, i):
                return pronoun(i, m.entity, f"relative clause of “{sheet.words(m.start, m.end)}”", 0.9)
        return None

    def _is_apposed(self, name: Mentioned, noun: int, i: int) -> bool:
        """As in "Tandem's parent, Orbico, which …": the clause modifies a noun whose name stands right before it."""
        sheet = self.sheet
        apposed = sheet.dep[name.head] == "appos" and sheet.head[name.head] == noun
        return apposed and sheet.lower[i] == "which" and sheet.text[i - 1] == "," and name.end == i - 1

    def _person_before(self, i: int) -> Mentioned | None:
        """The person named right before ", who": nearer than what the parser may hang the clause on."""
        before = i - 1 if self.sheet.text[i - 1] == "," else i
        named = (m for m in self.context.sentence(i) if m.end == before)
        return next((m for m in named if self.context.type_of(m.entity) is T.PERSON), None)

    # --- it ----------------------------------------------------------------------------------------------------------

    def _it(self, i: int, word: str) -> Reference | None:
        if word == "it":
            if is_pleonastic(self.sheet, i, self.lexicon) or self._is_given(i):
                return None
            if self.sheet.dep[i] not in _SUBJECTS:
                return self._object_it(i)
        if word == "its" and self.possessives.is_decreed(i):
            return self._object_it(i, WANTED)
        if word == "its" and self.possessives.is_held(i):
            held = self.clauses.held_before(i)
            return None if held is None else pronoun(i, held, "what the sentence before speaks of", 0.7)
        beside = self.possessives.beside(i) if word == "its" else None
        if beside is not None and self.possessives.fits(i, beside):
            return pronoun(i, beside, "the name that it is joined to", 0.8)
        return self._by_subjects(i, word)

    def _by_subjects(self, i: int, word: str) -> Reference | None:
        """The subject of a clause above, beside or before."""
        found = self._subject_above(i, WANTED)
        if found is None and word == "its":
            country = self.possessives.ruled(i)
            if country is not None:
                return pronoun(i, country, "the country named before", 0.7)
            found = self._attributed(i)
        if found is None:
            found = self._subject_of_side_clause(i)
        if found is None and word == "its":
            found = self._subject_ahead(i)
        if found is None:
            found = self._subject_before(i)
        if word == "it" and found is not None and self._is_payer(i, found):
            found = self._only_company_so_far(i)
        if word == "its" and found is not None and not self.possessives.fits(i, found):
            return None
        return None if found is None else pronoun(i, found, "subject of the clause before", 0.75)

    def _is_payer(self, i: int, entity: int) -> bool:
        """As in "The court let Orbico return once it had paid its fines": no public body pays them."""
        sheet, verb = self.sheet, self.sheet.head[i]
        pays = sheet.dep[i] == "nsubj" and lemma_of(sheet.doc[verb]) in _PAYS
        return pays and self.context.type_of(entity) is T.GOVERNMENT

    def _only_company_so_far(self, i: int) -> int | None:
        before = (m.entity for m in self.context.sentence(i) if m.start < i)
        firms = {entity for entity in before if self.context.type_of(entity) is T.COMPANY}
        return firms.pop() if len(firms) == 1 else None

    def _is_given(self, i: int) -> bool:
        """As in "approval was needed, and the ministry was the last to give it": no party is given."""
        sheet, verb = self.sheet, self.sheet.head[i]
        return sheet.dep[i] == "dobj" and lemma_of(sheet.doc[verb]) in _GIVES

    def _attributed(self, i: int) -> int | None:
        """As in "The agency has fined Orbico, its head told reporters": the subject of what is told."""
        sheet, speaker = self.sheet, self.sheet.head[i]
        while sheet.dep[speaker] in ("compound", "appos") and sheet.head[speaker] != speaker:
            speaker = sheet.head[speaker]
        verb = sheet.head[speaker]
        if sheet.dep[speaker] != "nsubj" or sheet.lower[verb] not in self.lexicon["speech_words"]:
            return None
        told = next((c for c in sheet.children[verb] if sheet.dep[c] == "ccomp" and c < i), None)
        subjects = [] if told is None else [c for c in sheet.children[told] if sheet.dep[c] in _SUBJECTS]
        return self._party_of(subjects[0], i, PARTIES, set())[0] if subjects else None

    def _object_it(self, i: int, actors: frozenset[T] = PARTIES) -> Reference | None:
        """The only other party of the sentence, if the clause has an actor as its own subject."""
        own = self._subject_above(i, actors)
        before = [m for m in self.context.sentence(i) if m.start < i and m.role in ("subj", "obj")]
        others = {m.entity for m in before if self.context.type_of(m.entity) in PARTIES} - {own}
        if own is None:
            return None
        if not others and (firm := self._only_company_before(i, own)) is not None:
            return pronoun(i, firm, "the only company of the sentence before", 0.6)
        return pronoun(i, others.pop(), "the other party of the sentence", 0.6) if len(others) == 1 else None

    def _only_company_before(self, i: int, actor: int) -> int | None:
        """As in "Orbico broke the rules. The ministry has revoked its licence": whom a public body deals with."""
        if self.context.type_of(actor) not in (T.GOVERNMENT, T.PLACE):
            return None
        row = self.clauses.wanted_in(self.sheet.sent[i] - 1)
        parties = {m.entity for m in row if self.context.type_of(m.entity) in PARTIES} - {actor}
        firms = {e for e in parties if self.context.type_of(e) is T.COMPANY}
        return firms.pop() if len(firms) == 1 and len(parties) == 1 else None

    # --- subjects ------------------------------------------------------------------------------------------------

    def _mentions_of(self, token: int, before: int) -> list[Mentioned]:
        """Mentions whose head is `token`, coordinated with it, or its name in "Korean carmaker Orbico said that it"."""
        sheet, heads = self.sheet, [token]
        speaks = sheet.lower[sheet.head[token]] in self.lexicon["speech_words"]
        behind = token + 1 in self.context.named_at and any(sheet.dep[c] == "appos" for c in sheet.children[token])
        if speaks and (behind or self._is_loose_name(token + 1)):
            heads.append(token + 1)
        for head in heads:
            heads.extend(
                c for c in sheet.children[head] if sheet.dep[c] == "conj" and sheet.pos[c] in ("NOUN", "PROPN")
            )
        return [
            m for m in self.context.sentence(token) if m.start < before and any(m.start <= h < m.end for h in heads)
        ]

    def _is_loose_name(self, i: int) -> bool:
        """The name in "Danish pump maker Orbico said" that the parser hangs on the verb."""
        return i in self.context.named_at and self.sheet.dep[i] == "npadvmod" and self.sheet.pos[i - 1] == "NOUN"

    def _subject_above(self, i: int, wanted: frozenset[T]) -> int | None:
        """Subject of the nearest clause above the pronoun, or of its own clause for a possessive."""
        sheet, token = self.sheet, i
        described = self.context.described_around(i)
        for _ in range(14):
            above = sheet.head[token]
            if above == token or sheet.sent[above] != sheet.sent[i]:
                return None
            controlled = self._controller(token, above, i, wanted)
            if controlled is not None:
                return controlled
            token = above
            for subject in (c for c in sheet.children[token] if sheet.dep[c] in _SUBJECTS and c < i):
                if self._is_made_home(subject, i):
                    continue
                found, ends = self._party_of(subject, i, wanted, described)
                if found is not None or ends:
                    return found
            if (actor := self._actor(token, i)) is not None:
                return actor
        return None

    def _actor(self, verb: int, i: int) -> int | None:
        """As in "was lent by Sweden through its bank": who acts, where nobody is acted on."""
        sheet = self.sheet
        if not any(sheet.dep[c] == "nsubjpass" for c in sheet.children[verb]):
            return None
        agents = [c for c in sheet.children[verb] if sheet.dep[c] == "agent" and c < i]
        tokens = [p for c in agents for p in sheet.children[c] if sheet.dep[p] == "pobj" and p < i]
        return self.possessives.party_at(tokens[0], i) if tokens else None

    def _is_made_home(self, subject: int, i: int) -> bool:
        """As in "agreed to make Gdansk the home of its headquarters": the seat is not the place's."""
        sheet = self.sheet
        seat = sheet.lower[sheet.head[i]] in _SEATS and sheet.lower[i] == "its"
        return seat and any(self.context.type_of(m.entity) is T.PLACE for m in self._mentions_of(subject, i))

    def _party_of(self, subject: int, i: int, wanted: frozenset[T], described: set[int]) -> tuple[int | None, bool]:
        """(the one party that a subject stands for, whether the search ends here)."""
        mentions = self._mentions_of(subject, i)
        entities = {m.entity for m in mentions if self.context.type_of(m.entity) in wanted}
        if len(entities) == 1:
            found = entities.pop()
            return (None, False) if found in described else (found, True)
        if len(entities - described) == 1 and entities & described:
            return (entities - described).pop(), True
        if entities or (mentions and self.context.type_of(mentions[0].entity) is not T.PERSON):
            return None, True
        for m in mentions:
            organization = self.context.affiliations.get(m.entity)
            if organization is not None and self.context.type_of(organization) in wanted:
                return organization, True
        return None, False

    def _controller(self, token: int, above: int, i: int, wanted: frozenset[T]) -> int | None:
        """As in "support the ministry to tackle its goals": the object controls the infinitive."""
        sheet = self.sheet
        if (
            sheet.dep[token] not in ("xcomp", "advcl", "ccomp")
            or sheet.doc[above].lemma_ not in self.lexicon["object_control_verbs"]
        ):
            return None
        for child in sheet.children[above]:
            if sheet.dep[child] == "dobj" and child < i:
                entities = {m.entity for m in self._mentions_of(child, i) if self.context.type_of(m.entity) in wanted}
                if len(entities) == 1:
                    return entities.pop()
        return None

    def _subject_of_side_clause(self, i: int) -> int | None:
        """As in "While Orbico moves production abroad, it will keep one plant": the party of the clause in front."""
        sheet, token = self.sheet, i
        for _ in range(6):
            token = sheet.head[token]
            sides = [c for c in sheet.children[token] if sheet.dep[c] == "advcl" and c < i]
            subjects = [c for side in sides for c in sheet.children[side] if sheet.dep[c] in _SUBJECTS]
            if subjects:
                return self._party_of(subjects[-1], i, PARTIES, self.context.described_around(i))[0]
            if sheet.head[token] == token or sheet.dep[token] not in ("xcomp", "dobj", "pobj", "prep", "conj"):
                return None
        return None

    def _subject_before(self, i: int) -> int | None:
        """Main subject of the sentence before, for a pronoun that is the first to take up anything in its own."""
        now = self.sheet.sent[i]
        described = self.context.described_around(i)
        same = [m for m in self.clauses.wanted_in(now) if m.start < i and m.entity not in described]
        if same:
            sole = len({m.entity for m in same}) == 1 and self.context.type_of(same[0].entity) in PARTIES
            return same[0].entity if sole else None
        agentive = self._agentive(i)
        main = self.clauses.main_subject(now - 1)
        if main is not None:
            here = [m.entity for m in self.clauses.wanted_in(now - 1) if m.start <= main < m.end]
            here = here or self.clauses.whose_part(now - 1, main)
            if here and not (agentive and self.context.type_of(here[0]) is T.FACILITY):
                return here[0]
            if not agentive:
                return self.clauses.topic_near(i)
        companies = {m.entity for m in self.clauses.wanted_in(now - 1) if self.context.type_of(m.entity) is T.COMPANY}
        if main is not None and len(companies) == 1:
            return companies.pop()
        subjects = {m.entity for m in self.clauses.wanted_in(now - 1) if m.role == "subj"}
        if len(subjects) == 1:
            return subjects.pop()
        scores = self.discourse.scores(i, WANTED, 1)
        best = self.discourse.best({e: s for e, s in scores.items() if self.context.type_of(e) is T.COMPANY}, 0.4)
        return self.clauses.topic_near(i) if best is None else best

    def _subject_ahead(self, i: int) -> int | None:
        """As in "In line with its plan, Orbico will build …": the sentence's own subject, if nobody stands before."""
        if any(m.start < i for m in self.clauses.wanted_in(self.sheet.sent[i])):
            return None
        main = self.clauses.main_subject(self.sheet.sent[i])
        if main == self.sheet.head[i]:  # "Last week, its subsidiary won an order"
            return None
        entity = self.context.entity_at.get(main) if main is not None and main > i else None
        return entity if entity is not None and self.context.type_of(entity) in PARTIES else None

    def _agentive(self, i: int) -> bool:
        """Whether the pronoun does what only a party does ("it said", "it will invest")."""
        sheet, verb = self.sheet, self.sheet.head[i]
        for _ in range(3):
            if lemma_of(sheet.doc[verb]) in self.lexicon["agentive_verbs"]:
                return True
            below = [c for c in sheet.children[verb] if sheet.dep[c] == "xcomp"]
            if not below:
                return False
            verb = below[0]
        return False

    # --- persons and groups --------------------------------------------------------------------------------------

    def _he(self, i: int) -> Reference | None:
        female = self.sheet.lower[i] in _SHE
        scores = self.discourse.scores(i, frozenset({T.PERSON}), 2)
        if self._is_tried(i):
            scores = {e: s for e, s in scores.items() if _TRIERS.isdisjoint(self.discourse.profiles[e].kinds)}
        fitting = {e: score for e, score in scores.items() if self._is_female(e) in (None, female)}
        best = self.discourse.best(fitting, 0.25)
        if best is None or self._unnamed_person(i):
            return None
        here = any(m.entity == best for m in self.context.sentence(i))
        if not here and scores[best] < max(scores.values()):  # the one spoken of is of the other sex
            return None
        self._female.setdefault(best, female)
        return pronoun(i, best, "most salient person", 0.75)

    def _is_tried(self, i: int) -> bool:
        """As in "He was sentenced today": neither the judge nor the prosecutor is."""
        sheet, verb = self.sheet, self.sheet.head[i]
        return sheet.dep[i] == "nsubjpass" and lemma_of(sheet.doc[verb]) in _TRIED

    def _is_female(self, person: int) -> bool | None:
        """What the article says by "she" or "Mr" before of a person's sex, if anything."""
        if person not in self._female:
            starts = (m.start for m in self.discourse.mentions if m.entity == person and m.start > 0)
            before = [self.sheet.lower[start - 1].rstrip(".") for start in starts]
            if not (_MEN | _WOMEN).isdisjoint(before):
                self._female[person] = not _WOMEN.isdisjoint(before)
        return self._female.get(person)

    def _unnamed_person(self, i: int) -> bool:
        """Whether somebody without a name ("an official") is a subject before the pronoun in its sentence."""
        sheet, persons = self.sheet, self.lexicon["person_nouns"]
        for j in range(bisect_left(sheet.sent, sheet.sent[i]), i):
            if (
                sheet.dep[j] == "nsubj"
                and sheet.pos[j] == "NOUN"
                and not self.context.taken[j]
                and singular(sheet.lower[j]) in persons
            ):
                return True
        return False
