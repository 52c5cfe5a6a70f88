"""A kernel that is launched for the bench, and what its processes use."""

import time

import psutil
from jupyter_client.manager import KernelManager


class Launched:
    def __init__(self, name, folder):
        self.name = name
        began = time.perf_counter()
        self.manager = KernelManager(kernel_name=name)
        self.manager.start_kernel(cwd=folder)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)
        self.ready = time.perf_counter() - began

    def run(self, code):
        """Seconds until the cell is answered and the kernel idle."""
        began = time.perf_counter()
        reply = self.client.execute_interactive(code, timeout=60, output_hook=lambda _: None)
        status = reply["content"]["status"]
        assert status == "ok", f"{self.name}: {code} gave {reply['content']}"
        return time.perf_counter() - began

    def processes(self):
        root = psutil.Process(self.manager.provisioner.process.pid)
        return [root, *root.children(recursive=True)]

    def cpu(self):
        """Seconds of all processors that its processes have used."""
        return sum(sum(p.cpu_times()[:2]) for p in self.processes())

    def memory(self):
        """MiB that its processes hold, first as the sum of each one's, then with what they share counted once."""
        resident = sum(p.memory_info().rss for p in self.processes())
        shared = sum(p.memory_full_info().pss for p in self.processes())
        return resident / 2**20, shared / 2**20

    def end(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)
