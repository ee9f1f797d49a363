admin-usual = افتراضي
admin-unsaid = غير مذكور
admin-yes = نعم
admin-no = لا
admin-never = إلى أن يمسحها أحد
admin-hours = { $count ->
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
   *[other] { $count } ساعة
}
admin-days = { $count ->
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
   *[other] { $count } يوماً
}
admin-every-hours = { $count ->
    [one] كل ساعة
    [two] كل ساعتين
    [few] كل { $count } ساعات
   *[other] كل { $count } ساعة
}
admin-people = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
   *[other] { $count } شخصاً
}

# ما تذكره الجهة المشغّلة
admin-operator-note = هذا هو المعمول به هنا. من أنتم والحسابات وأرقام المساعدة والفرق وأوقات الرد تُغيَّر في هذه الصفحة وتسري فوراً؛ وما ذُكر منها في ملف الجهة المشغّلة فالملف أولاً، وكل شيء آخر يُغيَّر فيه: ‏operator.json في مجلد البيانات، أو الملف الذي يسمّيه AMIN_OPERATOR_FILE. بعد التغيير يخبر الأمر “npm run amin doctor” إن كان الملف مقروءاً، ثم يُعاد تشغيل أمين. ما عليه علامة «افتراضي» لم يذكره أحد.
admin-no-emergency = لا يُعطى من هو في خطر أي رقم طوارئ الآن: لم يُفحص أي رقم للطوارئ في الأيام الماضية.
admin-lapsed = { $count ->
    [one] رقم واحد لم يعد يظهر لأحد. اتصل به، ثم أكّد بجانبه أنه يجيب.
    [two] رقمان لم يعودا يظهران لأحد. اتصل بهما، ثم أكّد بجانب كل منهما أنه يجيب.
    [few] { $count } أرقام لم تعد تظهر لأحد. اتصل بها، ثم أكّد بجانب كل رقم أنه يجيب.
   *[other] { $count } رقماً لم تعد تظهر لأحد. اتصل بها، ثم أكّد بجانب كل رقم أنه يجيب.
}
admin-organisation = الجهة
admin-organisation-name = الاسم
admin-organisation-kind = النوع
admin-organisation-more = للمزيد عنها
admin-kind-state = حكومية
admin-kind-ngo = مجتمع مدني
admin-kind-university = جامعة
admin-kind-company = شركة
admin-kind-other = غير ذلك
admin-official = الحساب الرسمي على { $channel }
admin-exit = إلى أين يقود الخروج السريع
admin-exit-own = صفحة عادية من عندنا
admin-ngo = لمن يخشى الجهة نفسها
admin-hotlines = أرقام المساعدة
admin-hotlines-note = يظهر الرقم { $days } يوماً بعد آخر فحص له؛ بعدها قد لا يرد أحد، أو يرد غير المقصود.
admin-hotlines-none = لا رقم مذكور. نصوص الخطر تُرسل من دون رقم.
admin-hotlines-no-emergency = لا رقم طوارئ يظهر للناس. من في خطر على حياته يُذكر له فقط رقم الشرطة أو الإسعاف المعروف في منطقته. يلزم ذكر رقم وتأكيده.
admin-hotline-area = يعمل في: { $area }
admin-hotline-source = المصدر:
admin-hotline-checked = آخر فحص
admin-hotline-left = { $count ->
    [one] يظهر ليوم واحد بعد
    [two] يظهر ليومين بعد
    [few] يظهر { $count } أيام بعد
   *[other] يظهر { $count } يوماً بعد
}
admin-hotline-lapsed = لم يعد يظهر: افحصه من جديد
admin-hotline-future = لا يظهر: تاريخ فحصه في المستقبل
admin-hotline-called-by = اتصل به
admin-hotline-call = اتصلت به اليوم وهو يرد
admin-hotline-call-title = اتصال اليوم
admin-hotline-call-ask = هل اتصلت بنفسك اليوم بالرقم { $number } ({ $name }) وردّ عليك أحد؟ من الآن يُعدّ مفحوصاً، ويُعطى لمن هم في خطر.
admin-hotline-call-do = نعم، { $number } يرد
admin-hotline-outdated = غيّرت الجهة المشغّلة هذا الرقم. انظر إليه كما هو الآن واتصل به.
admin-hotline-kept = حُفظ: فُحص اليوم.
admin-for-emergency = طوارئ
admin-for-suicide = الانتحار
admin-for-children = الأطفال
admin-for-women = النساء
admin-for-family = حماية الأسرة
admin-for-cyber = الجرائم الإلكترونية
admin-for-legal = مساعدة قانونية
admin-for-ngo = مجتمع مدني
admin-teams = الفرق
admin-team = الفريق
admin-team-languages = اللغات
admin-team-on = يعمل
admin-targets = متى يرد أحد
admin-night = الليل من { $from } إلى { $to } بتوقيت بغداد.
admin-severity = الدرجة
admin-reply = أول رد
admin-reply-night = في الليل
admin-pages = من يُستدعى
admin-page-team = بعد { $length }: الفريق
admin-page-supervisor = بعد { $length }: المشرف
admin-page-external = بعد { $length }: شخص من الخارج
admin-again = ثم من جديد
admin-again-every = كل { $length }
admin-again-growing = بعد { $first }، ثم أقل فأقل، وعلى الأقل كل { $most }
admin-retention = كم تُحفظ الحالات
admin-retention-note = تُحسب من آخر رسالة في المسودة، ومن آخر ما قيل في حالة ليست عند أحد، ومن الإغلاق. طلب الحفظ يوقفها كلها.
admin-draft = مسودة
admin-idle = ليست عند أحد
admin-closed = مغلقة
admin-rules = القواعد والحفظ
admin-factor = الخطوة الثانية عند الدخول
admin-factor-required = إلزامية
admin-factor-optional = اختيارية
admin-two-persons = الحزم تحتاج موافقة شخص ثانٍ
admin-only-sealed = الحزم لا تخرج إلا مشفّرة
admin-recipients = يجوز تشفير الحزم لـ
admin-recipients-any = أي مفتاح عام
admin-anchors = شهود الوقت من الخارج
admin-anchors-none = لا جهة خارجية تشهد على وقت نقاط التثبيت.
admin-alarm = خط الإنذار إلى الخارج
admin-alarm-none = لا يوجد: الإنذارات في السجل وحده
admin-scrub = يُقرأ كل ملف محفوظ من جديد خلال
admin-reserve = مساحة محفوظة للرسائل
admin-new = محادثات جديدة قبل أن تُبطَّأ التالية
admin-new-says = { $burst } دفعة واحدة، ثم { $count } في الدقيقة
admin-women = من المعروف أنهن نساء
admin-women-unknown = غير مذكور: طلب امرأة لا يمنع أحداً
admin-conflicts = أعلنوا تضارب مصالح

# نصوص البوت
admin-texts-note = كل ما يمكن أن يقوله البوت، مع أمثلة مخترعة حيث يضع اسماً أو رمزاً أو رقماً. تُغيَّر النصوص في bots/amin/locales؛ ومن يغيّر نصًّا من نصوص الموافقة يرفع رقم نسختها أيضاً.
text-group-questions = الأسئلة
text-group-in-the-line-of-the-queue = في سطر قائمة الانتظار
text-group-names-of-the-questions = أسماء الأسئلة
text-group-ways-on = طرق المتابعة
text-group-what-was-noted = ما سُجّل
text-group-when-an-answer-does-not-fit = عندما لا يناسب الجواب
text-group-pause-return-leaving = التوقف والعودة والمغادرة
text-group-the-case-and-the-team = الحالة والفريق
text-group-a-person-and-their-own-case = صاحب الحالة وحالته
text-group-files = الملفات
text-group-commands-of-the-telegram-menu = أوامر قائمة تلغرام
text-group-for-the-team = للفريق
text-group-while-somebody-in-danger-waits = أثناء انتظار من هو في خطر
text-group-in-danger-and-the-way-through-the-questions = في الخطر، والمسار عبر الأسئلة
text-group-the-full-intake = الأسئلة كاملة
text-group-next-steps = الخطوات التالية
text-group-to-read = للقراءة
text-group-subjects-of-the-guidance = النصائح: المواضيع
text-group-what-is-said-unasked = ما يُقال من غير سؤال
text-group-guidance-on-people-and-law = النصائح: الخطوات الأولى والناس والقانون
text-group-guidance-on-apps-and-games = النصائح: التطبيقات والألعاب
text-group-guidance-on-phone-and-accounts = النصائح: الهاتف والحسابات
text-group-guidance-on-money = النصائح: الفلوس
text-group-guidance-on-pictures = النصائح: الصور
text-group-for-administrators = للمسؤولين: ما العمل بحساب واتساب
text-group-an-administrator-who-tries-the-bot-from-their-own-phone = حين يجرّب مدير البوت
admin-text-search = ابحث في النصوص، بأي لغة
admin-text-arguments = يُملأ فيه:
admin-text-count = { $count ->
    [zero] لا نص
    [one] نص واحد
    [two] نصّان
    [few] { $count } نصوص
   *[other] { $count } نصًّا
}

