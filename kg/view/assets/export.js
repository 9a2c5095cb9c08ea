// What is seen, as a picture or as a table of facts.
function save(blob, file) {
  const url = URL.createObjectURL(blob);
  const anchor = el("a", { href: url, download: file });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  announce(`Saved ${file}`);
}

// A cell that a spreadsheet would run as a formula gets an apostrophe; quotes and line ends are quoted.
function csvCell(value) {
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

const CSV_COLUMNS = [
  "subject",
  "subject_type",
  "relation",
  "object",
  "object_type",
  "amount",
  "currency",
  "status",
  "date",
  "date_is_report",
  "place",
  "role",
  "domains",
  "confidence",
  "conflict",
  "quote",
  "source",
  "url",
  "id",
];

function csvRow(place) {
  const deal = deals[place];
  const reading = (deal.readings || [])[0] || {};
  const source = documents[reading.doc] || {};
  return [
    entities[deal.s].name,
    entities[deal.s].type,
    deal.relation,
    entities[deal.o].name,
    entities[deal.o].type,
    deal.amount ? deal.amount.value : "",
    deal.amount ? deal.amount.currency : "",
    deal.status,
    deal.date,
    deal.reported ? "yes" : "",
    deal.place === undefined ? "" : entities[deal.place].name,
    deal.role,
    (deal.domains || []).join("; "),
    deal.confidence,
    (deal.conflicts || []).map(([field]) => field).join("; "),
    reading.text,
    source.title || source.name,
    source.url,
    deal.id,
  ];
}

function exportCsv() {
  const rows = [CSV_COLUMNS, ...sortedDeals(sight.deals).map(csvRow)];
  const text = rows.map((row) => row.map(csvCell).join(",")).join("\r\n");
  save(new Blob(["\ufeff", text, "\r\n"], { type: "text/csv;charset=utf-8" }), "facts.csv");
}

const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function svgText(picture) {
  const copy = picture.cloneNode(true);
  copy.setAttribute("xmlns", SVG);
  for (const element of copy.querySelectorAll("[tabindex]"))
    ["tabindex", "role", "aria-label", "class"].forEach((attribute) => element.removeAttribute(attribute));
  return new XMLSerializer().serializeToString(copy).toWellFormed().replace(NOT_XML, "");
}

// The drawing of the current view; the table is drawn as the network.
function currentPicture() {
  if (state.view === "timeline" || state.view === "map") return byId(`view-${state.view}`).querySelector("svg.picture");
  return networkPicture();
}

function exportSvg() {
  const picture = currentPicture();
  if (!picture) return announce("There is nothing to save in this view");
  save(new Blob([svgText(picture)], { type: "image/svg+xml" }), `${state.view}.svg`);
}

function exportPng() {
  if (state.view === "network")
    return byId("canvas")
      .querySelector("canvas")
      .toBlob((blob) => save(blob, "network.png"));
  const picture = currentPicture();
  if (!picture) return announce("There is nothing to save in this view");
  const [width, height] = [Number(picture.getAttribute("width")), Number(picture.getAttribute("height"))];
  const scale = Math.min(2, 16000 / Math.max(width, height)); // canvases end at about 16,000 pixels
  const image = new Image();
  image.onload = () => {
    const canvas = el("canvas", { width: Math.round(width * scale), height: Math.round(height * scale) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(blob, `${state.view}.png`));
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(picture))}`;
}

function networkPicture() {
  const colors = theme();
  if (!sight.entities.length) return null;
  if (state.view !== "network") spots = positions();
  const bounds = boundsOf(sight.entities.map((place) => spots.get(place)));
  const left = bounds.left - 140,
    top = bounds.top - 60,
    width = bounds.width + 280,
    height = bounds.height + 140;
  const arrow = svg(
    "marker",
    {
      id: "arrow",
      viewBox: "0 0 10 10",
      refX: 10,
      refY: 5,
      markerWidth: 9,
      markerHeight: 9,
      markerUnits: "userSpaceOnUse",
      orient: "auto",
    },
    svg("path", { d: "M0 0L10 5L0 10Z", fill: colors.edge }),
  );
  return svg(
    "svg",
    { width, height, viewBox: `${left} ${top} ${width} ${height}`, "font-family": FONT },
    svg("defs", {}, arrow),
    svg("rect", { x: left, y: top, width, height, fill: colors.back }),
    sight.deals.map((place) => svgEdge(place, colors)),
    sight.entities.map((place) => svgNode(place, colors)),
    svgLabels(colors),
  );
}

function svgEdge(place, colors) {
  const deal = deals[place],
    edge = DATA.edges[place],
    look = looks.statuses[deal.status] || {};
  const from = spots.get(deal.s),
    to = spots.get(deal.o),
    via = bendPoint(from, to, bendOf(place));
  const last = via || from,
    length = Math.hypot(to.x - last.x, to.y - last.y) || 1,
    r = DATA.nodes[deal.o].size + 3;
  const end = { x: to.x - ((to.x - last.x) / length) * r, y: to.y - ((to.y - last.y) / length) * r };
  const d = via
    ? `M${from.x} ${from.y}Q${via.x.toFixed(1)} ${via.y.toFixed(1)} ${end.x.toFixed(1)} ${end.y.toFixed(1)}`
    : `M${from.x} ${from.y}L${end.x.toFixed(1)} ${end.y.toFixed(1)}`;
  return svg(
    "path",
    {
      d,
      fill: "none",
      stroke: look.faint ? colors.faint : colors.edge,
      "stroke-width": edge.width,
      "stroke-dasharray": look.dashes ? look.dashes.join(" ") : null,
      "marker-end": edge.arrows === "to" ? "url(#arrow)" : null,
    },
    svg("title", {}, edge.title),
  );
}

function svgNode(place, colors) {
  const node = DATA.nodes[place],
    { x, y } = spots.get(place);
  return svg(
    "path",
    {
      d: shapePath(node.shape, node.size),
      transform: `translate(${x} ${y})`,
      fill: colors.types[node.group],
      stroke: colors.back,
      "stroke-width": 1.5,
    },
    svg("title", {}, node.title),
  );
}

function svgLabels(colors) {
  const nodes = sight.entities.map((place) => ({
    text: DATA.nodes[place].label,
    ...spots.get(place),
    r: DATA.nodes[place].size,
    size: 14,
  }));
  const edges = sight.deals.map((place) => ({
    text: DATA.edges[place].label,
    spots: labelSpots(place),
    size: 11,
    room: Infinity,
    strong: Boolean(deals[place].amount),
  }));
  const measure = (text, size) =>
    [...text].reduce((sum, character) => sum + (character.codePointAt(0) > 0x2e80 ? size : size * 0.56), 0);
  return placeLabels(nodes, edges, measure).map((label) =>
    svg(
      "text",
      {
        x: label.x,
        y: label.y,
        "font-size": label.size,
        "text-anchor": "middle",
        "dominant-baseline": "central",
        fill: label.edge ? colors.muted : colors.ink,
        stroke: colors.back,
        "stroke-width": 3,
        "paint-order": "stroke",
      },
      label.text,
    ),
  );
}
