"""Expressions in FEEL as the other engines evaluate them: the core of comparisons, logic and sums. All else is refused."""

import re

TOKEN = re.compile(r'\s*(?:(\d+(?:\.\d+)?)|("(?:[^"\\]|\\.)*")|([^\W\d][\w]*(?:\.[^\W\d][\w]*)*)|(<=|>=|!=|[-+*/=<>(),]))')
WORDS = {
    "python": {"and": "and", "or": "or", "true": "True", "false": "False", "null": "None", "=": "==", "not": "not "},
    "javascript": {"and": "&&", "or": "||", "true": "true", "false": "false", "null": "null", "=": "===", "!=": "!==", "not": "!"},
}


class Unknown(Exception):
    """An expression with more than the core."""


def tokens(text):
    at = 0
    text = text.rstrip()
    while at < len(text):
        found = TOKEN.match(text, at)
        if not found:
            raise Unknown(text)
        yield found.groups()
        at = found.end()


def path(name, language):
    """A field of the case, None where it was never set: both engines keep the case as nested objects below `data`."""
    parts = ", ".join(f'"{part}"' for part in name.split("."))
    return f"at({parts})"


def translate(text, language):
    """The expression in Python or JavaScript."""
    words, out, is_choice = WORDS[language], [], []
    for number, string, name, sign in tokens(text):
        if number or string:
            out.append(number or string)
        elif name in ("if", "then", "else"):
            is_choice.append(name)
            out.append({"if": "choose(", "then": ", ", "else": ", "}[name])
        elif name:
            out.append(words.get(name) or path(name, language))
            if name not in words and name.count(".") == 0:
                raise Unknown(text)
        else:
            out.append(words.get(sign, sign))
    if len(is_choice) > 3:
        raise Unknown(text)
    return " ".join(out) + (")" if is_choice else "")
