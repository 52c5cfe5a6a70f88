import { suite } from "uvu";
import { allGraded, type Row } from "../rows.js";

const test = suite("derive: derivatives");

const holds: Row[] = [
  ["D(x^5,x)", "=", "5*x^4", []],
  ["D(1/x,x)", "=", "-1/x^2", ["x != 0"]],
  ["D(sqrt(x),x)", "=", "1/(2*sqrt(x))", ["x > 0"]],
  ["D(exp(a*x),x)", "=", "a*exp(a*x)", []],
  ["D(log(x),x)", "=", "1/x", ["x > 0"]],
  ["D(x*log(x),x)", "=", "log(x)+1", ["x > 0"]],
  ["D(x^a,x)", "=", "a*x^(a-1)", ["x > 0"]],
  ["D(a^x,x)", "=", "a^x*log(a)", ["a > 0"]],
  ["D(x^x,x)", "=", "x^x*(log(x)+1)", ["x > 0"]],
  ["D(tanh(x),x)", "=", "1-tanh(x)^2", []],
  ["D(sigmoid(x),x)", "=", "sigmoid(x)*(1-sigmoid(x))", []],
  ["D(softplus(x),x)", "=", "sigmoid(x)", []],
  ["D(relu(x),x)", "=", "1", ["x > 0"]],
  ["D(relu(x),x)", "=", "0", ["x < 0"]],
  ["D(abs(x),x)", "=", "x/abs(x)", ["x != 0"]],
  ["D(D(x^3,x),x)", "=", "6*x", []],
  ["D(x*y,x)", "=", "y", []],
  ["D(f(x)*g(x),x)", "=", "D(f(x),x)*g(x)+f(x)*D(g(x),x)", []],
  ["D(sum((x[n]-m)^2,n,1,N),m)", "=", "-2*sum(x[n]-m,n,1,N)", ["N integer >= 1"]],
  ["D(sum(w[j]*x[j],j,1,M),w[k])", "=", "x[k]", ["M integer >= 1", "k integer >= 1", "k <= M"]],
  ["D(sum(w[j]^2,j,1,M),w[k])", "=", "2*w[k]", ["M integer >= 1", "k integer >= 1", "k <= M"]],
  [
    "D(prod(x[n]^a,n,1,N),a)",
    "=",
    "prod(x[n]^a,n,1,N)*sum(log(x[n]),n,1,N)",
    ["N integer >= 1", "x[n] > 0"],
  ],
  [
    "D(log(sum(exp(a*x[n]),n,1,N)),a)",
    "=",
    "sum(x[n]*exp(a*x[n]),n,1,N)/sum(exp(a*x[n]),n,1,N)",
    ["N integer >= 1"],
  ],
  ["D((a*x+b)/(c*x+d),x)", "=", "(a*d-b*c)/(c*x+d)^2", ["c*x+d != 0"]],
  ["D(-N/2*log(2*pi*s)-S/(2*s),s)", "=", "-N/(2*s)+S/(2*s^2)", ["s > 0"]],
  ["D(integrate(x^2*t,t,0,1),x)", "=", "x", []],
  ["D(at(x^2,x,y),y)", "=", "2*y", []],
  ["at(D(x^3,x),x,2)", "=", "12", []],
  ["D(exp(-(x-m)^2/(2*s)),m)", "=", "(x-m)/s*exp(-(x-m)^2/(2*s))", ["s > 0"]],
  ["D(max(x,y),x)", "=", "1", ["x > y"]],
  ["D(log(x^2+y^2)/2,x)", "=", "x/(x^2+y^2)", ["x > 0"]],
  ["D(integrate(t^2,t,0,x),x)", "=", "x^2", []],
  ["D(integrate(exp(-t),t,0,x),x)", "=", "exp(-x)", []],
];
const fails: Row[] = [
  ["D(x^5,x)", "=", "5*x^5", []],
  ["D(log(x),x)", "=", "1/x^2", ["x > 0"]],
  ["D(exp(a*x),x)", "=", "exp(a*x)", []],
  ["D(sigmoid(x),x)", "=", "sigmoid(x)*(1+sigmoid(x))", []],
  ["D(tanh(x),x)", "=", "1+tanh(x)^2", []],
  ["D(x^x,x)", "=", "x*x^(x-1)", ["x > 0"]],
  ["D(f(x)*g(x),x)", "=", "D(f(x),x)*D(g(x),x)", []],
  ["D(sum((x[n]-m)^2,n,1,N),m)", "=", "2*sum(x[n]-m,n,1,N)", ["N integer >= 1"]],
  ["D(sum(w[j]*x[j],j,1,M),w[k])", "=", "w[k]", ["M integer >= 1", "k integer >= 1", "k <= M"]],
  ["D(x/y,y)", "=", "-x/y", ["y > 0"]],
  ["D(sqrt(x),x)", "=", "1/sqrt(x)", ["x > 0"]],
  ["D((x^2+1)^3,x)", "=", "3*(x^2+1)^2", []],
  ["D(relu(x),x)", "=", "1", ["x < 0"]],
  ["D(1/(1+exp(-z)),z)", "=", "exp(-z)/(1+exp(-z))", []],
];

test("derivatives: what holds is proved", () => allGraded(holds, /^proved/));
test("derivatives: what fails is refuted", () => allGraded(fails, /^refuted$/));
test.run();
