import { extent, range, ticks } from "d3-array";
import { contours } from "d3-contour";
import { soft } from "../../spec/colours.js";
import type { GridTrace } from "../../spec/plotly.js";
import { colourBar } from "./heatmap.js";
import { coloursOf } from "./colourScale.js";
import { element, group, short } from "../markup.js";
import type { Panel } from "../panel.js";
import { paint, strokeOf } from "../paint.js";
import type { Places } from "../placing.js";
import { gridPlaces } from "../gridPlaces.js";
import { numberWords } from "../ticks.js";
import { type Box, drawWords, type Words, wordsBox } from "../words.js";

type Point = [number, number];

/** Lines of equal height over bands of colour; a surface looks like this from above. */
export function drawContours(
  trace: GridTrace,
  panel: Panel,
  places: Places,
): { marks: string; words(): string } {
  const { z } = trace;
  const [rows, columns] = [z.length, z[0].length];
  const values = z.flat().map((value) => value ?? Number.NaN);
  const levels = levelsOf(trace);
  const colours = coloursOf(trace);
  const xs = gridPlaces(trace, "x").map(panel.px);
  const ys = gridPlaces(trace, "y").map(panel.py);
  const place = ([c, r]: Point): Point => [between(xs, c - 0.5), between(ys, r - 0.5)];
  const make = contours().size([columns, rows]);
  const filled = trace.contours?.coloring !== "lines" && trace.contours?.coloring !== "none";
  const bands: string[] = [];
  const lines: { level: number; runs: Point[][] }[] = [];
  const [low = 0] = extent(values.filter(Number.isFinite));
  [low, ...levels].forEach((level, i) => {
    const { coordinates } = make.contour(values, level);
    const upper = levels[i] ?? colours.high;
    if (filled) {
      const d = coordinates
        .flat()
        .map((ring) => ringPath(ring.map((point) => place(point as Point))))
        .join("");
      const share = Math.min(1, Math.max(0, colours.share((level + upper) / 2)));
      // Bands lie on one another, so each adds what it has more than the one below.
      if (d)
        bands.push(
          element("path", {
            d,
            ...colours.fill(
              addition(share, i ? colours.share(((i > 1 ? levels[i - 2] : low) + level) / 2) : 0),
            ),
          }),
        );
    }
    if (i > 0) {
      const runs = coordinates
        .flat()
        .flatMap((ring) => insideRuns(ring as Point[], columns, rows).map((run) => run.map(place)));
      lines.push({ level, runs });
      for (const run of runs) places.takeCurve(run.map(([x, y]) => ({ x, y })));
    }
  });
  const d = lines.flatMap(({ runs }) => runs.map(runPath)).join("");
  const look = strokeOf(trace.line, { color: soft, width: 0.9 });
  const marks = [
    group({}, ...bands),
    element("path", { d, fill: "none", ...look, "stroke-linejoin": "round" }),
    trace.showscale ? colourBar(colours, trace, panel) : "",
  ];
  const labelled = trace.contours?.showlabels ?? trace.type === "surface";
  const words = () =>
    labelled ? lines.map((one) => levelName(one, panel, places)).join("\n") : "";
  return { marks: marks.filter(Boolean).join("\n"), words };
}

/** Opacity that, laid over `before`, looks like `wanted`. */
function addition(wanted: number, before: number): number {
  return before >= 1 || wanted <= before ? 0 : (wanted - before) / (1 - before);
}

function levelsOf({ z, contours: given, ncontours }: GridTrace): number[] {
  const { start, end, size } = given?.z?.size ? given.z : (given ?? {});
  if (start !== undefined && end !== undefined && size) {
    return range(Math.round((end - start) / size) + 1).map((i) => start + i * size);
  }
  const [low = 0, high = 1] = extent(z.flat().filter((value): value is number => value !== null));
  return ticks(low, high, ncontours ?? 8).filter((level) => level > low && level < high);
}

/** The place at a fractional index, within the first and the last. */
function between(places: readonly number[], index: number): number {
  const at = Math.min(places.length - 1, Math.max(0, index));
  const i = Math.min(places.length - 2, Math.floor(at));
  return places[i] + (at - i) * (places[i + 1] - places[i]);
}

/** The parts of a ring that do not run along the edge of the grid, where a band only ends. */
function insideRuns(ring: readonly Point[], columns: number, rows: number): Point[][] {
  const edge = ([c, r]: Point) => c < 0.5 || r < 0.5 || c > columns - 0.5 || r > rows - 0.5;
  const runs: Point[][] = [];
  let run: Point[] = [];
  ring.forEach((point, i) => {
    const before = ring[i - 1];
    if (edge(point)) {
      if (run.length) run.push(point);
      if (run.length > 1) runs.push(run);
      run = [];
    } else {
      if (!run.length && before) run.push(before);
      run.push(point);
    }
  });
  if (run.length > 1) runs.push(run);
  return runs;
}

function ringPath(points: readonly Point[]): string {
  return `${runPath(points)}Z`;
}

function runPath(points: readonly Point[]): string {
  return points.map(([x, y], i) => `${i ? "L" : "M"}${short(x)} ${short(y)}`).join("");
}

/** The height on its line, where nothing else stands; a line without such a place stays without words. */
function levelName(
  { level, runs }: { level: number; runs: Point[][] },
  panel: Panel,
  places: Places,
): string {
  const longest = runs.reduce<Point[]>((best, run) => (run.length > best.length ? run : best), []);
  const text = numberWords(Number(level.toPrecision(6)));
  for (const share of [0.5, 0.25, 0.75, 0.4, 0.6, 0.15, 0.85]) {
    const [x, y] = longest[Math.round(share * (longest.length - 1))] ?? [];
    if (x === undefined || y === undefined) return "";
    const words: Words = {
      text,
      x,
      y,
      across: "middle",
      scale: 0.9,
      rim: true,
      color: paint(soft),
    };
    const box = wordsBox(words);
    if (!isWithin(box, panel.box) || !places.isBoxFree(box)) continue;
    places.take(box);
    return drawWords(words);
  }
  return "";
}

function isWithin(box: Box, frame: Box): boolean {
  const across = box.left >= frame.left && box.right <= frame.right;
  return across && box.top >= frame.top && box.bottom <= frame.bottom;
}
