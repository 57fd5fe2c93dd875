torchrun --nproc_per_node=8 train.py \
    --max_steps 1000 \
    --learning_rate 5e-4 \
    --lr_scheduler_type "cosine" \
    --num_warmup_steps 5
