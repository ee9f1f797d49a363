brand = ئەمین
practice = داتای ڕاهێنان: هیچ شتێک لێرە ڕاستەقینە نییە
skip = بازدان بۆ بەشی سەرەکی
loading = بار دەکرێت
again = دووبارە هەوڵ بدەوە
cancel = پاشگەزبوونەوە
more = کرداری تر
chosen = هەڵبژێردراوە
copied = لەبەرگیرایەوە
close-dialog = داخستن
notices = ئەوەی ئێستا ڕوویدا
notice-open = کردنەوە
somebody = هاوکارێک
list-comma = ،{" "}

# لاپەڕەی تەواو
trouble-title = ئەم لاپەڕەیە پیشان نەدرا
nowhere-title = لەم ناونیشانەدا هیچ نییە
to-queue = گەڕانەوە بۆ ڕیز

# هەڵەکان: چی ڕوویدا و چی بکەیت
fault-offline = ڕاژەکار وەڵام ناداتەوە. پەیوەندییەکەت بپشکنە و دووبارە هەوڵ بدەوە؛ هیچ لە نووسینەکەت ون نەبووە.
fault-part = ئەم بەشە پیشان نەدرا. دووبارە هەوڵ بدەوە؛ هیچ شتێک لەوەی نووسیوتە ون نەبووە.
fault-held = { $holder } ئەم کەیسەی وەرگرت. دەقەکەت هەڵگیراوە؛ پێش نووسین قسەی لەگەڵ بکە.
fault-moved = لە کاتی نووسینتدا شتێکی نوێ هات. لە گفتوگۆکەی سەرەوەدا بیخوێنەرەوە، پاشان دووبارە بنێرە. دەقەکەت هەڵگیراوە.
fault-not-yours = ئەم کەیسە چیتر لای تۆ نییە. بۆ نووسین وەریبگرەوە؛ دەقەکەت هەڵگیراوە.
fault-erased = ئەم کەیسە سڕاوەتەوە. هیچی لێ ناخوێنرێتەوە و تێیدا نانووسرێت.
fault-blocked = کەسەکە هەژمارەکەی بلۆک کردووە، بۆیە لێرەوە هیچی پێ ناگات.
fault-no-chat = ئەم کەیسە بە تەلەفۆن هاتووە و گفتوگۆی نییە. تێبینییەک بنووسە.
fault-file-kind = ئەم گفتوگۆیە فایلی وا وەرناگرێت.
fault-file-size = فایلەکە بۆ ئەم گفتوگۆیە زۆر گەورەیە.
fault-file-type = تەنها وێنە و PDF و نامەی دەنگی دەنێردرێن.
fault-file-damaged = فایلەکە ناخوێندرێتەوە. سەرلەنوێ پاشەکەوتی بکە و دووبارە هەوڵ بدەوە.
fault-wish = کەسەکە داوای ژنێکی کردووە. ئەوانی تر لە { $time }ـەوە دەتوانن ئەم کەیسە وەربگرن.
fault-conflict = ئەم هاوکارە نابێت ئەم کەیسە ببینێت: ناکۆکیی بەرژەوەندیی ڕاگەیاندووە. یەکێکی تر هەڵبژێرە.
fault-unseen = نابێت ئاگاداری ئەم کەیسە بێت: { $holder }. ناوەکە لە تێبینییەکە لابە.
fault-already = ئەمە پێشتر کراوە. لاپەڕەکە ئێستا دوایین بار پیشان دەدات.
fault-time-invalid = کاتێک هەڵبژێرە کە هێشتا نەهاتووە، زۆرترین لە ماوەی مانگێکدا.
fault-answer-invalid = ئەمە لەگەڵ پرسیارەکەدا ناگونجێت.
fault-full = ئەم کەیسە زۆرترین ژمارەی ئەرکی تێدایە.
fault-placeholder = هیچ نەنێردرا: لە دەقەکەدا بۆشاییەکی نێوان دوو کەوانە پڕ نەکراوەتەوە. ئەوەی کەمە بینووسە یان کەوانەکان بسڕەوە.
fault-reason-required = سەرەتا هۆکارەکە بنووسە.
fault-pending = ئەم فایلە هێشتا دەهێنرێت و مۆر دەکرێت. کەمێکی تر هەوڵ بدەوە.
fault-reveal-first = پازدە خولەکەکە تەواو بوو. بۆ داگرتنی، فایلەکە دووبارە ئاشکرا بکە.
fault-no-view = ئەم جۆرە فایلە بە سەلامەتی پیشان نادرێت. لەجیاتی ئەوە ئەسڵەکە دابگرە.
fault-too-large = ئەمە زۆر گەورەیە بۆ ناردن. کورتی بکەرەوە.
fault-front-door = ئەوەی لە پێش ئەمینە ئەمەی وەرنەگرت چونکە زۆر گەورەیە، پێش ئەوەی ئەمین بیبینێت. کورتی بکەرەوە، و بە بەڕێوەبەرەکەت بڵێ.
fault-stated = ئەمە لە پەڕگەی دەزگادا نووسراوە، لەوێ دەگۆڕدرێت.
fault-exists = ئەم ئیمەیڵە پێشتر بەکار هاتووە. یەکێکی تر هەڵبژێرە.
fault-invalid-email-or-password = ئیمەیڵ یان وشەی نهێنی هەڵەیە. هەردووکیان بپشکنە و دووبارە هەوڵ بدەوە.
fault-invalid-password = وشەی نهێنی هەڵەیە. دووبارە هەوڵ بدەوە.
fault-slowed = ئەمە زیاترە لەوەی کە هەر کەسێک لە کاتژمێرێکدا سەیری دەکات. لە { $time }دا بەردەوام دەبێت؛ سەرپەرشتیاران ئاگادار کران.
fault-password-weak = ئەم وشەی نهێنییە لە یەکەمەکانە کە تاقی دەکرێنەوە. سێ یان چوار وشە هەڵبژێرە کە پەیوەندییان بە یەکتر، بە تۆ و بە ئەمینەوە نەبێت.
fault-invalid-two-factor-code = کۆدەکە هەڵەیە یان پێشتر بەکار هاتووە. چاوەڕێی کۆدی دواتر بە و هەوڵ بدەوە.
fault-invalid-code = کۆدەکە هەڵەیە یان پێشتر بەکار هاتووە. چاوەڕێی کۆدی دواتر بە و هەوڵ بدەوە.
fault-invalid-backup-code = کۆدی یەدەگەکە هەڵەیە یان پێشتر بەکار هاتووە. یەکێکی تر تاقی بکەرەوە.
fault-token-spent = ئەم بەستەرە بەکار هاتووە، بەسەرچووە یان هەرگیز نەبووە. لە بەڕێوەبەر داوای بەستەری نوێ بکە.
fault-too-many = هەوڵی زۆر درا. چەند خولەکێک چاوەڕێ بکە و هەوڵ بدەوە.
fault-too-many-wait = { $seconds ->
    [one] هەوڵی زۆر درا. چرکەیەک چاوەڕێ بکە و هەوڵ بدەوە.
   *[other] هەوڵی زۆر درا. { $seconds } چرکە چاوەڕێ بکە و هەوڵ بدەوە.
}
fault-signed-out = دانیشتنەکەت تەواو بوو. دووبارە بچۆ ژوورەوە.
fault-forbidden = هەژمارەکەت مافی ئەمەی نییە. لە بەڕێوەبەر بپرسە.
fault-unknown = کەیس یان فایلی وا نییە. لەوانەیە سڕابێتەوە.
fault-invalid = ڕاژەکار ئەمەی قبووڵ نەکرد. ئەوەی نووسیوتە بپشکنە.
fault-server = لە ڕاژەکاردا کێشەیەک ڕوویدا. هەوڵ بدەوە؛ ئەگەر مایەوە بە بەڕێوەبەر بڵێ.

