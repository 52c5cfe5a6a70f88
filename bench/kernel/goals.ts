/** Medians of a kernel, by the keys of measure.py. */
type Medians = Record<string, number>;

/** What grow.py gives, in seconds. */
export interface Growth {
  early: number;
  late: number;
  alone: number;
  chain: number;
  chainEnd: number;
}

/** Prints each goal as met or missed, with the figure; one whose peer is not there as not measured. */
export function printGoals(medians: Map<string, Medians>, growth: Growth | undefined): void {
  const [ours, tslab, deno] = ["rederive", "tslab", "deno"].map((name) => medians.get(name));
  goal("ready no slower than Deno", ours?.ready, deno?.ready, 1);
  goal("first type-checked cell at most twice Deno's unchecked one", ours?.first, deno?.first, 2);
  goal("warm cell at most 1.3 times Deno's", ours?.warm, deno?.warm, 1.3);
  goal("warm cell at most 0.16 of tslab's", ours?.warm, tslab?.warm, 0.16);
  goal("warm cell, p95 at most twice its median", ours?.p95, ours?.warm, 2);
  goal("first cell with rederive at most 0.2 of tslab's", ours?.imported, tslab?.imported, 0.2);
  goal("memory at most 0.65 of tslab's", ours?.resident, tslab?.resident, 0.65);
  goal("the same, shared pages counted once", ours?.shared, tslab?.shared, 0.65);
  if (!growth) return;
  const { early, late, alone, chain, chainEnd } = growth;
  goal("the 2,000th cell at most 1.5 times the 20th", late, early, 1.5);
  goal("a cell in a chain of 600 at most twice the mean of 600 alone", chain, alone, 2);
  goal("the last cells of that chain, too", chainEnd, alone, 2);
}

/** A goal: one figure is at most `most` times another. */
function goal(text: string, one: number | undefined, other: number | undefined, most: number) {
  if (one === undefined || other === undefined) return console.log(`not measured: ${text}`);
  const ratio = one / other;
  console.log(`${ratio <= most ? "met" : "missed"}: ${text}: ${ratio.toFixed(2)} of it`);
}
