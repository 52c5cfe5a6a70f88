import * as assert from "uvu/assert";
import { sessionSuite } from "./sessionSuite.js";

const test = sessionSuite("session: cells");

test("a variable is one and the same for all cells, and a later one of its name is another", async ({
  session,
}) => {
  await session.run("let x = 1; const read = () => x;");
  assert.is(await session.text("x = 5; read()"), "5");
  assert.is(await session.text('let x = "new"; [x, read()]'), "[ 'new', 5 ]");
});

test("a name of the platform that a cell takes for itself stays the platform's elsewhere", async ({
  session,
}) => {
  await session.run("const Map = 3; const process = { mine: true };");
  assert.is(await session.text("[Map, process.mine]"), "[ 3, true ]");
  assert.is(await session.text("const Map = 4; Map"), "4");
  assert.is(
    await session.text('import { format } from "node:util"; format("%s", new Set([1]).size)'),
    "1",
  );
});

test("a cell that throws keeps what it had reached, and leaves the rest as it was", async ({
  session,
}) => {
  await session.run("const half = 0, other = 'before'; interface Shape { size: number }");
  await session.run(
    "const half = 1; function twice(n: number) { return 2 * n }\ninterface Shape { edge: number }\n" +
      "throw new Error('then'); const other = 3, unreached = 4",
  );
  assert.is(await session.text("twice(half)"), "2");
  assert.is(await session.text("other"), "before");
  assert.is(await session.text("const shape: Shape = { edge: 1 }; shape.edge"), "1");
  assert.match(await session.text("unreached"), /Cannot find name 'unreached'/);
});

test("a cell that the compiler refuses declares nothing", async ({ session }) => {
  await session.run("const refused = 1; const wrong: number = 'one'");
  assert.match(await session.text("refused"), /Cannot find name 'refused'/);
});

test("a type error stops the cell and shows line, column, the line and a caret", async ({
  session,
}) => {
  const { outputs } = await session.run('console.log("ran");\nconst n: number = "one";');
  assert.equal(outputs, [
    {
      output_type: "error",
      ename: "TypeScriptError",
      evalue: "line 2, column 7: Type 'string' is not assignable to type 'number'.",
      traceback: [
        "TypeScriptError: line 2, column 7: Type 'string' is not assignable to type 'number'.",
        '    const n: number = "one";',
        "          ^",
        "To run the cell unchecked, begin it with `// @ts-nocheck`.",
      ],
    },
  ]);
});

test("what only the compiler's own parser refuses is refused", async ({ session }) => {
  const octal = "line 1, column 1: Octal literals are not allowed. Use the syntax '0o17'.";
  for (const code of ["017", "017 + missing"]) {
    const { outputs } = await session.run(code);
    assert.is((outputs[0] as { evalue: string }).evalue, octal);
  }
  assert.is(await session.text("for (;;) { break; }\n0o17"), "15");
  assert.match(await session.text("break"), /can only be used within an enclosing iteration/);
});

test("the caret stands under its character behind tabs and wide characters too", async ({
  session,
}) => {
  const { outputs } = await session.run('\tconst 变量 = "é"; const n: number = 变量;');
  const { traceback } = outputs[0] as { traceback: string[] };
  assert.is(traceback[2], `    \t${" ".repeat(22)}^`);
});

test("assigning to an earlier cell's constant is refused as such", async ({ session }) => {
  await session.run("const fixed = 1;");
  assert.match(
    await session.text("fixed = 2"),
    /Cannot assign to 'fixed' because it is a constant/,
  );
});

test("a stack trace names cells, lines and sources, and nothing of what runs them", async ({
  session,
}) => {
  await session.run("function boom(): never {\n\n  throw new RangeError('far');\n}");
  await session.run('import { twice } from "./local";');
  const { outputs } = await session.run("// one\nboom();");
  const { traceback } = outputs[0] as { traceback: string[] };
  assert.match(
    traceback.join("\n"),
    /^RangeError: far\n {4}at boom \(cell \d+, line 3\)\n {4}at cell \d+, line 2$/,
  );
  assert.match(
    await session.text("console.log(new Error('printed').stack)"),
    /^Error: printed\n {4}at cell \d+, line 1\n$/,
  );
});

test("process.exit ends the cell with an error and not the session", async ({ session }) => {
  assert.match(
    await session.text("require('node:process').exit(3)"),
    /^Error: process\.exit\(3\) was called: a cell may not end its process/,
  );
  assert.is(await session.text("1"), "1");
});

test("output beyond the limit is cut with a notice", async ({ session }) => {
  const { outputs, status } = await session.run(
    'for (let i = 0; i < 2000; i++) console.log("x".repeat(99));',
  );
  assert.is(status, "ok");
  assert.is(outputs.length, 2);
  assert.is((outputs[0] as { text: string }).text.length, 100_000);
  assert.match((outputs[1] as { text: string }).text, /output cut: the cell gave more than 100000/);
});

test("a silent cell shows no value", async ({ session }) => {
  assert.equal((await session.run("1 + 1", true)).outputs, []);
});

test("an expression is evaluated among the cells' names", async ({ session }) => {
  await session.run("const seen = [1, 2];");
  assert.equal(await session.evaluate("seen.length"), { "text/plain": "2" });
  assert.is(((await session.evaluate("nowhere")) as { ename: string }).ename, "ReferenceError");
});

test("import.meta, for await and top-level await work", async ({ session }) => {
  assert.match(await session.text("import.meta.dirname"), /rederive-cells-/);
  assert.is(await session.text("for await (const i of [1, 2]) console.log(i)"), "1\n2\n");
});

test("input comes from the reader", async ({ session }) => {
  assert.is(await session.text('await jupyter.input("Name: ")'), "answer to Name: ");
  assert.is(
    await session.text('await jupyter.input("Word: ", { password: true })'),
    "answer to Word: *",
  );
});

test.run();
