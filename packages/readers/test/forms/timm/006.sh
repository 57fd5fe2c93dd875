CUDA_VISIBLE_DEVICES=0,1,2,3 bash ./distributed_train.sh 4 $DATA \
    --model mobilenet_v2 \
    -b 128 -j 4 \
    --sched cosine --epochs 200 \
    --decay-epochs 2.4 --decay-rate .973 \
    --opt lamb --warmup-lr 1e-6 --weight-decay 0.09 --warmup-epochs 5 --lr 0.004
