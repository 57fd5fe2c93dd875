python src/train_sft.py \
    --do_train \
    --finetuning_type lora \
    --output_dir out \
    --per_device_train_batch_size 8 \
    --gradient_accumulation_steps 2 \
    --lr_scheduler_type cosine \
    --learning_rate 5e-5 \
    --num_train_epochs 3.0 \
    --fp16
