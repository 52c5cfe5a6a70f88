import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { equivalent } from "./equivalent.js";
import { choose, type Mutant, mutants } from "./mutants.js";
import { survivors } from "./survivors.js";

const test = suite("mutations of the core");
const root = resolve(import.meta.dirname, "..", "..");
// All of them take ten minutes on two cores that do nothing else.
const perFile = process.env.MUTANTS === "all" ? Infinity : 8;

function ofTheCore(): Mutant[] {
  return ["num", "conv", "nn", "prob"].flatMap((room) =>
    readdirSync(join(root, "src", room))
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) => {
        const file = `src/${room}/${name}`;
        const all = mutants(file, readFileSync(join(root, file), "utf8"));
        return choose(
          all.filter(({ key }) => !equivalent.has(key)),
          perFile,
        );
      }),
  );
}

test("every changed constant, sign and index of the core is noticed by the core's tests", async () => {
  const chosen = ofTheCore();
  assert.ok(chosen.length >= 60, `only ${chosen.length} mutants`);
  let done = 0;
  const alive = await survivors(chosen, ({ key }, caughtBy) => {
    done += 1;
    console.log(`${done} of ${chosen.length}  ${caughtBy ?? "NOT NOTICED"}  ${key}`);
  });
  assert.equal(
    alive.map(({ key }) => key),
    [],
  );
});

test("a change that changes nothing survives, and a wrong sign does not", async () => {
  const file = "src/prob/bayes.ts";
  const source = readFileSync(join(root, file), "utf8");
  const planted = { file, line: 1, from: "", to: "", text: source, key: "nothing changed" };
  const broken = { ...planted, text: `${source}\nthrow new Error("planted");`, key: "broken" };
  assert.equal(
    (await survivors([planted, broken], undefined, 1)).map(({ key }) => key),
    ["nothing changed"],
  );
});

test("constants, signs and indices are found; types, messages and imports are left alone", () => {
  const source = [
    'import { a } from "./1.js";',
    "type One = 1;",
    "export function f(x: number[], i: number): number {",
    "  if (i < 0) throw new RangeError(`f: i must be >= ${0 + 1}`);",
    "  return -x[i] * Math.floor(2 - i);",
    "}",
  ].join("\n");
  assert.equal(
    mutants("f.ts", source).map(({ line, from, to }) => `${line}: ${from} -> ${to}`),
    [
      "4: 0 -> 1",
      "5: * -> /",
      "5: -x[i] -> x[i]",
      "5: i -> i + 1",
      "5: Math.floor -> Math.ceil",
      "5: - -> +",
      "5: 2 -> 3",
    ],
  );
});

test("the same mutants are chosen as long as their lines stay as they are", () => {
  const source = "export const a = [1, 2, 3, 4, 5, 6];\nexport const b = 7 + 8;\n";
  const keys = (text: string) => choose(mutants("a.ts", text), 4).map(({ key }) => key);
  assert.equal(keys(`// moved down\n\n${source}`), keys(source));
});

test("no equivalent mutant is listed that is not there any more", () => {
  const keys = ["num", "conv", "nn", "prob"].flatMap((room) =>
    readdirSync(join(root, "src", room)).flatMap((name) => {
      const file = `src/${room}/${name}`;
      return mutants(file, readFileSync(join(root, file), "utf8")).map(({ key }) => key);
    }),
  );
  assert.equal(
    [...equivalent.keys()].filter((key) => !keys.includes(key)),
    [],
  );
});

test.run();
