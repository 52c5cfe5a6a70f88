// What the engine finds is a record, which others read without it.
export type * from "../record/types.js";
export { derivationMime } from "../record/mimes.js";
