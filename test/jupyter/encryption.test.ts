import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { venv } from "../support/require.js";
import { installedJupyter } from "./jupyter.js";

const python = venv("python", "jupyter_client's encryption of sockets");
const test = suite("jupyter_client: encryption");

const keys = ["curve_publickey", "curve_secretkey"];
const seen = { result: ["42"], beats: true };
const plain = { ...seen, keys: [], encrypted: false, "stranger hears": true };
const curve = { ...seen, keys, encrypted: true, "stranger hears": false };

if (python) {
  test("its policies disabled, auto and required are kept, and a client without a key hears nothing", async () => {
    const jupyter = installedJupyter(python);
    try {
      const { log } = await jupyter.run("python", [join(import.meta.dirname, "encryption.py")]);
      const lines = log.split("\n").filter((line) => line.startsWith("{"));
      assert.equal(
        lines.map((line) => JSON.parse(line)),
        [
          { policy: "disabled", transport: "tcp", ...plain },
          { policy: "auto", transport: "tcp", ...curve },
          { policy: "required", transport: "tcp", ...curve },
          { policy: "required", transport: "ipc", ...curve },
        ],
        log,
      );
    } finally {
      jupyter.remove();
    }
  });
}

test.run();
