import { suite } from "uvu";
import * as assert from "uvu/assert";
import { random } from "../../src/num/random.js";
import { cellStreams } from "../../src/session/outputs/cellStreams.js";
import { Collector } from "../../src/session/outputs/collector.js";
import type { CellOutput } from "../../src/session/types.js";

const test = suite("session: what is drawn over");

/** The text of a stream as JupyterLab draws it: a carriage return goes back, and what follows overwrites. */
function overwritten(text: string): string {
  const lines = text.split("\n").map((line) => {
    let shown = "";
    for (const piece of line.split("\r")) shown = piece + shown.slice(piece.length);
    return shown.trimEnd();
  });
  return lines.join("\n");
}

/** What a client shows of what is written, and the outputs that came. */
function drawn(...writes: (string | [name: "stderr" | "display", text: string])[]) {
  const collector = new Collector(new Map(), () => {});
  const given: CellOutput[] = [];
  const give = (output: CellOutput) => {
    collector.add(output);
    given.push(structuredClone(output));
  };
  const streams = cellStreams({
    executionCount: 1,
    give,
    repeat: give,
    shown: () => collector.told(),
  });
  for (const write of writes) {
    if (typeof write === "string") streams.write("stdout", write);
    else if (write[0] === "stderr") streams.write("stderr", write[1]);
    else {
      const output = {
        output_type: "display_data",
        data: { "text/plain": write[1] },
        metadata: {},
      };
      streams.before(output as CellOutput);
      give(output as CellOutput);
    }
  }
  streams.flush();
  const texts = collector.outputs.map((output) =>
    output.output_type === "stream"
      ? overwritten(output.text)
      : `${overwritten(String("data" in output && output.data["text/plain"]))}\n`,
  );
  return { shown: texts.join("").trimEnd(), given, outputs: collector.outputs };
}

const up = (rows: number) => `\x1b[${rows}A`;
const cases: [what: string, writes: Parameters<typeof drawn>, shown: string][] = [
  ["a line written again", ["1%", "\r2%", "\n"], "2%"],
  [
    "a shorter line over a longer one",
    ["Loading…\n", "a long line", "\r\x1b[Kshort", "\nend"],
    "Loading…\nshort\nend",
  ],
  ["what stays of a longer line", ["100%", "\r20"], "200%"],
  ["an erased line, and text of a later moment", ["spin", "\x1b[1G\x1b[0K", "done\n"], "done"],
  ["backspaces", ["12\b3"], "13"],
  ["two lines above", ["a\nb\n", `${up(2)}\x1b[2KA\n`, "\x1b[2KB\n"], "A\nB"],
  ["a list that grows and shrinks", ["a\n", `${up(1)}\x1b[Ja\nb\n`, `${up(2)}\x1b[Jc\n`], "c"],
  ["a line that stays above", ["kept\n1\n2\n", `${up(2)}x\ny\n`], "kept\nx\ny"],
  ["further up than before", ["0\n1\n2\n", `${up(1)}b\n`, `${up(2)}a\nc\n`], "0\na\nc"],
  ["what follows a drawing", ["1\n2\n", `${up(2)}a\nb\n`, "after\n", "more"], "a\nb\nafter\nmore"],
  [
    "another drawing below the first",
    ["1\n", `${up(1)}a\n`, "text\n2\n", `${up(1)}b\n`],
    "a\ntext\nb",
  ],
  ["saved and restored places", ["\x1b7one\n\x1b8ONE"], "ONE"],
  ["all of it", ["a\nb\n", "\x1b[1;1H\x1b[0J", "c\n"], "c"],
  ["colours", ["\x1b[31mred", "\r\x1b[0;32mgr\x1b[0m\x1b[K\n"], "\x1b[32mgr\x1b[0m"],
  ["an escape in two parts", ["ab\x1b", "[2Dx"], "xb"],
  ["a hidden cursor, a title, no wrapping", ["\x1b[?25l\x1b]0;t\x07\x1b[?7lx\x1b[?25h"], "x"],
  [
    "what stands before another stream, which none can reach",
    ["a\n", ["stderr", "e\n"], `${up(5)}b`],
    "a\ne\nb",
  ],
  [
    "a drawing beside another stream",
    ["1\n2\n", `${up(2)}a\n`, ["stderr", "e\n"], `${up(1)}A\n`],
    "A\n2\ne",
  ],
  ["a display that stands before", [["display", "D"], "1\n2\n", `${up(2)}a\n`], "D\na\n2"],
  ["characters of two places", ["漢字\n", `${up(1)}\x1b[3Gx\n`], "漢x"],
  ["a line that is broken for want of room", [`${"x".repeat(150)}\n`, `${up(2)}\x1b[Jy\n`], "y"],
];

