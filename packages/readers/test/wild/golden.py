"""What the real frameworks make of the samples in this folder: writes goldens.json beside this file.

    python3 golden.py [folder…]

`SAMPLES=../forms python3 golden.py` does the same for the samples of that folder. Each folder runs in its framework's
environment of parity/.venv (made by parity/frameworks/make.py). Python samples are executed among stand-ins for a model
and a loader; index.json's `values` stand for what a sample does not define. Configurations and command lines are given to
the framework's own builder, command lines after bash has expanded them.
For each sample goldens.json has the rates at some steps: the first, the last, the middle, and around each change; format
it with `npx biome format --write` afterwards.
"""

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

# The samples' folder: this one, or that which SAMPLES names.
HERE = Path(os.environ.get("SAMPLES", Path(__file__).parent)).resolve()
ROOT = Path(__file__).resolve().parents[4]
NAMES = {"pytorch": "torchCurrent", "huggingface": "transformers", "optax": "optax64", "mmcv": "mmengine", "fvcore": "detectron2", "gptneox": "megatron"}
# These have no package: what is named here in the environment is the folder of the source of mmcv 1.7.2 or GPT-NeoX 2.0.
NONE = {folder for folder, name in {"mmcv": "MMCV", "gptneox": "GPT_NEOX"}.items() if name not in os.environ}


class Known:
    """What a sample does not define, with the attributes, items and length that index.json gives."""

    def __init__(self):
        self.items, self.size = {}, None

    def __getitem__(self, key):
        return self.items[key] if key in self.items else getattr(self, key)

    def keys(self):
        return [key for key in [*self.items, *vars(self)] if key not in ("items", "size")]

    def __len__(self):
        return self.size


def give(names, written, value):
    """Lets the expression `written`, such as len(loader) or args.epochs, be `value`."""
    if not re.fullmatch(r"[\w.()\[\]\"']+", written):
        return
    node = ast.parse(written, mode="eval").body
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "len":
        _held(names, node.args[0]).size = value
    elif isinstance(node, ast.Call):
        if isinstance(node.func, ast.Name):
            names[node.func.id] = lambda: value
    elif isinstance(node, ast.Attribute):
        setattr(_held(names, node.value), node.attr, value)
    elif isinstance(node, ast.Subscript):
        _held(names, node.value).items[node.slice.value] = value
    else:
        names[node.id] = value


def _held(names, node):
    if isinstance(node, ast.Name):
        return names.setdefault(node.id, Known())
    inside = _held(names, node.value)
    if isinstance(node, ast.Subscript):
        return inside.items.setdefault(node.slice.value, Known())
    if not hasattr(inside, node.attr):
        setattr(inside, node.attr, Known())
    return getattr(inside, node.attr)


def source(file):
    text = (HERE / file).read_text(encoding="utf-8")
    if not file.endswith(".ipynb"):
        return text
    cells = [cell["source"] for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]
    lines = "\n".join("".join(cell) for cell in cells).split("\n")
    return "\n".join(line for line in lines if line[:1] not in "%!" or not line)


def execute(sample, names):
    """The names of a Python sample after it was run, and its scheduler."""
    for written, value in sample.get("values", {}).items():
        if written.split(".")[0] != "self":
            give(names, written, value)
    sys.argv = ["sample"]
    names |= {"__name__": "sample", "train": lambda *_: None, "fit": lambda *_: None}
    text = source(sample["file"])
    # A training loop is not run.
    tree = ast.parse(text.replace("\t", "    "))
    tree.body = [node for node in tree.body if not isinstance(node, (ast.For, ast.While))]
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == "main":
            node.body = [one for one in node.body if not isinstance(one, ast.For)]
    exec(compile(tree, sample["file"], "exec"), names)
    if "take" in sample:
        return eval(sample["take"], names)
    for name in ("scheduler", "lr_scheduler", "exp_lr_scheduler", "schedule", "sched", "lr_schedule"):
        if name in names and not isinstance(names[name], ModuleType):
            return names[name]
    return names


