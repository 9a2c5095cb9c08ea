// Curves and label places, the same for the canvas and for exported pictures.

// Control point of a bent edge, as vis-network computes it for "curvedCW" and "curvedCCW"; null for a straight one.
function bendPoint(from, to, smooth) {
  if (!smooth) return null;
  const factor = smooth.type === "curvedCW" ? smooth.roundness : -smooth.roundness;
  const dx = to.x - from.x, dy = from.y - to.y;
  const radius = Math.hypot(dx, dy) * (factor * 0.5 + 0.5);
  const angle = Math.atan2(dy, dx) + (factor * 0.5 + 0.5) * Math.PI;
  return { x: from.x + radius * Math.sin(angle), y: from.y + radius * Math.cos(angle) };
}

function middleOf(from, to, via) {
  if (!via) return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  return { x: (from.x + 2 * via.x + to.x) / 4, y: (from.y + 2 * via.y + to.y) / 4 };
}

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

const boxAround = (x, y, width, height) => ({ left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 });

// Which labels to draw, each at most once and none over another: [{text, x, y, size, bold, dim, edge}], in the units of `scale` = 1.
// nodes: [{text, x, y, r, bold, dim}], the most important first; edges: [{text, x, y, bold, dim}] on the screen.
function placeLabels(nodes, edges, measure) {
  const space = labelSpace();
  const drawn = [];
  for (const node of nodes) {
    const width = measure(node.text, node.size, node.bold) + 6, height = node.size + 4;
    const below = { x: node.x, y: node.y + node.r + height / 2 + 2 };
    const above = { x: node.x, y: node.y - node.r - height / 2 - 2 };
    const spot = [below, above].find(({ x, y }) => space.claim(boxAround(x, y, width, height)));
    if (spot) drawn.push({ ...node, ...spot });
    space.take(boxAround(node.x, node.y, node.r * 1.4, node.r * 1.4));
  }
  for (const edge of edges) {
    const width = measure(edge.text, edge.size, edge.bold) + 6;
    if (space.claim(boxAround(edge.x, edge.y, width, edge.size + 3))) drawn.push({ ...edge, edge: true });
  }
  return drawn;
}
