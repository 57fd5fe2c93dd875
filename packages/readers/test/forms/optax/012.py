import optax

sched = optax.cosine_onecycle_schedule(transition_steps=1000, peak_value=1e-2, pct_start=0.3, div_factor=25.0, final_div_factor=1e4)
