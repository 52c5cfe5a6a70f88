/** A MIME bundle as Jupyter's `display_data` carries it: media type to content. */
export type MimeBundle = Record<string, unknown>;

/**
 * The method by which a value shows itself in a notebook, as other JavaScript kernels name it.
 *
 * @source Deno's `Symbol.for("Jupyter.display")`
 */
export const jupyterDisplay = Symbol.for("Jupyter.display");

/** A value that knows how to show itself. */
export interface Displayable {
  /** What is shown, by media type. */
  [jupyterDisplay](): MimeBundle;
}
