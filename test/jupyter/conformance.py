"""The Jupyter project's own tests of a kernel, with the cells that they need in this kernel's language."""

import unittest

import jupyter_kernel_test as jkt


class RederiveTests(jkt.KernelTests):
    kernel_name = "rederive"
    language_name = "typescript"
    file_extension = ".ts"
    code_hello_world = 'console.log("hello, world");'
    code_stderr = 'console.error("a complaint");'
    completion_samples = [
        {"text": "Number.parseF", "matches": {"parseFloat"}},
        {"text": "Math.cb", "matches": {"cbrt"}},
    ]
    complete_code_samples = ["1 + 1", "const one = 1;", "function f(n: number) {\n  return n;\n}"]
    incomplete_code_samples = ["function f(n: number) {", "const text = `one", "Math.max(1,"]
    invalid_code_samples = ["const = 1;", "1 + ) 2", "const a: = 3"]
    code_page_something = "Math.max?"
    code_generate_error = 'throw new Error("planted");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"a" + "b"', "result": "ab"},
        {"code": "[1, 2].map((n) => n * 2)", "result": "[ 2, 4 ]"},
    ]
    code_display_data = [
        {"code": 'jupyter.display({ "text/html": "<b>1</b>" });', "mime": "text/html"},
        {"code": 'jupyter.display({ "image/svg+xml": "<svg/>" });', "mime": "image/svg+xml"},
    ]
    code_history_pattern = "6 *"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.max"
    code_clear_output = "jupyter.clearOutput();"


class RederiveIopubWelcomeTests(jkt.IopubWelcomeTests):
    kernel_name = "rederive"
    support_iopub_welcome = True


if __name__ == "__main__":
    unittest.main(verbosity=2)
