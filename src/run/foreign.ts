import type { Cell, Notebook, Output, ProjectRules, StreamOutput } from "../notebook/index.js";

/**
 * A notebook of another program's kernel as it is compared. Of an error that is what it says, and not the traceback, which
 * names files and lines of that kernel's installation. Of the two streams it is what each says between two displays: such a
 * kernel sends them by themselves, and which comes first is chance.
 */
export function foreignOutputs(notebook: Notebook): Notebook {
  const cells = notebook.cells.map((cell): Cell => {
    if (cell.cell_type !== "code") return cell;
    const outputs = cell.outputs.map((output) =>
      output.output_type === "error" ? { ...output, traceback: [] } : output,
    );
    return { ...cell, outputs: streamsApart(outputs) };
  });
  return { ...notebook, cells };
}

function streamsApart(outputs: Output[]): Output[] {
  const apart: Output[] = [];
  let between: StreamOutput[] = [];
  const end = () => {
    for (const name of ["stdout", "stderr"] as const) {
      const text = between.map((one) => (one.name === name ? one.text : "")).join("");
      if (text) apart.push({ output_type: "stream", name, text });
    }
    between = [];
  };
  for (const output of outputs) {
    if (output.output_type === "stream") between.push(output);
    else {
      end();
      apart.push(output);
    }
  }
  end();
  return apart;
}

/** The file that ipykernel names for a cell, in warnings for instance: it has its process's number in it. */
const ipykernelFile = /(?:[A-Za-z]:)?[^\s"'(<]*ipykernel_\d+[\\/]\d+\.py/g;

/** What a project says of all cells, with what differs in other kernels each time. */
export function foreignRules(rules: ProjectRules): ProjectRules {
  const reason = "ipykernel gives a cell another file's name in each process";
  const own = { pattern: ipykernelFile, replace: "<cell>", reason };
  return { ...rules, sanitise: [own, ...(rules.sanitise ?? [])] };
}
