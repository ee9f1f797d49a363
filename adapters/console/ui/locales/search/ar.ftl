found-title = الحالات التي وُجدت
search-none = لا حالة فيها كل هذا. تُقارن الكلمات كاملة: جرّب كلمات أقل، أو رقماً.
search-none-filter = لا حالة توافق هذه المرشّحات.
found-many = حالات كثيرة جداً فيها هذا، فلم تُفحص كلها. أضف كلمة، أو حدّد تاريخاً.
found-count = { $count ->
    [zero] لا حالات
    [one] حالة واحدة
    [two] حالتان
    [few] { $count } حالات
    [many] { $count } حالة
   *[other] { $count } حالة
}
found-more = المزيد أدناه
filter-title = المرشّحات
filter-title-some = { $count ->
    [one] المرشّحات، واحد منها مفعّل
    [two] المرشّحات، اثنان منها مفعّلان
    [few] المرشّحات، { $count } منها مفعّلة
   *[other] المرشّحات، { $count } منها مفعّل
}
filter-team = الفريق
filter-holder = لدى
filter-language = لغة الشخص
filter-any = الكل
filter-state = الوضع
filter-severity = درجة الخطورة
filter-from = فيها جديد منذ
filter-to = فُتحت حتى
filter-clear = إلغاء المرشّحات
filter-saved = مرشّحات محفوظة
filter-keep = احفظها باسم
filter-name = اسم المرشّحات المحفوظة
filter-save = حفظ
filter-forget = حذف { $name }
filter-kept-note = تُحفظ في هذا المتصفح ولك وحدك. أما ما تبحث عنه فلا يُحفظ في أي مكان.
