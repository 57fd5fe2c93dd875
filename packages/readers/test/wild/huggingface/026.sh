torchrun --nproc_per_node=8 train.py \
    --num_train_epochs 5 \
    --per_device_train_batch_size 2 \
    --gradient_accumulation_steps 8 \
    --learning_rate 3e-4 \
    --warmup_ratio 0.01 \
    --lr_scheduler_type "cosine"
