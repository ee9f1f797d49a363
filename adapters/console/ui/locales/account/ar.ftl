# Proving again who one is
prove-title = هل هذا أنت؟
prove-note = هذه الخطوة تغيّر من يستطيع الدخول. أكّد هويتك أولاً، ثم يتم ما طلبته ولا يضيع شيء مما كتبته. يبقى التأكيد 15 دقيقة.
prove-code = الرمز من التطبيق
prove-backup = رمز احتياطي
prove-use-app = استعمال الرمز من التطبيق
prove-use-backup = استعمال رمز احتياطي
prove-passkey = استعمال مفتاح المرور
prove-do = تأكيد

# What others changed of the member's own account
changed-title = تغيّر شيء في حسابك
changed-member-invited-again = رابط جديد لكلمة مرورك، من: { $name }.
changed-factor-reset = أُزيل عامل التحقق الثاني من حسابك، من: { $name }.
changed-role = صار دورك: { $role }. من: { $name }.
changed-teams = تغيّرت الفرق التي تظهر لك حالاتها، من: { $name }.
changed-to-agent = موظف
changed-to-minors-desk = مكتب القاصرين
changed-to-supervisor = مشرف
changed-to-analyst = محلل
changed-to-network-analyst = محلل شبكات
changed-to-auditor = مدقق
changed-to-admin = مسؤول
changed-command = سطر أوامر الخادم
changed-what = إن لم يكن هذا متوقعاً، فالأفضل السؤال بالهاتف أو وجهاً لوجه لا بالبريد، وإخبار مشرف آخر.
changed-read = أعلم بذلك
changed-slowed-title = فتح أو بحث كثير جداً من أحد الزملاء
changed-slowed-reveal = فُتح من حساب { $name } أكثر من 40 ملفاً خلال ساعة، وعليه الانتظار.
changed-slowed-search = بُحث من حساب { $name } أكثر من 200 مرة خلال ساعة، وعليه الانتظار.
changed-slowed-what = الأفضل الحديث مع صاحب الحساب. إن كان هناك شخص آخر أمامه فيجب إيقافه. والباقي في سجل من فعل ماذا.

# What is left to set up, for who administers
banner-setup = الإعداد: اكتمل { $done } من { $of }.
banner-setup-link = متابعة الإعداد

# Before a session ends by itself
banner-idle = لم يحدث شيء هنا منذ وقت طويل. بعد دقيقتين يُسجَّل الخروج. للبقاء تكفي أي لمسة أو أي مفتاح. وما كان يُكتب يبقى محفوظاً.

# A colleague would like to have a case
asked-for = { $name } يطلب الحالة { $code }
