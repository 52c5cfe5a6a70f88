import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  barChart,
  contour,
  figure,
  type FigureSpec,
  heatmap,
  lineChart,
  linspace,
  logspace,
  panels,
  plotlyMime,
  surface,
  tensor,
  toBundle,
} from "../../src/index.js";
import { refuses } from "../support/refuses.js";
import { type Mark, marksOf, pointsOf } from "./svg.js";

const test = suite("show: figures");
const line = (x: number[], y: (number | null)[]) => ({
  type: "scatter" as const,
  mode: "lines+markers" as const,
  x,
  y,
});
const base = { title: "A line", description: "It rises." };
const numbers = ({ attributes }: Mark, ...names: string[]) =>
  names.map((name) => Number(attributes[name]));
const circles = (svg: string) => marksOf(svg).filter(({ name }) => name === "circle");
/** Differences between neighbours. */
const steps = (values: number[]) => values.slice(1).map((value, i) => value - values[i]);

test("a figure is Plotly JSON, SVG, an image of HTML and key numbers in plain text", () => {
  const bundle = toBundle(figure({ ...base, data: [line([0, 1, 2], [3, 5, 4])] }));
  assert.equal(Object.keys(bundle), [plotlyMime, "image/svg+xml", "text/html", "text/plain"]);
  const { data, layout } = bundle[plotlyMime] as {
    data: unknown[];
    layout: Record<string, unknown>;
  };
  assert.equal(data, [{ type: "scatter", mode: "lines+markers", x: [0, 1, 2], y: [3, 5, 4] }]);
  assert.equal(layout.title, { text: "A line" });
  assert.is(bundle["text/plain"], "A line\nscatter: 3 points, x 0 to 2, y 3 to 5");
});

