import type { Form } from "../form/ring/form.js";

/** A limit of an integral; undefined is infinite. */
export type Limit = Form | undefined;
