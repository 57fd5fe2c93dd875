torchrun --nproc_per_node=8 train.py \
    --warmup_steps 50 \
    --learning_rate 0.0001 \
    --lr_scheduler_type "constant_with_warmup" \
    --max_steps 5000
