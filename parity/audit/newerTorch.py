"""What Lightning's newest wants of a newer PyTorch than Debian's."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "frameworks"))


def lightning():
    """pytorch_lightning over Debian's PyTorch, with stand-ins for names that training does not use."""
    from types import SimpleNamespace

    import torch
    from host import stub

    stub("torch._dynamo", OptimizedModule=type("OptimizedModule", (), {}))
    stub("torch.utils.flop_counter", FlopCounterMode=object)
    torch.compile = lambda model=None, **options: model
    torch.compiler = SimpleNamespace(disable=lambda function: function, is_compiling=lambda: False)
    torch.optim.lr_scheduler.LRScheduler = torch.optim.lr_scheduler._LRScheduler
    torch.optim.swa_utils.get_ema_avg_fn = None
    import pytorch_lightning

    return pytorch_lightning
