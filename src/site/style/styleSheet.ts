import { cells } from "./cells.js";
import { claims } from "./claims.js";
import { front } from "./front.js";
import { ground } from "./ground.js";
import { items } from "./items.js";
import { layout } from "./layout.js";
import { strokes } from "./strokes.js";
import { tokens } from "./tokens.js";

/** The style sheet of every page; the text faces follow it, reduced to the characters in use. */
export const styleSheet = [tokens, ground, strokes, layout, claims, cells, front, items]
  .join("")
  .replace(/\/\*.*?\*\//gs, "")
  .replace(/\s+/g, " ")
  .replace(/ ?([{};,]) ?/g, "$1")
  .trim();
