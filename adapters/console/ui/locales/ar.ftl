brand = أمين
practice = بيانات للتدريب: لا شيء هنا حقيقي
skip = الانتقال إلى الجزء الرئيسي
loading = جارٍ التحميل
again = إعادة المحاولة
cancel = إلغاء
more = إجراءات أخرى
chosen = مُختار
copied = تم النسخ
close-dialog = إغلاق
notices = ما حدث الآن
notice-open = فتح
somebody = أحد الزملاء
list-comma = ،{" "}

# صفحات كاملة
trouble-title = تعذّر عرض هذه الصفحة
nowhere-title = لا شيء على هذا العنوان
to-queue = العودة إلى القائمة

# الأعطال: ما حدث وما العمل
fault-offline = الخادم لا يجيب. تحقّق من الاتصال ثم أعد المحاولة؛ لم يضع شيء مما كتبته.
fault-part = تعذّر عرض هذا الجزء. حاول مجدداً؛ لم يضع شيء مما كتبته.
fault-held = استلم { $holder } هذه الحالة. نصّك محفوظ؛ تحدّث معه قبل أن تكتب.
fault-moved = وصل شيء جديد أثناء كتابتك. اقرأه في المحادثة أعلاه ثم أرسل من جديد. نصّك محفوظ.
fault-not-yours = لم تعد هذه الحالة لديك. استلمها لتكتب؛ نصّك محفوظ.
fault-erased = مُسحت هذه الحالة. لا يمكن قراءة شيء منها ولا الكتابة فيها.
fault-blocked = حظر الشخص الحساب، فلا يمكن أن يصله شيء من هنا.
fault-no-chat = جاءت هذه الحالة بالهاتف ولا محادثة لها. اكتب ملاحظة.
fault-file-kind = هذه المحادثة لا تقبل ملفاً كهذا.
fault-file-size = الملف أكبر مما تقبله هذه المحادثة.
fault-file-type = يمكن إرسال الصور وملفات PDF والرسائل الصوتية فقط.
fault-file-damaged = لا يمكن قراءة الملف. احفظه من جديد ثم أعد المحاولة.
fault-wish = طُلبت امرأة لهذه الحالة. يمكن للآخرين استلامها من { $time }.
fault-conflict = لا يجوز لهذا الزميل رؤية هذه الحالة: صرّح بتعارض مصالح. اختر غيره.
fault-unseen = لا يجوز أن يعلم بهذه الحالة: { $holder }. احذف الاسم من الملاحظة.
fault-already = هذا منجز من قبل. تعرض الصفحة الآن أحدث حال.
fault-time-invalid = اختر وقتاً لم يأتِ بعد، خلال شهر على الأكثر.
fault-answer-invalid = هذا لا يناسب السؤال.
fault-full = في هذه الحالة أكثر ما تحتمله من المهام.
fault-placeholder = لم يُرسل شيء: في النص فراغ بين قوسين لم يُملأ. اكتب ما ينقص أو احذف القوسين.
fault-reason-required = اذكر السبب أولاً.
fault-pending = ما زال هذا الملف يُجلب ويُختم. أعد المحاولة بعد قليل.
fault-reveal-first = انتهت الدقائق الخمس عشرة. اكشف الملف من جديد لتنزيله.
fault-no-view = لا يمكن عرض هذا النوع من الملفات بأمان. نزّل الأصل بدلاً من ذلك.
fault-too-large = هذا أكبر من أن يُرسل. اختصره.
fault-front-door = رفض ما يقف أمام أمين هذا الطلب لكبر حجمه، قبل أن يصل إلى أمين. يمكن اختصاره، وإبلاغ المسؤول عن النظام.
fault-stated = هذا مذكور في ملف الجهة المشغّلة، ويُغيَّر فيه.
fault-exists = هذا البريد مستخدم من قبل. اختر غيره.
fault-invalid-email-or-password = البريد أو كلمة المرور غير صحيحة. راجعهما ثم أعد المحاولة.
fault-invalid-password = كلمة المرور غير صحيحة. أعد المحاولة.
fault-slowed = هذا أكثر مما ينظر فيه أي شخص خلال ساعة. يمكن المتابعة عند { $time }، وقد أُخبر المشرفون.
fault-password-weak = كلمة المرور هذه من أول ما يُجرَّب. الأفضل ثلاث كلمات أو أربع لا صلة بينها، ولا صلة لها بك ولا بأمين.
fault-invalid-two-factor-code = الرمز خاطئ أو استُخدم من قبل. انتظر الرمز التالي ثم أعد المحاولة.
fault-invalid-code = الرمز خاطئ أو استُخدم من قبل. انتظر الرمز التالي ثم أعد المحاولة.
fault-invalid-backup-code = رمز الاحتياط خاطئ أو استُخدم من قبل. جرّب رمزاً آخر.
fault-token-spent = استُخدم هذا الرابط أو انتهت مدته أو لم يوجد قط. اطلب رابطاً جديداً من المسؤول.
fault-too-many = محاولات كثيرة. انتظر بضع دقائق ثم أعد المحاولة.
fault-too-many-wait = { $seconds ->
    [zero] محاولات كثيرة. أعد المحاولة الآن.
    [one] محاولات كثيرة. انتظر ثانية واحدة ثم أعد المحاولة.
    [two] محاولات كثيرة. انتظر ثانيتين ثم أعد المحاولة.
    [few] محاولات كثيرة. انتظر { $seconds } ثوانٍ ثم أعد المحاولة.
   *[other] محاولات كثيرة. انتظر { $seconds } ثانية ثم أعد المحاولة.
}
fault-signed-out = انتهت جلستك. سجّل الدخول من جديد.
fault-forbidden = لا يحق لحسابك القيام بهذا. اسأل المسؤول.
fault-unknown = لا توجد حالة أو ملف كهذا. ربما مُسح.
fault-invalid = لم يقبل الخادم هذا. راجع ما أدخلته.
fault-server = حدث عطل في الخادم. أعد المحاولة، وإن بقي فأخبر المسؤول.