# شریت
banner-offline = ئۆفلاینیت. لەوانەیە ئەوەی دەیبینیت کۆن بێت؛ ڕەشنووسەکانت لێرە دەمێننەوە.
banner-lost = نوێکردنەوەی ڕاستەوخۆ پچڕاوە. هەوڵ دەدرێتەوە؛ تا ئەو کاتە لیستەکان هەر 15 چرکە جارێک دەخوێنرێنەوە.
banner-second-factor = هەژمارەکەت هێشتا هەنگاوی دووەمی دڵنیابوونەوەی نییە.
banner-second-factor-link = ئێستا دایبنێ
live-opening = پەیوەندی دەکرێت
live-live = ڕاستەوخۆ
live-lost = پەیوەندی دەکرێتەوە
live-signed-out = لە دەرەوە
discreet = شاردنەوەی پێشبینینی نامەکان
alert-note = ئەمین: شتێک چاوەڕێیە
alert-account = ئەمین: شتێک لە هەژمارەکەتدا گۆڕا
alerts-title = ئاگادارکردنەوەکانم
alerts = دەنگ و ژمارە بۆ کەیسی چاوەڕوانی نوێ
menu-agent = { $name }: زمان، ڕەنگ، دەرچوون
menu-language = زمان
menu-colours = ڕەنگەکان
colours-auto = وەک ئامێرەکە
colours-light = ڕووناک
colours-dark = تاریک
sign-out = چوونەدەرەوە

# کلیلەکان
palette-open = بدۆزەرەوە یان بیکە
keys-title = تەختەکلیل
keys-search = گەڕان
keys-own-waits = ئەو چاتەی خۆم کە زۆرترین کات چاوەڕێی وەڵامە
keys-reply = نووسین

