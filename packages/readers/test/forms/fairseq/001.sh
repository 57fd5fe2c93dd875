export CUDA_VISIBLE_DEVICES=1
fairseq-train iwslt/prepared \
  --arch small_transformer \
  --optimizer adam \
  --lr 5e-4 --lr-scheduler inverse_sqrt --warmup-updates 4000 \
  --max-tokens 12000 \
  --max-epoch 20
