### ئەوەی ڕاپۆرتی کەیس بە کوردیی سۆرانی دەیڵێت. کلیل و گۆڕاوەکان لە هەر سێ زماندا یەکن (test/adapters/report).

## بەرگ و هەموو لاپەڕەیەک

title = ڕاپۆرتی کەیس و بەڵگەی دیجیتاڵی
title-of-item = پێشبینینی لێڵکراوی بەڵگە
contents = ناوەڕۆک
confidential =
    نهێنی. لەم ڕاپۆرتەدا ئەوە هەیە کە کەسێک بە متمانەوە گێڕاویەتییەوە. بۆ ئەوانەیە کە لەسەر کەیسەکە کار دەکەن؛ هەرکەسێک بیداتە کەسێکی تر خۆی بەرپرسە. سەلامەتیی کەسەکە پێش هەر هەنگاوێکە کە لەسەر بنەمای ئەمە دەنرێت.
month-1 = کانوونی دووەم
month-2 = شوبات
month-3 = ئازار
month-4 = نیسان
month-5 = ئایار
month-6 = حوزەیران
month-7 = تەممووز
month-8 = ئاب
month-9 = ئەیلوول
month-10 = تشرینی یەکەم
month-11 = تشرینی دووەم
month-12 = کانوونی یەکەم
f-organisation = ئەو لایەنەی کەیسەکە دەپارێزێت
f-prepared-by = ئامادەکار
f-prepared-at = کاتی ئامادەکردن
f-scope = ئامادە کراوە بۆ
f-opened = کەیسەکە کراوەتەوە
f-last = دوایین تۆمار
f-channel = لە ڕێگەی
f-language = زمانی کەسەکە
f-state = دۆخ
f-team = تیم
f-contains = ئەوەی تێیدایە
f-zone = کاتەکان
zone-note = سەرەتا کاتی ناوخۆیی. پیتی "Z" نیشانەی کاتی جیهانییە (UTC).
count-items = بەڵگە
count-messages = نامە
count-entries = تۆمار
organisation-unknown = نەوتراوە
operator-command-line = بە فەرمان، لەسەر ئەو ئامێرەی کەیسەکە دەپارێزێت
scope-person = کۆپیی خودی کەسەکە: هەموو شتێک
scope-share-investigators = لێکۆڵەران: ئەوەی کەسەکە ڕازی بووە بیاندرێتێ
scope-share-ngo = ڕێکخراوێکی یارمەتیدەر: ئەوەی کەسەکە ڕازی بووە بیدرێتێ
channel-telegram = تێلێگرام
channel-whatsapp = واتساپ
channel-webchat = چاتی ماڵپەڕی لایەنەکە
channel-phone = پەیوەندیی تەلەفۆنی، ئەندامێکی تیم نووسیویەتی
language-ar = عەرەبی
language-ckb = کوردی (سۆرانی)
language-en = ئینگلیزی
state-open = کراوە
state-closed = داخراو
outcome-resolved = چارەسەر کرا
outcome-referred = ڕەوانە کرا
outcome-withdrawn = کەسەکە کشاندیەوە
outcome-unreachable = نەتوانرا پەیوەندی بە کەسەکەوە بکرێت
outcome-duplicate = هەمان کەیسێکی ترە
outcome-not-a-case = کەیس نییە

## پوختە

section-summary = پوختە
summary-note =
    هەموو ئەمە کەسەکە گێڕاویەتییەوە و وەک گێڕدراوەتەوە تۆمار کراوە. هێشتا کەس دڵنیای نەکردووەتەوە. پلەی بەپەلەیی هەڵسەنگاندنی ئێمەیە، نەک بڕیار لەسەر ئەوەی ڕوویداوە.