# ڕیز
channel-telegram = تێلێگرام
channel-whatsapp = واتساپ
channel-webchat = چاتی وێب
channel-botpress = بۆتێکی تر (Botpress)
channel-phone = پەیوەندیی تەلەفۆنی
channel-import = کەیسێکی پێشوو
queue-title = ڕیزی کەیسەکان
queue-waiting = { $count ->
    [0] کەس چاوەڕێ ناکات
    [one] یەک کەیس چاوەڕێیە
   *[other] { $count } کەیس چاوەڕێن
}
wanted-title = { $count ->
    [one] یەک شت چاوەڕێی وەڵامی تۆیە
   *[other] { $count } شت چاوەڕێی وەڵامی تۆن
}
wanted-all = پیشاندانی هەموو ({ $count })
wanted-late = هێشتا کەس نەهاتووە و کاتەکەی تێپەڕیوە
wanted-help = { $name } داوای یارمەتی دەکات
wanted-promise = کاتی وەڵامێک هات کە بەڵێنی پێ درابوو
wanted-back = کەسێک دوای بێدەنگی نووسیویەتی
wanted-task = کارێک کاتی هاتووە
wanted-mention = { $name } لە تێبینییەکدا ناوی هێنایت
wanted-network = کەیسێک لەگەڵ تۆڕێکی هەڵوەشاوە یەک دەگرێتەوە
wanted-hold = کەسێک دەیەوێت هەموو شتێک بسڕدرێتەوە و ڕاگرتنێک هەڵیگرتووە
wanted-erasure = { $name } داوای سڕینەوەی کەیسێک دەکات
wanted-export = { $name } داوای پاکێجێک دەکات
wanted-told = { $what }: { $code }
queue-search = کۆد یان ژمارە یان وشە
queue-views = کام کەیسانە
view-waiting = چاوەڕێ
view-mine = لای من
view-bot = بۆت
view-all = هەموو
view-closed = داخراو
empty-waiting = کەس چاوەڕێ ناکات. کەیسی نوێ خۆی لێرە دەردەکەوێت.
empty-mine = هیچ کەیسێکت لا نییە. یەکێک لە چاوەڕوانەکان وەربگرە.
empty-bot = بۆت ئێستا لەگەڵ کەس قسە ناکات.
empty-all = هیچ کەیسێکی کراوە نییە.
empty-closed = هێشتا هیچ کەیسێک دانەخراوە.
empty-search = هیچ کەیسێک ئەم کۆدەی نییە. پیت بە پیت بیپشکنە.
empty-filter = هیچ کەیسێک لەگەڵ ئەم پاڵێوانە ناگونجێت.
view-snoozed = دواخراو
empty-snoozed = هیچ کەیسێکت دوانەخستووە.
next-take = کەیسی دواتر
next-none = کەس چاوەڕێ ناکات کە بتوانیت وەریبگریت.
queue-team = تیم
queue-team-all = هەموو تیمەکان
queue-select = هەڵبژاردنی چەند کەیسێک
row-pick = هەڵبژاردنی { $code }
row-expect = ئامادە بە: { $what }
burden-minor = کەسێکی ژێر 18
burden-self-harm = ئازاردانی خۆی
burden-intimate = وێنەی تایبەت
row-help = سەرپەرشتیارێک پێویستە
row-snoozed = دواخراوە تا { $time }
row-tasks = ئەرکی کراوە:
row-unread = { $count ->
    [one] یەک نامەی نەخوێندراوە
   *[other] { $count } نامەی نەخوێندراوە
}
row-evidence = پەڕگە:
own-title = چاتەکانم
own-waits = چاوەڕێی وەڵامی تۆیە
own-draft = دەقی نەنێردراو
fact-ends = تا { $time }
fact-ends-about = تا نزیکەی { $time }
fact-ended = مۆڵەتەکە تەواو بوو { $time }
fact-wants = داوا دەکرێت: { $what }
fact-paid = پارە دراوە
fact-paid-again = پارە دراوە و زیاتر داوا دەکرێت
fact-maybe = لەوانەیە: { $what }
fact-child = ژێر 18 ساڵ
row-changed = لە دوا بینینتەوە: { $what }
row-changed-severity = { $before } بوو بە { $now }
row-changed-files = { $count ->
    [one] یەک پەڕگەی نوێ
   *[other] { $count } پەڕگەی نوێ
}
row-changed-words = قسەی نوێ
density = ڕیزەکان: { $name }
density-choose = چەند لە ڕیزێکدا دەردەکەوێت
density-dense = چڕ
density-normal = ئاسایی
density-large = گەورە
row-no-words = هێشتا هیچ نەنووسراوە
row-hidden = پێشبینین شاردراوەتەوە
status-bot = لەگەڵ بۆت
status-waiting = چاوەڕێیە
status-agent = لەگەڵ کارمەند
status-closed = داخراوە
status-erased = سڕاوەتەوە
severity-P1 = ئێستا
severity-P2 = ئەمڕۆ
severity-P3 = ئەم هەفتەیە
severity-P4 = کە کات هەبوو
ago = پێش { $span }
ago-now = ئێستا
ago-minutes = { $count ->
    [one] 1 خولەک
   *[other] { $count } خولەک
}
ago-hours = { $count ->
    [one] 1 کاتژمێر
   *[other] { $count } کاتژمێر
}
ago-days = { $count ->
    [one] 1 ڕۆژ
   *[other] { $count } ڕۆژ
}
due-now = کاتی وەڵامە
due-minutes = { $count ->
    [one] وەڵام لە 1 خولەکدا
   *[other] وەڵام لە { $count } خولەکدا
}
due-hours = { $count ->
    [one] وەڵام لە 1 کاتژمێردا
   *[other] وەڵام لە { $count } کاتژمێردا
}
due-days = { $count ->
    [one] وەڵام لە 1 ڕۆژدا
   *[other] وەڵام لە { $count } ڕۆژدا
}
late-minutes = { $count ->
    [one] 1 خولەک دواکەوتووە
   *[other] { $count } خولەک دواکەوتووە
}
late-hours = { $count ->
    [one] 1 کاتژمێر دواکەوتووە
   *[other] { $count } کاتژمێر دواکەوتووە
}
late-days = { $count ->
    [one] 1 ڕۆژ دواکەوتووە
   *[other] { $count } ڕۆژ دواکەوتووە
}
row-copies = ئەمانیش دەیبینن: { $teams }
team-intake = پێشوازی
phone-title = کەیس لە پەیوەندیی تەلەفۆنی

