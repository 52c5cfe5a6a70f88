"""SymPy as an outside judge: reads claims as JSON on the standard input and prints, for each, whether the two sides

    differ (at an admissible rational point, evaluated to 40 digits), agree (at several), or cannot be told apart from
    undefined there.

Nothing is simplified: this is SymPy's reading, differentiation, summation and evaluation, beside the engine's.
"""

import json
import random
import re
import sys

import sympy as sp
from sympy.parsing.sympy_parser import parse_expr, rationalize, standard_transformations

functions = {
    "D": lambda e, x: sp.diff(e, x),
    "sum": lambda e, n, a, b: sp.Sum(e, (n, a, b)),
    "prod": lambda e, n, a, b: sp.Product(e, (n, a, b)),
    "integrate": lambda e, x, a, b: sp.integrate(e, (x, a, b)),
    "sigmoid": lambda x: 1 / (1 + sp.exp(-x)),
    "softplus": lambda x: sp.log(1 + sp.exp(x)),
    "abs": sp.Abs,
    "max": sp.Max,
    "min": sp.Min,
    "relu": lambda x: sp.Max(x, 0),
    "Infinity": sp.oo,
    **{name: getattr(sp, name) for name in ("exp", "log", "sqrt", "tanh", "sinh", "cosh", "pi")},
    **{name: getattr(sp, name) for name in ("sin", "cos", "tan", "asin", "acos", "atan")},
}
pool = [sp.Rational(*pair) for pair in ((1, 1), (2, 1), (-1, 1), (3, 1), (1, 2), (-3, 2), (5, 3), (-2, 1), (7, 4))]


def read(text, names):
    transformations = (*standard_transformations, rationalize)
    return parse_expr(text.replace("^", "**"), {**functions, **names}, transformations)


def admits(assumption, point, names):
    integer = re.match(r"^\s*(\w+)\s+integer(.*)$", assumption)
    if integer:
        value = point.get(names[integer[1]], sp.Integer(1))
        return value.is_integer and (not integer[2].strip() or admits(integer[1] + integer[2], point, names))
    left, sign, right = re.split(r"(<=|>=|!=|<|>)", assumption)
    a, b = (sp.sympify(read(side, names)).subs(point) for side in (left, right))
    return {"<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b, "!=": a != b}[sign]


def judge(claim, source):
    texts = [claim["lhs"], claim["rhs"]]
    words = set(re.findall(r"[A-Za-z_]\w*", " ".join(texts + claim["assumptions"])))
    names = {word: sp.Symbol(word, real=True) for word in words - set(functions) - {"integer"}}
    left, right = (sp.sympify(read(text, names)) for text in texts)
    assumed = set(re.findall(r"[A-Za-z_]\w*", " ".join(claim["assumptions"]))) - {"integer"}
    free = sorted(left.free_symbols | right.free_symbols | {names[word] for word in assumed}, key=str)
    agreed = 0
    for _ in range(60):
        point = {name: source.choice(pool) for name in free}
        for text in claim["assumptions"]:
            match = re.match(r"^\s*(\w+)\s+integer", text)
            if match and names[match[1]] in point:
                point[names[match[1]]] = sp.Integer(source.randint(1, 7))
        if not all(admits(text, point, names) for text in claim["assumptions"]):
            continue
        try:
            a, b = (sp.N(side.subs(point).doit(), 40) for side in (left, right))
        except RecursionError:  # a sum whose bounds change places for ever: no answer of SymPy's
            continue
        if not (a.is_real and b.is_real and a.is_finite and b.is_finite):
            continue
        if abs(a - b) > sp.Float("1e-25") * (1 + abs(a)):
            return "differ"
        agreed += 1
        if agreed == 5:
            break
    return "agree" if agreed else "undefined"


def main():
    source = random.Random(1)
    print(json.dumps([judge(claim, source) for claim in json.load(sys.stdin)]))


main()
