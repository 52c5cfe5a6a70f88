import { inspect } from "node:util";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { rational, show, table, tensor, toBundle } from "../../src/index.js";
import { refuses } from "../support/refuses.js";

const tables = suite("show: tables");
const rows = [
  { layer: "standard", macs: 21676032, ratio: 1 },
  { layer: "a | b <c>", macs: -5, ratio: rational("73/576") },
];
const bundle = toBundle(
  table(rows, {
    caption: "Costs of <i>D<sub>K</sub></i>",
    columns: { layer: "Layer", macs: "MACs", ratio: "Ratio" },
  }),
);

tables("in plain text columns are aligned, numbers to the right", () => {
  assert.is(
    bundle["text/plain"],
    [
      "Costs of D_K",
      "Layer          MACs            Ratio",
      "─────────  ────────  ───────────────",
      "standard   21676032                1",
      "a | b <c>        -5  73/576 ≈ 0.1267",
    ].join("\n"),
  );
});

tables("in HTML heads are heads, numbers are grouped, and text is escaped", () => {
  const html = bundle["text/html"] as string;
  assert.match(
    html,
    /^<table>\n<caption>Costs of <i>D<\/i><sub><i>K<\/i><\/sub><\/caption>|^<table>\n<caption>Costs of <i>D<\/i>/,
  );
  assert.match(html, /<th scope="col" class="number" style="text-align:right">MACs<\/th>/);
  assert.match(html, /<th scope="row" style="text-align:left">a \| b &lt;c&gt;<\/th>/);
  assert.match(html, />21\u202f676\u202f032<\/td>/);
  assert.match(html, />−5<\/td>/);
});

tables("in Markdown bars and stars are escaped", () => {
  assert.match(
    bundle["text/markdown"] as string,
    /^\| a \\\| b \\<c> \| -5 \| 73\/576 ≈ 0\.1267 \|$/m,
  );
  assert.match(bundle["text/markdown"] as string, /^\| --- \| ---: \| ---: \|$/m);
});

tables("digits are for all columns or by key; small numbers do not become 0.00", () => {
  const shown = (digits: number | Record<string, number>, value: number) =>
    table([{ value }], { digits }).rows[0][0];
  assert.equal(
    [shown(2, 3.14159), shown(2, 3), shown(2, 0.00012345), shown({ value: 4 }, 0.5)],
    ["3.14", "3", "0.000123", "0.5000"],
  );
  assert.is(table([{ value: 2 / 3 }]).rows[0][0], "0.666667");
});

tables("rows may be lists under given heads, and columns a choice", () => {
  assert.equal(
    table(
      [
        [1, "a"],
        [2, "b"],
      ],
      { columns: ["n", "name"] },
    ).rows,
    [
      ["1", "a"],
      ["2", "b"],
    ],
  );
  assert.equal(table(rows, { columns: ["ratio"] }).heads, ["ratio"]);
  assert.is(inspect(table([{ n: 1 }])), "n\n─\n1");
});

tables("what does not fit is named by row and column", () => {
  refuses(() => table([]), /^table: rows must have at least one row, got \[\]$/);
  refuses(() => table(1 as never), /^table: rows must be an array of records or of lists, got 1$/);
  refuses(
    () => table([[1]]),
    /^table: columns must name the columns when rows are lists, got undefined$/,
  );
  refuses(() => table([[1, 2]], { columns: ["a"] }), /^table: rows\[0\] must have 1 cells, got 2$/);
  refuses(() => table([{ a: 1 }, { b: 1 }]), /^table: rows\[1\]\.a must be given, got undefined$/);
  refuses(
    () => table([{ a: 1 }], { digits: 1.5 }),
    /^table: digits must be an integer from 0 to 20, got 1\.5$/,
  );
  refuses(
    () => table([{ a: 1 }], { title: "x" } as never),
    /^table: options must only have caption, columns, digits, got "title"$/,
  );
});
tables.run();

const values = suite("show: values");
const plain = (value: unknown) => toBundle(value)["text/plain"];
values(
  "a value that shows itself does, a list of records becomes a table, the rest is text",
  () => {
    assert.is(plain(rational(1, 3)), "1/3 ≈ 0.3333");
    assert.is(plain(tensor([1, 2])), "Tensor [2]\n1  2");
    assert.equal(Object.keys(toBundle([{ a: 1 }, { a: 2 }])), [
      "text/html",
      "text/markdown",
      "text/plain",
    ]);
    assert.equal(Object.keys(toBundle([{ a: 1 }, { b: 2 }])), ["text/plain"]);
    assert.equal(
      [plain(0.1 + 0.2), plain("a\nb"), plain(null), plain(undefined), plain(10n), plain([1, [2]])],
      ["0.30000000000000004", "a\nb", "null", "undefined", "10n", "[ 1, [ 2 ] ]"],
    );
    const silent = { [Symbol.for("Jupyter.display")]: () => ({ "text/html": "<b>" }) };
    assert.match(
      plain(silent) as string,
      /Symbol\(Jupyter\.display\)/,
      "plain text is always there",
    );
  },
);

values("an error shows its name, message and causes, and no path of this machine", () => {
  const error = new RangeError("too far", { cause: new Error("why") });
  assert.is(plain(error), "RangeError: too far\ncaused by Error: why");
});

values("long texts and lists are cut, with what was left out", () => {
  const text = plain("x".repeat(5000)) as string;
  assert.ok(text.length < 2100);
  assert.match(text, /\n… 3000 characters left out …\n/);
  assert.match(plain(Array.from({ length: 300 }, (_, i) => i)) as string, /200 more items/);
});

values("a display method that gives no bundle is refused", () => {
  const value = { [Symbol.for("Jupyter.display")]: () => 3 };
  refuses(
    () => toBundle(value),
    /^show: value's display method must give an object of media types, got 3$/,
  );
});

values("show hands the bundle to the session, and prints where there is none", () => {
  const hook = Symbol.for("rederive.display");
  const seen: unknown[] = [];
  const place = globalThis as Record<symbol, unknown>;
  place[hook] = (one: unknown) => seen.push(one);
  try {
    show(rational("1/2"));
  } finally {
    delete place[hook];
  }
  assert.equal(seen, [{ "text/plain": "1/2 = 0.5", "text/latex": "$\\frac{1}{2} = 0.5$" }]);
});
values.run();