# الشريط
banner-offline = أنت غير متصل. قد يكون ما تراه قديماً؛ مسوّداتك باقية هنا.
banner-lost = انقطع التحديث الفوري. المحاولة جارية؛ وحتى ذلك الحين تُقرأ القوائم كل 15 ثانية.
banner-second-factor = ليس لحسابك عامل تحقق ثانٍ بعد.
banner-second-factor-link = فعّله الآن
live-opening = جارٍ الاتصال
live-live = مباشر
live-lost = إعادة الاتصال
live-signed-out = خارج الجلسة
discreet = إخفاء معاينة الرسائل
alert-note = أمين: هناك ما ينتظر
alert-account = أمين: تغيّر شيء في حسابك
alerts-title = تنبيهاتي
alerts = صوت وعدد للحالات المنتظرة الجديدة
menu-agent = { $name }: اللغة والألوان والخروج
menu-language = اللغة
menu-colours = الألوان
colours-auto = كالجهاز
colours-light = فاتح
colours-dark = داكن
sign-out = تسجيل الخروج

# المفاتيح
palette-open = ابحث أو نفّذ
keys-title = لوحة المفاتيح
keys-search = البحث
keys-own-waits = محادثتي التي تنتظر الرد منذ أطول وقت
keys-reply = الكتابة

