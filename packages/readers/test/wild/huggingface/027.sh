torchrun --nproc_per_node=8 train.py \
    --warmup_ratio 0.03 \
    --lr_scheduler_type constant \
    --per_device_train_batch_size 1 \
    --gradient_accumulation_steps 16 \
    --max_steps 1875 \
    --learning_rate 0.0002
