# تأجيل الحالة
snooze-note = تبقى الحالة لديك، وتعود في ذلك الوقت أو حالما يكتب الشخص.
snooze-until = حتى متى
snooze-hour = بعد ساعة
snooze-evening = هذا المساء، { $time }
snooze-tomorrow = غداً، { $time }
snooze-own = وقت آخر
snooze-at = اليوم والوقت
snooze-past = اختر وقتاً لم يأتِ بعد، خلال شهر على الأكثر.
snooze-tell = إخبار الشخص
snooze-words = ما سيقرؤه
snooze-words-note = بلغة الشخص. عدّله كما تشاء؛ فهو وعد.
snooze-waits = تنتظر هذه الرسالة حتى يكتب، فلن يقرؤها قبل ذلك.
snooze-waits-until = تنتظر هذه الرسالة حتى { $time } أو حتى يكتب.
snooze-do = تأجيل
snoozed-until = مؤجّلة حتى { $time }
snoozed-promise = قيل للشخص:
promise-hour = سنكتب لك من جديد بعد نحو ساعة.
promise-today = سنكتب لك من جديد اليوم الساعة { $time }.
promise-tomorrow = سنكتب لك من جديد غداً الساعة { $time }.
promise-day = سنكتب لك من جديد يوم { $day } الساعة { $time }.

# أوقات الكتابة الآمنة
safe-times-note = الوقت الذي يقول الشخص إن الكتابة إليه آمنة فيه. في غيره ينتظر ما ترسله ولا يظهر شيء على هاتفه، ثم يُرسَل حين يبدأ الوقت أو حالما يكتب. وتبقى سائر القواعد في هذه الحالة كما هي.
safe-times-from = من
safe-times-to = إلى
safe-times-zone = كل يوم، بتوقيت بغداد. يمكن أن يمتد إلى ما بعد منتصف الليل.
safe-times-same = اختر وقتين مختلفين.
safe-times-do = تحديد
safe-times-clear = إزالة الأوقات

# المساعدة والمتابعة والنقل
help-note = يراها المشرف في القائمة وفي أعلى هذه الحالة. لا يُخبَر الشخص بشيء.
help-words = ما تحتاجه (اختياري)
help-do = طلب المساعدة
leaving-bot = تعود إلى البوت. لا يُبلَّغ الشخص بشيء قبل عشر ثوانٍ.
leaving-queue = تعود إلى القائمة. لا يُبلَّغ الشخص بشيء قبل عشر ثوانٍ.
leaving-undo = تراجع
help-asked = يطلب { $name } المساعدة
help-over = تمّت
passed-on = نقلها إليك { $name }
passed-hide = إخفاء
watching-hidden = أنت تتابع. لا يُخبَر { $name } بذلك، والسجل يدوّنه.
watching-shown = أنت تتابع، و{ $name } يرى ذلك.
watched-by = يتابع معك: { $names }
back-ask = يتابع البوت مع الشخص من هنا، ولا تبقى الحالة عندك.
transfer-words = ملاحظة لمن يستلمها
transfer-words-hint = تظهر في أعلى المحادثة. لا يراها الشخص أبداً.

# ما المتوقع
expect-title = قبل أن تفتحها
expect-minor = فيها شخص دون الثامنة عشرة.
expect-self-harm = فيها كلام عن الانتحار أو إيذاء النفس.
expect-intimate = تدور حول صور خاصة أو اعتداء.
expect-advice = إن كان هذا فوق طاقتك اليوم فاتركها لزميل. لا بأس في ذلك.
open-for-you = مفتوح لك: { $count ->
    [zero] أقل من دقيقة
    [one] دقيقة أخرى
    [two] دقيقتان أخريان
    [few] { $count } دقائق أخرى
   *[other] { $count } دقيقة أخرى
}
shown-colours = إظهار الألوان
exposure = { $of ->
   *[other] الملفات التي فتحتها في هذه المناوبة: { $seen }. الحد المناسب: { $of }.
}
exposure-near = رأيت الكثير اليوم. هل يمكن أن يطّلع زميل على هذا؟
exposure-full = هذا يكفي لمناوبة واحدة. دع زميلاً يطّلع إن وُجد. ويمكنك المتابعة إن لزم.
break-title = كانت هذه حالة ثقيلة.
break-text = خذ عشر دقائق بعيداً عن الشاشة قبل التالية. وإن بقي أثرها فتحدّث مع أحد.
break-close = حسناً

