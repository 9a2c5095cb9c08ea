// The timeline: one line a deal, in the order of time; a bar where only the month or the year is known.
const TIMELINE_MOST = 300;
const TIMELINE_ROW = 26,
  TIMELINE_TOP = 34,
  TIMELINE_LABEL = 380;
let timelineMore = TIMELINE_MOST;

function drawTimeline(found) {
  const holder = byId("view-timeline");
  const dated = found.deals
    .filter((place) => stretches[place])
    .sort((a, b) => stretches[a][0] - stretches[b][0] || a - b);
  const shown = dated.slice(0, timelineMore);
  const undated = found.deals.length - dated.length;
  holder.replaceChildren(
    el(
      "p",
      { class: "note" },
      `${dated.length} dated facts`,
      undated ? `; ${undated} without a date are not on the line` : "",
      ". A hollow mark: dated by the article's day.",
    ),
    shown.length ? timelinePicture(shown, Math.max(holder.clientWidth - 24, 640)) : "",
    dated.length > shown.length
      ? button(`Show ${Math.min(TIMELINE_MOST, dated.length - shown.length)} more`, () => {
          timelineMore += TIMELINE_MOST;
          drawTimeline(found);
        })
      : "",
  );
}

function timelinePicture(places, width) {
  const colors = theme();
  const low = Math.min(...places.map((place) => stretches[place][0]));
  const high = Math.max(...places.map((place) => stretches[place][1]));
  const label = Math.min(TIMELINE_LABEL, width * 0.5);
  const x = (time) => label + 12 + ((time - low) / Math.max(high - low, 864e5)) * (width - label - 40);
  const height = TIMELINE_TOP + places.length * TIMELINE_ROW + 12;
  return svg(
    "svg",
    {
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      class: "picture",
      role: "group",
      "aria-label": "Timeline of deals",
      "font-family": FONT,
    },
    svg("rect", { width, height, fill: colors.back }),
    ticks(low, high, width - label).map((time) => [
      svg("line", {
        x1: x(time),
        x2: x(time),
        y1: TIMELINE_TOP - 6,
        y2: height,
        stroke: colors.faint,
        "stroke-opacity": 0.5,
      }),
      svg(
        "text",
        { x: x(time), y: TIMELINE_TOP - 14, "font-size": 12, "text-anchor": "middle", fill: colors.muted },
        tickText(time, high - low),
      ),
    ]),
    places.map((place, row) =>
      timelineRow(place, { x, colors, label, width, y: TIMELINE_TOP + row * TIMELINE_ROW + TIMELINE_ROW / 2 }),
    ),
  );
}

function timelineRow(place, { x, colors, label, width, y }) {
  const deal = deals[place];
  const color = colors.types[entities[deal.s].type];
  const [start, end] = stretches[place].map(x);
  const precise = end - start < 7;
  const middle = (start + end) / 2;
  const look = {
    fill: deal.reported ? colors.back : color,
    stroke: color,
    "stroke-width": 1.6,
    opacity: deal.status === "ended" ? 0.5 : 1,
  };
  const mark = precise
    ? svg("path", {
        d: shapePath(looks.types[entities[deal.s].type].shape, 6),
        transform: `translate(${middle} ${y})`,
        ...look,
      })
    : svg("rect", {
        x: start,
        y: y - 5,
        width: end - start,
        height: 10,
        rx: 5,
        ...look,
        "stroke-dasharray": looks.statuses[deal.status]?.dashes ? "4 3" : null,
      });
  const course = (deal.history || [])
    .map(([day]) => stretch(day))
    .filter(Boolean)
    .map((time) => (x(time[0]) + x(time[1])) / 2);
  const chosen = isChosen("deal", place);
  return svg(
    "g",
    {
      ...pressable(() => select("deal", place), `${deal.date}: ${dealText(deal)}, ${statusOf(deal)}`),
      class: chosen ? "mark chosen" : "mark",
    },
    svg("rect", {
      x: 0,
      y: y - TIMELINE_ROW / 2,
      width,
      height: TIMELINE_ROW,
      fill: chosen ? colors.accent : colors.back,
      "fill-opacity": chosen ? 0.18 : 0,
      class: "stripe",
    }),
    svg(
      "text",
      { x: label, y: y + 4, "font-size": 13, "text-anchor": "end", fill: colors.ink },
      shorten(rowText(place), label / 7.8),
    ),
    course.length > 1
      ? svg("line", {
          x1: Math.min(...course),
          x2: Math.max(...course),
          y1: y,
          y2: y,
          stroke: color,
          "stroke-width": 2,
        })
      : "",
    course.map((at) => svg("circle", { cx: at, cy: y, r: 3.5, fill: color })),
    mark,
    svg("title", {}, DATA.edges[place].title),
  );
}

// Names cut short, so that the object can be read too.
function rowText(place) {
  const [from, to] = [deals[place].s, deals[place].o].map((end) => shorten(entities[end].name, 22));
  return `${from} – ${DATA.edges[place].label} – ${to}`;
}

// Attributes of a drawn thing that can be pressed with mouse or keyboard.
function pressable(action, label) {
  const onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    action();
  };
  return { role: "button", tabindex: 0, "aria-label": label, onclick: action, onkeydown };
}

// Width in half-width cells: a Chinese character takes two.
const textCells = (text) => [...text].reduce((sum, character) => sum + (character.codePointAt(0) > 0x2e80 ? 2 : 1), 0);

function shorten(text, most) {
  let width = 0,
    kept = "";
  for (const character of text) {
    width += textCells(character);
    if (width > most) return `${kept.trimEnd()}…`;
    kept += character;
  }
  return kept;
}

// First days of years or months, as many as have room.
function ticks(low, high, width) {
  const room = Math.max(2, Math.floor(width / 80));
  const months = (high - low) / 2.63e9;
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600].find((size) => months / size <= room) || 1200;
  const start = new Date(low);
  const found = [];
  for (
    let month = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
    found.length <= room;
    month += step
  ) {
    const time = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (time > high) break;
    if (time >= low) found.push(time);
  }
  return found;
}

const tickText = (time, span) => new Date(time).toISOString().slice(0, span > 1.6e11 ? 4 : 7);
