"""One kernel, launched once: its times in seconds and its memory in MiB, as a line of JSON.

measure.py NAME FOLDER LANGUAGE: a kernelspec's name, the folder to run in, `ts`, `js` or `py`.
"""

import json
import statistics
import sys
import time

import nbformat
import psutil
from jupyter_client.manager import KernelManager
from nbclient import NotebookClient

CELLS = {
    "ts": lambda i: f"const value{i}: number = {i} * 2; value{i}",
    "js": lambda i: f"var value{i} = {i} * 2; value{i}",
    "py": lambda i: f"value{i} = {i} * 2; value{i}",
}
IMPORT = 'import { outputSize } from "rederive"; outputSize({ i: 5, k: 3 })'


def main(name, folder, language):
    cell = CELLS[language]
    began = time.perf_counter()
    manager = KernelManager(kernel_name=name)
    manager.start_kernel(cwd=folder)
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    ready = time.perf_counter() - began

    def run(code):
        start = time.perf_counter()
        reply = client.execute_interactive(code, timeout=60, output_hook=lambda _: None)
        status = reply["content"]["status"]
        assert status == "ok", f"{name}: {code} gave {reply['content']}"
        return time.perf_counter() - start

    first = run(cell(0))
    warm = [run(cell(i)) for i in range(1, 41)]
    imported = run(IMPORT) if language == "ts" and name != "deno" else None
    time.sleep(2)  # what a kernel starts after its first cells counts, too
    root = psutil.Process(manager.provisioner.process.pid)
    resident = sum(p.memory_info().rss for p in [root, *root.children(recursive=True)]) / 2**20
    client.stop_channels()
    manager.shutdown_kernel(now=True)

    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_code_cell(cell(i)) for i in range(20)]
    began = time.perf_counter()
    resources = {"metadata": {"path": folder}}
    NotebookClient(notebook, kernel_name=name, timeout=120, resources=resources).execute()
    print(
        json.dumps(
            {
                "ready": ready,
                "first": ready + first,
                "imported": imported,
                "warm": statistics.median(warm),
                "p95": sorted(warm)[37],
                "twenty": time.perf_counter() - began,
                "resident": resident,
            }
        )
    )


main(*sys.argv[1:])
