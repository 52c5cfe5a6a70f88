/** nbclient itself, without a program around it. */
const nbclient = `
import sys, nbformat
from nbclient import NotebookClient
for path in sys.argv[1:]:
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=60).execute()
    nbformat.write(notebook, path)
`;

/** What its program does with one notebook. */
const papermill = `
import sys, papermill
for path in sys.argv[1:]:
    papermill.execute_notebook(path, path, progress_bar=False)
`;

const pytest = ["pytest", "-q", "-p", "no:cacheprovider"];
/** Executes notebooks and compares what they give with what is stored. */
export const nbval = [...pytest, "--nbval", "--nbval-cell-timeout", "60"];

/** The command of each client that executes notebooks in place; their paths follow. */
export const clients: Record<string, string[]> = {
  nbclient: ["python", "-c", nbclient],
  "jupyter execute": ["jupyter", "execute", "--inplace"],
  "jupyter nbconvert --execute": [
    ...["jupyter", "nbconvert", "--execute", "--to", "notebook", "--inplace"],
  ],
  papermill: ["python", "-c", papermill],
  nbmake: [...pytest, "--nbmake", "--overwrite"],
};
