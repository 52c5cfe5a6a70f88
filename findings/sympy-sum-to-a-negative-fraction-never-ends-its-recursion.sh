#!/usr/bin/env bash
# SymPy 1.14 gives up with a RecursionError on a sum whose upper limit is a fraction below the lower one; 1.13 gives it a value.
# Guess: Sum(k, (k, 0, -1/2)).doit() is -1/8, the closed form n*(n + 1)/2 at n = -1/2, as Sum(k, (k, 0, 1/2)).doit() is 3/8.
# Seen on 2026-11-29 with SymPy 1.14.0 and 1.13.3 (mpmath 1.3.0, Python 3.11): 1.13.3 gives -1/8; 1.14.0 turns limits that are the
# wrong way round into (upper + 1, lower - 1), which for fractions are the wrong way round again, without end.
# For us: SymPy as a judge of the soundness search (test/derive/soundness/sympyOracle.py) counts this as no answer; a sum
# between such limits is no sum here: that they are integers is a condition of it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for version in 1.13.3 1.14.0; do
  python3 -m venv "$folder/$version"
  "$folder/$version/bin/pip" install --quiet --disable-pip-version-check "sympy==$version" mpmath==1.3.0
  "$folder/$version/bin/python" - <<'PYTHON'
from sympy import Rational, Sum, __version__, symbols

k = symbols("k")


def value(upper):
    try:
        return Sum(k, (k, 0, upper)).doit()
    except RecursionError:
        return "RecursionError"


above, below = value(Rational(1, 2)), value(Rational(-1, 2))
print(f"SymPy {__version__}: to 1/2: {above}; to -1/2: {below}")
assert above == Rational(3, 8)
expected = "RecursionError" if __version__ == "1.14.0" else Rational(-1, 8)
assert below == expected, "the behaviour has changed"
PYTHON
done
