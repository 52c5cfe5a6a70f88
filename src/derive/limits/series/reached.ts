import type { Form } from "../../form/ring/form.js";
import { Undefined } from "../../tree/errors.js";

/** What a function tends to: a value, or one of the infinities. */
export type Reached = { value: Form } | { infinite: 1 | -1 };

/** The function tends to nothing: it swings, or its limits from the two sides differ. */
export class NoLimit extends Undefined {
  override name = "NoLimit";
}
