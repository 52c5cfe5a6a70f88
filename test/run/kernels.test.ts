import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type CodeCell, type Notebook, readNotebook } from "../../src/notebook/index.js";
import { venv } from "../support/require.js";
import { notebookFor, python } from "./foreignNotebooks.js";
import { eventually, processesWith, rederive, scratch, start } from "./scratch.js";

const program = venv("python", "notebooks of ipykernel, run and checked");
const test = suite("run: notebooks of other kernels");
const files = scratch();
test.after(() => files.remove());

const read = (name: string): Notebook => readNotebook(files.read(name), name);
const outputs = (name: string) => read(name).cells.map((cell) => (cell as CodeCell).outputs);
const plain = (text: string) => ({ "text/plain": text });

test("a notebook whose kernel is not installed is left as it is, and the message says what is missing", async () => {
  const env = { HOME: files.folder, JUPYTER_PATH: "", VIRTUAL_ENV: "", CONDA_PREFIX: "" };
  const path = files.write("m.ipynb", notebookFor("maple", "maple", ["1/0"]));
  const before = files.read("m.ipynb");
  for (const args of [["run"], ["check"], ["run", "--kernel", "mapel"]]) {
    const { code, stderr } = await rederive([...args, path], files.folder, env);
    assert.is(code, 2);
    const name = args[2] ?? "maple";
    assert.match(stderr, new RegExp(`m\\.ipynb: kernel ${name} is not installed.*; install it as`));
    assert.match(stderr, /; it was not run, and is left as it is$/m);
  }
  assert.is(files.read("m.ipynb"), before);
});