test("the image of HTML is the picture, with title and description as the words for it", () => {
  const title = 'Cost < 1 & "all" of it';
  const shown = figure({
    title,
    description: "It <i>rises</i>: 100 %.",
    data: [line([0, 1], [3, 5])],
  });
  const html = String(toBundle(shown)["text/html"]);
  const [, alt, data] = /^<img alt="([^"]*)" src="data:image\/svg\+xml,([^"]*)">$/.exec(html) ?? [];
  assert.is(alt, "Cost &lt; 1 &amp; &quot;all&quot; of it. It rises: 100 %.");
  assert.not.match(data, /[<>#"&\n]/);
  assert.is(decodeURIComponent(data), shown.svg);
  const broken = toBundle(figure({ ...base, title: "half \ud800", data: [line([0, 1], [3, 5])] }));
  assert.match(String(broken["text/html"]), /half \ufffd|%EF%BF%BD/);
});

test("the picture's points lie where the numbers say, y upwards", () => {
  const { svg } = figure({ ...base, data: [line([0, 1, 2, 4], [0, 10, 20, 40])] });
  const xs = circles(svg).map((mark) => numbers(mark, "cx")[0]);
  const ys = circles(svg).map((mark) => numbers(mark, "cy")[0]);
  const [unit] = steps(xs);
  steps(xs).forEach((step, i) => assert.ok(Math.abs(step - unit * [1, 1, 2][i]) < 0.2));
  const [up] = steps(ys);
  assert.ok(up < 0);
  steps(ys).forEach((step, i) => assert.ok(Math.abs(step - up * [1, 1, 2][i]) < 0.2));
  const path = marksOf(svg).find(
    (mark) => mark.name === "path" && mark.attributes["stroke-width"] === "1.75",
  );
  assert.equal(
    pointsOf(path as Mark),
    xs.map((x, i) => [x, ys[i]]),
  );
});

test("a logarithmic axis spaces powers evenly", () => {
  const layout = { xaxis: { type: "log" as const } };
  const { svg } = figure({ ...base, data: [line([1, 10, 100, 1000], [1, 1, 1, 1])], layout });
  const gaps = steps(circles(svg).map((mark) => numbers(mark, "cx")[0]));
  for (const gap of gaps) assert.ok(Math.abs(gap - gaps[0]) < 0.2);
});

test("nothing reaches out of the picture, and a gap breaks the line", () => {
  const { svg } = figure({ ...base, data: [line([0, 1, 2, 3], [1e6, null, -1e6, 3])] });
  assert.is(circles(svg).length, 3);
  for (const mark of circles(svg)) {
    const [x, y] = numbers(mark, "cx", "cy");
    assert.ok(x >= 0 && x <= 480 && y >= 0 && y <= 300);
  }
  assert.match(svg, /<path d="M[\d.]+,[\d.]+ZM[\d.]+,[\d.]+L[\d.]+,[\d.]+"/); // a point alone, then two
});

test("the same description gives the same bytes, another one another id", () => {
  const make = (y: number) => figure({ ...base, data: [line([0, 1], [0, y])] }).svg;
  assert.is(make(1), make(1));
  const id = (svg: string) => /aria-labelledby="(f[0-9a-f]{10})-title/.exec(svg)?.[1];
  assert.is.not(id(make(1)), id(make(2)));
});

test("title and description are there for those who do not see, and escaped", () => {
  const { svg } = figure({
    title: "a < b & <i>c</i>",
    description: 'say "no"',
    data: [line([0, 1], [0, 1])],
  });
  assert.match(svg, /^<svg [^>]*role="img" aria-labelledby="(\w+)-title \1-desc"/);
  assert.match(svg, /<title id="[\w-]+">a &lt; b &amp; c<\/title>/);
  assert.match(svg, /<desc id="[\w-]+">say &quot;no&quot;<\/desc>/);
  marksOf(svg);
});

test("bars are as high as their values, from zero", () => {
  const { svg } = barChart({
    title: "Bars",
    x: "kind",
    y: "cost",
    labels: ["a", "b", "c"],
    values: [1, 4, 2],
  });
  const bars = marksOf(svg).filter(({ name, attributes }) => name === "rect" && attributes.stroke);
  const [heights, bottoms] = [
    bars.map((bar) => numbers(bar, "height")[0]),
    bars.map((bar) => numbers(bar, "y", "height").reduce((a, b) => a + b)),
  ];
  assert.is(bars.length, 3);
  assert.ok(
    Math.abs(heights[1] / heights[0] - 4) < 0.02 && Math.abs(heights[2] / heights[0] - 2) < 0.02,
  );
  for (const bottom of bottoms) assert.ok(Math.abs(bottom - bottoms[0]) < 0.2);
});

test("contour lines lie where the function has their height", () => {
  const xs = linspace(-2, 2, 41);
  const z = (x: number, y: number) => x * x + y * y;
  const { svg, data } = contour({
    title: "Circles",
    x: "x",
    y: "y",
    xs,
    ys: xs,
    z,
    levels: [1, 1, 1],
  });
  assert.is((data[0] as { z: number[][] }).z[20][30], 1); // at (1, 0)
  const lines = marksOf(svg).filter(
    (mark) => mark.name === "path" && mark.attributes.fill === "none" && pointsOf(mark).length > 40,
  );
  assert.ok(lines.length >= 1);
  const points = lines.flatMap(pointsOf);
  const [left, right] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
  const [top, bottom] = [
    Math.min(...points.map(([, y]) => y)),
    Math.max(...points.map(([, y]) => y)),
  ];
  const [cx, cy, rx, ry] = [
    (left + right) / 2,
    (top + bottom) / 2,
    (right - left) / 2,
    (bottom - top) / 2,
  ];
  for (const [x, y] of points) {
    assert.ok(Math.abs(Math.hypot((x - cx) / rx, (y - cy) / ry) - 1) < 0.02, `${x}, ${y}`);
  }
});

test("a heatmap has a square for each number, its words on it", () => {
  const { svg, text } = heatmap({
    title: "Map",
    z: tensor([1, 2.25, -3, 4, 5, 6], [1, 1, 2, 3]),
    values: 1,
  });
  for (const word of [">1<", ">2.3<", ">−3<", ">4<", ">5<", ">6<"])
    assert.ok(svg.includes(word), word);
  assert.match(text, /2 × 3 values, -3 to 6/);
  marksOf(svg);
});

test("a surface keeps its heights in JSON and is drawn as contour lines", () => {
  const spec = {
    title: "Hill",
    x: "a",
    y: "b",
    xs: [0, 1, 2],
    ys: [0, 1],
    z: (x: number, y: number) => x - y,
  };
  const { data, svg } = surface({ ...spec, mark: { x: 2, y: 0, label: "top" } });
  assert.equal((data[0] as { z: number[][] }).z, [
    [0, 1, 2],
    [-1, 0, 1],
  ]);
  assert.equal([data[0].type, data[1].type], ["surface", "scatter3d"]);
  assert.ok(svg.includes("top"));
  marksOf(svg);
});

test("lines carry their names, and a function of x is drawn at its points", () => {
  const { data, svg } = lineChart({
    title: "Two",
    x: "n",
    y: "cost",
    lines: [
      { name: "first", x: [1, 2], y: (x) => x * x },
      { name: "second", x: [1, 2], y: [3, 1] },
    ],
    points: [{ x: 1, y: 1, label: "here" }],
  });
  assert.equal((data[0] as { y: number[] }).y, [1, 4]);
  for (const word of ["first", "second", "here"]) assert.ok(svg.includes(word), word);
});

test("panels stand in one picture", () => {
  const chart = (title: string) =>
    lineChart({ title, x: "x", y: "y", lines: [{ x: [0, 1], y: [0, 1] }] });
  const { svg, data } = panels({
    title: "Both",
    description: "Two lines.",
    rows: [[chart("left"), chart("right")]],
  });
  assert.is(data.length, 2);
  assert.is(marksOf(svg).filter(({ name }) => name === "svg").length, 1);
});

test("linspace and logspace have both ends and even steps", () => {
  assert.equal(linspace(0, 1, 5), [0, 0.25, 0.5, 0.75, 1]);
  assert.equal(linspace(2, -2, 3), [2, 0, -2]);
  const powers = logspace(1e-4, 1, 5);
  assert.is(powers[0], 1e-4);
  assert.is(powers[4], 1);
  assert.ok(Math.abs(powers[2] / 1e-2 - 1) < 1e-14);
  assert.is(linspace(0, 1).length, 121);
  refuses(() => linspace(0, 1, 1), /^linspace: count must be an integer >= 2, got 1$/);
  refuses(() => logspace(0, 1), /^logspace: from must be a finite number > 0, got 0$/);
  refuses(() => linspace(0, NaN), /^linspace: to must be a finite number, got NaN$/);
});

test("what cannot be drawn is named by its place", () => {
  const wrong = (change: object, message: RegExp) =>
    refuses(
      () => toBundle(figure({ ...base, data: [line([0, 1], [0, 1])], ...change } as FigureSpec)),
      message,
    );
  wrong({ title: " " }, /^figure: title must not be empty, got " "$/);
  wrong({ description: 1 }, /^figure: description must be a string, got 1$/);
  wrong({ data: [] }, /^figure: data must hold a trace, or layout a shape, got \[\]$/);
  wrong(
    { data: [{ type: "pie", values: [1] }] },
    /^figure: data\[0\]\.type must be one of scatter, bar, heatmap, contour, surface, got "pie"$/,
  );
  wrong({ data: [line([0, 1], [0])] }, /^figure: data\[0\]\.y must have 2 entries, got 1$/);
  wrong(
    { data: [line([0, 1], [0, NaN])] },
    /^figure: data\[0\]\.y\[1\] must be a finite number, got NaN$/,
  );
  wrong(
    { data: [{ type: "heatmap", z: [[1, 2], [3]] }] },
    /^figure: data\[0\]\.z\[1\] must have 2 entries, got 1$/,
  );
  wrong(
    { layout: { xaxis: { type: "log" } } },
    /^figure: data\[0\]\.x\[0\] must be > 0 on the logarithmic xaxis, got 0$/,
  );
  wrong({ layout: { meta: () => 1 } }, /^figure: layout\.meta must be plain data, got/);
  refuses(
    () => heatmap({ title: "Map", z: [[1, null as never]] }),
    /^heatmap: z\[0\]\[1\] must be a finite number, got null$/,
  );
  refuses(
    () => heatmap({ title: "Map", z: [3 as never] }),
    /^heatmap: z\[0\] must be a row of numbers, got 3$/,
  );
  refuses(
    () => heatmap({ title: "Map", z: 1 as never }),
    /^heatmap: z must be rows of numbers or a tensor, got 1$/,
  );
});

test.run();
