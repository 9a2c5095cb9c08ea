// Legend, filters, tabs and the line that says what is in sight.
const VIEWS = { network: "Network", timeline: "Timeline", map: "Map", table: "Table" };
const refreshers = []; // brought up to date at every change of state

function checkbox(label, isOn, onToggle) {
  const input = el("input", { type: "checkbox", onchange: onToggle });
  refreshers.push(() => {
    input.checked = isOn();
  });
  return el("label", { class: "check" }, input, label);
}

const group = (title, open, ...content) =>
  el("details", { class: "group", open }, el("summary", {}, el("h2", {}, title)), content);
const count = (number) => el("span", { class: "count" }, String(number));

function typeLegend() {
  const counts = tally(entities.filter((_, place) => dealsOf[place].length).map((entity) => entity.type));
  return TYPES.filter((type) => counts.has(type)).map((type) =>
    checkbox(
      [shapeIcon(type), el("span", {}, typeWords(type)), count(counts.get(type))],
      () => !state.type.has(type),
      () => toggle("type", type),
    ),
  );
}

function lineSample(status) {
  const look = looks.statuses[status] || {};
  return svg(
    "svg",
    {
      viewBox: "0 0 34 10",
      width: 34,
      height: 10,
      "aria-hidden": "true",
      class: look.faint ? "sample faint" : "sample",
    },
    svg("line", {
      x1: 1,
      x2: 33,
      y1: 5,
      y2: 5,
      "stroke-dasharray": look.dashes ? look.dashes.map((part) => part * 0.7).join(" ") : null,
    }),
  );
}

function statusLegend() {
  const counts = tally(deals.map(statusOf));
  return [...STATUSES, UNSTATED]
    .filter((status) => counts.has(status))
    .map((status) =>
      checkbox(
        [lineSample(status), el("span", {}, status), count(counts.get(status))],
        () => !state.status.has(status),
        () => toggle("status", status),
      ),
    );
}

const relationFilter = () =>
  RELATIONS.map(([relation, number]) =>
    checkbox(
      [el("span", {}, words(relation)), count(number)],
      () => !state.relation.has(relation),
      () => toggle("relation", relation),
    ),
  );

function domainFilter() {
  if (!DOMAINS.length) return el("p", { class: "muted" }, "No subject matters in these facts.");
  const items = DOMAINS.map(([domain, number]) =>
    checkbox(
      [name(domain), count(number)],
      () => state.domain.has(domain),
      () => toggle("domain", domain),
    ),
  );
  return el("div", { class: "many" }, el("p", { class: "muted" }, "None ticked: all facts."), items);
}

function confidenceFilter() {
  const input = rangeInput("Least confidence", 0, 1, 0.05);
  const reading = el("output", { class: "reading" });
  input.addEventListener("input", () => update({ confidence: Number(input.value) }));
  refreshers.push(() => {
    if (document.activeElement !== input) input.value = state.confidence;
    reading.textContent = `at least ${percent(state.confidence)}`;
  });
  return el("div", {}, input, reading);
}

function buildFilters() {
  const open = window.innerWidth > 900;
  byId("filters").append(
    group("Types", open, typeLegend()),
    group("Status", open, statusLegend(), el("p", { class: "muted" }, "A wider line: a larger amount.")),
    group(
      "Time",
      open,
      timeSlider(),
      checkbox(
        el("span", {}, "also facts without a date"),
        () => state.undated,
        () => update({ undated: !state.undated }),
      ),
    ),
    group("Relations", open, relationFilter()),
    group("Confidence", open, confidenceFilter()),
    group("Subject matters", false, domainFilter()),
  );
}

function buildTabs() {
  const tabs = Object.entries(VIEWS).map(([view, title]) => {
    const tab = button(title, () => update({ view }), { role: "tab", id: `tab-${view}`, "aria-controls": "stage" });
    refreshers.push(() => {
      tab.setAttribute("aria-selected", String(state.view === view));
      tab.tabIndex = state.view === view ? 0 : -1;
    });
    return tab;
  });
  byId("tabs").append(...tabs);
  byId("tabs").addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length];
    next.focus();
    next.click();
  });
}

function buildActions() {
  const menu = el(
    "details",
    { class: "menu" },
    el("summary", {}, "Save"),
    el(
      "div",
      { class: "items" },
      button("Picture (PNG)", () => exportPng()),
      button("Drawing (SVG)", () => exportSvg()),
      button("Facts (CSV)", () => exportCsv()),
    ),
  );
  menu.addEventListener("click", (event) => {
    if (event.target.closest("button")) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      menu.open = false;
      menu.firstChild.focus();
    }
  });
  byId("actions").append(
    menu,
    button("Light / dark", switchTheme),
    button("Reset", () => {
      reset();
      fitNetwork();
    }),
  );
}

function switchTheme() {
  document.documentElement.dataset.theme = theme().dark ? "light" : "dark";
  themeChanged();
}

function buildCorner() {
  const layout = button("", () => update({ layout: state.layout === "spread" ? "columns" : "spread", focus: null }));
  refreshers.push(() => {
    layout.textContent = state.layout === "spread" ? "In columns" : "Spread out";
  });
  byId("corner").append(
    button("+", () => graph.moveTo({ scale: graph.getScale() * 1.3 }), { "aria-label": "Zoom in" }),
    button("−", () => graph.moveTo({ scale: graph.getScale() / 1.3 }), { "aria-label": "Zoom out" }),
    button("Fit", () => fitNetwork()),
    layout,
  );
}

const plural = (number, one, many) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

// "120 of 10,000 entities, 300 of 16,000 facts in sight", and the way to more.
function drawScope(found) {
  const parts = [];
  if (state.focus !== null) {
    parts.push(
      el(
        "span",
        { class: "chip" },
        el("span", {}, "Around ", name(entities[state.focus].name)),
        [1, 2, 3].map((hops) =>
          button(String(hops), () => update({ hops }), {
            "aria-pressed": String(state.hops === hops),
            "aria-label": plural(hops, "step", "steps"),
          }),
        ),
        el("span", {}, state.hops === 1 ? "step" : "steps"),
        button("×", () => focusOn(null), { "aria-label": "Show everything again" }),
      ),
    );
  }
  parts.push(
    el(
      "span",
      {},
      `${plural(found.entities.length, "entity", "entities")} of ${CONNECTED.toLocaleString("en")}, ` +
        `${plural(found.deals.length, "fact", "facts")} of ${deals.length.toLocaleString("en")} in sight`,
    ),
  );
  if (state.focus === null && found.candidates > found.entities.length) {
    const all = Math.min(found.candidates, NETWORK_MOST);
    parts.push(button(`Show ${STEP} more`, () => update({ limit: state.limit + STEP })));
    if (all > state.limit + STEP)
      parts.push(
        button(all === found.candidates ? "Show all" : `Show ${all.toLocaleString("en")}`, () =>
          update({ limit: all }),
        ),
      );
  }
  byId("scope").replaceChildren(...parts);
  const nothing = byId("nothing");
  nothing.hidden = found.entities.length > 0;
  if (!nothing.hidden)
    nothing.replaceChildren(
      deals.length ? "No fact passes these filters. " : "This graph holds no facts. ",
      deals.length ? button("Reset", reset) : "",
    );
}
const STEP = 200;
