"""Lines of chat text as pictures (32 pixels high, ink from 0 to 1), with what stands in them in visual order, from left to right.

Words come from public lists and from texts of this repository; codes (numbers, wallets, names of accounts) are invented. Nothing of a
real chat is in here. README.md says what has to be installed.
"""
import random, glob, json, io, os, re, string
import numpy as np
from PIL import Image, ImageDraw, ImageFont, ImageFilter
from bidi.algorithm import get_display
R = random.Random()
H = 32
AR = 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي' + 'ەێۆڕڵپچژڤگکیھ' + 'ٱگ'
AR = ''.join(dict.fromkeys(AR))
PUNCT = " .,:;!?@_-+/#$%&()*='\"~<>[]|" + '؟،؛…ـ'
CHARS = ''.join(dict.fromkeys(PUNCT + string.digits + '٠١٢٣٤٥٦٧٨٩' + string.ascii_letters + AR))
IDX = {c: i + 1 for i, c in enumerate(CHARS)}
FOLD = {'’': "'", '‘': "'", '“': '"', '”': '"', '–': '-', '—': '-', '۰': '٠', '۱': '١', '۲': '٢', '۳': '٣', '۴': '٤', '۵': '٥', '۶': '٦', '۷': '٧', '۸': '٨', '۹': '٩', 'ك': 'ك', '\u00a0': ' ', '\u200c': '', '\u200f': '', '\u200e': ''}
isar = lambda c: '\u0600' <= c <= '\u06ff' and c not in '٠١٢٣٤٥٦٧٨٩'
isad = lambda c: c in '٠١٢٣٤٥٦٧٨٩'
ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), '../../..'))
E = os.environ['FONTS'].rstrip('/') + '/@expo-google-fonts/'
def ttf(name, weights=('400Regular', '400Regular', '500Medium', '300Light', '600SemiBold', '700Bold')):
    out = []
    for w in weights:
        out += glob.glob(f'{E}{name}/{w}/*.ttf')
    return out
AFONTS = [f for n in ['almarai', 'cairo', 'tajawal', 'ibm-plex-sans-arabic', 'rubik', 'vazirmatn', 'readex-pro', 'mada', 'changa', 'markazi-text', 'harmattan', 'el-messiri', 'noto-kufi-arabic', 'scheherazade-new', 'amiri'] for f in [ttf(n)] if f]
AFONTS += [ttf('noto-sans-arabic')] * 3 + [ttf('noto-naskh-arabic')] * 3 + [['/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf']]
LFONTS = [f for n in ['roboto', 'roboto', 'inter', 'inter', 'open-sans', 'lato', 'noto-sans', 'source-sans-3', 'poppins', 'montserrat', 'nunito', 'work-sans', 'dm-sans', 'ubuntu', 'rubik', 'cairo', 'vazirmatn', 'ibm-plex-sans-arabic', 'tajawal', 'almarai'] for f in [ttf(n)] if f]
LFONTS += [['/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf']]
_cache = {}
def font(path, size):
    k = (path, size)
    if k not in _cache:
        if len(_cache) > 1500: _cache.clear()
        _cache[k] = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.RAQM)
    return _cache[k]
_cov = {}
def covers(path, text):
    if path not in _cov:
        from fontTools.ttLib import TTFont
        _cov[path] = set(TTFont(path, lazy=True).getBestCmap())
    return all(ord(c) in _cov[path] for c in text)
def load_words():
    from wordfreq import top_n_list
    clean = lambda t: ''.join(FOLD.get(c, c) for c in t)
    ar = [w for w in top_n_list('ar', 40000) if w and all(c in AR for c in w)]
    en = [w for w in top_n_list('en', 20000) if w and all(c in string.ascii_letters + "'" for c in w)]
    ckb = []
    import klpt
    base = os.path.dirname(klpt.__file__)
    for f in glob.glob(base + '/data/*ckb*') + glob.glob(base + '/data/**/*ckb*', recursive=True):
        if os.path.isdir(f): continue
        try: t = open(f, encoding='utf-8').read()
        except Exception: continue
        ckb += [w for w in re.findall(r'[\u0600-\u06ff]+', clean(t)) if len(w) < 14 and all(c in AR for c in w)]
    sents = {'ar': [], 'ckb': [], 'en': []}
    # More sentences, where there are some: JSON lists of {lang, text}.
    for f in filter(None, os.environ.get('SENTENCES', '').split(':')):
        for d in json.load(open(f, encoding='utf-8')):
            sents[{'ar': 'ar', 'ck': 'ckb', 'ku': 'ckb'}.get(d['lang'][:2], 'en')].append(clean(d['text']))
    for l in ['ar', 'ckb', 'en']:
        for f in glob.glob(f'{ROOT}/bots/amin/locales/{l}/**/*.ftl', recursive=True) + glob.glob(f'{ROOT}/bots/amin/locales/*{l}*.ftl'):
            for line in open(f, encoding='utf-8'):
                m = re.sub(r'\{[^}]*\}|<[^>]*>', '', line.split('=', 1)[-1]).strip()
                if len(m) > 6 and '{' not in m and not line.startswith('#'): sents[l].append(clean(m))
    # Crisis phrases are Iraqi and Sorani chat words.
    for f in glob.glob(f'{ROOT}/bots/amin/crisis/*.ts'):
        for m in re.findall(r"'([^'\n]*[\u0600-\u06ff][^'\n]*)'", open(f, encoding='utf-8').read()):
            m = clean(m)
            sents['ckb' if re.search('[ێۆڕڵە]', m) else 'ar'].append(m)
    ckb = list(dict.fromkeys(ckb))
    return dict(ar=ar, en=en, ckb=ckb, **{'s' + k: v for k, v in sents.items()})
