# صفحات كاملة
to-chat = العودة إلى المحادثة

# المكتب والمحادثة
tab-timeline = ما جرى

# ملف الحالة
tab-case = الحالة
tab-evidence = الأدلة
tab-notes = ملاحظات
tab-custody = السجل
worries-title = ما يقلقنا
file-no-reasons = لا سبب مدوّن بعد.
keeping-title = مدة الحفظ
keeping-stays = تُحفظ حتى يمسحها أحد.
keeping-ends = تُمسح من تلقاء نفسها في { $time }.
keeping-soon = إن كانت محكمة أو نيابة قد تحتاج إليها، يُطلب من المشرف تعليق المسح.
keeping-held = المسح معلّق: لا أحد ولا شيء يمسح هذه الحالة.
keeping-operator = المشغّل، من سطر الأوامر
keeping-wanted = يريد الشخص مسح كل شيء. أُخبر بأنها محفوظة مؤقتاً؛ لا تجوز الكتابة إليه. تُمسح حالما يُرفع التعليق.
keeping-hold = تعليق المسح
keeping-hold-note = من يطلب ذلك وبأي رقم. يُدوَّن في السلسلة.
keeping-hold-do = تعليق المسح
keeping-lift = رفع التعليق
keeping-lift-note = من يأذن بذلك. يُدوَّن في السلسلة؛ وتسري مدد الحفظ من جديد.
keeping-lift-do = رفع التعليق
keeping-waits = يلزم قرار: رفع التعليق، أو بيان سبب بقائه.
keeping-stay = التعليق باقٍ
keeping-stay-note = من سُئل وبماذا أجاب. يُدوَّن في السلسلة، ولا تبقى هذه الرغبة بانتظار أحد.
keeping-stay-do = التعليق باقٍ
keeping-why = السبب
erasure-begin = طلب مسح هذه الحالة…
erasure-anew = طلب من جديد…
erasure-title = طلب مسح هذه الحالة
erasure-two = يجب أن يوافق شخص آخر خلال 24 ساعة. عندها يُمسح كل شيء فوراً، ولا رجعة في ذلك.
erasure-ground = السبب
erasure-ground-person = الشخص نفسه طلب ذلك
erasure-ground-law = محكمة أو القانون يطلب ذلك
erasure-ground-mistake = فُتحت بالخطأ أو للتجربة
erasure-ground-other = سبب آخر
erasure-why = بكلماتك
erasure-why-note = من طلب ومتى وكيف. تزول هذه الكلمات مع الحالة؛ ولا يبقى إلا الاختيار أعلاه.
erasure-ask = إرسال الطلب
erasure-waits = طُلب مسح الحالة:
erasure-until = يمكن لشخص آخر أن يوافق حتى { $time }.
erasure-hindered-hold = لا يمكن لأحد أن يوافق ما دام المسح معلّقاً.
erasure-hindered-written-since = كتب الشخص بعد الطلب. يُقرأ ما كتبه أولاً، ثم يُطلب المسح من جديد.
barred-too-new = لا تمكن الموافقة من هذا الحساب قبل { $time }: أُنشئ أو دُعي من جديد أو أُزيل عامله الثاني أو تغيّر دوره قبل أقل من 72 ساعة. لمن سواه ممن يحق لهم أن يوافقوا الآن.
barred-asker-too-new = لا تمكن الموافقة من هذا الحساب قبل { $time }: منه أُنشئ حساب صاحب الطلب أو دُعي أو أُعيد ضبطه قبل أقل من 72 ساعة. لمن سواه ممن يحق لهم أن يوافقوا الآن.
barred-made-by-asker = لا تمكن الموافقة من هذا الحساب: صاحب الطلب هو من أنشأه أو دعاه أو أعاد ضبطه. يجب أن يوافق شخص آخر.
erasure-agree = الموافقة والمسح…
erasure-refuse = الرفض…
erasure-agree-title = مسح هذه الحالة نهائياً؟
erasure-never = لا رجعة في هذا.
erasure-goes = يُتلَف المفتاح فوراً، ومعه المحادثة والإجابات وكل الملفات والملاحظات.
erasure-stays = لا تبقى إلا السلسلة بلا كلمات: متى حدث شيء، ومن طلب ومن وافق.
erasure-silent = لا يُبلَّغ الشخص بشيء. وإن كتب ثانية بدأ من جديد.
erasure-code = للتأكيد، يُكتب رمز الحالة
erasure-do = المسح نهائياً
erasure-refuse-title = رفض المسح
erasure-refuse-note = تبقى الحالة كما هي، ويُدوَّن السبب فيها.
erasure-refuse-do = الرفض
erased-title = مُسحت هذه الحالة
erased-done = { $count ->
    [0] أُتلف مفتاحها. لم تكن فيها ملفات.
    [one] أُتلف مفتاحها وأُزيل ملفها الوحيد.
    [two] أُتلف مفتاحها وأُزيل ملفاها.
    [few] أُتلف مفتاحها وأُزيلت ملفاتها وعددها { $count }.
   *[other] أُتلف مفتاحها وأُزيلت ملفاتها وعددها { $count }.
}
erased-left = بقي منها شيء. يُبلَّغ المشغّل: الأمر amin erase يُنهي ذلك.
erased-keep = لا تظهر هذه الشهادة إلا الآن. تُنسخ إن كان يجب حفظها.
erased-unsigned = تعذّر توقيعها: سجل نقاط التثبيت معطوب. يُبلَّغ المشغّل.
erased-certificate = الشهادة
erased-copy = نسخ الشهادة
erasure-fault-hold = المسح معلّق، فلا يمكن مسح شيء. على المشرف رفع التعليق أولاً.
erasure-fault-lapsed = انقضت الساعات الـ24. يجب طلب المسح من جديد.
erasure-fault-written-since = كتب الشخص بعد الطلب، فلم يُمسح شيء. يُقرأ ما كتبه أولاً، ثم يُطلب المسح من جديد.
dangers-label = خطر في كلام الشخص
worry-outcome-yes = سُئل عنه: نعم
worry-outcome-no = سُئل عنه: لا
worry-outcome-person = سُئل عنه: يريد شخصاً
worry-outcome-passed = سُئل عنه: بلا جواب
worry-outcome-waiting = قد يعني ذلك: لا جواب بعد
worry-outcome-left = قد يعني ذلك: لم يُسأل عنه
worry-outcome-missed = رآه الفريق
copy-hash = نسخ البصمة كاملة
worry-witness-rule = رصدته قاعدة كُتبت لمثل هذه الكلمات
worry-witness-reader = رصده ما تُعلِّم من الرسائل
worry-witness-model = اقترحه برنامج لغوي
worry-witness-picture = قرأه برنامج في صورة: انظر إلى الصورة
worry-witness-team = لم يرصده شيء
dangers-earlier = { $count ->
    [zero] لا علامات أقدم
    [one] علامة أقدم
    [two] علامتان أقدم
    [few] { $count } علامات أقدم
   *[other] { $count } علامة أقدم
}
check-title = كلمتان للتحقق
check-note = يرى الشخص الكلمتين نفسيهما. قلهما معاً ليعرف أنك من الفريق.
check-until = صالحتان حتى { $time }.
file-identifiers = أرقام وأسماء وحسابات
identifiers-none = لم يُعثر على شيء بعد.
identifier-copy = نسخ
identifier-raw = كما كُتب:
identifier-unresolved = رابط مختصر لا يبيّن صاحبه. لا تفتحه هنا.
identifier-masked = رقم محادثة الشخص نفسه، ولم يذكره على أنه رقمه.
owner-perpetrator = الطرف الآخر
owner-self = للشخص نفسه
owner-other = لشخص آخر
identifier-withdrawn = سحبه الشخص، ولا يُطابَق بشيء
belongs-to-operator = لشركة اتصالات، كما يُفهم من الكلام
belongs-to-bank = لمصرف، كما يُفهم من الكلام
belongs-to-office = لمكتب صيرفة أو تحويل، كما يُفهم من الكلام
belongs-to-support = لجهة دعم أو للشرطة، كما يُفهم من الكلام
belongs-to-famous = لشخصية مشهورة، كما يُفهم من الكلام
belongs-to-helper = لمن يساعد الشخص، كما يُفهم من الكلام
form-id = بالرقم
form-invite = دعوة
links-network = هذه الحالة من الشبكة
links-also = نفس الرقم أو الحساب في الحالة
links-file = الملف نفسه في الحالة
links-alike = صورة تشبهها (قارن بعينك) في الحالة
links-script = النص نفسه، منسوخاً أو مُعاد التوجيه، في الحالة
links-sound = التسجيل نفسه (وليس بالضرورة المتحدث نفسه) في الحالة
links-apart = حُكم بأنها مسألة أخرى
link-wrong-begin = لا صلة…
link-right-begin = بينهما صلة…
ties-title = الشيء نفسه في حالات أخرى
tie-why = الشيء نفسه في { $count } من الحالات منذ { $since }: { $what }
tie-what-identifier = رقم أو حساب
tie-what-image = صورة تبدو نفسها
tie-what-script = نص منسوخ
tie-what-voice = تسجيل صوتي
tie-voice-note = التسجيل نفسه. هذا لا يعني أن المتحدث نفسه في مكان آخر.
tie-held-many = موجود في أكثر من خمسين حالة: لا يربط أحداً.
tie-held-words = يُذكر عرضاً على أنه لطرف آخر: لا يربط أحداً.
tie-held-structure = لا يجمع بين أصحابه شيء آخر: لا يربط أحداً حتى يُعرف لمن هو.
tie-compare = مقارنة
tie-mine = هذه الحالة
tie-theirs = الحالة الأخرى
tie-blurred = صورة مموّهة من الحالة { $code }
link-same-begin = مرتبطتان…
link-unsure-begin = غير مؤكد…
link-same = مرتبطتان
link-unsure = غير مؤكد بعد
verdict-same = مرتبطتان
verdict-unsure = غير مؤكد
link-wrong = لا صلة
link-right = بينهما صلة
type-phone = هاتف
type-whatsapp = واتساب
type-viber = فايبر
type-imo = إيمو
type-zaincash = زين كاش
type-asiahawala = آسيا حوالة
type-fastpay = فاست باي
type-telegram = تلغرام
type-instagram = إنستغرام
type-facebook = فيسبوك
type-snapchat = سناب شات
type-tiktok = تيك توك
type-x = إكس
type-handle = اسم حساب
type-email = بريد إلكتروني
type-btc = عنوان بتكوين
type-eth = عنوان إيثريوم
type-tron = عنوان ترون
type-iban = حساب مصرفي (IBAN)
type-card = بطاقة مصرفية
type-mtcn = رقم حوالة (MTCN)
type-game-id = رقم لاعب
type-url = رابط
file-consents = ما وافق عليه الشخص
agreed-yes = نعم
agreed-no = لا
file-facts = لمحة
file-answers = الأجوبة
file-no-answers = لم يجب الشخص عن شيء بعد.
fact-team = الفريق
fact-copies = يراها أيضاً
fact-wish = الرغبة
wish-woman = التحدث مع امرأة
wish-man = التحدث مع رجل
fact-language = اللغة
fact-opened = فُتحت
fact-channel = عن القناة
answer-skipped = تُجووز
evidence-none = لا أدلة بعد.
evidence-forwarded = محوّل
read-type = النوع
read-type-none = لم يُعرف من محتواه
read-type-mismatch = سمّاه المُرسل شيئاً آخر:
read-type-trailing = بعد نهاية الصورة { $n } بايت إضافي
read-type-also = يمكن قراءة البيانات نفسها أيضاً كملف { $format }
read-came = كيف وصل
read-length = المدة
read-pages = الصفحات
read-taken = التُقط بـ
read-taken-none = لا يذكر الملف ذلك. تطبيقات المراسلة تزيله.
read-taken-other = في الملف تفاصيل أخرى فقط.
read-camera = الكاميرا
read-software = البرنامج
read-time = الوقت في الملف
read-time-note = كما يقول الملف، بلا منطقة زمنية
read-place = المكان
read-place-there = يذكر الملف مكاناً. يظهر عند كشف الملف.
read-place-said = المكان المذكور في الملف:
read-place-copy = نسخ المكان
read-origin = مصدر موقَّع
read-origin-found = موقَّع، والتوقيع يطابق الملف. لم يُتحقق من هوية الموقِّع.
read-origin-broken = موقَّع لكن التوقيع لا يطابق: تغيّر الملف بعده أو قُطع.
read-origin-none = لا توقيع.
read-origin-signer = وقّعه:
read-origin-made-by = صُنع بـ:
read-generation = علامات الذكاء الاصطناعي
read-generation-found = يقول الملف إنه صُنع أو عُدّل بالذكاء الاصطناعي.
read-generation-broken = فيه علامة ذكاء اصطناعي، لكن البيان الذي يحملها غير سليم.
read-generation-none = لا علامة.
read-none-proves-nothing = غياب العلامة أو التوقيع لا يثبت شيئاً: المنصات تزيلهما، وكلاهما يمكن تزويره.
read-broken = المختوم ليس هو ما وصل. لا تستعمل هذا الملف وأبلغ المسؤول فوراً.
read-technical = تفاصيل تقنية
read-pdq-quality = جودة بصمة الصورة { $quality } من 100. دون 50 لا تطابق شيئاً.
copy-pdq = نسخ بصمة الصورة
unread-tool-absent = لم يُفحص: الأداة غير موجودة على هذا الخادم
unread-unsupported = لم يُفحص: لا شيء هنا يقرأ هذا النوع من الملفات
unread-too-large = لم يُفحص: الملف كبير جداً
unread-too-slow = لم يُفحص: استغرق وقتاً أطول من اللازم
unread-damaged = تعذّرت قراءته: الملف تالف
unread-failed = لم يُفحص
found-found = وُجد
found-broken = غير سليم
found-none = لم يوجد شيء
found-not-computed = لم يُفحص
aspect-type = النوع
aspect-digest = البصمة
aspect-container = البنية
aspect-metadata = البيانات الوصفية
aspect-provenance = مصدر موقَّع
aspect-generation = علامات الذكاء الاصطناعي
aspect-fingerprint = بصمة الصورة
aspect-rendering = صور مشتقة منه
aspect-reading = كلمات قرأتها الآلة
strip-frames = لقطات من الفيديو، مموّهة
strip-frame = اللقطة { $n }، مموّهة
strip-pages = صفحات المستند، مموّهة
strip-page = الصفحة { $n }، مموّهة
waveform = شدة الصوت عبر الوقت { $length }
mark-broken = ليس ما وصل
mark-type = ليس كما سُمّي
mark-generation = علامة ذكاء اصطناعي
mark-origin = موقَّع
media-photo = صورة
media-document = ملف
media-video = فيديو
media-voice = رسالة صوتية
media-audio = مقطع صوتي
media-animation = صورة متحركة
media-video-note = رسالة فيديو
media-statement = إفادة
media-contact = بطاقة جهة اتصال
media-location = مكان
place-near = قرب { $town }
place-moves = يتحرك معهم، وهذا آخر ما وصل: { $at }.
place-copy = نسخ الإحداثيات
media-state-pending = قيد الجلب
media-state-waiting = ينتظر، ولم يُنزَّل منه شيء
media-state-carried = انتقل إلى البلاغ الذي عاد إليه الشخص
media-state-called = على هاتف الشخص، طُلب الآن
media-state-sealed = مختوم
media-state-fingerprint = بصمة فقط، والملف بقي عند صاحبه
media-state-refused = لم يُؤخذ
media-state-taken-back = سحبه الشخص قبل جلبه، ولم يُحفظ منه شيء
media-state-failed = تعذّر جلبه
capture-recompressed = مُعاد الضغط
capture-recompressed-note = أعادت المنصة ترميز الصورة قبل أن تصلنا
capture-as-sent = كما أُرسل
capture-as-sent-note = البيانات هي نفسها التي أرسلها جهاز الشخص
capture-unknown = غير معروف
capture-unknown-note = مرّر الملف بوت آخر، ولا يُعرف إن أُعيد ترميزه في الطريق
preview-alt = { $kind }، مموّهة
preview-pending = المعاينة قيد الإعداد
reveal-open = كشف…
reveal-title = كشف: { $kind }
reveal-note = الأدلة مموّهة حمايةً للشخص ولك. يدخل اسمك والسبب سلسلة الحيازة.
reveal-why = لماذا تحتاج إلى رؤيته؟
reason-threat = لفهم التهديد
reason-identify = لمعرفة من وراءه
reason-report = لإعداد بلاغ أو طلب إزالة
reason-check = للتأكد من أن الملف هو المقصود
reason-other = سبب آخر
reveal-words = تفاصيل (اختياري)
reveal-words-needed = السبب
reveal-do = كشف
reveal-hide = إخفاء الآن
reveal-original = تنزيل الأصل
reveal-original-note = الأصل لم يتغيّر وقد يحوي بيانات خفية أو محتوى ضاراً. التنزيل مسجَّل ومتاح 15 دقيقة.
reveal-no-view = لا يُعرض هذا النوع من الملفات هنا لتعذّر ذلك بأمان. يمكنك تنزيل الأصل.
shown-sound = رسالة صوتية
shown-alt = الصورة المكشوفة
shown-left = { $count ->
    [zero] تختفي الآن
    [one] تختفي بعد ثانية، أو عند مغادرة هذا اللسان
    [two] تختفي بعد ثانيتين، أو عند مغادرة هذا اللسان
    [few] تختفي بعد { $count } ثوانٍ، أو عند مغادرة هذا اللسان
   *[other] تختفي بعد { $count } ثانية، أو عند مغادرة هذا اللسان
}
note-new = ملاحظة جديدة
notes-none = لا ملاحظات بعد.
custody-intact = { $count ->
    [zero] السلسلة سليمة: لا قيود
    [one] السلسلة سليمة: قيد واحد
    [two] السلسلة سليمة: قيدان
    [few] السلسلة سليمة: { $count } قيود
   *[other] السلسلة سليمة: { $count } قيداً
}
custody-broken = السلسلة مكسورة. لا تعمل على هذه الحالة وأخبر المسؤول فوراً.
custody-hash = البصمة
custody-reveal = كُشف
custody-original = نُزّل
custody-tools = قُرئ بـ:
custody-scope-person = لصاحب الحالة
custody-scope-share-investigators = للمحققين
custody-scope-share-ngo = لمنظمة مساعدة
custody-left-open = غير مقفلة لأحد
custody-sealed-to = عدد المفاتيح التي قُفلت لها: { $n }
custody-form-csv = جدول (CSV)
custody-form-threatexchange = لـ ThreatExchange
custody-all = { $count ->
    [zero] لا قيود
    [one] عرض القيد
    [two] عرض القيدين
    [few] عرض القيود كلها ({ $count })
   *[other] عرض القيود كلها ({ $count })
}
actor-person = صاحب الحالة
actor-bot = البوت
actor-system = النظام
actor-agent = موظف

