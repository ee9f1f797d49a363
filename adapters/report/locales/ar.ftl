### ما يقوله تقرير الحالة بالعربية. المفاتيح والمتغيرات واحدة في اللغات الثلاث (test/adapters/report).

## الغلاف وكل صفحة

title = تقرير حالة وأدلة رقمية
title-of-item = معاينة مموّهة للدليل
contents = المحتويات
confidential =
    سرّي. في هذا التقرير ما رواه إنسان على وجه الثقة، وهو لمن يعمل على الحالة دون سواه، ومن ينقله إلى غيره مسؤول عن ذلك. سلامة صاحب البلاغ تسبق أي إجراء يُتخذ بناءً عليه.
month-1 = كانون الثاني
month-2 = شباط
month-3 = آذار
month-4 = نيسان
month-5 = أيار
month-6 = حزيران
month-7 = تموز
month-8 = آب
month-9 = أيلول
month-10 = تشرين الأول
month-11 = تشرين الثاني
month-12 = كانون الأول
f-organisation = الجهة التي تحفظ الحالة
f-prepared-by = أعدّه
f-prepared-at = تاريخ الإعداد
f-scope = أُعدّ من أجل
f-opened = فُتحت الحالة
f-last = آخر قيد
f-channel = ورد البلاغ عبر
f-language = لغة صاحب البلاغ
f-state = حال الحالة
f-team = الفريق
f-contains = يتضمّن
f-zone = الأوقات
zone-note = الوقت المحلي أولاً، والحرف "Z" علامة التوقيت العالمي (UTC).
count-items = من مواد الأدلة
count-messages = من الرسائل
count-entries = من قيود السجل
organisation-unknown = غير مذكورة
operator-command-line = بأمر على الجهاز الذي يحفظ الحالة
scope-person = نسخة صاحب البلاغ: كل شيء
scope-share-investigators = جهة التحقيق: ما وافق صاحب البلاغ على تسليمه
scope-share-ngo = جهة مساعدة: ما وافق صاحب البلاغ على تسليمه
channel-telegram = تلغرام
channel-whatsapp = واتساب
channel-webchat = محادثة موقع الجهة
channel-phone = مكالمة هاتفية دوّنها أحد أعضاء الفريق
language-ar = العربية
language-ckb = الكردية (السورانية)
language-en = الإنجليزية
state-open = مفتوحة
state-closed = مغلقة
outcome-resolved = انتهى الأمر
outcome-referred = أُحيلت
outcome-withdrawn = سحبها صاحب البلاغ
outcome-unreachable = تعذّر الوصول إلى صاحب البلاغ
outcome-duplicate = مطابقة لحالة أخرى
outcome-not-a-case = ليست حالة

## الخلاصة

section-summary = الخلاصة
summary-note =
    كل ما يرد هنا رواه صاحب البلاغ ودُوّن كما رُوي، ولم يتحقق منه أحد بعد. درجة الاستعجال تقدير منا، وليست حكماً على ما حدث.
