"""Runs a framework's own file without the packages around it, and the current PyTorch's schedulers on Debian's."""

import ast
import os
import importlib.util
import subprocess
import sys
import types
import zipfile
from importlib import metadata
from pathlib import Path

TORCH = "2.15.0"
# PyTorch's smallest wheel. Only Python text is read from it, which is the same for every platform.
PLATFORM = "macosx_14_0_arm64"


def stub(name, **attributes):
    """Puts a module with these attributes, and the packages above it, where imports find them."""
    above, _, last = name.rpartition(".")
    if above and above not in sys.modules:
        stub(above)
    module = sys.modules.setdefault(name, types.ModuleType(name))
    module.__path__ = getattr(module, "__path__", [])
    module.__dict__.update(attributes)
    if above:
        setattr(sys.modules[above], last, module)
    return module


def load(name, path):
    """Runs the file at `path` as the module `name`; its relative imports resolve against that name."""
    return run(name, Path(path).read_text(encoding="utf-8"), path)


def run(name, source, path):
    """Runs `source`, the text of the file `path`, as the module `name`."""
    module = types.ModuleType(name)
    module.__file__ = str(path)
    module.__package__ = name.rpartition(".")[0]
    module.__spec__ = importlib.util.spec_from_loader(name, loader=None)
    sys.modules[name] = module
    exec(compile(source, str(path), "exec"), module.__dict__)
    if module.__package__ in sys.modules:
        setattr(sys.modules[module.__package__], name.rpartition(".")[2], module)
    return module


def pick(path, name, **names):
    """One class or function (dots lead into classes) of the file at `path`, run on its own among `names`."""
    body = ast.parse(Path(path).read_text(encoding="utf-8")).body
    for part in name.split("."):
        found = next(node for node in body if getattr(node, "name", None) == part)
        body = found.body
    exec(compile(ast.Module([found], []), str(path), "exec"), names)
    return names[found.name]


def installed(package, file):
    """The path of a file inside an installed package that is not imported."""
    return metadata.distribution(package).locate_file(file)


def current_torch():
    """Debian's PyTorch with lr_scheduler.py and swa_utils.py of PyPI's newest in place of its own; with
    PYTORCH=installed in the environment as it is, which saves a large download."""
    import torch

    if os.environ.get("PYTORCH") == "installed":
        return torch
    with wheel("torch", TORCH, PLATFORM) as text:
        files = {name: text.read(f"torch/optim/{name}.py").decode() for name in ("lr_scheduler", "swa_utils")}
    # The one name that the new file wants of the new optimizer.py: hyperparameters are plain numbers here.
    sys.modules["torch.optim.optimizer"]._to_scalar = lambda number: number
    # Averaging on devices, which SWALR does not touch.
    unused = ("_get_foreach_kernels_supported_devices", "_group_tensors_by_device_and_dtype")
    stub("torch.utils._foreach_utils", **dict.fromkeys(unused))
    for name, source in files.items():
        run(f"torch.optim.{name}", source, f"torch/optim/{name}.py")
    return torch


def wheel(package, version, platform, python="3.11"):
    """A wheel of any platform and Python, to read Python text from: what it holds is not installed."""
    folder = Path(__file__).resolve().parents[1] / ".venv/wheels"
    pattern = f"{package}-{version}-*.whl"
    if not [*folder.glob(pattern)]:
        options = f"--quiet --no-deps --only-binary=:all: --platform {platform} --python-version {python}"
        pip = [sys.executable, "-m", "pip", "download"]
        subprocess.run([*pip, *options.split(), "--dest", folder, f"{package}=={version}"], check=True)
    return zipfile.ZipFile(next(folder.glob(pattern)))
