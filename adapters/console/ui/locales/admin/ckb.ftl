admin-usual = ئاسایی
admin-unsaid = نەوتراوە
admin-yes = بەڵێ
admin-no = نەخێر
admin-never = تا کەسێک دەیسڕێتەوە
admin-hours = { $count ->
    [one] یەک کاتژمێر
   *[other] { $count } کاتژمێر
}
admin-days = { $count ->
    [one] یەک ڕۆژ
   *[other] { $count } ڕۆژ
}
admin-every-hours = { $count ->
    [one] هەموو کاتژمێرێک
   *[other] هەر { $count } کاتژمێر جارێک
}
admin-people = { $count ->
    [one] یەک کەس
   *[other] { $count } کەس
}

# ئەوەی دەزگا دەیڵێت
admin-operator-note = ئەمە ئەوەیە کە لێرە کاری پێ دەکرێت. ئێوە کێن، هەژمارەکان، ژمارەکانی یارمەتی، تیمەکان و کاتەکانی وەڵام لەم پەڕەیەدا دەگۆڕدرێن و یەکسەر کاریان پێ دەکرێت؛ ئەوەی لەوانە لە پەڕگەی دەزگادا نووسرابێت، پەڕگەکە پێشەنگە، و هەموو شتێکی تر لەوێ دەگۆڕدرێت: operator.json لە بوخچەی داتا، یان ئەو پەڕگەیەی AMIN_OPERATOR_FILE ناوی دەبات. دواتر فەرمانی “npm run amin doctor” دەڵێت ئایا دەخوێندرێتەوە، و ئەمین دووبارە دەستی پێ دەکرێتەوە. ئەوەی نیشانەی «ئاسایی» لەسەرە کەس نەیوتووە.
admin-no-emergency = ئێستا هیچ ژمارەیەکی فریاکەوتن بەوانە نادرێت کە لە مەترسیدان: لە ڕۆژانی ڕابردوودا هیچ ژمارەیەکی فریاکەوتن تاقی نەکراوەتەوە.
admin-lapsed = { $count ->
    [one] یەک ژمارە ئیتر نیشانی کەس نادرێت. پەیوەندی پێوە بکە، پاشان لە تەنیشتی بڵێ کە وەڵام دەداتەوە.
   *[other] { $count } ژمارە ئیتر نیشانی کەس نادرێن. پەیوەندییان پێوە بکە، پاشان لە تەنیشتی هەر یەکێکیان بڵێ کە وەڵام دەداتەوە.
}
admin-organisation = دەزگا
admin-organisation-name = ناو
admin-organisation-kind = جۆر
admin-organisation-more = زیاتر لەبارەیەوە
admin-kind-state = حکومی
admin-kind-ngo = کۆمەڵگەی مەدەنی
admin-kind-university = زانکۆ
admin-kind-company = کۆمپانیا
admin-kind-other = هیتر
admin-official = هەژماری فەرمی لە { $channel }
admin-exit = دەرچوونی خێرا بۆ کوێ دەبات
admin-exit-own = لاپەڕەیەکی ئاسایی خۆمان
admin-ngo = بۆ ئەوانەی لە خودی دەزگاکە دەترسن
admin-hotlines = ژمارەکانی یارمەتی
admin-hotlines-note = ژمارە { $days } ڕۆژ دوای دوا تاقیکردنەوەی نیشان دەدرێت؛ دوای ئەوە لەوانەیە کەس وەڵام نەداتەوە، یان کەسێکی تر بێت.
admin-hotlines-none = هیچ ژمارەیەک نەوتراوە. دەقەکانی مەترسی بەبێ ژمارە دەنێردرێن.
admin-hotlines-no-emergency = هیچ ژمارەیەکی فریاکەوتن پیشانی خەڵک نادرێت. ئەوەی ژیانی لە مەترسیدایە تەنها پێی دەوترێت ژمارەی پۆلیس یان ئەمبولانسی ناوچەکەی بەکاربهێنێت. ژمارەیەک بنووسە و پشتڕاستی بکەرەوە.
admin-hotline-area = لێرە وەڵام دەداتەوە: { $area }
admin-hotline-source = سەرچاوە:
admin-hotline-checked = دوا تاقیکردنەوە
admin-hotline-left = { $count ->
    [one] یەک ڕۆژی تر نیشان دەدرێت
   *[other] { $count } ڕۆژی تر نیشان دەدرێت
}
admin-hotline-lapsed = ئیتر نیشان نادرێت: دووبارە تاقی بکەرەوە
admin-hotline-future = نیشان نادرێت: تاقیکردنەوەکەی لە داهاتوودایە
admin-hotline-called-by = پەیوەندی پێوە کرا لەلایەن
admin-hotline-call = ئەمڕۆ پەیوەندیم پێوە کرد و وەڵام دەداتەوە
admin-hotline-call-title = پەیوەندیی ئەمڕۆ
admin-hotline-call-ask = ئایا ئەمڕۆ خۆت پەیوەندیت بە { $number } ({ $name }) کرد و کەسێک وەڵامی دایەوە؟ لە ئێستاوە بە تاقیکراوە دادەنرێت و دەدرێتە ئەوانەی لە مەترسیدان.
admin-hotline-call-do = بەڵێ، { $number } وەڵام دەداتەوە
admin-hotline-outdated = دەزگاکە ئەم ژمارەیەی گۆڕیوە. سەیری بکە وەک ئێستا چۆنە و پەیوەندی بەوەوە بکە.
admin-hotline-kept = هەڵگیرا: ئەمڕۆ تاقی کرایەوە.
admin-for-emergency = فریاکەوتن
admin-for-suicide = خۆکوشتن
admin-for-children = منداڵان
admin-for-women = ژنان
admin-for-family = پاراستنی خێزان
admin-for-cyber = تاوانی ئەلیکترۆنی
admin-for-legal = یارمەتی یاسایی
admin-for-ngo = کۆمەڵگەی مەدەنی
admin-teams = تیمەکان
admin-team = تیم
admin-team-languages = زمانەکان
admin-team-on = کار دەکات
admin-targets = کەی کەسێک وەڵام دەداتەوە
admin-night = شەو لە { $from } تا { $to }، بە کاتی بەغدا.
admin-severity = پلە
admin-reply = یەکەم وەڵام
admin-reply-night = لە شەودا
admin-pages = کێ بانگ دەکرێت
admin-page-team = دوای { $length }: تیمەکە
admin-page-supervisor = دوای { $length }: سەرپەرشتیار
admin-page-external = دوای { $length }: کەسێک لە دەرەوە
admin-again = پاشان دووبارە
admin-again-every = هەر { $length } جارێک
admin-again-growing = دوای { $first }، پاشان کەمتر و کەمتر، لانیکەم هەر { $most } جارێک
admin-retention = کەیسەکان چەند هەڵدەگیرێن
admin-retention-note = لە دوا نامەی ڕەشنووسەوە، لە دوا وتەی کەیسێک کە لای کەس نییە، و لە داخستنەوە دەژمێردرێت. داواکاری هێشتنەوە هەموویان ڕادەگرێت.
admin-draft = ڕەشنووس
admin-idle = لای کەس نییە
admin-closed = داخراو
admin-rules = ڕێساکان و پاراستن
admin-factor = هەنگاوی دووەم لە چوونەژوورەوەدا
admin-factor-required = پێویستە
admin-factor-optional = بە ئارەزوو
admin-two-persons = پاکێجەکان پێویستیان بە کەسی دووەمە
admin-only-sealed = پاکێجەکان تەنیا بە مۆرکراوی دەردەچن
admin-recipients = پاکێج بۆ ئەمانە مۆر دەکرێت
admin-recipients-any = هەر کلیلێکی گشتی
admin-anchors = شایەتەکانی کات لە دەرەوە
admin-anchors-none = هیچ لایەنێکی دەرەوە شایەتی بۆ کاتی خاڵەکانی چەسپاندن نادات.
admin-alarm = هێڵی ئاگادارکردنەوە بۆ دەرەوە
admin-alarm-none = نییە: ئاگادارییەکان تەنیا لە تۆماردان
admin-scrub = هەموو پەڕگەیەکی هەڵگیراو دووبارە دەخوێندرێتەوە لە ماوەی
admin-reserve = شوێنی هەڵگیراو بۆ نامە
admin-new = گفتوگۆی نوێ پێش ئەوەی دواتر خاو بکرێتەوە
admin-new-says = { $burst } بە یەکجار، پاشان { $count } لە خولەکێکدا
admin-women = ئەوانەی دەزانرێت ژنن
admin-women-unknown = نەوتراوە: داوای ژنێک کەس ڕاناگرێت
admin-conflicts = ناکۆکیی بەرژەوەندییان ڕاگەیاندووە

# دەقەکانی بۆت
admin-texts-note = هەموو ئەوەی بۆت دەتوانێت بیڵێت، لەگەڵ نموونەی دروستکراو لەو شوێنانەی ناو، کۆد یان ژمارەی تێدا دادەنێت. دەقەکان لە bots/amin/locales دەگۆڕدرێن؛ ئەوەی دەقێکی ڕەزامەندی بگۆڕێت، ژمارەی وەشانەکەشی بەرز دەکاتەوە.
text-group-questions = پرسیارەکان
text-group-in-the-line-of-the-queue = لە ڕیزی چاوەڕوانیدا
text-group-names-of-the-questions = ناوی پرسیارەکان
text-group-ways-on = ڕێگاکانی بەردەوامبوون
text-group-what-was-noted = ئەوەی تۆمار کرا
text-group-when-an-answer-does-not-fit = کاتێک وەڵامەکە ناگونجێت
text-group-pause-return-leaving = وەستان، گەڕانەوە، ڕۆیشتن
text-group-the-case-and-the-team = کەیس و تیم
text-group-a-person-and-their-own-case = خاوەنی کەیس و کەیسەکەی
text-group-files = فایلەکان
text-group-commands-of-the-telegram-menu = فەرمانەکانی لیستی تێلێگرام
text-group-for-the-team = بۆ تیمەکە
text-group-while-somebody-in-danger-waits = کاتێک کەسێکی لە مەترسیدا چاوەڕێ دەکات
text-group-in-danger-and-the-way-through-the-questions = لە مەترسیدا، و ڕێگا بە پرسیارەکاندا
text-group-the-full-intake = هەموو پرسیارەکان
text-group-next-steps = هەنگاوەکانی داهاتوو
text-group-to-read = بۆ خوێندنەوە
text-group-subjects-of-the-guidance = ئامۆژگاری: بابەتەکان
text-group-what-is-said-unasked = ئەوەی بێ پرسیار دەوترێت
text-group-guidance-on-people-and-law = ئامۆژگاری: هەنگاوی یەکەم، خەڵک، یاسا
text-group-guidance-on-apps-and-games = ئامۆژگاری: ئەپ و یاری
text-group-guidance-on-phone-and-accounts = ئامۆژگاری: مۆبایل و هەژمار
text-group-guidance-on-money = ئامۆژگاری: پارە
text-group-guidance-on-pictures = ئامۆژگاری: وێنە
text-group-for-administrators = بۆ بەڕێوەبەران: هەژماری واتساپ
text-group-an-administrator-who-tries-the-bot-from-their-own-phone = کاتێک بەڕێوەبەرێک بۆتەکە تاقی دەکاتەوە
admin-text-search = لە دەقەکاندا بگەڕێ، بە هەر زمانێک
admin-text-arguments = تێیدا پڕ دەکرێتەوە:
admin-text-count = { $count ->
    [one] یەک دەق
   *[other] { $count } دەق
}

