import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Cell, Notebook } from "../../src/notebook/index.js";
import { boundNumbers } from "../../src/notebook/prose/bound.js";
import { prints, readPrinted } from "../../src/notebook/prose/printed.js";

const test = suite("numbers in prose that are bound to cells");

const holds = (text: string, value: string) => prints(readPrinted(text)!, readPrinted(value)!);

test("a number holds if the value rounds to its digits, and a fraction or words if they equal it", () => {
  const right = [
    ["0.029", "0.029154518950437316"],
    ["2.9 %", "0.029154518950437316"],
    ["2.92%", "10/343"],
    ["10/343", "0.029154518950437316"],
    ["one in a thousand", "0.001"],
    ["nine of ten", "0.9"],
    ["1,234,567", "1234567"],
    ["1\u202f234.6", "1234.56"],
    ["$1.23 \\times 10^{-4}$", "0.0001234"],
    ["\u22123", "-3.2"],
    ["1/3", "0.3333333333333333"],
    ["0.5", "1/2"],
    ["1.2e6", "1234567"],
  ];
  for (const [text, value] of right) assert.ok(holds(text, value), `${text} of ${value}`);
});

test("one digit more or less, another power or another word does not hold", () => {
  const wrong = [
    ["0.0293", "0.029154518950437316"],
    ["2.8 %", "0.029154518950437316"],
    ["0.0290", "0.029154518950437316"],
    ["2.9", "0.029154518950437316"],
    ["one in a hundred", "0.001"],
    ["eight of ten", "0.9"],
    ["1,234,568", "1234567"],
    ["1/3", "0.3333"],
    ["3", "-3"],
    ["0", "0.6"],
  ];
  for (const [text, value] of wrong) assert.not.ok(holds(text, value), `${text} of ${value}`);
});

test("what is no number is read as none", () => {
  for (const text of [
    "",
    "12,34",
    "one",
    "about 3",
    "1/0",
    "3 apples",
    "0x10",
    "Infinity",
    "1.2.3",
  ]) {
    if (text === "one") assert.is(readPrinted(text)?.numerator, 1n);
    else assert.is(readPrinted(text), undefined, text);
  }
});

const notebook = (prose: string, shown?: string): Notebook => {
  const outputs = shown === undefined ? [] : [result(shown)];
  const cells = [
    { cell_type: "markdown", id: "prose", metadata: {}, source: prose },
    { cell_type: "code", id: "value", metadata: {}, source: "1", execution_count: 1, outputs },
  ] as Cell[];
  return { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 };
};
const result = (text: string) => ({
  output_type: "execute_result",
  execution_count: 1,
  data: { "text/plain": text },
  metadata: {},
});
const faults = (prose: string, shown?: string) =>
  boundNumbers(notebook(prose, shown)).map(({ fault }) => fault ?? "holds");

test("a link to a cell binds its number, and says what the cell gives", () => {
  assert.equal(faults("it is [100](#cell:value) and [99](#cell:value).", "100"), [
    "holds",
    "99 is bound to cell value, which gives 100",
  ]);
  assert.equal(faults("[0.0292](#cell:value)", "10/343 ≈ 0.0292"), ["holds"]);
  assert.match(faults("[1](#cell:other)", "1")[0], /no code cell has this id/);
  assert.match(faults("[x](#cell:value)", "1")[0], /is no number; write digits/);
  assert.match(faults("[1](#cell:value)", "[1, 2]")[0], /gives \[1, 2\]; let its last expression/);
  assert.match(faults("[1](#cell:value)")[0], /gives no value/);
});

test("code and other links bind nothing", () => {
  assert.equal(faults("`[1](#cell:value)` [2](#value)\n\n```md\n[3](#cell:value)\n```\n", "9"), []);
});

test.run();
