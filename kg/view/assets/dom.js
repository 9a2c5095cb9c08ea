// Elements are made here, from text only: nothing from outside is ever read as markup.
const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return element;
}
const el = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const svg = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);
const byId = (id) => document.getElementById(id);
const name = (text) => el("bdi", {}, text);

// A link only for http and https; everything else stays text.
function link(address, text) {
  let url = null;
  try {
    url = new URL(address);
  } catch {
    /* not an address */
  }
  if (!url || !["http:", "https:"].includes(url.protocol)) return el("span", {}, text || address);
  return el("a", { href: url.href, rel: "noopener noreferrer nofollow", target: "_blank" }, text || address);
}

function button(text, onclick, attributes) {
  return el("button", { type: "button", onclick, ...attributes }, text);
}

function announce(text) {
  byId("live").textContent = text;
}

// The theme's colours, for canvas and exported pictures.
function theme() {
  const style = getComputedStyle(document.documentElement);
  const read = (variable) => style.getPropertyValue(`--${variable}`).trim();
  const dark = read("scheme") === "dark";
  const types = Object.fromEntries(TYPES.map((type) => [type, looks.types[type][dark ? "dark" : "light"]]));
  return {
    dark,
    types,
    back: read("back"),
    ink: read("ink"),
    muted: read("muted"),
    edge: read("edge"),
    faint: read("faint"),
    accent: read("accent"),
    land: read("land"),
    sea: read("sea"),
    border: read("border"),
  };
}
const FONT =
  'system-ui, -apple-system, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

// Outline of a shape around 0,0 as SVG path data; the same shapes as in the network.
const polygon = (points) => `M${points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join("L")}Z`;
const ring = (count, radius, turn) =>
  Array.from({ length: count }, (_, i) => {
    const angle = turn + (i * 2 * Math.PI) / count;
    const r = typeof radius === "function" ? radius(i) : radius;
    return [r * Math.cos(angle), r * Math.sin(angle)];
  });
function shapePath(shape, r) {
  if (shape === "square")
    return polygon([
      [-r, -r],
      [r, -r],
      [r, r],
      [-r, r],
    ]);
  if (shape === "diamond")
    return polygon([
      [0, -r],
      [r, 0],
      [0, r],
      [-r, 0],
    ]);
  if (shape === "triangle") return polygon(ring(3, 1.15 * r, -Math.PI / 2));
  if (shape === "triangleDown") return polygon(ring(3, 1.15 * r, Math.PI / 2));
  if (shape === "hexagon") return polygon(ring(6, r, 0));
  if (shape === "star") return polygon(ring(10, (i) => (i % 2 ? r * 0.5 : r * 1.2), -Math.PI / 2));
  return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}
