import type { Form } from "./form.js";
import type { Meaning } from "./ring.js";

/** A form inside an atom, and the name that the atom binds in it. */
export interface Part {
  form: Form;
  bound?: string;
}

/** The forms inside an atom. */
export function partsOf(meaning: Meaning): Part[] {
  switch (meaning.kind) {
    case "symbol":
    case "pi":
    case "prime":
    case "joint":
      return [];
    case "index":
      return meaning.indices.map((form) => ({ form }));
    case "call":
      return meaning.args.map((form) => ({ form }));
    case "power":
      return [{ form: meaning.of }, { form: meaning.exponent }];
    case "sum":
    case "prod":
      return [{ form: meaning.body, bound: meaning.bound }, { form: meaning.upto }];
    case "integral": {
      const { body, bound, lower, upper } = meaning;
      const limits = [lower, upper].filter((limit) => limit !== undefined);
      return [{ form: body, bound }, ...limits.map((form) => ({ form }))];
    }
    default:
      return [{ form: meaning.of }];
  }
}

/** The forms inside an atom, without what it binds in them. */
export const innerForms = (meaning: Meaning): Form[] => partsOf(meaning).map(({ form }) => form);