# حال الأجزاء
admin-health-note = يُسأل عنها من جديد كل عشر ثوانٍ. ما يعمل في عملية أخرى يظهر هناك.
admin-channels = القنوات
admin-for = منذ { $length }
admin-ago = قبل { $length }
admin-silent = آخر جواب من المنصة قبل { $length }
admin-channel-off = متوقفة
admin-channel-elsewhere = تعمل في عملية أخرى
admin-channel-starting = تبدأ الآن
admin-channel-ready = الرسائل تأتي وتذهب
admin-channel-degraded = الرسائل متأخرة
admin-channel-down = لا تعمل إلى أن يتدخل أحد
admin-reason-unauthorised = المنصة ترفض رمزنا أو حسابنا. يلزم رمز أو حساب صالح.
admin-reason-unreachable = لا يمكن الوصول إلى المنصة. إن طال ذلك فافحص شبكة هذا الجهاز.
admin-reason-conflict = برنامج آخر يجلب رسائل البوت نفسه. أوقفه أو خذ رمزاً جديداً.
admin-reason-standby = عملية أخرى من عملياتنا تجلب الرسائل؛ وهذه تنتظر.
admin-token-environment = رمزها موضوع في إعدادات التشغيل.
admin-token-here = رمزها وُضع من لوحة العمل.
admin-queues = الطوابير
admin-queue-inbox = ما وصل
admin-queue-outbox = ما يُرسل
admin-queue-jobs = الأعمال
admin-queue-waiting = { $count ->
    [zero] لا شيء ينتظر
    [one] واحد ينتظر
    [two] اثنان ينتظران
   *[other] { $count } تنتظر
}
admin-queue-oldest = أقدمها منذ { $length }
admin-queue-stuck = هذا طويل: ربما توقف العامل، أو أن قناة لا تأخذ الرسائل.
admin-storage = التخزين
admin-store = الحالات
admin-vault = الملفات
admin-part-ready = يُكتب فيه ويُقرأ منه
admin-part-down = غير صالح للعمل: انظر السجل
admin-full = لم يعد يُقبل أي ملف منذ { $at }: ما بقي محفوظ للكلام.
admin-objects = الملفات المختومة
admin-objects-fine = لا خلل معروفاً فيها
admin-objects-broken = { $count ->
    [one] واحد ليس كما كُتب
    [two] اثنان ليسا كما كُتبا
   *[other] { $count } ليست كما كُتبت
}
admin-objects-act = الأمر “npm run amin verify --store” يسمّيها؛ أعدها من نسخة احتياطية.
admin-fault-missing = مفقود
admin-fault-differs = تغيّر
admin-fault-size-differs = بحجم آخر
admin-fault-unreadable = لا يُقرأ
admin-fault-left = باقٍ بلا حاجة
admin-fault-seal-broken = ختمه مكسور
admin-fault-plain-differs = محتوى غير الذي خُتم
admin-room = المساحة للملفات
admin-room-unknown = خادم قاعدة البيانات وحده يعرف
admin-scrub-state = قراءة كل شيء من جديد
admin-scrub-none = لم تبدأ
admin-scrub-under-way = جارية منذ { $at }.
admin-scrub-began = الجولة التالية تبدأ بعد جولة { $at }.
admin-scrub-ended = انتهت الجولة السابقة { $at }.
admin-checkpoints = نقاط التثبيت
admin-checkpoints-down = لا يمكن النظر فيها: انظر السجل.
admin-checkpoints-none = لا توجد نقطة بعد.
admin-checkpoint-latest = الأحدث
admin-checkpoint-size = { $count ->
    [zero] على لا شيء
    [one] على رأس حالة واحدة
    [two] على رأسي حالتين
    [few] على رؤوس { $count } حالات
   *[other] على رؤوس { $count } حالة
}
admin-anchor = شاهد
admin-anchor-nothing = لا شيء بعد
admin-tools = بماذا تُقرأ الملفات
admin-tools-known = الأداة الغائبة تترك حقائقها من دون حساب، وملف الحالة يقول ذلك.
admin-tools-asking = تُسأل الآن.
admin-tools-elsewhere = عامل في عملية أخرى يقرأ الملفات.
admin-tools-failed = لم يمكن سؤالها: انظر السجل.
admin-readers = ما الذي يحصر البرامج التي تقرأ الملفات
admin-readers-by = { $by ->
    [bubblewrap] يحصرها bubblewrap.
    [unshare] تحصرها عوالم منفصلة من النظام.
    [landlock] يحصرها Landlock.
    [network] هي بلا شبكة فقط. ثبّتوا bubblewrap.
   *[none] لا شيء يحصرها. ثبّتوا bubblewrap.
  }
admin-readers-refused = الملفات لا تُقرأ: أمين يعمل بصلاحية root ولا شيء هنا يحصر ما يقرؤها. شغّلوه بحساب خاص به، أو ثبّتوا bubblewrap.
admin-readers-lack-files = قد يقرأ ملف خبيث الحالات والمفاتيح.
admin-readers-lack-network = قد يرسل ملف خبيث شيئاً إلى الخارج.
admin-readers-lack-processes = قد يعطّل ملف خبيث أمين نفسه.
admin-readers-lack-limits = قد يستهلك ملف خبيث الذاكرة والمعالج.
admin-readers-missing = غير مثبّت: { $names }. بعض حقائق الملفات تُترك.
admin-tool = الأداة
admin-tool-version = النسخة
admin-tool-absent = ليست على هذا الجهاز
admin-process = هذه العملية
admin-page-older = هذه الصفحة أقدم من الخادم: جرى تحديثه من غير بنائها. يلزم تنفيذ npm ci (أو npm run build) ثم تشغيل أمين من جديد.
admin-page-missing = صفحة لوحة العمل غير مبنية. يلزم تنفيذ npm ci (أو npm run build) ثم تشغيل أمين من جديد.
admin-up = تعمل منذ
admin-memory = الذاكرة
admin-roles = الأدوار

done = تم

# الحسابات
agents-search = البحث بالاسم أو البريد
agents-none = لا أحد بهذا الاسم.
agent-active = نشط
agent-invited = مدعو
agent-disabled = موقوف
agent-factor-on = عامل ثانٍ
agent-factor-off = بلا عامل ثانٍ
role-agent = موظف
role-agent-note = يحادث الناس ويعمل على الحالات
role-supervisor = مشرف
role-supervisor-note = يتابع الحالات ويساعد الموظفين
role-analyst = محلل
role-analyst-note = يرى الأعداد فقط دون الحالات
role-network-analyst = محلل شبكات
role-network-analyst-note = يقرأ شبكات حالات الفرق المختارة أدناه ويحكم عليها، ولا يرى أي محادثة أو ملف
role-admin = مسؤول
role-admin-note = يدعو الموظفين ويحدّد صلاحياتهم
invite = دعوة
invite-do = إنشاء الرابط
invite-made = سلّم هذا الرابط إلى { $name } بطريقة آمنة، لا عبر قناة الحالات نفسها. يعمل مرة واحدة.
invite-copy = نسخ الرابط

