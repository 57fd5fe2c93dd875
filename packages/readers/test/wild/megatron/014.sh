#! /bin/bash
config_json="$script_dir/config_block_10B.json"
gpt_options=" \
       --block-lm \
       --num-layers 48 \
       --train-iters 250000 \
       --distributed-backend nccl \
       --lr-decay-style cosine \
       --lr-decay-ratio 0.1 \
       --lr-decay-iters 175000 \
       --warmup 0.04 \
       --fp16 \
"
gpt_options="${gpt_options}
               --deepspeed \
               --deepspeed_config ${config_json} \
"
python pretrain_glm.py ${gpt_options}
