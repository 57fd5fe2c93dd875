"""`learning_rate`, a function of the step."""

import platform


def values(code, name, base, steps, updates):
    names = {}
    exec(compile(code, "<converted>", "exec"), names)
    schedule = names[name or "learning_rate"]
    return f"Python {platform.python_version()}", [schedule(update) for update in range(updates)]
