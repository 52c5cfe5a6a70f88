import { PNG } from "pngjs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { compareOutputs, type Output, toleranceOf } from "../../src/notebook/index.js";
import { result } from "./build.js";

const test = suite("notebook: compare");
const plotly = "application/vnd.plotly.v1+json";
const stream = (text: string, name: "stdout" | "stderr" = "stdout"): Output => ({
  output_type: "stream",
  name,
  text,
});
const text = (plain: string) => [result({ "text/plain": plain })];

/** The differences as a reader sees them. */
function differences(stored: Output[], now: Output[], tolerance?: unknown): string[] {
  return compareOutputs(stored, now, allowed({ tolerance: toleranceOf(tolerance) })).map(
    ({ place, stored: expected, now: got }) => `${place}: ${expected} -> ${got}`,
  );
}

const allowed = ({ tolerance = { relative: 0, absolute: 0 }, ...more }: Partial<Allowed>) => ({
  tolerance,
  sanitise: [],
  ignoredKinds: [],
  ...more,
});
type Allowed = NonNullable<Parameters<typeof compareOutputs>[2]>;

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
  const [{ beyond }] = compareOutputs(
    text("0.3989"),
    text("0.4"),
    allowed({ tolerance: toleranceOf({ relative: 1e-9, absolute: 1e-6 }) }),
  );
  assert.is(
    beyond,
    "differs by 0.0011, 0.0028 of the larger number; allowed 1e-9 of the larger number, or 0.000001",
  );
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

test("a tolerance is relative, absolute, or both by one number", () => {
  const far = (tolerance: unknown) => [
    differences(text("1000"), text("1001"), tolerance).length,
    differences(text("0.5"), text("0.6"), tolerance).length,
  ];
  assert.equal(far(undefined), [1, 1]);
  assert.equal(far({ relative: 0.01 }), [0, 1]);
  assert.equal(far({ absolute: 0.2 }), [1, 0]);
  assert.equal(far(0.2), [0, 0]);
  assert.equal(differences(text("1.0"), text("1.00"), { relative: 1e-9 }), []);
  for (const none of ["1e-9", -1, NaN, [], null, { relatve: 1 }, { relative: "1" }])
    assert.is(toleranceOf(none), undefined, JSON.stringify(none));
});

test("what is ignored is not compared: a stream, a media type, an output of nothing else", () => {
  const png = result({ "image/png": "AAAA", "text/plain": "a figure" });
  const other = result({ "image/png": "BBBB", "text/plain": "a figure" });
  const differ = (left: Output[], right: Output[], ...ignoredKinds: string[]) =>
    compareOutputs(left, right, allowed({ ignoredKinds })).length;
  assert.is(differ([png], [other]), 1);
  assert.is(differ([png], [other], "image/png"), 0);
  assert.is(differ([png], [result({ "text/plain": "another" })], "image/png"), 1);
  assert.is(differ([stream("a", "stderr"), png], [png], "stderr"), 0);
  assert.is(differ([stream("a")], [stream("b")], "stderr"), 1);
});

test("text that differs each time is compared by what stands for it, and never within pictures", () => {
  const sanitise = [{ pattern: /[0-9a-f]{8}/g, replace: "ID" }];
  const found = (left: Output, right: Output) =>
    compareOutputs([left], [right], allowed({ sanitise })).map(({ place }) => place);
  assert.equal(found(stream("run 0123abcd ok"), stream("run 89ab0123 ok")), []);
  assert.equal(found(stream("run 0123abcd ok"), stream("run 89ab0123 no")), ["output 1, text"]);
  const json = (id: string) => result({ [plotly]: { ids: [id] } });
  assert.equal(found(json("0123abcd"), json("89ab0123")), []);
  const jpeg = (data: string) => result({ "image/jpeg": data });
  assert.equal(found(jpeg("0123abcd"), jpeg("89ab0123")), ["output 1, image/jpeg"]);
});

test("pictures are compared by their pixels: another compression is no difference, one pixel is", () => {
  const picture = (level: number, red: number, width = 3) => {
    const png = new PNG({ width, height: 2 });
    png.data.fill(255);
    png.data[4 * (width + 1)] = red;
    const bytes = PNG.sync.write(png, { deflateLevel: level });
    return [result({ "image/png": bytes.toString("base64") })];
  };
  assert.not.equal(picture(0, 9), picture(9, 9));
  assert.equal(differences(picture(0, 9), picture(9, 9)), []);
  assert.equal(differences(picture(9, 9), picture(9, 8)), [
    'output 1, image/png, 1 of 6 pixels, the first at (1, 1): "#09ffffff" -> "#08ffffff"',
  ]);
  assert.equal(differences(picture(9, 9), picture(9, 9, 4)), [
    'output 1, image/png, size: "a picture of 3 by 2" -> "a picture of 4 by 2"',
  ]);
});

test("a long value is cut in the middle", () => {
  const long = (end: string) => [result({ "application/x-a": { a: "b".repeat(400) + end } })];
  const [said] = differences(long("X"), [result({ "application/x-a": { a: [1] } })]);
  assert.match(said, /^output 1, a: "b+\.\.\.b+X" -> \[1\]$/);
});

test.run();