# بەشەکان چۆنن
admin-health-note = هەر دە چرکە جارێک دووبارە دەپرسرێت. ئەوەی لە پرۆسەیەکی تردا کار دەکات لەوێ نیشان دەدرێت.
admin-channels = کەناڵەکان
admin-for = ماوە: { $length }
admin-ago = پێش { $length }
admin-silent = دوا وەڵامی پلاتفۆرم: پێش { $length }
admin-channel-off = کوژاوەتەوە
admin-channel-elsewhere = لە پرۆسەیەکی تردا کار دەکات
admin-channel-starting = دەست پێ دەکات
admin-channel-ready = نامەکان دێن و دەچن
admin-channel-degraded = نامەکان دوا دەکەون
admin-channel-down = کار ناکات تا کەسێک شتێک نەکات
admin-reason-unauthorised = پلاتفۆرم نیشانە یان هەژماری ئێمە ڕەت دەکاتەوە. یەکێکی دروست پێویستە.
admin-reason-unreachable = ناگەین بە پلاتفۆرم. ئەگەر درێژەی کێشا، سەیری تۆڕی ئەم ئامێرە بکە.
admin-reason-conflict = بەرنامەیەکی تر نامەکانی هەمان بۆت دەهێنێت. ڕایبگرە، یان نیشانەیەکی نوێ وەربگرە.
admin-reason-standby = پرۆسەیەکی تری خۆمان نامەکان دەهێنێت؛ ئەمە چاوەڕێیە.
admin-token-environment = نیشانەکەی لە ڕێکخستنەکانی کارپێکردندا دانراوە.
admin-token-here = نیشانەکەی لە کۆنسۆڵەوە دانراوە.
admin-queues = ڕیزەکان
admin-queue-inbox = گەیشتوو
admin-queue-outbox = بۆ ناردن
admin-queue-jobs = کارەکان
admin-queue-waiting = { $count ->
    [0] هیچ چاوەڕێ نییە
    [one] یەک چاوەڕێیە
   *[other] { $count } چاوەڕێن
}
admin-queue-oldest = کۆنترینیان: پێش { $length }
admin-queue-stuck = ئەمە زۆرە: لەوانەیە کارکەرەکە وەستابێت، یان کەناڵێک نامە وەرناگرێت.
admin-storage = هەڵگرتن
admin-store = کەیسەکان
admin-vault = پەڕگەکان
admin-part-ready = دەنووسرێت و دەخوێندرێتەوە
admin-part-down = بەکار نایەت: سەیری تۆمار بکە
admin-full = لە { $at } ەوە ئیتر هیچ پەڕگەیەک وەرناگیرێت: ئەوەی ماوە بۆ وشەیە.
admin-objects = پەڕگە مۆرکراوەکان
admin-objects-fine = هیچ کەموکوڕییەک نازانرێت
admin-objects-broken = { $count ->
    [one] یەکێک وەک خۆی نییە کە نووسرابوو
   *[other] { $count } وەک خۆیان نین کە نووسرابوون
}
admin-objects-act = فەرمانی “npm run amin verify --store” ناویان دەبات؛ لە کۆپی یەدەگەوە بیانهێنەرەوە.
admin-fault-missing = ونە
admin-fault-differs = گۆڕاوە
admin-fault-size-differs = قەبارەی جیاوازە
admin-fault-unreadable = ناخوێندرێتەوە
admin-fault-left = ماوەتەوە
admin-fault-seal-broken = مۆرەکەی شکاوە
admin-fault-plain-differs = ناوەڕۆکی جیاوازە
admin-room = شوێن بۆ پەڕگە
admin-room-unknown = تەنیا ڕاژەی داتابەیس دەزانێت
admin-scrub-state = خوێندنەوەی هەموو شتێک دووبارە
admin-scrub-none = دەستی پێ نەکردووە
admin-scrub-under-way = لە { $at } دەستی پێ کردووە و بەردەوامە.
admin-scrub-began = خولی داهاتوو دوای خولی { $at } دەست پێ دەکات.
admin-scrub-ended = خولی پێشوو لە { $at } تەواو بوو.
admin-checkpoints = خاڵەکانی چەسپاندن
admin-checkpoints-down = ناتوانرێت سەیر بکرێن: سەیری تۆمار بکە.
admin-checkpoints-none = هێشتا نییە.
admin-checkpoint-latest = نوێترین
admin-checkpoint-size = { $count ->
    [one] لەسەر سەری یەک کەیس
   *[other] لەسەر سەری { $count } کەیس
}
admin-anchor = شایەت
admin-anchor-nothing = هێشتا هیچ
admin-tools = پەڕگەکان بە چی دەخوێندرێنەوە
admin-tools-known = ئامرازێک کە نەبێت، ڕاستییەکانی ناژمێردرێن، و فایلی کەیس ئەوە دەڵێت.
admin-tools-asking = لێیان دەپرسرێت.
admin-tools-elsewhere = کارکەرێک لە پرۆسەیەکی تردا پەڕگەکان دەخوێنێتەوە.
admin-tools-failed = نەتوانرا لێیان بپرسرێت: سەیری تۆمار بکە.
admin-readers = چی ئەو بەرنامانە سنووردار دەکات کە پەڕگە دەخوێننەوە
admin-readers-by = { $by ->
    [bubblewrap] bubblewrap سنوورداریان دەکات.
    [unshare] جیهانی جیای سیستەم سنوورداریان دەکات.
    [landlock] Landlock سنوورداریان دەکات.
    [network] تەنها بێ تۆڕن. bubblewrap دابمەزرێنن.
   *[none] هیچ سنوورداریان ناکات. bubblewrap دابمەزرێنن.
  }
admin-readers-refused = پەڕگە ناخوێنرێنەوە: ئەمین وەک root کار دەکات و لێرە هیچ نییە خوێنەرەکان سنووردار بکات. بە هەژمارێکی تایبەت کاری پێ بکەن، یان bubblewrap دابمەزرێنن.
admin-readers-lack-files = پەڕگەیەکی زیانبەخش دەتوانێت کەیس و کلیلەکان بخوێنێتەوە.
admin-readers-lack-network = پەڕگەیەکی زیانبەخش دەتوانێت شت بنێرێتە دەرەوە.
admin-readers-lack-processes = پەڕگەیەکی زیانبەخش دەتوانێت خودی ئەمین تێک بدات.
admin-readers-lack-limits = پەڕگەیەکی زیانبەخش دەتوانێت یادگە و پرۆسێسەر تەواو بکات.
admin-readers-missing = دانەمەزراوە: { $names }. هەندێک ڕاستیی پەڕگە جێ دەهێڵرێن.
admin-tool = ئامراز
admin-tool-version = وەشان
admin-tool-absent = لەم ئامێرەدا نییە
admin-process = ئەم پرۆسەیە
admin-page-older = ئەم پەڕەیە لە ڕاژەکارەکە کۆنترە: نوێ کراوەتەوە بەبێ ئەوەی پەڕەکە دروست بکرێتەوە. npm ci (یان npm run build) بدە و ئەمین دووبارە دەست پێ بکە.
admin-page-missing = پەڕەی کۆنسۆڵەکە دروست نەکراوە. npm ci (یان npm run build) بدە و ئەمین دووبارە دەست پێ بکە.
admin-up = کار دەکات لە ماوەی
admin-memory = بیرگە
admin-roles = ڕۆڵەکان

done = تەواو

# هەژمارەکان
agents-search = گەڕان بە ناو یان ئیمەیڵ
agents-none = کەس نەدۆزرایەوە.
agent-active = چالاک
agent-invited = بانگهێشتکراو
agent-disabled = ڕاگیراو
agent-factor-on = هەنگاوی دووەم
agent-factor-off = بێ هەنگاوی دووەم
role-agent = کارمەند
role-agent-note = لەگەڵ خەڵک قسە دەکات و کار لەسەر کەیسەکان دەکات
role-supervisor = سەرپەرشتیار
role-supervisor-note = چاودێریی کەیسەکان دەکات و یارمەتیی کارمەندان دەدات
role-analyst = شیکەرەوە
role-analyst-note = تەنها ژمارەکان دەبینێت، نەک کەیسەکان
role-network-analyst = شیکەرەوەی تۆڕەکان
role-network-analyst-note = تۆڕی کەیسەکانی ئەو تیمانە دەخوێنێتەوە و بڕیاریان لەسەر دەدات کە لە خوارەوەن. هیچ گفتوگۆ و پەڕگەیەک نابینێت
role-admin = بەڕێوەبەر
role-admin-note = کارمەندان بانگهێشت دەکات و دەسەڵاتەکانیان دیاری دەکات
invite = بانگهێشتکردن
invite-do = دروستکردنی بەستەر
invite-made = ئەم بەستەرە بە شێوەیەکی سەلامەت بدە بە { $name }، نەک بە هەمان کەناڵی کەیسەکان. جارێک کار دەکات.
invite-copy = لەبەرگرتنەوەی بەستەر