# مێز و گفتوگۆ
desk-empty = کەیسێک لە ڕیزەکە هەڵبژێرە.
desk-empty-keys = J و K بۆ جووڵان لە ڕیزدا، / بۆ گەڕان، ? هەموو کلیلەکان پیشان دەدات.
chat-title = گفتوگۆ
log-label = نامەکان
log-begin = گفتوگۆکە لێرەوە دەست پێ دەکات
log-older = پیشاندانی نامەی کۆنتر
log-fresh = نوێ لە دوا بینینتەوە
log-below = نامەی نوێ
author-bot = بۆت
author-other = بۆتەکەی تر
told-elsewhere = پێشتر بە بۆتەکەی تر وتراوە
author-person = خاوەنی کەیس
edited = دەستکاریکراو
versions = { $count ->
    [one] یەک وەشانی پێشوو
   *[other] { $count } وەشانی پێشوو
}
forwarded-from = گواستراوە لە { $name }
forwarded-hidden = گواستراوە؛ نێرەر سەرچاوەکەی شاردووەتەوە
forwarded-account = گواستراوە لە هەژمارێکی بێناو
forwarded-id = ناسنامە لە پلاتفۆرمەکە:
forwarded-post = پۆستەکە:
forwarded-copy = لەبەرگرتنەوەی ناونیشانی پۆستەکە
forwarded-attested = پلاتفۆرمەکە پشتڕاستی دەکاتەوە
forwarded-claimed = پلاتفۆرمەکە پشتڕاستی ناکاتەوە
forwarded-name-only = تەنها ناوێکە، هەر کەسێک دەتوانێت بەکاری بهێنێت
offered = ئەو دوگمانەی پیشان دران
event-started = کەسەکە چاتەکەی کردەوە
event-submitted = کەسەکە کەیسەکەی نارد
event-handoff = داوای مرۆڤێک کرا
event-handoff-person = کەسەکە داوای قسەکردن لەگەڵ مرۆڤ دەکات
event-handoff-submitted = کەیسەکە نێردرا و چاوەڕێی مرۆڤێکە
event-handoff-danger = مەترسی دەستنیشان کرا: دەستبەجێ مرۆڤێک پێویستە
event-handoff-agent = کارمەندێک کەیسەکەی خستە ڕیزەوە
event-handoff-returned = کەسەکە دووبارە نووسی و چاوەڕێی مرۆڤێکە
event-claimed = { $name } وەریگرت
event-released-bot = { $name } کەیسەکەی گەڕاندەوە بۆ بۆت
event-released-queue = { $name } کەیسەکەی گەڕاندەوە بۆ ڕیز
event-transferred = { $name } کەیسەکەی گواستەوە بۆ { $to }
event-closed = { $name } کەیسەکەی داخست: { $outcome }
event-reopened = کەیسەکە کرایەوە
event-blocked = کەسەکە هەژمارەکەی بلۆک کرد
event-unblocked = کەسەکە بلۆکی لابرد
event-exited = کەسەکە بە دەرچوونی خێرا ڕۆیشت
event-message-lost = نامەیەک گەیشت کە نەتوانرا بخوێنرێتەوە و هەڵنەگیرا
event-handed-over = بۆتێکی تر چاتەکەی گواستەوە بۆ ئێرە
event-handed-over-about = بۆتێکی تر چاتەکەی گواستەوە بۆ ئێرە: { $title }
event-chat-ended = بۆتەکەی تر چاتەکەی وەرگرتەوە: هیچ شتێک کە لێرە دەنووسرێت ناگاتە کەسەکە تا دووبارە دەیگوازێتەوە
event-call = کەسەکە پەیوەندیی تەلەفۆنی کرد. لێرە وەڵامی تەلەفۆن نادرێتەوە؛ داوای وشەیەک یان نامەیەکی دەنگیی لێ کرا.
event-call-video = کەسەکە بە ڤیدیۆ پەیوەندیی کرد. لێرە وەڵامی تەلەفۆن نادرێتەوە؛ داوای وشەیەک یان نامەیەکی دەنگیی لێ کرا.
event-handoff-phone = کەسێکی تیمەکە لە خودی مۆبایلە بەستراوەکەوە نووسی، و پرۆگرامەکە ئێستا بێدەنگە. کێ بوو؟ با ئەو کەسە کەیسەکە وەربگرێت، تا هەمووان بزانن
event-handoff-call = کەسەکە پەیوەندیی کرد و چاوەڕێی کەسێکە
from-phone = لە مۆبایلەکەوە، کەسێکی تیمەکە نووسیویەتی
event-severity = { $name } پلەی مەترسیی کرد بە { $severity }
event-wiped = نامەکان لە چاتی کەسەکە لابران
event-paged-team = کەس نەهات: تیمەکە دووبارە بانگ کرا
event-paged-supervisor = کەس نەهات: سەرپەرشتیار بانگ کرا
event-paged-external = کەس نەهات: هێڵی دەرەوە بانگ کرا
event-minor-told = کەسەکە بە وشەی خۆی وتی تەمەنی ژێر 18 ساڵە. لێرە بەدواوە هیچ فایلێک وەرناگیرێت؛ پێشتر وەرگیراو: { $count }
event-minor-pictures = کەسەکە باسی وێنەی ئەو کاتەی کرد کە ژێر 18 ساڵ بوو. لێرە بەدواوە هیچ فایلێک وەرناگیرێت؛ پێشتر وەرگیراو: { $count }
event-age-other = کەسەکە باسی کەسێکی تری کرد کە لەوانەیە ژێر 18 ساڵ بێت. هیچ فایلێک وەرناگیرێت تا بزانرێت هی کێیە و تەمەنی چەندە؛ پێشتر وەرگیراو: { $count }
event-age-taken-back = کەسەکە لەو تەمەنەی کە وتبووی پاشگەز بووەوە. هیچ فایلێک وەرناگیرێت تا تەمەن بزانرێت؛ پێشتر وەرگیراو: { $count }
event-return-unproven = کەسێک بەبێ PIN و کۆد گەڕایەوە بۆ ئەم چاتە: لەوانەیە کەسێکی تر بێت
event-return-refused = کەسێک لە { $channel }ـەوە هەوڵی گەڕانەوەی بۆ ئەم کەیسە دا و PINەکەی نەزانی
event-returned = کەسەکە لە { $channel }ـەوە گەڕایەوە
event-decoy-used = PINی فریودان لە { $channel } بەکار هات: چاتێکی بەتاڵ پیشان درا
event-duress-used = وشەی ناچارکردن لە { $channel } نووسرا
event-moved-away = کەسەکە چووە کەیسێکی تری خۆی
event-decoy-opened = لەم چاتەدا PINی فریودان بەکار هات: هیچ پیشان نادات
event-consent-given = کەسەکە ڕازی بوو: { $what }
event-consent-withdrawn = کەسەکە ڕەزامەندیی کشاندەوە: { $what }
event-correction = کەسەکە قسەی پێشووی ڕاست کردەوە
event-check-shown = دوو وشە بۆ دڵنیابوونەوە پیشانی کەسەکە دران
event-erase-confirmed = کەسەکە دەیەوێت هەموو شتێک بسڕدرێتەوە
event-sharing-allowed = کەسەکە ڕازی بوو پەنجەمۆری بەڵگەیەک بۆ پلاتفۆرمەکان بنێردرێت
event-sharing-withdrawn = کەسەکە ڕەزامەندیی ناردنی پەنجەمۆری بەڵگەیەکی بۆ پلاتفۆرمەکان کشاندەوە
event-export-requested = { $name } داوای پاکێجی ئەم کەیسەی کرد
event-export-approved = { $name } لەسەر پاکێجەکە ڕازی بوو
event-export-refused = { $name } پاکێجەکەی ڕەت کردەوە
event-exported = { $name } پاکێجی ئەم کەیسەی دا
event-hold-set = { $name } سڕینەوەی ڕاگرت
event-hold-lifted = { $name } ڕاگرتنەکەی لابرد
event-erasure-requested = { $name } داوای سڕینەوەی ئەم کەیسەی کرد
event-erasure-refused = { $name } سڕینەوەی ئەم کەیسەی ڕەت کردەوە
event-snoozed = { $name } کەیسەکەی دواخست تا { $until }
event-snooze-ended = کاتی دواخستنەکە تەواو بوو
event-woken = دووبارە کار لەسەر کەیسەکە دەکرێتەوە
event-safe-times-set = { $name } کاتی سەلامەتی بۆ نووسین دیاری کرد: لە { $from } تا { $to }
event-safe-times-cleared = { $name } کاتە سەلامەتەکانی لابرد
event-help-asked = { $name } داوای یارمەتی کرد
event-help-given = { $name } بۆ یارمەتی هات
event-shift-ended = { $name } نۆرەکەی تەواو کرد: کەیسەکە گەڕایەوە ڕیز
event-command = کەسەکە هەڵیبژارد: { $command }
event-reaction = کەسەکە کاردانەوەیەکی لەسەر نامەیەک دانا: { $emoji }
event-reaction-removed = کەسەکە کاردانەوەکەی لەسەر نامەیەک لابرد
event-unsupported = کەسەکە شتێکی نارد کە لێرە وەرناگیرێت: { $what }
event-other = شتێک گۆڕا
command-exit = دەرچوونی خێرا
command-help = یارمەتی
command-human = قسەکردن لەگەڵ مرۆڤ
command-language = گۆڕینی زمان
command-stop = وەستان
command-back = گەڕانەوە
command-skip = تێپەڕاندن
command-restart = دەستپێکردنەوە
delivery-queued = لە ڕیزدا
delivery-sending = دەنێردرێت
delivery-sent = نێردرا
delivery-delivered = گەیشت
delivery-read = خوێندرایەوە
delivery-refused = نەگەیشت: ڕەت کرایەوە
delivery-unclear = گەیشتنی پشتڕاست نەکراوەتەوە
delivery-held = چاوەڕێیە تا کەسەکە بنووسێت
take-over = وەرگرتنی گفتوگۆ
take-over-bot = بۆت لەگەڵ ئەم کەسە قسە دەکات. بە وەرگرتن بۆت بێدەنگ دەبێت و کەیسەکە دێتە لای تۆ.
take-over-waiting = ئەم کەسە چاوەڕێی وەڵامە. بە وەرگرتن کەیسەکە دێتە لای تۆ و دەزانێت کەسێک لێرەیە.
take-over-held = ئەم کەیسە لای { $name }ـە. دەتوانیت بیخوێنیتەوە و لە فایلی کەیسدا تێبینی بنووسیت.
take-over-closed = ئەم کەیسە داخراوە.
take-over-erased = ئەم کەیسە سڕاوەتەوە. تەنها زنجیرەی پەنجەمۆرەکانی ماوە.
take-over-wish-woman = داوای قسەکردن لەگەڵ ژنێک کراوە.
take-over-wish-man = داوای قسەکردن لەگەڵ پیاوێک کراوە.
compose-kind = وەڵام یان تێبینی
compose-reply = وەڵام بۆ کەسەکە
compose-note = تێبینیی ناوخۆیی
compose-reply-hint = دەگاتە کەسەکە
compose-note-hint = تەنها تیمەکەت دەیبینێت. @ هاوکارێک ناو دەبات
compose-reply-do = ناردن
compose-note-do = هەڵگرتنی تێبینی
compose-left = { $count ->
    [one] یەک پیت ماوە
   *[other] { $count } پیت ماوە
}
attach = هاوپێچکردنی فایل
attach-record = تۆمارکردنی نامەی دەنگی
attach-recording = تۆمار دەکرێت { $time }
attach-stop = هێشتنەوە
attach-discard = سڕینەوە
attach-remove = لابردنی { $name }
attach-list = ئەو فایلانەی لەگەڵ نامەی داهاتوودا دەنێردرێن
attach-none = لەم گفتوگۆیەدا تەنها نووسین دەنێردرێت.
attach-too-large = بۆ ئەم گفتوگۆیە زۆر گەورەیە: ئەوپەڕی { $most }
attach-type = تەنها وێنە و PDF و نامەی دەنگی دەنێردرێن.
attach-chat = ئەم گفتوگۆیە فایلی وا وەرناگرێت.
attach-denied = مایکرۆفۆن بەردەست نییە. لە وێبگەڕەکەدا ڕێگەی پێ بدە، یان بنووسە.
attach-clean = شوێن و کات و کامێرا لە وێنەکان لادەبرێن پێش ناردنیان.
sent-photo = وێنەیەک کە نێردرا
sent-voice = نامەی دەنگی
compose-blocked = کەسەکە هەژمارەکەی بلۆک کردووە. لەوانەیە ئەوەی دەینێریت پێی نەگات.
compose-waits = ئەوەی دەینووسیت چاوەڕێ دەکات تا کەسەکە دەنووسێت.
compose-waits-soon = کەسەکە کەمێک لەمەوبەر لێرە بوو، بۆیە ئەوەی دەینووسیت پێی دەگات. پاش پێنج خولەک بێدەنگی چاوەڕێ دەکات تا دەنووسێت.
compose-waits-until = ئەوەی دەینووسیت چاوەڕێ دەکات تا { $time }، یان تا کەسەکە دەنووسێت.
compose-waits-soon-until = کەسەکە کەمێک لەمەوبەر لێرە بوو، بۆیە ئەوەی دەینووسیت پێی دەگات. پاش پێنج خولەک بێدەنگی چاوەڕێ دەکات تا { $time }، یان تا دەنووسێت.
note-kept = تێبینییەکە هەڵگیرا
hand-back = گەڕاندنەوە بۆ بۆت
to-queue-again = گەڕاندنەوە بۆ ڕیز
transfer = گواستنەوە
transferred = گوازرایەوە
transfer-choose = هەڵبژێرە
macros = هەنگاوە ئامادەکان
close-case = داخستنی کەیس
outcome-resolved = چارەسەر کرا
outcome-referred = ڕەوانەی لایەنێکی تر کرا
outcome-withdrawn = کەسەکە نایەوێت بەردەوام بێت
outcome-unreachable = کەسەکە وەڵام ناداتەوە
outcome-duplicate = هی کەیسێکی ترە
outcome-not-a-case = کەیس نییە
set-severity = گۆڕینی پلەی مەترسی
copy-code = لەبەرگرتنەوەی کۆدی کەیس
snooze = دواخستن…
wake = گەڕانەوە بۆی
safe-times = کاتی سەلامەت…
reopen = کردنەوەی دووبارە
reopened-done = کەیسەکە کرایەوە و لای تۆیە
help-ask = داوای یارمەتی…
shift-end = کۆتایی نۆرەکەم…