if (program) {
  const share = join(dirname(dirname(program)), "share", "jupyter");
  const env = { JUPYTER_PATH: share, IPYTHONDIR: join(files.folder, "ipython") };
  const cli = (...args: string[]) => rederive(args, files.folder, env);

  test("outputs of a Python notebook are stored as nbformat has them, and agree when they are checked", async () => {
    const path = files.write(
      "a.ipynb",
      python(
        "x = 0.1 + 0.2\nx",
        "import sys\nprint('one')\nprint('two', file=sys.stderr)",
        "from IPython.display import display\nshown = display('first', display_id=True)",
        "shown.update('second')\nprint('gone')\nfrom IPython.display import clear_output\nclear_output()\nprint('kept')",
        ["1/0", "raises-exception"],
        "import warnings\nwarnings.warn('beware')",
        "{'c', 'a', 'b'}, hash('a') % 97",
        "import os, stat\nfrom ipykernel.connect import get_connection_file\noct(stat.S_IMODE(os.stat(get_connection_file()).st_mode))",
        ["x = None", "skip-execution"],
      ),
    );
    assert.is((await cli("run", path)).code, 0);
    const found = outputs("a.ipynb");
    assert.equal(found[0], [
      {
        output_type: "execute_result",
        execution_count: 1,
        data: plain("0.30000000000000004"),
        metadata: {},
      },
    ]);
    assert.equal(found[2], [
      { output_type: "display_data", data: plain("'second'"), metadata: {} },
    ]);
    assert.equal(found[3], [{ output_type: "stream", name: "stdout", text: "kept\n" }]);
    assert.match(JSON.stringify(found[4]), /ZeroDivisionError/);
    assert.match(JSON.stringify(found[7]), /'0o600'/);
    assert.equal(read("a.ipynb").metadata.kernelspec, python().metadata.kernelspec);
    const checked = await cli("check", path);
    assert.is(checked.code, 0, checked.stderr);
    assert.match(
      checked.stdout,
      /cell 6 .*as they may: ipykernel gives a cell another file's name/,
    );
    const again = files.read("a.ipynb");
    await cli("run", path);
    assert.is(
      files.read("a.ipynb").replace(/ipykernel_\d+/, ""),
      again.replace(/ipykernel_\d+/, ""),
    );
  });

  test("what was tampered with in a Python notebook is found", async () => {
    const path = join(files.folder, "a.ipynb");
    const text = files.read("a.ipynb");
    const planted: [string, string, RegExp][] = [
      [
        "0.30000000000000004",
        "0.3",
        /cell 1 .*text\/plain expected "?0\.3"?, got "?0\.30000000000000004/,
      ],
      ["'c', 'a', 'b'", "'c', 'a', 'x'", /cell 7 .*text\/plain expected/],
      ["'second'", "'third'", /cell 3 .*expected "'third'", got "'second'"/],
      ['"evalue": "division by zero"', '"evalue": "no"', /cell 5 .*evalue expected "no"/],
      ["beware\\n", "no\\n", /cell 6 .*beware/],
    ];
    for (const [from] of planted) assert.ok(text.includes(from), from);
    writeFileSync(
      path,
      planted.reduce((so, [from, to]) => so.replace(from, to), text),
    );
    const { code, stderr } = await cli("check", path);
    assert.is(code, 1);
    for (const [, , message] of planted) assert.match(stderr, message);
    writeFileSync(path, text);
  });

  test("a limit or the kernel's end stops the notebook, with the cell's name", async () => {
    const cases: [name: string, source: string, message: string][] = [
      [
        "loop",
        "import time\ntry:\n  time.sleep(60)\nfinally:\n  open('put-away', 'w').close()",
        "did not end within 4 s (raise it with --timeout)",
      ],
      ["dies", "import os\nos.kill(os.getpid(), 9)", "ended its process (SIGKILL)"],
      [
        "fills",
        "import time\nheld = bytearray(900 * 2**20)\ntime.sleep(30)",
        "used more than 500 MiB of memory (raise it with --memory)",
      ],
      ["prints", "while True: print('x' * 999)", "printed more than 1 MiB"],
      ["fails", "1/0", "-----"],
    ];
    const paths = cases.map(([name, source]) =>
      files.write(`${name}.ipynb`, python("1", source, "2")),
    );
    const flags = ["--timeout", "4", "--memory", "500", "--output-limit", "1"];
    const { code, stderr } = await cli("run", ...paths, ...flags);
    assert.is(code, 1);
    for (const [name, , message] of cases) {
      assert.ok(stderr.includes(`${name}.ipynb, cell 2 (id cell-2): ${message}`), stderr);
      assert.ok(stderr.includes(`${name}.ipynb, cell 2 (id cell-2): cell 3 did not run because`));
    }
    assert.match(stderr, /^ZeroDivisionError: division by zero$/m);
    assert.ok(existsSync(join(files.folder, "put-away")), "the interrupt lets the cell put away");
    assert.is(processesWith(join("rederive-client-")).length, 0);
  });

  test("a kernel ends with the program that started it, also if that is killed", async () => {
    const path = files.write(
      "long.ipynb",
      python("import os, time\nopen('began', 'w').write(str(os.getpid()))\ntime.sleep(300)"),
    );
    const { child, done } = start(["run", path], files.folder, env);
    const began = join(files.folder, "began");
    assert.ok(await eventually(() => existsSync(began) && readFileSync(began, "utf8") !== "", 30));
    const isThere = () => existsSync(`/proc/${readFileSync(began, "utf8")}`);
    assert.ok(isThere());
    child.kill("SIGKILL");
    await done;
    assert.ok(await eventually(() => !isThere()));
  });

  test("a notebook is never run in a kernel of another language", async () => {
    const path = files.write("p.ipynb", python("1/0"));
    const own = files.write("t.ipynb", notebookFor("rederive", "typescript", ["1 + 1"]));
    const before = [files.read("p.ipynb"), files.read("t.ipynb")];
    const wrong: [string, string, RegExp][] = [
      [path, "rederive", /p\.ipynb: its cells are python, and kernel rederive runs TypeScript/],
      [own, "python3", /t\.ipynb: its cells are typescript, and kernel python3 runs python/],
    ];
    for (const [notebook, kernel, message] of wrong) {
      const { code, stderr } = await cli("run", notebook, "--kernel", kernel);
      assert.is(code, 2);
      assert.match(stderr, message);
    }
    assert.equal([files.read("p.ipynb"), files.read("t.ipynb")], before);
  });
}

test.run();
