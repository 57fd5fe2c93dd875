from detectron2.config import LazyCall as L
from detectron2.solver import WarmupParamScheduler
from fvcore.common.param_scheduler import MultiStepParamScheduler


def default_X_scheduler(num_X):
    total_steps_16bs = num_X * 90000
    if num_X <= 2:
        scheduler = L(MultiStepParamScheduler)(values=[1.0, 0.1, 0.01], milestones=[60000, 80000, 90000])
    else:
        scheduler = L(MultiStepParamScheduler)(
            values=[1.0, 0.1, 0.01], milestones=[total_steps_16bs - 60000, total_steps_16bs - 20000, total_steps_16bs]
        )
    return L(WarmupParamScheduler)(
        scheduler=scheduler, warmup_length=1000 / total_steps_16bs, warmup_method="linear", warmup_factor=0.001
    )


lr_multiplier_3x = default_X_scheduler(3)
