sh timm_distributed_train.sh 8 timm_retrain.py data --model efficientnet_b4 -b 96 --sched step --epochs 450 \
    --decay-epochs 2.4 --decay-rate .97 --opt rmsproptf -j 8 --warmup-lr 1e-6 --weight-decay 1e-5 --amp --lr .048