# فایلی کەیس
file-title = فایلی کەیس
danger-self-harm = خۆئازاردان یان خۆکوشتن
danger-taken = شتێک خوراوە
danger-wound = برینێک هەیە
danger-burn = سووتانێک هەیە
danger-violence = توندوتیژی یان کوشتن
danger-sexual-abuse = دەستدرێژیی سێکسی
danger-minor = کەسێکی ژێر 18
danger-meeting = بینینێکی مەترسیدار
danger-deadline = مۆڵەت
danger-other = دەربارەی کەسێکی تر
danger-duress = وشەی ناچارکردن
danger-called = داوای فریاکەوتن
danger-asked = لێی پرسرا، دڵنیا نییە
signal-duress = کەسێک ئەم کەسە ناچار دەکات.
signal-duress-note = وشەی ناچارکردنی نووسی. پیشانی مەدە کە دەزانین: ئەوەی مۆبایلەکەی لە دەستە دەیخوێنێتەوە.
signal-network = ئەم کەیسە لەگەڵ تۆڕێکی هەڵوەشاوە یەک دەگرێتەوە.
signal-network-note = شتێکی هاوبەشی لەگەڵ { $code } هەیە. سەرپەرشتیار بڕیار دەدات ئاخۆ لەوەیە.
signal-network-open = تۆڕەکە بکەرەوە
signal-decoy = PINی فریودان بەکار هات.
signal-decoy-note = چاتێکی بەتاڵ پیشانی کەسێک درا. پێش ئەوەی کەسەکە بنووسێت، هیچ دەربارەی ئەم کەیسە مەنووسە.
signal-minor = { $count ->
    [0] کەسەکە بە وشەی خۆی وتی تەمەنی ژێر 18 ساڵە، دوای ئەوەی تەمەنی کەسێکی گەورە درابوو. چیتر هیچ فایلێک وەرناگیرێت. کە تەمەنەکەت زانی ڕاستی بکەرەوە.
   *[other] کەسەکە بە وشەی خۆی وتی تەمەنی ژێر 18 ساڵە، دوای ئەوەی تەمەنی کەسێکی گەورە درابوو. فایلە مۆرکراوەکانی پێشتر: { $count }. مەیانکەرەوە؛ لەگەڵ سەرپەرشتیارێک بڕیاریان لەسەر بدە. کە تەمەنەکەت زانی ڕاستی بکەرەوە.
}
signal-minor-pictures = { $count ->
    [0] کەسەکە باسی وێنەی ئەو کاتەی کرد کە ژێر 18 ساڵ بوو. چیتر هیچ فایلێک وەرناگیرێت. داوای هیچیان مەکە. کە ڕوون بووەوە تەمەنەکە ڕاست بکەرەوە.
   *[other] کەسەکە باسی وێنەی ئەو کاتەی کرد کە ژێر 18 ساڵ بوو. فایلە مۆرکراوەکانی پێشتر: { $count }. مەیانکەرەوە؛ لەگەڵ سەرپەرشتیارێک بڕیاریان لەسەر بدە. کە ڕوون بووەوە تەمەنەکە ڕاست بکەرەوە.
}
signal-unproven = کەسێک بەبێ PIN و کۆد گەڕایەوە بۆ ئەم چاتە. لەوانەیە کەسێکی تر بێت. ئەوەی پێشتر وتراوە لەوێ نیشان نادرێت؛ کە دڵنیا بوویت کێیە، کۆدی گەڕانەوە دەیکاتەوە.
signal-left-danger = دوای بەجێهێشتنی ئەم چاتە مەترسییەک تێیدا نووسرا. لەوانەیە کەسێکی تر بێت.
signal-tried = { $count ->
    [one] کەسێک هەوڵی گەڕانەوەی بۆ ئەم کەیسە دا و PINەکەی نەزانی.
   *[other] کەسێک { $count } جار هەوڵی گەڕانەوەی بۆ ئەم کەیسە دا و PINەکەی نەزانی.
}
signal-returned = کەسەکە لە چاتێکی ترەوە گەڕایەوە: { $channel }.
signal-watched = کەسێک ئێستا سەیری مۆبایلەکە دەکات. تەنها وشەی خۆی کۆتایی پێ دەهێنێت.
signal-discreet = مۆبایلەکە هاوبەشە یان دەپشکنرێت: نابێت هیچی لەسەر دەربکەوێت بێ داواکردن.
signal-after = کەسەکە دەیەوێت تەنها دوای نووسینی خۆی بۆی بنووسین.
signal-safe-times = نووسین بۆ کەسەکە لە { $from } تا { $to } سەلامەتە، بە کاتی بەغدا.
consent-keep = هەڵگرتنی ئەوەی دەینێرێت
consent-share-investigators = هاوبەشکردن لەگەڵ لێکۆڵەران
consent-share-ngo = هاوبەشکردن لەگەڵ ڕێکخراوێکی یارمەتی
consent-contact-me = وەڵامدانەوەی لێرە
consent-hashes-to-platforms = پەنجەمۆری فایلەکان بۆ پلاتفۆرمەکان
consent-check-in = دواتر پرسینی حاڵی
consent-outside-help = خوێندنەوە بە بەرنامەی دەرەکی
person-blocked = کەسەکە هەژمارەکەی بلۆک کردووە.
person-exited = کەسەکە بە دەرچوونی خێرا ڕۆیشت: چاتەکەی هیچ لەمە پیشان نادات.
size-bytes = { $n } بایت
size-kb = { $n } ک.ب
size-mb = { $n } م.ب
size-gb = { $n } گ.ب

