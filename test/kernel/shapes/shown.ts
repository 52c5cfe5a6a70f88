import { forever, rungs, type Shape, wait } from "./shape.js";

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
    "the message of an error of its own kind",
    `class E extends Error { get message(): string { ${forever} } } new E().message;`,
  ),
  code(
    "the message of a thrown error of its own kind",
    `class E extends Error { get message(): string { ${forever} } } throw new E();`,
  ),
  code(
    "a method of an error whose message loops",
    `class E extends Error { get message(): string { ${forever} } f() { ${forever} } } new E().f();`,
  ),
  code(
    "prints by a method of an error whose stack loops",
    `class E extends Error { get stack(): string { ${forever} } f() { for (;;) console.log("x"); } } new E().f();`,
  ),
  code(
    "the name of an error, read by Node, that prints",
    `class E extends Error { get name(): string { for (;;) console.log("x"); } } console.log(new E());`,
  ),
  code(
    "the making of a stack's text",
    `Error.prepareStackTrace = () => { ${forever} }; new Error("x").stack;`,
  ),
  code(
    "the making of a thrown error's stack",
    `Error.prepareStackTrace = () => { ${forever} }; throw new Error("x");`,
  ),
  code(
    "the making of a stack in a job",
    `Error.prepareStackTrace = () => { ${forever} }; await null; new Error("x").stack;`,
  ),
  code(
    "the message of an error that nobody listens to",
    `const { EventEmitter } = await import("node:events"); class E extends Error { get message(): string { ${forever} } } setImmediate(() => new EventEmitter().emit("error", new E())); ${wait}`,
  ),
  code(
    "the making of the stack of what a timer throws",
    `Error.prepareStackTrace = () => { ${forever} }; setTimeout(() => { throw new Error("x"); }, 20); ${wait}`,
  ),
  code(
    "the cause of a thrown error",
    `throw new Error("x", { cause: { get a(): number { ${forever} } , [Symbol.for("nodejs.util.inspect.custom")]() { ${forever} } } });`,
  ),
  code(
    "a property of a thrown error",
    `throw Object.assign(new Error("x"), { code: { [Symbol.for("nodejs.util.inspect.custom")]() { ${forever} } } });`,
  ),
];