W = None
B58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
pick = lambda s, n: ''.join(R.choice(s) for _ in range(n))
def name():
    parts = [R.choice(W['en'])[:8].lower() if R.random() < .7 else pick(string.ascii_lowercase, R.randint(2, 6)) for _ in range(R.randint(1, 3))]
    s = R.choice(['_', '.', '', '_', '']).join(parts) + R.choice(['', '', pick(string.digits, R.randint(1, 4)), '_' + pick(string.digits, R.randint(1, 4))])
    return s[:26]
def phone():
    d = '7' + R.choice('5789') + pick(string.digits, 8)
    g = R.choice([lambda: '0' + d, lambda: f'0{d[:3]} {d[3:6]} {d[6:]}', lambda: '+964' + d, lambda: f'+964 {d[:3]} {d[3:6]} {d[6:]}', lambda: '00964' + d, lambda: '+' + pick(string.digits, R.randint(9, 13)), lambda: f'0{d[:3]}-{d[3:6]}-{d[6:]}', lambda: f'{pick(string.digits, R.randint(3, 12))}'])()
    if R.random() < .12: g = g.translate(str.maketrans(string.digits, '٠١٢٣٤٥٦٧٨٩'))
    return g
def code():
    r = R.random()
    if r < .2: return phone()
    if r < .35: return R.choice(['1', '3', 'T', 'T', 'bc1q']) + pick(B58, R.randint(31, 33))
    if r < .45: return '0x' + pick('0123456789abcdef', 40)
    if r < .55:
        s = 'IQ' + pick(string.digits, 2) + pick(string.ascii_uppercase, 4) + pick(string.digits, 15)
        return s if R.random() < .5 else ' '.join(s[i:i + 4] for i in range(0, len(s), 4))
    if r < .72: return R.choice(['@', '@', '']) + name()
    if r < .80: return name() + '@' + R.choice(['gmail.com', 'yahoo.com', 'hotmail.com', 'proton.me', 'outlook.com', 'mail.ru'])
    if r < .88: return R.choice(['t.me/', 'https://t.me/', 'instagram.com/', 'wa.me/', 'https://www.facebook.com/', 'fb.com/', 'bit.ly/']) + name()
    if r < .94: return R.choice(['$', '', '', '€']).replace('€', '') + R.choice([pick('123456789', 1) + pick('0', R.randint(2, 4)), pick(string.digits, R.randint(1, 6)), f'{R.randint(1, 12)}:{pick("012345", 1)}{pick(string.digits, 1)}', f'{R.randint(1, 99)}%', f'{R.randint(1,31)}/{R.randint(1,12)}/20{R.randint(10,30)}'])
    return pick(string.ascii_letters + string.digits, R.randint(3, 30))
def words(lang, n):
    s = W['s' + lang]
    if s and R.random() < .5:
        t = R.choice(s).split(' ')
        a = R.randrange(len(t))
        t = t[a:a + n]
    else:
        t = [R.choice(W[lang]) if R.random() < .5 else W[lang][int(len(W[lang]) * R.random() ** 3)] for _ in range(n)]
    if R.random() < .12:
        al = {'ar': AR[:36], 'ckb': 'ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهەیێ', 'en': string.ascii_letters}[lang]
        t.insert(0, pick(al, R.randint(1, 7)))
    if lang == 'en' and R.random() < .3: t[0] = t[0].capitalize() if R.random() < .8 else t[0].upper()
    if R.random() < .2: t[-1] += R.choice(['،', '؟', '!', '.', '..', '...'] if lang != 'en' else [',', '?', '!', '.', '...'])
    if R.random() < .1:
        num = str(R.randint(1, 10 ** R.randint(1, 6)))
        if lang != 'en' and R.random() < .5: num = num.translate(str.maketrans(string.digits, '٠١٢٣٤٥٦٧٨٩'))
        t.insert(R.randrange(len(t) + 1), num)
    return t
