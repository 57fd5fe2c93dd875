from composer import Trainer
from composer.optim.scheduler import MultiStepScheduler

trainer = Trainer(
    model=model, train_dataloader=loader, max_duration="20ep", schedulers=MultiStepScheduler(milestones=["10ep", "16ep"])
)
