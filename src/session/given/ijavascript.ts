import { types } from "node:util";
import type { MimeData } from "../../notebook/index.js";
import { mimeBundle, valueBundle } from "../forms/bundle.js";
import type { CellRun, CellRuns } from "../outputs/cellRun.js";
import type { Jupyter } from "./jupyter.js";

/** The forms in which `$$` shows something, and the media type of each. */
const forms = {
  text: "text/plain",
  html: "text/html",
  svg: "image/svg+xml",
  png: "image/png",
  jpeg: "image/jpeg",
  json: "application/json",
};

/** The same for the compiler. */
export const ijavascriptTypes = `
interface IjavascriptDisplay {
  mime(bundle: object): void;
  text(text: string): void;
  html(html: string): void;
  svg(svg: string): void;
  /** @param png in base64 */
  png(png: string): void;
  /** @param jpeg in base64 */
  jpeg(jpeg: string): void;
  json(value: unknown): void;
  close(): void;
}
type IjavascriptSend<T> = (value: T | Promise<T>, keepAlive?: boolean) => void;
/** What ijavascript gives its cells to answer with. With \`keepAlive\` the cell goes on to wait. */
declare var $$: {
  /** Whether a promise as a cell's value is waited for. */
  config: { awaitExecution: boolean };
  /** Makes the cell wait for \`done\`, or for a result or error that is sent. */
  async(value?: boolean): boolean;
  done(result?: unknown): void;
  sendResult: IjavascriptSend<unknown>;
  sendError: IjavascriptSend<unknown>;
  mime: IjavascriptSend<object>;
  text: IjavascriptSend<string>;
  html: IjavascriptSend<string>;
  svg: IjavascriptSend<string>;
  png: IjavascriptSend<string>;
  jpeg: IjavascriptSend<string>;
  json: IjavascriptSend<unknown>;
  input(options?: { prompt?: string; password?: boolean }, callback?: (error: unknown, reply: string) => void): Promise<string>;
  /** Shows things beside the cell's result; what has an id replaces what was shown under it. */
  display(id?: string): IjavascriptDisplay;
  clear(options?: { wait?: boolean }): void;
};
`;

/** What cells answer by `$$`. */
export interface Answers {
  /** The object for the code that runs now. */
  current(): object;
  /** Whether a cell answers by `$$` and not by its value; waits until it has. @throws what it sends as an error */
  given(run: CellRun): Promise<boolean>;
  /** Whether a promise as a cell's value is waited for. */
  awaits(): boolean;
}

/** One cell's answer. */
interface Answer {
  $$: object;
  given(): Promise<boolean>;
}

interface Ways {
  input: Jupyter["input"];
  report(thrown: unknown, run: CellRun): void;
}

/**
 * The object `$$`, by which a cell that was written for ijavascript says what its result is, and when.
 *
 * @source n-riesco/nel 1.3.0, `lib/server/context.js`: what each method sends, and that a cell answers once
 */
export function ijavascriptFor(runs: CellRuns, ways: Ways): Answers {
  const config = { awaitExecution: false };
  const shown = new Set<string>();
  const answers = new WeakMap<CellRun, Answer>();
  return {
    current() {
      const run = runs.current();
      let answer = answers.get(run);
      if (!answer) answers.set(run, (answer = answerOf(run, config, shown, ways)));
      return answer.$$;
    },
    given: async (run) => (await answers.get(run)?.given()) ?? false,
    awaits: () => config.awaitExecution,
  };
}

function answerOf(run: CellRun, config: object, shown: Set<string>, ways: Ways): Answer {
  let waits = false;
  let done = false;
  let sent = Promise.resolve();
  let end = () => {};
  let fail = (_thrown: unknown) => {};
  const ended = new Promise<void>((resolve, reject) => ([end, fail] = [resolve, reject]));
  ended.catch(() => {}); // the cell may have failed by itself

  /** Sends once more, or for the last time; what comes after that is dropped. */
  const send = (act: () => void | Promise<void>, keepAlive = false): void => {
    if (done) return;
    if (keepAlive) waits = true;
    else done = true;
    sent = sent.then(act);
    sent.then(keepAlive ? () => {} : end, fail);
  };
  const show = (data: MimeData, keepAlive: boolean): void => {
    if (keepAlive) return run.display(data);
    const result = { execution_count: run.executionCount, data, metadata: {} };
    run.emit({ output_type: "execute_result", ...result });
  };
  const sending =
    <T>(act: (value: T, keepAlive: boolean) => void | Promise<void>) =>
    (value: T | Promise<T>, keepAlive = false): void => {
      if (!types.isPromise(value)) return send(() => act(value, keepAlive), keepAlive);
      waits = true;
      value.then((one) => send(() => act(one as T, keepAlive), keepAlive), fail);
    };
  const sendResult = sending<unknown>(async (value, keepAlive) => {
    if (value !== undefined && value !== null) show(await valueBundle(value), keepAlive);
  });
  const bundled = (of: (value: unknown) => unknown) =>
    sending<unknown>((value, keepAlive) => show(mimeBundle(of(value)), keepAlive));

  const $$ = {
    config,
    async: (value = true) => (waits = Boolean(value)),
    done: (result?: unknown) => sendResult(result),
    sendResult,
    sendError: sending<unknown>((error, keepAlive) => {
      if (!keepAlive) throw error;
      ways.report(error, run);
    }),
    mime: bundled((bundle) => bundle),
    ...Object.fromEntries(
      Object.entries(forms).map(([form, type]) => [form, bundled((value) => ({ [type]: value }))]),
    ),
    async input(
      { prompt, password }: { prompt?: string; password?: boolean } = {},
      callback?: (error: unknown, reply: string) => void,
    ) {
      waits = true;
      const reply = await ways.input(prompt, { password });
      callback?.(null, reply);
      return reply;
    },
    display: (id?: string) => displayOf(run, shown, id),
    clear: ({ wait = false } = {}) => run.emit({ output_type: "clear_output", wait }),
  };
  return {
    $$,
    async given() {
      if (waits || done) await ended;
      return waits || done;
    },
  };
}

function displayOf(run: CellRun, shown: Set<string>, id?: string): object {
  const mime = (bundle: object) => {
    run.display(mimeBundle(bundle), id, id !== undefined && shown.has(id));
    if (id !== undefined) shown.add(id);
  };
  const named = Object.entries(forms).map(([form, type]) => [
    form,
    (value: unknown) => mime({ [type]: value }),
  ]);
  return { mime, ...Object.fromEntries(named), close: () => id !== undefined && shown.delete(id) };
}
