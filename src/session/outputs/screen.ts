/** One place of a row: a character, and the escapes that colour it. */
interface Place {
  text: string;
  style: string;
}

interface Row {
  places: Place[];
  /** Whether it holds what the row before it had no more room for. */
  continues: boolean;
}

/** Characters that take two places. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** A control sequence, a command to the terminal's window, a short escape, a control character, a character. */
const part =
  /\x1b\[([\d;?]*)([@-~])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b(.)|([\x00-\x1f\x7f])|[^\x00-\x1f\x7f]\p{M}*/gsu;

/** The beginning of an escape whose end is still to be written. */
const unfinished = /\x1b(?:\[[\d;?]*|\][^\x07\x1b]*)?$/;

/** Rows that absolute places are counted in, from the bottom up. */
export const windowRows = 24;

/**
 * What a terminal shows of the text that is written to it: rows of characters over which a cursor moves.
 *
 * @source ECMA-48 (1991), the control functions by which programs draw over what they have drawn
 */
export class Screen {
  #rows: Row[] = [{ places: [], continues: false }];
  #x = 0;
  #y = 0;
  #saved = { x: 0, y: 0 };
  #style = "";
  #wraps = true;
  #rest = "";
  #columns: number;

  constructor(columns: number) {
    this.#columns = columns;
  }

  /** The lines that are shown, with their colours; what was broken for want of room is one line. */
  get lines(): string[] {
    const lines: Place[][] = [];
    for (const { places, continues } of this.#rows) {
      if (continues) lines.at(-1)?.push(...places);
      else lines.push([...places]);
    }
    return lines.map(rendered);
  }

  /** Whether the cursor stands on an empty last line, where a terminal's prompt would come. */
  get atNewLine(): boolean {
    return this.#y === this.#rows.length - 1 && this.#rows[this.#y].places.length === 0;
  }

  write(text: string): void {
    const whole = this.#rest + text;
    this.#rest = unfinished.exec(whole)?.[0] ?? "";
    const written = whole.slice(0, whole.length - this.#rest.length);
    for (const [one, values, final, escape, control] of written.matchAll(part)) {
      if (final) this.#command(values, final);
      else if (escape === "7") this.#saved = { x: this.#x, y: this.#y };
      else if (escape === "8") this.#moveTo(this.#saved.x, this.#saved.y);
      else if (control) this.#control(control);
      else if (!one.startsWith("\x1b")) this.#put(one);
    }
  }

  #control(control: string): void {
    if (control === "\n") this.#newLine();
    else if (control === "\r") this.#x = 0;
    else if (control === "\b") this.#x = Math.max(this.#x - 1, 0);
    else if (control === "\t") for (let n = 8 - (this.#x % 8); n > 0; n--) this.#put(" ");
  }

  #newLine(continues = false): void {
    this.#x = 0;
    this.#y++;
    if (this.#y === this.#rows.length) this.#rows.push({ places: [], continues });
    else this.#rows[this.#y].continues = continues;
  }

  #put(text: string): void {
    const width = wide.test(text) ? 2 : 1;
    if (this.#wraps && this.#x + width > this.#columns) this.#newLine(true);
    const { places } = this.#rows[this.#y];
    while (places.length < this.#x) places.push({ text: " ", style: "" });
    places[this.#x] = { text, style: this.#style };
    if (width === 2) places[this.#x + 1] = { text: "", style: this.#style };
    this.#x += width;
  }

  #moveTo(x: number, y: number): void {
    this.#x = Math.max(x, 0);
    this.#y = Math.min(Math.max(y, 0), this.#rows.length - 1);
  }

  #command(values: string, final: string): void {
    const [first, second] = values.split(";").map((value) => Number(value) || undefined);
    const [x, y, n] = [this.#x, this.#y, first ?? 1];
    const top = Math.max(0, this.#rows.length - windowRows);
    const { places } = this.#rows[y];
    const blank = { text: " ", style: "" };
    const commands: Record<string, () => unknown> = {
      A: () => this.#moveTo(x, y - n),
      B: () => this.#moveTo(x, y + n),
      C: () => this.#moveTo(x + n, y),
      D: () => this.#moveTo(x - n, y),
      E: () => this.#moveTo(0, y + n),
      F: () => this.#moveTo(0, y - n),
      G: () => this.#moveTo(n - 1, y),
      H: () => this.#moveTo((second ?? 1) - 1, top + n - 1),
      f: () => this.#moveTo((second ?? 1) - 1, top + n - 1),
      d: () => this.#moveTo(x, top + n - 1),
      s: () => (this.#saved = { x, y }),
      u: () => this.#moveTo(this.#saved.x, this.#saved.y),
      m: () => (this.#style = restyled(this.#style, values)),
      J: () => this.#erase(first ?? 0, top),
      K: () => {
        if (first === 1) places.fill(blank, 0, x + 1);
        else places.length = first === 2 ? 0 : Math.min(places.length, x);
      },
      P: () => places.splice(x, n),
      X: () => places.fill(blank, x, x + n),
      "@": () => places.splice(x, 0, ...Array.from({ length: n }, () => blank)),
      l: () => (this.#wraps &&= values !== "?7"),
      h: () => (this.#wraps ||= values === "?7"),
    };
    commands[final]?.();
  }

  /** Erases from the cursor to the end, up to the cursor, or all that stands in the window. */
  #erase(what: number, top: number): void {
    const { places } = this.#rows[this.#y];
    if (what === 0) {
      places.length = Math.min(places.length, this.#x);
      this.#rows.length = this.#y + 1;
    } else if (what === 1) {
      for (const row of this.#rows.slice(top, this.#y)) row.places = [];
      places.fill({ text: " ", style: "" }, 0, this.#x + 1);
    } else
      for (const row of this.#rows.slice(top)) Object.assign(row, { places: [], continues: false });
  }
}

/** A style after another graphic rendition; one that resets begins anew. */
function restyled(style: string, values: string): string {
  const reset = /^(?:0*;)*0*$/.exec(values) ?? /^0+;/.exec(values);
  const rest = values.slice(reset?.[0].length ?? 0);
  return (reset ? "" : style) + (rest ? `\x1b[${rest}m` : "");
}

/** A row as text with the escapes of its colours. */
function rendered(places: Place[]): string {
  let [text, style] = ["", ""];
  for (const place of places) {
    if (place.style !== style) text += (style ? "\x1b[0m" : "") + place.style;
    style = place.style;
    text += place.text;
  }
  return text + (style ? "\x1b[0m" : "");
}