def arguments(sample):
    """What a shell sample calls its program with, after bash has expanded it."""
    text = source(sample["file"]).replace("./distributed_train.sh", "distributed")
    programs = ("python", "python3", "torchrun", "fairseq-train", "llamafactory-cli", "bash", "distributed", "deepspeed", "tee")
    show = "".join(f'{name}() {{ printf "%s\\n" "$@"; }}\n' for name in programs if name != "tee") + "tee() { cat; }\n"
    values = sample.get("values", {})
    env = {key[1:]: str(value) for key, value in values.items() if key.startswith("$")}
    out = subprocess.run(
        ["/bin/bash", "-c", show + text], env={"PATH": "/usr/bin:/bin", **env}, check=True, capture_output=True, text=True
    ).stdout
    return out.split("\n")[:-1]


def flags(sample):
    """The flags of a command line, by their names with underscores."""
    found, name = {}, None
    for word in arguments(sample):
        if word.startswith("--"):
            name, _, value = word[2:].partition("=")
            name = name.replace("-", "_")
            found[name] = value or True
        elif name:
            found[name] = word if found[name] is True else f"{found[name]} {word}"
    return {key: _literal(value) for key, value in found.items()}


def _literal(value):
    try:
        return ast.literal_eval(value) if isinstance(value, str) else value
    except (ValueError, SyntaxError):
        return value


def data(sample):
    """A configuration's data; numbers that YAML takes for text are numbers."""
    text = source(sample["file"])
    if sample["file"].endswith(".json"):
        return json.loads(text)
    if sample["file"].endswith(".toml"):
        import tomllib

        return tomllib.loads(text)
    import yaml

    return _numbers(yaml.safe_load(text))


def _numbers(value):
    if isinstance(value, dict):
        return {key: _numbers(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_numbers(one) for one in value]
    return float(value) if isinstance(value, str) and re.fullmatch(r"\d+(\.\d*)?e-?\d+", value) else value


def positions(rates):
    """Some of the steps of a curve: its ends, its middle, and around where it bends most."""
    last = len(rates) - 1
    peak = max(map(abs, rates)) or 1
    bends = [(abs(rates[i - 1] - 2 * rates[i] + rates[i + 1]) / peak, -i) for i in range(1, last)]
    sharpest = [-i for bend, i in sorted(bends, reverse=True)[:6] if bend > 1e-9]
    near = [0, 1, 2, last // 3, last // 2, last - 1, last, *(i + side for i in sharpest for side in (-1, 0, 1))]
    return sorted({i for i in near if 0 <= i <= last})


def main(folders):
    samples = json.loads((HERE / "index.json").read_text())
    present = sorted({one["file"].split("/")[0] for one in samples})
    path = HERE / "goldens.json"
    goldens = json.loads(path.read_text()) if path.exists() else {}
    for folder in folders or [one for one in present if one not in NONE]:
        python = ROOT / "parity/.venv" / NAMES.get(folder, folder) / "bin/python"
        out = subprocess.run([python, "-B", __file__, "--inside", folder], capture_output=True, text=True)
        if out.returncode != 0:
            sys.exit(out.stderr)
        for file, one in json.loads(out.stdout.splitlines()[-1]).items():
            if "failed" in one:
                print(file, one["failed"])
                goldens.pop(file, None)
            else:
                goldens[file] = one
    files = {one["file"] for one in samples if "last" in one}
    lines = ",\n".join(f"  {json.dumps(file)}: {json.dumps(goldens[file])}" for file in sorted(goldens) if file in files)
    path.write_text(f"{{\n{lines}\n}}\n")


def inside(folder):
    """Every sample of a folder, in the framework's environment."""
    # Folders and modules here have their packages' names: what is installed is found first.
    sys.path += [str(ROOT / "parity/frameworks"), str(ROOT / "parity/exported")]
    import goldenRuns

    out = {}

    for sample in json.loads((HERE / "index.json").read_text()):
        if not sample["file"].startswith(f"{folder}/") or "last" not in sample:
            continue
        try:
            rates = getattr(goldenRuns, folder)(sample)
            rates = rates if isinstance(rates[0], list) else [[rate] for rate in rates]
            steps = positions([row[0] for row in rates])
            out[sample["file"]] = {"steps": steps, "lr": [rates[i] for i in steps]}
        except Exception as error:
            out[sample["file"]] = {"failed": f"{type(error).__name__}: {error}"}
    print()
    print(json.dumps(out))


if __name__ == "__main__":
    inside(sys.argv[2]) if sys.argv[1:2] == ["--inside"] else main(sys.argv[1:])
