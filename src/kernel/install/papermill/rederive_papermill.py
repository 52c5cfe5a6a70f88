"""Writes papermill's parameters as TypeScript.

papermill knows translators of its own languages only and has no entry point for others. It loads the engines that
packages name, though, and this module is named as one: loaded, it registers the translator.
"""

import json
import math
import re

from papermill.engines import NBClientEngine
from papermill.models import Parameter
from papermill.translators import Translator, papermill_translators

#: Beyond it a number of JavaScript is not the whole number that was given.
LARGEST = 2**53 - 1

#: A line that declares parameters: `let alpha: number = 0.5, beta = 1; // their meaning`.
DECLARATION = re.compile(r"^\s*(?:export\s+)?(?:const|let|var)\s+(?P<all>.*)$")

#: One of them.
DECLARED = re.compile(r"^(?P<name>[\w$]+)\s*(?::\s*(?P<type>[^=]+?))?\s*=\s*(?P<value>.+)$", re.S)

#: A text, a comment up to the end, what only looks like a bracket, or one other character.
PIECE = re.compile(r"""(["'`])(?:\\.|(?!\1).)*\1|//\s*(?P<help>.*)|=>| [<>] |.""", re.S)


def declared(line):
    """The parameters that a line declares, each as name, type, value and meaning."""
    found = DECLARATION.match(line)
    parts, depth, meaning = [""], 0, ""
    for piece in PIECE.finditer(found["all"] if found else ""):
        text = piece[0]
        if piece["help"] is not None:
            meaning = piece["help"]
        elif depth == 0 and text == ",":
            parts.append("")
        else:
            depth += (text in "([{<") - (text in ")]}>")
            parts[-1] += text
    ones = (DECLARED.match(part.strip().rstrip(";").rstrip()) for part in parts)
    return [Parameter(one["name"], one["type"] or "None", one["value"], meaning) for one in ones if one]


class TypeScriptTranslator(Translator):
    @classmethod
    def translate_str(cls, val):
        return json.dumps(val)

    @classmethod
    def translate_none(cls, val):
        return "null"

    @classmethod
    def translate_int(cls, val):
        return f"{val}n" if abs(val) > LARGEST else str(val)

    @classmethod
    def translate_float(cls, val):
        if math.isfinite(val):
            return repr(val)
        return "NaN" if math.isnan(val) else "Infinity" if val > 0 else "-Infinity"

    @classmethod
    def translate_dict(cls, val):
        pairs = [f"{json.dumps(str(key))}: {cls.translate(one)}" for key, one in val.items()]
        return "{ " + ", ".join(pairs) + " }" if pairs else "{}"

    @classmethod
    def translate_list(cls, val):
        return "[" + ", ".join(cls.translate(one) for one in val) + "]"

    @classmethod
    def translate(cls, val):
        # Of dates and of what else YAML knows, the text.
        known = val is None or isinstance(val, (str, bool, int, float, dict, list))
        return super().translate(val if known else str(val))

    @classmethod
    def comment(cls, cmt_str):
        return f"// {cmt_str}".strip()

    @classmethod
    def assign(cls, name, str_val):
        return f"let {name} = {str_val};"

    @classmethod
    def inspect(cls, parameters_cell):
        lines = parameters_cell["source"].splitlines()
        return [parameter for line in lines for parameter in declared(line)]


papermill_translators.register("typescript", TypeScriptTranslator)

#: What papermill takes this module for.
Engine = NBClientEngine
