import type { Random } from "../../../../src/index.js";
import { pick } from "../rewrite.js";
import { type Row, rows } from "./fragment.js";

/** Definitions that rest on one another, in any order, and the value of the last. */
function chain(random: Random): { premise: string; name: string; value: number } {
  const names = ["a", "b", "c", "u", "v"].slice(0, random.integer(2, 4));
  const values = [random.integer(-6, 6)];
  const texts = [`${names[0]} = ${values[0]}`];
  for (let i = 1; i < names.length; i++) {
    const [last, other] = [names[i - 1], pick(names.slice(0, i), random)];
    const [one, two] = [values[i - 1], values[names.indexOf(other)]];
    const k = random.integer(2, 5);
    const [text, value] = pick(
      [
        [`${last} + ${k}*${other}`, one + k * two],
        [`${last}*${other} - ${k}`, one * two - k],
        [`${last}^2 + ${other}`, one ** 2 + two],
        [`${k} - ${last}`, k - one],
      ] as [string, number][],
      random,
    );
    texts.splice(random.integer(0, texts.length), 0, `${names[i]} = ${text}`);
    values.push(value);
  }
  return { premise: texts.join(" and "), name: names.at(-1)!, value: values.at(-1)! };
}

/** What follows from several statements together, and from a distance. */
export const premises = rows("premises of several statements", (random: Random): Row[] => {
  const { premise, name, value } = chain(random);
  const [k, m] = [random.integer(1, 6), random.integer(1, 6)];
  const [less, more] = pick(
    [
      ["<", ">"],
      ["<=", ">="],
    ],
    random,
  );
  const u = pick(["x", `x - m`, `${k}*x + ${m}`, "x*y", "x + y"], random);
  const within = { relation: "<=>", lhs: `abs(${u}) ${less} r` };
  const beyond = { relation: "<=>", lhs: `abs(${u}) ${more} r` };
  const implied = { relation: "=>", lhs: premise };
  return [
    { ...implied, rhs: `${name} = ${value}`, wrong: `${name} = ${value + k}` },
    { ...implied, rhs: `${name}*w = ${value}*w`, wrong: `${name}*w = ${value + k}*w` },
    {
      relation: "=>",
      lhs: `x + y = ${k + m} and x - y = ${k - m}`,
      rhs: `x*y = ${k * m}`,
      wrong: `x*y = ${k * m + 1}`,
    },
    {
      relation: "=>",
      lhs: `${premise} and ${name} = ${value + 1}`,
      rhs: "w = 77",
      wrong: { lhs: `${premise} and ${name} = ${value}` },
    },
    {
      ...within,
      rhs: `-r ${less} ${u} and ${u} ${less} r`,
      wrong: `-r ${less} ${u} or ${u} ${less} r`,
    },
    { ...within, rhs: `-r ${less} ${u} and ${u} ${less} r`, wrong: `${u} ${less} r` },
    { ...beyond, rhs: `${u} ${more} r or -r ${more} ${u}`, wrong: `${u} ${more} r` },
    {
      relation: "=>",
      lhs: `abs(x) ${less} r and abs(y) ${less} s`,
      rhs: `x - y ${less} r + s`,
      wrong: `x - y ${less} r`,
    },
  ];
});
