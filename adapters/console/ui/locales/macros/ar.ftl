macros-note = عدة خطوات بضغطة واحدة، يجدها كل زميل في الحالات التي عنده. لا يُرسل شيء قبل أن يقرأه ويضغط مرتين.
macro-count = { $count ->
    [zero] لا شيء بعد
    [one] مجموعة واحدة
    [two] مجموعتان
    [few] { $count } مجموعات
    [many] { $count } مجموعة
   *[other] { $count } مجموعة
}
macro-empty = لا توجد خطوات جاهزة بعد. بداية جيدة: رد، ومهمة للغد، والفريق الذي يكمل.
macro-add = خطوات جديدة
macro-name = الاسم
macro-offered = معروضة
macro-offered-name = عرض «{ $name }»
macro-change-name = تغيير «{ $name }»
macro-remove = حذف
macro-up = نقل «{ $name }» إلى أعلى
macro-down = نقل «{ $name }» إلى أسفل
macro-place = «{ $name }» ترتيبه الآن { $place } من { $of }.
macro-keep = حفظ
macro-kept = حُفظت الخطوات.
macro-list-outdated = غيّرها زميل في هذه الأثناء. بقي ما حفظه وظهر هنا: اضغط مرة أخرى لحفظ ما عندك.
macro-theirs = غيّر زميل هذه الخطوات نفسها في هذه الأثناء. صارت الآن:
macro-theirs-gone = حذف زميل هذه الخطوات في هذه الأثناء. حفظها يعيدها.
macro-step-note = ملاحظة
macro-step-task = مهمة
macro-step-severity = الخطورة
macro-step-reply = رد
macro-step-snooze = تأجيل
macro-step-team = تحويل إلى فريق
macro-step-add = إضافة خطوة
macro-step-remove = حذف هذه الخطوة: { $step }
macro-order-note = تُنفَّذ الخطوات بهذا الترتيب: ما يبقى داخل الفريق، ثم الرد، ثم ما تخرج به الحالة من يدك.
macro-note-words = نص الملاحظة
macro-task-words = ما المطلوب عمله
macro-task-hours = موعدها بعد كم ساعة (يمكن تركه فارغاً)
macro-severity = تصبح
macro-reason = السبب، ويُحفظ في الحالة
macro-ready-text = من النصوص الجاهزة للفريق
macro-ready-text-note = بلغة الشخص. وإن لم يكتبه أحد بتلك اللغة فيكتبه الزميل.
macro-choose = اختر…
macro-snooze-hours = لكم ساعة
macro-team = الفريق
macro-team-note = ملاحظة للفريق (يمكن تركها فارغة)
macro-hours-from-now = { $count ->
    [zero] تأجيل
    [one] تأجيل لساعة
    [two] تأجيل لساعتين
    [few] تأجيل لـ{ $count } ساعات
    [many] تأجيل لـ{ $count } ساعة
   *[other] تأجيل لـ{ $count } ساعة
}
macro-find = أي خطوات
macro-none = لا توجد خطوات جاهزة بعد. يرتّبها المشرفون من الإعدادات.
macro-all-or-none = هذا ما سيحدث: كله أو لا شيء منه.
macro-does-note = ملاحظة للفريق:
macro-does-task = مهمة:
macro-does-task-due = مهمة، موعدها { $time }:
macro-does-severity = تتغيّر الخطورة من { $before } إلى { $severity }، والسبب:
macro-severity-same = تبقى الخطورة { $severity }.
macro-severity-falls = تنخفض الخطورة من { $before } إلى { $severity }.
macro-own-reason = السبب عندك
macro-own-reason-note = لازم، بكلماتك أنت، ويبقى في الحالة. الخطوات الجاهزة تقول: { $reason }
macro-does-promise = تؤجَّل الحالة حتى { $time }، ويُحفظ ردّك وعداً
macro-do-asked = نفّذها كلها…
macro-do-now = نفّذ الآن
macro-asked-falls = ستنخفض الخطورة. اضغط مرة أخرى للتنفيذ.
macro-fresh = قيل في هذه الأثناء:
macro-fresh-file = صورة أو تسجيل أو ملف: انظر في المحادثة.
macro-moved = لم يُنفَّذ شيء. حدث شيء في الحالة في هذه الأثناء: اقرأه ثم اضغط من جديد.
macro-moved-severity = لم يُنفَّذ شيء. صارت الخطورة غير ما رأيت: انظر في الأعلى ما سيتغيّر ثم اضغط من جديد.
macro-gone = لم يُنفَّذ شيء. لم تعد هذه الخطوات موجودة. ردّك محفوظ حتى تغلق الصفحة.
macro-does-reply = هذا ما سيقرؤه الشخص. غيّره هنا:
macro-does-snooze = تؤجَّل الحالة حتى { $time }
macro-does-team = تنتقل الحالة إلى فريق { $team }
macro-gone-team = لم يعد فريق { $team } موجوداً: لا يمكن تنفيذ هذه الخطوات.
macro-gone-reply = لم يعد هذا النص الجاهز موجوداً.
macro-no-words = لم يكتب أحد هذا النص بلغة { $language }. اكتبه هنا:
macro-reply = الرد على الشخص
macro-others = خطوات أخرى
macro-do = نفّذها كلها
macro-send = نفّذها كلها وأرسل…
macro-send-now = أرسل الآن
macro-asked = سيصل هذا إلى الشخص. اضغط مرة أخرى للإرسال.
macro-done = تم كل شيء.
macro-failed = لم يُنفَّذ شيء. توقفت عند «{ $step }»: { $why }
macro-outdated = لم يُنفَّذ شيء: صارت تفعل غير ما رأيت. ما تفعله الآن ظاهر في الأعلى. اقرأه ثم اضغط من جديد.