s-alleged = موضوع البلاغ
s-who = المنسوب إليه، بحسب المعلوم
s-relation = صلته بصاحب البلاغ
s-urgency = درجة الاستعجال
s-reasons = الأسباب
s-set-by-rules = بحسب قواعد الخدمة
s-set-by-agent = بتقدير أحد أعضاء الفريق
s-why = التعليل المذكور
s-demanded = ما يُطلب من صاحب البلاغ
s-deadline = المهلة
s-paid = ما دُفع حتى الآن
s-age = من وقع عليه الأمر
s-own-words = بكلمات صاحب البلاغ
s-own-words-more = النص الكامل في قسم كلمات صاحب البلاغ.
s-links = حالات أخرى فيها معرّف مشترك
s-nobody = لا شيء معلوم حتى الآن
severity-p1 = P1: خطر على الحياة أو قاصر، الآن
severity-p2 = P2: خطير وقريب
severity-p3 = P3: خطير
severity-p4 = P4: مشورة
ask-title = المطلوب ممن يتسلّم هذا التقرير
ask-1 = الإسراع في مطالبة المنصات بحفظ وتقديم ما لديها عن الحسابات والأرقام المذكورة، فكثير منها لا يحتفظ به إلا مدة قصيرة. ومعرّفات الرسائل لدى المنصات مثبتة بجانب كل رسالة.
ask-2 = المقارنة بالأصل على جهاز صاحب البلاغ ولدى المنصة. هذه الحزمة نسخة محفوظة من بلاغ: تساعد على العثور على الأصول والتحقق منها، ولا تقوم مقامها.
ask-3 = مخاطبة صاحب البلاغ بالطريقة التي وافق عليها فقط (انظر الموافقات)، وليس عن طريق الأقارب أبداً.
ask-4 = فتح الملفات عند الضرورة فقط، وعدم نسخ المواد الحميمة أو عرضها، وتدوين كل اطّلاع.

## المعرّفات والتسلسل الزمني

section-identifiers = الأرقام والأسماء والحسابات
identifiers-note = استخرجتها قواعد آلية من كلمات صاحب البلاغ، وينبغي التحقق من كل منها قبل استعماله. ويشير عمود "ورد في" إلى أرقام الأسطر في قسم المحادثة.
identifiers-none = لم يُعثر على شيء منها في كلمات صاحب البلاغ.
c-type = النوع
c-value = القيمة
c-written = كما كُتب
c-owner = لمن
c-seen = ورد في
owner-perpetrator = الطرف الآخر
owner-self = صاحب البلاغ
owner-other = شخص آخر
type-phone = هاتف
type-whatsapp = واتساب
type-viber = فايبر
type-imo = إيمو
type-zaincash = محفظة زين كاش
type-asiahawala = محفظة آسيا حوالة
type-fastpay = محفظة فاست باي
type-telegram = تلغرام
type-instagram = إنستغرام
type-facebook = فيسبوك
type-snapchat = سناب شات
type-tiktok = تيك توك
type-x = إكس
type-handle = اسم حساب، لم تُذكر خدمته
type-email = بريد إلكتروني
type-btc = عنوان بتكوين
type-eth = عنوان إيثريوم
type-tron = عنوان ترون
type-iban = حساب مصرفي (IBAN)
type-card = بطاقة مصرفية (أرقامها مخفية)
type-mtcn = رقم حوالة (MTCN)
type-game-id = حساب لعبة
type-url = رابط
form-id = رقم الحساب
form-invite = رابط دعوة
section-timeline = التسلسل الزمني
timeline-note = ما جرى في هذه الحالة ومتى، من الأقدم إلى الأحدث، بساعة الخدمة.
timeline-none = لا شيء مسجّل.
c-time = الوقت
c-what = ماذا
c-detail = تفصيل

## كلمات صاحب البلاغ

section-words = بكلمات صاحب البلاغ
words-note = كما كُتبت: دون تصحيح ولا ترجمة.
words-none = لم يروِ صاحب البلاغ شيئاً بالكلمات.
section-answers = الأجوبة عن الأسئلة
answers-note = الخيارات كما عُرضت، والكلمات كما كُتبت.
skipped-skip = لم يُجب عنه
skipped-unknown = "لا أعرف"

## الأدلة

section-evidence = الأدلة
evidence-note =
    كل ملف موجود في الحزمة كما وصل، دون تغيير بايت واحد، وتحت رقم محايد. والصور هنا صغيرة ومموّهة عمداً. أما الأسماء التي يعطيها جهاز أو منصة فهي ادعاءات، وكذلك النوع المصرَّح به.
