GPT_ARGS="--num-layers 24 \
          --micro-batch-size 4 \
          --global-batch-size 8 \
          --lr 0.00015 \
          --train-iters 500000 \
          --lr-decay-iters 320000 \
          --lr-decay-style cosine \
          --lr-warmup-fraction .01 \
          --fp16"

python tools/generate.py \
       $GPT_ARGS \
       --load $CHECKPOINT_PATH
