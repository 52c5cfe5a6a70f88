// npm run soundness [-- --cases 100000 --seed 1 --only sums]: the search for wrong verdicts, as long as wanted.
import { fragments } from "./cases.js";
import { faultText, line, measure, shortfalls } from "./measure.js";

const option = (name: string, standard: string) => {
  const i = process.argv.indexOf(`--${name}`);
  return i < 0 ? standard : (process.argv[i + 1] ?? standard);
};
const [cases, seed, only] = [
  Number(option("cases", "100000")),
  Number(option("seed", "1")),
  option("only", ""),
];
const chosen = fragments.filter(({ name }) => name.includes(only));
if (!(cases > 0 && Number.isInteger(seed) && chosen.length)) {
  console.error(
    "soundness: --cases must be > 0, --seed an integer, --only a part of a fragment's name",
  );
  process.exit(2);
}
const tallies = chosen.map((fragment) => {
  const tally = measure(
    fragment,
    Math.ceil(cases / 2 / chosen.length),
    seed + fragments.indexOf(fragment),
  );
  console.log(line(tally));
  for (const fault of tally.faults) console.log(`  WRONG ${faultText(fault)}`);
  for (const one of tally.open.slice(0, 3)) console.log(`  undecided ${faultText(one)}`);
  return tally;
});
const count = tallies.reduce((sum, { claims, slips }) => sum + claims + slips, 0);
const undecided = tallies.reduce((sum, { open }) => sum + open.length, 0);
const wrong = tallies.reduce((sum, { faults }) => sum + faults.length, 0);
const short = tallies.flatMap(shortfalls);
for (const text of short) console.log(text);
console.log(`${count} cases of seed ${seed}: ${undecided} undecided, ${wrong} wrong`);
process.exitCode = wrong || short.length ? 1 : 0;
