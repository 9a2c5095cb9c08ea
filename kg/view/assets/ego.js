// Places around one entity: itself in the middle, each step one ring further out, each node near the one that leads to it.
const RING_GAP = 230;
const SLOT = 84; // least distance between neighbours on a ring

function egoPoints({ distance, deals: shown, entities: places }) {
  const parent = parents(distance, shown);
  const children = new Map(places.map((place) => [place, []]));
  for (const [place, above] of parent) children.get(above).push(place);
  for (const list of children.values()) list.sort(alike);
  const leaves = new Map();
  const count = (place) => {
    const below = children.get(place);
    leaves.set(place, below.length ? below.reduce((sum, child) => sum + count(child), 0) : 1);
    return leaves.get(place);
  };
  const start = [...distance.keys()][0];
  const total = count(start);
  const gap = Math.max(RING_GAP, (total * SLOT) / (2 * Math.PI * Math.max(1, ...distance.values())));
  const points = new Map();
  const place = (node, low, high) => {
    const angle = ((low + high) / 2 / total) * 2 * Math.PI - Math.PI / 2;
    const radius = distance.get(node) * gap;
    points.set(node, { x: Math.round(radius * 1.25 * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) });
    let from = low;
    for (const child of children.get(node)) {
      place(child, from, from + leaves.get(child));
      from += leaves.get(child);
    }
  };
  place(start, 0, total);
  return points;
}

const alike = (a, b) => byText(entities[a].type, entities[b].type) || a - b;

function parents(distance, shown) {
  const parent = new Map();
  const offer = (child, above) => {
    if (distance.get(child) !== distance.get(above) + 1) return;
    if (!parent.has(child) || above < parent.get(child)) parent.set(child, above);
  };
  for (const deal of shown) {
    offer(deals[deal].s, deals[deal].o);
    offer(deals[deal].o, deals[deal].s);
  }
  return parent;
}