s-alleged = ئەوەی ڕاگەیەندراوە
s-who = لەلایەن کێوە، تا ئێستا زانراو
s-relation = پەیوەندیی بە کەسەکەوە
s-urgency = چەند بەپەلەیە
s-reasons = هۆکارەکان
s-set-by-rules = بەپێی ڕێساکانی خزمەتگوزارییەکە
s-set-by-agent = لەلایەن ئەندامێکی تیمەوە
s-why = هۆکاری وتراو
s-demanded = ئەوەی داوا دەکرێت
s-deadline = ماوەی دیاریکراو
s-paid = ئەوەی تا ئێستا دراوە
s-age = لەسەر کێ ڕوویداوە
s-own-words = بە وشەی خودی کەسەکە
s-own-words-more = هەمووی لە بەشی وشەکانی کەسەکەدایە.
s-links = کەیسی تر بە ناسێنەری هاوبەش
s-nobody = تا ئێستا هیچ نەزانراوە
severity-p1 = P1: مەترسی لەسەر ژیان یان کەسێکی ژێر تەمەن، ئێستا
severity-p2 = P2: مەترسیدار و نزیک
severity-p3 = P3: مەترسیدار
severity-p4 = P4: ڕاوێژ
ask-title = ئەوەی لە وەرگری ئەم ڕاپۆرتە داوا دەکرێت
ask-1 = زوو داوا لە پلاتفۆرمەکان بکرێت ئەوەی لەبارەی هەژمار و ژمارەکانی خوارەوە هەیانە بیپارێزن و ڕادەستی بکەن؛ زۆریان تەنها ماوەیەکی کورت هەڵیدەگرن. ناسنامەی نامەکان لای پلاتفۆرم لە تەنیشت هەر نامەیەکەوەیە.
ask-2 = لەگەڵ ڕەسەنەکە لەسەر ئامێری کەسەکە و لای پلاتفۆرم بەراورد بکرێت. ئەم پاکێجە کۆپییەکی پارێزراوی سکاڵایەکە: یارمەتی دۆزینەوە و پشکنینی ڕەسەنەکان دەدات و جێی ئەوان ناگرێتەوە.
ask-3 = تەنها بەو شێوەیە لەگەڵ کەسەکە قسە بکرێت کە پێی ڕازی بووە (بڕوانە ڕەزامەندییەکان)، و هەرگیز لە ڕێگەی خزمانەوە نا.
ask-4 = فایلەکان تەنها کاتێک بکرێنەوە کە پێویستە. کەرەستەی تایبەت کۆپی نەکرێت و پیشان نەدرێت؛ هەر بینینێک تۆمار بکرێت.

## ناسێنەرەکان و هێڵی کات

section-identifiers = ژمارە، ناو و هەژمارەکان
identifiers-note = ڕێساکان لە وشەکانی کەسەکەوە دەریانهێناون؛ پێش بەکارهێنان هەر یەکەیان بپشکنرێت. "لە کوێ" ژمارەی دێڕەکانی بەشی گفتوگۆیە.
identifiers-none = لە وشەکانی کەسەکەدا هیچ نەدۆزرایەوە.
c-type = جۆر
c-value = بەها
c-written = وەک نووسراوە
c-owner = هی کێ
c-seen = لە کوێ
owner-perpetrator = لایەنی بەرامبەر
owner-self = خودی کەسەکە
owner-other = کەسێکی تر
type-phone = تەلەفۆن
type-whatsapp = واتساپ
type-viber = ڤایبەر
type-imo = ئیمۆ
type-zaincash = جزدانی زەین کاش
type-asiahawala = جزدانی ئاسیا حەواڵە
type-fastpay = جزدانی فاستپەی
type-telegram = تێلێگرام
type-instagram = ئینستاگرام
type-facebook = فەیسبووک
type-snapchat = سناپچات
type-tiktok = تیکتۆک
type-x = ئێکس
type-handle = ناوی هەژمار، خزمەتگوزارییەکە نەوتراوە
type-email = ئیمەیڵ
type-btc = ناونیشانی بیتکۆین
type-eth = ناونیشانی ئیسیریۆم
type-tron = ناونیشانی ترۆن
type-iban = هەژماری بانکی (IBAN)
type-card = کارتی بانکی (ژمارەکانی شاردراونەتەوە)
type-mtcn = ژمارەی حەواڵە (MTCN)
type-game-id = هەژماری یاری
type-url = بەستەر
form-id = ژمارەی هەژمار
form-invite = بەستەری بانگهێشت
section-timeline = هێڵی کات
timeline-note = چی کەی لەم کەیسەدا ڕوویداوە، لە کۆنەوە بۆ نوێ، بە کاتژمێری خزمەتگوزارییەکە.
timeline-none = هیچ تۆمار نەکراوە.
c-time = کات
c-what = چی
c-detail = وردەکاری

## وشەکانی کەسەکە