# الحسابات
actor-unreadable = غير مقروء
answer-unknown = لا يعرف
answer-untold = لم يُذكر
answer-enter = إدخال
answer-evidence = أُرسل دليلاً

# حزم للتسليم
export-title = التصدير
export-begin = تصدير…
export-for = لمن
export-scope-person = نسخة الشخص نفسه
export-scope-share-investigators = المحققون
export-scope-share-ngo = منظمة مساعدة
export-holds-person = كل ما أرسله وما قيل له ومن اطّلع عليه. من دون ما كتبه الفريق.
export-holds-share-investigators = كل شيء، مع هوية الشخص وأسباب الفريق. من دون الملاحظات.
export-holds-share-ngo = ما حدث، ونسخ من الصور والمقاطع والتسجيلات بلا مكان ولا جهاز ولا أسماء؛ وتُترك الملفات الأخرى. من دون سبيل للوصول إلى الشخص، ومن دون الملاحظات.
export-no-consent = لم يوافق الشخص على ذلك، أو سحب موافقته.
export-no-erasing = يريد الشخص مسح كل شيء: لا يخرج شيء.
export-items = فيها: { $items }. ليس فيها: { $out } (مرفوض أو لم يصل أو بصمة فقط)؛ والحزمة تبيّن أيّها ولماذا.
export-keys = تُختم لهذه المفاتيح (age)
export-keys-note = المفاتيح العامة للمستلمين، واحد في كل سطر. من دونها تكون الحزمة مفتوحة: يقرؤها كل من لديه الملف.
export-keys-needed = المفاتيح العامة للمستلمين، واحد في كل سطر. الحزم المفتوحة غير مسموحة هنا.
export-why = السبب
export-why-one = من يطلبها ولأي غرض. يُدوَّن في السلسلة.
export-why-two = من يطلبها ولأي غرض. يُدوَّن في السلسلة، ويجب أن يوافق شخص آخر.
export-ask = طلبها
export-sealed = مختومة لعدد { $count }
export-state-waiting = تنتظر شخصاً ثانياً
export-state-ready = يمكن تنزيلها
export-state-refused = مرفوضة
export-state-over = انتهت ساعاتها الـ 24
export-answer-why = السبب
export-approve = موافقة
export-refuse = رفض
export-approved-by = وافق { $name }
export-refused-by = رفض { $name }
export-fetch = تنزيل
export-fetch-note = كل تنزيل يُدوَّن في السلسلة.

## الرسائل الصوتية
voice-play = تشغيل
voice-pause = إيقاف مؤقت
voice-place = الموضع في التسجيل
voice-at = { $passed } من { $whole }
voice-speed = السرعة

# The case in short
brief-severity = درجة الاستعجال
brief-promises = ما وُعد به
brief-until = حتى { $when }
brief-answers = ما قيل لنا
brief-left = سُئل عنه من قبل: لا تسأل ثانية
brief-left-skip = فضّل ألا يجيب
brief-left-unknown = لا يعرف
brief-left-silent = بلا جواب
brief-identifiers = من يفعل ذلك
brief-guidance = إرشادات وصلت
brief-held = من كانت الحالة لديه
brief-safe = هل الشخص بأمان
brief-safe-danger = ذُكر خطر بعد ذلك:
brief-safe-earlier = قيل هذا قبل خطر ذُكر لاحقاً:
