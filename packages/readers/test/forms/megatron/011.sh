python pretrain_bert.py --train-iters 20000 --global-batch-size 32 --lr 0.0001 --min-lr 0.000001 --lr-decay-style inverse-square-root --lr-warmup-iters 1000 --weight-decay 1e-2