# The account on WhatsApp
whatsapp-off = واتساپ کوژاوەتەوە: کەس ناتوانێت لەوێ بۆتان بنووسێت. ئەوەی ڕاژەکە بەڕێوە دەبات بە یەکێک لەم دوو ڕێگەیە دایدەگیرسێنێت، پاشان Amin لە نوێوە دەست پێ دەکاتەوە.
whatsapp-off-linked = ژمارەیەکی خۆتان
whatsapp-off-linked-how = ڕێکخستنی WHATSAPP=baileys. پاشان ژمارەکە لەم پەڕەیەوە وەک ئامێرێکی دووەمی تەلەفۆنەکەی دەبەسترێتەوە. ڕێگەیەکی نافەرمییە و واتساپ دەتوانێت ژمارەکە قەدەغە بکات: ژمارەیەک هەڵبژێرن کە بۆ هیچی تر بەکار نەیەت.
whatsapp-off-cloud = ژمارەیەک لای Meta (Cloud API)
whatsapp-off-cloud-how = ڕێکخستنی WHATSAPP=cloud لەگەڵ ئەو ڕێکخستنانەی بە WHATSAPP_CLOUD دەست پێ دەکەن. هەژمارێکی بازرگانی لای Meta دەوێت. Meta هەموو نامەیەک دەکاتەوە و دەتوانێت 30 ڕۆژ بیپارێزێت.
whatsapp-off-where = هەموو ڕێکخستنێک لە scripts/deploy/settings.md ڕوون کراوەتەوە. تا ئەو کاتە خەڵک بە کەناڵەکانی تر دەنووسن وەک پێشوو.
whatsapp-elsewhere = واتساپ لە پرۆسەیەکی تردا کار دەکات؛ کۆنسۆلی خۆی دۆخەکەی پیشان دەدات.
whatsapp-state-starting = دەست پێ دەکات.
whatsapp-state-standby = هەژمارەکە لای پرۆسەیەکی ترە؛ کە ئەو تەواو بوو ئەمە وەریدەگرێت.
whatsapp-state-unpaired = بە هیچ مۆبایلێکەوە نەبەستراوە
whatsapp-state-pairing = بە مۆبایلێکەوە دەبەسترێت
whatsapp-state-connecting = پەیوەست دەبێت
whatsapp-state-connected = پەیوەستە: نامەکان دێن و دەچن.
whatsapp-state-waiting = پەیوەست نییە؛ خۆی دووبارە هەوڵ دەدات.
whatsapp-state-stopped = وەستاوە تا کارێک دەکەیت
whatsapp-state-failed = کار ناکات.
whatsapp-health-starting = دەست پێ دەکات.
whatsapp-health-ready = کار دەکات: نامەکان دێن و دەچن.
whatsapp-health-degraded = نامەکان دوا دەکەون.
whatsapp-health-down = کار ناکات تا کارێک دەکەیت.
whatsapp-fact-code = ژمارەی واتساپ بۆ دوایین پچڕان
whatsapp-fact-retry = هەوڵی داهاتوو
whatsapp-fact-lock = ناتوانێت بۆ کەسی نوێ بنووسێت تا
whatsapp-lock-open = بەپێی واتساپ
whatsapp-fact-capping = چاتی نوێ لەم خولەدا
whatsapp-fact-refused = نامەی ڕەتکراوە لە دەستپێکەوە
whatsapp-fact-waiting = نامەی هێشتا هەڵنەگیراو
whatsapp-fact-left-alone = چاتی تایبەتی خاوەنی ژمارەکە کە دەستیان لێ نەدرا
whatsapp-fact-quality = هەڵسەنگاندنی خەڵک
whatsapp-fact-limit = ئەوانەی سەرەتا بۆیان دەنووسرێت لە ڕۆژێکدا
whatsapp-fact-throughput = خێرایی
whatsapp-fact-status = ژمارەکە
whatsapp-fact-sending = ناردن
whatsapp-fact-checked = تا
whatsapp-do-look = ئێستا لە واتساپ بپرسە
whatsapp-do-connect = دووبارە پەیوەست بە
whatsapp-do-unlink = بەستنەوەکە لاببە
whatsapp-unlink-note = مۆبایلەکە ئەم ئامێرە لەبیر دەکات و نامەکان دەوەستن تا دووبارە دەبەسترێتەوە. هیچ شتێک لەوەی گەیشتووە ون نابێت.
whatsapp-pair = بەستنەوە بە مۆبایل
whatsapp-pair-note = لەسەر مۆبایلەکە: واتساپ، ڕێکخستنەکان، ئامێرە بەستراوەکان، بەستنەوەی ئامێر. پاشان کۆدەکە سکان بکە، یان بەستنەوە بە ژمارەی مۆبایل هەڵبژێرە و بینووسە.
whatsapp-own-number = ئەم ژمارەیە تەنها بۆ ئەم خزمەتگوزارییەیە
whatsapp-own-number-note = لەمەودوا هەر کەسێک بۆی بنووسێت دەبێتە کەیس، و ئەوەی پێش بەستنەوە نووسراوە نایەتە ناوەوە. ژمارەیەک کە بۆ شتێکی تر بەکاردێت مەیبەستەرەوە.
whatsapp-pair-qr = کۆدی QR پیشان بدە
whatsapp-pair-code = کۆدێک بۆ نووسین وەربگرە
whatsapp-phone = ژمارەی ئەو مۆبایلە
whatsapp-phone-note = لەگەڵ کۆدی وڵات، وەک ‎+964
whatsapp-qr = کۆدی QR بۆ سکانکردن بە واتساپی مۆبایلەکە
whatsapp-pairing-asked = داوای کۆد لە واتساپ دەکرێت…
whatsapp-pairing-qr = ئێستا سکانی بکە. هەموو 20 چرکەیەک دەگۆڕێت.
whatsapp-pairing-code = ئێستا لەسەر مۆبایلەکە بینووسە.
whatsapp-pairing-expired = لە کاتی خۆیدا نە سکان کرا نە نووسرا.
whatsapp-pairing-cancelled = وازی لێ هێنرا.
whatsapp-pairing-busy = هەژمارەکە سەرقاڵە. دوای چەند چرکەیەک دووبارە هەوڵ بدە.
whatsapp-pairing-already = هەژمارەکە پێشتر بەستراوەتەوە.
whatsapp-pairing-failed = سەرکەوتوو نەبوو.

# Statistics
statistics-note = هی ئەو کەیسانەی لەم هەفتانەدا کراونەتەوە. «پیشان نادرێت» واتە ژمارەیەک لە یەک تا چوار، یان ژمارەیەک کە ژمارەیەکی وای پێ دەزانرێت، بۆ ئەوەی کەس لێیانەوە نەناسرێتەوە.
statistics-span = ماوە
statistics-span-4 = 4 هەفتە
statistics-span-13 = 13 هەفتە
statistics-span-52 = ساڵێک
statistics-span-260 = 5 ساڵ
statistics-csv = خشتە (CSV)
statistics-what = بڕگە
statistics-cases = کەیسەکان
statistics-hidden = پیشان نادرێت
statistics-nothing = هێشتا هیچ نییە
statistics-too-few = ژمارەکە کەمە بۆ ئەوەی شتێک بڵێت
statistics-waiting = ئێستا چاوەڕێن
statistics-waiting-seen = ئێستا چاوەڕێن، لەوانەی دەیانبینیت
statistics-first-reply = یەکەم وەڵامی مرۆڤ، نیوەیان لە ماوەی
statistics-resolution = لە کردنەوە تا داخستن، نیوەیان لە ماوەی
statistics-most = نۆ لە دە لە ماوەی { $length }
statistics-within = · { $count } لە { $all } لە کاتی خۆیدا
statistics-week = بەپێی هەفتە، لە دووشەممەوە
statistics-severity = بەپێی پەلە
statistics-team = بەپێی تیم
statistics-material = ئەوەی لای لایەنی بەرامبەرە
statistics-demand = ئەوەی داوای دەکات
statistics-paid = پارە درا؟
statistics-governorate = بەپێی پارێزگا
statistics-map = پارێزگاکان لەسەر نەخشە
statistics-map-note = هەر چوارگۆشەیەک پارێزگایەکە، نزیک لە شوێنی خۆی: هەرچەندە ڕەنگەکەی بەهێزتر بێت، کەیسەکان زیاترن. چوارگۆشەی بەتاڵ لەم ماوەیەدا هیچ کەیسێکی نییە.
statistics-channel = بەپێی کەناڵ
statistics-language = بەپێی زمان
statistics-status = لە کوێن
statistics-outcome = چۆن کۆتاییان هات
statistics-stopped = ڕاپۆرتی نەنێردراو: دوا پرسیار
statistics-stopped-note = لەو شوێنەی زۆر کەس دەوەستێت، ڕەنگە پرسیارەکە یان شوێنەکەی هەڵە بێت.
statistics-several = یەک کەیس دەکرێت لە چەند هێڵێکدا بێت.
statistics-networks = تۆڕەکان وەک ئێستا
statistics-network-cases = کەیسەکانی ناو تۆڕەکان ئێستا
statistics-network-money = داواکراو لە تۆڕەکاندا
statistics-network-paid = دراو لە تۆڕەکاندا
statistics-money = ئەو پارەیەی داوا کراوە
statistics-money-paid = ئەو پارەیەی دراوە، لەو شوێنانەی وتراوە
statistics-named-by = لە { $count } کەیسدا
statistics-reply = یەکەم وەڵام بەپێی پەلە
statistics-reply-urgency = پەلە
statistics-reply-half = نیوەیان لە ماوەی
statistics-reply-soon = لە کاتی خۆیدا
statistics-reply-of = { $count } لە { $all }
statistics-month-open = ڕاپۆرتی مانگانە (PDF)
statistics-month-note = دوو لاپەڕە بۆ ئەو کەسەی بڕیار دەدات: ژمارەکانی مانگێک لە تەنیشت هی مانگی پێشوو، وەک لەم لاپەڕەیەدا ژمێردراو و شاردراوە.
statistics-month-which = مانگ
statistics-month-running = { $month }، هێشتا تەواو نەبووە
statistics-month-language = زمانی ڕاپۆرتەکە
statistics-month-logged = لە تۆماری بەڕێوەبەران دەنووسرێت کە تۆ وەرتگرتووە.
statistics-month-make = PDF ئامادە بکە
language-ar = عەرەبی
language-ckb = کوردی (سۆرانی)
language-en = ئینگلیزی
length-days = { $count } ڕۆژ
length-hours = { $count } ک
length-minutes = { $count } خ
length-seconds = { $count } چ

