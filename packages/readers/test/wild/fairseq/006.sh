fairseq-train data-bin \
    --lr-scheduler polynomial_decay \
    --lr 3e-05 \
    --warmup-updates 2500 \
    --total-num-update 40000 \
    --dropout 0.3
