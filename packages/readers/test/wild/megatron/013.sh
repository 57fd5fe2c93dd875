#!/bin/bash
export CUDA_DEVICE_MAX_CONNECTIONS=1

GPT_ARGS="
    --num-layers 24 \
    --hidden-size 1024 \
    --micro-batch-size 4 \
    --global-batch-size 8 \
    --lr 0.00015 \
    --train-iters 500000 \
    --lr-decay-iters 320000 \
    --lr-decay-style cosine \
    --min-lr 1.0e-5 \
    --weight-decay 1e-2 \
    --lr-warmup-fraction .01 \
    --clip-grad 1.0
"

torchrun pretrain_gpt.py $GPT_ARGS