## کەیسێک لای هاوکارێکە
agent-locked = وشەی نهێنی تاقی دەکرێتەوە
agent-no-teams = بێ تیم
field-no-teams = بێ تیم هیچ کەیسێک نابینرێت.
agent-agrees-from = لە { $time }ەوە دەتوانێت بە داوای کەسانی تر ڕازی بێت
agreeing-alone = کەس لێرە نییە بە داوای کەسێکی تر ڕازی بێت
agreeing-alone-what = بۆ سڕینەوەی کەیسێک لەم لاپەڕەیەوە، و بۆ پێدانی پاکێج کە دوو کەس پێویستن، سەرپەرشتیارێک یان بەڕێوەبەرێک داوا دەکات و یەکێکی تر ڕازی دەبێت. ئەوەی ئێستا داوا دەکرێت 24 کاتژمێر دەمێنێت، پاشان بەسەر دەچێت. خەڵک هەر دەتوانن کەیسی خۆیان بسڕنەوە، و ئەوەی سێرڤەرەکە بەڕێوە دەبات بە amin erase.
agreeing-alone-mend = سەرپەرشتیارێکی دووەم بانگ بکە. دوای 72 کاتژمێر دەتوانێت ڕازی بێت؛ یەکسەر، ئەگەر لەسەر سێرڤەرەکە بە amin agent add زیاد بکرێت.
agreeing-alone-until = یەکەم کەس کە دەتوانێت ڕازی بێت: لە { $time }ەوە.
agreeing-unseen = کەس کەیسی ئەم تیمانە نابینێت
role-minors-desk = مێزی تەمەنی ژێر 18
role-minors-desk-note = کارمەندێک کە لەسەر کەیسی خوار 18 ساڵیش کار دەکات
role-auditor = وردبین
role-auditor-note = دەبینێت کێ چی کردووە، لەگەڵ ژمارەکان؛ هیچ نووسینێک ناخوێنێتەوە
member-change = گۆڕین
member-change-name = گۆڕینی { $name }
member-locked = وشەی نهێنیی هەڵەی زۆر بۆ ئەم هەژمارەیە هات. ئەو وێبگەڕانەی پێشتر لێیانەوە چوونەتە ژوورەوە وەک هەمیشە دێنە ژوورەوە؛ ئەوانی تر دەبێت چاوەڕێ بکەن، جاری داهاتوو تا { $time }.
member-unlock = لابردنی چاوەڕوانی
member-sessions = شوێنەکانی چوونەژوورەوەی
member-acts = ڕێگەی چوونەژوورەوە
member-link = بەستەری نوێ بۆ وشەی نهێنی
member-sessions-end = دەرچوون لە هەموو شوێنێک
member-sessions-end-note = دەستبەجێ لە هەموو وێبگەڕەکان دەردەچێت.
member-second-factor-reset = لابردنی هەنگاوی دووەم
member-second-factor-reset-note = بۆ مۆبایلی ونبوو. کلیلی چوونەژوورەوە و کۆدەکان کۆتاییان دێت و دەردەچێت؛ دڵنیابە کە خۆیەتی داوای دەکات.
member-disable = ڕاگرتنی هەژمار
member-disable-note = دەستبەجێ دەردەچێت و ناتوانێت بگەڕێتەوە.
sessions-note = ئەگەر یەکێک لەمانە ناناسیت، کۆتایی پێ بهێنە و وشەی نهێنییەکەت بگۆڕە.
sessions-none = لە هیچ شوێنێک لە ژوورەوە نییە.
session-unknown = وێبگەڕی نەناسراو
session-this = ئەمە
session-from = لە
session-since = چووەتە ژوورەوە
session-seen = دوایین جار بینراوە
session-end = دەرچوون
session-end-others = دەرچوون لە هەموو شوێنەکانی تر
session-ended = لەوێ دەرچوو
api-keys-note = بە کلیل بەرنامەیەکی تر دێتە ژوورەوە. ئەوەی بۆ هەیە کە دەسەڵاتەکانی دەیڵێن، لەو تیمانەی ناویان دەبەیت، و هەرگیز هیچ کارێکی بە کەسان، کلیلەکان و هەنگاوی دووەم نییە.
api-keys-none = هیچ کلیلێک نییە.
api-key-new = کلیلی نوێ
api-key-name = ناو
api-key-name-note = بەرنامەکە چی دەکات؛ کارەکانی لە کەیسدا بەم ناوە تۆمار دەکرێن
api-key-scopes = دەسەڵاتەکان
api-key-days = کۆتایی دێت دوای
api-key-endless = خۆی کۆتایی نایەت
api-key-do = دروستکردنی کلیل
api-key-made = ئەمە کلیلەکەیە. تەنها ئێستا پیشان دەدرێت.
api-key-copy = لەبەرگرتنەوەی کلیل
api-key-since = دروستکراوە
api-key-until = کۆتایی دێت
api-key-used = دوایین بەکارهێنان
api-key-unused = بەکار نەهاتووە
api-key-end = کۆتاییپێهێنان
api-key-end-name = کۆتاییهێنان بە { $name }
api-key-end-do = ئێستا کۆتایی پێ بهێنە
scope-read = خوێندنەوەی کەیسەکان
scope-write = کارکردن لەسەر کەیسەکان
scope-evidence = کردنەوەی بەڵگەکان
scope-admin = دامەزراوەکە: زانیارییەکان، دەقەکان، دۆخ و کەناڵەکان
scope-handover = گواستنەوەی کەسەکان بۆ ئێرە (بۆتی Botpress)
audit-note = لە سەردێڕە کراوەکانی زنجیرەکان و تۆماری بەڕێوەبەران. وشەی کەسی تێدا نییە.
audit-from = لە
audit-to = تا
audit-code = کەیس
audit-member-all = تەنها { $name } · هەمووی
audit-csv = وەک خشتە (CSV)
audit-acts = لە کەیسەکان
audit-deeds = کەسەکان و کلیلەکان و ڕێکخستنەکان
audit-nothing = لەم ماوەیەدا هیچ نییە.
audit-cut = زیاتر هەیە لەوەی پیشان دراوە. ماوەیەکی کورتتر هەڵبژێرە.
audit-command = هێڵی فەرمان
audit-copy-hash = لەبەرگرتنەوەی پەنجەمۆری تەواو
audit-added = زیاد کرا: { $what }
audit-changed = گۆڕدرا: { $what }
audit-removed = لابرا: { $what }
audit-section-organisation = ئێوە کێن
audit-section-official = هەژمارە فەرمییەکانمان
audit-section-hotlines = ژمارەکانی یارمەتی
audit-section-teams = تیم و زمانەکان
audit-section-targets = لە چەنددا کەسێک وەڵام دەداتەوە
audit-setup = دامەزراندنی یەکەم
audit-broken = ئەم تۆمارە گۆڕدراوە: زنجیرەکەی پچڕاوە. کۆپییەکی بنکەدراوەکە هەڵبگرە و بە بەڕێوەبەری دامەزراندنەکە بڵێ.
deed-member-invited = بانگهێشتی کرد
deed-member-invited-again = بەستەری نوێی دروست کرد
deed-member-joined = وشەی نهێنی هەڵبژارد
deed-member-changed = ڕۆڵ یان تیمەکانی گۆڕی
deed-member-disabled = هەژماری ڕاگرت
deed-member-unlocked = داخستنەکەی لابرد
deed-factor-reset = هەنگاوی دووەمی لابرد
deed-sessions-ended = لە هەموو شوێنێک دەریکرد
deed-key-made = کلیلی بەرنامەی دروست کرد
deed-key-ended = کۆتایی بە کلیلی بەرنامە هێنا
deed-replies-changed = دەقە ئامادەکانی تیمی گۆڕی
deed-views-changed = بینینەکانی ڕیزی تیمی گۆڕی
deed-macros-changed = هەنگاوە ئامادەکانی تیمی گۆڕی
deed-hotline-checked = پەیوەندی بە ژمارەیەکی یارمەتی کرد و وەڵامی دایەوە
deed-webhook-tested = ئاگادارکردنەوەی بەرنامەیەکی تری تاقی کردەوە
deed-cases-imported = کەیسی کۆنی هێنایە ناوەوە
deed-settings-changed = ڕێکخستنەکانی گۆڕی
deed-month-reported = ڕاپۆرتی مانگێکی وەرگرت
deed-member-slowed = بەهۆی کردنەوە یان گەڕانی زۆرەوە خاو کرایەوە
deed-exchange-signed = ڕێککەوتنی بەراوردکردنی لەگەڵ لایەنێکی تر واژۆ کرد
deed-exchange-counted = لەگەڵ لایەنێکی تر بەراوردی کرد
deed-exchange-ended = بەراوردکردن لەگەڵ لایەنێکی تر کۆتایی هات
deed-exchange-refused = داوای لایەنێکی تری ڕەت کردەوە
deed-exchange-looked = سەیری ئەوەی کرد کە لایەنێکی تریش هەیەتی
exchange-why-stranger = لەوێ هیچ ڕێککەوتنێک لەنێوان ئەم کلیلە و ئەو کلیلەدا خزمەت ناکرێت: داوا لە لایەنەکەی تر بکەن خزمەتی بکات، و پەنجەمۆرەکان بە تەلەفۆن بەراورد بکەن
exchange-why-malformed = پەیامێک وەک پێویست نەبوو: دڵنیابن هەردوو لا هەمان وەشانی ئەمین بەکاردەهێنن
exchange-why-unsigned = هێشتا هەردوو لا ڕێککەوتنەکەیان واژۆ نەکردووە: بە `amin exchange sign` واژۆی بکەن
exchange-why-not-yet = ڕێککەوتنەکە هێشتا کاری پێ ناکرێت: لە یەکەم ڕۆژییەوە بیکەن
exchange-why-expired = ڕێککەوتنەکە ئیتر کاری پێ ناکرێت: دەبێت ڕێککەوتنێکی نوێ واژۆ بکرێت
exchange-why-wrong-party = کلیلی ئەم ئەمینە، یان هی ئەوەی وەڵامی دایەوە، کلیلی لایەنێکی ڕێککەوتنەکە نییە: پەنجەمۆرەکان بەراورد بکەن، و ئەگەر کلیلێک گۆڕدرابێت ڕێککەوتنێکی نوێ واژۆ بکەن
exchange-why-wrong-time = کاتژمێری هەردوو ئامێر زیاتر لە دە خولەک لێک دوورن: ڕاستیان بکەنەوە و دووبارەی بکەنەوە
exchange-why-replayed = ئەم بەراوردە پێشتر دەستی پێکردووە و هیچ دوو جار وەڵام نادرێتەوە: دووبارە `amin exchange run` بدەن
exchange-why-out-of-turn = پەیامێک هات کە ئێستا شوێنی ئێرە نییە: دووبارە `amin exchange run` بدەن
exchange-why-wrong-size = کۆمەڵەیەک نێردرا کە قەبارەکەی لەوانە نییە کە ڕێککەوتنەکە ناویان دەبات: پێش دووبارەکردنەوە لەگەڵ لایەنەکەی تر قسە بکەن
exchange-why-too-many = کۆمەڵەیەک نێردرا گەورەتر لەوەی ڕێککەوتنەکە بۆ یەک جار ڕێگەی پێدەدات: پێش دووبارەکردنەوە لەگەڵ لایەنەکەی تر قسە بکەن
exchange-why-unordered = کۆمەڵەیەک نێردرا کە شتێکی دووبارەی تێدایە، یان ڕیزبەندییەکەی شتێک دەڵێت: پێش دووبارەکردنەوە لەگەڵ لایەنەکەی تر قسە بکەن
exchange-why-no-point = کۆمەڵەیەک نێردرا شتێکی تێدایە کە هیچ ناشارێتەوە: پێش دووبارەکردنەوە لەگەڵ لایەنەکەی تر قسە بکەن
exchange-why-echoed = کۆمەڵەکەی خۆمان بۆمان گەڕێنرایەوە وەک ئەوەی هی ئەوان بێت: پێش دووبارەکردنەوە لەگەڵ لایەنەکەی تر قسە بکەن
exchange-why-wrong-tags = وەڵامێک بۆ کۆمەڵەکەمان نێردرا کە وەڵام نییە: پێش دووبارەکردنەوە لەگەڵ لایەنەکەی تر قسە بکەن
exchange-why-budget-spent = لە 24 کاتژمێردا ئەوەندە بەراورد کرا کە ڕێککەوتنەکە ڕێگە بە لایەک دەدات: دواتر دووبارەی بکەنەوە
exchange-why-unanswered = هیچ وەڵامێک نەهات، یان لە ئەمینێکەوە نەهات کە خزمەتی بەراورد بکات: دڵنیابن لە ناونیشانەکە و لەوەی لایەنەکەی تر ئێستا خزمەت دەکات
exchange-why-third-refuses = لایەنی سێیەمی بێلایەن کە ڕێککەوتنەکە ناوی دەبات وەڵام ناداتەوە یان ڕەتی دەکاتەوە: داوای لێ بکەن یارمەتی بدات و دووبارەی بکەنەوە
exchange-why-third-differs = لایەنی سێیەمی بێلایەن کلیلێکی تری بۆ لایەنەکەی تر بەکارهێنا: بپرسن لەو نێوانەدا سەرلەنوێ دەستی پێکردووە، پاشان دووبارەی بکەنەوە
deed-whose-ours = هی ئێمە
deed-whose-theirs = هی ئەوان
deed-outcome-done = تەواو بوو
deed-outcome-unconfirmed = تەواو بوو، لایەنی تر پشتڕاستی نەکردەوە
deed-outcome-left = لایەنی تر جێی هێشت
deed-outcome-refused = ڕەت کرایەوە
deed-what-reveal = فایل
deed-what-search = گەڕان
deed-what-token-set = نیشانەی بۆتی تێلێگرام دانرا
deed-what-token-changed = نیشانەی بۆتی تێلێگرام گۆڕدرا
deed-what-token-removed = نیشانەی بۆتی تێلێگرام لابرا
deed-signed-in = هاتە ژوورەوە
deed-sign-in-failed = نەیتوانی بێتە ژوورەوە
deed-sign-in-held-up = دوای هەوڵی زۆر ڕاگیرا
audit-stranger = کەسێک کە نەهاتووەتە ژوورەوە
deed-how-password = وشەی نهێنی
deed-how-code = کۆد
deed-how-backup = کۆدی یەدەگ
deed-how-passkey = کلیلی تێپەڕین
deed-browser-known = وێبگەڕی ناسراو
deed-browser-new = وێبگەڕی نوێ
save = پاشەکەوتکردن
audit-all = { $count ->
    [one] یەکەکە پیشان بدە
   *[other] هەر { $count } پیشان بدە
}
api-key-days-count = { $count ->
    [one] { $count } ڕۆژ
   *[other] { $count } ڕۆژ
}
audit-intact = { $count ->
    [one] نەگۆڕاوە: تاکە دێڕەکە وەک نووسراوە.
   *[other] نەگۆڕاوە: هەر { $count } دێڕەکە بەدوای یەکدا وەک نووسراون.
}

