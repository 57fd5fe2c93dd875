torchrun --nproc_per_node=8 train.py \
    --max_steps 10 \
    --num_train_epochs 1 \
    --learning_rate 2e-5 \
    --weight_decay 0. \
    --warmup_ratio 0.03 \
    --lr_scheduler_type "cosine"
