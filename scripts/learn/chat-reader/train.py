"""Teaches the recogniser of chat lines: python train.py SECONDS [LEARNING-RATE [SEED]]. Goes on from start.pt where there is one; writes net.pt every minute."""
import torch, time, sys, os, math, random
import torch.nn as nn, torch.nn.functional as F
import lines as gen
from torch.utils.data import IterableDataset, DataLoader
NC = len(gen.CHARS) + 1
class Temporal(nn.Module):
    def __init__(s, c, k):
        super().__init__()
        s.dw = nn.Conv1d(c, c, k, padding=k // 2, groups=c, bias=False); s.bn = nn.BatchNorm1d(c)
        s.a = nn.Conv1d(c, 2 * c, 1); s.b = nn.Conv1d(2 * c, c, 1)
    def forward(s, x): return x + s.b(F.relu(s.a(s.bn(s.dw(x)))))
def block(i, o): return nn.Sequential(nn.Conv2d(i, o, 3, padding=1, bias=False), nn.BatchNorm2d(o), nn.ReLU())
class Net(nn.Module):
    def __init__(s, D=160):
        super().__init__()
        s.c1 = block(1, 16); s.c2 = block(16, 32); s.c3 = block(32, 48); s.c4 = block(48, 64)
        s.p = nn.Conv1d(256, D, 1, bias=False); s.pb = nn.BatchNorm1d(D)
        s.t = nn.ModuleList([Temporal(D, 9) for _ in range(5)])
        s.o = nn.Conv1d(D, NC, 1)
    def forward(s, x):
        x = F.max_pool2d(s.c1(x), 2)
        x = F.max_pool2d(s.c2(x), (2, 1))
        x = F.max_pool2d(s.c3(x), (2, 1))
        x = s.c4(x)
        n, c, h, w = x.shape
        x = x.reshape(n, c * h, w)
        x = F.relu(s.pb(s.p(x)))
        for t in s.t: x = t(x)
        return s.o(x)
class Data(IterableDataset):
    def __init__(s, seed, bs): s.seed = seed; s.bs = bs
    def __iter__(s):
        wi = torch.utils.data.get_worker_info()
        gen.init(s.seed * 1000 + (wi.id if wi else 0) + int(time.time()) % 1000)
        while True:
            pool = sorted((gen.sample() for _ in range(s.bs * 8)), key=lambda q: q[0].shape[1])
            bat = [pool[i:i + s.bs] for i in range(0, len(pool), s.bs)]
            random.shuffle(bat)
            for b in bat:
                w = (max(q[0].shape[1] for q in b) + 8) // 2 * 2
                x = torch.zeros(len(b), 1, 32, w)
                for i, q in enumerate(b): x[i, 0, :, :q[0].shape[1]] = torch.from_numpy(q[0])
                yield x, torch.tensor([c for q in b for c in q[1]]), torch.tensor([len(q[1]) for q in b]), torch.tensor([(q[0].shape[1] + 7) // 2 for q in b])
def lev(a, b):
    p = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        q = [i]
        for j, y in enumerate(b, 1): q.append(min(q[-1] + 1, p[j] + 1, p[j - 1] + (x != y)))
        p = q
    return p[-1]
def greedy(lg):
    out = []; last = 0
    for k in lg.argmax(0).tolist():
        if k != last and k: out.append(k)
        last = k
    return out
if __name__ == '__main__':
    secs = float(sys.argv[1]); peak = float(sys.argv[2]) if len(sys.argv) > 2 else 3e-3
    torch.set_num_threads(int(os.environ.get('TH', '2')))
    net = Net(); print('params', sum(p.numel() for p in net.parameters()), flush=True)
    if os.path.exists('start.pt'): net.load_state_dict(torch.load('start.pt', weights_only=True)); print('resumed')
    net = net.to(memory_format=torch.channels_last)
    opt = torch.optim.AdamW(net.parameters(), lr=1e-3, weight_decay=.01, betas=(.9, .98))
    ctc = nn.CTCLoss(zero_infinity=True)
    dl = iter(DataLoader(Data(int(sys.argv[3]) if len(sys.argv) > 3 else 7, 24), batch_size=None, num_workers=1, prefetch_factor=40))
    t0 = time.time(); n = 0; run = 0; saved = t0; ev = []
    while True:
        x, y, yl, xl = next(dl)
        fr = (time.time() - t0) / secs
        if fr >= 1: break
        lr = peak * min(1, fr / .02) * (.5 + .5 * math.cos(math.pi * max(0, (fr - .35) / .65))) + 2e-5
        for g in opt.param_groups: g['lr'] = lr
        with torch.autocast('cpu', torch.bfloat16): lg = net(x.to(memory_format=torch.channels_last))
        lg = lg.float()
        loss = ctc(F.log_softmax(lg, 1).permute(2, 0, 1), y, xl.clamp(max=lg.shape[2]), yl)
        opt.zero_grad(); loss.backward(); nn.utils.clip_grad_norm_(net.parameters(), 5.); opt.step()
        run = .98 * run + .02 * loss.item() if n else loss.item(); n += 1
        if n % 100 == 0:
            e = c = 0; o = 0
            for i in range(len(yl)):
                t = y[o:o + yl[i]].tolist(); o += int(yl[i]); e += lev(greedy(lg[i, :, :xl[i]].detach()), t); c += len(t)
            print(f'{time.time() - t0:.0f}s n={n} lines={n * 24} loss={run:.3f} batch-cer={e / c:.3f} lr={lr:.5f}', flush=True)
        if time.time() - saved > 60: saved = time.time(); torch.save(net.state_dict(), 'net.tmp'); os.replace('net.tmp', 'net.pt')
    torch.save(net.state_dict(), 'net.tmp'); os.replace('net.tmp', 'net.pt'); print('end')
