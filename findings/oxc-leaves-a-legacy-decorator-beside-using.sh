#!/usr/bin/env bash
# Beside a `using` that is lowered oxc-transform leaves a class's legacy decorator standing, in an expression, without an error.
# Guess: with `decorator: { legacy: true }` a decorated class is lowered to a call of the decorator, whatever stands beside
# it, as with TypeScript's `experimentalDecorators`.
# Seen on 2026-11-28 with oxc-transform 0.151.0: for a target that has no `using` (es2022) the output holds `var D = @see class D {}`,
# which no engine reads; for esnext, where `using` stays, the decorator is lowered. TypeScript 5.9.3 lowers it for both.
# For us: what still holds a decorator after oxc-transform goes to TypeScript's own compiler (src/session/script/transform.ts;
# test/session/language.test.ts, "a decorated class stands beside `using`").
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund oxc-transform@0.151.0 typescript@5.9.3
cat >look.mjs <<'JAVASCRIPT'
import assert from "node:assert";
import { transformSync } from "oxc-transform";
import ts from "typescript";
const text = `const see = (target: object) => {};
using resource = { [Symbol.dispose]() {} };
@see class D {}
export { D };`;
const lowered = (target) =>
  transformSync("a.ts", text, { sourceType: "module", target, decorator: { legacy: true }, helpers: { mode: "External" } });
const [old, latest] = ["es2022", "esnext"].map(lowered);
console.log("es2022:", old.errors.length, "errors,", /.*class D.*/.exec(old.code)?.[0].trim());
console.log("esnext:", latest.errors.length, "errors,", /.*class D.*/.exec(latest.code)?.[0].trim());
for (const target of [ts.ScriptTarget.ES2022, ts.ScriptTarget.ESNext]) {
  const compilerOptions = { target, module: ts.ModuleKind.ESNext, experimentalDecorators: true };
  const { outputText } = ts.transpileModule(text, { compilerOptions });
  assert(!/@see/.test(outputText), "TypeScript lowers it");
}
assert.equal(old.errors.length, 0, "the behaviour has changed");
assert.match(old.code, /= @see class D/, "the behaviour has changed");
assert.doesNotMatch(latest.code, /@see/, "the behaviour has changed");
JAVASCRIPT
node look.mjs
