import optax

kwargs = [
    dict(init_value=0.0, peak_value=1e-3, warmup_steps=20, decay_steps=200, end_value=1e-5),
    dict(init_value=1e-5, peak_value=5e-4, warmup_steps=20, decay_steps=400, end_value=1e-5),
]
sched = optax.sgdr_schedule(kwargs)