section-words = بە وشەی خودی کەسەکە
words-note = وەک نووسراوە: هیچ ڕاست نەکراوەتەوە و هیچ وەرنەگێڕدراوە.
words-none = کەسەکە هیچی بە وشە نەگێڕاوەتەوە.
section-answers = وەڵامی پرسیارەکان
answers-note = هەڵبژاردنەکان وەک پێشکەش کراون، وشەکانیش وەک نووسراون.
skipped-skip = تێپەڕێندرا
skipped-unknown = "نازانم"

## بەڵگەکان

section-evidence = بەڵگەکان
evidence-note =
    هەر فایلێک وەک گەیشتووە لە پاکێجەکەدایە، بایت بە بایت، لەژێر ژمارەیەکی بێلایەندا. وێنەکان لێرە بە ئەنقەست بچووک و لێڵ کراون. ئەو ناوانەی ئامێر یان پلاتفۆرمێک دەیدات بانگەشەن، جۆری ڕاگەیەنراویش هەروا.
evidence-none = هیچ فایلێک لە پاکێجەکەدا نییە.
read-title = ئەوەی لە فایلەکان خوێندراوەتەوە، و مانای وشەکان
read-found = دۆزرایەوە: هەیە، وەک پیشان دراوە. هەرکەسێک دەتوانێت نیشانەی وا دابنێت، بۆیە پشکنینیان پێویستە.
read-broken = دۆزرایەوە بەڵام تێکچووە: شتێک هەیە و ڕاست دەرناچێت، وەک واژۆیەک لەسەر ناوەڕۆکێکی تر.
read-none = نەدۆزرایەوە: ئەمە هیچ ناسەلمێنێت. ئەپەکانی نامەناردن بە زۆری ئەم نیشانانە لادەبەن.
read-not-computed = حیساب نەکرا: کەس سەیری نەکردووە، لەبەر ئەو هۆکارەی نووسراوە.
e-file = فایل لە پاکێجەکەدا
e-original-name = ئەو ناوەی ئامێرەکە داویەتی
e-type = جۆر بەپێی ناوەڕۆک
e-type-declared = جۆری ڕاگەیەنراو
e-type-unknown = نەناسرایەوە
e-size = قەبارە
e-sha256 = SHA-256
e-md5 = MD5
e-pdq = PDQ (پەنجەمۆری وێنە)
e-quality = کوالیتی
e-bytes = بایت
e-capture = چۆن گەیشت
capture-recompressed = پلاتفۆرمەکە لە ڕێگەدا دووبارە کۆدی کردووە
capture-as-sent = هەمان ئەوەیە کە ئامێری کەسەکە ناردوویەتی
e-forwarded = لە چاتێکی ترەوە ڕەوانە کراوە
e-sent = نێردراوە، بە کاتژمێری پلاتفۆرم
e-announced = پێشکەش کراوە، بە کاتژمێری ئێمە
e-received = وەرگیراوە و مۆر کراوە
e-blurred = بە ئەنقەست لێڵ کراوە. خودی فایلەکە نەگۆڕدراوە.
e-more = زیاتر لە data/index.json
media-photo = وێنە
media-document = فایل
media-video = ڤیدیۆ
media-voice = نامەی دەنگی
media-audio = دەنگ
media-animation = وێنەی جووڵاو
media-video-note = نامەی ڤیدیۆیی
media-statement = لێدوانی نووسراو کە وەک فایل مۆر کراوە
aspect-type = جۆر
aspect-digest = پەنجەمۆری دیجیتاڵی
aspect-container = پێکهاتەی فایل
aspect-metadata = زانیاریی وەسفی
aspect-provenance = سەرچاوەی واژۆکراو (C2PA)
aspect-generation = نیشانەی دروستکردن یان دەستکاری بە زیرەکیی دەستکرد
aspect-fingerprint = پەنجەمۆری وێنە
aspect-rendering = ئەو وێنانەی لێی دروست کراون
found-found = دۆزرایەوە
found-broken = دۆزرایەوە بەڵام تێکچووە
found-none = نەدۆزرایەوە (هیچ ناسەلمێنێت)
found-not-computed = حیساب نەکرا
why-tool-absent = ئامرازەکە دانەمەزراوە
why-unsupported = ئەم جۆرە فایلە ناخوێندرێتەوە
why-too-large = فایلەکە زۆر گەورەیە
why-too-slow = زۆری خایاند
why-damaged = فایلەکە تێکچووە
why-failed = ئامرازەکە سەری نەگرت

