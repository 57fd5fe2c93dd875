from detectron2.config import LazyCall as L
from detectron2.solver import WarmupParamScheduler
from fvcore.common.param_scheduler import MultiStepParamScheduler


def default_coco_scheduler(epochs=50, decay_epochs=40, warmup_epochs=0):
    total_steps_16bs = epochs * 7500
    decay_steps = decay_epochs * 7500
    warmup_steps = warmup_epochs * 7500
    scheduler = L(MultiStepParamScheduler)(values=[1.0, 0.1], milestones=[decay_steps, total_steps_16bs])
    return L(WarmupParamScheduler)(
        scheduler=scheduler, warmup_length=warmup_steps / total_steps_16bs, warmup_method="linear", warmup_factor=0.001
    )


lr_multiplier_50ep = default_coco_scheduler(50, 40, 0)
