fairseq-train data-bin \
    --lr-scheduler inverse_sqrt \
    --stop-min-lr 1e-9 \
    --warmup-init-lr 1e-7 \
    --warmup-updates 8000 \
    --lr 0.0015
