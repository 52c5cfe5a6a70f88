import type { Context } from "./context.js";
import { gathered } from "./ring/expansion.js";
import type { Form } from "./ring/form.js";

/** A function of which only its arguments are known. */
export function opaque(ctx: Context, name: string, args: Form[]): Form {
  const { ring } = ctx;
  const own = args.map((arg) => gathered(ring, arg));
  const key = `call ${name} ${own.map((arg) => ring.key(arg)).join(";")}`;
  return ring.form(ring.atom(key, () => ({ kind: "call", name, args: own })));
}
