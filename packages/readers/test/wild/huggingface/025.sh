torchrun --nproc_per_node=8 train.py \
    --learning_rate 1e-3 \
    --num_train_epochs 1 \
    --lr_scheduler_type "constant" \
    --max_steps -1
