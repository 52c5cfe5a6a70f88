import { forever, rungs, type Shape, wait } from "./shape.js";

const { code, wait: waits } = rungs;

const http = 'const http = await import("node:http");';
const stream =
  'const { Readable, Writable, Transform, PassThrough, pipeline } = await import("node:stream"); const { pipeline: piped } = await import("node:stream/promises");';
const address = "`http://127.0.0.1:${(s.address() as { port: number }).port}/`";

/** Streams, servers and what reads them. */
export const ofStreams: Shape[] = [
  code(
    "a pipeline without end and without a wait",
    `${stream} await piped(new Readable({ read() { this.push("x"); } }), new Writable({ write(_c, _e, done) { done(); } }));`,
  ),
  waits(
    "a pipeline of a device",
    'const fs = await import("node:fs"); const { pipeline: piped } = await import("node:stream/promises"); await piped(fs.createReadStream("/dev/zero"), fs.createWriteStream("/dev/null"));',
  ),
  code(
    "a transform in a pipeline",
    `${stream} await piped(Readable.from(["a"]), new Transform({ transform() { ${forever} } }), new PassThrough());`,
  ),
  code(
    "a generator in a pipeline",
    `${stream} await piped(Readable.from(["a"]), async function* (source: any) { for await (const x of source) { ${forever} yield x; } }, new PassThrough());`,
  ),
  code(
    "the end of a pipeline",
    `${stream} pipeline(Readable.from(["a"]), new Writable({ write(_c, _e, done) { done(); } }), () => { ${forever} }); ${wait}`,
  ),
  code(
    "a stream that is written to its end",
    `${stream} new Writable({ write(_c, _e, done) { done(); }, final() { ${forever} } }).end("x"); ${wait}`,
  ),
  code(
    "a stream that is destroyed",
    `${stream} new Readable({ read() {}, destroy() { ${forever} } }).destroy(); ${wait}`,
  ),
  code(
    "the lines of an endless stream",
    `${stream} const { createInterface } = await import("node:readline"); for await (const line of createInterface({ input: Readable.from((function* () { for (;;) yield "line\\n"; })()) })) line;`,
  ),
  waits(
    "a line that nobody writes",
    `${stream} const { createInterface } = await import("node:readline/promises"); await createInterface({ input: new PassThrough() }).question("?");`,
  ),
  code(
    "a handled line",
    `${stream} const { createInterface } = await import("node:readline"); createInterface({ input: Readable.from(["a\\n"]) }).on("line", () => { ${forever} }); ${wait}`,
  ),
  waits(
    "a device that is read without end",
    'const fs = await import("node:fs"); for await (const x of fs.createReadStream("/dev/zero")) x;',
  ),
  code(
    "web streams that are joined",
    "await new ReadableStream({ pull(c) { c.enqueue(1); } }).pipeTo(new WritableStream());",
  ),
  code(
    "the sink of a web stream",
    `await new ReadableStream({ start(c) { c.enqueue(1); } }).pipeTo(new WritableStream({ write() { ${forever} } }));`,
  ),
  waits(
    "a body that does not end",
    `${http} const s = http.createServer((_q, r) => void r.write("x")).listen(0); await new Promise((r) => s.on("listening", r)); await (await fetch(${address})).text();`,
  ),
  waits(
    "requests over a kept connection",
    `${http} const s = http.createServer((_q, r) => void r.end("x")).listen(0); await new Promise((r) => s.on("listening", r)); for (;;) await (await fetch(${address})).text();`,
  ),
  code(
    "a response that is handled",
    `${http} const s = http.createServer((_q, r) => void r.end("x")).listen(0); await new Promise((r) => s.on("listening", r)); http.get(${address}, { agent: new http.Agent({ keepAlive: true }) }, () => { ${forever} }); ${wait}`,
  ),
  code(
    "a handler after a wait",
    `${http} const s = http.createServer(async () => { await null; ${forever} }).listen(0); await new Promise((r) => s.on("listening", r)); await fetch(${address});`,
  ),
  code(
    "a server's body",
    `${http} const s = http.createServer((q) => void q.on("data", () => { ${forever} })).listen(0); await new Promise((r) => s.on("listening", r)); await fetch(${address}, { method: "POST", body: "x" });`,
  ),
  code(
    "a socket's connection",
    `const net = await import("node:net"); const s = net.createServer(() => { ${forever} }).listen(0, () => void net.connect((s.address() as { port: number }).port)); ${wait}`,
  ),
  code(
    "a socket that times out",
    `const net = await import("node:net"); const s = net.createServer((c) => void c.setTimeout(20, () => { ${forever} })).listen(0, () => void net.connect((s.address() as { port: number }).port)); ${wait}`,
  ),
];
