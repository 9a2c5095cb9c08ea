// The network view: vis-network (as it travels with pyvis) with fixed positions and no physics.
const EDGE_LABELS_MOST = 400; // with more edges in sight, only those of the selection carry their label
const RIM = { spread: 110, columns: 190 }, RIM_Y = 46; // pixels for labels around the fitted network
let graph = null; // the vis.Network, made when first shown
let nodeSet = null, edgeSet = null;
let sight = null; // what inSight() found last
let spots = new Map(); // entity → {x, y}
let bright = null; // {nodes, edges} of the selection, or null
let paint = null; // theme()
let hovered = null;
let drawnLayout = null;

function positions() {
  if (sight.distance) return egoPoints(sight);
  const points = new Map();
  for (const place of sight.entities) {
    const node = DATA.nodes[place], column = DATA.columns[place];
    points.set(place, state.layout === "columns" ? { x: column[0], y: column[1] } : { x: node.x, y: node.y });
  }
  return points;
}

const nodeRecord = (place) => {
  const { id, shape, group, size, title } = DATA.nodes[place];
  return { id, shape, group, size, title, ...spots.get(place), ...nodeLook(place) };
};
const nodeLook = (place) => ({ opacity: !bright || bright.nodes.has(place) ? 1 : 0.14 });

const edgeRecord = (place) => {
  const { label, ...edge } = DATA.edges[place]; // labels are drawn by drawLabels, where there is room
  return { ...edge, smooth: bendOf(place) || false, ...edgeLook(place) };
};

// In columns, an edge inside one column goes around what stands between its ends.
function bendOf(place) {
  const { s, o } = deals[place];
  const inColumn = state.layout === "columns" && !sight.distance && DATA.columns[s][0] === DATA.columns[o][0];
  return inColumn && s !== o ? { enabled: true, type: "curvedCW", roundness: 0.3 } : DATA.edges[place].smooth;
}
function edgeLook(place) {
  const status = looks.statuses[deals[place].status];
  const ended = status && status.faint;
  const on = !bright || bright.edges.has(place);
  const color = bright && on ? paint.accent : ended ? paint.faint : paint.edge;
  return { color: { color, hover: paint.accent, highlight: paint.accent, opacity: on ? 1 : 0.1 } };
}

function groupsOf(theme) {
  return Object.fromEntries(TYPES.map((type) => {
    const color = { background: theme.types[type], border: theme.back };
    const marked = { background: theme.types[type], border: theme.ink };
    return [type, { color: { ...color, highlight: marked, hover: marked } }];
  }));
}

function selectionNeighbourhood() {
  const chosen = state.selected;
  if (!chosen) return null;
  if (chosen.kind === "deal") {
    const { s, o } = deals[chosen.place];
    return { nodes: new Set([s, o]), edges: new Set([chosen.place]) };
  }
  const edges = new Set(dealsOf[chosen.place]);
  const nodes = new Set([chosen.place]);
  for (const place of edges) nodes.add(deals[place].s).add(deals[place].o);
  return { nodes, edges };
}

function drawNetwork(found) {
  const first = !graph;
  const before = spots, lastBright = bright, lastLayout = drawnLayout;
  drawnLayout = state.layout;
  sight = found;
  spots = positions();
  bright = selectionNeighbourhood();
  if (first) makeGraph();
  else {
    changeSet(nodeSet, found.entities, nodeRecord, (place) => before.get(place)?.x !== spots.get(place).x || before.get(place)?.y !== spots.get(place).y || bright !== lastBright);
    changeSet(edgeSet, found.deals, edgeRecord, () => bright !== lastBright || state.layout !== lastLayout);
  }
  graph.unselectAll();
  if (state.selected) markSelected();
}

function markSelected() {
  const { kind, place } = state.selected;
  if (kind === "entity" && nodeSet.get(place)) graph.selectNodes([place], false);
  if (kind === "deal" && edgeSet.get(place)) graph.selectEdges([place]);
}

function changeSet(set, wanted, record, changed) {
  const keep = new Set(wanted);
  const gone = set.getIds().filter((id) => !keep.has(id));
  if (gone.length) set.remove(gone);
  const there = new Set(set.getIds());
  const records = wanted.filter((place) => !there.has(place) || changed(place)).map(record);
  if (records.length) set.update(records);
}

function makeGraph() {
  paint = theme();
  nodeSet = new vis.DataSet(sight.entities.map(nodeRecord));
  edgeSet = new vis.DataSet(sight.deals.map(edgeRecord));
  const options = { ...DATA.options, groups: groupsOf(paint) };
  graph = new vis.Network(byId("canvas"), { nodes: nodeSet, edges: edgeSet }, options);
  graph.on("click", ({ nodes, edges }) => {
    if (nodes.length) select("entity", nodes[0]);
    else if (edges.length) select("deal", edges[0]);
    else select(null, null);
  });
  graph.on("doubleClick", ({ nodes }) => { if (nodes.length) focusOn(nodes[0]); });
  graph.on("dragging", ({ nodes }) => nodes.forEach((place) => spots.set(place, graph.getPosition(place))));
  graph.on("dragEnd", ({ nodes }) => nodes.forEach((place) => spots.set(place, graph.getPosition(place))));
  graph.on("hoverNode", ({ node }) => { hovered = node; });
  graph.on("blurNode", () => { hovered = null; });
  graph.on("beforeDrawing", (context) => paintBack(context));
  graph.on("afterDrawing", (context) => drawLabels(context));
  byId("canvas").addEventListener("keydown", networkKeys);
  fitNetwork(bright ? [...bright.nodes].filter((place) => spots.has(place)) : undefined); // a sent view shows what it is about
}

