import type { PublicReport } from "./publicReport.js";

/** Reports about files and exit codes; their tests are in files.test.ts. */
export const files: Pick<PublicReport, "reference" | "cause" | "right" | "before">[] = [
  {
    reference: "nteract/papermill#474",
    cause: "every kind of failure ended with 1",
    right:
      "a notebook that does not hold ends with 1, one that cannot be read with 2, and one that holds with 0",
  },
  {
    reference: "treebeardtech/nbmake#8",
    cause: "a kernel that is not there was an internal error",
    right: "a kernel that is not there is named with the notebook, and the file is left as it is",
  },
  {
    reference: "nteract/papermill#24",
    cause: "a name in other letters was not found, or was written in another encoding",
    right:
      "a notebook whose name and folder hold blanks and other letters is run, checked and named",
  },
  {
    reference: "quarto-dev/quarto-cli#8922",
    cause: "a file that is no valid notebook stopped everything, without its name",
    right: "a file that is no notebook is named with the place, and the others are checked",
  },
  {
    reference: "quarto-dev/quarto-cli#10575",
    cause: "cells without outputs were published as if they had none to show",
    right: "a notebook that was never run is told, cell by cell, with the command that runs it",
  },
  {
    reference: "treebeardtech/nbmake#129",
    cause: "several kernels that started at once took each other's ports",
    right: "several commands at once on the same machine disturb each other in nothing",
  },
];
