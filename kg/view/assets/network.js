// The network view: vis-network (as it travels with pyvis) with fixed positions and no physics.
const EDGE_LABELS_MOST = 400; // with more edges in sight, only those of the selection carry their label
const RIM = { spread: 110, columns: 190 },
  RIM_Y = 46; // pixels for labels around the fitted network
let graph = null; // the vis.Network, made when first shown
let nodeSet = null,
  edgeSet = null;
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
    const node = DATA.nodes[place],
      column = DATA.columns[place];
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
  return Object.fromEntries(
    TYPES.map((type) => {
      const color = { background: theme.types[type], border: theme.back };
      const marked = { background: theme.types[type], border: theme.ink };
      return [type, { color: { ...color, highlight: marked, hover: marked } }];
    }),
  );
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
  const before = spots,
    lastBright = bright,
    lastLayout = drawnLayout;
  drawnLayout = state.layout;
  sight = found;
  spots = positions();
  bright = selectionNeighbourhood();
  if (first) makeGraph();
  else {
    const moved = (place) => before.get(place)?.x !== spots.get(place).x || before.get(place)?.y !== spots.get(place).y;
    changeSet(nodeSet, found.entities, nodeRecord, (place) => bright !== lastBright || moved(place));
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
  graph.on("doubleClick", ({ nodes }) => {
    if (nodes.length) focusOn(nodes[0]);
  });
  graph.on("dragging", ({ nodes }) => nodes.forEach((place) => spots.set(place, graph.getPosition(place))));
  graph.on("dragEnd", ({ nodes }) => nodes.forEach((place) => spots.set(place, graph.getPosition(place))));
  graph.on("hoverNode", ({ node }) => {
    hovered = node;
  });
  graph.on("blurNode", () => {
    hovered = null;
  });
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
  const rim = sight.distance ? RIM.spread : RIM[state.layout];
  const wide = (clientWidth - 2 * rim) / Math.max(bounds.width, 1);
  const high = (clientHeight - 2 * RIM_Y) / Math.max(bounds.height, 1);
  const scale = Math.max(Math.min(wide, high, 1.25), 0.02);
  graph.moveTo({
    position: { x: bounds.left + bounds.width / 2, y: bounds.top + bounds.height / 2 },
    scale,
    animation: false,
  });
}

function boundsOf(points) {
  const range = (axis) =>
    points.reduce(
      ([low, high], point) => [Math.min(low, point[axis]), Math.max(high, point[axis])],
      [Infinity, -Infinity],
    );
  const [left, right] = range("x"),
    [top, bottom] = range("y");
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
