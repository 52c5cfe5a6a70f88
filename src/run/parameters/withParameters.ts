import { createHash } from "node:crypto";
import { basename } from "node:path";
import {
  type CodeCell,
  type Notebook,
  notebookLanguage,
  NotebookError,
} from "../../notebook/index.js";
import { declaredInPython, declaredInR, declaredInTypeScript, type Parameter } from "./declared.js";
import { type Value, writers } from "./written.js";

/** Values by the names of parameters, as a command's `--set` gives them. */
export type Settings = ReadonlyMap<string, string>;

const readers: Record<string, (source: string) => Parameter[]> = {
  typescript: declaredInTypeScript,
  javascript: declaredInTypeScript,
  python: declaredInPython,
  r: declaredInR,
};

const tagsOf = ({ metadata }: CodeCell): unknown[] =>
  Array.isArray(metadata.tags) ? metadata.tags : [];

/**
 * A notebook with values for its parameters: a cell tagged `injected-parameters` behind the one that is tagged
 * `parameters`, in place of an earlier such cell.
 *
 * @source papermill, "Parameterize"
 * @throws NotebookError if a name is no parameter of the notebook, or its language is not known
 */
export function withParameters(
  notebook: Notebook,
  path: string,
  settings: Settings = new Map(),
): Notebook {
  if (settings.size === 0) return notebook;
  const refuse = (why: string) => new NotebookError(`${basename(path)}: ${why}`);
  const language = notebookLanguage(notebook);
  const [reader, writer] = [readers[language], writers[language]];
  if (!reader || !writer) {
    const known = Object.keys(writers).join(", ");
    throw refuse(`parameters of ${language} cannot be set, those of ${known} can`);
  }
  const isTagged = (tag: string) => (cell: Notebook["cells"][number]) =>
    cell.cell_type === "code" && tagsOf(cell).includes(tag);
  const isInjected = isTagged("injected-parameters");
  const cells = notebook.cells.filter((cell) => !isInjected(cell));
  const at = cells.findIndex(isTagged("parameters"));
  if (at < 0) throw refuse("no cell is tagged `parameters`, so that none can be set");
  const parameters = reader(cells[at].source);
  const lines = [...settings].map(([name, written]) => {
    const parameter = parameters.find((one) => one.name === name);
    if (parameter) return writer.assign(parameter, valueOf(written, parameter));
    const known = parameters.map((one) => one.name).join(", ");
    throw refuse(`${name} is no parameter; its parameters are ${known || "none"}`);
  });
  const source = [`${writer.comment} Parameters`, ...lines].join("\n");
  const old = notebook.cells.find(isInjected);
  const injected: CodeCell = {
    cell_type: "code",
    id: old?.id ?? freeId(notebook),
    metadata: { tags: ["injected-parameters"] },
    execution_count: null,
    outputs: [],
    ...(old?.source === source ? old : {}),
    source,
  } as CodeCell;
  return { ...notebook, cells: [...cells.slice(0, at + 1), injected, ...cells.slice(at + 1)] };
}

/** JSON where it is such, and for a parameter that holds a text the text itself, unless it stands in quotes. */
function valueOf(written: string, { type }: Parameter): Value {
  try {
    const value = JSON.parse(written) as Value;
    return type === "string" && typeof value !== "string" ? written : value;
  } catch {
    return written;
  }
}

/** The same in each run, and of no other cell. */
function freeId({ cells }: Notebook): string {
  const taken = new Set(cells.map(({ id }) => id));
  for (let i = 0; ; i++) {
    const id = createHash("sha256").update(`injected-parameters ${i}`).digest("hex").slice(0, 8);
    if (!taken.has(id)) return id;
  }
}
