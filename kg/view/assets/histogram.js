// The time slider: a small histogram of facts by month or year with two handles.
const dated = stretches.filter(Boolean);
const BINS = timeBins();

// Months when they are few, years otherwise: ["2019-10", …] or ["2019", …].
function timeBins() {
  if (!dated.length) return [];
  const low = new Date(dated.reduce((least, [start]) => Math.min(least, start), Infinity));
  const high = new Date(dated.reduce((most, [, end]) => Math.max(most, end), -Infinity) - 1);
  const years = Array.from({ length: Math.min(high.getUTCFullYear() - low.getUTCFullYear() + 1, 400) }, (_, i) =>
    String(low.getUTCFullYear() + i).padStart(4, "0"),
  );
  if (years.length > 6) return years;
  const months = years.flatMap((year) =>
    Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, "0")}`),
  );
  return months.filter((month) => stretch(month)[1] > low.getTime() && stretch(month)[0] <= high.getTime());
}

function binCounts() {
  const bounds = BINS.map(stretch);
  const counts = BINS.map(() => 0);
  for (const [start] of dated) {
    const at = bounds.findIndex(([from, to]) => start >= from && start < to);
    if (at >= 0) counts[at] += 1;
  }
  return counts;
}

const binIndex = (bin, otherwise) => {
  const at = BINS.findIndex((one) => one === bin || one.startsWith(`${bin}-`) || (bin || "").startsWith(`${one}-`));
  return at < 0 ? otherwise : at;
};

function timeSlider() {
  if (BINS.length < 2) return el("p", { class: "muted" }, "No span of time in these facts.");
  const counts = binCounts(),
    most = Math.max(...counts),
    last = BINS.length - 1;
  const width = 100 / BINS.length;
  const bars = counts.map((count, at) =>
    svg("rect", {
      x: at * width,
      width: Math.max(width * 0.86, 0.3),
      y: 30 - (28 * count) / most,
      height: (28 * count) / most,
      class: "bar",
      "data-at": at,
    }),
  );
  const from = rangeInput("First time shown", 0, last),
    to = rangeInput("Last time shown", 0, last);
  const reading = el("output", { class: "reading" });
  const moved = () => {
    const [low, high] = [Number(from.value), Number(to.value)].sort((a, b) => a - b);
    update({ from: low === 0 ? null : BINS[low], to: high === last ? null : BINS[high] });
  };
  from.addEventListener("input", moved);
  to.addEventListener("input", moved);
  onChange(() => refresh());
  const refresh = () => {
    const low = binIndex(state.from, 0),
      high = binIndex(state.to, last);
    if (document.activeElement !== from && document.activeElement !== to) [from.value, to.value] = [low, high];
    [from, to].forEach((input) => input.setAttribute("aria-valuetext", BINS[Number(input.value)]));
    reading.textContent = `${BINS[low]} – ${BINS[high]}`;
    bars.forEach((bar, at) => bar.classList.toggle("out", at < low || at > high));
  };
  refresh();
  return el(
    "div",
    { class: "time" },
    svg("svg", { viewBox: "0 0 100 30", preserveAspectRatio: "none", class: "histogram", "aria-hidden": "true" }, bars),
    from,
    to,
    reading,
  );
}

function rangeInput(label, min, max, step = 1) {
  return el("input", { type: "range", min, max, step, "aria-label": label });
}