# The account on WhatsApp
whatsapp-off = واتساب غير مفعّل: لا يستطيع أحد أن يكتب إليكم هناك. من يدير الخادم يفعّله بإحدى طريقتين ثم يعيد تشغيل Amin.
whatsapp-off-linked = رقم خاص بكم
whatsapp-off-linked-how = الإعداد WHATSAPP=baileys. بعدها يُربط الرقم من هذه الصفحة كجهاز ثانٍ لهاتفه. هذه طريقة غير رسمية، وقد يحظر واتساب الرقم: اختاروا رقماً لا يُستعمل لأي شيء آخر.
whatsapp-off-cloud = رقم لدى Meta (Cloud API)
whatsapp-off-cloud-how = الإعداد WHATSAPP=cloud مع الإعدادات التي تبدأ بـ WHATSAPP_CLOUD. يلزم حساب أعمال لدى Meta. تفتح Meta كل رسالة وقد تحتفظ بها 30 يوماً.
whatsapp-off-where = كل إعداد مشروح في scripts/deploy/settings.md. وإلى ذلك الحين يكتب الناس عبر القنوات الأخرى كما هو الآن.
whatsapp-elsewhere = يعمل واتساب في عملية أخرى، ولوحتها تعرض حالته.
whatsapp-state-starting = جارٍ البدء.
whatsapp-state-standby = الحساب لدى عملية أخرى، وتتولاه هذه عند انتهائها.
whatsapp-state-unpaired = غير مرتبط بهاتف
whatsapp-state-pairing = جارٍ الربط بهاتف
whatsapp-state-connecting = جارٍ الاتصال
whatsapp-state-connected = متصل: الرسائل تصل وتُرسل.
whatsapp-state-waiting = غير متصل، ويعيد المحاولة تلقائياً.
whatsapp-state-stopped = متوقف إلى أن يتدخل أحد
whatsapp-state-failed = لا يعمل.
whatsapp-health-starting = جارٍ البدء.
whatsapp-health-ready = يعمل: الرسائل تصل وتُرسل.
whatsapp-health-degraded = الرسائل متأخرة.
whatsapp-health-down = لا يعمل إلى أن يتدخل أحد.
whatsapp-fact-code = رقم واتساب لآخر انقطاع
whatsapp-fact-retry = المحاولة التالية
whatsapp-fact-lock = لا مراسلة لأحد جديد حتى
whatsapp-lock-open = بحسب واتساب
whatsapp-fact-capping = محادثات جديدة في هذه الدورة
whatsapp-fact-refused = رسائل مرفوضة منذ البدء
whatsapp-fact-waiting = رسائل لم تُحفظ بعد
whatsapp-fact-left-alone = محادثات خاصة بصاحب الرقم تُركت لحالها
whatsapp-fact-quality = تقييم الناس
whatsapp-fact-limit = من تمكن مراسلتهم أولاً في اليوم
whatsapp-fact-throughput = السرعة
whatsapp-fact-status = الرقم
whatsapp-fact-sending = الإرسال
whatsapp-fact-checked = حتى
whatsapp-do-look = سؤال واتساب الآن
whatsapp-do-connect = الاتصال من جديد
whatsapp-do-unlink = إلغاء الربط
whatsapp-unlink-note = ينسى الهاتف هذا الجهاز وتتوقف الرسائل إلى أن يُربط من جديد. لا يضيع شيء مما وصل.
whatsapp-pair = الربط بهاتف
whatsapp-pair-note = على الهاتف: واتساب، الإعدادات، الأجهزة المرتبطة، ربط جهاز. ثم مسح الرمز، أو اختيار الربط برقم الهاتف وكتابة الرمز.
whatsapp-own-number = هذا الرقم مخصص لهذه الخدمة وحدها
whatsapp-own-number-note = كل من يكتب إليه من الآن يصبح حالة، وما كُتب قبل الربط لا يدخل. لا يُربط رقم يُستعمل لأي شيء آخر.
whatsapp-pair-qr = عرض رمز QR
whatsapp-pair-code = الحصول على رمز للكتابة
whatsapp-phone = رقم ذلك الهاتف
whatsapp-phone-note = مع رمز الدولة، مثل ‎+964
whatsapp-qr = رمز QR لتصويره بواتساب على الهاتف
whatsapp-pairing-asked = يُطلب الرمز من واتساب…
whatsapp-pairing-qr = يُصوَّر الآن بكاميرا الهاتف. يتغير كل 20 ثانية.
whatsapp-pairing-code = يُكتب الآن على الهاتف.
whatsapp-pairing-expired = لم يُصوَّر ولم يُكتب في الوقت.
whatsapp-pairing-cancelled = أُلغي.
whatsapp-pairing-busy = الحساب مشغول. تُعاد المحاولة بعد ثوانٍ.
whatsapp-pairing-already = الحساب مرتبط من قبل.
whatsapp-pairing-failed = لم ينجح ذلك.

# Statistics
statistics-note = للحالات التي فُتحت في هذه الأسابيع. «لا يُعرض» تعني عدداً من واحد إلى أربعة، أو عدداً يكشف مثله، حتى لا يُعرف أحد منها.
statistics-span = المدة
statistics-span-4 = 4 أسابيع
statistics-span-13 = 13 أسبوعاً
statistics-span-52 = سنة
statistics-span-260 = 5 سنوات
statistics-csv = جدول (CSV)
statistics-what = البند
statistics-cases = الحالات
statistics-hidden = لا يُعرض
statistics-nothing = لا شيء بعد
statistics-too-few = العدد أقل من أن يقال عنه شيء
statistics-waiting = في الانتظار الآن
statistics-waiting-seen = في الانتظار الآن، مما تراه
statistics-first-reply = أول رد من إنسان، نصفها خلال
statistics-resolution = من الفتح إلى الإغلاق، نصفها خلال
statistics-most = تسع من عشر خلال { $length }
statistics-within = · { $count } من { $all } في الوقت
statistics-week = حسب الأسبوع، من الاثنين
statistics-severity = حسب الاستعجال
statistics-team = حسب الفريق
statistics-material = ما بيد الطرف الآخر
statistics-demand = ما يطلبه
statistics-paid = هل دُفع؟
statistics-governorate = حسب المحافظة
statistics-map = المحافظات على الخريطة
statistics-map-note = كل مربع محافظة في موضعها التقريبي: كلما اشتد لونه زادت الحالات. والمربع الخالي لا حالات فيه في هذه المدة.
statistics-channel = حسب القناة
statistics-language = حسب اللغة
statistics-status = أين وصلت
statistics-outcome = كيف انتهت
statistics-stopped = بلاغات لم تُرسل: آخر سؤال
statistics-stopped-note = حيث يتوقف كثيرون، قد يكون السؤال أو مكانه خطأ.
statistics-several = قد تظهر الحالة الواحدة في أكثر من سطر.
statistics-networks = الشبكات كما هي الآن
statistics-network-cases = حالات الشبكات الآن
statistics-network-money = المطلوب في الشبكات
statistics-network-paid = المدفوع في الشبكات
statistics-money = المال المطلوب
statistics-money-paid = المال المدفوع، حيث ذُكر
statistics-named-by = في { $count } حالة
statistics-reply = أول رد حسب الاستعجال
statistics-reply-urgency = الاستعجال
statistics-reply-half = نصفها خلال
statistics-reply-soon = في الوقت
statistics-reply-of = { $count } من { $all }
statistics-month-open = تقرير شهري (PDF)
statistics-month-note = صفحتان لمن يقرّر: أرقام شهر بجانب أرقام الشهر السابق، معدودة ومحجوبة كما في هذه الصفحة.
statistics-month-which = الشهر
statistics-month-running = { $month }، لم ينتهِ بعد
statistics-month-language = لغة التقرير
statistics-month-logged = يُسجَّل في سجل المسؤولين أنك أخذته.
statistics-month-make = إعداد ملف PDF
language-ar = العربية
language-ckb = الكردية (السورانية)
language-en = الإنجليزية
length-days = { $count } يوم
length-hours = { $count } س
length-minutes = { $count } د
length-seconds = { $count } ث