# هەژمارەکان
joined = وشەی نهێنیت دانرا. ئێستا بچۆ ژوورەوە.
field-email = ئیمەیڵ
field-password = وشەی نهێنی
field-new-password = وشەی نهێنیی نوێ
field-password-rule = { $count ->
    [one] لانیکەم یەک پیت.
   *[other] لانیکەم { $count } پیت. چەند وشەیەک ئاسانتر لەبیر دەمێنێت.
}
field-missing = ئەمە پڕ بکەرەوە.
field-email-wrong = ئەمە ناونیشانی ئیمەیڵ نییە.
field-password-show = پیشاندان یان شاردنەوەی وشەی نهێنی
field-alias = ئەو ناوەی خەڵک دەیبینن
field-alias-note = ناوی کار؛ پێویست نییە ناوی ڕاستەقینە بێت.
code = کۆدی شەش ژمارەیی
factor-title = هەنگاوی دووەمی دڵنیابوونەوە
agents-title = کارمەندەکان

# The account on WhatsApp
checklist-title = ڕێکخستن
operator-title = ئەوەی دەزگا دەیڵێت
texts-title = دەقەکانی بۆت
webhooks-title = ئاگادارکردنەوەی بەرنامەکانی تر
health-title = دۆخی سیستەم

# پاکێج بۆ کەسانی تر
fault-too-few = تۆڕ لە هەر لایەک لانیکەم دوو کەیسی هەیە.
fault-few-agreed = کەمتر لە دوو کەس ڕازی بوون کەیسەکەیان بدرێت.
fault-ended = ئەم تۆڕە لابراوە.
fault-dismantled = تۆڕەکەی تر هەڵوەشاوەتەوە، بۆیە ناچێتە ناو تۆڕێکی تر، تا ئاگادارییەکانی نەفەوتێن. کەیسەکانی یەک بە یەک زیاد بکە.
fault-day-invalid = ڕۆژێک هەڵبژێرە کە هاتووە، نەک ڕۆژێکی داهاتوو.
fault-month-ahead = ئەو مانگە هێشتا دەستی پێ نەکردووە. مانگێکی پێشتر هەڵبژێرە.
fault-report-unset = ئێستا ڕاپۆرتەکە ئامادە نەکرا. دوای خولەکێک هەوڵ بدەوە.
fault-consent = کەسەکە ڕازی نەبووە، یان ڕەزامەندییەکەی کشاندووەتەوە.
fault-erasing = کەسەکە دەیەوێت هەموو شتێک بسڕدرێتەوە: هیچ ناچێتە دەرەوە.
fault-sealed-only = پاکێجی کراوە لێرە ڕێگەپێدراو نییە. کلیلێک پێویستە.
fault-recipient-invalid = یەکێک لە کلیلەکان کلیلی گشتیی age نییە، یان دوو جارە.
fault-recipient-unknown = یەکێک لە کلیلەکان لەوانە نییە کە لێرە ڕێگەپێدراون.
fault-same-person = داواکارییەکە هی ئەم هەژمارەیە: دەبێت کەسێکی تر وەڵام بداتەوە.
fault-proof-required = هیچ نەکرا، چونکە دڵنیایی نەدرا کە خۆتی. دووبارەی بکەوە و دڵنیایی بدە.
fault-too-new = ئەم هەژمارەیە کەمتر لە 72 کاتژمێر لەمەوبەر لەلایەن کەسێکەوە دروست کرا، دووبارە بانگ کرا، ڕێک خرایەوە یان ڕۆڵی گۆڕا. لە { $time }ەوە دەتوانێت ڕازی بێت؛ کەسێکی تر ئێستا دەتوانێت.
fault-asker-too-new = هەژماری داواکەر کەمتر لە 72 کاتژمێر لەمەوبەر لەلایەن تۆوە دروست کرا، بانگ کرا یان ڕێک خرایەوە. لە { $time }ەوە دەتوانیت ڕازی بیت؛ کەسێکی تر ئێستا دەتوانێت.
fault-made-by-asker = داواکەر خۆی ئەم هەژمارەیەی دروست کردووە، بانگ کردووە یان ڕێکی خستووەتەوە. دەبێت کەسێکی تر ڕازی بێت.
fault-superseded = لەو کاتەوە سەرلەنوێ داوا کراوە. پەڕەکە ئێستا پیشانی دەدات.

