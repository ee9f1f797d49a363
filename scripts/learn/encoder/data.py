"""Messages as the encoder learns them."""
import json
import random

import torch

from model import OUTPUTS
from pieces import Tokenizer, normalise

KINDS = OUTPUTS[1:]
UNSURE, OWN_WEIGHT, MISSPELT, JOINED = 0.6, 0.7, 0.15, 0.12
LONGEST = 80


def load(path):
    return [json.loads(line) for line in open(path, encoding='utf8')]


def tokenizer(path='work/vocabulary.json'):
    v = json.load(open(path, encoding='utf8'))
    return v['rows'], Tokenizer(v['pieces'], v['scores'])


def target(m, label=None):
    """Any danger, then each kind; what is to be asked about is so much danger, and who disagree are right by half."""
    label = m['label'] if label is None else label
    also, second = m.get('also', []), m.get('second')
    share = dict.fromkeys(KINDS, 0.0)
    if m.get('unsure') and second is not None:
        for one in (label, second):
            if one != 'none':
                share[one] = 0.5
        any_ = min(1.0, sum(x != 'none' for x in (label, second)) / 2)
        any_ = 1.0 if 'none' not in (label, second) else any_
    elif m.get('unsure'):
        if label != 'none':
            share[label] = UNSURE
        any_ = UNSURE if label != 'none' else 0.0
    else:
        for one in [label, *also]:
            if one in share:
                share[one] = 1.0
        any_ = float(label != 'none')
    return [any_] + [share[k] for k in KINDS]


def misspell(text, rng):
    out = []
    for w in text.split():
        if len(w) >= 4 and rng.random() < 0.25:
            at = 1 + int(rng.random() * (len(w) - 2))
            w = w[:at] + w[at + 1:] if rng.random() < 0.5 else w[:at] + w[at + 1] + w[at] + w[at + 2:]
        out.append(w)
    return ' '.join(out)


def talks(messages):
    found = {}
    for m in messages:
        if m.get('talk') is not None:
            found.setdefault((m['author'], m['talk']), []).append(m)
    found = [sorted(t, key=lambda m: m.get('n', 0)) for t in found.values()]
    return [t for t in found if t[-1].get('whole') is not None]


def examples(messages, rng):
    """One round of learning: each message once, some of them misspelt, joined to a calm one or after their question."""
    calm = {}
    for m in messages:
        if m['label'] == 'none' and not m.get('unsure'):
            calm.setdefault(m['form'], []).append(m)
    out = []
    for m in messages:
        if m['author'] == 'own' and rng.random() < 0.5:
            continue
        text, goal, weight = m['text'], target(m), OWN_WEIGHT if m['author'] == 'own' else 1.0
        if m.get('asked') is not None:
            if rng.random() < 0.6:
                text = m['asked'] + '\n' + text
            elif len(text.split()) < 4:
                goal = [g / 2 for g in goal]
        if rng.random() < MISSPELT:
            text = misspell(text, rng)
        if rng.random() < JOINED and not m.get('unsure') and m['form'] in calm:
            other = rng.choice(calm[m['form']])['text']
            text = other + '\n' + text if rng.random() < 0.5 else text + '\n' + other
            weight *= 0.7
        out.append((text, goal, weight))
    for t in talks(messages):
        out.append(('\n'.join(m['text'] for m in t), target(t[-1] | {'also': [], 'unsure': False, 'second': None}, t[-1]['whole']), 1.5))
    return out


def pad(rows):
    n = max(map(len, rows))
    ids = torch.ones(len(rows), n, dtype=torch.long)
    for i, r in enumerate(rows):
        ids[i, :len(r)] = torch.tensor(r)
    return ids


def batches(tok, exs, rng, tokens=1100):
    rows = [(tok.ids(t, LONGEST), g, w) for t, g, w in exs]
    rows.sort(key=lambda r: len(r[0]) + 3 * rng.random())
    out, now = [], []
    for r in rows:
        now.append(r)
        if len(now) * len(r[0]) >= tokens:
            out.append(now)
            now = []
    if now:
        out.append(now)
    rng.shuffle(out)
    return out
