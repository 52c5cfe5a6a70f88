import { suite } from "uvu";
import * as assert from "uvu/assert";
import { functionTables } from "./functionTables.js";
import { filesBelow, read } from "./tree.js";

const test = suite("house: one file a function");

const problems = (path: string, text: string) => functionTables(new Map([[path, text]]));

test("what is known of a function stands in its file of the library", () => {
  const files = filesBelow("src").filter((path) => path.endsWith(".ts"));
  assert.ok(files.length > 100);
  assert.equal(functionTables(new Map(files.map((path) => [path, read(path)]))), []);
});

test("a second table of functions is noticed, in whatever form", () => {
  const path = "src/derive/decide/signs.ts";
  const said = [`${path}: exp, sqrt, abs belong to src/derive/library, a file each`];
  for (const text of [
    "const positive = { exp: 1, sqrt: 1, abs: 1 };",
    'const positive = ["exp", "sqrt", "abs", "other"];',
    'const positive = new Map([["exp", 1], ["sqrt", 1], ["abs", 1]]);',
    'switch (name) { case "exp": case "sqrt": case "abs": return true; default: return false; }',
    'const positive = new Set("exp sqrt abs other".split(" "));',
    'const positive = ["exp sqrt", "abs other"].flatMap((words) => words.split(" "));',
    "const positive = `exp,sqrt,abs`.split(',');",
    "const positive = /^(?:exp|sqrt|abs)$/;",
    'type Positive = "exp" | "sqrt" | "abs";',
    "enum Positive { exp, sqrt, abs }",
    'const isPositive = (name) => name === "exp" || name === "sqrt" || "abs" === name;',
    'if (name === "exp") f(); else if (name !== "sqrt") g(); else if (name == `abs`) h();',
    'const sign = name === "exp" ? 1 : name === "sqrt" ? 2 : name === "abs" ? 3 : 0;',
    'function a(n) { return n === "exp"; }\nfunction b(n) { return n === "sqrt" || n === "abs"; }',
    'const positive = { ["exp"]: 1, ["sqrt"]: 1, [`abs`]: 1 };',
    "const positive = { exp, sqrt() {}, get abs() { return 1; } };",
    'positive["exp"] = 1; positive["sqrt"] = 1; positive["abs"] = 1;',
    "positive.exp = 1; positive.sqrt = 1; positive.abs = 1;",
    'positive.set("exp", 1); positive.set("sqrt", 1); positive.set("abs", 1);',
    'positive.add("exp"); positive.add("sqrt"); positive.add("abs");',
    'const sign = positive["exp"] + positive["sqrt"] + positive["abs"];',
    'const isPositive = oneOf(name, "exp", "sqrt", "abs");',
    'const isPositive = name.startsWith("exp") || name.endsWith("sqrt") || name.match("abs");',
  ]) {
    assert.equal(problems(path, text), said, text);
  }
});

test("two functions are no table, nor are names that the library does not hold", () => {
  assert.equal(problems("src/derive/decide/a.ts", 'const own = ["exp", "log", "integrate"];'), []);
  const prose = 'const rule = "tan is short for a sine over a cosine, sin/cos";';
  assert.equal(problems("src/record/rules/a.ts", prose), []);
  const made = 'const sum = sumOf(call("exp", x), call("sin", x), call("cos", x));';
  assert.equal(problems("src/derive/decide/a.ts", made), []);
  const numbers = "const size = Math.abs(x) + Math.exp(x) + Math.max(sign, floor);";
  assert.equal(problems("src/derive/decide/a.ts", numbers), []);
  assert.equal(problems("src/derive/library/a.ts", 'const all = ["exp", "log", "sin"];'), []);
  assert.equal(problems("src/derive/oracle/a.ts", 'const all = ["exp", "log", "sin"];'), []);
});

test.run();