# القائمة
channel-telegram = تلغرام
channel-whatsapp = واتساب
channel-webchat = محادثة الويب
channel-botpress = بوت آخر (Botpress)
channel-phone = مكالمة هاتفية
channel-import = حالة سابقة
queue-title = القائمة
queue-waiting = { $count ->
    [zero] لا أحد ينتظر
    [one] حالة واحدة تنتظر
    [two] حالتان تنتظران
    [few] { $count } حالات تنتظر
   *[other] { $count } حالة تنتظر
}
wanted-title = { $count ->
    [one] أمر واحد ينتظر جوابك
    [two] أمران ينتظران جوابك
    [few] { $count } أمور تنتظر جوابك
   *[other] { $count } أمراً ينتظر جوابك
}
wanted-all = عرض الكل ({ $count })
wanted-late = لم يأتِ أحد بعد، وقد فات الموعد
wanted-help = طلب مساعدة من { $name }
wanted-promise = حان موعد وُعد به شخص بخبر
wanted-back = كتب شخص من جديد بعد صمت
wanted-task = مهمة حان وقتها
wanted-mention = ذكرك { $name } في ملاحظة
wanted-network = حالة تطابق شبكة سبق تفكيكها
wanted-hold = شخص يريد مسح كل شيء، وتعليق المسح يمنعه
wanted-erasure = طلب مسح حالة من { $name }
wanted-export = طلب ملف تصدير من { $name }
wanted-told = { $what }: { $code }
queue-search = رمز أو رقم أو كلمات
queue-views = أي الحالات
view-waiting = تنتظر
view-mine = لديّ
view-bot = البوت
view-all = الكل
view-closed = مغلقة
empty-waiting = لا أحد ينتظر. تظهر الحالات الجديدة هنا من تلقائها.
empty-mine = ليست لديك حالة. استلم واحدة من المنتظرة.
empty-bot = البوت لا يحادث أحداً الآن.
empty-all = لا توجد حالة مفتوحة.
empty-closed = لم تُغلق حالة بعد.
empty-search = لا حالة بهذا الرمز. راجعه حرفاً حرفاً.
empty-filter = لا حالة توافق هذه المرشّحات.
view-snoozed = مؤجّلة
empty-snoozed = لم تؤجّل أي حالة.
next-take = الحالة التالية
next-none = لا أحد ينتظر ممن يمكنك استلامهم.
queue-team = الفريق
queue-team-all = كل الفرق
queue-select = اختيار عدة حالات
row-pick = اختيار { $code }
row-expect = استعدّ: { $what }
burden-minor = شخص دون 18
burden-self-harm = إيذاء النفس
burden-intimate = صور خاصة
row-help = مطلوب مشرف
row-snoozed = مؤجّلة حتى { $time }
row-tasks = مهام مفتوحة:
row-unread = { $count ->
    [zero] لا رسائل غير مقروءة
    [one] رسالة غير مقروءة
    [two] رسالتان غير مقروءتين
    [few] { $count } رسائل غير مقروءة
   *[other] { $count } رسالة غير مقروءة
}
row-evidence = ملفات:
own-title = محادثاتي
own-waits = بانتظار ردّ منك
own-draft = نص لم يُرسل
fact-ends = حتى { $time }
fact-ends-about = حتى نحو { $time }
fact-ended = انتهت المهلة { $time }
fact-wants = المطلوب: { $what }
fact-paid = دُفع
fact-paid-again = دُفع ويُطلب المزيد
fact-maybe = ربما: { $what }
fact-child = دون 18
row-changed = منذ آخر مرة فُتحت هنا: { $what }
row-changed-severity = { $before } صار { $now }
row-changed-files = { $count ->
    [one] ملف جديد
    [two] ملفان جديدان
    [few] { $count } ملفات جديدة
   *[other] { $count } ملفاً جديداً
}
row-changed-words = كلام جديد
density = الأسطر: { $name }
density-choose = مقدار ما يظهر في السطر
density-dense = متقاربة
density-normal = عادية
density-large = كبيرة
row-no-words = لا كلمات بعد
row-hidden = المعاينة مخفية
status-bot = مع البوت
status-waiting = تنتظر
status-agent = مع موظف
status-closed = مغلقة
status-erased = ممسوحة
severity-P1 = الآن
severity-P2 = اليوم
severity-P3 = هذا الأسبوع
severity-P4 = عند توفّر الوقت
ago = قبل { $span }
ago-now = الآن
ago-minutes = { $count ->
    [zero] الآن
    [one] دقيقة
    [two] دقيقتين
    [few] { $count } دقائق
   *[other] { $count } دقيقة
}
ago-hours = { $count ->
    [zero] الآن
    [one] ساعة
    [two] ساعتين
    [few] { $count } ساعات
   *[other] { $count } ساعة
}
ago-days = { $count ->
    [zero] اليوم
    [one] يوم
    [two] يومين
    [few] { $count } أيام
   *[other] { $count } يوماً
}
due-now = حان وقت الرد
due-minutes = { $count ->
    [zero] حان وقت الرد
    [one] الرد خلال دقيقة
    [two] الرد خلال دقيقتين
    [few] الرد خلال { $count } دقائق
   *[other] الرد خلال { $count } دقيقة
}
due-hours = { $count ->
    [zero] حان وقت الرد
    [one] الرد خلال ساعة
    [two] الرد خلال ساعتين
    [few] الرد خلال { $count } ساعات
   *[other] الرد خلال { $count } ساعة
}
due-days = { $count ->
    [zero] حان وقت الرد
    [one] الرد خلال يوم
    [two] الرد خلال يومين
    [few] الرد خلال { $count } أيام
   *[other] الرد خلال { $count } يوماً
}
late-minutes = { $count ->
    [zero] حان وقت الرد
    [one] متأخر دقيقة
    [two] متأخر دقيقتين
    [few] متأخر { $count } دقائق
   *[other] متأخر { $count } دقيقة
}
late-hours = { $count ->
    [zero] حان وقت الرد
    [one] متأخر ساعة
    [two] متأخر ساعتين
    [few] متأخر { $count } ساعات
   *[other] متأخر { $count } ساعة
}
late-days = { $count ->
    [zero] حان وقت الرد
    [one] متأخر يوماً
    [two] متأخر يومين
    [few] متأخر { $count } أيام
   *[other] متأخر { $count } يوماً
}
row-copies = يراها أيضاً: { $teams }
team-intake = الاستقبال
phone-title = حالة من مكالمة هاتفية

