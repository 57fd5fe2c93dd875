from torch.optim import AdamW
from transformers import get_polynomial_decay_schedule_with_warmup

num_epochs, warmup_epochs, learning_rate = 100, 5, 5e-5
optimizer = AdamW(model.parameters(), lr=learning_rate)
scheduler = get_polynomial_decay_schedule_with_warmup(
    optimizer, num_warmup_steps=warmup_epochs, num_training_steps=num_epochs, power=1
)
