found-title = الحالات التي وُجدت
search-none = لا حالة فيها كل هذا. تُقارن الكلمات كاملة: جرّب كلمات أقل، أو رقماً.
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
filter-save = حفظ كعرض…
filter-order = الترتيب
order-queue = الأخطر أولاً
order-longest = الأطول انتظاراً أولاً
order-due = من يقترب وقت الرد عليه أولاً
order-newest = الأحدث أولاً
filter-me = أنا
