// The map: places by their coordinates, lines from the parties to them, on an outline that is part of this file.
const [DEGREE_X, DEGREE_Y] = DATA.outline ? DATA.outline.degree : [1, 1]; // map units a degree of longitude, of latitude
const MAP_WIDTH = 360 * DEGREE_X,
  MAP_HEIGHT = 180 * DEGREE_Y;
let mapWindow = null; // {x, y, width}, in map units
let mapFound = null;

const project = ([longitude, latitude]) => ({ x: (longitude + 180) * DEGREE_X, y: (90 - latitude) * DEGREE_Y });

// A country or a region that is only known by what lies in it: too wide to stand for where something is.
const wide = new Set(
  entities
    .filter(({ type, within }) => type === "Place" && within !== undefined)
    .map(({ within }) => within)
    .filter((place) => entities[place].within === undefined),
);

// Where an entity is: its own coordinates, those of the place it governs or lies in, or of a place it is located in.
function whereIs(place, depth = 0) {
  const entity = entities[place];
  if (!entity || depth > 4) return null;
  if (entity.at) return project(entity.at);
  const located = dealsOf[place]
    .map((deal) => deals[deal])
    .find((deal) => deal.relation === "located_in" && deal.s === place);
  for (const next of [entity.governs, entity.within, located && located.o]) {
    const vague = next === undefined || (next !== entity.governs && (wide.has(next) || entity.type === "Place"));
    const spot = vague ? null : whereIs(next, depth + 1);
    if (spot) return spot;
  }
  return null;
}

const NOT_DRAWN = new Set(["located_in", "leads"]); // where something is, and who leads it, is no deal between places

// Ends of a deal's line: subject → the deal's own place or the object. A subject without a place gets a dock at the left.
function mapLines(found) {
  const lines = [],
    docked = new Map();
  for (const place of found.deals) {
    const deal = deals[place];
    if (NOT_DRAWN.has(deal.relation)) continue;
    const to = whereIs(deal.o) || (deal.place === undefined ? null : whereIs(deal.place));
    const from = whereIs(deal.s);
    if (!to) continue;
    if (!from) docked.set(deal.s, (docked.get(deal.s) || 0) + 1);
    lines.push({ place, from, to, subject: deal.s });
  }
  return { lines, docked: [...docked.keys()].sort((a, b) => a - b) };
}

function drawMap(found) {
  const holder = byId("view-map");
  mapFound = found;
  if (!DATA.outline) {
    holder.replaceChildren(el("p", { class: "note" }, "No place of this graph has coordinates."));
    return;
  }
  const width = Math.max(holder.clientWidth, 320),
    height = Math.max(holder.clientHeight, 240);
  mapWindow ||= mapFit(found, width / height);
  const lines = mapLines(found);
  holder.replaceChildren(
    mapPicture(found, lines, width, height),
    el(
      "div",
      { class: "corner" },
      button("+", () => zoomMap(0.6), { "aria-label": "Zoom in" }),
      button("−", () => zoomMap(1.6), { "aria-label": "Zoom out" }),
      button("Fit", () => {
        mapWindow = null;
        drawMap(mapFound);
      }),
    ),
    el(
      "p",
      { class: "credit" },
      `${lines.lines.length} facts with a place. Outline: Natural Earth (public domain); lines between countries are for orientation only.`,
    ),
  );
}

function mapFit(found, aspect) {
  const spots = found.entities.map((place) => whereIs(place)).filter(Boolean);
  if (!spots.length) return { x: 0, y: 0, width: Math.max(MAP_WIDTH, MAP_HEIGHT * aspect) };
  const rim = mapLines(found).docked.length ? 1.6 : 1.3; // room at the left for what has no place
  const xs = spots.map(({ x }) => x),
    ys = spots.map(({ y }) => y);
  const [left, right] = mostOf(xs),
    [top, bottom] = mostOf(ys);
  const width = Math.min(
    Math.max((right - left) * rim, (bottom - top) * rim * aspect, 12 * DEGREE_X),
    Math.max(MAP_WIDTH, MAP_HEIGHT * aspect),
  );
  return {
    x: (left + right) / 2 - width * (rim > 1.5 ? 0.57 : 0.5),
    y: (top + bottom) / 2 - width / aspect / 2,
    width,
  };
}

