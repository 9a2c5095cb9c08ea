// Names on the canvas of the network: drawn here, because vis-network would shrink them with the zoom and lay them over one another.
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
      text: DATA.nodes[place].label,
      x,
      y,
      r: DATA.nodes[place].size * scale,
      size: 13,
      bold: important(place),
      dim: Boolean(bright) && !important(place),
    }))
    .filter((node) => node.r > 2.2 || node.bold)
    .sort((a, b) => b.bold - a.bold || b.r - a.r);
  const some = bright
    ? sight.deals.filter((place) => bright.edges.has(place))
    : sight.deals.length <= EDGE_LABELS_MOST
      ? sight.deals
      : [];
  const edges = [...some]
    .sort((a, b) => DATA.edges[b].width - DATA.edges[a].width)
    .map((place) => ({
      text: DATA.edges[place].label,
      spots: labelSpots(place).map(toScreen),
      size: 11,
      bold: Boolean(bright),
      dim: false,
      strong: Boolean(deals[place].amount),
      room:
        scale *
        Math.hypot(
          spots.get(deals[place].s).x - spots.get(deals[place].o).x,
          spots.get(deals[place].s).y - spots.get(deals[place].o).y,
        ),
    }))
    .filter((edge) => inside(edge.spots[0]));
  return placeLabels(nodes, edges, (text, size, bold) => {
    context.font = labelFont(size, bold);
    return context.measureText(text).width;
  });
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
