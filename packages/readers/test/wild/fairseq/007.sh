fairseq-train data-bin \
    --lr-scheduler polynomial_decay \
    --lr 0.0003 \
    --total-num-update 3000000 \
    --warmup-updates 10000 \
    --fp16
