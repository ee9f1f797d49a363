"""Teaches the encoder: python train.py OUT.pt --epochs 3 [--start CHECKPOINT] [--without 04,12] ...

One process, one core: some 1,500 pieces a second of AVX-512. Seeds are fixed and the length is counted in steps, so on the same machine the
same messages give the same weights. `--minutes` sets the length by the clock instead, for a machine that others use, and gives that up.
"""
import argparse
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

import data
from model import Reader

# Each kind counts less than whether there is any danger; what fewer layers say is only looked at.
KIND_WEIGHT, EXIT_WEIGHT = 0.35, 0.3
SMOOTH = 0.02
WORD_DROP = 0.1
WARM = 0.06


def arguments():
    p = argparse.ArgumentParser()
    p.add_argument('out')
    p.add_argument('--messages', default='work/train.jsonl')
    p.add_argument('--epochs', type=float, default=3)
    p.add_argument('--minutes', type=float, default=0)
    p.add_argument('--without', default='', help='authors who are held out')
    p.add_argument('--share', type=float, default=1)
    p.add_argument('--layers', type=int, default=6)
    p.add_argument('--frozen', type=int, default=2)
    p.add_argument('--lr', type=float, default=2e-4)
    p.add_argument('--decay', type=float, default=0.9, help='how much slower each lower layer moves')
    p.add_argument('--tokens', type=int, default=640, help='pieces in a batch')
    p.add_argument('--start')
    p.add_argument('--seed', type=int, default=2)
    return p.parse_args()


def optimiser(net, a):
    groups = [{'params': list(net.heads.parameters()), 'top': 5 * a.lr}]
    for n, layer in enumerate(net.layers):
        if n >= a.frozen:
            groups.append({'params': list(layer.parameters()), 'top': a.lr * a.decay ** (a.layers - 1 - n)})
    return torch.optim.AdamW(groups, lr=a.lr, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def loss_of(outs, batch):
    goal, weight = torch.tensor([g for _, g, _ in batch]), torch.tensor([w for _, _, w in batch])
    goal = goal * (1 - SMOOTH) + SMOOTH / 2
    columns = torch.tensor([1.0] + [KIND_WEIGHT] * (goal.shape[1] - 1))

    def one(out):
        each = F.binary_cross_entropy_with_logits(out, goal, reduction='none')
        return ((each * columns).sum(1) * weight).mean()

    last = max(outs)
    main = one(outs[last])
    return main, main + EXIT_WEIGHT * sum(one(o) for n, o in outs.items() if n != last)


def main():
    a = arguments()
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    rows, tok = data.tokenizer()
    held = set(filter(None, a.without.split(',')))
    messages = [m for m in data.load(a.messages) if m['author'] not in held]
    if a.share < 1:
        messages = random.Random(5).sample(messages, int(len(messages) * a.share))
    net = Reader(rows, a.layers, a.frozen)
    if a.start:
        net.load_state_dict(torch.load(a.start), strict=False)
    net.train()
    opt = optimiser(net, a)
    now = data.batches(tok, data.examples(messages, rng), rng, a.tokens)
    steps, at, losses, begun, saved = int(len(now) * a.epochs), 0, [], time.time(), time.time()
    print(f'{len(messages)} messages, {len(now)} batches, {steps} steps', flush=True)
    for step in range(10 ** 9):
        done = (time.time() - begun) / 60 / a.minutes if a.minutes else step / steps
        if done >= 1:
            break
        if at == len(now):
            now, at = data.batches(tok, data.examples(messages, rng), rng, a.tokens), 0
        batch, at = now[at], at + 1
        for g in opt.param_groups:
            g['lr'] = g['top'] * min(1, done / WARM + 0.02) * (1 - done)
        main_loss, loss = loss_of(net(data.pad([ids for ids, _, _ in batch]), WORD_DROP), batch)
        opt.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        opt.step()
        losses.append(main_loss.item())
        if step % 100 == 99:
            print(f'{step + 1} loss {np.mean(losses[-100:]):.3f} {time.time() - begun:.0f} s, {done:.2f} done', flush=True)
        if time.time() - saved > 240:
            saved = time.time()
            torch.save(net.state_dict(), a.out + '.part')
    torch.save(net.state_dict(), a.out)


if __name__ == '__main__':
    main()