# Statistics
statistics-title = ئامارەکان
networks-title = تۆڕەکان

## کێ لەسەر کەیسەکەیە
here-viewing = { $name } ئەم کەیسەی کردووەتەوە
here-typing = { $name } ئێستا لەم کەیسەدا دەنووسێت
here-typing-short = { $name } دەنووسێت…

## کەیسێک لای هاوکارێکە
take-over-since = ماوەی
ask-for = داوای کەیسەکە بکە
take-from = کەیسەکە وەربگرە
event-asked = { $name } داوای کەیسەکەی کرد
shared-machine = کۆمپیوتەری هاوبەش: ڕەشنووس هەڵمەگرە
menu-pages = لاپەڕەکان
sessions-title = شوێنەکانی چوونەژوورەوە
api-keys-title = کلیلی بەرنامەکان
audit-title = کێ چی کردووە
fault-passkey-required = ئەم هەژمارە بە کلیلی خۆی دەچێتە ژوورەوە. ئەگەر ونت کردووە، لە بەڕێوەبەر بپرسە.
fault-passkey-failed = وێبگەڕەکە هیچ کلیلێکی نەدا. هەوڵ بدەوە.
fault-passkey-known = ئەم ئامێرە پێشتر کلیلی بۆ هەژمارەکەت هەیە.
fault-user-not-verified = ئەم کلیلە ناپرسێت کێیت. سەرەتا پەنجە یان ژمارەی نهێنی بۆ دابنێ.
fault-second-factor-required = سەرەتا هەنگاوی دووەم دابنێ.
fault-last-admin = دەبێت بەڕێوەبەرێک بمێنێتەوە.

