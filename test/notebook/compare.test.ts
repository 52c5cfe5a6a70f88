import { suite } from "uvu";
import * as assert from "uvu/assert";
import { cellTolerance, compareOutputs, type Output } from "../../src/notebook/index.js";
import { codeCell, result } from "./build.js";

const test = suite("notebook: compare");
const plotly = "application/vnd.plotly.v1+json";
const stream = (text: string, name: "stdout" | "stderr" = "stdout"): Output => ({
  output_type: "stream",
  name,
  text,
});
const text = (plain: string) => [result({ "text/plain": plain })];

/** The differences as a reader sees them. */
function differences(stored: Output[], now: Output[], tolerance?: number): string[] {
  return compareOutputs(stored, now, tolerance).map(
    ({ place, stored: expected, now: got }) => `${place}: ${expected} -> ${got}`,
  );
}

test("equal outputs do not differ, execution counts and the order of keys apart", () => {
  const left = [result({ "text/plain": "1", [plotly]: { a: 1, b: [2] } }), stream("x")];
  const right = [result({ [plotly]: { b: [2], a: 1 }, "text/plain": "1" }), stream("x")];
  assert.equal(differences(left, [{ ...right[0], execution_count: 9 } as Output, right[1]]), []);
});

test("a changed point of a figure is named by its path", () => {
  const y = Array.from({ length: 81 }, (_, i) => i / 10);
  const figure = (data: number[]) => [stream("x"), result({ [plotly]: { data: [{ y: data }] } })];
  assert.equal(differences(figure(y), figure(y.map((value, i) => (i === 40 ? 4.1 : value)))), [
    "output 2, data[0].y[40]: 4 -> 4.1",
  ]);
});

test("a changed number in a text is named by its line, and alone", () => {
  assert.equal(differences(text("mean\nsd 0.3989"), text("mean\nsd 0.4")), [
    "output 1, text/plain, line 2: 0.3989 -> 0.4",
  ]);
  assert.equal(differences(text("10/343"), text("10/344")), ["output 1, text/plain: 343 -> 344"]);
});

test("numbers are compared exactly unless a tolerance is given", () => {
  assert.is(differences(text("1.3125"), text("1.3125000000000002")).length, 1);
  assert.equal(differences(text("1.3125"), text("1.3125000000000002"), 1e-12), []);
  assert.is(differences(text("1.3125"), text("1.4"), 1e-12).length, 1);
  assert.is(differences(text("1.0"), text("1.00")).length, 1);
  assert.equal(differences(text("1.0"), text("1.00"), 1e-12), []);
  const [{ beyond }] = compareOutputs(text("0.3989"), text("0.4"), 1e-9);
  assert.is(beyond, "differs by 0.0011, allowed 1e-9");
  assert.is(compareOutputs(text("0.3989"), text("0.4"))[0].beyond, undefined);
  const json = (value: number) => [result({ [plotly]: { value } })];
  assert.is(differences(json(1e20), json(1e20 + 2 ** 15)).length, 1);
  assert.equal(differences(json(1e20), json(1e20 + 2 ** 15), 1e-12), []);
  assert.equal(differences(json(0), json(1e-17), 1e-12), [], "the tolerance is at least absolute");
});

test("a tolerance never excuses a text around the numbers", () => {
  assert.is(differences(text("a 1.0"), text("b 1.0"), 1).length, 1);
  assert.is(differences(text("1 2"), text("1"), 10).length, 1);
});

test("a picture in HTML is compared as it was before it was encoded", () => {
  const image = (markup: string) => [
    result({ "text/html": `<img alt="a" src="data:image/svg+xml,${encodeURIComponent(markup)}">` }),
  ];
  const circle = (r: number) => image(`<svg><circle r="${r}"/></svg>`);
  assert.equal(differences(circle(1.5), circle(1.5000001), 1e-6), []);
  assert.equal(differences(circle(1.5), circle(1.6), 1e-6), ["output 1, text/html: 1.5 -> 1.6"]);
  const bad = [result({ "text/html": '<img src="data:image/svg+xml,%E0%A4%A">' })];
  assert.equal(differences(bad, bad), []);
});

test("a missing, added or other output is named", () => {
  assert.equal(differences(text("1"), []), ['output 1: "execute_result of text/plain" -> nothing']);
  assert.equal(differences([], [stream("hi\n")]), ['output 1: nothing -> "hi\\n"']);
  assert.equal(differences([stream("hi")], text("hi")), [
    'output 1: "hi" -> "execute_result of text/plain"',
  ]);
  assert.is(differences([stream("hi")], [stream("hi", "stderr")]).length, 1);
});

test("a media type that came or went is named", () => {
  const both = [result({ "text/plain": "1", "text/html": "<b>1</b>" })];
  assert.equal(differences(both, text("1")), ['output 1, text/html: "<b>1</b>" -> nothing']);
});

test("an array of another length is one difference", () => {
  const json = (values: number[]) => [result({ "application/json": values })];
  assert.equal(differences(json([1, 2]), json([1])), ["output 1, number of entries: 2 -> 1"]);
});

test("a difference deep in a long line is shown with what stands around it", () => {
  const html = (word: string) => [
    result({ "text/html": `${"<td>".repeat(100)}${word}${"</td>".repeat(100)}` }),
  ];
  const [difference] = differences(html("left"), html("right"));
  assert.match(
    difference,
    /^output 1, text\/html: "\.\.\.(<td>)+left(<\/td>)+.*" -> "\.\.\..*right/,
  );
  assert.ok(difference.length < 300);
});

test("a cell's tolerance comes from its metadata, and is 0 without it", () => {
  const cell = codeCell("1", "a");
  const withTolerance = (tolerance: unknown) =>
    cellTolerance({ ...cell, metadata: { rederive: { tolerance } } });
  assert.is(cellTolerance(cell), 0);
  assert.is(withTolerance(1e-9), 1e-9);
  assert.is(withTolerance("1e-9"), 0);
  assert.is(withTolerance(-1), 0);
});

test.run();
