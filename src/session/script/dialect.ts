import type { TransformOptions } from "oxc-transform";

/** A text as JavaScript. */
export interface JavaScript {
  code: string;
  /** A source map, if one was asked for. */
  map?: object;
}

/** What a project's tsconfig.json says of how its TypeScript becomes JavaScript. */
export interface Dialect {
  /** Whether decorators are those of `experimentalDecorators`, and not ECMAScript's. */
  legacyDecorators: boolean;
  jsx?: Exclude<TransformOptions["jsx"], "preserve">;
  /** Whether cells are strict code only where they say `"use strict"`, as scripts are. */
  sloppy?: boolean;
}
