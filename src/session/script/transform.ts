import { parseSync, Visitor } from "oxc-parser";
import { type HelperMode, transformSync } from "oxc-transform";
import { CompileError } from "../text/compileError.js";
import { withoutDefer } from "../text/phases.js";
import type { Dialect, JavaScript } from "./dialect.js";
import { merges, wholeTransform } from "./wholeTransform.js";
import { placeAt } from "../text/places.js";

/** What this Node runs as it stands; the oldest supported one at least. */
const target = `node${process.versions.node.split(".")[0]}`;

/**
 * TypeScript to JavaScript without a look at types. What the fast compiler does not know is left to TypeScript's own:
 * ECMAScript's decorators, those of a class beside a `using` or in an expression, `accessor`, and namespaces that change their variables or stand in several parts.
 *
 * @param name of the file, which a CompileError gives; one that ends in x may hold JSX
 * @throws CompileError at what cannot be compiled
 */
export function toJavaScript(
  name: string,
  source: string,
  dialect: Dialect,
  sourcemap = false,
): JavaScript {
  const lang = name.endsWith("x") ? "tsx" : "ts";
  const text = withoutDefer(source, lang);
  const { code, map, errors } = transformSync(name, text, {
    lang,
    sourceType: "module",
    sourcemap,
    jsx: dialect.jsx,
    target,
    decorator: { legacy: dialect.legacyDecorators },
    // Helpers come from the global `babelHelpers` and not from a package.
    helpers: { mode: "External" as HelperMode },
  });
  const left = errors.length === 0 && holdsDecorator(code);
  const variable = errors.some(({ message }) => message.includes("Namespaces exporting non-const"));
  if (left || variable || merges(text) || /\baccessor\s+[\w$#[]/.test(code)) {
    return wholeTransform(name, text, dialect, sourcemap);
  }
  const [error] = errors;
  if (!error) return { code, map };
  // The place counts bytes.
  const before = Buffer.from(text).subarray(0, error.labels[0]?.start ?? 0);
  const place = placeAt(text, before.toString().length);
  throw new CompileError({ ...place, message: error.message, file: name }, text);
}

/** Whether JavaScript still holds a decorator, which no engine reads: the fast compiler leaves ECMAScript's, and those of expressions. */
function holdsDecorator(code: string): boolean {
  if (!code.includes("@") || !/\bclass\b/.test(code)) return false;
  let found = false;
  const visitor = new Visitor({ Decorator: () => (found = true) });
  visitor.visit(parseSync("code.js", code, { sourceType: "module" }).program);
  return found;
}