# Language model
admin-model = بەرنامەیەکی زمان کە یارمەتی تیم دەدات
admin-model-note = بە پەنجەنانی ئەندامێکی تیم دەپرسرێت، یان بۆ سەیرکردنێکی دووەم بۆ مەترسی، و هەرگیز بۆ کەس نانووسێت. لە ڕێکخستنەکاندا دەگۆڕدرێت (AMIN_MODEL_USES).
admin-model-off = هیچ چالاک نییە: هیچ شتێک لێرە ناچێتە دەرەوە، و هەموو شتێک بەبێ ئەو کار دەکات.
admin-model-use = بەکارهێنان
admin-model-leaves = ئەوەی بۆی دەنێردرێت
admin-model-use-danger = سەیرکردنێکی دووەم بۆ مەترسی
admin-model-use-facts = زانیاری لەگەڵ دەقەکەی
admin-model-use-summary = پوختە
admin-model-use-reply = ڕەشنووسی وەڵام
admin-model-use-translate = وەرگێڕان
admin-model-use-voice = نووسینەوەی نامەی دەنگی
admin-model-leaves-words = وشەی نامەکان، بەبێ ناو و ژمارە و هەژمار و شوێن و فایلەکانی کەیسەکە. ناوێک کە کەس پێی نەگوتووین لەوانەیە بمێنێتەوە.
admin-model-leaves-voice = نامە دەنگییەکە وەک خۆی: دەنگ ناکرێت بێناو بکرێت.
admin-model-name = بەرنامە
admin-model-to = بۆ کێ
admin-model-who = وشەی کێ
admin-model-who-away = تەنها گەورەساڵان کە بە ڕوونی ڕازی بوون
admin-model-who-here = لەسەر ئەم ئامێرە کار دەکات: هیچ شتێک لێرە ناچێتە دەرەوە
admin-model-kept = لەوێ هەڵدەگیرێت
admin-model-kept-away = وەک خاوەنەکەی دەڵێت؛ OpenAI ئەوەی بۆ خراپ بەکارهێنان دەیپشکنێت تا 30 ڕۆژ هەڵیدەگرێت
admin-model-kept-here = وەک ڕاژەکاری ئەم ئامێرە ڕێکخراوە
admin-model-budget = جارەکانی کاتژمێری دوایی
admin-model-calls = { $used } لە { $budget }
admin-model-untried = لە دەستپێکەوە هیچ نەپرسراوە.
admin-model-ready = وەڵام دەداتەوە.
admin-model-failing = دوایین جار سەرکەوتوو نەبوو.
admin-model-resting = پێنج جار لەسەر یەک سەرکەوتوو نەبوو و پێنج خولەک وازی لێ دەهێنرێت.
admin-model-spent = جارەکانی ئەم کاتژمێرە تەواو بوون.
admin-model-try = تاقیکردنەوە
admin-model-try-note = بە نامەیەکی دروستکراو کە هی کەس نییە.
admin-model-answered = دوای { $milliseconds } میلیچرکە وەڵامی دایەوە:
admin-model-none-off = هیچ بەرنامەیەکی زمان چالاک نییە.
admin-model-none-withheld = نابێت ئەم کەیسە پیشانی بەرنامەی زمان بدرێت.
admin-model-none-budget = جارەکانی ئەم کاتژمێرە تەواو بوون. دواتر هەوڵ بدەرەوە.
admin-model-none-stopped = وەستا.
admin-model-none-late = زۆری خایاند. هیچ شتێک ون نەبوو.
admin-model-none-unreachable = یارمەتی ئێستا لێرە نییە. هەموو شتێکی تر وەک پێشوو کار دەکات.
admin-model-none-unauthorised = بەرنامەکە کلیلەکەمان ڕەت دەکاتەوە. بە بەڕێوەبەر بڵێ.
admin-model-none-busy = بەرنامەکە سەرقاڵە. کەمێکی تر هەوڵ بدەرەوە.
admin-model-none-refused = بەرنامەکە وەڵامی نەدایەوە.
admin-model-none-unreadable = ئەوەی هات بەکار نایەت.
admin-model-none-too-large = وەڵامەکە زۆر گەورەیە.
admin-pictures-read = وشەی وێنەی چاتەکان لێرە دەخوێندرێنەوە، بەبێ تۆڕ.
admin-pictures-off = هیچ وێنەیەک ناخوێندرێتەوە (AMIN_READ_PICTURES).
admin-pictures-elsewhere = پرۆسەیەکی تر وێنەکان دەخوێنێتەوە.
admin-sentences-reading = دوو خوێنەر مەترسی دەخوێننەوە: دووەم ڕستەی تەواو دەخوێنێتەوە کاتێک یەکەم دڵنیا نییە.
admin-sentences-resting = دوو خوێنەر مەترسی دەخوێننەوە؛ دووەم لەگەڵ نامەی داهاتوودا دەست پێ دەکات.
admin-sentences-failed = خوێنەری دووەمی مەترسی وەستا و خۆی دەگەڕێتەوە. ئێستا یەکەم بە تەنیا دەخوێنێتەوە و کەمتر دەبیستێت.
admin-sentences-off = مەترسی تەنیا خوێنەری یەکەم دەیخوێنێتەوە و کەمتر دەبیسترێت (AMIN_READ_SENTENCES).
admin-sentences-elsewhere = پرۆسەیەکی تر نامەکان بۆ مەترسی دەخوێنێتەوە.
# Networks
networks-note = ئەو کەیسانەی پێکەوە گرێدراون بە ژمارە یان هەژمارێک، دەقێکی کۆپیکراو، تۆمارێک، یان چونکە کەسێک لە تیمەکە وای وت؛ لەو کەیسانەی دەتوانیت بیانبینیت. گومانە: ناڵێت کێ کردوویەتی. تەنها وێنە لێرە کەس پێکەوە نابەستێت.
networks-none = هێشتا هیچ کەیسێک پێکەوە گرێنەدراون.
networks-only = ئەوە دەبینیت کە کەیسەکان هاوبەشن تێیدا و ئەوەی لەبارەیانەوە بڕیار دراوە. گفتوگۆ و پەڕگەکانیان تەنها بۆ تیمەکانی خۆیانن.
network-bound = پێکەوەبەستراون بە
network-newest = دوایین جووڵە
network-demanded = داواکراو
network-paid = دراو
network-provinces = پارێزگاکان
network-services = لە ڕێگەی ئەمانەوە دەنووسن
network-nobody = کەس
network-not-told = نەوتراوە
network-in-cases = (لە { $count } وتراوە)
network-with = لەگەڵ
network-title = تۆڕ
network-one = تۆڕی
network-cases = کەیسەکان
network-state-suspected = گومانلێکراو
network-state-confirmed = دڵنیاکراوەتەوە
network-state-investigated = لە ژێر لێکۆڵینەوەدایە
network-state-given = دراوە بە لایەنێکی فەرمی
network-state-dismantled = هەڵوەشاوە
network-state-dissolved = لابراوە
network-alarms = { $count ->
    [one] کەیسێکی نوێ لەگەڵی یەک دەگرێتەوە
   *[other] { $count } کەیسی نوێ لەگەڵی یەک دەگرنەوە
}
network-proposed-count = { $count ->
    [one] کەیسێکی تر پێشنیار کراوە
   *[other] { $count } کەیسی تر پێشنیار کراون
}
network-lead = سەرۆکایەتی دەکات
network-suspected-note = کۆمپیوتەر گومان دەکات ئەم کەیسانە پێکەوە بن. هێشتا کەس بڕیاری نەداوە.
network-decided-note = ئەمە بڕیاری مرۆڤە. تەنها ئەو کەیسانە دەردەکەون کە دەتوانیت بیانبینیت.
network-undecided = هێشتا کەس هیچ بڕیارێکی نەداوە.
network-cases-title = { $count ->
    [one] یەک کەیس
   *[other] { $count } کەیس
}
network-shared = ئەوەی هاوبەشە
network-shared-identifier = هەمان ژمارە یان هەژمار لە { $count } کەیسدا:
network-shared-image = هەمان وێنە لە { $count } کەیسدا:
network-shared-script = هەمان دەقی کۆپیکراو لە { $count } کەیسدا:
network-shared-voice = هەمان تۆمار لە { $count } کەیسدا:
network-steps = ئەوەی بڕیاری لەسەر درا
network-by-itself = خۆکار
network-proposed = ئەو کەیسانەی پێوەی گرێدراون
network-proposed-note = کەس زیادی نەکردوون. پێش زیادکردن سەیری هەر یەکێکیان بکە.
network-alarm = دوای هەڵوەشاندنەوەی، کەیسێک هات کە لەگەڵی یەک دەگرێتەوە:
network-graph = وێنەی تۆڕەکە
network-graph-note = بازنە: کەیس. چوارگۆشە: ئەوەی هاوبەشە. هێڵ ئەوەی هاوبەشە دەبات بۆ هەر کەیسێک کە هەیەتی؛ هێڵی پچڕپچڕ دوو کەیس دەبەستێتەوە کە تیمەکە دەڵێت پێکەوەن. لیستەکانی سەرەوە هەمان شت بە وشە دەڵێن.
network-actions = بڕیار
network-reason = بۆچی
network-name-nobody = لێرە ناو و ژمارەی کەس مەنووسە: ئەوەی لێرە دەنووسرێت دەمێنێتەوە، تەنانەت ئەگەر کەیسەکەشی بسڕدرێتەوە.
network-choose-confirm = ئەو کەیسانەی هی ئەون
network-choose-split = ئەو کەیسانەی دەبنە تۆڕێکی جیا
network-choose = هەڵبژێرە
network-no-other = هیچ تۆڕێکی تر نییە
network-other = تۆڕەکەی تر
network-field-code = کۆدی کەیس
network-field-authority = لایەن
network-field-reference = ژمارەی نووسراو
network-field-day = ڕۆژ
network-field-source = کێ وای وت
network-do-confirm = دڵنیاکردنەوە وەک تۆڕ
network-do-add = زیادکردنی کەیس
network-do-remove = دەرکردن
network-do-answer = هی ئەم تۆڕە نییە
network-do-lead = من سەرۆکایەتی دەکەم
network-do-unlead = وازهێنان لە سەرۆکایەتی
network-do-investigate = لە ژێر لێکۆڵینەوە
network-do-give = دان بە لایەنێکی فەرمی
network-do-dismantle = هەڵوەشایەوە
network-do-dissolve = لابردن
network-do-split = دابەشکردن
network-do-merge = یەکخستن
network-about-confirm = وەک یەک تۆڕ دەمێنێتەوە تا کەسێک بڕیارێکی تر دەدات، هەرچی کۆمپیوتەر دواتر بیدۆزێتەوە.
network-about-add = کەیسەکە لەوە بەدوا لە تۆڕەکەدایە.
network-about-remove = کەیسەکە جارێکی تر بۆ ئەم تۆڕە پێشنیار ناکرێت.
network-about-answer = ئاگادارییەکە دەڕوات و کەیسەکە زیاد ناکرێت.
network-about-lead = ناوت لەگەڵ تۆڕەکە دەردەکەوێت.
network-about-unlead = ئیتر کەس سەرۆکایەتی ناکات.
network-about-investigate = کەسێک کار لەسەر ئەوە دەکات کێ لە پشتیەوەیە.
network-about-give = کام لایەن وەریگرتووە و بە کام ژمارەی نووسراو.
network-about-dismantle = هەر کەیسێک دواتر بێت و یەک بگرێتەوە ئاگاداری دەدات.
network-about-dissolve = تۆڕ نەبوو. کەیسەکانی وەک خۆیان دەمێننەوە.
network-about-split = لە هەر لایەک لانیکەم دوو کەیس دەمێننەوە.
network-about-merge = هەموو کەیسەکانی تۆڕەکەی تر دێنە ناو ئەمە.
network-step-confirmed = وەک تۆڕ دڵنیا کرایەوە:
network-step-split_off = جیا بووەوە، لەگەڵ
network-step-case_added = زیاد کرا:
network-step-case_removed = دەرکرا:
network-step-led = { $lead } سەرۆکایەتی دەکات
network-step-unled = کەس سەرۆکایەتی ناکات
network-step-investigated = لە ژێر لێکۆڵینەوەدایە
network-step-given = درا بە { $authority }، ژمارەی نووسراو { $reference }
network-step-dismantled = لە { $day } هەڵوەشایەوە، بە وتەی { $source }
network-step-dissolved = لابرا
network-step-emptied = لابرا: کەمتر لە دوو کەیس ماون
network-step-split = دابەش کرا: ئەمانە بوونە تۆڕێکی جیا:
network-step-merged = لەگەڵ تۆڕێکی تر یەک خرا:
network-step-matched = کەیسێک هات کە یەک دەگرێتەوە:
network-step-dossier_made = دۆسیەکەی بۆ دەرەوە نووسرا، لەگەڵ:
network-dossier = دۆسیە بۆ داواکاری گشتی
network-dossier-note = کەیسەکان بە کۆدەکانیان، هەر بەستنەوەیەک و چۆن دۆزرایەوە و کێ بڕیاری لەسەر دا، ئەوەی بڕیاری لەسەر درا، و ئەوەی نایسەلمێنێت.
network-dossier-begin = داواکردنی دۆسیە…
network-dossier-of = لەسەر ئەم کەیسانە:
network-dossier-holds = تەنها ئەو کەیسانەی تۆ دەیانبینیت دەچنە ناوی. ئەوەی ڕازی نەبووە بدرێت تەنها وەک ژمارەیە، و ئەوەی تەمەنی لە 18 کەمترە هیچی تێدا نییە.
network-dossier-count = بە کۆد: { $named }. تەنها وەک ژمارە: { $unnamed }.
network-dossier-nobody = کەمتر لە دوو کەس ڕازی بوون کەیسەکەیان بدرێت: هیچ نییە داوا بکرێت.
network-step-dossier_requested = داوای دۆسیەکەی کرا، لەگەڵ:
network-step-dossier_approved = ڕەزامەندی لەسەر دۆسیەکەی درا
network-step-dossier_refused = دۆسیەکەی ڕەتکرایەوە
network-step-alarm_answered = هی ئەم تۆڕە نییە:
bond-none = تیمەکە زیادی کردووە
bond-through = لە ڕێگەی کەیسێکی ترەوە
graph-identifier = ژمارە یان هەژمار
graph-image = وێنە
graph-script = دەق
graph-voice = تۆمار
bond-identifier = هەمان ژمارە یان هەژمار
bond-script = هەمان دەقی کۆپیکراو
bond-voice = هەمان تۆمار
bond-said = بە وتەی تیمەکە
network-service-whatsapp = واتساپ
network-service-viber = ڤایبەر
network-service-imo = ئیمۆ
network-service-zaincash = زەین کاش
network-service-asiahawala = ئاسیا حەواڵە
network-service-fastpay = فاستپەی
network-service-telegram = تێلێگرام
network-service-instagram = ئینستاگرام
network-service-facebook = فەیسبووک
network-service-snapchat = سناپچات
network-service-tiktok = تیکتۆک
network-service-x = ئێکس

