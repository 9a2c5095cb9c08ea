// The map: places by their coordinates, lines from the parties to them, on an outline that is part of this file.
const DEGREE = DATA.outline ? DATA.outline.units : 1; // map units a degree, plate carrée
const MAP_WIDTH = 360 * DEGREE, MAP_HEIGHT = 180 * DEGREE;
let mapWindow = null; // {x, y, width}, in map units
let mapFound = null;

const project = ([longitude, latitude]) => ({ x: (longitude + 180) * DEGREE, y: (90 - latitude) * DEGREE });

// Where an entity is: its own coordinates, those of the place it governs or lies in, or of a place it is located in.
function whereIs(place, depth = 0) {
  const entity = entities[place];
  if (!entity || depth > 4) return null;
  if (entity.at) return project(entity.at);
  const located = dealsOf[place].map((deal) => deals[deal]).find((deal) => deal.relation === "located_in" && deal.s === place);
  for (const next of [entity.governs, entity.within, located && located.o]) {
    const spot = next === undefined ? null : whereIs(next, depth + 1);
    if (spot) return spot;
  }
  return null;
}

// Ends of a deal's line: subject → the deal's own place or the object. A subject without a place gets a dock at the left.
function mapLines(found) {
  const lines = [], docked = new Map();
  for (const place of found.deals) {
    const deal = deals[place];
    if (deal.relation === "located_in") continue;
    const to = whereIs(deal.o) || (deal.place === undefined ? null : whereIs(deal.place));
    const from = whereIs(deal.s);
    if (!to) continue;
    if (!from) docked.set(deal.s, (docked.get(deal.s) || 0) + 1);
    lines.push({ place, from, to, subject: deal.s });
  }
  return { lines, docked: [...docked.keys()].sort((a, b) => a - b) };
}

function drawMap(found) {
  const holder = byId("view-map");
  mapFound = found;
  if (!DATA.outline) {
    holder.replaceChildren(el("p", { class: "note" }, "No place of this graph has coordinates."));
    return;
  }
  const width = Math.max(holder.clientWidth, 320), height = Math.max(holder.clientHeight, 240);
  mapWindow ||= mapFit(found, width / height);
  const lines = mapLines(found);
  holder.replaceChildren(
    mapPicture(found, lines, width, height),
    el("div", { class: "corner" },
      button("+", () => zoomMap(0.6), { "aria-label": "Zoom in" }), button("−", () => zoomMap(1.6), { "aria-label": "Zoom out" }),
      button("Fit", () => { mapWindow = null; drawMap(mapFound); })),
    el("p", { class: "credit" }, `${lines.lines.length} facts with a place. Outline: Natural Earth (public domain); lines between countries are for orientation only.`));
}

function mapFit(found, aspect) {
  const spots = found.entities.map((place) => whereIs(place)).filter(Boolean);
  if (!spots.length) return { x: 0, y: 0, width: Math.max(MAP_WIDTH, MAP_HEIGHT * aspect) };
  const xs = spots.map(({ x }) => x), ys = spots.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const width = Math.min(Math.max((right - left) * 1.3, (bottom - top) * 1.3 * aspect, 12 * DEGREE), Math.max(MAP_WIDTH, MAP_HEIGHT * aspect));
  return { x: (left + right) / 2 - width / 2, y: (top + bottom) / 2 - width / aspect / 2, width };
}

function zoomMap(factor, centre) {
  const holder = byId("view-map");
  const aspect = holder.clientWidth / holder.clientHeight;
  const width = Math.min(Math.max(mapWindow.width * factor, 2 * DEGREE), 600 * DEGREE);
  const at = centre || { x: mapWindow.x + mapWindow.width / 2, y: mapWindow.y + mapWindow.width / aspect / 2 };
  const share = width / mapWindow.width;
  mapWindow = { x: at.x - (at.x - mapWindow.x) * share, y: at.y - (at.y - mapWindow.y) * share, width };
  drawMap(mapFound);
}

function mapPicture(found, { lines, docked }, width, height) {
  const colors = theme();
  const scale = width / mapWindow.width;
  const screen = ({ x, y }) => ({ x: (x - mapWindow.x) * scale, y: (y - mapWindow.y) * scale });
  const dock = new Map(docked.slice(0, 24).map((place, row) => [place, { x: 18, y: 40 + row * 26 }]));
  const outline = `translate(${-mapWindow.x * scale} ${-mapWindow.y * scale}) scale(${scale})`;
  const picture = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, class: "picture map", role: "group", "aria-label": "Map of places", "font-family": FONT },
    svg("rect", { width, height, fill: colors.sea }),
    svg("g", { transform: outline },
      svg("path", { d: DATA.outline.land, fill: colors.land, stroke: colors.border, "stroke-width": 1 / scale }),
      svg("path", { d: DATA.outline.borders, fill: "none", stroke: colors.border, "stroke-width": 0.8 / scale })),
    lines.map((line) => mapLine(line, screen, dock, colors)),
    mapMarks(found, screen, dock, colors, { width, height }));
  dragMap(picture, scale);
  return picture;
}

