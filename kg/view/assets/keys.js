// The network without a mouse.
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function networkKeys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const chosen = state.selected && state.selected.kind === "entity" ? state.selected.place : null;
  if (ARROWS[event.key]) select("entity", nearest(chosen, ARROWS[event.key]));
  else if (event.key === "Enter" && chosen !== null) byId("panel").focus();
  else if (event.key.toLowerCase() === "f" && chosen !== null) focusOn(chosen);
  else if (event.key === "+" || event.key === "-")
    graph.moveTo({ scale: graph.getScale() * (event.key === "+" ? 1.25 : 0.8) });
  else if (event.key === "0") fitNetwork();
  else if (event.key === "Escape") select(null, null);
  else return;
  event.preventDefault();
}

// The nearest entity in a direction; with nothing chosen, the strongest in sight.
function nearest(chosen, [dx, dy]) {
  const from = spots.get(chosen);
  if (!from) return sight.entities[0] ?? null;
  let best = chosen,
    least = Infinity;
  for (const [place, { x, y }] of spots) {
    const ahead = (x - from.x) * dx + (y - from.y) * dy;
    const aside = Math.abs((x - from.x) * dy) + Math.abs((y - from.y) * dx);
    if (place !== chosen && ahead > 0 && ahead + 2 * aside < least) [best, least] = [place, ahead + 2 * aside];
  }
  return best;
}
