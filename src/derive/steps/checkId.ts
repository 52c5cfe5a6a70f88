import { DerivationError } from "../tree/errors.js";

/** Refuses what is no id of an equation, `conv.cost-ratio`. */
export function checkId(what: string, id: unknown): void {
  if (typeof id === "string" && /^[a-z0-9]+([.-][a-z0-9]+)*$/.test(id)) return;
  throw new DerivationError(
    `${what} must be lower case words joined by dots or dashes, got ${JSON.stringify(id)}`,
  );
}

/** Refuses what is no list of texts. */
export function checkTexts(what: string, texts: unknown): void {
  if (Array.isArray(texts) && texts.every((text) => typeof text === "string")) return;
  throw new DerivationError(`${what} must be a list of texts, got ${JSON.stringify(texts)}`);
}
