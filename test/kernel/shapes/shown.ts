import { forever, rungs, type Shape } from "./shape.js";

const { code, wait: waits } = rungs;

/** What is shown, or thrown, and written on behalf of the cell. */
export const ofShown: Shape[] = [
  waits(
    "a display that is awaited without end",
    `({ [Symbol.for("Jupyter.display")]: () => new Promise(() => {}) })`,
  ),
  code(
    "a display that loops after a wait",
    `({ [Symbol.for("Jupyter.display")]: async () => { await null; ${forever} } })`,
  ),
  code("a display that loops", `({ [Symbol.for("Jupyter.display")]() { ${forever} } })`),
  code("a method by which a library shows a value", `({ toHTML() { ${forever} } })`),
  code(
    "an element's text",
    `({ tagName: "P", nodeType: 1, get outerHTML(): string { ${forever} } })`,
  ),
  code(
    "the name of a class that is shown",
    `new (class { static get name(): string { ${forever} } })()`,
  ),
  code(
    "a bundle that is displayed",
    `jupyter.display({ get "text/plain"(): string { ${forever} } });`,
  ),
  code("displays without end", 'for (;;) jupyter.display({ "text/plain": "x" });'),
  code(
    "the cause of a thrown error",
    `throw new Error("x", { cause: { get a(): number { ${forever} } , [Symbol.for("nodejs.util.inspect.custom")]() { ${forever} } } });`,
  ),
  code(
    "a property of a thrown error",
    `throw Object.assign(new Error("x"), { code: { [Symbol.for("nodejs.util.inspect.custom")]() { ${forever} } } });`,
  ),
];