## حالة لدى زميل
agent-locked = تُجرَّب كلمات مرور
agent-no-teams = بلا فريق
field-no-teams = بلا فريق لا تظهر أي حالة.
agent-agrees-from = تمكن منه الموافقة على طلبات غيره ابتداءً من { $time }
agreeing-alone = لا يوجد هنا من يوافق على طلب غيره
agreeing-alone-what = لمحو حالة من هذه اللوحة، ولتسليم حزمة حيث يلزم اثنان، يطلب مشرف أو مسؤول ويوافق آخر. ما يُطلب الآن يبقى مفتوحاً 24 ساعة ثم يسقط. يستطيع أصحاب الحالات محو حالاتهم في كل الأحوال، ومن يدير الخادم بالأمر amin erase.
agreeing-alone-mend = ادعُ مشرفاً ثانياً. تمكن الموافقة منه بعد 72 ساعة، أو فوراً إن أضافه مشغّل الخادم بالأمر amin agent add.
agreeing-alone-until = أقرب من تمكن الموافقة منه: ابتداءً من { $time }.
agreeing-unseen = لا أحد يرى حالات هذه الفرق
role-minors-desk = مكتب القاصرين
role-minors-desk-note = موظف يعمل أيضاً على حالات من هم دون 18
role-auditor = مدقق
role-auditor-note = يرى من فعل ماذا، والأعداد؛ ولا يقرأ كلاماً
member-change = تعديل
member-change-name = تعديل { $name }
member-locked = وصلت كلمات مرور خاطئة كثيرة لهذا الحساب. المتصفحات التي سبق الدخول منها تدخل كالمعتاد، وعلى غيرها الانتظار، والمرة القادمة حتى { $time }.
member-unlock = إلغاء الانتظار
member-sessions = أماكن تسجيل دخوله
member-acts = طريق الدخول
member-link = رابط جديد لكلمة المرور
member-sessions-end = تسجيل الخروج من كل مكان
member-sessions-end-note = يُسجَّل خروجه من كل المتصفحات فوراً.
member-second-factor-reset = إزالة العامل الثاني
member-second-factor-reset-note = لهاتف ضائع. تنتهي مفاتيح المرور والرموز ويُسجَّل خروجه؛ تأكد أنه هو من يطلب فعلاً.
member-disable = إيقاف الحساب
member-disable-note = يُسجَّل خروجه فوراً ولا يمكنه العودة.
sessions-note = إن لم تعرف واحداً منها فأنهِه وغيّر كلمة المرور.
sessions-none = لا تسجيل دخول الآن.
session-unknown = متصفح غير معروف
session-this = هذا
session-from = من
session-since = دخل
session-seen = آخر ظهور
session-end = تسجيل الخروج
session-end-others = الخروج من كل مكان آخر
session-ended = سُجّل الخروج هناك
api-keys-note = بالمفتاح يدخل برنامج آخر. له ما تقوله صلاحياته في الفرق التي تُسمّى، ولا شأن له أبداً بالأشخاص والمفاتيح وعوامل التحقق.
api-keys-none = لا مفاتيح.
api-key-new = مفتاح جديد
api-key-name = الاسم
api-key-name-note = ما يفعله البرنامج؛ وما يفعله في حالة يُسجَّل بهذا الاسم
api-key-scopes = الصلاحيات
api-key-days = ينتهي بعد
api-key-endless = لا ينتهي تلقائياً
api-key-do = إنشاء المفتاح
api-key-made = هذا هو المفتاح. لا يُعرض إلا الآن.
api-key-copy = نسخ المفتاح
api-key-since = أُنشئ
api-key-until = ينتهي
api-key-used = آخر استخدام
api-key-unused = لم يُستخدم
api-key-end = إنهاء
api-key-end-name = إنهاء { $name }
api-key-end-do = أنهِه الآن
scope-read = قراءة الحالات
scope-write = العمل على الحالات
scope-evidence = فتح الأدلة
scope-admin = التثبيت: البيانات والنصوص والحالة والقنوات
scope-handover = تحويل الأشخاص إلى هنا (بوت Botpress)
audit-note = من سجلات الحالات وسجل المسؤولين. لا يُعرض أي كلام كتبه أحد.
audit-from = من
audit-to = إلى
audit-code = الحالة
audit-member-all = { $name } فقط · عرض الكل
audit-csv = كجدول (CSV)
audit-acts = في الحالات
audit-deeds = الأشخاص والمفاتيح والإعدادات
audit-nothing = لا شيء في هذه المدة.
audit-cut = هناك أكثر مما يُعرض. اختر مدة أقصر.
audit-command = سطر الأوامر
audit-copy-hash = نسخ البصمة كاملة
audit-added = أُضيف: { $what }
audit-changed = تغيّر: { $what }
audit-removed = حُذف: { $what }
audit-section-organisation = من أنتم
audit-section-official = حساباتنا الرسمية
audit-section-hotlines = أرقام المساعدة
audit-section-teams = الفرق واللغات
audit-section-targets = خلال كم يجيب أحد
audit-setup = الإعداد الأول
audit-broken = غُيّر هذا السجل: سلسلته مكسورة. احفظ نسخة من قاعدة البيانات وأخبر من يدير هذا التثبيت.
deed-member-invited = دعا
deed-member-invited-again = أنشأ رابطاً جديداً
deed-member-joined = اختار كلمة مرور
deed-member-changed = غيّر دور أو فرق
deed-member-disabled = أوقف الحساب
deed-member-unlocked = رفع الحظر
deed-factor-reset = أزال العامل الثاني
deed-sessions-ended = سجّل الخروج من كل مكان
deed-key-made = أنشأ مفتاح برنامج
deed-key-ended = أنهى مفتاح برنامج
deed-replies-changed = غيّر نصوص الفريق الجاهزة
deed-views-changed = غيّر عروض القائمة للفريق
deed-macros-changed = غيّر الخطوات الجاهزة للفريق
deed-hotline-checked = اتصل برقم مساعدة فأجابه أحد
deed-webhook-tested = جرّب تنبيه برنامج آخر
deed-cases-imported = أدخل حالات قديمة
deed-settings-changed = غيّر الإعدادات
deed-month-reported = أخذ التقرير الشهري
deed-member-slowed = أُبطئ لكثرة الفتح أو البحث
deed-exchange-signed = وقّع اتفاق مقارنة مع جهة أخرى
deed-exchange-counted = قارن مع جهة أخرى
deed-exchange-ended = انتهت مقارنة مع جهة أخرى
deed-exchange-refused = رفض طلب جهة أخرى
deed-exchange-looked = اطّلع على ما عند جهة أخرى أيضاً
exchange-why-stranger = لا يُخدَم هناك اتفاق بين هذا المفتاح وذاك: اطلبوا من الجهة الأخرى أن تخدمه، وقارنوا البصمتين بالهاتف
exchange-why-malformed = وصلت رسالة ليست كما يجب: تأكدوا أن الطرفين يشغّلان الإصدار نفسه من أمين
exchange-why-unsigned = لم يوقّع الطرفان الاتفاق بعد: اطلبوا توقيعه بالأمر `amin exchange sign`
exchange-why-not-yet = لم يبدأ سريان الاتفاق بعد: شغّلوه ابتداءً من يومه الأول
exchange-why-expired = انتهى سريان الاتفاق: يجب توقيع اتفاق جديد
exchange-why-wrong-party = مفتاح أمين هذا، أو مفتاح من أجاب، ليس مفتاح طرف في الاتفاق: قارنوا البصمات، ووقّعوا اتفاقاً جديداً إن تغيّر مفتاح
exchange-why-wrong-time = بين ساعتي الجهازين أكثر من عشر دقائق: اضبطوا الساعتين ثم أعيدوا التشغيل
exchange-why-replayed = بدأت هذه المقارنة من قبل، ولا يُجاب عن شيء مرتين: أعيدوا `amin exchange run`
exchange-why-out-of-turn = وصلت رسالة ليس هذا موضعها الآن: أعيدوا `amin exchange run`
exchange-why-wrong-size = أُرسلت مجموعة ليس حجمها من الأحجام التي يذكرها الاتفاق: تحدثوا مع الجهة الأخرى قبل إعادة التشغيل
exchange-why-too-many = أُرسلت مجموعة أكبر مما يسمح به الاتفاق في المرة الواحدة: تحدثوا مع الجهة الأخرى قبل إعادة التشغيل
exchange-why-unordered = أُرسلت مجموعة فيها شيء مكرر، أو بترتيب يدل على شيء: تحدثوا مع الجهة الأخرى قبل إعادة التشغيل
exchange-why-no-point = أُرسلت مجموعة فيها ما لا يخفي شيئاً: تحدثوا مع الجهة الأخرى قبل إعادة التشغيل
exchange-why-echoed = أُعيدت إلينا مجموعتنا نفسها كأنها مجموعتهم: تحدثوا مع الجهة الأخرى قبل إعادة التشغيل
exchange-why-wrong-tags = أُرسل جواب عن مجموعتنا ليس بجواب: تحدثوا مع الجهة الأخرى قبل إعادة التشغيل
exchange-why-budget-spent = قورن خلال 24 ساعة كل ما يسمح الاتفاق لطرف واحد بمقارنته: أعيدوا التشغيل لاحقاً
exchange-why-unanswered = لم يأتِ جواب، أو لم يأتِ من أمين يخدم المقارنة: تأكدوا من العنوان ومن أن الجهة الأخرى تخدم الآن
exchange-why-third-refuses = الطرف الثالث المحايد الذي يذكره الاتفاق لا يجيب أو يرفض: اطلبوا منه أن يساعد ثم أعيدوا التشغيل
exchange-why-third-differs = استعمل الطرف الثالث المحايد مفتاحاً آخر للجهة الأخرى: اسألوا هل أُعيد تشغيله في الأثناء ثم أعيدوا التشغيل
deed-whose-ours = من عندنا
deed-whose-theirs = من عندهم
deed-outcome-done = تمت
deed-outcome-unconfirmed = تمت، ولم تؤكدها الجهة الأخرى
deed-outcome-left = تركتها الجهة الأخرى
deed-outcome-refused = رُفضت
deed-what-reveal = ملفات
deed-what-search = عمليات بحث
deed-what-token-set = وُضع رمز بوت تلغرام
deed-what-token-changed = تغيّر رمز بوت تلغرام
deed-what-token-removed = أُزيل رمز بوت تلغرام
deed-signed-in = دخول
deed-sign-in-failed = محاولة دخول لم تنجح
deed-sign-in-held-up = انتظار بعد محاولات كثيرة
audit-stranger = شخص لم يدخل
deed-how-password = كلمة المرور
deed-how-code = رمز
deed-how-backup = رمز احتياطي
deed-how-passkey = مفتاح المرور
deed-browser-known = متصفح معروف
deed-browser-new = متصفح جديد
save = حفظ
audit-all = { $count ->
    [zero] لا شيء
    [one] عرض الوحيد
    [two] عرض الاثنين
    [few] عرض الكل ({ $count })
    [many] عرض الكل ({ $count })
   *[other] عرض الكل ({ $count })
}
api-key-days-count = { $count ->
    [zero] بلا أيام
    [one] يوم
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يوماً
   *[other] { $count } يوم
}
audit-intact = { $count ->
    [zero] لا أسطر بعد.
    [one] لم يتغير: السطر الوحيد كما كُتب.
    [two] لم يتغير: السطران كما كُتبا.
    [few] لم تتغير: الأسطر { $count } متتابعة كما كُتبت.
    [many] لم تتغير: { $count } سطراً متتابعة كما كُتبت.
   *[other] لم تتغير: { $count } سطر متتابعة كما كُتبت.
}