# المكتب والمحادثة
desk-empty = اختر حالة من القائمة.
desk-empty-keys = المفتاحان J وK للتنقل في القائمة، و/ للبحث، و? لعرض كل المفاتيح.
chat-title = المحادثة
log-label = الرسائل
log-begin = هنا تبدأ المحادثة
log-older = عرض رسائل أقدم
log-fresh = جديد منذ آخر نظرة
log-below = رسائل جديدة
author-bot = البوت
author-other = البوت الآخر
told-elsewhere = قيل للبوت الآخر من قبل
author-person = صاحب الحالة
edited = معدّلة
versions = { $count ->
    [zero] لا نسخ سابقة
    [one] نسخة سابقة
    [two] نسختان سابقتان
    [few] { $count } نسخ سابقة
   *[other] { $count } نسخة سابقة
}
forwarded-from = محوّلة من { $name }
forwarded-hidden = محوّلة؛ أخفى المرسِل مصدرها
forwarded-account = محوّلة من حساب بلا اسم
forwarded-id = المعرّف على المنصة:
forwarded-post = المنشور:
forwarded-copy = نسخ عنوان المنشور
forwarded-attested = تؤكده المنصة
forwarded-claimed = لا تؤكده المنصة
forwarded-name-only = اسم فقط، ويمكن لأي أحد أن يتخذه
offered = الأزرار المعروضة
event-started = فتح الشخص المحادثة
event-submitted = أرسل الشخص الحالة
event-handoff = طُلب التحدث مع إنسان
event-handoff-person = يطلب الشخص التحدث مع إنسان
event-handoff-submitted = أُرسلت الحالة وتنتظر إنساناً
event-handoff-danger = رُصد خطر: يلزم إنسان فوراً
event-handoff-agent = أدخل موظف الحالة إلى القائمة
event-handoff-returned = كتب الشخص من جديد وينتظر إنساناً
event-claimed = استلم { $name } المحادثة
event-released-bot = أعاد { $name } الحالة إلى البوت
event-released-queue = أعاد { $name } الحالة إلى القائمة
event-transferred = نقل { $name } الحالة إلى { $to }
event-closed = أغلق { $name } الحالة: { $outcome }
event-reopened = فُتحت الحالة من جديد
event-blocked = حظر الشخص الحساب
event-unblocked = رفع الشخص الحظر عن الحساب
event-exited = غادر الشخص بالخروج السريع
event-message-lost = وصلت رسالة تعذّرت قراءتها ولم تُحفظ
event-handed-over = حوّل بوت آخر المحادثة إلى هنا
event-handed-over-about = حوّل بوت آخر المحادثة إلى هنا: { $title }
event-chat-ended = استعاد البوت الآخر المحادثة: لا يصل إلى الشخص شيء مما يُكتب هنا إلى أن يحوّلها من جديد
event-call = اتصل الشخص. لا تُستقبل المكالمات هنا؛ طُلبت منه كلمة أو رسالة صوتية.
event-call-video = اتصل الشخص بالفيديو. لا تُستقبل المكالمات هنا؛ طُلبت منه كلمة أو رسالة صوتية.
event-handoff-phone = كتب أحد من الفريق من الهاتف المرتبط نفسه، والبرنامج صامت الآن. مَن كان؟ يُرجى ممّن كتب استلام الحالة كي يعرف الجميع
event-handoff-call = اتصل الشخص وينتظر أحداً
from-phone = من الهاتف، كتبه أحد من الفريق
event-severity = جعل { $name } درجة الخطورة { $severity }
event-wiped = أُزيلت الرسائل من محادثة الشخص
event-paged-team = لم يأتِ أحد: نُبّه الفريق من جديد
event-paged-supervisor = لم يأتِ أحد: نُبّه المشرف
event-paged-external = لم يأتِ أحد: نُبّه الخط الخارجي
event-minor-told = قال الشخص بكلماته إن عمره دون 18. لا يؤخذ أي ملف من الآن؛ ما أُخذ من قبل: { $count }
event-minor-pictures = ذكر الشخص صوراً من وقت كان عمره دون 18. لا يؤخذ أي ملف من الآن؛ ما أُخذ من قبل: { $count }
event-age-other = ذكر الشخص شخصاً آخر قد يكون دون 18. لا يؤخذ أي ملف حتى يُعرف لمن هو وكم عمره؛ ما أُخذ من قبل: { $count }
event-age-taken-back = تراجع الشخص عن العمر الذي ذكره. لا يؤخذ أي ملف حتى يُعرف العمر؛ ما أُخذ من قبل: { $count }
event-return-unproven = عاد أحد إلى هذه المحادثة بلا رقم سري ولا رمز: قد يكون شخصاً آخر
event-return-refused = حاول أحد العودة إلى هذه الحالة من { $channel } ولم يعرف الرقم السري
event-returned = عاد الشخص من { $channel }
event-decoy-used = استُعمل الرقم التمويهي على { $channel }: عُرضت محادثة فارغة
event-duress-used = كُتبت كلمة الإكراه على { $channel }
event-moved-away = انتقل الشخص إلى حالة أخرى له
event-decoy-opened = استُعمل رقم تمويهي في هذه المحادثة: لا يظهر فيها شيء
event-consent-given = وافق الشخص: { $what }
event-consent-withdrawn = سحب الشخص موافقته: { $what }
event-correction = صحّح الشخص ما قاله
event-check-shown = عُرضت على الشخص كلمتان ليتحقق منا
event-erase-confirmed = يريد الشخص مسح كل شيء
event-sharing-allowed = وافق الشخص على إرسال بصمة أحد الأدلة إلى المنصات
event-sharing-withdrawn = سحب الشخص موافقته على إرسال بصمة أحد الأدلة إلى المنصات
event-export-requested = طلب { $name } حزمة هذه الحالة
event-export-approved = وافق { $name } على الحزمة
event-export-refused = رفض { $name } الحزمة
event-exported = سلّم { $name } حزمة هذه الحالة
event-hold-set = علّق { $name } المسح
event-hold-lifted = رفع { $name } تعليق المسح
event-erasure-requested = طلب { $name } مسح هذه الحالة
event-erasure-refused = رفض { $name } مسح هذه الحالة
event-snoozed = أجّل { $name } الحالة حتى { $until }
event-snooze-ended = انتهى وقت التأجيل
event-woken = عاد العمل على الحالة
event-safe-times-set = حدّد { $name } وقتاً آمناً للكتابة: من { $from } إلى { $to }
event-safe-times-cleared = ألغى { $name } الأوقات الآمنة
event-help-asked = طلب { $name } المساعدة
event-help-given = جاء { $name } للمساعدة
event-shift-ended = أنهى { $name } مناوبته: عادت الحالة إلى القائمة
event-command = اختار الشخص: { $command }
event-reaction = وُضع تفاعل على رسالة: { $emoji }
event-reaction-removed = سُحب التفاعل عن رسالة
event-unsupported = أرسل الشخص ما لا يمكن استلامه هنا: { $what }
event-other = تغيّر شيء
command-exit = الخروج السريع
command-help = المساعدة
command-human = التحدث مع إنسان
command-language = تغيير اللغة
command-stop = التوقف
command-back = الرجوع
command-skip = التجاوز
command-restart = البدء من جديد
delivery-queued = في الانتظار
delivery-sending = قيد الإرسال
delivery-sent = أُرسلت
delivery-delivered = وصلت
delivery-read = قُرئت
delivery-refused = لم تصل: رُفضت
delivery-unclear = لم يتأكد الوصول
delivery-held = تنتظر حتى يكتب الشخص
take-over = استلام المحادثة
take-over-bot = البوت يحادث هذا الشخص. بالاستلام يصمت البوت وتصبح الحالة لديك.
take-over-waiting = هذا الشخص ينتظر جواباً. بالاستلام تصبح الحالة لديك، ويعرف أن إنساناً معه.
take-over-held = هذه الحالة لدى { $name }. يمكنك المتابعة قراءةً وترك ملاحظات في ملف الحالة.
take-over-closed = هذه الحالة مغلقة.
take-over-erased = مُسحت هذه الحالة. لم يبقَ منها إلا سلسلة بصماتها.
take-over-wish-woman = طُلب التحدث مع امرأة.
take-over-wish-man = طُلب التحدث مع رجل.
compose-kind = رد أو ملاحظة
compose-reply = رد إلى الشخص
compose-note = ملاحظة داخلية
compose-reply-hint = يصل إلى الشخص
compose-note-hint = لا يراها إلا فريقك. اكتب @ لذكر زميل
compose-reply-do = إرسال
compose-note-do = حفظ الملاحظة
compose-left = { $count ->
    [zero] لم يبقَ مكان
    [one] بقي حرف واحد
    [two] بقي حرفان
    [few] بقيت { $count } أحرف
    [many] بقي { $count } حرفاً
   *[other] بقي { $count } حرف
}
attach = إرفاق ملف
attach-record = تسجيل رسالة صوتية
attach-recording = جارٍ التسجيل { $time }
attach-stop = إبقاء
attach-discard = حذف
attach-remove = إزالة { $name }
attach-list = ملفات تُرسل مع الرسالة التالية
attach-none = لا يمكن إرسال غير الكلام في هذه المحادثة.
attach-too-large = أكبر مما تقبله هذه المحادثة: { $most } على الأكثر
attach-type = يمكن إرسال الصور وملفات PDF والرسائل الصوتية فقط.
attach-chat = هذه المحادثة لا تقبل ملفاً كهذا.
attach-denied = الميكروفون غير متاح. يمكن السماح به في المتصفح، أو الكتابة بدلاً منه.
attach-clean = يُحذف المكان والوقت ونوع الكاميرا من الصور قبل إرسالها.
sent-photo = صورة أُرسلت
sent-voice = رسالة صوتية
compose-blocked = حظر الشخص الحساب. قد لا يصله ما ترسله.
compose-waits = ما تكتبه ينتظر حتى يكتب الشخص.
compose-waits-soon = كان الشخص هنا قبل قليل، فيصله ما تكتبه. بعد خمس دقائق من الصمت ينتظر حتى يكتب.
compose-waits-until = ما تكتبه ينتظر حتى { $time } أو حتى يكتب الشخص.
compose-waits-soon-until = كان الشخص هنا قبل قليل، فيصله ما تكتبه. بعد خمس دقائق من الصمت ينتظر حتى { $time } أو حتى يكتب.
note-kept = حُفظت الملاحظة
hand-back = إعادة إلى البوت
to-queue-again = إعادة إلى القائمة
transfer = نقل الحالة
transferred = نُقلت الحالة
transfer-choose = اختر
macros = خطوات جاهزة
close-case = إغلاق الحالة
outcome-resolved = حُلّت
outcome-referred = أُحيلت إلى جهة أخرى
outcome-withdrawn = لا يرغب الشخص بالمتابعة
outcome-unreachable = الشخص لا يجيب
outcome-duplicate = تتبع حالة أخرى
outcome-not-a-case = ليست حالة
set-severity = تغيير درجة الخطورة
copy-code = نسخ رمز الحالة
snooze = تأجيل…
wake = العودة إليها
safe-times = أوقات آمنة…
reopen = فتحها من جديد
reopened-done = فُتحت الحالة من جديد وأصبحت لديك
help-ask = طلب المساعدة…
shift-end = إنهاء مناوبتي…

