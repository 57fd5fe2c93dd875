#!/bin/bash
MODEL=/data/models/some-8B

llamafactory-cli train \
    --model_name_or_path ${MODEL} \
    --stage sft \
    --do_train \
    --finetuning_type full \
    --cutoff_len 2048 \
    --output_dir saves/full \
    --per_device_train_batch_size 1 \
    --gradient_accumulation_steps 2 \
    --learning_rate 1e-5 \
    --num_train_epochs 2.0 \
    --lr_scheduler_type cosine \
    --warmup_ratio 0.1 \
    --bf16
