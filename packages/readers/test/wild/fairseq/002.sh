fairseq-train data-bin \
    --optimizer adam \
    --lr-scheduler 'inverse_sqrt' \
    --stop-min-lr -1.0 \
    --warmup-updates 10000 \
    --lr 5e-4 \
    --max-epoch 400