# ملف الحالة
file-title = ملف الحالة
danger-self-harm = إيذاء النفس أو الانتحار
danger-taken = تم ابتلاع شيء فعلاً
danger-wound = جرح حدث فعلاً
danger-burn = حرق حدث فعلاً
danger-violence = عنف أو قتل
danger-sexual-abuse = اعتداء جنسي
danger-minor = شخص دون 18
danger-meeting = لقاء خطر
danger-deadline = مهلة
danger-other = عن شخص آخر
danger-duress = كلمة الإكراه
danger-called = طلب نجدة
danger-asked = سُئل عنه، غير مؤكد
signal-duress = هناك من يُكره هذا الشخص.
signal-duress-note = كُتبت كلمة الإكراه. لا تُظهر أننا نعلم: من بيده الهاتف يقرأ.
signal-network = هذه الحالة تطابق شبكة سبق تفكيكها.
signal-network-note = بينها وبين { $code } شيء مشترك. المشرف يقرر هل هي منها.
signal-network-open = افتح الشبكة
signal-decoy = استُعمل الرقم التمويهي.
signal-decoy-note = عُرضت على أحد محادثة فارغة. لا تكتب شيئاً عن هذه الحالة قبل أن يكتب الشخص.
signal-minor = { $count ->
    [0] قال الشخص بكلماته إن عمره دون 18، بعد أن أُعطي عمر شخص بالغ. لا يؤخذ أي ملف بعد الآن. يُرجى تصحيح العمر عند معرفته.
   *[other] قال الشخص بكلماته إن عمره دون 18، بعد أن أُعطي عمر شخص بالغ. ملفات خُتمت من قبل: { $count }. يُرجى عدم فتحها، والقرار في أمرها مع مشرف. ويُرجى تصحيح العمر عند معرفته.
}
signal-minor-pictures = { $count ->
    [0] ذكر الشخص صوراً من وقت كان عمره دون 18. لا يؤخذ أي ملف بعد الآن. يُرجى عدم طلب أي منها، وتصحيح العمر عندما يتضح الأمر.
   *[other] ذكر الشخص صوراً من وقت كان عمره دون 18. ملفات خُتمت من قبل: { $count }. يُرجى عدم فتحها، والقرار في أمرها مع مشرف. ويُرجى تصحيح العمر عندما يتضح الأمر.
}
signal-unproven = عاد أحد إلى هذه المحادثة بلا رقم سري ولا رمز. قد يكون شخصاً آخر. ما قيل من قبل لا يظهر هناك؛ وعند التأكد من صاحب الحالة يفتحه رمز العودة.
signal-left-danger = كُتب خطر في هذه المحادثة بعد مغادرتها. قد يكون شخصاً آخر.
signal-tried = { $count ->
    [zero] لم يحاول أحد العودة إلى هذه الحالة.
    [one] حاول أحد العودة إلى هذه الحالة ولم يعرف الرقم السري.
    [two] حاول أحد مرتين العودة إلى هذه الحالة ولم يعرف الرقم السري.
    [few] حاول أحد { $count } مرات العودة إلى هذه الحالة ولم يعرف الرقم السري.
   *[other] حاول أحد { $count } مرة العودة إلى هذه الحالة ولم يعرف الرقم السري.
}
signal-returned = عاد الشخص من محادثة أخرى: { $channel }.
signal-watched = هناك من ينظر إلى الهاتف الآن. لا ينهي ذلك إلا كلمة الشخص نفسه.
signal-discreet = الهاتف مشترك أو يُفتَّش: لا يجوز أن يظهر عليه شيء دون طلب.
signal-after = يريد الشخص أن نكتب له بعد أن يكتب هو فقط.
signal-safe-times = الكتابة إلى الشخص آمنة من { $from } إلى { $to } بتوقيت بغداد.
consent-keep = حفظ ما يرسله
consent-share-investigators = المشاركة مع المحققين
consent-share-ngo = المشاركة مع منظمة مساعدة
consent-contact-me = الرد عليه هنا
consent-hashes-to-platforms = بصمات الملفات إلى المنصات
consent-check-in = السؤال لاحقاً عن الأحوال
consent-outside-help = قراءة ببرنامج خارجي
person-blocked = حظر الشخص الحساب.
person-exited = غادر الشخص بالخروج السريع: لا يظهر شيء من هذا في محادثته.
size-bytes = { $n } بايت
size-kb = { $n } ك.ب
size-mb = { $n } م.ب
size-gb = { $n } غ.ب

