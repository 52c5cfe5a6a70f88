import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { makeScratch } from "../../scripts/scratch.mjs";

const test = suite("house: the tests' own temporary folder and home");

/** A folder with a project in it, and a folder in that project. */
function project() {
  const folder = mkdtempSync(join(tmpdir(), "rederive-scratch-"));
  writeFileSync(join(folder, "package.json"), "{}");
  const inside = join(folder, "deep", "temporary");
  mkdirSync(inside, { recursive: true });
  return { inside, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

test("a temporary folder inside a project is passed over, so that no test finds that project", () => {
  const { inside, remove } = project();
  const roots = [inside, "/tmp", "/var/tmp"];
  const scratch = makeScratch({}, roots);
  try {
    for (let at = scratch.folder; dirname(at) !== at; at = dirname(at)) {
      assert.not.ok(existsSync(join(at, "package.json")), at);
    }
    assert.equal(readdirSync(inside), []);
  } finally {
    scratch.remove();
    remove();
  }
});

test("where every root lies in a project, the message says what to set", () => {
  const { inside, remove } = project();
  try {
    assert.throws(
      () => makeScratch({}, [inside, "/none/such"]),
      /^the tests need a temporary folder with no package\.json above it, got .*temporary, \/none\/such; set TMPDIR to one$/,
    );
  } finally {
    remove();
  }
});

test("the tests get an empty home and nothing that leads to the real one", () => {
  const scratch = makeScratch({
    HOME: "/srv/somebody",
    XDG_DATA_HOME: "/srv/somebody/.local/share",
    JUPYTER_CONFIG_DIR: "/srv/somebody/.jupyter",
    PATH: "/usr/bin",
  });
  try {
    const { env } = scratch;
    assert.is(env.PATH, "/usr/bin");
    assert.equal(readdirSync(env.HOME), []);
    assert.equal(readdirSync(env.TMPDIR), []);
    assert.not.ok(Object.values(env).some((value) => value.startsWith("/srv/somebody")));
  } finally {
    scratch.remove();
  }
  assert.not.ok(existsSync(scratch.folder));
});

test.run();