# ملف الحالة
source-show = إظهارها في المحادثة
correct = تصحيح
correct-title = تصحيح الإجابة
correct-note = يبقى ما كتبه الشخص كما هو، وتُقدَّر الخطورة من جديد.
correct-now = الإجابة الصحيحة
correct-amount = المبلغ
correct-currency = العملة
correct-reason = السبب
correct-do = تصحيح
corrected-by = صحّحها { $name }:
owner-change = تغيير صاحبه
owner-title = لمن هذا؟
owner-value = القيمة
owner-self-note = ما كان للشخص نفسه لا يربط الحالات بعضها ببعض.
owner-everywhere = في كل حالة تذكره
owner-everywhere-note = يُعاد النظر في من يربطهم. السبب يظهر فيها جميعاً: لا تُذكر فيه أسماء.
owner-do = تغيير
link-wrong-title = لا صلة بين هاتين الحالتين
link-wrong-note = يزول الربط من الحالتين، ويزول معه ما رفعه وحده. يمكن التراجع عن ذلك. وإن ظهر لاحقاً شيء آخر مشترك بينهما رُبطتا من جديد.
link-wrong-do = لا صلة
link-right-title = بين هاتين الحالتين صلة
link-right-note = يعود الربط في الحالتين ويُحسب كما كان.
link-right-do = إعادة الربط
link-same-title = هاتان الحالتان مرتبطتان
link-same-note = يبقى ذلك في الحالتين دائماً، مهما قُرئ فيهما لاحقاً. ويمكن تغييره.
link-same-do = مرتبطتان
link-unsure-title = لا يمكن الجزم بعد
link-unsure-note = يُسجَّل في الحالتين أن أحداً نظر في الأمر. لا ينشأ بذلك رابط ولا يزول.
link-unsure-do = حفظ كغير مؤكد
tasks-title = المهام
tasks-none = لا شيء للعمل.
task-new = مهمة جديدة
task-due = الموعد (اختياري)
task-add = إضافة
task-by = { $name }
task-due-at = موعدها { $time }
task-late = فات موعدها { $time }
timeline-given = ما أرشد البوت إليه
timeline-given-none = لا إرشادات بعد.
timeline-happened = ما جرى
timeline-watch = متابعةً
timeline-to = حتى { $time }
timeline-times = من { $from } إلى { $to }
timeline-linked-identifier = بالرقم أو الحساب نفسه
timeline-linked-file = بالملف نفسه
timeline-linked-picture = بصورة تبدو هي نفسها
timeline-linked-script = بالنص المنسوخ نفسه
timeline-linked-sound = بالتسجيل نفسه

# المناوبة
shift-end-holds = { $count ->
    [zero] ليست لديك حالة.
    [one] لديك حالة واحدة. تعود إلى قائمة فريقها.
    [two] لديك حالتان. تعودان إلى قائمتي فريقيهما.
    [few] لديك { $count } حالات. تعود إلى قوائم فرقها.
   *[other] لديك { $count } حالة. تعود إلى قوائم فرقها.
}
shift-end-none = ليست لديك حالة، ولم يبقَ شيء مفتوح. مع السلامة.
shift-end-note = ملاحظة لمن يستلمها
shift-end-note-hint = واحدة لها جميعاً. لا يُخبَر الأشخاص بشيء، فسيأتي من يتابع.
shift-end-do = تسليم وإنهاء
shift-ended = { $count ->
    [zero] لا شيء للتسليم
    [one] سُلّمت حالة واحدة
    [two] سُلّمت حالتان
    [few] سُلّمت { $count } حالات
   *[other] سُلّمت { $count } حالة
}

# عدة حالات معاً
bulk-picked = { $count ->
    [zero] اختر حالات منتظرة
    [one] اختيرت حالة
    [two] اختيرت حالتان
    [few] اختيرت { $count } حالات
   *[other] اختيرت { $count } حالة
}
bulk-team = إلى أي فريق
bulk-assign = إرسال
bulk-duplicates = إغلاقها لتكرارها
bulk-no-cases = إغلاقها لأنها ليست حالات
bulk-alike = اختيار المتشابهة
bulk-alike-found = المتشابهة: { $words } بالكلمات، و{ $origin } بالشبكة التي جاءت منها اليوم. خلف شبكة هاتف واحدة ناس كثيرون: تُقرأ قبل الإغلاق.
bulk-reason = السبب (مطلوب للإغلاق حيث الخطر على الحياة)
bulk-reason-needed = السبب
bulk-sure = هل تُغلق؟ يُخبَر كل شخص بانتهاء المحادثة.
bulk-sure-do = نعم، أغلقها
bulk-leave = إنهاء الاختيار
bulk-done = { $count ->
    [zero] لم يُنجز شيء
    [one] أُنجزت واحدة
    [two] أُنجزت اثنتان
    [few] أُنجزت { $count }
   *[other] أُنجزت { $count }
}
bulk-refused = { $count ->
    [zero] لم تُرفض واحدة
    [one] رُفضت واحدة: استلمها أحد، أو فيها خطر على الحياة.
    [two] رُفضت اثنتان: استلمهما أحد، أو فيهما خطر على الحياة.
    [few] رُفضت { $count }: استلمها أحد، أو فيها خطر على الحياة.
   *[other] رُفضت { $count }: استلمها أحد، أو فيها خطر على الحياة.
}

