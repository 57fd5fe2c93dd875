SCHEDULER_ARGS=(
	--train-iters 50000
	--lr 0.00001
	--min-lr 0.000001
	--lr-decay-style WSD
	--lr-wsd-decay-style 1-sqrt
	--lr-wsd-decay-iters 5000
	--lr-warmup-iters 2000
)
torchrun pretrain_gpt.py ${SCHEDULER_ARGS[@]} --global-batch-size 32
