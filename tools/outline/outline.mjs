// Land outline and lines between countries as SVG path data: plate carrée, UNITS units a degree, whole numbers, relative moves.
// Run: npm install && npm run build
import { createRequire } from "node:module";
import { merge, mesh } from "topojson-client";
import { presimplify, quantile, simplify } from "topojson-simplify";

const UNITS = 20;
const SMALLEST = 6; // rings and lines that cover less than so many units in width and height are left out
const LEFT_OUT = new Set(["Antarctica"]);

const atlas = createRequire(import.meta.url)("world-atlas/countries-50m.json");
const weighted = presimplify(atlas);
const world = simplify(weighted, quantile(weighted, 0.3));
const countries = world.objects.countries;
countries.geometries = countries.geometries.filter(({ properties }) => !LEFT_OUT.has(properties.name));

const place = ([longitude, latitude]) => [Math.round((longitude + 180) * UNITS), Math.round((90 - latitude) * UNITS)];

function path(points, closed) {
  const places = points.map(place).filter(([x, y], i, all) => i === 0 || x !== all[i - 1][0] || y !== all[i - 1][1]);
  const span = (axis) => Math.max(...places.map((p) => p[axis])) - Math.min(...places.map((p) => p[axis]));
  if (places.length < (closed ? 4 : 2) || Math.max(span(0), span(1)) < SMALLEST) return "";
  const moves = places.slice(1).map(([x, y], i) => `${x - places[i][0]} ${y - places[i][1]}`);
  const data = `M${places[0].join(" ")}l${moves.join(" ")}${closed ? "z" : ""}`;
  return data.replace(/ -/g, "-");
}

const land = merge(world, countries.geometries).coordinates.flat().map((ring) => path(ring, true)).join("");
const borders = mesh(world, countries, (a, b) => a !== b).coordinates.map((line) => path(line, false)).join("");
const source = "Natural Earth 1:50m (public domain), from the npm package world-atlas 2.0.2, simplified by tools/outline/outline.mjs";
process.stdout.write(`${JSON.stringify({ source, units: UNITS, land, borders })}\n`);