# الحسابات
joined = ضُبطت كلمة المرور. سجّل الدخول الآن.
field-email = البريد الإلكتروني
field-password = كلمة المرور
field-new-password = كلمة مرور جديدة
field-password-rule = { $count ->
    [zero] لا حد أدنى.
    [one] حرف واحد على الأقل.
    [two] حرفان على الأقل.
    [few] { $count } أحرف على الأقل. عدة كلمات أسهل حفظاً.
   *[other] { $count } حرفاً على الأقل. عدة كلمات أسهل حفظاً.
}
field-missing = املأ هذا الحقل.
field-email-wrong = هذا ليس عنوان بريد إلكتروني.
field-password-show = إظهار كلمة المرور أو إخفاؤها
field-alias = الاسم الذي يراه طالبو المساعدة
field-alias-note = اسم عمل؛ لا يلزم أن يكون الاسم الحقيقي.
code = رمز من ستة أرقام
factor-title = عامل التحقق الثاني
agents-title = الموظفون

# The account on WhatsApp
checklist-title = الإعداد
operator-title = ما تذكره الجهة المشغّلة
texts-title = نصوص البوت
webhooks-title = تنبيه برامج أخرى
health-title = حالة النظام

# حزم للتسليم
fault-too-few = في الشبكة حالتان على الأقل من كل جانب.
fault-few-agreed = وافق أقل من شخصين على تسليم حالتهم.
fault-ended = هذه الشبكة أُلغيت.
fault-dismantled = فُككت الشبكة الأخرى، فلا تُدمج في غيرها حتى لا تضيع تنبيهاتها. أضف حالاتها واحدة واحدة.
fault-day-invalid = اختر يوماً جاء فعلاً، لا يوماً قادماً.
fault-month-ahead = لم يبدأ هذا الشهر بعد. اختر شهراً أسبق.
fault-report-unset = تعذّر إعداد التقرير الآن. حاول بعد دقيقة.
fault-consent = لم يوافق الشخص على ذلك، أو سحب موافقته.
fault-erasing = يريد الشخص مسح كل شيء: لا يخرج شيء.
fault-sealed-only = الحزم المفتوحة غير مسموحة هنا. يلزم مفتاح.
fault-recipient-invalid = أحد المفاتيح ليس مفتاح age عاماً، أو مكرر.
fault-recipient-unknown = أحد المفاتيح ليس من المسموح بها هنا.
fault-same-person = الطلب من هذا الحساب نفسه: يجب أن يجيب شخص آخر.
fault-proof-required = لم يحدث شيء، لأن الهوية لم تُؤكَّد. أعد المحاولة وأكّد هويتك.
fault-too-new = أُنشئ هذا الحساب أو دُعي من جديد أو أُزيل عامله الثاني أو تغيّر دوره قبل أقل من 72 ساعة. تمكن الموافقة منه ابتداءً من { $time }، ومن شخص آخر الآن.
fault-asker-too-new = صاحب الطلب أُنشئ حسابه أو دُعي من جديد أو أُعيد ضبطه من حسابك قبل أقل من 72 ساعة. تمكن الموافقة منك ابتداءً من { $time }، ومن شخص آخر الآن.
fault-made-by-asker = صاحب الطلب هو من أنشأ هذا الحساب أو دعاه أو أعاد ضبطه. يجب أن يوافق شخص آخر.
fault-superseded = طُلب ذلك من جديد بعدها. تعرضه الصفحة الآن.