evidence-none = لا ملفات في الحزمة.
read-title = ما قُرئ من الملفات، ومعنى العبارات
read-found = وُجد: موجود كما هو مبيّن. ومثل هذه العلامات يستطيع أي أحد وضعها، فيلزم التحقق منها.
read-broken = وُجد لكنه مختلّ: هناك شيء لا يستقيم، كتوقيع على محتوى آخر.
read-none = لم يوجد: وهذا لا يثبت شيئاً، فتطبيقات المراسلة تزيل هذه العلامات عادةً.
read-not-computed = لم يُحسب: لم ينظر فيه أحد، للسبب المذكور.
e-file = الملف في الحزمة
e-original-name = الاسم الذي أعطاه الجهاز
e-type = النوع بحسب المحتوى
e-type-declared = النوع المصرَّح به
e-type-unknown = غير معروف
e-size = الحجم
e-sha256 = SHA-256
e-md5 = MD5
e-pdq = PDQ (بصمة الصورة)
e-quality = الجودة
e-bytes = بايت
e-capture = كيف وصل
capture-recompressed = أعادت المنصة ترميزه في الطريق
capture-as-sent = هو نفسه ما أرسله جهاز صاحب البلاغ
e-forwarded = محوَّل من محادثة أخرى
e-sent = أُرسل، بساعة المنصة
e-announced = عُرض، بساعتنا
e-received = استُلم وخُتم
e-blurred = مموّهة عمداً، والملف نفسه لم يُمسّ.
e-more = والباقي في data/index.json
media-photo = صورة
media-document = ملف
media-video = فيديو
media-voice = رسالة صوتية
media-audio = مقطع صوتي
media-animation = صورة متحركة
media-video-note = رسالة فيديو
media-statement = إفادة مكتوبة خُتمت كملف
aspect-type = النوع
aspect-digest = البصمات الرقمية
aspect-container = بنية الملف
aspect-metadata = البيانات الوصفية
aspect-provenance = منشأ موقَّع (C2PA)
aspect-generation = علامات توليد أو تعديل بالذكاء الاصطناعي
aspect-fingerprint = بصمة الصورة
aspect-rendering = صور مشتقة منه
found-found = وُجد
found-broken = وُجد لكنه مختلّ
found-none = لم يوجد (لا يثبت شيئاً)
found-not-computed = لم يُحسب
why-tool-absent = الأداة غير مثبّتة
why-unsupported = لا يمكن قراءة هذا النوع من الملفات
why-too-large = الملف كبير جداً
why-too-slow = استغرق وقتاً طويلاً
why-damaged = الملف تالف
why-failed = تعثّرت الأداة

## ما لم يُدرج

section-left-out = ما لم يُدرج، ولماذا
left-out-note = ما عُرض وليس في هذه الحزمة.
left-out-none = لم يُترك شيء.
c-item = المادة
c-why = السبب
c-kind = النوع
l-consent = لم يوافق صاحب البلاغ على تسليمه، أو لم يكن قد وافق على حفظه
l-age = صاحب البلاغ دون 18 عاماً أو عمره غير معلوم: لا تُؤخذ أي وسائط
l-size = أكبر من أن يُؤخذ
l-count = ملفات كثيرة في ذلك الوقت
l-failed = تعذّر جلبه من المنصة
l-pending = لم يكن قد وصل بعد
l-fingerprint = بقي الملف على جهاز صاحب البلاغ، ولم تُسلَّم إلا بصمته

## المحادثة

section-conversation = المحادثة
conversation-note = بالترتيب، مع رقم كل سطر، وتحت كل رسالة معرّفها لدى المنصة. أرقام الأسطر هي نفسها في data/transcript.txt.
conversation-none = لم يُقل شيء.
conversation-cut = يقطع التقرير المحادثة هنا لطولها، وهي كاملة في data/transcript.txt.
text-cut = قُطع النص هنا لطوله، وهو كامل في data/transcript.txt.
who-person = صاحب البلاغ
who-bot = الخدمة (برنامج)
who-agent = عضو الفريق
line-press = ضغط زراً
line-media = أرسل ملفاً
line-contact = أرسل جهة اتصال
line-location = أرسل موقعاً
line-start = فتح المحادثة
line-command = كتب أمراً
line-unsupported = أرسل ما لا يمكن استلامه هنا
line-blocked = حظر الحساب
line-unblocked = رفع الحظر عن الحساب
m-forwarded = محوَّلة
m-edited = عُدّلت لاحقاً
m-refused = لم يُؤخذ
m-held = انتظرت حتى كتب صاحب البلاغ
m-platform = معرّف المنصة

