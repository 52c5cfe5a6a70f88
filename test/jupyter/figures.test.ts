import { readdirSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { venv } from "../support/require.js";
import { installedJupyter, root } from "./jupyter.js";

const program = venv("jupyter", "the figures' descriptions in nbconvert");
const test = suite("jupyter nbconvert: figures");

if (program) {
  test("every figure of a chapter keeps its description in nbconvert's page", async () => {
    const jupyter = installedJupyter(program);
    try {
      const folder = join(root, "notebooks");
      const [first] = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
      const args = ["nbconvert", "--to", "html", "--stdout", join(folder, first)];
      const { status, log } = await jupyter.run("jupyter", args);
      assert.is(status, 0, log);
      const images = [...log.matchAll(/<img alt="([^"]*)"[^>]*src="data:image\/svg/g)];
      assert.ok(images.length >= 8, `${images.length} images`);
      for (const [, alt] of images) assert.ok(alt.length > 40, alt);
      assert.not.match(log, /No description has been provided|Alternative text is missing/);
    } finally {
      jupyter.remove();
    }
  });
}

test.run();