# ئەوەی دامەزراندنەکە پێویستیەتی
checklist-note = ئەوەی پێویستە پێش ئەوەی خەڵک بنووسن. هیچ شتێک لێرە بە دەست نیشانە ناکرێت: هەر دۆخێک لە بەشەکانەوە دەخوێنرێتەوە، وەک ئێستا هەن.
checklist-done = { $done } لە { $of } ئامادەیە
checklist-all = هەموو ئەوەی پێویستە ئامادەیە
checklist-needed = پێویست
checklist-choice = بە ئارەزووی خۆت
todo-open = بیکەرەوە
todo-state-good = ئامادەیە:
todo-state-odd = سەیری ئەمە بکە:
todo-state-bad = نییە، و مەترسیدارە:
todo-state-none = ماوە بکرێت:
todo-state-choice = هەڵنەبژێردراوە:
todo-factor = هۆکاری دووەم
todo-factor-none = هێشتا هیچت نییە. هەرکەس وشەی نهێنیت بزانێت دەگاتە هەموو شتێک.
todo-factor-some = { $count ->
    [one] یەک ئەندام هێشتا نییەتی.
   *[other] { $count } ئەندام هێشتا نییانە.
}
todo-factor-all = هەموو ئەندامە چالاکەکان هەیانە.
todo-second-admin = بەڕێوەبەری دووەم
todo-second-admin-none = تەنها تۆیت. ئەگەر ڕێگەی چوونەژوورەوەت ون بکەیت، کەس ناتوانێت لێرەوە ڕێگەت بداتەوە.
todo-second-admin-invited = بانگهێشت کراوە و هێشتا نەهاتووە. تا ئەوکات تەنها تۆیت.
todo-second-admin-there = { $count } بەڕێوەبەر دەتوانن یەکتری بگەڕێننەوە ژوورەوە.
todo-members = کێ وەڵام دەداتەوە
todo-members-none = هێشتا کەس وەڵامی خەڵک ناداتەوە. کارمەند بانگهێشت بکە و ئەو تیمانە دیاری بکە کە کەیسەکانیان دەبینن.
todo-members-invited = { $count ->
    [one] یەکێک بانگهێشت کراوە و هێشتا نەهاتووە.
   *[other] { $count } کەس بانگهێشت کراون و هێشتا نەهاتوون.
}
todo-members-there = { $count ->
    [one] یەک کەس وەڵام دەداتەوە.
   *[other] { $count } کەس وەڵام دەدەنەوە.
}
todo-organisation = ئێوە کێن
todo-organisation-none = بە خەڵک ناوترێت کێ لە پشت ئەمەوەیە. لەو پەڕەیەی لێرەوە دەکرێتەوە بینووسە.
todo-organisation-there = بە خەڵک دەوترێت کێ لە پشت ئەمەوەیە.
todo-hotlines = ژمارەکانی یارمەتی
todo-hotlines-no-emergency = هەرکەس لە مەترسیدا بێت ئێستا هیچ ژمارەیەکی پێ نادرێت. پەیوەندی بە ژمارەیەکی فریاکەوتن بکە و لەو پەڕەیەی لێرەوە دەکرێتەوە زیادی بکە.
todo-hotlines-lapsed = { $count ->
    [one] یەک ژمارە ئیتر پیشانی کەس نادرێت. پەیوەندیی پێوە بکە و پشتڕاستی بکەرەوە.
   *[other] { $count } ژمارە ئیتر پیشانی کەس نادرێن. پەیوەندییان پێوە بکە و پشتڕاستیان بکەرەوە.
}
todo-hotlines-there = { $count ->
    [one] یەک ژمارە پیشان دەدرێت.
   *[other] { $count } ژمارە پیشان دەدرێن.
}
todo-telegram = تێلێگرام
todo-telegram-off = کوژاوەیە. ئەو نیشانەیەی @BotFather دەیدات لێرە دابنێ، بەبێ پەڕگە و بەبێ دووبارە دەستپێکردن.
todo-whatsapp = واتساپ
todo-whatsapp-off = کوژاوەیە. WHATSAPP دەیکاتەوە؛ پاشان ژمارەیەک لێرەوە بە کۆدی QR دەبەسترێتەوە.
todo-webchat = چاتی وێب
todo-webchat-ready = خەڵک لە { $address } دەیکەنەوە
todo-webchat-here = تەنها ئەم ئامێرە دەگاتە { $address }. ناونیشانێکی https کە خەڵک بتوانن بیکەنەوە بدە بە AMIN_PUBLIC_URL.
todo-backup = کۆپییەکانی پاراستن
todo-backup-elsewhere = داتابەیسەکە خۆی کۆپی دەگرێت، و ئەمین نایانبینێت. جارێک یەکێکیان بگەڕێنەرەوە تا بزانیت کار دەکات.
todo-backup-none = هێشتا هیچ کۆپییەکی تەواو نەگیراوە. scripts/deploy/BACKUP.md دەڵێت چۆن، و چۆن تاقی دەکرێتەوە.
todo-backup-old = دوا کۆپیی تەواو { $hours } کاتژمێری تەمەنە؛ دەبێت هەموو شەوێک یەک هەبێت.
todo-backup-there = دوا کۆپیی تەواو { $hours } کاتژمێری تەمەنە. تەنها گەڕاندنەوە دەیسەلمێنێت: scripts/deploy/BACKUP.md.
todo-teams = تیم و زمانەکان
todo-teams-none = { $count } تیم، وەک خۆیان. کەس نەیوتووە بە چ زمانێک قسە دەکەن.
todo-teams-some = { $count ->
    [one] یەک تیم زمانەکانی نەوتراوە.
   *[other] { $count } تیم زمانەکانیان نەوتراوە.
}
todo-teams-there = وتراوە هەر یەک لە { $count } تیمەکە بە چ زمانێک قسە دەکات.
todo-targets = کاتی وەڵام
todo-targets-none = کاتە ئاساییەکان کاریان پێ دەکرێت. بزانە تیمەکەت دەتوانێت ڕەچاویان بکات.
todo-targets-there = خۆتان دیاریتان کردووە.
todo-model = مۆدێلی زمان
todo-model-none = هیچ یەکێک نەکراوەتەوە، و بەبێ ئەو هیچ کەم نییە.
todo-model-there = { $count ->
    [one] لە یەک شتدا یارمەتی دەدات.
   *[other] لە { $count } شتدا یارمەتی دەدات.
}
settings-change = گۆڕین
settings-keep = پاراستن
settings-kept = پارێزرا، و ئێستا لە هەموو بەشەکانی ئەمین کاری پێ دەکرێت.
settings-choose = هەڵبژێرە
settings-from-file = لە پەڕگەی دەزگادا (operator.json) نووسراوە. بۆ گۆڕینی لێرە، لەوێ لایبە و ئەمین دووبارە دەستپێبکە.
settings-changed-by = دوا کەس کە گۆڕیوێتی
settings-outdated = لەم ماوەیەدا کەسێکی تر ئەمەی گۆڕی. ئەوەی نووسیوتە هێشتا لێرەیە: ئەوەی پێویستتە لەبەری بگرەوە، ئەمە دابخە، و وەک ئێستا هەیە سەیری بکە.
settings-unfit = هێشتا نەپارێزراوە: ئەو خانانەی لە خوارەوە نیشان کراون دروست نین.
settings-why-missing = ئەمە کەمە.
settings-why-long = ئەمە زۆر درێژە.
settings-why-small = ئەم ژمارەیە زۆر بچووکە.
settings-why-large = ئەم ژمارەیە زۆر گەورەیە.
settings-why-format = ئەمە بەو شێوەیە نەنووسراوە کە پێویستە.
settings-why-choice = لە لیستەکە یەکێک هەڵبژێرە.
settings-why-twice = ئەمە دوو جار لێرەیە.
settings-why-order = پەیوەندیی دواتر دەبێت دواتر بێت.
settings-why-last = دەبێت تیمێک هەر کار بکات.
settings-why-strange = ئەم خانەیە لێرە نەناسراوە.
settings-organisation = ئێوە کێن
settings-organisation-note = خەڵک ئەمە دەخوێننەوە کاتێک دەپرسن کێ لە پشت ئەم گفتوگۆیەوەیە. هەندێک لە جۆرە شوێنێک زیاتر دەترسن، بۆیە بە ڕوونی دەوترێت.
settings-more-note = پەڕەیەک دەربارەتان کە بە https:// دەست پێ دەکات. دەکرێت بەتاڵ بێت.
settings-official = هەژمارە فەرمییەکان
settings-official-note = وەک خەڵک دەیبینن، وەک ‎@name‎. هەرکەس بپرسێت «بەڕاستی ئێوەن؟» ئەمانەی پێ دەوترێت، و ئەوەی هەر یەکێکی تر ئێمە نین.
settings-hotlines = ژمارەکانی یارمەتی
settings-hotline-add = زیادکردنی ژمارەیەک
settings-hotline-title = گۆڕینی ئەم ژمارەیە
settings-hotline-name = کێ لەوێ وەڵام دەداتەوە
settings-hotline-number = ژمارە
settings-hotline-for = خەڵک بۆچی پەیوەندیی پێوە دەکەن
settings-hotline-source = چۆن دەیزانن
settings-hotline-source-note = پەڕەیەک، نامەیەک، یان «پەیوەندیمان کرد».
settings-hotline-checked = دوا پەیوەندی
settings-hotline-checked-note = ئەو ڕۆژەی دوا جار کەسێکتان پەیوەندیی پێوە کرد و وەڵام درایەوە. لەو ڕۆژەوە بۆ ماوەیەک دەدرێت بەوانەی لە مەترسیدان.
settings-hotline-area = لە کوێ وەڵام دەداتەوە (بەتاڵ: لە هەموو شوێنێک)
settings-hotline-preview = ئەوەی کەسێک لە مەترسیدا دەیخوێنێتەوە
settings-hotline-silent = بۆتەکە خۆی تەنها ژمارەکانی فریاکەوتن دەڵێت. ئەوانی تر لێرە بۆ تیمەکەن.
settings-hotline-remove = سڕینەوەی ژمارەکە
settings-order = ڕیزبەندیی ژمارەکان
settings-order-note = بەوانەی لە مەترسیدان دوو یەکەم ژمارەی فریاکەوتن دەوترێت کە بەم دواییە پەیوەندییان پێوە کراوە.
settings-order-up = بۆ سەرەوە: { $name }
settings-order-down = بۆ خوارەوە: { $name }
settings-order-place = { $name } ئێستا { $place } لە { $of }ە.
settings-teams = تیم و زمانەکان
settings-teams-note = کەیسەکان دەچنە ئەو تیمانەی کار دەکەن. زمانەکان دەڵێن تیمێک دەتوانێت وەڵامی کێ بداتەوە.
settings-team-name = ناوێکی تری
settings-targets = کەی کەسێک وەڵام دەداتەوە
settings-targets-note = بە خولەک. لەو شوێنەی خانە بەتاڵە، ژمارە خۆڵەمێشییەکە کاری پێ دەکرێت. ئەوەی بانگ دەکرێت هەتا کەس وەڵامی نەداوەتەوە لە ژێرەوەیە، بە ڕیزی کات.
settings-target-day = یەکەم وشە، بە ڕۆژ
settings-target-night = یەکەم وشە، بە شەو
settings-calls-usual = کەس لێرە ناوی نەهاتووە، ئەوەی ئاساییە کاری پێ دەکرێت:
settings-calls-removed = هیچ بانگکردنێک لێرە نەماوە، بۆیە ئەوەی لە ئەمین ئاساییە کاری پێ دەکرێت.
settings-call = بانگکردنی { $n }
settings-call-after = دوای چەند خولەک
settings-call-whom = کێ
settings-call-team = تیم
settings-call-supervisor = سەرپەرشتیار
settings-call-external = کەسێک لە دەرەوە
settings-call-remove = لابردنی بانگکردنی { $n }
settings-call-add = بانگکردنێکی تر
settings-again-first = دواتر دووبارە دوای (خولەک)
settings-again-most = لانیکەم هەموو (خولەک)
settings-night = شەو، بە کاتی بەغدا
settings-night-from = لە کاتژمێر
settings-night-to = تا کاتژمێر
settings-file = وەک پەڕگە
settings-file-note = ئەوەی لێرە دانراوە وەک پەڕگەی دەزگا، بۆ کۆپییەک یان بۆ ئەمینێکی تر. پەڕگەیەک دەکرێت سەیر بکرێت پێش ئەوەی هیچی لێ وەربگیرێت.
settings-file-export = هەناردنی operator.json
settings-file-import = هەڵبژاردنی operator.json
settings-file-look = سەیرکردنی { $name }
settings-file-none = ئەمە پەڕگەی دەزگا نییە: وەک JSON ناخوێندرێتەوە.
settings-file-title = ئەم پەڕگەیە چی دەگۆڕێت
settings-file-nothing = هیچ لەم پەڕگەیەدا لێرە دانانرێت.
settings-file-left = ئەمانە لە پەڕگەی دەزگادا دەمێننەوە و لێرە دانانرێن:
settings-file-take = وەرگرتنی گۆڕانکارییەکان
settings-file-same = لێرەش هەر وایە.
settings-file-changes = دەگۆڕێت.
settings-file-file = لێرە لە پەڕگەی دەزگادایە، و ئەو پێشەنگە.
settings-file-wrong = بەم شێوەیە نابێت:
settings-added = نوێ:
settings-removed = نامێنێت:
settings-changed = جیاواز:

