torchrun --nproc_per_node=8 train.py \
    --num_train_epochs 3 \
    --per_device_train_batch_size 4 \
    --gradient_accumulation_steps 4 \
    --learning_rate 2e-5 \
    --warmup_ratio 0.04 \
    --lr_scheduler_type "cosine"