# Language model
admin-model = برنامج لغوي يساعد الفريق
admin-model-note = يُسأل بضغطة من أحد أعضاء الفريق، أو لنظرة ثانية بحثاً عن خطر، ولا يكتب إلى أحد أبداً. يتغير في الإعدادات (AMIN_MODEL_USES).
admin-model-off = لا شيء مفعّل: لا يخرج شيء من هنا، وكل شيء يعمل من دونه.
admin-model-use = الاستعمال
admin-model-leaves = ما يُرسل من أجله
admin-model-use-danger = نظرة ثانية بحثاً عن خطر
admin-model-use-facts = معلومات مع نصها
admin-model-use-summary = ملخص
admin-model-use-reply = مسودة رد
admin-model-use-translate = ترجمة
admin-model-use-voice = كتابة الرسائل الصوتية
admin-model-leaves-words = كلمات الرسائل من دون الأسماء والأرقام والحسابات والأماكن والملفات التي يعرفها البلاغ. قد يبقى اسم لم يخبرنا به أحد.
admin-model-leaves-voice = الرسالة الصوتية كما هي: لا يمكن إخفاء صاحب الصوت.
admin-model-name = البرنامج
admin-model-to = إلى من
admin-model-who = كلمات من
admin-model-who-away = البالغون الذين وافقوا على ذلك صراحة فقط
admin-model-who-here = يعمل على هذا الجهاز: لا يخرج شيء من هنا
admin-model-kept = ما يُحفظ هناك
admin-model-kept-away = كما يقول صاحبه؛ تحتفظ OpenAI بما تفحصه من إساءة الاستعمال حتى 30 يوماً
admin-model-kept-here = كما ضُبط خادم هذا الجهاز
admin-model-budget = المرات في الساعة الأخيرة
admin-model-calls = { $used } من { $budget }
admin-model-untried = لم يُسأل شيء منذ التشغيل.
admin-model-ready = يجيب.
admin-model-failing = لم تنجح المرة الأخيرة.
admin-model-resting = فشل خمس مرات متتالية ويُترك خمس دقائق.
admin-model-spent = استُنفدت مرات هذه الساعة.
admin-model-try = تجربة
admin-model-try-note = برسالة مختلقة ليست لأحد.
admin-model-answered = أجاب بعد { $milliseconds } مللي ثانية:
admin-model-none-off = لا يوجد برنامج لغوي مفعّل.
admin-model-none-withheld = لا يجوز عرض هذا البلاغ على برنامج لغوي.
admin-model-none-budget = استُنفدت مرات هذه الساعة. المحاولة ممكنة لاحقاً.
admin-model-none-stopped = توقف.
admin-model-none-late = استغرق وقتاً أطول من اللازم. لم يضع شيء.
admin-model-none-unreachable = المساعدة غير متاحة الآن. كل شيء آخر يعمل كما كان.
admin-model-none-unauthorised = البرنامج يرفض مفتاحنا. يُرجى إبلاغ المشغّل.
admin-model-none-busy = البرنامج مشغول. المحاولة ممكنة بعد قليل.
admin-model-none-refused = لم يُجب البرنامج.
admin-model-none-unreadable = ما وصل غير صالح للاستعمال.
admin-model-none-too-large = الجواب كبير جداً.
admin-pictures-read = تُقرأ هنا كلمات صور المحادثات، من دون شبكة.
admin-pictures-off = لا تُقرأ أي صورة (AMIN_READ_PICTURES).
admin-pictures-elsewhere = تقرأ الصورَ عمليةٌ أخرى.
admin-sentences-reading = يقرأ الخطرَ قارئان: الثاني يقرأ الجمل كاملة حين يشك الأول.
admin-sentences-resting = يقرأ الخطرَ قارئان؛ يبدأ الثاني مع الرسالة القادمة.
admin-sentences-failed = توقف القارئ الثاني للخطر وسيعود وحده. الأول يقرأ وحده الآن، ويفوته أكثر.
admin-sentences-off = يقرأ الخطرَ القارئ الأول وحده، ويفوته أكثر (AMIN_READ_SENTENCES).
admin-sentences-elsewhere = عملية أخرى تقرأ الرسائل بحثًا عن الخطر.
# Networks
networks-note = حالات مترابطة برقم أو حساب، أو نص منسوخ، أو تسجيل، أو لأن أحداً من الفريق قال ذلك؛ من الحالات المسموح لك برؤيتها. هذا اشتباه: لا يقول من الفاعل. الصور وحدها لا تربط أحداً هنا.
networks-none = لا توجد حالات مترابطة بعد.
networks-only = ترى ما تشترك فيه الحالات وما تقرر بشأنها. أما محادثاتها وملفاتها فلفرقها وحدها.
network-bound = الرابط
network-newest = آخر حركة
network-demanded = المطلوب
network-paid = المدفوع
network-provinces = المحافظات
network-services = يكتبون عبر
network-nobody = لا أحد
network-not-told = لم يُذكر
network-in-cases = (ذُكر في { $count })
network-with = مع
network-title = الشبكة
network-one = الشبكة
network-cases = الحالات
network-state-suspected = مشتبه بها
network-state-confirmed = مؤكدة
network-state-investigated = قيد المتابعة
network-state-given = سُلّمت إلى جهة رسمية
network-state-dismantled = مفككة
network-state-dissolved = أُلغيت
network-alarms = { $count ->
    [one] حالة جديدة تطابقها
    [two] حالتان جديدتان تطابقانها
    [few] { $count } حالات جديدة تطابقها
   *[other] { $count } حالة جديدة تطابقها
}
network-proposed-count = { $count ->
    [one] حالة أخرى مقترحة
    [two] حالتان أخريان مقترحتان
    [few] { $count } حالات أخرى مقترحة
   *[other] { $count } حالة أخرى مقترحة
}
network-lead = يقودها
network-suspected-note = الحاسوب يشتبه أن هذه الحالات مترابطة. لم يحكم أحد بعد.
network-decided-note = هذا ما قرره أشخاص. تظهر الحالات المسموح لك رؤيتها فقط.
network-undecided = لم يقرر أحد شيئاً بعد.
network-cases-title = { $count ->
    [one] حالة واحدة
    [two] حالتان
    [few] { $count } حالات
   *[other] { $count } حالة
}
network-shared = المشترك بينها
network-shared-identifier = الرقم أو الحساب نفسه في { $count } من الحالات:
network-shared-image = الصورة نفسها في { $count } من الحالات:
network-shared-script = النص المنسوخ نفسه في { $count } من الحالات:
network-shared-voice = التسجيل نفسه في { $count } من الحالات:
network-steps = ما تقرر
network-by-itself = تلقائياً
network-proposed = حالات مرتبطة بها
network-proposed-note = لم يضفها أحد. انظر في كل واحدة قبل إضافتها.
network-alarm = بعد التفكيك جاءت حالة تطابق هذه الشبكة:
network-graph = رسم الشبكة
network-graph-note = الدائرة حالة، والمربع ما تشترك فيه الحالات. الخط يصل ما هو مشترك بكل حالة فيها منه، والخط المتقطع يصل حالتين قال الفريق إنهما معاً. القوائم أعلاه تقول الشيء نفسه بالكلمات.
network-actions = القرار
network-reason = السبب
network-name-nobody = لا تكتب هنا اسم أحد ولا رقمه: ما يُكتب هنا يبقى حتى لو مُسحت حالته.
network-choose-confirm = الحالات التي منها
network-choose-split = الحالات التي تصير شبكة وحدها
network-choose = اختر
network-no-other = لا توجد شبكة أخرى
network-other = الشبكة الأخرى
network-field-code = رمز الحالة
network-field-authority = الجهة
network-field-reference = رقم الكتاب
network-field-day = اليوم
network-field-source = من قال ذلك
network-do-confirm = تأكيد أنها شبكة
network-do-add = إضافة حالة
network-do-remove = إخراج
network-do-answer = ليست منها
network-do-lead = أنا أقودها
network-do-unlead = ترك القيادة
network-do-investigate = قيد المتابعة
network-do-give = تسليم إلى جهة رسمية
network-do-dismantle = تم تفكيكها
network-do-dissolve = إلغاء
network-do-split = تقسيم
network-do-merge = دمج
network-about-confirm = تبقى شبكة واحدة حتى يقرر أحد غير ذلك، مهما وجد الحاسوب لاحقاً.
network-about-add = الحالة تصير من الشبكة.
network-about-remove = لا تُقترح الحالة لهذه الشبكة مرة أخرى.
network-about-answer = ينتهي التنبيه ولا تُضاف الحالة.
network-about-lead = يظهر اسمك مع الشبكة.
network-about-unlead = لا يقودها أحد بعد ذلك.
network-about-investigate = هناك من يعمل على معرفة من وراءها.
network-about-give = أي جهة استلمتها، وبأي رقم كتاب.
network-about-dismantle = كل حالة تأتي لاحقاً وتطابقها تطلق تنبيهاً.
network-about-dissolve = لم تكن شبكة. حالاتها تبقى كما هي.
network-about-split = يبقى في كل جانب حالتان على الأقل.
network-about-merge = كل حالات الشبكة الأخرى تدخل هذه.
network-step-confirmed = تأكدت شبكة:
network-step-split_off = انفصلت، وفيها
network-step-case_added = أُضيفت:
network-step-case_removed = أُخرجت:
network-step-led = يقودها { $lead }
network-step-unled = لا يقودها أحد
network-step-investigated = قيد المتابعة
network-step-given = سُلّمت إلى { $authority }، رقم الكتاب { $reference }
network-step-dismantled = تفككت يوم { $day }، بقول { $source }
network-step-dissolved = أُلغيت
network-step-emptied = أُلغيت: بقي أقل من حالتين
network-step-split = تقسيم: صارت هذه شبكة وحدها:
network-step-merged = دُمجت معها شبكة أخرى:
network-step-matched = جاءت حالة تطابقها:
network-step-dossier_made = كُتب ملفها لجهة خارجية، وفيه:
network-dossier = ملف للمدعي العام
network-dossier-note = الحالات برموزها، وكل رابط وكيف وُجد ومن حكم فيه، وما قُرر، وما لا يثبته الملف.
network-dossier-begin = طلب الملف…
network-dossier-of = عن هذه الحالات:
network-dossier-holds = لا يدخله إلا ما تراه أنت من الحالات. من لم يوافق على تسليم حالته يُذكر عدداً فقط، ومن هو دون 18 لا يُذكر أبداً.
network-dossier-count = تُذكر برمزها: { $named }. تُذكر عدداً فقط: { $unnamed }.
network-dossier-nobody = وافق أقل من شخصين على تسليم حالتهم: لا شيء يُطلب.
network-step-dossier_requested = طُلب ملفها، وفيه:
network-step-dossier_approved = تمت الموافقة على ملفها
network-step-dossier_refused = رُفض ملفها
network-step-alarm_answered = ليست منها:
bond-none = أضافها الفريق
bond-through = عبر حالة أخرى
graph-identifier = رقم أو حساب
graph-image = صورة
graph-script = نص
graph-voice = تسجيل
bond-identifier = الرقم أو الحساب نفسه
bond-script = النص المنسوخ نفسه
bond-voice = التسجيل نفسه
bond-said = بقول الفريق
network-service-whatsapp = واتساب
network-service-viber = فايبر
network-service-imo = إيمو
network-service-zaincash = زين كاش
network-service-asiahawala = آسيا حوالة
network-service-fastpay = فاست باي
network-service-telegram = تلغرام
network-service-instagram = إنستغرام
network-service-facebook = فيسبوك
network-service-snapchat = سناب شات
network-service-tiktok = تيك توك
network-service-x = إكس