function repaintNetwork() {
  if (!graph) return;
  paint = theme();
  graph.setOptions({ groups: groupsOf(paint) });
  edgeSet.update(sight.deals.map((place) => ({ id: place, ...edgeLook(place) })));
  graph.redraw();
}

// All of it (or the given entities) in sight, with room for the labels at the rim.
function fitNetwork(places = [...spots.keys()]) {
  if (!graph || !places.length) return;
  const { clientWidth, clientHeight } = byId("canvas");
  const bounds = boundsOf(places.map((place) => spots.get(place)));
  const scale = Math.min((clientWidth - 2 * (sight.distance ? RIM.spread : RIM[state.layout])) / Math.max(bounds.width, 1), (clientHeight - 2 * RIM_Y) / Math.max(bounds.height, 1), 1.25);
  graph.moveTo({ position: { x: bounds.left + bounds.width / 2, y: bounds.top + bounds.height / 2 }, scale: Math.max(scale, 0.02), animation: false });
}

function boundsOf(points) {
  const range = (axis) => points.reduce(([low, high], point) => [Math.min(low, point[axis]), Math.max(high, point[axis])], [Infinity, -Infinity]);
  const [left, right] = range("x"), [top, bottom] = range("y");
  return { left, top, width: right - left, height: bottom - top };
}

// The background belongs to the picture: an exported PNG must not be transparent.
function paintBack(context) {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = paint.back;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
}

const labelFont = (size, bold) => `${bold ? "600 " : ""}${size}px ${FONT}`;

// Names at a constant size on the screen whatever the zoom, the strongest first, none over another.
function labelsOnScreen(context) {
  const scale = graph.getScale();
  const toScreen = ({ x, y }) => graph.canvasToDOM({ x, y });
  const { clientWidth, clientHeight } = byId("canvas");
  const inside = ({ x, y }) => x > -60 && y > -30 && x < clientWidth + 60 && y < clientHeight + 30;
  const important = (place) => place === hovered || (bright && bright.nodes.has(place));
  const nodes = sight.entities
    .map((place) => ({ place, ...toScreen(spots.get(place)) }))
    .filter(inside)
    .map(({ place, x, y }) => ({
      text: DATA.nodes[place].label, x, y, r: DATA.nodes[place].size * scale, size: 13,
      bold: important(place), dim: Boolean(bright) && !important(place),
    }))
    .filter((node) => node.r > 2.2 || node.bold)
    .sort((a, b) => b.bold - a.bold || b.r - a.r);
  const some = bright ? sight.deals.filter((place) => bright.edges.has(place)) : sight.deals.length <= EDGE_LABELS_MOST ? sight.deals : [];
  const edges = [...some].sort((a, b) => DATA.edges[b].width - DATA.edges[a].width).map((place) => ({
    text: DATA.edges[place].label, spots: labelSpots(place).map(toScreen), size: 11, bold: Boolean(bright), dim: false,
    strong: Boolean(deals[place].amount),
    room: scale * Math.hypot(spots.get(deals[place].s).x - spots.get(deals[place].o).x, spots.get(deals[place].s).y - spots.get(deals[place].o).y),
  })).filter((edge) => inside(edge.spots[0]));
  return placeLabels(nodes, edges, (text, size, bold) => {
    context.font = labelFont(size, bold);
    return context.measureText(text).width;
  });
}

function labelSpots(place) {
  const from = spots.get(deals[place].s), to = spots.get(deals[place].o);
  const via = bendPoint(from, to, bendOf(place));
  return LABEL_SHARES.map((share) => along(from, to, via, share));
}

function drawLabels(context) {
  const ratio = context.canvas.width / byId("canvas").clientWidth;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const label of labelsOnScreen(context)) {
    context.globalAlpha = label.dim ? 0.25 : 1;
    context.font = labelFont(label.size, label.bold);
    context.lineWidth = 4;
    context.strokeStyle = paint.back;
    context.strokeText(label.text, label.x, label.y);
    context.fillStyle = label.edge ? paint.muted : paint.ink;
    context.fillText(label.text, label.x, label.y);
  }
  context.restore();
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function networkKeys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const chosen = state.selected && state.selected.kind === "entity" ? state.selected.place : null;
  if (ARROWS[event.key]) select("entity", nearest(chosen, ARROWS[event.key]));
  else if (event.key === "Enter" && chosen !== null) byId("panel").focus();
  else if (event.key.toLowerCase() === "f" && chosen !== null) focusOn(chosen);
  else if (event.key === "+" || event.key === "-") graph.moveTo({ scale: graph.getScale() * (event.key === "+" ? 1.25 : 0.8) });
  else if (event.key === "0") fitNetwork();
  else if (event.key === "Escape") select(null, null);
  else return;
  event.preventDefault();
}

// The nearest entity in a direction; with nothing chosen, the strongest in sight.
function nearest(chosen, [dx, dy]) {
  const from = spots.get(chosen);
  if (!from) return sight.entities[0] ?? null;
  let best = chosen, least = Infinity;
  for (const [place, { x, y }] of spots) {
    const ahead = (x - from.x) * dx + (y - from.y) * dy;
    const aside = Math.abs((x - from.x) * dy) + Math.abs((y - from.y) * dx);
    if (place !== chosen && ahead > 0 && ahead + 2 * aside < least) [best, least] = [place, ahead + 2 * aside];
  }
  return best;
}