files-wait = { $count ->
    [one] ملف ينتظر معرفة العمر. لم يُنزَّل منه شيء.
    [two] ملفان ينتظران معرفة العمر. لم يُنزَّل منهما شيء.
    [few] { $count } ملفات تنتظر معرفة العمر. لم يُنزَّل منها شيء.
   *[other] { $count } ملفاً تنتظر معرفة العمر. لم يُنزَّل منها شيء.
}
files-wait-consent = { $count ->
    [one] ملف ينتظر موافقة الشخص على البدء، ثم معرفة العمر. لم يُنزَّل منه شيء.
    [two] ملفان ينتظران موافقة الشخص على البدء، ثم معرفة العمر. لم يُنزَّل منهما شيء.
    [few] { $count } ملفات تنتظر موافقة الشخص على البدء، ثم معرفة العمر. لم يُنزَّل منها شيء.
   *[other] { $count } ملفاً تنتظر موافقة الشخص على البدء، ثم معرفة العمر. لم يُنزَّل منها شيء.
}
files-wait-left = عاد الشخص من هنا إلى حالته السابقة، وذهبت هذه الملفات معه.
files-wait-note = ملفات البالغين تُجلب من تلقاء نفسها عند معرفة العمر، وأيضاً إن كتبه الشخص («عمري 22 سنة»)؛ ودون 18 تُترك.
age-ask = السؤال عنه
age-ask-not-here = هنا تُكتب ملاحظة داخلية. لسؤال الشخص عنه، الانتقال إلى «رد إلى الشخص» أولاً.
age-asked = السؤال في طريقه
age-note = العمر معروف لي
danger-none = ليس خطراً
danger-none-undo = بل هو خطر
danger-none-by = { $name }: لم يكن خطراً
danger-missed = الإبلاغ عن خطر لم يُرصد
danger-missed-title = خطر لم يُرصد
danger-missed-note = لمن يقيّم قارئات الخطر. لا يُتعلَّم منه شيء تلقائياً، وتبقى درجة الاستعجال كما هي.
danger-missed-message = في أي رسالة
danger-missed-label = أي خطر
danger-missed-do = تدوين

# What a machine read in a picture
picture-words = قرأه برنامج
picture-words-note = قارنه بالصورة. لا يُحتسب رقم أو اسم إلا بعد أن يؤكده أحد، وحتى ذلك الحين لا يربط أي بلاغ بآخر.
picture-header = رأس المحادثة:
bubble-me = صاحب البلاغ
bubble-them = الطرف الآخر
bubble-unknown = غير واضح من كتبها
bubble-badly = صعبة القراءة
code-cut-out = مكانه في الصورة
code-unsure = غير مؤكد
code-right = صحيح
code-fix = تصحيح
code-fixed = تأكيد بعد التصحيح
code-wrong = غير صحيح
picture-code-confirmed = أكده { $name }:
picture-code-confirmed-person = أكده صاحب البلاغ:
picture-code-rejected = قال { $name } إنه غير صحيح
picture-code-rejected-person = قال صاحب البلاغ إنه غير صحيح
picture-code-passed = تركه { $name } دون جواب
picture-code-passed-person = تركه صاحب البلاغ دون جواب

