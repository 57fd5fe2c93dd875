python train.py \
--model mobilenetv3_large_100 \
--num-classes 10 \
--epochs 80 \
--opt adamw --lr 3e-4 --weight-decay 0.02 \
--sched cosine --warmup-epochs 5 --min-lr 1e-6
