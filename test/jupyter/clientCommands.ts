/** How a client of Jupyter is called: with the paths of notebooks after its command. */
export interface Client {
  command: string[];
  /** Whether it goes on to the next notebook when one fails. */
  goesOn?: boolean;
}

/** A Python program that executes notebooks one by one and exits with 1 if any failed. */
const each = (imports: string, error: string, ...steps: string[]) => `
import sys
${imports}
failed = 0
for path in sys.argv[1:]:
    try:
${steps.map((step) => `        ${step}`).join("\n")}
    except ${error} as error:
        print(error)
        failed = 1
sys.exit(failed)
`;

/** nbclient itself, without a program around it. */
const nbclient = each(
  "import nbformat\nfrom nbclient import NotebookClient\nfrom nbclient.exceptions import CellExecutionError",
  "CellExecutionError",
  "notebook = nbformat.read(path, as_version=4)",
  "NotebookClient(notebook, timeout=60).execute()",
  "nbformat.write(notebook, path)",
);

/** What papermill's program does with one notebook. */
const papermill = each(
  "import papermill\nfrom papermill.exceptions import PapermillExecutionError",
  "PapermillExecutionError",
  "papermill.execute_notebook(path, path, progress_bar=False)",
);

const pytest = ["pytest", "-q", "-p", "no:cacheprovider"];
const nbconvert = ["jupyter", "nbconvert", "--execute", "--to", "notebook", "--inplace"];

/** Executes notebooks and compares what they give with what is stored. */
export const nbval: Client = {
  command: [...pytest, "--nbval", "--nbval-cell-timeout", "60"],
  goesOn: true,
};

/** The clients that execute notebooks in place. */
export const clients: Record<string, Client> = {
  nbclient: { command: ["python", "-c", nbclient], goesOn: true },
  "jupyter execute": { command: ["jupyter", "execute", "--inplace"] },
  "jupyter nbconvert --execute": { command: nbconvert },
  papermill: { command: ["python", "-c", papermill], goesOn: true },
  nbmake: { command: [...pytest, "--nbmake", "--overwrite"], goesOn: true },
};
