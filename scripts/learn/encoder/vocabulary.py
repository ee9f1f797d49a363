"""Chooses which of the 250,002 pieces are kept: python vocabulary.py

Those that the training messages use, all of Arabic script and of Kurdish in Latin letters, every single letter and sign, and the likeliest
10,000 of plain Latin letters. Writes work/vocabulary.json.
"""
import json
import unicodedata

from data import load
from pieces import META, Tokenizer, normalise, read_pieces

LIKELIEST_LATIN = 10_000
LONGEST_KURDISH = 8
LONGEST = 16
SIGNS = ('So', 'Sk', 'Sm', 'Po', 'Pd')


def script(piece):
    q = piece.replace(META, '')
    if q == '':
        return 'begin'
    if all('\u0600' <= c <= '\u06ff' for c in q):
        return 'arabic'
    if all(c in 'abcdefghijklmnopqrstuvwxyz' for c in q):
        return 'latin'
    if all(c in "abcdefghijklmnopqrstuvwxyzêîûşç'" for c in q):
        return 'kurdish'
    if q.isascii():
        return 'ascii'
    return 'sign' if len(q) == 1 and unicodedata.category(q) in SIGNS else 'other'


def is_steady(piece):
    """Whether a text as it is read can hold it."""
    bare = piece.replace(META, '')
    return normalise(bare) == bare and len(piece) <= LONGEST


def is_kept(piece, kind):
    if kind == 'begin':
        return True
    if not is_steady(piece):
        return False
    is_single = len(piece.replace(META, '')) == 1 and kind != 'other'
    return is_single or kind == 'arabic' or (kind == 'kurdish' and len(piece) <= LONGEST_KURDISH)


def main():
    pieces, scores = read_pieces()
    whole = Tokenizer(pieces, scores)
    keep = set()
    for m in load('work/train.jsonl'):
        for word in normalise(m['text'] + ' ' + m.get('asked', '')).split(' '):
            if word:
                keep.update(whole.word(META + word[:32]))
    kinds = [script(p) for p in pieces]
    numbers = range(4, len(pieces))
    keep |= {i for i in numbers if is_kept(pieces[i], kinds[i])}
    keep |= set(sorted((i for i in numbers if kinds[i] == 'latin'), key=lambda i: -scores[i])[:LIKELIEST_LATIN])
    rows = [0, 1, 2, 3, *sorted(i for i in keep if i > 3)]
    kept = {'rows': rows, 'pieces': [pieces[i] for i in rows], 'scores': [float(scores[i]) for i in rows]}
    with open('work/vocabulary.json', 'w', encoding='utf8') as f:
        json.dump(kept, f, ensure_ascii=False)
    print(len(rows), 'pieces')


if __name__ == '__main__':
    main()