## ئەوەی دانەنراوە

section-left-out = ئەوەی دانەنراوە، و بۆچی
left-out-note = ئەوەی پێشکەش کراوە و لەم پاکێجەدا نییە.
left-out-none = هیچ بەجێ نەهێڵراوە.
c-item = دانە
c-why = هۆکار
c-kind = جۆر
l-consent = کەسەکە ڕازی نەبووە ڕادەست بکرێت، یان هێشتا ڕازی نەبووە هەڵبگیرێت
l-age = کەسەکە ژێر 18 ساڵە یان تەمەنی نەزانراوە: هیچ وێنە یان دەنگێک وەرناگیرێت
l-size = زۆر گەورەیە بۆ وەرگرتن
l-count = لەو کاتەدا فایل زۆر بوون
l-failed = نەتوانرا لە پلاتفۆرمەوە بهێنرێت
l-pending = هێشتا نەگەیشتبوو
l-fingerprint = فایلەکە لەسەر ئامێری کەسەکە ماوەتەوە؛ تەنها پەنجەمۆرەکەی دراوە

## گفتوگۆ

section-conversation = گفتوگۆ
conversation-note = بە ڕیز، لەگەڵ ژمارەی هەر دێڕێک، و لەژێر هەر نامەیەک ناسنامەکەی لای پلاتفۆرم. ژمارەی دێڕەکان هەمان ئەوانەی data/transcript.txt ـن.
conversation-none = هیچ نەوترا.
conversation-cut = ڕاپۆرتەکە لێرەدا گفتوگۆکە دەبڕێت لەبەر درێژییەکەی. هەمووی لە data/transcript.txt دایە.
text-cut = لێرەدا بڕا لەبەر درێژییەکەی. هەمووی لە data/transcript.txt دایە.
who-person = کەسەکە
who-bot = خزمەتگوزاری (بەرنامە)
who-agent = ئەندامی تیم
line-press = دوگمەیەکی داگرت
line-media = فایلێکی نارد
line-contact = پەیوەندییەکی نارد
line-location = شوێنێکی نارد
line-start = چاتەکەی کردەوە
line-command = فەرمانێکی نووسی
line-unsupported = شتێکی نارد کە لێرە وەرناگیرێت
line-blocked = هەژمارەکەی بلۆک کرد
line-unblocked = بلۆکی هەژمارەکەی لابرد
m-forwarded = ڕەوانەکراو
m-edited = دواتر گۆڕدرا
m-refused = وەرنەگیرا
m-held = ڕاگیرا تا کەسەکە نووسی
m-platform = ناسنامەی پلاتفۆرم

## تۆمار و ڕەزامەندی

section-custody = زنجیرەی پاراستن
custody-note = پەنجەمۆری هەر تۆمارێک لەسەر ئەوەی پێش خۆی حیساب دەکرێت: هیچیان بێ تێکدانی هەموو پەنجەمۆرەکانی دوای خۆی ناگۆڕدرێت، لانابرێت و ناخرێتە نێوانەوە. پەنجەمۆرە کورتەکان یەکەم 16 ژمارەن؛ هەموو تۆمارەکە لە data/custody/entries.jsonl دایە.
c-seq = ژ.
c-who = کێ
c-hash = پەنجەمۆر
actor-person = کەسەکە
actor-bot = خزمەتگوزاری
actor-system = ئامێر
actor-agent = ئەندامی تیم
k-total = تۆمارەکانی ناو پاکێجەکە
k-head = پەنجەمۆری دوایین تۆمار
k-reason = هۆکار
section-checkpoint = خاڵی چەسپاندن
checkpoint-note = دوایین پەنجەمۆری ئەم کەیسە گەڵایەکە لە تۆمارێکی هەموو کەیسەکاندا. ڕەگی تۆمارەکە لە خوارەوە واژۆ کراوە؛ سەلماندنی بوونی ئەم کەیسە تێیدا هیچ لە کەیسێکی تر پیشان نادات.
p-origin = ناوی تۆمارەکە و کلیلەکەی
p-size = ژمارەی گەڵاکانی تۆمارەکە
p-leaf = شوێنی ئەم کەیسە تێیدا
p-root = ڕەگ
p-key = کلیلی گشتی
p-anchors = مۆری کات لەلایەن کەسانی ترەوە
p-anchors-none = نییە. کەواتە تەنها واژۆەکە مێژووی خاڵەکە دەدات: لەگەڵ ئەو کۆپییانەی لە شوێنی تر پارێزراون بەراورد بکرێت.
p-text = دەقی واژۆکراو
section-consents = ڕەزامەندییەکان
consents-note = ئەوەی کەسەکە پێی ڕازی بووە، هەر یەکە بە جیا، و دەتوانێت بیکشێنێتەوە.
consents-none = هیچ ڕەزامەندییەک تۆمار نەکراوە.
c-consent = ڕەزامەندی
c-given = دراوە
c-version = دەق
consent-yes = بەڵێ
consent-no = نەخێر