# What a language model helps with
model-title = برنامج قد يساعد في القراءة
model-note = لا يعمل إلا بضغطة منك، وعلى أجهزتنا. ما يقوله اقتراح، والرسائل هي التي تُحتسب.
model-note-away = لا يعمل إلا بضغطة منك. تُزال الأسماء والأرقام والأماكن قبل أن يخرج شيء من هنا. ما يقوله اقتراح، والرسائل هي التي تُحتسب.
model-says = اقترحه برنامج ولم يؤكده أحد:
model-summary-do = ملخص
model-facts-do = من، أين، ماذا، إلى متى
model-facts-none = لم يُعثر على شيء.
model-fact-who = من
model-fact-where = أين
model-fact-demand = المطلوب
model-fact-deadline = إلى متى
model-fact-platform = على أي منصة
model-translate-do = ترجمة
model-translated = ترجمه برنامج، والأصل هو الذي يُحتسب:
model-heard = كتبه برنامج، والرسالة الصوتية هي التي تُحتسب:
model-draft-do = مسودة من برنامج
model-draft-mark = كتب برنامج هذه المسودة. اقرأها واجعلها بكلماتك.
model-draft-again = ما زالت كما كتبها البرنامج. اضغط إرسال مرة أخرى لإرسالها هكذا.
model-none-off = لا يوجد برنامج لغوي مفعّل.
model-none-withheld = لا يجوز عرض هذا البلاغ على برنامج لغوي.
model-none-budget = استُنفدت مرات هذه الساعة. المحاولة ممكنة لاحقاً.
model-none-stopped = توقف.
model-none-late = استغرق وقتاً أطول من اللازم. لم يضع شيء.
model-none-unreachable = المساعدة غير متاحة الآن. كل شيء آخر يعمل كما كان.
model-none-unauthorised = البرنامج يرفض مفتاحنا. يُرجى إبلاغ المشغّل.
model-none-busy = البرنامج مشغول. المحاولة ممكنة بعد قليل.
model-none-refused = لم يُجب البرنامج.
model-none-unreadable = ما وصل غير صالح للاستعمال.
model-none-too-large = الجواب كبير جداً.
mention-list = زملاء يمكن ذكرهم
mention-count = { $count ->
    [zero] لا أحد
    [one] زميل واحد
    [two] زميلان
    [few] { $count } زملاء
    [many] { $count } زميلاً
   *[other] { $count } زميل
}
mention-none = لا زميل بهذا الاسم
mention-go = إلى الملاحظة

## كل المفاتيح
keys-letters = مفاتيح الحرف الواحد
keys-letters-note = بحسب موضعها على اللوحة مهما كانت لغة الكتابة. أوقفها إن أزعجتك.
keys-next = الحالة التالية في القائمة
keys-previous = الحالة السابقة في القائمة
keys-own-next = المحادثة التالية من محادثاتي
keys-own-previous = المحادثة السابقة من محادثاتي
keys-take = استلام الحالة التالية
keys-views = العروض المحفوظة، ثم 1 إلى 9
keys-close = إغلاق نافذة أو قائمة
keys-move = نقل سطر في قائمة لها ترتيب
keys-help = هذه المساعدة
keys-arrows = التنقل في القائمة
keys-open = فتح الحالة
keys-send = إرسال الرد
keys-note = حفظ الملاحظة
keys-replies = نصوص جاهزة
alerts-sound-note = نغمة هادئة لكل درجة؛ ودرجة «الآن» تتكرر إلى أن يحضر أحد. لا صوت لحالة جديدة ما دام هذا متوقفاً.
alerts-call = صوت عند نداء من الفريق أو أمر ينتظر جوابي
alerts-call-note = يُحفظ في هذا المتصفح. لا صوت قبل أول نقرة على الصفحة.
alerts-call-tune = نداء
alerts-listen = استمع
alerts-notify = إشعارات المتصفح
alerts-notify-note = حين تكون نافذة أخرى في الأمام: «أمين: هناك ما ينتظر»، ولا شيء غير ذلك.
alerts-notify-denied = المتصفح لا يسمح بها. يمكن السماح بها في إعدادات المتصفح لهذه الصفحة.
alerts-push = أيقظ هذا المتصفح حين يكون أمين مغلقاً
alerts-push-note = للحالات التي تنتظر بدرجة الآن أو اليوم، ولحالاتي. تعلم الشركة صاحبة المتصفح أنه أُوقظ ومتى، ولا تعلم لماذا.
alerts-push-unable = لا يمكن إيقاظ هذا المتصفح هنا.
transfer-kind = إلى فريق أو إلى زميل
transfer-team = فريق
transfer-agent = زميل
transfer-to-team = أي فريق
transfer-to-agent = أي زميل
transfer-nobody = لا أحد بهذا الاسم
transfer-note-team = تدخل الحالة قائمة ذلك الفريق.
transfer-note-agent = تصبح الحالة لدى الزميل فوراً.
close-how = كيف انتهت؟
close-note = يُخبَر الشخص بانتهاء المحادثة وبما تم، ويُسأل إن كان يوافق على السؤال عن أحواله لاحقاً. إن كتب من جديد فُتحت الحالة من جديد.
closed-done = أُغلقت الحالة
ask-for-why = السبب
ask-for-done = وصل الطلب إلى { $name }
severity-choose = درجة الخطورة
severity-reason = السبب
severity-reason-needed = لازم لخفض الدرجة. يدخل السجل.
severity-reason-free = يدخل السجل.
severity-do = تغيير
ask-for-note = الحالة لدى { $name }. يُحفظ السبب ملاحظةً ويصله الطلب فوراً.
take-from-note = الحالة لدى { $name }. تنتقل إليك ويبقى السبب فيها.