telegram-note = ئەو بۆتەی خەڵک بۆی دەنووسن. لە تێلێگرام دەربارەی نیشانەکەی دەپرسرێت، بە مۆرکراوی دەپارێزرێت، و نە لێرە و نە لە هیچ شوێنێک دووبارە پیشان نادرێتەوە.
telegram-account = بۆتەکە
telegram-bot = بۆت
telegram-token = نیشانە
telegram-token-note = ژمارە، دوو خاڵ، پاشان پیت. هەرکەس هەیبێت دەتوانێت وەک بۆتەکە بخوێنێتەوە و بنووسێت؛ لە هیچ شوێنێکی تر مەیپارێزە.
telegram-token-show = پیشاندان یان شاردنەوەی نیشانەکە
telegram-runs = ئێستا
telegram-from-environment = لە ڕێکخستنەکانی کارپێکردندا (TELEGRAM_BOT_TOKEN) دانراوە و ئەوە پێشەنگە. بۆ دانانی لێرە، لەوێ لایبە و ئەمین دووبارە دەستپێبکە.
telegram-from-here = لێرە دانراوە و بە مۆرکراوی پارێزراوە.
telegram-from-nowhere = دانەنراوە. هیچ کەس ناتوانێت لە تێلێگرامەوە بنووسێت.
telegram-from-unreadable = پێشتر لێرە دانراوە، و کلیلی سەرەکیی ئێستا نایکاتەوە. دووبارە دایبنێ.
telegram-look = ئێستا لە تێلێگرام بپرسە
telegram-why-good = تێلێگرام ئەم نیشانەیە دەناسێت.
telegram-why-none = هیچ نیشانەیەک دانەنراوە.
telegram-why-format = ئەمە لە نیشانە ناچێت. نیشانە ژمارەیە، دوو خاڵ و پیت، وەک 123456:ABC…
telegram-why-refused = تێلێگرام ئەم نیشانەیە ناناسێت. لە کاتی لەبەرگرتنەوەدا بڕا، یان @BotFather دواتر نیشانەیەکی تری دا؟
telegram-why-unreachable = تێلێگرام لەم ئامێرەوە وەڵام ناداتەوە. هیچ نەگۆڕا. سەیری تۆڕەکە بکە، یان دیواری ئاگرینی نێوانیان.
telegram-why-slowed = تێلێگرام دەیەوێت دواتر لێی بپرسرێت. هیچ نەگۆڕا؛ دوای خولەکێک دووبارەی بکەوە.
telegram-why-broken = تێلێگرام خۆی ئێستا کێشەی هەیە. هیچ نەگۆڕا؛ کەمێکی تر دووبارەی بکەوە.
telegram-why-webhook = نامەکانی ئەم بۆتە بۆ بەرنامەیەکی تر دەنێردرێن. کاتێک ئەمین بۆتەکە وەردەگرێت، ئەو بەرنامەیە ئیتر هیچی پێ ناگات.
telegram-why-other-bot = ئەمە بۆتێکی ترە. هەرکەس بۆ کۆنەکە بنووسێت لەوێ بە کەس ناگات؛ خەڵک بە کۆدی گەڕانەوە و ژمارەی نهێنی دەگەڕێنەوە لای نوێیەکە. ئەو فایلانەی بۆ کۆنەکە نێردراون و هێشتا لێرە هەڵنەگیراون چاوەڕێ دەکەن تا نیشانەیەکی ئەو بۆتە لێرە دووبارە دابنرێت.
telegram-outdated = لەم ماوەیەدا کەسێکی تر نیشانەکەی گۆڕی. ئەمە دابخە و وەک ئێستا هەیە سەیری بکە.
telegram-set = لە تێلێگرام بپرسە و دایبنێ
telegram-anyway = لەگەڵ ئەوەشدا دایبنێ
telegram-kept = دانرا. بۆتەکە دوای چەند ساتێک گوێ دەگرێت.
telegram-change = گۆڕینی نیشانەکە
telegram-remove = لابردنی نیشانەکە
telegram-remove-note = لەم ساتەوە لە تێلێگرام گوێ لە کەس ناگیرێت، و ئەوەی لەوێ چاوەڕێی خەڵکە نانێردرێت. گفتوگۆکان لێرە دەمێننەوە. تێلێگرام ئەوەی خەڵک دەینووسن ڕۆژێک دەپارێزێت؛ ئەگەر تا ئەو کاتە نیشانەی هەمان بۆت دووبارە دابنرێت، دەمانگات.
telegram-revoke = لابردنی نیشانە لێرە هەڵیناوەشێنێتەوە: هەرکەس کۆپییەکی هەبێت هێشتا دەتوانێت وەک ئەو بۆتە بخوێنێتەوە و بنووسێت. لای @BotFather بە /revoke هەڵیبوەشێنەوە.
telegram-removed = لابرا. بۆتەکە بێدەنگە.
telegram-how-open = لەسەر مۆبایل یان کۆمپیوتەر تێلێگرام بکەوە و بۆ @BotFather بنووسە.
telegram-how-new = /newbot بنێرە، و ناوێک هەڵبژێرە کە لەسەر مۆبایلی کەسێک هیچ ئاشکرا نەکات.
telegram-how-copy = ئەو نیشانەیەی وەک وەڵام دەینێرێت لەبەری بگرەوە و لێرە دایبنێ.
telegram-official-none = هەرکەس بپرسێت «بەڕاستی ئێوەن؟» هێشتا هیچ هەژمارێکی فەرمیی تێلێگرامی پێ ناوترێت.
telegram-official-other = هەرکەس بپرسێت «بەڕاستی ئێوەن؟» هەژمارێکی تری پێ دەوترێت، نەک ئەم بۆتە:
telegram-test = نامەی تاقیکردنەوە
telegram-test-note = لە مۆبایلی خۆتەوە: ئاخۆ نامەیەک دەگات و وەڵامێک دەگەڕێتەوە. هیچ کەیسێکی پێ ناکرێتەوە و لە هیچ شوێنێک ناژمێردرێت.
telegram-test-do = لە مۆبایلەکەمەوە تاقیی بکەوە
telegram-test-again = جارێکی تر تاقیی بکەوە
telegram-test-how = بە مۆبایلەکەت ئەمە سکان بکە یان بەستەرەکە لەوێ بکەوە، پاشان لە تێلێگرام START دابگرە.
telegram-test-qr = کۆدی QR بە بەستەری نامەی تاقیکردنەوە
telegram-test-copy = لەبەرگرتنەوەی بەستەر
telegram-test-by-hand = یان خۆت ئەم وشانە بنێرە بۆ
telegram-test-copy-command = لەبەرگرتنەوەی وشەکان
telegram-test-waits = چاوەڕێی نامەکەتە…
telegram-test-nothing = لە تاقیکردنەوەی { $at } هیچ نەگەیشت.
telegram-test-came = نامەکەت گەیشت ({ $at })، بەڵام وەڵامەکە نەگەیشتە مۆبایلەکەت. بۆتەکە لەوێ بلۆک کراوە؟
telegram-test-answered = نامەکەت گەیشت و وەڵامی درایەوە ({ $at }).
field-role = ڕۆڵ
field-teams = تیمەکان
field-teams-note = کەیسی ئەم تیمانە و ئەوانەی لەژێر دەستیدان دەبینێت، هیچی تر
field-every-team = هەموو تیمەکان
field-every-team-note = هەموو کەیسەکان دەبینێت، هی خوار 18 ساڵیش
networks-teams-note = تۆڕی کەیسەکانی ئەم تیمانە دەبینێت و هیچی تر
networks-every-team-note = تۆڕی هەموو کەیسەکان دەبینێت، ئەوانەی خوار 18 ساڵیش
networks-no-teams = بەبێ تیم هیچ تۆڕێک نابینێت.