for (const [what, writes, shown] of cases) {
  test(`shown as a terminal shows it: ${what}`, () => {
    assert.is(drawn(...writes).shown, shown);
  });
}

test("text that draws over nothing goes on as it is written, colours and line ends included", () => {
  const texts = ["a", "b\r\n", "\x1b[31mred\x1b[0m\n", "\tc\n"];
  assert.equal(
    drawn(...texts).given,
    texts.map((text) => ({ output_type: "stream", name: "stdout", text })),
  );
});

test("a frame is shown once, as far as a reader sees of it: what only erases waits for what follows", () => {
  const { given } = drawn("1", "\x1b[1G", "\x1b[0K", "2", "\x1b[?25h");
  assert.equal(
    given.map((output) => (output as { text: string }).text),
    ["1", "\r2"],
  );
});

test("what is drawn over becomes one display, whose changes alone are sent", () => {
  const frames = Array.from({ length: 5 }, (_, i) => `${up(2)}\x1b[Ja${i}\nb${i}\n`);
  const { given, outputs } = drawn("kept\na\nb\n", ...frames);
  assert.equal(
    given.map(({ output_type }) => output_type),
    ["stream", "clear_output", "stream", "display_data", ...Array(4).fill("update_display_data")],
  );
  assert.equal(outputs, [
    { output_type: "stream", name: "stdout", text: "kept\n" },
    { output_type: "display_data", data: { "text/plain": "a4\nb4" }, metadata: {} },
  ]);
});

/** A terminal written a second, stupid way: a grid of characters. */
function naive(writes: string[]): string {
  const grid: string[][] = [[]];
  let [x, y] = [0, 0];
  for (const [one, n, what] of writes.join("").matchAll(/\x1b\[(\d*)([A-Z])|[^\x1b]/g)) {
    if (what === "A") y = Math.max(y - Number(n), 0);
    else if (what === "B") y = Math.min(y + Number(n), grid.length - 1);
    else if (what === "G") x = Number(n) - 1;
    else if (what === "K") grid[y].length = Math.min(grid[y].length, x);
    else if (what === "J") {
      grid[y].length = Math.min(grid[y].length, x);
      grid.length = y + 1;
    } else if (one === "\n") {
      [x, y] = [0, y + 1];
      grid[y] ??= [];
    } else if (one === "\r") x = 0;
    else {
      while (grid[y].length < x) grid[y].push(" ");
      grid[y][x++] = one;
    }
  }
  return grid
    .map((row) => row.join("").trimEnd())
    .join("\n")
    .trimEnd();
}

test("over random writes a client shows what a terminal shows", () => {
  const { integer } = random(20);
  const moves = ["\r", "\x1b[1A", "\x1b[2A", "\x1b[1B", "\x1b[0K", "\x1b[0J", "\x1b[2G"];
  const parts = ["ab", "c", "\n", "\n", "d\n", ...moves];
  const hidden = "\x1b[?25l"; // with it no text ends the drawing
  for (let round = 0; round < 400; round++) {
    const writes = Array.from({ length: 14 }, () => parts[integer(0, parts.length - 1)]);
    const { shown } = drawn(...writes.map((text) => hidden + text));
    assert.is(shown, naive(writes), JSON.stringify(writes));
  }
});

test.run();