def line():
    """Logical text of one line and its base direction."""
    r = R.random()
    lang = 'ar' if r < .38 else 'ckb' if r < .68 else 'en'
    cap = R.randint(4, 36)
    toks = words(lang, R.randint(1, 7))
    k = R.random()
    if k < .33: toks.insert(R.randrange(len(toks) + 1), code())
    elif k < .45: toks = [code()]
    elif k < .52 and lang != 'en': toks += words('en', R.randint(1, 3))
    t = ' '.join(toks)
    if len(t) > cap:
        c = R.random()
        if c < .25:
            a = R.randrange(len(t) - cap + 1); t = t[a:a + cap]     # as a long code is cut by a line's end
        else:
            a = 0; t2 = t[:cap]; t = t2.rsplit(' ', 1)[0] if ' ' in t2.strip() else t2
    t = ''.join(c for c in t if c in IDX).strip()
    t = re.sub(r' +', ' ', t)
    rtl = lang != 'en' if R.random() < .93 else lang == 'en'
    return t, rtl
def visual(t, rtl):
    return get_display(t, base_dir='R' if rtl else 'L')
def runs(v):
    out = []
    for c in v:
        k = 'a' if isar(c) else 'd' if isad(c) else 'l'
        if c == ' ' and out: k = out[-1][0]
        if out and out[-1][0] == k: out[-1][1] += c
        else: out.append([k, c])
    return out
def draw(v, af, lf, size):
    fa, fl = font(af, size), font(lf, size)
    parts = []; x = 0.0
    for k, s in runs(v):
        if k == 'a': f, s2, d = fa, s[::-1], 'rtl'
        elif k == 'd': f, s2, d = fa, s, 'ltr'
        else: f, s2, d = fl, s, 'ltr'
        parts.append((x, s2, f, d)); x += f.getlength(s2, direction=d)
    w = int(x) + size * 2
    im = Image.new('L', (w, int(size * 3)), 0)
    dr = ImageDraw.Draw(im)
    for px, s, f, d in parts: dr.text((size + px, size * 2), s, font=f, fill=255, direction=d, anchor='ls')
    return im
def stamp(size, af, lf):
    t = f'{R.randint(1, 12)}:{R.randint(0, 59):02d}'
    if R.random() < .4: t = t.translate(str.maketrans(string.digits, '٠١٢٣٤٥٦٧٨٩'))
    s = R.choice(['', ' AM', ' PM', ' م', ' ص', ' د.ن', ' پ.ن'])
    t += s
    im = draw(visual(t, R.random() < .5 and s[-1:] not in 'M'), af, lf, max(6, int(size * R.uniform(.6, .75))))
    return im
