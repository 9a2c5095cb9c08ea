// The table: the same facts for those who prefer rows; each column sorts.
const TABLE_MOST = 200;
let tableMore = TABLE_MOST;
let sorting = { column: 0, down: false };

const COLUMNS = [
  { title: "From", text: (deal) => entities[deal.s].name, cell: (deal) => entityButton(deal.s) },
  { title: "Relation", text: (deal) => words(deal.relation) },
  { title: "To", text: (deal) => entities[deal.o].name, cell: (deal) => entityButton(deal.o) },
  {
    title: "Amount",
    text: (deal) => (deal.amount ? deal.amount.text : ""),
    number: (deal) => (deal.amount ? deal.amount.value : -1),
  },
  { title: "Status", text: (deal) => deal.status || "", number: (deal) => STATUSES.indexOf(deal.status) },
  {
    title: "Date",
    text: (deal) => dateOf(deal) || "",
    number: (deal, place) => (stretches[place] ? stretches[place][0] : -Infinity),
  },
  { title: "About", text: (deal) => (deal.domains || []).join(", ") },
  { title: "Confidence", text: (deal) => percent(deal.confidence ?? 1), number: (deal) => deal.confidence ?? 1 },
  {
    title: "Sources",
    text: (deal) => String(new Set((deal.readings || []).map(({ doc }) => doc)).size),
    number: (deal) => (deal.readings || []).length,
  },
];

function sortedDeals(places) {
  const { number, text } = COLUMNS[sorting.column];
  const order = number
    ? (a, b) => number(deals[a], a) - number(deals[b], b)
    : (a, b) => byText(text(deals[a]), text(deals[b]));
  return [...places].sort((a, b) => (sorting.down ? -order(a, b) : order(a, b)) || a - b);
}

function drawTable(found) {
  const shown = sortedDeals(found.deals).slice(0, tableMore);
  const head = COLUMNS.map((column, place) =>
    el(
      "th",
      { scope: "col", "aria-sort": sorting.column === place ? (sorting.down ? "descending" : "ascending") : "none" },
      button(column.title, () => sortBy(place, found), { class: "plain" }),
    ),
  );
  const rows = shown.map((place) =>
    el(
      "tr",
      { class: isChosen("deal", place) ? "chosen" : null },
      COLUMNS.map((column) => el("td", {}, column.cell ? column.cell(deals[place]) : column.text(deals[place]))),
      el(
        "td",
        {},
        button("Open", () => select("deal", place), {
          class: "plain",
          "aria-label": `Open: ${dealText(deals[place])}`,
        }),
      ),
    ),
  );
  byId("view-table").replaceChildren(
    el(
      "table",
      {},
      el("caption", { class: "unseen" }, "Facts in sight"),
      el("thead", {}, el("tr", {}, head, el("th", { scope: "col" }, el("span", { class: "unseen" }, "Open")))),
      el("tbody", {}, rows),
    ),
    found.deals.length > shown.length
      ? button(`Show ${Math.min(TABLE_MOST, found.deals.length - shown.length)} more`, () => {
          tableMore += TABLE_MOST;
          drawTable(found);
        })
      : "",
  );
}

function sortBy(place, found) {
  sorting = { column: place, down: sorting.column === place && !sorting.down };
  drawTable(found);
  byId("view-table").querySelectorAll("th button")[place].focus();
}
