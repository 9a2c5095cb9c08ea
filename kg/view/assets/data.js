// The graph as the page holds it: entities, deals and documents refer to one another by position.
const DATA = JSON.parse(document.getElementById("data").textContent);
const { entities, deals, documents, looks } = DATA;

const STATUSES = Object.keys(looks.statuses);
const TYPES = Object.keys(looks.types);
const UNSTATED = "not stated";

const words = (name) => name.replace(/_/g, " ");
const typeWords = (type) => type.replace(/(?!^)([A-Z])/g, " $1").replace(/ [A-Z]/g, (letter) => letter.toLowerCase());
const statusOf = (deal) => deal.status || UNSTATED;
const byText = (a, b) => a.localeCompare(b, "en");

// Deals of each entity, by position.
const dealsOf = entities.map(() => []);
deals.forEach((deal, place) => {
  dealsOf[deal.s].push(place);
  if (deal.o !== deal.s) dealsOf[deal.o].push(place);
});

const CONNECTED = dealsOf.filter((own) => own.length).length;

// A key that survives a rebuild of the graph: the end of the IRI.
const keyOf = (thing) => thing.id.split("/").slice(-2).join("/");
const placeByKey = (things) => {
  const places = new Map();
  things.forEach((thing, place) => {
    if (!places.has(keyOf(thing))) places.set(keyOf(thing), place);
  });
  return places;
};
const entityByKey = placeByKey(entities);
const dealByKey = placeByKey(deals);

function tally(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return counts;
}

const RELATIONS = [...tally(deals.map((deal) => deal.relation))].sort((a, b) => b[1] - a[1] || byText(a[0], b[0]));
const DOMAINS = [...tally(deals.flatMap((deal) => deal.domains || []))].sort(
  (a, b) => b[1] - a[1] || byText(a[0], b[0]),
);

const dealText = (deal) =>
  `${entities[deal.s].name} – ${words(deal.relation)}${deal.amount ? ` ${deal.amount.text}` : ""} – ${entities[deal.o].name}`;

// A date as precise as it is known covers a stretch of time: [first day, day after the last], as milliseconds.
function stretch(date) {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date);
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map((part) => part && Number(part));
  const start = Date.UTC(year, (month || 1) - 1, day || 1);
  const end = Date.UTC(
    day ? year : month ? year : year + 1,
    (month || 1) - 1 + (month && !day ? 1 : 0),
    day ? day + 1 : 1,
  );
  return Number.isFinite(start) && Number.isFinite(end) ? [start, end] : null;
}
const stretches = deals.map((deal) => (deal.date ? stretch(deal.date) : null));