## بڕوانامە

section-certificate = بڕوانامەی ئامادەکردن
certificate-note = بەرنامەکە لە کاتی ئامادەکردنی پاکێجەکەدا نووسیویەتی. تەنها بە واژۆی خوارەوە دەبێتە لێدوانی کەسێک.
z-software = بەرنامە
z-tools = ئەو ئامرازانەی شتێکیان خوێندووەتەوە یان دروست کردووە
z-tools-none = نییە
z-hashes = شێوازەکانی پەنجەمۆر
hash-sha256 = SHA-256 (FIPS 180-4)، لەسەر بایتەکان وەک گەیشتوون
hash-md5 = MD5 (RFC 1321)، تەنها بۆ دۆزینەوەی فایلی یەکسان لە لیستە کۆنەکاندا
hash-pdq = PDQ، پەنجەمۆری ڕووخساری وێنە؛ لێکچوو هەمان شت نییە
z-time = سەرچاوەی کات
time-system-clock = کاتژمێری ئەو ئامێرەی کەیسەکە دەپارێزێت. لە هەر تۆمارێکدا لەگەڵ کاتژمێرێکی تر بەراورد نەکراوە.
z-operator = کێ ئامادەی کردووە
z-proves = ئەوەی پاکێجەکە پیشانی دەدات، ئەگەر پشکنینەکانی دەربچن
proves-1 = فایلەکان بایت بە بایت هەمان ئەوانەن کە وەرگیراون و مۆر کراون.
proves-2 = تۆماری کێ چی کرد و کەی، لە کاتی واژۆکردنی خاڵی چەسپاندنەوە، و لە مۆرەکانی کاتەوە ئەگەر هەبن، نەگۆڕدراوە و تەواوە.
proves-3 = ئەم کەیسە بەشێکە لەو تۆمارەی لەژێر ئەو خاڵەدایە.
z-not = ئەوەی پیشانی نادات
not-1 = کێ وێنەیەک یان نامەیەکی دروست کردووە، یان ئەوەی پیشانی دەدات ڕاستە.
not-2 = کە فایلێک پێش وەرگرتنی نەگۆڕدراوە.
not-3 = کە خزمەتگوزارییەکە لە ساتی وەرگرتندا هەموو شتێکی بە دروستی تۆمار کردووە.
not-4 = کە فایلێکی بێ نیشانەی دروستکردن ڕەسەنە، یان ئەوەی نیشانەی وای تێدایە ڕەسەن نییە.
z-guidance = ڕێنماییە پەیڕەوکراوەکان
guidance = ISO/IEC 27037 و پرۆتۆکۆڵی بێرکلی بۆ لێکۆڵینەوەی دیجیتاڵیی سەرچاوە کراوەکان وەک ڕێنمایی پەیڕەو کراون. بانگەشەی هیچ بڕوانامەیەک ناکرێت.
z-sign = ڕادەستکردن
sign-text = ئەم پاکێجە وەک ئامادە کراوە ڕادەست دەکەم و هیچم تێیدا نەگۆڕیوە.
sign-name = ناو و پلە
sign-signature = واژۆ
sign-date = ڕێکەوت و شوێن
sign-receiver = وەرگر (ناو، پلە، واژۆ)

## بە دەست