# ما يحتاجه التشغيل
checklist-note = ما يلزم قبل أن يكتب الناس. لا شيء هنا يُعلَّم باليد: كل وضع مقروء من الأجزاء نفسها كما هي الآن.
checklist-done = جاهز { $done } من { $of }
checklist-all = كل ما يلزم جاهز
checklist-needed = لا بدّ منه
checklist-choice = كما تختار
todo-open = افتح
todo-state-good = جاهز:
todo-state-odd = انتبه لهذا:
todo-state-bad = ناقص، وهو خطير:
todo-state-none = بقي أن يُعمل:
todo-state-choice = لم يُختر:
todo-factor = العامل الثاني
todo-factor-none = ليس لديك واحد بعد. من يعرف كلمة مرورك يصل إلى كل شيء.
todo-factor-some = { $count ->
    [zero] لا أحد بلا عامل ثانٍ.
    [one] عضو واحد ليس لديه بعد.
    [two] عضوان ليس لديهما بعد.
    [few] { $count } أعضاء ليس لديهم بعد.
    [many] { $count } عضواً ليس لديهم بعد.
   *[other] { $count } عضو ليس لديهم بعد.
}
todo-factor-all = كل الأعضاء الفعّالين لديهم واحد.
todo-second-admin = مسؤول ثانٍ
todo-second-admin-none = لا مسؤول غيرك. إن فقدت طريق الدخول فلن يعيدك أحد من هنا.
todo-second-admin-invited = وصلته الدعوة ولم يدخل بعد. حتى ذلك الحين لا مسؤول غيرك.
todo-second-admin-there = { $count } من المسؤولين، يعيد أحدهم الآخر إن فقد طريق الدخول.
todo-members = من يجيب الناس
todo-members-none = لا أحد يجيب الناس بعد. ادعُ موظفين، وحدّد الفرق التي يرون حالاتها.
todo-members-invited = { $count ->
    [zero] لا دعوات.
    [one] دعوة واحدة، ولم يدخل صاحبها بعد.
    [two] دعوتان، ولم يدخل صاحباهما بعد.
    [few] { $count } دعوات، ولم يدخل أصحابها بعد.
    [many] { $count } دعوة، ولم يدخل أصحابها بعد.
   *[other] { $count } دعوة، ولم يدخل أصحابها بعد.
}
todo-members-there = { $count ->
    [zero] لا أحد يجيب.
    [one] شخص واحد يجيب.
    [two] شخصان يجيبان.
    [few] { $count } أشخاص يجيبون.
    [many] { $count } شخصاً يجيبون.
   *[other] { $count } شخص يجيبون.
}
todo-organisation = من أنتم
todo-organisation-none = لا يُقال للناس من وراء هذا. اذكره في الصفحة التي تُفتح من هنا.
todo-organisation-there = يُقال للناس من وراء هذا.
todo-hotlines = أرقام المساعدة
todo-hotlines-no-emergency = من هو في خطر لا يُعطى أي رقم الآن. اتصل برقم طوارئ وأضفه في الصفحة التي تُفتح من هنا.
todo-hotlines-lapsed = { $count ->
    [zero] كل الأرقام تظهر.
    [one] رقم واحد لم يعد يظهر لأحد. اتصل به وأكّده.
    [two] رقمان لم يعودا يظهران لأحد. اتصل بهما وأكّدهما.
    [few] { $count } أرقام لم تعد تظهر لأحد. اتصل بها وأكّدها.
    [many] { $count } رقماً لم تعد تظهر لأحد. اتصل بها وأكّدها.
   *[other] { $count } رقم لم تعد تظهر لأحد. اتصل بها وأكّدها.
}
todo-hotlines-there = { $count ->
    [zero] لا رقم يظهر.
    [one] رقم واحد يظهر للناس.
    [two] رقمان يظهران للناس.
    [few] { $count } أرقام تظهر للناس.
    [many] { $count } رقماً تظهر للناس.
   *[other] { $count } رقم تظهر للناس.
}
todo-telegram = تلغرام
todo-telegram-off = متوقف. يوضع هنا الرمز الذي يعطيه @BotFather، دون ملف ودون إعادة تشغيل.
todo-whatsapp = واتساب
todo-whatsapp-off = متوقف. الإعداد WHATSAPP يشغّله، ثم يُربط رقم من هنا برمز QR.
todo-webchat = محادثة الويب
todo-webchat-ready = يفتحها الناس على { $address }
todo-webchat-here = هذا الجهاز وحده يصل إلى { $address }. ضع في AMIN_PUBLIC_URL عنوان https يستطيع الناس فتحه.
todo-backup = النسخ الاحتياطية
todo-backup-elsewhere = قاعدة البيانات تنسخ نفسها، وأمين لا يرى ذلك. استعد نسخة مرة واحدة لتعرف أنها تعمل.
todo-backup-none = لم تكتمل أي نسخة بعد. الطريقة، وكيف تجرّب نسخة، في scripts/deploy/BACKUP.md.
todo-backup-old = عمر آخر نسخة كاملة { $hours } ساعة، والمطلوب نسخة كل ليلة.
todo-backup-there = عمر آخر نسخة كاملة { $hours } ساعة. لا يثبتها إلا استعادتها: scripts/deploy/BACKUP.md.
todo-teams = الفرق واللغات
todo-teams-none = عدد الفرق { $count }، كما تأتي. لم يذكر أحد بأي لغات تتكلم.
todo-teams-some = عدد الفرق التي لم تُذكر لغاتها: { $count }.
todo-teams-there = مذكور بأي لغات يتكلم كل فريق. عدد الفرق { $count }.
todo-targets = أوقات الرد
todo-targets-none = الأوقات المعتادة سارية. انظر هل يستطيع فريقك الالتزام بها.
todo-targets-there = ذكرتموها أنتم.
todo-model = نموذج اللغة
todo-model-none = لا نموذج يعمل، ولا ينقص شيء بدونه.
todo-model-there = عدد ما يساعد فيه: { $count }.
settings-change = تغيير
settings-keep = حفظ
settings-kept = حُفظ، وهو سارٍ الآن في كل أجزاء أمين.
settings-choose = اختر
settings-from-file = مذكور في ملف الجهة المشغّلة (operator.json). لتغييره من هنا احذفه من الملف وشغّل أمين من جديد.
settings-changed-by = آخر من غيّره
settings-outdated = غيّره شخص آخر في هذه الأثناء. ما كتبته ما زال هنا: انسخ ما تحتاجه، أغلق هذه النافذة، وانظر إليه كما هو الآن.
settings-unfit = لم يُحفظ بعد: الحقول المؤشّرة أدناه غير صحيحة.
settings-why-missing = هذا ناقص.
settings-why-long = هذا أطول من اللازم.
settings-why-small = هذا الرقم صغير جداً.
settings-why-large = هذا الرقم كبير جداً.
settings-why-format = هذا ليس مكتوباً بالشكل المطلوب.
settings-why-choice = اختر من القائمة.
settings-why-twice = هذا مذكور مرتين.
settings-why-order = الاتصال التالي يأتي بعد الذي قبله.
settings-why-last = يجب أن يبقى فريق واحد على الأقل يعمل.
settings-why-strange = هذا الحقل غير معروف هنا.
settings-organisation = من أنتم
settings-organisation-note = يقرأ الناس هذا حين يسألون من وراء المحادثة. بعضهم يخاف من جهة أكثر من غيرها، لذلك يُقال بوضوح.
settings-more-note = صفحة عنكم تبدأ بـ https://. يمكن تركها فارغة.
settings-official = الحسابات الرسمية
settings-official-note = كما يراها الناس، مثل ‎@name‎. من يسأل «هل هذا أنتم فعلاً؟» تُذكر له هذه، وأن أي حساب غيرها ليس منكم.
settings-hotlines = أرقام المساعدة
settings-hotline-add = إضافة رقم
settings-hotline-title = تغيير هذا الرقم
settings-hotline-name = من يجيب عليه
settings-hotline-number = الرقم
settings-hotline-for = لماذا يتصل به الناس
settings-hotline-source = كيف عرفتموه
settings-hotline-source-note = صفحة، أو رسالة، أو «اتصلنا به».
settings-hotline-checked = آخر اتصال به
settings-hotline-checked-note = اليوم الذي اتصل فيه به أحدكم آخر مرة فأجابه أحد. من ذلك اليوم يُعطى لمن هو في خطر، ولمدة محدودة.
settings-hotline-area = أين يجيب (فارغ: في كل مكان)
settings-hotline-preview = ما يقرؤه من هو في خطر
settings-hotline-silent = البوت نفسه لا يذكر إلا أرقام الطوارئ. باقي الأرقام هنا للفريق.
settings-hotline-remove = حذف الرقم
settings-order = ترتيب الأرقام
settings-order-note = من هم في خطر يُذكر لهم أول رقمين للطوارئ جرى الاتصال بهما مؤخراً.
settings-order-up = إلى الأعلى: { $name }
settings-order-down = إلى الأسفل: { $name }
settings-order-place = { $name } هو الآن { $place } من { $of }.
settings-teams = الفرق واللغات
settings-teams-note = تذهب الحالات إلى الفرق التي تعمل. اللغات تقول مع من يستطيع الفريق أن يتكلم.
settings-team-name = اسم آخر له
settings-targets = متى يرد أحد
settings-targets-note = بالدقائق. حيث يكون الحقل فارغاً يسري الرقم الرمادي. ومن يُستدعى ما دام لا أحد يرد يُذكر تحته، بترتيب الوقت.
settings-target-day = أول رد في النهار
settings-target-night = أول رد في الليل
settings-calls-usual = لم يُذكر أحد هنا، فيسري المعتاد:
settings-calls-removed = لم يبقَ هنا استدعاء، فيسري المعتاد في أمين.
settings-call = الاستدعاء { $n }
settings-call-after = بعد كم دقيقة
settings-call-whom = مَن يُستدعى
settings-call-team = الفريق
settings-call-supervisor = المشرف
settings-call-external = شخص من الخارج
settings-call-remove = حذف الاستدعاء { $n }
settings-call-add = استدعاء آخر
settings-again-first = ثم من جديد بعد (دقائق)
settings-again-most = ولا أقل من مرة كل (دقائق)
settings-night = الليل، بتوقيت بغداد
settings-night-from = من الساعة
settings-night-to = إلى الساعة
settings-file = كملف
settings-file-note = ما ضُبط هنا كملف للجهة المشغّلة، لنسخة احتياطية أو لأمين آخر. ويمكن النظر في ملف قبل أن يُؤخذ منه شيء.
settings-file-export = تصدير operator.json
settings-file-import = اختيار ملف operator.json
settings-file-look = النظر في { $name }
settings-file-none = هذا ليس ملف جهة مشغّلة: لا يمكن قراءته كـ JSON.
settings-file-title = ما الذي سيغيّره هذا الملف
settings-file-nothing = لا شيء في هذا الملف يمكن ضبطه من هنا.
settings-file-left = هذه تبقى في ملف الجهة المشغّلة ولا تُضبط من هنا:
settings-file-take = أخذ التغييرات
settings-file-same = كما هو هنا.
settings-file-changes = سيتغيّر.
settings-file-file = مذكور هنا في ملف الجهة المشغّلة، والملف أولاً.
settings-file-wrong = لا يصح هكذا:
settings-added = جديد:
settings-removed = يزول:
settings-changed = مختلف:

telegram-note = البوت الذي يكتب له الناس. يُسأل تلغرام عن رمزه، ويُحفظ مختوماً، ولا يُعرض مرة أخرى لا هنا ولا في أي مكان.
telegram-account = البوت
telegram-bot = البوت
telegram-token = الرمز
telegram-token-note = أرقام ثم نقطتان ثم حروف. من يملكه يقرأ ويكتب باسم البوت، فلا تحفظه في مكان آخر.
telegram-token-show = إظهار الرمز أو إخفاؤه
telegram-runs = الآن
telegram-from-environment = موضوع في إعدادات التشغيل (TELEGRAM_BOT_TOKEN)، وهي المقدَّمة. لوضعه من هنا احذفه من هناك وشغّل أمين من جديد.
telegram-from-here = وُضع من هنا، وهو محفوظ مختوماً.
telegram-from-nowhere = غير موضوع. لا أحد يستطيع الكتابة عبر تلغرام.
telegram-from-unreadable = وُضع من هنا سابقاً، والمفتاح الرئيسي الحالي لا يفتحه. ضعه من جديد.
telegram-look = سؤال تلغرام الآن
telegram-why-good = تلغرام يعرف هذا الرمز.
telegram-why-none = لا يوجد رمز.
telegram-why-format = هذا لا يشبه الرمز. الرمز أرقام ثم نقطتان ثم حروف، مثل 123456:ABC…
telegram-why-refused = تلغرام لا يعرف هذا الرمز. هل نقص منه شيء عند النسخ، أو أعطى @BotFather رمزاً غيره بعده؟
telegram-why-unreachable = تلغرام لا يجيب من هذا الجهاز، ولم يتغيّر شيء. افحص الشبكة، أو جدار الحماية إن وُجد.
telegram-why-slowed = تلغرام يطلب أن يُسأل لاحقاً، ولم يتغيّر شيء. أعد المحاولة بعد دقيقة.
telegram-why-broken = عند تلغرام نفسه عطل الآن، ولم يتغيّر شيء. أعد المحاولة بعد قليل.
telegram-why-webhook = برنامج آخر تصله رسائل هذا البوت. عندما يأخذ أمين البوت لا يصل ذلك البرنامجَ شيء بعدها.
telegram-why-other-bot = هذا بوت غير السابق. من يكتب للقديم لا يصل إلى أحد هناك؛ والناس يعودون إلى الجديد برمز العودة والرقم السري. والملفات التي أُرسلت للقديم ولم تُحفظ هنا بعد تنتظر حتى يوضع له رمز هنا من جديد.
telegram-outdated = غيّر شخص آخر الرمز في هذه الأثناء. أغلق هذه النافذة وانظر إليه كما هو الآن.
telegram-set = سؤال تلغرام ثم وضعه
telegram-anyway = وضعه رغم ذلك
telegram-kept = وُضع. يبدأ البوت بالاستماع بعد لحظات.
telegram-change = تغيير الرمز
telegram-remove = إزالة الرمز
telegram-remove-note = من هذه اللحظة لا يُسمع أحد عبر تلغرام، ولا يُرسَل ما ينتظر الناس هناك. المحادثات تبقى هنا. يحفظ تلغرام ما يكتبه الناس يوماً واحداً، فإن وُضع رمز البوت نفسه خلاله وصل إلينا.
telegram-revoke = إزالة الرمز من هنا لا تُبطله: من عنده نسخة منه يظل يقرأ ويكتب باسم ذلك البوت. أبطِله عند @BotFather بكتابة /revoke.
telegram-removed = أُزيل. البوت صامت الآن.
telegram-how-open = على الهاتف أو الحاسوب: افتح تلغرام واكتب إلى @BotFather.
telegram-how-new = أرسل /newbot، واختر اسماً لا يكشف شيئاً إذا ظهر على هاتف أحد.
telegram-how-copy = انسخ الرمز الذي يجيب به، وضعه هنا.
telegram-official-none = من يسأل «هل هذا أنتم فعلاً؟» لا يُذكر له بعد أي حساب رسمي على تلغرام.
telegram-official-other = من يسأل «هل هذا أنتم فعلاً؟» يُذكر له حساب غير هذا البوت:
telegram-test = رسالة تجربة
telegram-test-note = من هاتفك: هل تصل رسالة، وهل يعود جواب. لا تُفتح بها حالة ولا تُحسب في أي مكان.
telegram-test-do = التجربة من هاتفي
telegram-test-again = التجربة مرة أخرى
telegram-test-how = صوّر هذا بهاتفك أو افتح الرابط عليه، ثم اضغط START في تلغرام.
telegram-test-qr = رمز QR فيه رابط رسالة التجربة
telegram-test-copy = نسخ الرابط
telegram-test-by-hand = أو أرسل هذه الكلمات بنفسك إلى
telegram-test-copy-command = نسخ الكلمات
telegram-test-waits = بانتظار رسالتك…
telegram-test-nothing = لم يصل شيء من تجربة { $at }.
telegram-test-came = وصلت رسالتك ({ $at })، لكن الجواب لم يصل إلى هاتفك. هل البوت محظور عليه؟
telegram-test-answered = وصلت رسالتك وأُجيب عنها ({ $at }).
field-role = الدور
field-teams = الفرق
field-teams-note = يرى حالات هذه الفرق وما يتولاه بنفسه، ولا شيء غيرها
field-every-team = كل الفرق
field-every-team-note = يرى كل الحالات، ومنها حالات من هم دون 18
networks-teams-note = يرى شبكات حالات هذه الفرق دون غيرها
networks-every-team-note = يرى شبكات كل الحالات، وفيها حالات من هم دون 18 عاماً
networks-no-teams = من دون فريق لا يرى أي شبكة.

