#!/usr/bin/env bash
# SymPy integrates a positive function over an interval with an essential singularity inside, to a negative number.
# Guess: integrate(exp(1/x)/x**2, (x, -1, 1)) is oo, as integrate(1/x**2, (x, -1, 1)) is.
# Seen on 2026-11-28 with SymPy 1.14.0 (mpmath 1.3.0, Python 3.11): it is exp(-1) - E = -2.35, the difference of the antiderivative's values at the ends.
# For us: the same rule stood in our engine; an antiderivative is used only where it is defined on the whole interval.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check sympy==1.14.0 mpmath==1.3.0
"$folder/venv/bin/python" - <<'PYTHON'
from sympy import E, exp, integrate, oo, symbols

x = symbols("x", real=True)
pole = integrate(1 / x**2, (x, -1, 1))
essential = integrate(exp(1 / x) / x**2, (x, -1, 1))
print("1/x^2:", pole, "; exp(1/x)/x^2:", essential)
assert pole == oo
assert essential == exp(-1) - E, "the behaviour has changed"
PYTHON