## السجل والموافقات

section-custody = سلسلة الحيازة
custody-note = تُحسب بصمة كل قيد فوق بصمة القيد الذي قبله: فلا يمكن تغيير قيد أو حذفه أو دسّه دون أن تختلّ كل بصمة بعده. البصمات القصيرة هي أول 16 رقماً، والسجل كاملاً في data/custody/entries.jsonl.
c-seq = رقم
c-who = مَن
c-hash = البصمة
actor-person = صاحب البلاغ
actor-bot = الخدمة
actor-system = النظام
actor-agent = عضو الفريق
k-total = عدد القيود في الحزمة
k-head = بصمة آخر قيد
k-reason = السبب
section-checkpoint = نقطة التثبيت
checkpoint-note = آخر بصمة لهذه الحالة ورقةٌ في سجل يضم كل الحالات. جذر السجل موقَّع أدناه، وإثبات وجود هذه الحالة فيه لا يكشف شيئاً عن أي حالة أخرى.
p-origin = اسم السجل ومفتاحه
p-size = عدد الأوراق في السجل
p-leaf = موضع هذه الحالة فيه
p-root = الجذر
p-key = المفتاح العام
p-anchors = طوابع زمنية من جهات أخرى
p-anchors-none = لا يوجد. فلا يؤرّخ نقطة التثبيت سوى التوقيع: تنبغي مقارنتها بنسخ محفوظة في مكان آخر.
p-text = النص الموقَّع
section-consents = الموافقات
consents-note = ما وافق عليه صاحب البلاغ، كلٌّ على حدة، وله سحبه.
consents-none = لا موافقات مسجّلة.
c-consent = الموافقة
c-given = أُعطيت
c-version = النص
consent-yes = نعم
consent-no = لا

## شهادة الإعداد

section-certificate = شهادة الإعداد
certificate-note = كتبها البرنامج عند إعداد الحزمة، ولا تصير إفادة شخص إلا بالتوقيع أدناه.
z-software = البرنامج
z-tools = الأدوات التي قرأت أو أنتجت شيئاً
z-tools-none = لا يوجد
z-hashes = طرائق البصمات
hash-sha256 = SHA-256 (FIPS 180-4)، على البايتات كما وصلت
hash-md5 = MD5 (RFC 1321)، للعثور على ملفات مطابقة في قوائم أقدم فقط
hash-pdq = PDQ، بصمة لمظهر الصورة، والتشابه ليس تطابقاً
z-time = مصدر الوقت
time-system-clock = ساعة الجهاز الذي يحفظ الحالة، ولم تُقارن بساعة أخرى عند كل قيد.
z-operator = مَن أعدّها
z-proves = ما تُثبته الحزمة متى صحّت فحوصها
proves-1 = الملفات هي نفسها التي استُلمت وخُتمت، بايتاً ببايت.
proves-2 = سجل مَن فعل ماذا ومتى لم يتغير ولم ينقص منذ توقيع نقطة التثبيت، ومنذ الطوابع الزمنية إن وُجدت.
proves-3 = هذه الحالة جزء من السجل الذي تشمله نقطة التثبيت.
z-not = ما لا تُثبته
not-1 = مَن صنع صورة أو رسالة، أو أن ما تُظهره صحيح.
not-2 = أن ملفاً لم يتغير قبل استلامه.
not-3 = أن الخدمة دوّنت كل شيء على وجهه الصحيح لحظة استلامه.
not-4 = أن ملفاً بلا علامات توليد أصيل، أو أن ملفاً فيه هذه العلامات ليس كذلك.
z-guidance = الإرشادات المتَّبعة
guidance = اتُّبع المعيار ISO/IEC 27037 وبروتوكول بيركلي للتحقيقات الرقمية مفتوحة المصدر بوصفهما إرشاداً، دون ادعاء أي اعتماد.
z-sign = التسليم
sign-text = أسلّم هذه الحزمة كما أُعدّت ولم أغيّر فيها شيئاً.
sign-name = الاسم والصفة
sign-signature = التوقيع
sign-date = التاريخ والمكان
sign-receiver = المتسلِّم (الاسم والصفة والتوقيع)

