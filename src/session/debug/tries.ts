import { type CallExpression, type Expression, parseSync } from "oxc-parser";

/** A part of a script, as offsets in its text. */
export interface Span {
  /** A function; what stands in a `try` with a `catch`; what gives a promise to whose rejection something listens. */
  kind: "function" | "async function" | "caught" | "listened";
  start: number;
  end: number;
}

/** The functions of a script, and where in them what is thrown is caught. */
export function spansOf(code: string): Span[] {
  const spans: Span[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if (Array.isArray(node)) return node.forEach(visit);
    const { type, start, end } = node as { type?: string; start: number; end: number };
    if (/^(Arrow)?Function(Expression|Declaration)?$/.test(type ?? "")) {
      const kind = (node as { async?: boolean }).async ? "async function" : "function";
      spans.push({ kind, start, end });
    }
    const { handler, block } = node as { handler?: unknown; block?: Span };
    if (type === "TryStatement" && handler && block) {
      spans.push({ kind: "caught", start: block.start, end: block.end });
    }
    const listened = type === "CallExpression" && promiseOf(node as CallExpression);
    if (listened) spans.push({ kind: "listened", start: listened.start, end: listened.end });
    for (const child of Object.values(node)) visit(child);
  };
  const isModule = /^\s*(?:import|export)\b/m.test(code);
  const { program } = parseSync("code.js", code, { sourceType: isModule ? "module" : "script" });
  visit(program.body);
  return spans;
}

/** Of `promise.catch(…)`, and of `promise.then(…, …)`, the promise. */
function promiseOf({ callee, arguments: given }: CallExpression): Expression | undefined {
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return undefined;
  const { name } = callee.property;
  return name === "catch" || (name === "then" && given.length > 1) ? callee.object : undefined;
}
