lr=2e-4
torchrun --nproc_per_node=8 train.py \
    --per_device_train_batch_size 1 \
    --num_train_epochs 1 \
    --lr_scheduler_type cosine \
    --learning_rate ${lr} \
    --warmup_ratio 0.05