# Cases in numbers, for who reads none
counts-title = الحالات بالأرقام
counts-note = يرى دورك عدد الحالات لا الحالات نفسها.
counts-small = لا تظهر الأعداد من واحد إلى أربعة، ولا عدد يكشف مثلها، حتى لا يُعرف أحد منها.

# Programs that are told of cases
webhooks-note = برامج عندكم تصل إليها أخبار الحالات: معرّفات ورموز فقط، بلا أي كلمة أو اسم أو رقم هاتف. تُذكر في ملف الجهة المشغّلة، وفي scripts/deploy/operator-file.md كيف يتأكد الطرف الآخر من الرسالة. إذا كان أمين يعمل على أكثر من جهاز، فهنا ما أرسله هذا الجهاز.
webhooks-none = لا يذكر ملف الجهة المشغّلة أي برنامج. يمكن تنبيه نظام متابعة أو مكتب مناوبة عندما تُفتح حالة أو تصير عاجلة أو تُغلق.
webhook-is-new = لم يُرسل إليه هذا الجهاز شيئًا بعد. التجربة تُظهر هل يستلم ما يُرسل إليه.
webhook-is-on = يستلم ما يُرسل إليه
webhook-is-failing = لم يستلم شيئًا منذ { $at }. تُعاد محاولة كل رسالة لأكثر من يوم.
webhook-is-off = توقّف الإرسال إليه في { $at } لأنه لم يستلم شيئًا طوال ثلاثة أيام. إذا استلم تجربة عاد الإرسال.
webhook-tested = استلم تجربة في { $at }.
webhook-events = يُنبَّه عند:
webhook-last = آخر الرسائل
webhook-last-fewer = عرض الأحدث فقط
webhook-what = ما حدث
webhook-when = متى
webhook-became = ماذا صار بالرسالة
webhook-tries = المحاولات
webhook-delivered = استُلمت
webhook-waits = تنتظر
webhook-given-up = لم تُستلم، وتوقفت المحاولات
webhook-next = المحاولة التالية في { $at }
webhook-next-off = تُعاد المحاولة بعد استلام تجربة، إن لم تكن قديمة جدًا
webhook-fault-denied = أجاب { $status }: لا يسمح لنا بالدخول. ربما ليس السر نفسه عند الطرفين
webhook-fault-gone = أجاب { $status }: لا شيء في هذا العنوان
webhook-fault-many = أجاب { $status }: كان هذا كثيرًا عليه دفعة واحدة
webhook-fault-broken = أجاب { $status }: فيه عطل من جهته
webhook-fault-status = أجاب { $status }، وهذا ليس قبولًا
webhook-fault-redirect = أحال إلى عنوان آخر، ولا نتبعه
webhook-fault-timeout = لم يجب خلال عشر ثوانٍ
webhook-fault-unreachable = لا يمكن الوصول إليه: ربما هو مطفأ، أو عنوانه أو شهادته خطأ
webhook-type-opened = فتح حالة
webhook-type-urgency-changed = تغيّر درجة الخطورة
webhook-type-team-changed = تغيّر الفريق
webhook-type-taken-over = استلام حالة
webhook-type-handed-back = إعادة حالة
webhook-type-closed = إغلاق حالة
webhook-type-erased = مسح حالة
webhook-type-target-missed = تأخر الرد على حالة P1
webhook-test-do = إرسال تجربة
webhook-test-taken = استلم التجربة.
webhook-test-refused = لم يستلم التجربة. { $why }.
