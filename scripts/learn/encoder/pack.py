"""Writes what the product reads with: python pack.py CHECKPOINT

Into bots/amin/crisis/encoder, all little-endian:
- words.bin: a row for each piece, 12 blocks of a half float and 32 numbers of four bits (low halves first); then 128 places as floats.
- layers.bin, each part on a multiple of 16 bytes: the norm before the layers (weights, biases as floats); of each layer qkv, ao, l1, fi, fo,
  l2, where a product is its bytes (outputs x inputs), a step and a bias for each output, and a norm its weights and biases; the head:
  attend (384 + 1), out (7 x 1152, 7) as floats.
- pieces.json: the pieces in the order of their rows, how likely each is, how many of a text are read, what comes out.
And into test/adapters/sentences/expected.jsonl what the floats say of the sentences that were made up for it (sentences.txt).
After it: npm run learn -- --sentences
"""
import json
import os
import sys

import numpy as np
import torch

import data
from model import HIDDEN, OUTPUTS, Reader, Weights

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, '../../..')
FOLDER = os.path.join(ROOT, 'bots/amin/crisis/encoder')
LONGEST, LAYERS, BORDER = 112, 6, 16


def write_words(net, rows):
    w = Weights()
    at, size = w.places['emb.word']
    blocks = np.ascontiguousarray(w.raw[at:at + size].reshape(-1, HIDDEN // 32 * 18)[np.asarray(rows)])
    with open(f'{FOLDER}/words.bin', 'wb') as f:
        f.write(blocks.tobytes())
        f.write(net.pos.numpy().astype('<f4').tobytes())


def write_layers(net):
    out = bytearray()

    def put(x, kind='<f4'):
        array = x.detach().numpy() if torch.is_tensor(x) else x
        out.extend(np.ascontiguousarray(array).astype(kind).tobytes())
        out.extend(b'\0' * (-len(out) % BORDER))

    def linear(lin):
        w = lin.weight.detach().numpy()
        step = np.abs(w).max(1) / 127
        put(np.clip(np.round(w / step[:, None]), -127, 127), 'i1')
        put(step)
        put(lin.bias)

    def norm(n):
        put(n.weight)
        put(n.bias)

    norm(net.ln)
    for layer in net.layers:
        for part, write in ((layer.qkv, linear), (layer.ao, linear), (layer.l1, norm), (layer.fi, linear), (layer.fo, linear), (layer.l2, norm)):
            write(part)
    head = net.heads[str(LAYERS)]
    for part in (head.attend.weight, head.attend.bias, head.out.weight, head.out.bias):
        put(part)
    with open(f'{FOLDER}/layers.bin', 'wb') as f:
        f.write(out)


def write_pieces(tok):
    head = {'pieces': tok.pieces, 'scores': [round(float(s), 4) for s in tok.scores], 'longest': LONGEST, 'outputs': OUTPUTS}
    with open(f'{FOLDER}/pieces.json', 'w', encoding='utf8') as f:
        json.dump(head, f, ensure_ascii=False, separators=(',', ':'))


def write_expected(net, tok):
    with open(f'{HERE}/sentences.txt', encoding='utf8') as f:
        texts = [line.rstrip('\n').replace('\\n', '\n') for line in f]
    with open(os.path.join(ROOT, 'test/adapters/sentences/expected.jsonl'), 'w', encoding='utf8') as f:
        for text in texts:
            ids = tok.ids(text, LONGEST)
            with torch.no_grad():
                scores = net(data.pad([ids]))[LAYERS][0].tolist()
            f.write(json.dumps({'text': text, 'ids': ids, 'scores': [round(x, 4) for x in scores]}, ensure_ascii=False) + '\n')


def main():
    torch.set_num_threads(1)
    rows, tok = data.tokenizer()
    net = Reader(rows, LAYERS).eval()
    net.load_state_dict(torch.load(sys.argv[1]), strict=False)
    write_words(net, rows)
    write_layers(net)
    write_pieces(tok)
    write_expected(net, tok)


if __name__ == '__main__':
    main()
