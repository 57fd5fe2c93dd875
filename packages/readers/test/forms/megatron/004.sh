options=" \
    --micro-batch-size 2 \
    --global-batch-size 128 \
    --train-samples 25000000 \
    --lr-decay-samples 23750000 \
    --lr-warmup-samples 16667 \
    --lr 2.5e-5 \
    --min-lr 2.5e-6 \
    --lr-decay-style cosine"
run_cmd="python -u pretrain_gpt.py ${options}"
${run_cmd}
