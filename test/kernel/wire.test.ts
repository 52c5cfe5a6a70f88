import { readFileSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parseConnection } from "../../src/kernel/wire/connection.js";
import { decode, encode, type Frame, signer } from "../../src/kernel/wire/wire.js";

// What jupyter_client sends: test/fixtures/kernel/frames.py made it.
const fixture = new URL("../fixtures/kernel/frames.json", import.meta.url);
const frames = () =>
  (JSON.parse(readFileSync(fixture, "utf8")) as string[]).map((frame) => Buffer.from(frame));
const sign = signer("hmac-sha256", "a key");

const wire = suite("kernel: wire");

wire("a message of jupyter_client is read", () => {
  const { identities, header, parent, content, buffers } = decode(frames(), sign);
  assert.is(String(identities[0]), "client");
  assert.equal([header.msg_id, header.msg_type, header.session], ["m", "execute_request", "s"]);
  assert.equal(parent, {});
  assert.equal(content, { code: "1 + 1 // π", silent: false });
  assert.equal(buffers, []);
});

/** Frames as they arrive. */
const arrived = (sent: Frame[]) => sent.map((frame) => Buffer.from(frame as string));

wire("what is written is read again, buffers included, however long it is", () => {
  for (const code of ["1 + 1 // π", `"${"π".repeat(100_000)}"`, "\ud800"]) {
    const buffers = [Buffer.from([0, 255])];
    const message = { ...decode(frames(), sign), content: { code }, buffers };
    assert.equal(decode(arrived(encode(message, sign)), sign), message);
  }
});

wire("a short message holds no bytes that the binding would give back one by one", () => {
  const message = { ...decode(frames(), sign), identities: [Buffer.from("client")] };
  const long = encode(message, sign).filter((one) => typeof one !== "string" && one.length > 128);
  assert.equal(long, []);
});

wire("every part is under the signature", () => {
  for (const part of [3, 4, 5, 6]) {
    const changed = frames();
    changed[part] = Buffer.from('{"msg_id": "m", "msg_type": "t"}');
    assert.throws(() => decode(changed, sign), /its signature is wrong/, `part ${part}`);
  }
  assert.throws(() => decode(frames(), signer("hmac-sha256", "another")), /signature is wrong/);
  const unsigned = frames();
  unsigned[2] = Buffer.from("");
  assert.throws(() => decode(unsigned, sign), /its signature is wrong/);
});

wire("a connection without a key signs nothing and asks for nothing", () => {
  assert.is(signer("hmac-sha256", "")([]), "");
  assert.is(decode(frames(), signer("hmac-sha256", "")).header.msg_id, "m");
});

wire("frames that are no message are refused with what is wrong", () => {
  const none = signer("hmac-sha256", "");
  const text = (...parts: string[]) => parts.map((part) => Buffer.from(part));
  const head = ["<IDS|MSG>", ""];
  assert.throws(() => decode([], none), /it has no delimiter <IDS\|MSG>/);
  assert.throws(() => decode(text(...head, "{}"), none), /a signature and four parts, got 1 parts/);
  assert.throws(() => decode(text(...head, "{", "{}", "{}", "{}"), none), /its header is not JSON/);
  assert.throws(
    () => decode(text(...head, "{}", "{}", "{}", "[]"), none),
    /its content must be a JSON object/,
  );
  assert.throws(
    () => decode(text(...head, '{"msg_id": 1}', "{}", "{}", "{}"), none),
    /its header must have a text msg_id, got 1/,
  );
});
wire.run();

const connection = suite("kernel: connection file");
const file = {
  transport: "tcp",
  ip: "127.0.0.1",
  key: "k",
  signature_scheme: "hmac-sha256",
  shell_port: 1,
  control_port: 2,
  iopub_port: 3,
  stdin_port: 4,
  hb_port: 5,
};
const parsed = (change: object) => parseConnection(JSON.stringify({ ...file, ...change }));

connection("gives an address for each socket", () => {
  assert.is(parsed({}).addresses.hb, "tcp://127.0.0.1:5");
  assert.is(parsed({ ip: "::1" }).addresses.shell, "tcp://[::1]:1");
  assert.is(parsed({ transport: "ipc", ip: "/tmp/k" }).addresses.iopub, "ipc:///tmp/k-3");
});

const z85 = "rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7"; // the specification's own test key, in Z85
const secret = "JTKVSB%%)wK0E.X)V>+}o?pNmC{O&4W4b!Ni{Lh6";

connection("a pair of keys is read, and what is no pair is refused without telling it", () => {
  assert.is(parsed({}).curve, undefined);
  assert.is(parsed({ curve_publickey: null, curve_secretkey: null }).curve, undefined);
  const keys = { curve_publickey: z85, curve_secretkey: secret };
  assert.equal(parsed(keys).curve, { publicKey: z85, secretKey: secret });
  const change = (other: object) => () => parsed({ ...keys, ...other });
  assert.throws(change({ curve_secretkey: undefined }), /curve_secretkey must.*got "undefined"$/);
  assert.throws(change({ curve_publickey: undefined }), /file: curve_publickey must be 40 char/);
  const short = secret.slice(1);
  assert.throws(change({ curve_secretkey: short }), /must be 40 characters of Z85, got "string"$/);
  assert.throws(change({ curve_secretkey: `"${short}` }), /curve_secretkey must be 40 characters/);
  assert.throws(change({ curve_publickey: 5 }), /curve_publickey must be .* got "number"$/);
});

connection("a bad one is refused with field and value", () => {
  assert.throws(
    () => parsed({ ip: "192.168.0.2" }),
    /ip must be one of the loopback's.*168\.0\.2"$/,
  );
  assert.throws(() => parsed({ transport: "pgm" }), /transport must be tcp or ipc, got "pgm"$/);
  assert.throws(() => parsed({ hb_port: 70000 }), /hb_port must be an integer.*, got 70000$/);
  assert.throws(() => parsed({ stdin_port: undefined }), /stdin_port must be an integer/);
  assert.throws(
    () => parsed({ signature_scheme: "hmac-no" }),
    /must be hmac- and a digest.*"hmac-no"/,
  );
  assert.throws(() => parseConnection("[]"), /it must be a JSON object/);
});
connection.run();