# Statistics
statistics-title = الإحصاءات
networks-title = الشبكات

## من في الحالة
here-viewing = { $name } فتح هذه الحالة
here-typing = { $name } يكتب في هذه الحالة الآن
here-typing-short = { $name } يكتب…

## حالة لدى زميل
take-over-since = منذ
ask-for = طلب الحالة
take-from = أخذ الحالة
event-asked = طلب { $name } الحالة
shared-machine = جهاز مشترك: لا تُحفظ المسودات
menu-pages = الصفحات
sessions-title = أماكن تسجيل الدخول
api-keys-title = مفاتيح البرامج
audit-title = من فعل ماذا
fault-passkey-required = هذا الحساب يدخل بمفتاح المرور. إن فقدته فاسأل مسؤولاً.
fault-passkey-failed = لم يعطِ المتصفح مفتاح مرور. أعد المحاولة.
fault-passkey-known = على هذا الجهاز مفتاح مرور لحسابك من قبل.
fault-user-not-verified = هذا المفتاح لا يسأل من أنت. عيّن له بصمة أو رقماً سرياً أولاً.
fault-second-factor-required = أعدّ عاملاً ثانياً أولاً.
fault-last-admin = يجب أن يبقى مسؤول واحد.

## نصوص جاهزة
replies = نصوص جاهزة
replies-open = نصوص جاهزة (اكتب / أو اضغط Ctrl+/)
team-replies-title = نصوص الفريق الجاهزة