def sample():
    while True:
        t, rtl = line()
        if not t: continue
        v = visual(t, rtl)
        af = R.choice(R.choice(AFONTS)); lf = R.choice(R.choice(LFONTS))
        if not covers(af, [c for c in v if isar(c) or isad(c)]) : continue
        if not covers(lf, [c for c in v if not (isar(c) or isad(c))]): continue
        up = R.choice([1, 1, 1.5, 2, 2.5])
        size = int(R.uniform(17, 27) * up)
        im = draw(v, af, lf, size)
        bb = im.getbbox()
        if bb is None: continue
        a = np.asarray(im, np.float32)[:, max(0, bb[0] - R.randint(0, size // 2)):bb[2] + R.randint(0, size // 2)]
        base = size * 2
        pitch = size * R.uniform(1.2, 1.7)
        mid = base - size * R.uniform(.22, .42)
        top, bot = int(mid - pitch / 2), int(mid + pitch / 2)
        top, bot = max(0, min(top, bb[1] + int(.06 * size))), max(bot, bb[3] - int(.06 * size))
        c = a[top:bot]
        if R.random() < .38:       # a time stamp, fainter and smaller: read by nobody
            s = stamp(size, af, lf); sb = s.getbbox()
            sa = np.asarray(s, np.float32)[sb[1]:sb[3], sb[0]:sb[2]] * R.uniform(.3, .62)
            gap = int(size * R.uniform(.35, 3))
            hh = c.shape[0]; col = np.zeros((hh, sa.shape[1] + gap), np.float32)
            y = min(max(0, int(base - top - sa.shape[0] + size * R.uniform(-.05, .3))), max(0, hh - sa.shape[0]))
            sa = sa[:hh]
            if R.random() < .45:   # two ticks beside it
                tk = Image.new('L', (int(size * .9), int(size * .7)), 0); td = ImageDraw.Draw(tk); q = size * .5; tw = max(1, int(size * .07))
                for ox in ([0] if R.random() < .2 else [0, size * R.uniform(.18, .3)]):
                    td.line([(ox, q * .55), (ox + q * .3, q * .85), (ox + q * .85, q * .1)], fill=int(255 * R.uniform(.25, .75)), width=tw)
                ta = np.asarray(tk, np.float32); pad = np.zeros((max(sa.shape[0], ta.shape[0]), int(size * .1)), np.float32)
                fit = lambda m: np.pad(m, ((0, pad.shape[0] - m.shape[0]), (0, 0)))
                sa = np.concatenate([fit(sa), pad, fit(ta)] if R.random() < .6 else [fit(ta), pad, fit(sa)], 1)[:hh]
                col = np.zeros((hh, sa.shape[1] + gap), np.float32); y = min(y, max(0, hh - sa.shape[0]))
            if R.random() < .75: col[y:y + sa.shape[0], gap:] = sa; c = np.concatenate([c, col], 1)
            else: col[y:y + sa.shape[0], :sa.shape[1]] = sa; c = np.concatenate([col, c], 1)
        if R.random() < .12:       # an emoji: a full blob with a face, read by nobody
            e = int(size * 1.15); m = np.zeros((c.shape[0], e + int(size * .3)), np.float32)
            yy, xx = np.mgrid[0:c.shape[0], 0:m.shape[1]]
            cy = base - top - size * .35; cx = e / 2
            rr = np.hypot(yy - cy, xx - cx) < e / 2
            m[rr] = R.uniform(120, 255)
            for _ in range(R.randint(1, 5)):
                m[rr & (np.hypot(yy - cy - R.uniform(-.3, .3) * e, (xx - cx - R.uniform(-.3, .3) * e) * R.uniform(.5, 2)) < e * R.uniform(.06, .18))] = R.uniform(0, 255)
            c = np.concatenate([c, m], 1) if R.random() < .5 else np.concatenate([m, c], 1)
        if R.random() < .2:        # pieces of the lines above and beneath
            k = R.randint(1, max(1, int(size * .12)))
            src = a[bb[1]:bb[1] + k] if R.random() < .5 else a[bb[3] - k:bb[3]]
            w0 = min(c.shape[1], src.shape[1]); c = c.copy()
            if R.random() < .5: c[:src.shape[0], :w0] = np.maximum(c[:src.shape[0], :w0], src[:, :w0])
            else: c[c.shape[0] - src.shape[0]:, :w0] = np.maximum(c[c.shape[0] - src.shape[0]:, :w0], src[:, :w0])
        h, w = c.shape
        W2 = max(8, int(w * H / h * R.uniform(.9, 1.1)))
        if W2 > 760: continue
        p = Image.fromarray(np.clip(c, 0, 255).astype(np.uint8))
        if R.random() < .7:
            g = R.uniform(.55, 1.0)   # contrast of the screen before it is compressed
            lo = R.uniform(0, 80); hi = min(255, lo + 175 * g + R.uniform(0, 60)); inv = R.random() < .5
            q = np.asarray(p, np.float32) / 255; q = hi - q * (hi - lo) if inv else lo + q * (hi - lo)
            mid_h = int(H * R.uniform(.8, 1.6)) if R.random() < .5 else None
            z = Image.fromarray(q.astype(np.uint8))
            if mid_h: z = z.resize((max(8, int(w * mid_h / h)), mid_h), R.choice([Image.BICUBIC, Image.LANCZOS, Image.BILINEAR, Image.BOX]))
            for _ in range(R.choice([1, 1, 2])):
                b = io.BytesIO(); z.save(b, 'JPEG', quality=R.randint(45, 92)); z = Image.open(b).convert('L')
            q = np.asarray(z, np.float32); q = (hi - q if inv else q - lo) / max(1, hi - lo)
            p = Image.fromarray(np.clip(q * 255, 0, 255).astype(np.uint8))
        p = p.resize((W2, H), R.choice([Image.BICUBIC, Image.BILINEAR, Image.BOX]))
        if R.random() < .15: p = p.filter(ImageFilter.GaussianBlur(R.uniform(.2, .8)))
        x = np.asarray(p, np.float32) / 255
        if R.random() < .3: x = x + np.random.normal(0, R.uniform(.01, .05), x.shape)
        x = np.clip(x * R.uniform(.85, 1.2), 0, 1).astype(np.float32)
        lab = [IDX[ch] for ch in v]
        T = W2 // 2
        need = len(lab) + sum(lab[i] == lab[i - 1] for i in range(1, len(lab)))
        if need > T - 1: continue
        return x, lab, v
def init(seed):
    global W, R
    R = random.Random(seed); np.random.seed(seed % 2 ** 31)
    W = load_words()