## التحقق يدوياً

section-by-hand = التحقق يدوياً
by-hand-note = لا يحتاج جوهر التحقق إلى برنامج من برامجنا: يكفي حاسوب فيه sha256sum و OpenSSL 3. تُفتح نافذة الأوامر في المجلد الذي فُكّت فيه الحزمة. والأسهل: فتح verify.html من الحزمة في متصفح، دون شبكة.
h-files = كل الملفات كما في القائمة
h-files-expect = يجب أن ينتهي كل سطر بكلمة OK.
h-one = ملف واحد، مقارنةً ببصمة SHA-256 في هذا التقرير
h-list = قائمة الملفات هي التي وُقّعت
h-signature = نقطة التثبيت موقَّعة بالمفتاح المذكور في هذا التقرير
h-signature-expect = يجب أن يكون الجواب: Signature Verified Successfully. ويجب أن يكون المفتاح هو الذي نشرته الجهة، لا الذي في الحزمة وحده.
h-leaf = آخر قيد في السجل هو الموجود في نقطة التثبيت
h-leaf-expect = يجب أن تكون البصمة الظاهرة هي المذكورة في قسم سلسلة الحيازة.
h-stamp = الطابع الزمني من جهة أخرى
h-stamp-expect = تُجلب شهادة تلك الجهة منها مباشرةً.

## رموز لا شكل لها

section-signs = رموز ظهرت بأرقامها
signs-note = الرموز التي لا توجد في خطوط هذا التقرير (كالرموز التعبيرية) والرموز الخفية التي قد تضلّل تظهر برقمها في يونيكود بين معقوفين، مع عددها إن تكررت. وهي في الملف data/transcript.json كما أُرسلت.
marks-note = لم تُطبع هنا علامات خفية لا تفعل سوى توجيه النص، وهي في الملف نفسه.

## أنواع قيود السجل

