import { createHash } from "node:crypto";
import { parseJson } from "./parseJson.js";
import { schemaError } from "./schema.js";
import type { Notebook } from "./types.js";

/** A file that is no notebook, or none of a version that can be read; the message says which and what to do. */
export class NotebookError extends Error {
  override name = "NotebookError";
}

type Raw = Record<string, unknown>;

/**
 * Reads the text of an .ipynb file of nbformat 4.0 to 4.5 and gives it as 4.5, with sources as strings.
 *
 * @param text the file's content
 * @param name the file's name, for messages
 * @throws NotebookError if the text is not JSON, not a notebook, of an older format, or against the schema
 */
export function readNotebook(text: string, name: string): Notebook {
  const raw = parse(text, name);
  if (!isObject(raw) || typeof raw.nbformat !== "number") {
    throw new NotebookError(
      `${name}: not a notebook: it is JSON, but without an \`nbformat\` number at the top level`,
    );
  }
  if (raw.nbformat !== 4) {
    const way =
      raw.nbformat < 4
        ? `convert it with \`jupyter nbconvert --to notebook --inplace ${name}\``
        : "save it as nbformat 4 where it was made";
    throw new NotebookError(`${name}: nbformat ${raw.nbformat} is not read, 4 is; ${way}`);
  }
  if (!Array.isArray(raw.cells)) {
    throw new NotebookError(`${name}: not a notebook: \`cells\` must be an array`);
  }
  const minor = typeof raw.nbformat_minor === "number" ? raw.nbformat_minor : 0;
  if (minor < 5) upgrade(raw);
  const error = schemaError(raw);
  if (error) throw new NotebookError(`${name}: not a valid nbformat 4.5 notebook: ${error}`);
  const ids = new Set<string>();
  for (const [index, cell] of (raw.cells as Raw[]).entries()) {
    if (ids.has(cell.id as string)) {
      throw new NotebookError(`${name}: cell ${index + 1}: id ${cell.id} is used twice`);
    }
    ids.add(cell.id as string);
    join(cell, "source");
    for (const output of (cell.outputs as Raw[] | undefined) ?? []) {
      join(output, "text");
      joinData(output.data);
    }
    for (const attachment of Object.values((cell.attachments as Raw | undefined) ?? {})) {
      joinData(attachment);
    }
  }
  return raw as unknown as Notebook;
}

function parse(text: string, name: string): unknown {
  const refuse = (why: string) => new NotebookError(`${name}: ${why}`);
  if (text.trim() === "") throw refuse("not a notebook: the file is empty");
  if (/^(?:<{7}|={7}|>{7})/m.test(text)) {
    throw refuse(
      "not JSON: it holds a merge's conflict markers; `rederive run` mends those in outputs, resolve the others first",
    );
  }
  try {
    return parseJson(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw refuse(`not JSON: ${(error as Error).message}`);
  }
}

/** 4.5 asks each cell for an id; it is made from place and source, so that reading twice gives the same. */
function upgrade(raw: Raw): void {
  raw.nbformat_minor = 5;
  for (const [index, cell] of (raw.cells as unknown[]).entries()) {
    if (!isObject(cell) || cell.id !== undefined) continue;
    const seed = `${index}\n${cell.cell_type}\n${JSON.stringify(cell.source)}`;
    cell.id = createHash("sha256").update(seed).digest("hex").slice(0, 8);
  }
}

function joinData(data: unknown): void {
  if (!isObject(data)) return;
  for (const type of Object.keys(data)) if (!isJsonType(type)) join(data, type);
}

/** Whether a media type's content is JSON itself and not text in lines. */
export function isJsonType(type: string): boolean {
  return /^application\/(?:.*\+)?json$/.test(type);
}

function join(object: Raw, key: string): void {
  if (Array.isArray(object[key])) object[key] = (object[key] as string[]).join("");
}

function isObject(value: unknown): value is Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
