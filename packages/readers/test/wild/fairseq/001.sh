fairseq-train data-bin \
    --optimizer adagrad_with_grad_clip \
    --max-update 600000 \
    --lr-scheduler fixed \
    --warmup-updates 32000 \
    --lr 0.07
