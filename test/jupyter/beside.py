"""What jupyter_client's clients get while a cell runs: `beside.py`, by its blocking and by its asynchronous client."""

import asyncio
import sys

from jupyter_client import AsyncKernelManager, KernelManager

LOOP = 'console.log("begun"); while (true);'
WAIT = 'console.log("begun"); await new Promise(() => {});'


def subshell(client, id):
    """A kernel_info_request to a subshell."""
    message = client.session.msg("kernel_info_request")
    message["header"]["subshell_id"] = id
    return message


def blocking():
    manager = KernelManager(kernel_name="rederive")
    manager.start_kernel()
    client = manager.blocking_client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    try:
        info = client.kernel_info(reply=True, timeout=10)["content"]
        assert info["protocol_version"] == "5.5", info
        assert "kernel subshells" in info["supported_features"], info
        client.execute_interactive("const known = { width: 3 };", timeout=30)
        for code in (WAIT, LOOP):
            cell = client.execute(code)
            while client.get_iopub_msg(timeout=30)["msg_type"] != "stream":
                pass
            found = client.complete("known.wi", reply=True, timeout=30)["content"]
            assert found["matches"] == ["width"], found
            seen = client.inspect("known", 3, reply=True, timeout=30)["content"]
            assert "width: number" in seen["data"]["text/plain"], seen
            assert client.kernel_info(reply=True, timeout=10)["content"]["status"] == "ok"
            manager.interrupt_kernel()
            reply = client.get_shell_msg(timeout=30)
            assert reply["parent_header"]["msg_id"] == cell and reply["content"]["ename"] == "Interrupted"
        client.control_channel.send(client.session.msg("create_subshell_request"))
        created = client.get_control_msg(timeout=10)["content"]
        cell = client.execute(WAIT)
        client.shell_channel.send(subshell(client, created["subshell_id"]))
        reply = client.get_shell_msg(timeout=10)
        assert reply["msg_type"] == "kernel_info_reply", reply
        assert reply["parent_header"]["subshell_id"] == created["subshell_id"]
        manager.interrupt_kernel()
        assert client.get_shell_msg(timeout=30)["parent_header"]["msg_id"] == cell
    finally:
        client.stop_channels()
        manager.shutdown_kernel()


async def asynchronous():
    manager = AsyncKernelManager(kernel_name="rederive")
    await manager.start_kernel()
    client = manager.client()
    client.start_channels()
    await client.wait_for_ready(timeout=60)
    try:
        cell = client.execute(LOOP)
        while (await client.get_iopub_msg(timeout=30))["msg_type"] != "stream":
            pass
        found = await client.complete("Math.cb", reply=True, timeout=30)
        assert found["content"]["matches"] == ["cbrt"], found
        await manager.interrupt_kernel()
        reply = await client.get_shell_msg(timeout=30)
        assert reply["parent_header"]["msg_id"] == cell and reply["content"]["ename"] == "Interrupted"
    finally:
        client.stop_channels()
        await manager.shutdown_kernel()


blocking()
asyncio.run(asynchronous())
sys.stdout.write("answered\n")