# Cases in numbers, for who reads none
counts-title = کەیسەکان بە ژمارە
counts-note = ڕۆڵەکەت ژمارەی کەیسەکان دەبینێت، نەک خودی کەیسەکان.
counts-small = ژمارەی یەک تا چوار پیشان نادرێت، نە ژمارەیەکیش کە ژمارەیەکی وای پێ بزانرێت، بۆ ئەوەی کەس لێیانەوە نەناسرێتەوە.

# Programs that are told of cases
webhooks-note = بەرنامەکانتان کە لەوە ئاگادار دەکرێنەوە کە بەسەر کەیسەکاندا دێت: تەنها ناسێنەر و کۆد، هەرگیز وشەیەک، ناوێک یان ژمارە مۆبایلێک نا. لە فایلی دەزگادا ناویان دەهێنرێت؛ scripts/deploy/operator-file.md دەڵێت لایەنەکەی تر چۆن نامەکە دەپشکنێت. ئەگەر ئەمین لەسەر چەند ئامێرێک کار بکات، لێرە ئەوە دەبینیت کە ئەم ئامێرە ناردوویەتی.
webhooks-none = فایلی دەزگا ناوی هیچیان ناهێنێت. دەکرێت سیستەمێکی بەدواداچوون یان نووسینگەیەکی ئێشکگر ئاگادار بکرێتەوە کاتێک کەیسێک دەکرێتەوە، بەپەلە دەبێت یان دادەخرێت.
webhook-is-new = ئەم ئامێرە هێشتا هیچی بۆ نەناردووە. تاقیکردنەوەیەک دەریدەخات ئەوەی بۆی دەنێردرێت وەریدەگرێت یان نا.
webhook-is-on = ئەوەی بۆی دەنێردرێت وەریدەگرێت
webhook-is-failing = لە { $at } ەوە هیچی وەرنەگرتووە. زیاتر لە ڕۆژێک هەوڵی ناردنی هەر نامەیەک دەدرێتەوە.
webhook-is-off = لە { $at } ناردن بۆی ڕاگیرا، چونکە سێ ڕۆژ هیچی وەرنەگرت. ئەگەر تاقیکردنەوەیەک وەربگرێت، ناردن دەست پێ دەکاتەوە.
webhook-tested = لە { $at } تاقیکردنەوەیەکی وەرگرت.
webhook-events = ئاگادار دەکرێتەوە لە:
webhook-last = دوا نامەکان
webhook-last-fewer = تەنها نوێترینەکان پیشان بدە
webhook-what = چی ڕوویدا
webhook-when = کەی
webhook-became = نامەکە چی لێ هات
webhook-tries = هەوڵەکان
webhook-delivered = وەرگیرا
webhook-waits = چاوەڕێیە
webhook-given-up = وەرنەگیرا، هەوڵەکان وەستان
webhook-next = هەوڵی داهاتوو لە { $at }
webhook-next-off = کە تاقیکردنەوەیەک وەرگیرا هەوڵی دەدرێتەوە، ئەگەر زۆر کۆن نەبووبێت
webhook-fault-denied = وەڵامی { $status }ی دایەوە: ڕێگەمان پێ نادات. لەوانەیە نهێنییەکە لە هەردوو لا وەک یەک نەبێت
webhook-fault-gone = وەڵامی { $status }ی دایەوە: لەو ناونیشانە هیچ نییە
webhook-fault-many = وەڵامی { $status }ی دایەوە: بەیەکجار بۆی زۆر بوو
webhook-fault-broken = وەڵامی { $status }ی دایەوە: لای خۆی شتێک تێکچووە
webhook-fault-status = وەڵامی { $status }ی دایەوە، کە وەرگرتن نییە
webhook-fault-redirect = ئاماژەی بە ناونیشانێکی تر کرد، کە بەدوایدا ناچین
webhook-fault-timeout = لە ماوەی دە چرکەدا وەڵامی نەدایەوە
webhook-fault-unreachable = پێی ناگەین: لەوانەیە کوژابێتەوە، یان ناونیشان یان بڕوانامەکەی هەڵە بێت
webhook-type-opened = کردنەوەی کەیس
webhook-type-urgency-changed = گۆڕانی پلەی مەترسی
webhook-type-team-changed = گۆڕانی تیم
webhook-type-taken-over = وەرگرتنی کەیس
webhook-type-handed-back = گەڕاندنەوەی کەیس
webhook-type-closed = داخستنی کەیس
webhook-type-erased = سڕینەوەی کەیس
webhook-type-target-missed = دواکەوتنی وەڵامی P1
webhook-test-do = ناردنی تاقیکردنەوە
webhook-test-taken = تاقیکردنەوەکەی وەرگرت.
webhook-test-refused = تاقیکردنەوەکەی وەرنەگرت. { $why }.
