#!/usr/bin/env bash
# In SymPy the equation cbrt(x) = -2 has a real solution at which it does not hold.
# Guess: either cbrt(-8) is -2 and the solution set is {-8}, or cbrt is the principal root and the set is empty.
# Seen on 2026-11-28 with SymPy 1.14.0 (mpmath 1.3.0, Python 3.11): solveset(cbrt(x) + 2, x, S.Reals) is {-8}, and cbrt(-8) + 2 is 3 + sqrt(3)*i, not 0.
# For us: cube roots must have one meaning in solving, evaluation and integration; ours is the real cube root everywhere.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check sympy==1.14.0 mpmath==1.3.0
"$folder/venv/bin/python" - <<'PYTHON'
from sympy import FiniteSet, I, S, cbrt, expand_complex, simplify, solveset, sqrt, symbols

x = symbols("x", real=True)
roots = solveset(cbrt(x) + 2, x, S.Reals)
there = expand_complex(cbrt(-8) + 2)
print("roots:", roots, "; at -8:", there)
assert simplify(there - (3 + sqrt(3) * I)) == 0
assert roots == FiniteSet(-8), "the behaviour has changed"
PYTHON