section-by-hand = پشکنین بە دەست
by-hand-note = ناوەڕۆکی پشکنینەکە پێویستی بە هیچ بەرنامەیەکی ئێمە نییە: کۆمپیوتەرێک بەسە کە sha256sum و OpenSSL 3 ی تێدا بێت. لەو فۆڵدەرەی پاکێجەکەی تێدا کراوەتەوە تێرمیناڵ بکەرەوە. ئاسانتر: verify.html لە پاکێجەکەوە لە وێبگەڕێکدا بکەرەوە، بێ تۆڕ.
h-files = هەموو فایلەکان وەک لیستەکەن
h-files-expect = هەموو دێڕێک دەبێت بە OK کۆتایی بێت.
h-one = یەک فایل، بەراورد لەگەڵ SHA-256 ی ئەم ڕاپۆرتە
h-list = لیستی فایلەکان هەمان ئەوەیە کە واژۆ کراوە
h-signature = خاڵی چەسپاندن بە کلیلی ناو ئەم ڕاپۆرتە واژۆ کراوە
h-signature-expect = وەڵام دەبێت ئەمە بێت: Signature Verified Successfully. کلیلەکە دەبێت ئەوە بێت کە لایەنەکە بڵاوی کردووەتەوە، نەک تەنها ئەوەی ناو پاکێجەکە.
h-leaf = دوایین تۆمار هەمان ئەوەیە کە لە تۆمارە گشتییەکەدایە
h-leaf-expect = پەنجەمۆری پیشاندراو دەبێت هەمان ئەوەی بەشی زنجیرەی پاراستن بێت.
h-stamp = مۆری کاتی لایەنێکی تر
h-stamp-expect = بڕوانامەی ئەو لایەنە دەبێت لە خۆیەوە وەربگیرێت.

## نیشانە بێ وێنەکان

section-signs = نیشانەکان بە کۆدەکانیان
signs-note = ئەو نیشانانەی فۆنتەکانی ئەم ڕاپۆرتە نییانە (وەک ئیمۆجی) و نیشانە نادیارەکان کە دەکرێت هەڵەخەڵەتێنەر بن، بە کۆدی یونیکۆد لەناو کەوانەدا پیشان دراون، لەگەڵ ژمارەیان ئەگەر دووبارە بوونەتەوە. لە فایلی data/transcript.json وەک نێردراون هەن.
marks-note = نیشانە نادیارەکان کە تەنها ئاراستەی دەق دەگۆڕن لێرە چاپ نەکراون. لە هەمان فایلدا هەن.

## جۆری تۆمارەکان

