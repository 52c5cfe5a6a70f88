#!/usr/bin/env bash
# SymPy solves an equation of logarithms over the reals and keeps a root at which the two sides differ.
# Guess: solveset(log(x) + log(x - 3) - log(4), x, S.Reals) is {4}: at -1 the logarithms have no real value.
# Seen on 2026-11-28 with SymPy 1.14.0 (mpmath 1.3.0, Python 3.11): it is {-1, 4}; at -1 the expression is 2*pi*i, which is not 0 in the complex numbers either.
# For us: a solver that is asked to confirm <=> must look at each root again in the equation as it was written.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check sympy==1.14.0 mpmath==1.3.0
"$folder/venv/bin/python" - <<'PYTHON'
from sympy import FiniteSet, I, S, log, pi, simplify, solveset, symbols

x = symbols("x", real=True)
equation = log(x) + log(x - 3) - log(4)
roots = solveset(equation, x, S.Reals)
there = simplify(equation.subs(x, -1))
print("roots:", roots, "; at -1:", there)
assert simplify(there - 2 * pi * I) == 0
assert roots == FiniteSet(-1, 4), "the behaviour has changed"
PYTHON
