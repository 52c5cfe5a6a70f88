"""One kernel, launched once: its times in seconds and its memory in MiB, as a line of JSON.

measure.py NAME FOLDER LANGUAGE: a kernelspec's name, the folder to run in, `ts`, `js` or `py`.
"""

import json
import statistics
import sys
import time

import nbformat
from launched import Launched
from nbclient import NotebookClient

CELLS = {
    "ts": lambda i: f"const value{i}: number = {i} * 2; value{i}",
    "js": lambda i: f"var value{i} = {i} * 2; value{i}",
    "py": lambda i: f"value{i} = {i} * 2; value{i}",
}
IMPORT = 'import { outputSize } from "rederive"; outputSize({ i: 5, k: 3 })'
WARM = 100


def main(name, folder, language):
    cell = CELLS[language]
    kernel = Launched(name, folder)
    first = kernel.run(cell(0))
    before = kernel.cpu()
    warm = sorted(kernel.run(cell(i)) for i in range(1, WARM + 1))
    cpu = (kernel.cpu() - before) / WARM
    imported = kernel.run(IMPORT) if language == "ts" and name != "deno" else None
    time.sleep(2)  # what a kernel starts after its first cells counts, too
    resident, shared = kernel.memory()
    kernel.end()

    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_code_cell(cell(i)) for i in range(20)]
    began = time.perf_counter()
    resources = {"metadata": {"path": folder}}
    NotebookClient(notebook, kernel_name=name, timeout=120, resources=resources).execute()
    median = statistics.median(warm)
    print(
        json.dumps(
            {
                "ready": kernel.ready,
                "first": kernel.ready + first,
                "imported": imported,
                "warm": median,
                "p95": warm[WARM * 95 // 100 - 1],
                "cpu": cpu,
                "twenty": time.perf_counter() - began,
                "resident": resident,
                "shared": shared,
            }
        )
    )


main(*sys.argv[1:])