event-case-opened = کەیس کرایەوە
event-chat-attached = چات بەسترایەوە
event-language-chosen = زمان هەڵبژێردرا
event-person-blocked = کەسەکە هەژماری بلۆک کرد
event-person-unblocked = کەسەکە بلۆکی لابرد
event-person-exited = دەرچوونی خێرا
event-message-received = نامە گەیشت
event-message-edited = نامە دەستکاری کرا
event-question-asked = پرسیار کرا
event-answer-given = وەڵام درایەوە
event-step-skipped = پرسیار تێپەڕێندرا
event-step-reopened = پرسیار کرایەوە
event-case-submitted = کەیس نێردرا
event-conversation-paused = گفتوگۆ ڕاگیرا
event-conversation-resumed = گفتوگۆ دەستی پێ کردەوە
event-bot-said = خزمەتگوزارییەکە نووسی
event-agent-said = ئەندامی تیم نووسی
event-evidence-announced = بەڵگە پێشکەش کرا
event-evidence-refused = بەڵگە وەرنەگیرا
event-evidence-received = بەڵگە مۆر کرا
event-evidence-failed = بەڵگە نەهێنرا
event-preview-made = پێشبینین ئامادە کرا
event-preview-missing = پێشبینین ناکرێت
event-receipt-scheduled = پسووڵە ئامادە کرا
event-receipt-given = پسووڵە درا
event-evidence-viewed = بەڵگە بینرا
event-handoff-requested = داوای مرۆڤ کرا
event-case-claimed = وەرگیرا
event-case-released = گەڕێندرایەوە
event-case-transferred = گوازرایەوە
event-case-closed = داخرا
event-case-reopened = کرایەوە
event-note-added = تێبینی زیاد کرا
event-severity-judged = مەترسی هەڵسەنگێندرا
event-severity-set = مەترسی گۆڕدرا
event-team-assigned = تیم دیاری کرا
event-messages-wiped = نامەکان لابران
event-crisis-found = مەترسی خوێندرایەوە
event-identifiers-found = ژمارە یان ناو دۆزرایەوە
event-identifiers-owned = وترا هی خۆیەتی
event-case-linked = بە کەیسێکی تر بەسترایەوە
event-urgent-path-taken = پرسیاری بەپەلە
event-words-released = نامە چاوەڕوانەکان نێردران
event-paged = دووبارە بانگ کرا
event-access-changed = هەنگاوێکی کۆدی نهێنی یان کۆدی گەڕانەوە
event-access-asked = پرسیاری دەستگەیشتن
event-access-left = پرسیاری دەستگەیشتن کۆتایی هات
event-secret-kept = وشەی نهێنی دانرا
event-return-failed = گەڕانەوە سەری نەگرت
event-return-granted = چوونە کەیسێکی تر
event-return-refused = گەڕانەوە ڕەت کرایەوە
event-person-returned = کەسەکە گەڕایەوە
event-decoy-opened = فریودان کرایەوە
event-decoy-used = PINی فریودان بەکار هات
event-duress-used = وشەی ناچارکردن بەکار هات
event-consent-given = ڕەزامەندی درا
event-consent-withdrawn = ڕەزامەندی کشێنرایەوە
event-erase-confirmed = داوای سڕینەوە کرا
event-correction-given = ڕاستکردنەوە
event-check-shown = وشەکانی دڵنیابوونەوە پیشان دران
event-case-erased = کەیس سڕایەوە
event-evidence-examined = فایلێک پشکنرا
event-fingerprint-given = پەنجەمۆرێک درا و فایلەکە لای کەسەکە مایەوە
event-fingerprints-shared = پەنجەمۆرەکان خرانە لیستێکی پلاتفۆرمەکانەوە
event-sharing-allowed = ڕێگە درا پەنجەمۆرێک هاوبەش بکرێت
event-sharing-withdrawn = ڕێگەدان بە هاوبەشکردنی پەنجەمۆرێک کشێنرایەوە
event-export-requested = داوای پاکێجی بەڵگە کرا
event-export-approved = کەسی دووەم بە پاکێجەکە ڕازی بوو
event-export-refused = کەسی دووەم پاکێجەکەی ڕەت کردەوە
event-export-prepared = پاکێجی بەڵگە ئامادە کرا
event-case-exported = پاکێجی بەڵگە ڕادەست کرا
event-hold-set = ڕاگرتنی یاسایی دانرا
event-hold-lifted = ڕاگرتنی یاسایی هەڵگیرا
event-erasure-requested = داوای سڕینەوەی کەیسەکە کرا
event-erasure-refused = کەسی دووەم سڕینەوەی کەیسەکەی ڕەت کردەوە
event-erasure-approved = کەسی دووەم بە سڕینەوەی کەیسەکە ڕازی بوو
event-case-snoozed = بۆ کاتێکی دیاریکراو دواخرا
event-snooze-ended = دووبارە دەست پێ کرایەوە
event-safe-times-set = کاتی سەلامەت بۆ نووسین بۆ کەسەکە دیاری کرا
event-safe-times-cleared = کاتە سەلامەتەکان لابران
event-task-added = ئەرکێک زیاد کرا
event-task-done = ئەرکێک تەواو کرا
event-task-reopened = ئەرکێک کرایەوە
event-answer-corrected = ئەندامێکی تیم تێگەیشتنی لە وەڵامێک ڕاست کردەوە
event-identifier-judged = ئەندامێکی تیم دیاری کرد ژمارە یان ناوێک هی کێیە
event-help-asked = داوای سەرپەرشتیارێک کرا
event-help-given = سەرپەرشتیارێک هات
event-case-viewed = سەیری کەیسەکە کرا
event-case-asked = هاوکارێک داوای وەرگرتنی کرد

## وردەکارییەکانی هێڵی کات

danger-self-harm = بیری کۆتاییهێنان بە ژیان
danger-violence = توندوتیژی
danger-sexual-abuse = دەستدرێژیی سێکسی
danger-minor = کەسێکی ژێر تەمەن
danger-meeting = داوای بینین کراوە
danger-deadline = ماوەی دیاریکراو
handoff-person = بە داوای کەسەکە
handoff-submitted = سکاڵاکە تەواو بوو
handoff-danger = مەترسی لە وشەکاندا خوێندرایەوە
handoff-agent = لەلایەن ئەندامێکی تیمەوە
handoff-returned = کەسەکە دووبارە نووسی
fetch-gone = چیتر لای پلاتفۆرمەکە نییە
fetch-too-large = زۆر گەورەیە
fetch-unreachable = نەتوانرا پەیوەندی بە پلاتفۆرمەکەوە بکرێت