## دەقی ئامادە
replies = دەقی ئامادە
replies-open = دەقی ئامادە (/ بنووسە یان Ctrl+/ دابگرە)
team-replies-title = دەقە ئامادەکانی تیم

## کەیسەکە بە کورتی
brief = بە کورتی

## ئێستا سەلامەتە؟
safe-check = ئێستا سەلامەتە؟
safe-note = بە دوگمە و بە زمانی کەسەکە، بە ناوی بۆتەکەوە لێی دەپرسرێت. هیچ شتێک لە ڕەشنووسەکەت نانێردرێت.
safe-kept = ئێستا نا: نابێت ئەمە بەبێ داواکردن لەسەر ئەو مۆبایلە دەربکەوێت.
safe-asked = پرسیارەکە بەڕێوەیە
event-safe-asked = { $name } داوای کرد لە کەسەکە بپرسرێت ئایا سەلامەتە
event-age-asked = { $name } داوای کرد ئەوە بپرسرێت کە فایلەکە چاوەڕێیەتی
event-age-answer = ئەو پرسیارەی فایلەکە چاوەڕێیەتی وەڵام درایەوە
event-safe-fast-safe-yes = بۆ چەند خولەکی داهاتوو سەلامەتە: بەڵێ
event-safe-fast-safe-no = بۆ چەند خولەکی داهاتوو سەلامەتە: نەخێر!
event-safe-fast-safe-cant-say = بۆ چەند خولەکی داهاتوو سەلامەتە: ناتوانێت بڵێت
event-safe-crisis-now-yes = ئێستا بیر لە کۆتاییهێنان بە ژیانی دەکات: بەڵێ!
event-safe-crisis-now-no = ئێستا بیر لە کۆتاییهێنان بە ژیانی دەکات: نەخێر
event-safe-crisis-now-talk = ئێستا بیر لە کۆتاییهێنان بە ژیانی دەکات: دەیەوێت قسە بکات
event-safe-other = کەسەکە وەڵامی دایەوە کە ئایا سەلامەتە
fault-quiet = نابێت ئێستا ئەمە لەسەر مۆبایلی کەسەکە دەربکەوێت. چاوەڕێ بکە تا خۆی دەنووسێت.

## نیشانەکانی نامە
deleted-there = لە مۆبایلی کەسەکە سڕاوەتەوە
quote-ours = وەڵامی ئێمە:
quote-other = نامەیەکی پێشوو
quote-go = بڕۆ بۆ ئەو نامەیەی ئەمە وەڵامییەتی
person-types = کەسەکە دەنووسێت…
