"""Starts the kernel as jupyter_client does under each policy of encryption, and tells what was seen as JSON lines."""

import json

import zmq
from jupyter_client import KernelManager

CASES = [("disabled", "tcp"), ("auto", "tcp"), ("required", "tcp"), ("required", "ipc")]


def stranger_hears(info, seconds=1):
    """Whether a client that has the connection file but for its keys hears anything of the kernel."""
    context = zmq.Context()
    heard = False
    try:
        for kind, name in ((zmq.SUB, "iopub"), (zmq.REQ, "hb")):
            socket = context.socket(kind)
            socket.linger = 0
            port = info[f"{name}_port"]
            tcp = info["transport"] == "tcp"
            socket.connect(f"tcp://{info['ip']}:{port}" if tcp else f"ipc://{info['ip']}-{port}")
            if kind == zmq.SUB:
                socket.subscribe(b"")
            else:
                socket.send(b"ping")
            heard = bool(socket.poll(seconds * 1000)) or heard
            socket.close()
    finally:
        context.term()
    return heard


def seen(policy, transport):
    manager = KernelManager(kernel_name="rederive", transport=transport)
    manager.start_kernel(transport_encryption=policy)
    client = manager.client()
    results = []

    def hook(message):
        if message["msg_type"] == "execute_result":
            results.append(message["content"]["data"]["text/plain"])

    try:
        client.start_channels()
        client.wait_for_ready(timeout=60)
        client.hb_channel.unpause()
        client.execute_interactive("6 * 7", timeout=60, output_hook=hook)
        with open(manager.connection_file) as file:
            written = json.load(file)
        return {
            "policy": policy,
            "transport": transport,
            "result": results,
            "keys": sorted(name for name in written if name.startswith("curve_")),
            "encrypted": client.shell_channel.socket.get(zmq.MECHANISM) == zmq.CURVE,
            "beats": client.hb_channel.is_beating(),
            "stranger hears": stranger_hears(written),
        }
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


for case in CASES:
    print(json.dumps(seen(*case)), flush=True)