## الحالة باختصار
brief = باختصار

## هل المكان آمن الآن؟
safe-check = في أمان الآن؟
safe-note = يُسأل الشخص بأزرار، باسم البوت وبلغته. لا يُرسل شيء من مسودتك.
safe-kept = ليس الآن: لا يجوز أن يظهر هذا على الهاتف من دون طلب.
safe-asked = السؤال في طريقه
event-safe-asked = طلب { $name } سؤال الشخص عن أمانه
event-age-asked = طلب { $name } سؤال الشخص عمّا ينتظره الملف
event-age-answer = أُجيب عن السؤال الذي ينتظره الملف
event-safe-fast-safe-yes = آمن في الدقائق القادمة: نعم
event-safe-fast-safe-no = آمن في الدقائق القادمة: لا!
event-safe-fast-safe-cant-say = آمن في الدقائق القادمة: لا يستطيع القول
event-safe-crisis-now-yes = فكرة إنهاء الحياة الآن: نعم!
event-safe-crisis-now-no = فكرة إنهاء الحياة الآن: لا
event-safe-crisis-now-talk = فكرة إنهاء الحياة الآن: يريد أن يتكلم
event-safe-other = أجاب الشخص عن سؤال الأمان
fault-quiet = لا يجوز أن يظهر هذا على هاتف الشخص الآن. انتظر حتى يكتب.

## علامات الرسائل
deleted-there = حُذفت من هاتف الشخص
quote-ours = رداً علينا:
quote-other = رسالة سابقة
quote-go = إلى الرسالة التي هذا ردّ عليها
person-types = الشخص يكتب…
