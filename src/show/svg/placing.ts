import { type Box, type Words, wordsBox } from "./words.js";

/** What is taken already: boxes of words and points, and the runs of curves. */
export class Places {
  #boxes: Box[] = [];
  #dots: { x: number; y: number; owner: unknown }[] = [];

  constructor(private readonly frame: Box) {}

  /** Takes a box: nothing is to be set over it. */
  take(box: Box): void {
    this.#boxes.push(box);
  }

  /** Takes the places of a curve, closely enough that no words fit between two of them. */
  takeCurve(points: readonly { x: number; y: number }[], owner?: unknown): void {
    points.forEach((point, i) => {
      const next = points[i + 1] ?? point;
      const count = Math.max(1, Math.ceil(Math.hypot(next.x - point.x, next.y - point.y) / 6));
      for (let k = 0; k < count; k++) {
        const t = k / count;
        this.#dots.push({
          x: point.x + t * (next.x - point.x),
          y: point.y + t * (next.y - point.y),
          owner,
        });
      }
    });
  }

  /**
   * The candidate that covers least, the earlier one if two cover the same; its box is taken. Words that belong to a
   * curve, its `owner`, are to be nearer to it than to any other.
   */
  settle(candidates: readonly Words[], owner?: unknown): Words {
    let best = candidates[0];
    let least = Infinity;
    candidates.forEach((words, i) => {
      const box = wordsBox(words);
      const cost = this.#cost(box) + (owner ? this.#strangeness(box, owner) : 0) + i * 0.05;
      if (cost < least) [best, least] = [words, cost];
    });
    this.take(wordsBox(best));
    return best;
  }

  /** Whether a box stays in the picture and covers no other; curves do not count. */
  isBoxFree(box: Box): boolean {
    const { left, right, top, bottom } = this.frame;
    const inside = box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom;
    return inside && this.#boxes.every((other) => overlap(box, other) === 0);
  }

  /** How much nearer another curve is to a box than its own one. */
  #strangeness(box: Box, owner: unknown): number {
    const nearest = (own: boolean) =>
      this.#dots.reduce((least, dot) => {
        if ((dot.owner === owner) !== own) return least;
        const dx = Math.max(box.left - dot.x, 0, dot.x - box.right);
        const dy = Math.max(box.top - dot.y, 0, dot.y - box.bottom);
        return Math.min(least, Math.hypot(dx, dy));
      }, 1e3);
    return Math.max(0, 14 - (nearest(false) - nearest(true)));
  }

  #cost(box: Box): number {
    const { frame } = this;
    const outside =
      Math.max(0, frame.left - box.left) +
      Math.max(0, box.right - frame.right) +
      Math.max(0, frame.top - box.top) +
      Math.max(0, box.bottom - frame.bottom);
    const dots = this.#dots.filter(
      ({ x, y }) => x > box.left - 3 && x < box.right + 3 && y > box.top && y < box.bottom,
    ).length;
    const boxes = this.#boxes.reduce((sum, other) => {
      const area = overlap(box, other);
      return sum + (area > 0 ? 20 + area : 0);
    }, 0);
    return 50 * outside + boxes + 3 * dots;
  }
}

function overlap(one: Box, other: Box): number {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const tall = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return wide > 0 && tall > 0 ? wide * tall : 0;
}
