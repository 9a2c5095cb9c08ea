// Search with suggestions: any name of an entity, any subject matter.
const SUGGESTIONS_MOST = 12;
const folded = (text) => text.normalize("NFKC").toLowerCase();
const namesOf = entities.map((entity) => [entity.name, ...(entity.names || [])].map(folded));
let suggestions = [],
  marked = -1;

// 0: is it; 1: begins with it; 2: a word begins with it; 3: holds it; null: no match.
function rankName(text, query) {
  const at = text.indexOf(query);
  if (at < 0) return null;
  if (at === 0) return text === query ? 0 : 1;
  return /[\s(（·.-]/.test(text[at - 1]) ? 2 : 3;
}

function suggest(query) {
  const wanted = folded(query.trim());
  if (!wanted) return [];
  const best = (names) => names.reduce((least, text) => Math.min(least, rankName(text, wanted) ?? Infinity), Infinity);
  const found = [];
  namesOf.forEach((names, place) => {
    const rank = best(names);
    if (rank < Infinity) found.push({ rank, order: place, entity: place });
  });
  DOMAINS.forEach(([domain, count], place) => {
    const rank = best([folded(domain)]);
    if (rank < Infinity) found.push({ rank, order: place, domain, count });
  });
  return found.sort((a, b) => a.rank - b.rank || a.order - b.order).slice(0, SUGGESTIONS_MOST);
}

function choose(suggestion) {
  byId("search").value = "";
  showSuggestions([]);
  if (suggestion.domain) {
    update({ domain: new Set([suggestion.domain]) });
    announce(`Facts about ${suggestion.domain}`);
  } else {
    goTo(suggestion.entity);
    centreOn(suggestion.entity);
  }
}

function centreOn(place) {
  if (graph && state.view === "network" && spots.has(place))
    graph.focus(place, { scale: Math.max(graph.getScale(), 0.8), animation: false });
}

function showSuggestions(found) {
  suggestions = found;
  marked = -1;
  const list = byId("suggestions"),
    input = byId("search");
  list.replaceChildren(
    ...found.map((one, place) =>
      el(
        "li",
        {
          role: "option",
          id: `suggestion-${place}`,
          "aria-selected": "false",
          onpointerdown: (event) => {
            event.preventDefault();
            choose(one);
          },
        },
        suggestionContent(one),
      ),
    ),
  );
  list.hidden = !found.length;
  input.setAttribute("aria-expanded", String(Boolean(found.length)));
  input.removeAttribute("aria-activedescendant");
  if (input.value.trim() && !found.length) announce("Nothing found");
}

function suggestionContent(one) {
  if (one.domain)
    return [
      el("span", { class: "muted" }, "about "),
      name(one.domain),
      el("span", { class: "muted" }, ` ${one.count}`),
    ];
  const entity = entities[one.entity];
  return [
    shapeIcon(entity.type),
    " ",
    name(entity.name),
    el("span", { class: "muted" }, ` ${typeWords(entity.type)} · ${dealsOf[one.entity].length}`),
  ];
}

function markSuggestion(place) {
  marked = (place + suggestions.length) % suggestions.length;
  const items = byId("suggestions").children;
  [...items].forEach((item, at) => item.setAttribute("aria-selected", String(at === marked)));
  items[marked].scrollIntoView({ block: "nearest" });
  byId("search").setAttribute("aria-activedescendant", `suggestion-${marked}`);
}

function startSearch() {
  const input = byId("search");
  input.addEventListener("input", () => showSuggestions(suggest(input.value)));
  input.addEventListener("blur", () => showSuggestions([]));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      input.value = "";
      showSuggestions([]);
    }
    if (!suggestions.length) return;
    if (event.key === "ArrowDown") markSuggestion(marked + 1);
    else if (event.key === "ArrowUp") markSuggestion(marked < 0 ? -1 : marked - 1);
    else if (event.key === "Enter") choose(suggestions[Math.max(marked, 0)]);
    else return;
    event.preventDefault();
  });
}
