"""Runs a cell in a kernel of each folder, all at once: kernels.py NAME FOLDER... gives one JSON line a folder."""

import json
import sys
from jupyter_client.manager import start_new_kernel

CELL = 'import { sumOfOddNumbers } from "../src/oddNumbers.js";\nsumOfOddNumbers(10)'


def ask(client):
    info = client.kernel_info(reply=True, timeout=60)["content"]
    said = []
    client.execute_interactive(CELL, timeout=60, output_hook=said.append)
    shown = [m["content"] for m in said if m["msg_type"] in ("execute_result", "error")]
    value = [one["data"]["text/plain"] if "data" in one else one["evalue"] for one in shown]
    return {"version": info["implementation_version"], "value": value[0]}


name, *folders = sys.argv[1:]
kernels = [start_new_kernel(kernel_name=name, cwd=folder) for folder in folders]
for _, client in kernels:
    print(json.dumps(ask(client)))
for manager, client in kernels:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
