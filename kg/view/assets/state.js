// What is selected, filtered and shown. It lives in the URL's fragment, so that a view can be sent.
const SETS = ["type", "relation", "status", "domain"]; // type, relation, status: switched off; domain: asked for

function opening() {
  return {
    view: "network",
    layout: "spread",
    selected: null,
    type: new Set(),
    relation: new Set(),
    status: new Set(),
    domain: new Set(),
    confidence: 0,
    from: null,
    to: null,
    undated: true,
    focus: DATA.opening.focus ?? null,
    hops: DATA.opening.hops,
    limit: DATA.opening.limit,
  };
}

let state = opening();
const listeners = [];
const onChange = (listener) => listeners.push(listener);

function update(changes) {
  const before = state;
  state = { ...state, ...changes };
  writeFragment();
  listeners.forEach((listener) => listener(state, before));
}

function toggle(set, value) {
  const values = new Set(state[set]);
  if (!values.delete(value)) values.add(value);
  update({ [set]: values });
}

const isChosen = (kind, place) =>
  Boolean(state.selected) && state.selected.kind === kind && state.selected.place === place;
const select = (kind, place) => update({ selected: place === null ? null : { kind, place } });
const focusOn = (place, hops) =>
  update({
    focus: place,
    hops: hops || state.hops,
    selected: place === null ? state.selected : { kind: "entity", place },
  });
const reset = () => update(opening());

// Only what differs from the opening view is written.
function toFragment(shown) {
  const plain = opening();
  const parts = new URLSearchParams();
  for (const key of ["view", "layout", "confidence", "from", "to", "hops", "limit"]) {
    if (shown[key] !== plain[key]) parts.set(key, shown[key] ?? "");
  }
  if (!shown.undated) parts.set("undated", "no");
  for (const key of SETS) if (shown[key].size) parts.set(key, [...shown[key]].map(encodeURIComponent).join(","));
  if (shown.focus !== plain.focus) parts.set("focus", shown.focus === null ? "" : keyOf(entities[shown.focus]));
  if (shown.selected) {
    const { kind, place } = shown.selected;
    parts.set(kind, keyOf(kind === "entity" ? entities[place] : deals[place]));
  }
  return parts.toString();
}

// What a fragment asks for; what it cannot mean is passed over.
function fromFragment(text) {
  const parts = new URLSearchParams(text.replace(/^#/, ""));
  const wanted = opening();
  const oneOf = (key, allowed) => {
    if (allowed.includes(parts.get(key))) wanted[key] = parts.get(key);
  };
  const number = (key, low, high) => {
    const value = Number(parts.get(key));
    if (parts.get(key) && value >= low && value <= high) wanted[key] = value;
  };
  oneOf("view", ["network", "timeline", "map", "table"]);
  oneOf("layout", ["spread", "columns"]);
  number("confidence", 0, 1);
  number("hops", 1, 4);
  number("limit", 1, 1e6);
  for (const key of ["from", "to"]) if (/^\d{4}(-\d\d)?$/.test(parts.get(key) || "")) wanted[key] = parts.get(key);
  wanted.undated = parts.get("undated") !== "no";
  for (const key of SETS) if (parts.get(key)) wanted[key] = new Set(parts.get(key).split(",").map(decode));
  if (parts.has("focus")) wanted.focus = entityByKey.get(parts.get("focus")) ?? null;
  if (entityByKey.has(parts.get("entity")))
    wanted.selected = { kind: "entity", place: entityByKey.get(parts.get("entity")) };
  if (dealByKey.has(parts.get("deal"))) wanted.selected = { kind: "deal", place: dealByKey.get(parts.get("deal")) };
  return wanted;
}
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function writeFragment() {
  const fragment = toFragment(state);
  // Inside a notebook's frame the address cannot be changed; the view works all the same.
  try {
    history.replaceState(null, "", fragment ? `#${fragment}` : "#");
  } catch {
    /* a frame without an address */
  }
}
