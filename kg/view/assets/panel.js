// The panel: everything the graph knows about the chosen entity or deal, each fact with its quotes and sources.
const entityButton = (place, extra) =>
  button([name(entities[place].name)], () => goTo(place), { class: "entity", ...extra });

// Choose an entity; when it is not in sight, show its neighbourhood.
function goTo(place) {
  if (sight && !sight.set.has(place)) focusOn(place, 1);
  else select("entity", place);
}

function shapeIcon(type, size = 14) {
  return svg(
    "svg",
    { viewBox: "-12 -12 24 24", width: size, height: size, "aria-hidden": "true", class: `shape type-${type}` },
    svg("path", { d: shapePath(looks.types[type].shape, 9) }),
  );
}

function pair(term, ...details) {
  const found = details.flat().filter((detail) => detail !== null && detail !== undefined && detail !== "");
  return found.length ? [el("dt", {}, term), el("dd", {}, found)] : [];
}

const joined = (items, glue = ", ") => items.flatMap((item, i) => (i ? [glue, item] : [item]));

const amountOf = (deal) =>
  deal.amount ? `${deal.amount.text} (${deal.amount.value.toLocaleString("en")} ${deal.amount.currency})` : null;
const dateOf = (deal) => (deal.date ? (deal.reported ? `reported ${deal.date}` : deal.date) : null);
const percent = (part) => `${Math.round(part * 100)} %`;

function drawPanel() {
  const panel = byId("panel");
  const chosen = state.selected;
  panel.hidden = !chosen;
  if (!chosen) return panel.replaceChildren();
  const content = chosen.kind === "entity" ? entityPanel(chosen.place) : dealPanel(chosen.place);
  panel.replaceChildren(button("×", closePanel, { class: "close", "aria-label": "Close details" }), ...content);
  panel.scrollTop = 0;
}

function closePanel() {
  select(null, null);
  byId("canvas").focus();
}

function entityPanel(place) {
  const entity = entities[place];
  const own = dealsOf[place];
  const relations = [...tally(own.map((deal) => deals[deal].relation)).keys()].sort(byText);
  return [
    el("h2", {}, shapeIcon(entity.type, 18), " ", name(entity.name)),
    el(
      "p",
      { class: "kind" },
      typeWords(entity.type),
      entity.governs === place ? " and its government" : "",
      entity.country ? ` · ${entity.country}` : "",
    ),
    el(
      "dl",
      {},
      pair("Also called", joined((entity.names || []).map(name))),
      pair("Identifier", el("code", {}, entity.id)),
      (entity.identifiers || []).flatMap(([scheme, value]) => pair(scheme, el("code", {}, value))),
      pair("Same as", joined((entity.same_as || []).map((address) => link(address)))),
      pair("In", entity.within === undefined ? null : entityButton(entity.within)),
      pair("Governs", entity.governs === undefined || entity.governs === place ? null : entityButton(entity.governs)),
      pair("Sources", joined((entity.documents || []).map(sourceLink), "; ")),
    ),
    el(
      "div",
      { class: "row" },
      button("Show only its neighbourhood", () => focusOn(place, 1)),
      button("Two steps", () => focusOn(place, 2)),
    ),
    el("h3", {}, own.length === 1 ? "1 fact" : `${own.length} facts`),
    relations.map((relation) => [
      el("h4", {}, words(relation)),
      el(
        "ul",
        { class: "facts" },
        own.filter((deal) => deals[deal].relation === relation).map((deal) => factItem(deal)),
      ),
    ]),
  ].flat(2);
}

function factItem(place) {
  const deal = deals[place];
  const details = [
    deal.amount && deal.amount.text,
    deal.role,
    statusOf(deal),
    dateOf(deal),
    percent(deal.confidence ?? 1),
  ];
  return el(
    "li",
    { class: "fact" },
    el("div", {}, entityButton(deal.s), ` ${words(deal.relation)} `, entityButton(deal.o)),
    el(
      "div",
      { class: "details" },
      details.filter(Boolean).join(" · "),
      deal.conflicts ? el("span", { class: "conflict" }, "sources disagree") : null,
    ),
    deal.domains ? el("div", { class: "details" }, deal.domains.join(", ")) : null,
    el("details", {}, el("summary", {}, quotesTitle(deal)), readingsList(deal)),
    button("All about this fact", () => select("deal", place), { class: "plain" }),
  );
}

const quotesTitle = (deal) => {
  const count = (deal.readings || []).length;
  return count === 1 ? "Quote" : `${count} quotes`;
};

function dealPanel(place) {
  const deal = deals[place];
  return [
    el("h2", {}, words(deal.relation)),
    el("p", {}, entityButton(deal.s), " → ", entityButton(deal.o)),
    el(
      "dl",
      {},
      pair("Amount", amountOf(deal)),
      pair("Status", statusOf(deal)),
      pair("Date", dateOf(deal)),
      pair("Place", deal.place === undefined ? null : entityButton(deal.place)),
      pair("Role", deal.role),
      pair("About", (deal.domains || []).join(", ")),
      pair("Confidence", percent(deal.confidence ?? 1)),
      pair(
        "Course",
        joined(
          (deal.history || []).map(([day, status]) => `${day}: ${status}`),
          " → ",
        ),
      ),
      pair("Identifier", el("code", {}, deal.id)),
    ),
    deal.conflicts ? conflictsBox(deal) : null,
    el("h3", {}, quotesTitle(deal)),
    readingsList(deal),
  ].filter(Boolean);
}

function conflictsBox(deal) {
  const value = ([text, readings]) =>
    el(
      "li",
      {},
      name(text),
      " – ",
      joined(
        [...new Set(readings.map((at) => deal.readings[at].doc))].filter((doc) => doc !== undefined).map(sourceLink),
      ),
    );
  return el(
    "div",
    { class: "conflicts" },
    el("h3", {}, "Sources disagree"),
    deal.conflicts.map(([field, values]) => [el("h4", {}, field), el("ul", {}, values.map(value))]),
  );
}

function sourceLink(place) {
  const source = documents[place];
  const text = source.title || source.name;
  return source.url ? link(source.url, text) : el("bdi", {}, text);
}

function readingsList(deal) {
  return el(
    "div",
    { class: "readings" },
    (deal.readings || []).map((reading) => {
      const source = documents[reading.doc];
      const said = [reading.amount, reading.status, reading.date, reading.place, percent(reading.confidence ?? 1)];
      return el(
        "figure",
        {},
        el("blockquote", { lang: source ? source.language : null, dir: "auto" }, reading.text),
        el(
          "figcaption",
          {},
          source
            ? [
                sourceLink(reading.doc),
                " · ",
                [source.publisher, source.published].filter(Boolean).join(", ") || source.name,
              ]
            : "unknown source",
          el(
            "div",
            { class: "details" },
            `characters ${reading.at[0]}–${reading.at[1]} · `,
            said.filter(Boolean).join(" · "),
          ),
        ),
      );
    }),
  );
}