function mapLine({ place, from, to, subject }, screen, dock, colors) {
  const start = from ? screen(from) : dock.get(subject);
  if (!start) return "";
  const end = screen(to);
  const deal = deals[place], look = looks.statuses[deal.status];
  const bright = !state.selected || (state.selected.kind === "deal" ? state.selected.place === place : [deal.s, deal.o].includes(state.selected.place));
  const middle = { x: (start.x + end.x) / 2 - (end.y - start.y) * 0.15, y: (start.y + end.y) / 2 + (end.x - start.x) * 0.15 };
  const d = `M${start.x.toFixed(1)} ${start.y.toFixed(1)}Q${middle.x.toFixed(1)} ${middle.y.toFixed(1)} ${end.x.toFixed(1)} ${end.y.toFixed(1)}`;
  return svg("path", { ...pressable(() => select("deal", place), dealText(deal)), d, fill: "none", class: "line",
    stroke: state.selected && bright ? colors.accent : look && look.faint ? colors.faint : colors.edge, "stroke-opacity": bright ? 0.85 : 0.12,
    "stroke-width": DATA.edges[place].width, "stroke-dasharray": look && look.dashes ? look.dashes.join(" ") : null },
    svg("title", {}, DATA.edges[place].title));
}

function mapMarks(found, screen, dock, colors, { width, height }) {
  const space = labelSpace();
  const marks = [], stacked = new Map();
  const add = (place, { x, y }, side) => {
    const entity = entities[place];
    const r = side ? 6 : 4 + Math.min(Math.sqrt(dealsOf[place].length) * 1.6, 9);
    const text = DATA.nodes[place].label;
    const box = { left: x + r + 2, right: x + r + 8 + text.length * 7.2, top: y - 8, bottom: y + 8 };
    const chosen = state.selected && state.selected.kind === "entity" && state.selected.place === place;
    const labelled = (space.claim(box) || chosen) && x > -20 && y > -20 && x < width + 20 && y < height + 20;
    marks.push(svg("g", { ...pressable(() => select("entity", place), `${entity.name}, ${typeWords(entity.type)}`), class: "mark" },
      svg("path", { d: shapePath(looks.types[entity.type].shape, r), transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
        fill: colors.types[entity.type], stroke: chosen ? colors.ink : colors.back, "stroke-width": chosen ? 3 : 1.2 }),
      labelled ? svg("text", { x: x + r + 4, y: y + 4, "font-size": 12.5, fill: colors.ink, stroke: colors.land, "stroke-width": 3, "paint-order": "stroke" }, text) : "",
      svg("title", {}, DATA.nodes[place].title)));
  };
  for (const place of found.entities) {
    const spot = whereIs(place);
    if (!spot) continue;
    const key = `${spot.x}:${spot.y}`;
    const rank = stacked.get(key) || 0; // several things at one place stand around it
    stacked.set(key, rank + 1);
    const { x, y } = screen(spot);
    const away = 14 * Math.sqrt(rank);
    add(place, { x: x + away * Math.cos(rank * 2.4), y: y + away * Math.sin(rank * 2.4) });
  }
  for (const [place, spot] of dock) add(place, spot, true);
  return marks;
}

function dragMap(picture, scale) {
  picture.addEventListener("wheel", (event) => {
    event.preventDefault();
    const box = picture.getBoundingClientRect();
    zoomMap(event.deltaY > 0 ? 1.2 : 1 / 1.2, { x: mapWindow.x + (event.clientX - box.left) / scale, y: mapWindow.y + (event.clientY - box.top) / scale });
  }, { passive: false });
  picture.addEventListener("pointerdown", (start) => {
    if (start.target.closest("[role=button]")) return;
    const from = { ...mapWindow };
    const move = (event) => { picture.setAttribute("viewBox", `${start.clientX - event.clientX} ${start.clientY - event.clientY} ${picture.clientWidth} ${picture.clientHeight}`); };
    const stop = (event) => {
      window.removeEventListener("pointermove", move);
      mapWindow = { ...from, x: from.x - (event.clientX - start.clientX) / scale, y: from.y - (event.clientY - start.clientY) / scale };
      drawMap(mapFound);
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", stop, { once: true });
  });
}
