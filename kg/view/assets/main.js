// Start, and what happens when the state changes.
const DRAW = { network: drawNetwork, timeline: drawTimeline, map: drawMap, table: drawTable };

function draw() {
  const found = inSight();
  sight = found;
  for (const view of Object.keys(VIEWS)) byId(`view-${view}`).hidden = view !== state.view;
  byId("stage").setAttribute("aria-labelledby", `tab-${state.view}`);
  drawPanel(); // first: it takes room from the views
  drawScope(found);
  if (state.view !== "network" || found.entities.length || graph) DRAW[state.view](found);
  refreshers.forEach((refresh) => refresh());
}

// The picture is fitted again when other things come into sight, not when something is chosen.
function stateChanged(now, before) {
  const focused = document.activeElement;
  draw();
  const moved = ["focus", "hops", "layout", "limit", "view"].some((key) => now[key] !== before[key]);
  if (state.view === "network" && moved) fitNetwork();
  if (now.view === "map" && (now.focus !== before.focus || now.view !== before.view)) {
    mapWindow = null;
    drawMap(sight);
  }
  if (now.selected !== before.selected) announce(selectionText());
  else if (now.view !== before.view || now.focus !== before.focus || now.limit !== before.limit)
    announce(byId("scope").textContent);
  if (!focused.isConnected) keepFocus(focused, now);
}

// What had the focus was drawn anew: its twin gets it, or the panel that it opened.
function keepFocus(focused, now) {
  const called = (element) => element.getAttribute("aria-label") || element.textContent;
  const twins = [...document.querySelectorAll("button, [role=button]")].filter(
    (element) => called(element) === called(focused),
  );
  const twin = twins.find((element) => element.offsetParent !== null || element.ownerSVGElement);
  if (twin) twin.focus();
  else if (now.selected) byId("panel").focus();
}

function selectionText() {
  if (!state.selected) return "Nothing selected";
  const { kind, place } = state.selected;
  if (kind === "deal") return dealText(deals[place]);
  return `${entities[place].name}, ${typeWords(entities[place].type)}, ${plural(dealsOf[place].length, "fact", "facts")}`;
}

function themeChanged() {
  repaintNetwork();
  draw();
}

function summary() {
  const span = BINS.length ? `, ${BINS[0].slice(0, 4)}–${BINS[BINS.length - 1].slice(0, 4)}` : "";
  return (
    `${plural(deals.length, "fact", "facts")} about ${plural(CONNECTED, "entity", "entities")} from ${plural(documents.length, "article", "articles")}${span}. ` +
    "Every fact with the words that state it."
  );
}

function start() {
  byId("summary").textContent = summary();
  buildTabs();
  buildActions();
  buildFilters();
  buildCorner();
  startSearch();
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    update({ view: "table" });
    byId("view-table").focus();
  });
  onChange(stateChanged);
  state = fromFragment(location.hash);
  window.addEventListener("hashchange", () => update(fromFragment(location.hash)));
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", themeChanged);
  let waiting = 0;
  window.addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (state.view !== "network") draw();
    }, 150);
  });
  draw();
  document.documentElement.dataset.ready = "yes";
}
start();
