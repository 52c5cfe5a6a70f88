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
    **{name: getattr(sp, name) for name in ("re", "im", "arg")},
    "conj": sp.conjugate,
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
    left, sign, right = re.split(r"(<=|>=|!=|<|>|=)", assumption, maxsplit=1)
    a, b = (sp.sympify(read(side, names)).subs(point) for side in (left, right))
    if sign in ("=", "!="):
        return (sp.simplify(a - b) == 0) == (sign == "=")
    return {"<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}[sign]


def declared(claim):
    """A claim without what it declares: the imaginary units and the complex names."""
    units, complexes, rest = set(), set(), []
    for text in claim["assumptions"]:
        word = re.match(r"^\s*(\w+)\s+(imaginary unit|complex)\s*$", text)
        if not word:
            rest.append(text)
        else:
            (complexes if word[2] == "complex" else units).add(word[1])
    return {**claim, "assumptions": rest}, units, complexes


def judge(claim, source):
    texts = [claim["lhs"], claim["rhs"]]
    claim, units, complexes = declared(claim)
    words = set(re.findall(r"[A-Za-z_]\w*", " ".join(texts + claim["assumptions"])))
    names = {word: sp.Symbol(word, real=True) for word in words - set(functions) - {"integer"}}
    names |= {word: sp.I for word in units} | {word: sp.Symbol(word) for word in complexes}
    left, right = (sp.sympify(read(text, names)) for text in texts)
    assumed = set(re.findall(r"[A-Za-z_]\w*", " ".join(claim["assumptions"]))) - {"integer"}
    assumed -= units | set(functions)
    free = sorted(left.free_symbols | right.free_symbols | {names[word] for word in assumed}, key=str)
    agreed = 0
    for _ in range(60):
        point = {name: source.choice(pool) for name in free}
        for name in complexes & {str(symbol) for symbol in free}:
            point[names[name]] += sp.I * source.choice(pool)
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
        is_told = (a - b).is_number and a.is_finite and b.is_finite
        if not is_told or (not units and not complexes and not (a.is_real and b.is_real)):
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
