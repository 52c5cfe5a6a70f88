import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { installedJupyter, root } from "../jupyter/jupyter.js";
import { python } from "../run/foreignNotebooks.js";
import { rederive, scratch, start } from "../run/scratch.js";
import { venv } from "../support/require.js";

const program = venv("jupyter-server", "notebooks checked on Jupyter servers");
const test = suite("run: on servers");

if (program) {
  const files = scratch();
  const jupyter = installedJupyter(program);
  const token = "canary-0123456789abcdef";
  const servers: ChildProcess[] = [];
  test.after(() => {
    for (const one of servers) one.kill("SIGTERM");
    jupyter.remove();
    files.remove();
  });

  /** Starts a server in the folder of the tests, and waits until it listens. */
  async function server(port: number): Promise<{ url: string; process: ChildProcess }> {
    const flags = ["--no-browser", "--allow-root", `--ServerApp.port=${port}`];
    const process = spawn(program!, [...flags, "--ServerApp.port_retries=0"], {
      cwd: files.folder,
      env: { ...jupyter.environment, JUPYTER_TOKEN: token },
      stdio: "ignore",
    });
    servers.push(process);
    const url = `http://127.0.0.1:${port}`;
    for (let tries = 0; tries < 300; tries++) {
      if (
        await fetch(`${url}/api`).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return { url, process };
      await new Promise((resume) => setTimeout(resume, 200));
    }
    throw new Error(`no server on ${url}`);
  }

  test.before(() => {
    writeFileSync(join(files.folder, "package.json"), "{}");
    const ran = spawnSync(
      "npm",
      ["install", "--no-audit", "--no-fund", "@jupyterlab/services@7.6.6"],
      {
        cwd: files.folder,
        encoding: "utf8",
      },
    );
    assert.is(ran.status, 0, ran.stderr);
    files.write("token", `${token}\n`);
  });

  test("a server's outputs are held against the stored ones, a file that differs is named, the token stands nowhere", async () => {
    const { url } = await server(18911);
    const chapter = join(root, "notebooks", "04-bayes.ipynb");
    mkdirSync(join(files.folder, "p"), { recursive: true });
    cpSync(chapter, join(files.folder, "p", "bayes.ipynb"));
    files.write("p/data.txt", "3\n");
    files.write("p/py.ipynb", python("open('data.txt').read()"));
    const local = { JUPYTER_PATH: join(program!, "..", "..", "share", "jupyter") };
    assert.is((await rederive(["run", "p/py.ipynb"], files.folder, local)).code, 0);
    const place = ["--server", url, "--token-file", "token", "--remote-dir", files.folder];
    const good = await rederive(["check", "p", ...place, "--json", "r.json"], files.folder);
    assert.is(good.code, 0, good.stderr);
    mkdirSync(join(files.folder, "there", "p"), { recursive: true });
    files.write("there/p/data.txt", "4\n");
    const elsewhere = [...place.slice(0, -1), join(files.folder, "there")];
    const moved = await rederive(["check", "p/py.ipynb", ...elsewhere], files.folder);
    assert.is(moved.code, 2, moved.stderr);
    assert.match(moved.stderr, /py\.ipynb: not the same project on .*: data\.txt differs there/);
    files.write("wrong", "no\n");
    const refused = await rederive(
      [
        "check",
        "p/py.ipynb",
        "--server",
        url,
        "--token-file",
        "wrong",
        "--remote-dir",
        files.folder,
      ],
      files.folder,
    );
    assert.is(refused.code, 2);
    assert.match(refused.stderr, /refuses the token \(40[13]\); look at --token-file/);
    for (const { stdout, stderr } of [good, moved, refused]) {
      assert.not.match(stdout + stderr, token);
    }
    const written = readdirSync(files.folder).filter(
      (name) => name !== "token" && statSync(join(files.folder, name)).isFile(),
    );
    for (const name of written)
      assert.not.match(readFileSync(join(files.folder, name), "utf8"), token);
  });

  test("of two servers one is killed: its notebooks go to the other, each is reported once", async () => {
    const [one, two] = await Promise.all([server(18912), server(18913)]);
    const names = ["a", "b", "c", "d"].map((name) => `q/${name}.ipynb`);
    for (const name of names)
      files.write(name, python("import time\ntime.sleep(3)\nprint('done')"));
    const local = { JUPYTER_PATH: join(program!, "..", "..", "share", "jupyter") };
    assert.is((await rederive(["run", ...names], files.folder, local)).code, 0);
    const place = ["--server", one.url, "--server", two.url, "--token-file", "token"];
    const { done } = start(
      ["check", ...names, ...place, "--remote-dir", files.folder, "--jobs", "2"],
      files.folder,
    );
    await new Promise((resume) => setTimeout(resume, 5000));
    one.process.kill("SIGKILL");
    const { code, stdout, stderr } = await done;
    assert.is(code, 0, stderr);
    for (const name of ["a", "b", "c", "d"]) {
      assert.is(stdout.split("\n").filter((line) => line.startsWith(`│ ${name} `)).length, 1);
    }
  });
}

test.run();
