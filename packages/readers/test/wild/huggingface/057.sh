python fastchat/train/train_lora_llama.py \
    --output_dir results/ \
    --num_train_epochs 3 \
    --per_device_train_batch_size 32 \
    --gradient_accumulation_steps 2 \
    --learning_rate 2e-5 \
    --lora_r 64 \
    --lr_scheduler_type cosine \
    --weight_decay 0.01 \
    --warmup_ratio 0.03
