from accelerate.utils import DummyScheduler
from transformers import get_linear_schedule_with_warmup

max_train_steps = len(train_dataloader) // accumulate_step * num_epochs
if accelerator.state.deepspeed_plugin is None or "scheduler" not in accelerator.state.deepspeed_plugin.deepspeed_config:
    lr_scheduler = get_linear_schedule_with_warmup(
        optimizer=optimizer, num_warmup_steps=num_warmup_steps, num_training_steps=max_train_steps
    )
else:
    lr_scheduler = DummyScheduler(optimizer, total_num_steps=max_train_steps, warmup_num_steps=num_warmup_steps)
