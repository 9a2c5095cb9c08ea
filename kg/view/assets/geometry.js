// Curves and label places, the same for the canvas and for exported pictures.

// Control point of a bent edge, as vis-network computes it for "curvedCW" and "curvedCCW"; null for a straight one.
function bendPoint(from, to, smooth) {
  if (!smooth) return null;
  const factor = smooth.type === "curvedCW" ? smooth.roundness : -smooth.roundness;
  const dx = to.x - from.x,
    dy = from.y - to.y;
  const radius = Math.hypot(dx, dy) * (factor * 0.5 + 0.5);
  const angle = Math.atan2(dy, dx) + (factor * 0.5 + 0.5) * Math.PI;
  return { x: from.x + radius * Math.sin(angle), y: from.y + radius * Math.cos(angle) };
}

// The point at a share of the way, on the straight line or on the quadratic curve.
function along(from, to, via, share) {
  const rest = 1 - share;
  if (!via) return { x: rest * from.x + share * to.x, y: rest * from.y + share * to.y };
  const part = (axis) => rest * rest * from[axis] + 2 * rest * share * via[axis] + share * share * to[axis];
  return { x: part("x"), y: part("y") };
}
const LABEL_SHARES = [0.5, 0.36, 0.64, 0.26, 0.74]; // where on its edge a label is tried

// Boxes that are taken, in a grid: a label is only drawn where none is yet.
function labelSpace(cell = 60) {
  const taken = new Map();
  const cellsOf = (box) => {
    const keys = [];
    for (let x = Math.floor(box.left / cell); x <= Math.floor(box.right / cell); x++) {
      for (let y = Math.floor(box.top / cell); y <= Math.floor(box.bottom / cell); y++) keys.push(`${x}:${y}`);
    }
    return keys;
  };
  const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const free = (box) => cellsOf(box).every((key) => (taken.get(key) || []).every((other) => !meets(box, other)));
  const take = (box) => cellsOf(box).forEach((key) => (taken.get(key) || taken.set(key, []).get(key)).push(box));
  return { free, take, claim: (box) => free(box) && (take(box), true) };
}

const boxAround = (x, y, width, height) => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

const within = (box, frame) =>
  box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;

// Places for a node's label: below, above, right, left.
function around({ x, y, r }, width, height) {
  const up = r + height / 2 + 1,
    aside = r + width / 2 + 1;
  return [
    { x, y: y + up },
    { x, y: y - up },
    { x: x + aside, y },
    { x: x - aside, y },
  ];
}

// Which labels to draw and where, none over another, and over a node only where said. In the order of importance: the strongest quarter of the
// nodes, edges with an amount, the other nodes, the other edges.
// nodes: [{text, x, y, r, size, bold, dim}], the most important first; edges: [{text, spots: [{x, y}], room, strong, size, bold, dim}].
// A label that would leave the frame is not drawn.
function placeLabels(nodes, edges, measure, frame) {
  const shapes = labelSpace(),
    texts = labelSpace();
  for (const node of nodes) shapes.take(boxAround(node.x, node.y, node.r * 1.6, node.r * 1.6));
  const first = Math.ceil(nodes.length / 4);
  const drawn = [];
  const put = (label, overShapes) => {
    const width = measure(label.text, label.size, label.bold) + 6,
      height = label.size + 3;
    if (label.room < width + 16) return false; // the edge is shorter than its label
    const spot = (label.spots || around(label, width, height)).find(({ x, y }) => {
      const box = boxAround(x, y, width, height);
      return (!frame || within(box, frame)) && (overShapes || shapes.free(box)) && texts.claim(box);
    });
    if (spot) drawn.push({ ...label, ...spot, edge: Boolean(label.spots) });
    return Boolean(spot);
  };
  // A strong node is named even where its name must cover a weaker node.
  nodes.slice(0, first).forEach((node) => put(node, false) || put(node, true));
  edges.filter((edge) => edge.strong).forEach((edge) => put(edge, false));
  nodes.slice(first).forEach((node) => put(node, false));
  edges.filter((edge) => !edge.strong).forEach((edge) => put(edge, false));
  return drawn;
}
