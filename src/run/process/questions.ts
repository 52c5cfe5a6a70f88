import type { KernelSession } from "../../client/index.js";

/** What is asked of a kernel on a server, in the language of its cells. */
export interface Questions {
  /** The folder in which the kernel is. */
  folder(session: KernelSession): Promise<string>;
  enter?(session: KernelSession, folder: string): Promise<unknown>;
  /** JSON: the SHA-256 of each file that is there, and under `rederive` the version of the package. */
  states(session: KernelSession, names: string[]): Promise<string>;
}

const text = JSON.stringify;

/** An expression whose value is shown as a text, whole: it makes no cell, so that the notebook's own are as elsewhere. */
const shown = (value: string) =>
  `({ [Symbol.for("Jupyter.display")]: () => ({ "text/plain": String(${value}) }) })`;

const ownQuestions: Questions = {
  folder: (session) => session.evaluate(shown("process.cwd()")),
  states: (session, names) =>
    session.evaluate(
      shown(`(() => {
  const [{ createHash }, { readFileSync }, { createRequire }] =
    ["crypto", "fs", "module"].map((name) => process.getBuiltinModule(name));
  const tried = (work) => { try { return work(); } catch { return null; } };
  const own = tried(() => createRequire(process.cwd() + "/_.js")("rederive/package.json").version);
  const states = ${text(names)}.map((name) =>
    [name, tried(() => createHash("sha256").update(readFileSync(name)).digest("hex"))]);
  return JSON.stringify(Object.fromEntries([...states, ["rederive", own]]));
})()`),
    ),
};

/** Python that leaves no names behind. */
const apart = (lines: string) => `exec(${text(lines)}, dict())`;

const known: Record<string, Questions> = {
  typescript: ownQuestions,
  javascript: ownQuestions,
  python: {
    folder: (session) => session.ask(apart("import os\nprint(os.getcwd())")),
    enter: (session, folder) => session.ask(apart(`import os\nos.chdir(${text(folder)})`)),
    states: (session, names) =>
      session.ask(
        apart(`import hashlib, json, os
def state(name):
    if not os.path.isfile(name): return None
    with open(name, "rb") as file: return hashlib.sha256(file.read()).hexdigest()
print(json.dumps({name: state(name) for name in ${text(names)}}))`),
      ),
  },
  r: {
    folder: (session) => session.ask("cat(getwd())"),
    enter: (session, folder) => session.ask(`invisible(setwd(${text(folder)}))`),
    states: (session, names) =>
      session.ask(`local({
  state <- function(name) if (file.exists(name)) digest::digest(file = name, algo = "sha256") else NA
  names <- as.list(c(${names.map((name) => text(name)).join(", ")}))
  cat(jsonlite::toJSON(setNames(lapply(names, state), names), auto_unbox = TRUE))
})`),
  },
};

/** The questions in a language; undefined for one in which nothing can be asked. */
export const questionsIn = (language: string): Questions | undefined =>
  known[language.toLowerCase()];

/** Keeps each derivation that the cells begin where no cell can take it away, as a process here does. */
export const keepBegun = `new Function(${text(`
  const kept = [], list = [], add = list.push.bind(list);
  Object.defineProperty(list, "push", { value: (made) => (kept.push(made), add(made)) });
  Object.defineProperty(globalThis, Symbol.for("rederive.derivations"), { value: list });
  Object.defineProperty(globalThis, Symbol.for("rederive.kept"), { value: kept });
`)})();`;

const kept = 'Reflect.get(globalThis, Symbol.for("rederive.kept"))';

export const howManyBegun = shown(`${kept}.length`);
export const allBegun = shown(`JSON.stringify(${kept})`);
