// Land outline and lines between countries as SVG path data, in whole numbers and relative moves. Equirectangular, true to scale
// at 37 degrees: a degree of longitude is drawn shorter than one of latitude.
// Run: npm install && npm run build
import { createRequire } from "node:module";
import { geoEquirectangular, geoPath } from "d3-geo";
import { merge, mesh } from "topojson-client";
import { presimplify, quantile, simplify } from "topojson-simplify";

const DEGREE = [16, 20]; // units a degree of longitude, of latitude
const SMALLEST = 6; // rings and lines that cover less than so many units in width and height are left out
const LEFT_OUT = new Set(["Antarctica"]);

const atlas = createRequire(import.meta.url)("world-atlas/countries-50m.json");
const weighted = presimplify(atlas);
const world = simplify(weighted, quantile(weighted, 0.3));
const countries = world.objects.countries;
countries.geometries = countries.geometries.filter(({ properties }) => !LEFT_OUT.has(properties.name));

// d3 cuts lines and rings where they cross the 180th meridian; `trace` keeps the pieces as lists of places.
const projection = geoEquirectangular().scale(180 / Math.PI).translate([180, 90]).precision(0);
function trace(shape) {
  const pieces = [];
  const place = (x, y) => [Math.round(x * DEGREE[0]), Math.round(y * DEGREE[1])];
  geoPath(projection, {
    moveTo: (x, y) => pieces.push([place(x, y)]), lineTo: (x, y) => pieces.at(-1).push(place(x, y)), closePath: () => {}, arc: () => {},
  })(shape);
  return pieces;
}

function path(points, closed) {
  const places = points.filter(([x, y], i, all) => i === 0 || x !== all[i - 1][0] || y !== all[i - 1][1]);
  const span = (axis) => Math.max(...places.map((p) => p[axis])) - Math.min(...places.map((p) => p[axis]));
  if (places.length < (closed ? 4 : 2) || Math.max(span(0), span(1)) < SMALLEST) return "";
  const moves = places.slice(1).map(([x, y], i) => `${x - places[i][0]} ${y - places[i][1]}`);
  const data = `M${places[0].join(" ")}l${moves.join(" ")}${closed ? "z" : ""}`;
  return data.replace(/ -/g, "-");
}

const land = trace(merge(world, countries.geometries)).map((ring) => path(ring, true)).join("");
const borders = trace(mesh(world, countries, (a, b) => a !== b)).map((line) => path(line, false)).join("");
const source = "Natural Earth 1:50m (public domain), from the npm package world-atlas 2.0.2, simplified by tools/outline/outline.mjs";
process.stdout.write(`${JSON.stringify({ source, degree: DEGREE, land, borders })}\n`);
