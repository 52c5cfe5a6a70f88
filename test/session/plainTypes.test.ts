import { readFileSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { archive } from "../../src/session/check/archive.js";
import { openChecker } from "../../src/session/check/checker.js";
import { parseCell } from "../../src/session/text/parse.js";
import { sourceFiles } from "../../src/session/script/sourceFiles.js";
import { childrenOf } from "./processes.js";
import { project } from "./project.js";

/** What the compiler has computed so far, in ticks of the system's clock. */
function compilerTime(): number {
  const [pid] = childrenOf(process.pid, "--api");
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

const test = suite("session: types of earlier cells that are written out");

/** Opens a checker, through which cells go as in a session that runs them, for as long as a test takes. */
function withChecker(work: (checker: ReturnType<typeof open>) => void) {
  const checker = open();
  try {
    work(checker);
  } finally {
    checker.close();
  }
}

function open() {
  const own = project();
  const files = sourceFiles((source) => checker.dialect(source));
  const checker = openChecker({ cwd: own.folder, root: own.folder, files, strict: true });
  /** Gives what is wrong with a cell. */
  const check = (code: string): string[] => {
    const cell = parseCell(code);
    const { problems } = checker.check(cell, []);
    if (!problems.length) checker.keep(cell, [...cell.values.keys()]);
    return problems.map(({ message }) => message);
  };
  return {
    check,
    rest: checker.rest,
    run(code: string): string[] {
      const problems = check(code);
      checker.rest();
      return problems;
    },
    files: checker.archive.files,
    /** What the compiler has against the project itself, which it finds anew for each check. */
    missed: () =>
      checker
        .look("")
        .project.program.getGlobalDiagnostics()
        .map(({ text }) => text),
    text: (slot: number) => checker.archive.text(checker.archive.files()[slot]) ?? "",
    /** The files in which an earlier cell is referred to, and not what it gave. */
    referring: () =>
      checker.archive.files().filter((path) => /__c\d+\.\w/.test(checker.archive.text(path) ?? "")),
    close() {
      checker.close();
      own.remove();
    },
  };
}

test("a chain of inferred types refers to the cell before the last only once", () => {
  withChecker(({ run, referring }) => {
    assert.equal(run("const a0 = { n: 0, s: [0] };"), []);
    for (let i = 1; i < 6; i++) {
      assert.equal(run(`const a${i} = { ...a${i - 1}, n: a${i - 1}.n + 1 };`), []);
    }
    assert.ok(referring().length <= 1, "the second at the most: the first depends on nothing");
    assert.equal(run("const sum: number = a5.n + a5.s[0]"), []);
    assert.match(run("a5.n = 'one'")[0], /'string' is not assignable to type 'number'/);
    assert.match(run("a5 = a0")[0], /because it is a constant/);
  });
});

test("what a type says is not changed by it", () => {
  withChecker(({ run }) => {
    run("const one = 1;");
    const cells: [cell: string, problem?: RegExp][] = [
      ["const five = one && 5; const said: 7 = 7; let other = one === 1 ? 'a' : 'b';"],
      ["let copy = five; copy = 6;", /^$|not assignable/],
      ["let seven = said; seven = 8;", /Type '8' is not assignable to type '7'/],
      ["other = 'c';"],
      ["class K { x = one } const k = new K(); const map = new Map([[one, k]]);"],
      ["k.x + map.size; map.get(1)?.x"],
      [
        "const f = (x: number, y?: string) => x + one + (y ?? ''); const g = <T,>(x: T) => [x, one];",
      ],
      ["f(1); f(1, 'a'); g('x')"],
      ["f('1')", /'string' is not assignable to parameter of type 'number'/],
      ["const maybe = [one].find((n) => n > 1);"],
      ["maybe.toFixed()", /possibly 'undefined'/],
      ["const isText = (x: unknown): x is string => typeof x === 'string' && one > 0;"],
      ["const unknownOne: unknown = 's'; if (isText(unknownOne)) unknownOne.length;"],
    ];
    for (const [cell, problem] of cells) {
      const [found = ""] = run(cell);
      if (problem) assert.match(found, problem, cell);
      else assert.is(found, "", cell);
    }
  });
});

test("a cell of plain types needs no file once many have run, and its names mean what they did", () => {
  const { run, files, close } = open();
  const kinds = [
    (i: number) => `const value${i}: number = ${i};`,
    (i: number) => `let list${i} = [${i}].map(String);`,
    (i: number) => `function area${i}(side: number, times = 1) { return side * times; }`,
    (i: number) =>
      `const five${i} = 5; const fixed${i} = 5 as const; const some${i} = five${i} && 7;`,
  ];
  const before = files().length;
  for (let i = 0; i < 4 * before; i++) assert.equal(run(kinds[i % 4](i)), []);
  // The constants of the fourth kind have types that cannot all be written out.
  assert.ok(files().length <= 2 * before, `${files().length} files`);
  const cells: [cell: string, problem?: RegExp][] = [
    ["value0.length", /'length' does not exist on type 'number'/],
    ["value0 = 1", /because it is a constant/],
    ["list1.push(1)", /'number' is not assignable to parameter of type 'string'/],
    ["list1 = ['a']; list1[0].length"],
    ["area2(1); area2(1, 2)"],
    ["area2('a')", /'string' is not assignable to parameter of type 'number'/],
    ["area2 = area6", /because it is a (?:function|constant)/],
    ["let wide = five3; wide = 6;"],
    ["let narrow = fixed3; narrow = 6;", /Type '6' is not assignable to type '5'/],
    ["type value4 = string; const both: value4 = 'a'; value4.toFixed()"],
    ["const still: value4 = 'a'; value4.toFixed()"],
    ["class value8 {}"],
    ["new value8()"],
  ];
  for (const [cell, problem] of cells) {
    const [found = ""] = run(cell);
    if (problem) assert.match(found, problem, cell);
    else assert.is(found, "", cell);
  }
  close();
});

test("the compiler misses no file of the cells once one has run, nor once there are more", () => {
  withChecker(({ run, files, missed }) => {
    run("1");
    assert.equal(missed(), []);
    const before = files().length;
    for (let i = 0; files().length === before; i++) run(`class K${i} { x = ${i} }`);
    assert.equal(missed(), []);
  });
});

test("a cell with a comment, a class or an import keeps its file", () => {
  const { run, files, text, close } = open();
  run("/** how many */ const noted: number = 1;");
  run("class Held { x = 1 }");
  run('import { sep } from "node:path"; const line: string = sep;');
  for (let i = 0; i < 2 * files().length; i++) run(`const value${i}: number = ${i};`);
  assert.match(text(0), /how many/);
  assert.match(text(1), /class Held/);
  assert.match(text(2), /node:path/);
  assert.match(run("new Held().y")[0], /'y' does not exist on type 'Held'/);
  close();
});

/** A one-line recursive type that takes the compiler a second or two. */
const recursive =
  'type R<N extends 0[], S extends string> = N["length"] extends 16 ? S : R<[...N, 0], `${S}l`> | R<[...N, 0], `${S}r`>;';

test("a recursive type is checked once, and not evaluated again while nobody takes its names", () => {
  if (process.platform !== "linux") return;
  withChecker(({ check, rest }) => {
    check("1");
    rest();
    const before = compilerTime();
    check(`${recursive} let words: R<[], ""> | undefined;`);
    const checked = compilerTime();
    rest();
    check("const other = 2;");
    rest();
    const asked = compilerTime();
    assert.ok(checked - before > 55, `${checked - before} ticks: no work that could be saved`);
    assert.ok(
      asked - checked < (checked - before) / 2,
      `${asked - checked} of ${checked - before}`,
    );
    assert.equal(check("words = undefined;"), []);
    assert.match(check("words = 5;")[0], /'number' is not assignable|'5' is not assignable/);
  });
});

test("a name that is declared anew has the new type", () => {
  const cells = archive("/notes");
  const keep = (code: string) => {
    const cell = parseCell(code);
    cells.place(cell, "used");
    return cells.keep(cell, [...cell.values.keys()]);
  };
  assert.is(keep("const a = 1")?.depends, false);
  cells.settle(
    new Map([
      ["a", "const a: number"],
      ["nobody", "const nobody: string"],
    ]),
  );
  cells.place(parseCell("a"), "used");
  assert.match(cells.text("/notes/__cell1__.ts") ?? "", /declare const a: number;/);
  cells.place(parseCell("a"), "all");
  assert.match(cells.text("/notes/__cell1__.ts") ?? "", /import a = __c0\.a;/, "with its comment");
  assert.is(keep("const b = a")?.depends, true);
  keep("class a {}");
  cells.place(parseCell("a"), "used");
  assert.not.match(cells.text("/notes/__cell3__.ts") ?? "", /number/);
});

test.run();
