"""python export.py net.pt adapters/ocr/recogniser.bin VERSION: weights with batch norms folded in, 16 bits each and one scale a row (adapters/ocr/child/weights.ts)."""
import torch, json, struct, sys, numpy as np
import train, lines as gen
src, out, version = sys.argv[1], sys.argv[2], int(sys.argv[3])
n = train.Net(); n.load_state_dict(torch.load(src, weights_only=True)); n.eval()
T = []
def fold(w, bn, pre=None):
    s = bn.weight / torch.sqrt(bn.running_var + bn.eps); b = bn.bias - bn.running_mean * s
    return w * s.reshape(-1, *[1] * (w.dim() - 1)), b
def put(name, w, b):
    w = w.detach().reshape(w.shape[0], -1); T.append((name, w.numpy().astype('f4'), b.detach().numpy().astype('f4')))
for i in range(1, 5):
    c, bn = getattr(n, f'c{i}')[0], getattr(n, f'c{i}')[1]; put(f'c{i}', *fold(c.weight, bn))
put('p', *fold(n.p.weight, n.pb))
for i, t in enumerate(n.t):
    put(f't{i}.d', *fold(t.dw.weight, t.bn)); put(f't{i}.a', t.a.weight, t.a.bias); put(f't{i}.b', t.b.weight, t.b.bias)
put('o', n.o.weight, n.o.bias)
head = {'form': 1, 'version': version, 'height': 32, 'characters': gen.CHARS, 'layers': []}; body = b''
for name, w, b in T:
    sc = np.maximum(np.abs(w).max(1), 1e-9) / 32767
    q = np.round(w / sc[:, None]).astype('<i2')
    head['layers'].append({'name': name, 'rows': w.shape[0], 'columns': w.shape[1]})
    body += sc.astype('<f4').tobytes() + b.astype('<f4').tobytes() + q.tobytes() + (b'\0\0' if q.size % 2 else b'')
h = json.dumps(head, ensure_ascii=False).encode(); h += b' ' * (-len(h) % 4)
open(out, 'wb').write(struct.pack('<I', len(h)) + h + body); print(len(body))
