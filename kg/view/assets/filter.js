// Which deals and entities the state leaves in sight.
const NETWORK_MOST = 3000; // more nodes than this would freeze the tab

const monthStart = (month) => stretch(month)[0];
const monthEnd = (month) => stretch(month)[1];

function passes(place) {
  const deal = deals[place];
  if (state.relation.has(deal.relation) || state.status.has(statusOf(deal))) return false;
  if (state.type.has(entities[deal.s].type) || state.type.has(entities[deal.o].type)) return false;
  if ((deal.confidence ?? 1) < state.confidence) return false;
  if (state.domain.size && !(deal.domains || []).some((domain) => state.domain.has(domain))) return false;
  const time = stretches[place];
  if (!time) return state.undated;
  return (!state.from || time[1] > monthStart(state.from)) && (!state.to || time[0] < monthEnd(state.to));
}

const cutsDeals = () =>
  state.relation.size ||
  state.status.size ||
  state.domain.size ||
  state.confidence > 0 ||
  state.from ||
  state.to ||
  !state.undated;

function reach(start, hops, matching) {
  const near = new Map();
  for (const place of matching) {
    const { s, o } = deals[place];
    (near.get(s) || near.set(s, []).get(s)).push(o);
    (near.get(o) || near.set(o, []).get(o)).push(s);
  }
  const distance = new Map([[start, 0]]);
  for (const node of distance.keys()) {
    // a Map's keys may grow while they are walked: breadth first
    if (distance.get(node) === hops) continue;
    for (const other of near.get(node) || []) if (!distance.has(other)) distance.set(other, distance.get(node) + 1);
  }
  return distance;
}

function strongest(matching) {
  const strength = tally(matching.flatMap((place) => [...new Set([deals[place].s, deals[place].o])]));
  const all = [];
  entities.forEach((entity, place) => {
    if (state.type.has(entity.type) || !dealsOf[place].length) return;
    if (strength.has(place) || !cutsDeals()) all.push(place);
  });
  return all.sort((a, b) => (strength.get(b) || 0) - (strength.get(a) || 0) || a - b);
}

// The strongest half, then what has facts with them, then the next strongest: a part that hangs together.
function firstOf(candidates, most, matching) {
  if (candidates.length <= most) return candidates;
  const hubs = new Set(candidates.slice(0, Math.ceil(most / 2)));
  const touching = matching.map((place) => deals[place]).filter(({ s, o }) => hubs.has(s) || hubs.has(o));
  const near = new Set(touching.flatMap(({ s, o }) => [s, o]));
  const rest = candidates.slice(hubs.size);
  return [...hubs, ...rest.filter((place) => near.has(place)), ...rest.filter((place) => !near.has(place))].slice(
    0,
    most,
  );
}

// {deals, entities: positions in sight; candidates: number of entities that pass the filters; distance: hops from the focus}
function inSight() {
  const matching = [];
  deals.forEach((_, place) => {
    if (passes(place)) matching.push(place);
  });
  const candidates = strongest(matching);
  const distance = state.focus === null ? null : reach(state.focus, state.hops, matching);
  const most = Math.min(state.limit, NETWORK_MOST);
  let shown = distance ? [...distance.keys()].slice(0, NETWORK_MOST) : firstOf(candidates, most, matching);
  const set = new Set(shown);
  const chosen = state.selected;
  if (chosen && chosen.kind === "entity" && !distance && candidates.length > most) set.add(chosen.place);
  shown = [...set].sort((a, b) => a - b);
  return {
    entities: shown,
    set,
    distance,
    candidates: candidates.length,
    matching: matching.length,
    deals: matching.filter((place) => set.has(deals[place].s) && set.has(deals[place].o)),
  };
}