event-case-opened = فُتحت الحالة
event-chat-attached = رُبطت المحادثة
event-language-chosen = اختيرت اللغة
event-person-blocked = حظر صاحب البلاغ الحساب
event-person-unblocked = رفع صاحب البلاغ الحظر
event-person-exited = خروج سريع
event-message-received = وصلت رسالة
event-message-edited = عُدّلت رسالة
event-question-asked = طُرح سؤال
event-answer-given = أُعطي جواب
event-step-skipped = تُجووز سؤال
event-step-reopened = أُعيد فتح سؤال
event-case-submitted = أُرسلت الحالة
event-conversation-paused = توقفت المحادثة
event-conversation-resumed = استؤنفت المحادثة
event-bot-said = كتبت الخدمة
event-agent-said = كتب عضو الفريق
event-evidence-announced = عُرض دليل
event-evidence-refused = لم يُؤخذ الدليل
event-evidence-received = خُتم دليل
event-evidence-failed = تعذّر جلب دليل
event-preview-made = أُعدّت معاينة
event-preview-missing = لا معاينة ممكنة
event-receipt-scheduled = جُهّز الإيصال
event-receipt-given = سُلّم الإيصال
event-evidence-viewed = اطُّلع على دليل
event-handoff-requested = طُلب التحدث مع إنسان
event-case-claimed = استُلمت
event-case-released = أُعيدت
event-case-transferred = نُقلت
event-case-closed = أُغلقت
event-case-reopened = فُتحت من جديد
event-note-added = أُضيفت ملاحظة
event-severity-judged = قُدّرت الخطورة
event-severity-set = غُيّرت الخطورة
event-team-assigned = عُيّن فريق
event-messages-wiped = أُزيلت الرسائل
event-crisis-found = رُصد خطر
event-identifiers-found = عُثر على أرقام أو أسماء
event-identifiers-owned = قيل إنها لصاحب البلاغ
event-case-linked = رُبطت بحالة أخرى
event-urgent-path-taken = أسئلة عاجلة
event-words-released = أُرسل ما كان ينتظر
event-paged = نودي من جديد
event-access-changed = خطوة تخصّ الرقم السري أو رمز العودة
event-access-asked = سؤال عن الوصول
event-access-left = انتهى سؤال الوصول
event-secret-kept = ضُبطت كلمة سرية
event-return-failed = عودة لم تنجح
event-return-granted = انتقال إلى حالة أخرى
event-return-refused = رُفضت عودة
event-person-returned = عاد صاحب البلاغ
event-decoy-opened = فُتح تمويه
event-decoy-used = استُعمل الرقم التمويهي
event-duress-used = استُعملت كلمة الإكراه
event-consent-given = أُعطيت موافقة
event-consent-withdrawn = سُحبت موافقة
event-erase-confirmed = طُلب المسح
event-correction-given = تصحيح
event-check-shown = عُرضت كلمتا التحقق
event-case-erased = مُسحت الحالة
event-evidence-examined = فُحص ملف
event-fingerprint-given = سُلّمت بصمة رقمية وبقي الملف لدى صاحب البلاغ
event-fingerprints-shared = أُدرجت بصمات في قائمة للمنصات
event-sharing-allowed = سُمح بمشاركة بصمة
event-sharing-withdrawn = سُحب السماح بمشاركة بصمة
event-export-requested = طُلبت حزمة الأدلة
event-export-approved = وافق شخص ثانٍ على الحزمة
event-export-refused = رفض شخص ثانٍ الحزمة
event-export-prepared = أُعدّت حزمة الأدلة
event-case-exported = سُلّمت حزمة الأدلة
event-hold-set = عُلّق المسح بطلب رسمي
event-hold-lifted = رُفع تعليق المسح
event-erasure-requested = طُلب مسح الحالة
event-erasure-refused = رفض شخص ثانٍ مسح الحالة
event-erasure-approved = وافق شخص ثانٍ على مسح الحالة
event-case-snoozed = أُجّلت إلى وقت محدد
event-snooze-ended = استؤنف العمل عليها
event-safe-times-set = حُدّدت أوقات آمنة للكتابة إلى الشخص
event-safe-times-cleared = أُلغيت الأوقات الآمنة
event-task-added = أُضيفت مهمة
event-task-done = أُنجزت مهمة
event-task-reopened = أُعيدت مهمة
event-answer-corrected = صحّح أحد أعضاء الفريق فهم جواب
event-identifier-judged = حدّد أحد أعضاء الفريق لمن رقم أو اسم
event-help-asked = طُلب مشرف
event-help-given = حضر مشرف
event-case-viewed = اطُّلع على الحالة
event-case-asked = طلب زميل استلامها

## تفاصيل التسلسل الزمني

danger-self-harm = أفكار بإنهاء الحياة
danger-violence = عنف
danger-sexual-abuse = اعتداء جنسي
danger-minor = قاصر
danger-meeting = طُلب لقاء
danger-deadline = مهلة محدودة
handoff-person = بطلب صاحب البلاغ
handoff-submitted = اكتمل البلاغ
handoff-danger = رُصد خطر في الكلمات
handoff-agent = من أحد أعضاء الفريق
handoff-returned = كتب صاحب البلاغ من جديد
fetch-gone = لم يعد لدى المنصة
fetch-too-large = كبير جداً
fetch-unreachable = تعذّر الوصول إلى المنصة
