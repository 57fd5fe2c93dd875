from torch.optim import lr_scheduler, Adam
optimizer=Adam(filter(lambda p: p.requires_grad, model.parameters()),lr=0.001,betas=(0.9,0.999))
scheduler=lr_scheduler.MultiStepLR(optimizer,gamma=0.5,milestones=[20,40,60])
for epoch in range(80):
	train(epoch)
	scheduler.step()
