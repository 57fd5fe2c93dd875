torchrun --nproc_per_node=8 train.py \
    --warmup_ratio 0.05 \
    --lr_scheduler_type constant \
    --max_steps 0 \
    --num_train_epochs 5 \
    --learning_rate 1e-5
