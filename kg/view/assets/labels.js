// Names on the canvas of the network: drawn here, because vis-network would shrink them with the zoom and lay them over one another.
const labelFont = (size, bold) => `${bold ? "600 " : ""}${size}px ${FONT}`;

const toScreen = ({ x, y }) => graph.canvasToDOM({ x, y });
const important = (place) => place === hovered || Boolean(bright && bright.nodes.has(place));

function nodeLabels(inside) {
  const scale = graph.getScale();
  return sight.entities
    .map((place) => ({ place, size: 13, ...toScreen(spots.get(place)) }))
    .filter(inside)
    .map((node) => ({
      ...node,
      text: DATA.nodes[node.place].label,
      r: DATA.nodes[node.place].size * scale,
      bold: important(node.place),
      dim: Boolean(bright) && !important(node.place),
    }))
    .filter((node) => node.r > 2.2 || node.bold)
    .sort((a, b) => b.bold - a.bold || b.r - a.r);
}

function edgeLabels(inside) {
  const chosen = bright && sight.deals.filter((place) => bright.edges.has(place));
  const few = sight.deals.length <= EDGE_LABELS_MOST ? [...sight.deals] : [];
  const length = ({ s, o }) => Math.hypot(spots.get(s).x - spots.get(o).x, spots.get(s).y - spots.get(o).y);
  return (chosen || few)
    .sort((a, b) => DATA.edges[b].width - DATA.edges[a].width)
    .map((place) => ({
      text: DATA.edges[place].label,
      spots: labelSpots(place).map(toScreen),
      size: 11,
      bold: Boolean(bright),
      strong: Boolean(deals[place].amount),
      room: graph.getScale() * length(deals[place]),
    }))
    .filter((edge) => inside(edge.spots[0]));
}

// Names at a constant size on the screen whatever the zoom, the strongest first, none over another or cut at the rim.
function labelsOnScreen(context) {
  const { clientWidth: right, clientHeight: bottom } = byId("canvas");
  const inside = ({ x, y }) => x > 0 && y > 0 && x < right && y < bottom;
  const measure = (text, size, bold) => {
    context.font = labelFont(size, bold);
    return context.measureText(text).width;
  };
  return placeLabels(nodeLabels(inside), edgeLabels(inside), measure, { left: 0, top: 0, right, bottom });
}

function labelSpots(place) {
  const from = spots.get(deals[place].s),
    to = spots.get(deals[place].o);
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
