import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { venv } from "../support/require.js";
import { installedJupyter, type Jupyter } from "./jupyter.js";

const python = venv("python", "jupyter_kernel_test on the kernel");
const test = suite("jupyter_kernel_test");

// The eleven of its KernelTests with the cells of conformance.py, the pager, and the greeting of subscriptions.
const names = [
  "test_clear_output",
  "test_completion",
  "test_display_data",
  "test_error",
  "test_execute_result",
  "test_execute_stderr",
  "test_execute_stdout",
  "test_history",
  "test_inspect",
  "test_is_complete",
  "test_kernel_info",
  "test_pager",
  "test_recv_iopub_welcome_msg",
];

if (python) {
  let jupyter: Jupyter;
  let outcome = new Map<string, string>();
  test.before(async () => {
    jupyter = installedJupyter(python);
    const { log } = await jupyter.run("python", [join(import.meta.dirname, "conformance.py")]);
    const lines = [...log.matchAll(/^(test_\w+) .*\.\.\. (.+)$/gm)];
    outcome = new Map(lines.map(([, name, verdict]) => [name, verdict]));
    if ([...outcome.values()].some((verdict) => verdict !== "ok")) console.log(log);
  });
  test.after(() => jupyter.remove());

  test("nothing is run that is not named here", () => {
    assert.equal([...outcome.keys()].sort(), names);
  });
  for (const name of names) {
    test(`${name} passes`, () => assert.is(outcome.get(name), "ok"));
  }
}

test.run();