// The range of the values without the outermost twentieth at each end: one far place must not shrink all others.
function mostOf(values) {
  const sorted = values.sort((a, b) => a - b);
  const off = Math.floor(sorted.length / 20);
  return [sorted[off], sorted[sorted.length - 1 - off]];
}

function zoomMap(factor, centre) {
  const holder = byId("view-map");
  const aspect = holder.clientWidth / holder.clientHeight;
  const width = Math.min(Math.max(mapWindow.width * factor, 2 * DEGREE_X), 600 * DEGREE_X);
  const at = centre || { x: mapWindow.x + mapWindow.width / 2, y: mapWindow.y + mapWindow.width / aspect / 2 };
  const share = width / mapWindow.width;
  mapWindow = { x: at.x - (at.x - mapWindow.x) * share, y: at.y - (at.y - mapWindow.y) * share, width };
  drawMap(mapFound);
}

function mapPicture(found, { lines, docked }, width, height) {
  const colors = theme();
  const scale = width / mapWindow.width;
  const screen = ({ x, y }) => ({ x: (x - mapWindow.x) * scale, y: (y - mapWindow.y) * scale });
  const dock = new Map(docked.slice(0, 24).map((place, row) => [place, { x: 18, y: 46 + row * 26 }]));
  const outline = `translate(${-mapWindow.x * scale} ${-mapWindow.y * scale}) scale(${scale})`;
  const picture = svg(
    "svg",
    {
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      class: "picture map",
      role: "group",
      "aria-label": "Map of places",
      "font-family": FONT,
    },
    svg("rect", { width, height, fill: colors.sea }),
    svg(
      "g",
      { transform: outline },
      svg("path", { d: DATA.outline.land, fill: colors.land, stroke: colors.border, "stroke-width": 1 / scale }),
      svg("path", { d: DATA.outline.borders, fill: "none", stroke: colors.border, "stroke-width": 0.8 / scale }),
    ),
    lines.map((line) => mapLine(line, screen, dock, colors)),
    dock.size
      ? svg("rect", {
          x: 4,
          y: 6,
          width: 216,
          height: dock.size * 26 + 34,
          rx: 6,
          fill: colors.back,
          "fill-opacity": 0.7,
        })
      : "",
    dock.size ? svg("text", { x: 10, y: 24, "font-size": 12, fill: colors.muted }, "Place not known:") : "",
    mapMarks(found, screen, dock, colors, { width, height }),
  );
  dragMap(picture, scale);
  return picture;
}

