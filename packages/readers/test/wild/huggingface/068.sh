lr=2e-4
per_device_train_batch_size=1
gradient_accumulation_steps=8

torchrun --nnodes 1 --nproc_per_node 1 run_clm_pt_with_peft.py \
    --per_device_train_batch_size ${per_device_train_batch_size} \
    --do_train \
    --num_train_epochs 1 \
    --lr_scheduler_type cosine \
    --learning_rate ${lr} \
    --warmup_ratio 0.05 \
    --weight_decay 0.01 \
    --gradient_accumulation_steps ${gradient_accumulation_steps} \
    --save_steps 200
