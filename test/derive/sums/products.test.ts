import { suite } from "uvu";
import { allGraded, type Row } from "../rows.js";

const test = suite("derive: products");

const holds: Row[] = [
  ["prod(c,n,1,N)", "=", "c^N", ["N integer >= 1"]],
  ["prod(exp(x[n]),n,1,N)", "=", "exp(sum(x[n],n,1,N))", ["N integer >= 1"]],
  ["log(prod(x[n],n,1,N))", "=", "sum(log(x[n]),n,1,N)", ["N integer >= 1", "x[n] > 0"]],
  ["prod(x[n]*y[n],n,1,N)", "=", "prod(x[n],n,1,N)*prod(y[n],n,1,N)", ["N integer >= 1"]],
  ["prod(n,n,1,N)", "=", "N!", ["N integer >= 1"]],
  ["prod(x[n]^2,n,1,N)", "=", "prod(x[n],n,1,N)^2", ["N integer >= 1"]],
  ["prod((n+1)/n,n,1,N)", "=", "N+1", ["N integer >= 1"]],
  ["prod(c*x[n],n,1,N)", "=", "c^N*prod(x[n],n,1,N)", ["N integer >= 1"]],
  [
    "prod(1/sqrt(2*pi*s)*exp(-(x[n]-m)^2/(2*s)),n,1,N)",
    "=",
    "(2*pi*s)^(-N/2)*exp(-sum((x[n]-m)^2,n,1,N)/(2*s))",
    ["s > 0", "N integer >= 1"],
  ],
  [
    "log(prod(exp(-(x[n]-m)^2/(2*s))/sqrt(2*pi*s),n,1,N))",
    "=",
    "-N/2*log(2*pi*s)-sum((x[n]-m)^2,n,1,N)/(2*s)",
    ["s > 0", "N integer >= 1"],
  ],
  ["prod(2^n,n,1,N)", "=", "2^(N*(N+1)/2)", ["N integer >= 1"]],
  ["prod(x[n],n,1,N+1)", "=", "x[N+1]*prod(x[n],n,1,N)", ["N integer >= 1"]],
  ["prod(x[n],n,2,N+1)", "=", "prod(x[n+1],n,1,N)", ["N integer >= 1"]],
  [
    "prod(p^y[n]*(1-p)^(1-y[n]),n,1,N)",
    "=",
    "p^sum(y[n],n,1,N)*(1-p)^(N-sum(y[n],n,1,N))",
    ["0 < p < 1", "N integer >= 1"],
  ],
  ["(n+1)!", "=", "(n+1)*n!", ["n integer >= 0"]],
  ["n!/(n-1)!", "=", "n", ["n integer >= 1"]],
  [
    "prod(x[n]/y[n],n,1,N)",
    "=",
    "prod(x[n],n,1,N)/prod(y[n],n,1,N)",
    ["N integer >= 1", "y[n] > 0"],
  ],
];
const fails: Row[] = [
  ["prod(c,n,1,N)", "=", "N*c", ["N integer >= 1"]],
  ["log(prod(x[n],n,1,N))", "=", "prod(log(x[n]),n,1,N)", ["N integer >= 1", "x[n] > 0"]],
  ["prod(x[n]+y[n],n,1,N)", "=", "prod(x[n],n,1,N)+prod(y[n],n,1,N)", ["N integer >= 1"]],
  ["prod(c*x[n],n,1,N)", "=", "c*prod(x[n],n,1,N)", ["N integer >= 1"]],
  ["prod(exp(x[n]),n,1,N)", "=", "exp(prod(x[n],n,1,N))", ["N integer >= 1"]],
  ["prod(n,n,1,N)", "=", "(N-1)!", ["N integer >= 1"]],
  [
    "prod(1/sqrt(2*pi*s)*exp(-(x[n]-m)^2/(2*s)),n,1,N)",
    "=",
    "(2*pi*s)^(-N)*exp(-sum((x[n]-m)^2,n,1,N)/(2*s))",
    ["s > 0", "N integer >= 1"],
  ],
  ["prod(x[n],n,1,N)", "=", "prod(x[n+1],n,1,N)", ["N integer >= 1"]],
  ["prod((n+1)/n,n,1,N)", "=", "N", ["N integer >= 1"]],
];

test("products of symbolic length: what holds is proved", () => allGraded(holds, /^proved/));
test("products of symbolic length: what fails is refuted", () => allGraded(fails, /^refuted$/));
test.run();