function mapLine({ place, from, to, subject }, screen, dock, colors) {
  const start = from ? screen(from) : dock.get(subject);
  if (!start) return "";
  const end = screen(to);
  const deal = deals[place],
    look = looks.statuses[deal.status];
  const bright = !state.selected || isChosen("deal", place) || isChosen("entity", deal.s) || isChosen("entity", deal.o);
  const { smooth, width, title } = DATA.edges[place];
  const bow = 0.14 + (smooth ? (smooth.type === "curvedCW" ? 0.5 : -0.5) * smooth.roundness : 0);
  const middle = {
    x: (start.x + end.x) / 2 - (end.y - start.y) * bow,
    y: (start.y + end.y) / 2 + (end.x - start.x) * bow,
  };
  const point = ({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const calm = look && look.faint ? colors.faint : colors.edge;
  return svg(
    "path",
    {
      ...pressable(() => select("deal", place), dealText(deal)),
      class: "line",
      d: `M${point(start)}Q${point(middle)} ${point(end)}`,
      fill: "none",
      stroke: state.selected && bright ? colors.accent : calm,
      "stroke-opacity": !bright ? 0.1 : from || state.selected ? 0.8 : 0.3,
      "stroke-width": Math.min(width, 4),
      "stroke-dasharray": look && look.dashes ? look.dashes.join(" ") : null,
    },
    svg("title", {}, title),
  );
}

// The marks in sight: {place, x, y, r}; several things at one place stand around it.
function mapSpots(found, screen, dock, { width, height }) {
  const stacked = new Map();
  const marks = [...dock].map(([place, spot]) => ({ place, ...spot, r: 6 }));
  for (const place of found.entities) {
    const spot = whereIs(place);
    if (!spot) continue;
    const key = `${spot.x}:${spot.y}`;
    const rank = stacked.get(key) || 0;
    stacked.set(key, rank + 1);
    const { x, y } = screen(spot),
      away = 14 * Math.sqrt(rank);
    const r = 4 + Math.min(Math.sqrt(dealsOf[place].length) * 1.6, 9);
    marks.push({ place, x: x + away * Math.cos(rank * 2.4), y: y + away * Math.sin(rank * 2.4), r });
  }
  return marks.filter(({ x, y }) => x > -20 && y > -20 && x < width + 20 && y < height + 20);
}

function mapMarks(found, screen, dock, colors, size) {
  const space = labelSpace();
  const marks = mapSpots(found, screen, dock, size);
  for (const { x, y, r } of marks) space.take(boxAround(x, y, r * 1.5, r * 1.5));
  return marks.map((mark) => mapMark(mark, space, colors));
}

function mapMark({ place, x, y, r }, space, colors) {
  const entity = entities[place],
    text = DATA.nodes[place].label;
  const chosen = isChosen("entity", place);
  const wide = textCells(text) * 7 + 4;
  const spot = [
    { x: x + r + 3, anchor: "start", from: x + r + 1 },
    { x: x - r - 3, anchor: "end", from: x - r - 1 - wide },
  ].find(({ from }) => space.claim({ left: from, right: from + wide, top: y - 7, bottom: y + 7 }));
  return svg(
    "g",
    { ...pressable(() => select("entity", place), `${entity.name}, ${typeWords(entity.type)}`), class: "mark" },
    svg("path", {
      d: shapePath(looks.types[entity.type].shape, r),
      transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
      fill: colors.types[entity.type],
      stroke: chosen ? colors.ink : colors.back,
      "stroke-width": chosen ? 3 : 1.2,
    }),
    spot
      ? svg(
          "text",
          {
            x: spot.x,
            y: y + 4,
            "text-anchor": spot.anchor,
            "font-size": 12.5,
            fill: colors.ink,
            stroke: colors.land,
            "stroke-width": 3,
            "paint-order": "stroke",
          },
          text,
        )
      : "",
    svg("title", {}, DATA.nodes[place].title),
  );
}

function dragMap(picture, scale) {
  picture.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const box = picture.getBoundingClientRect();
      zoomMap(event.deltaY > 0 ? 1.2 : 1 / 1.2, {
        x: mapWindow.x + (event.clientX - box.left) / scale,
        y: mapWindow.y + (event.clientY - box.top) / scale,
      });
    },
    { passive: false },
  );
  picture.addEventListener("pointerdown", (start) => {
    if (start.target.closest("[role=button]")) return;
    const from = { ...mapWindow };
    const move = (event) => {
      picture.setAttribute(
        "viewBox",
        `${start.clientX - event.clientX} ${start.clientY - event.clientY} ${picture.clientWidth} ${picture.clientHeight}`,
      );
    };
    const stop = (event) => {
      window.removeEventListener("pointermove", move);
      mapWindow = {
        ...from,
        x: from.x - (event.clientX - start.clientX) / scale,
        y: from.y - (event.clientY - start.clientY) / scale,
      };
      drawMap(mapFound);
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", stop, { once: true });
  });
}
