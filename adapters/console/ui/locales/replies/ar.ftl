replies-own = لك
replies-none = لا نص فيه ذلك
replies-count = { $count ->
    [zero] لا نصوص
    [one] نص واحد
    [two] نصان
    [few] { $count } نصوص
    [many] { $count } نصاً
   *[other] { $count } نص
}
replies-edit = نصوصي
replies-own-note = لا يراها غيرك. توضع في الحقل بلغة الشخص إن كُتبت بها، ولا يُرسل شيء قبل أن ترسله.
replies-add = نص جديد
replies-name = الاسم
replies-keep = حفظ
replies-change = تعديل { $name }
replies-remove = إزالة { $name }
replies-variables = تُملأ عند الاستعمال:
replies-slip = لا شيء يحل محل { $name }. اختر من الأزرار ما يُملأ.

## ما يحلّ محله شيء عند الاستعمال
variable-agent = اسم الموظف
variable-code = رمز الحالة
variable-team = اسم الفريق
variable-organisation = اسم الجهة
variable-hotline = رقم للاتصال
variable-platform = التطبيق الذي يُهدَّد فيه
variable-until = وقت الرد الموعود
variable-hours = عدد الساعات
replies-not-said = لا نص بلغة هذا الشخص ({ $language })، ولا يُعرض نص بلغة أخرى.
unfilled = فراغات لم تُملأ:
unfilled-at = الذهاب إلى { $name }
unfilled-why-hotline = لا رقم تُحقِّق منه حديثاً ويردّ في كل مكان.
unfilled-why-platform = لم يُذكر التطبيق، أو ذُكر أكثر من واحد.
unfilled-why-until = لم تُؤجَّل الحالة إلى وقت.
unfilled-why-team = الفريق لم يعد موجوداً.
unfilled-why-organisation = لم تُكتب جهة تشغّل أمين.

## نصوص الفريق
team-replies-note = تُعرض على كل موظف حين يكتب، بلغة من يراسله، ولا يُرسَل شيء قبل أن يرسله هو. كل تغيير يسري فوراً على الجميع.
team-replies-offered = يُعرض
team-replies-offered-name = عرض { $name }
team-replies-changed = معدّل
team-replies-ours = من الفريق
team-replies-up = نقل { $name } إلى أعلى
team-replies-down = نقل { $name } إلى أسفل
team-replies-place = { $name } ترتيبه الآن { $place } من { $of }.
team-replies-languages = الشخص لا يصله إلا نص بلغته. اللغة التي لا نص بها: يُقال ذلك للموظف، ولا يُعرض له نص بلغة أخرى.
team-replies-none = لا نص بهذه اللغة: لا يُعرض لمن يتكلمها
team-replies-last = آخر تغيير: { $name }، { $time }
team-replies-text = النص
team-replies-reset = العودة إلى الأصل
team-replies-remove = حذف النص
team-replies-kept = حُفظ النص، ويراه الفريق الآن
team-replies-outdated = غيّر شخص آخر النصوص قبل قليل. انظر إليها كما هي الآن ثم احفظ ثانية.
