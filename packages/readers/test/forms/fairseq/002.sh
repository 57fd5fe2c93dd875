MAX_UPDATES=${1:-25000}

fairseq-train data-bin/pair --arch transformer_big \
  --optimizer adam --adam-betas '(0.9, 0.98)' \
  --lr 0.001 --lr-scheduler inverse_sqrt --warmup-updates 4000 \
  --warmup-init-lr 1e-07 --max-tokens 5000 --max-update $MAX_UPDATES 2>&1 | tee log
