palette-field = حالة أو شخص أو صفحة أو شيء تريد عمله
palette-list = ما وُجد
palette-of-case = الحالة { $code }
palette-own = محادثاتي
palette-cases = الحالات
palette-people = الزملاء والفرق
palette-pages = الصفحات
palette-actions = ما يمكن عمله
palette-found = حالات فيها هذا
palette-more = غير ذلك
palette-search = ابحث في كل الحالات عن «{ $words }»
palette-search-note = كلمات كاملة، أرقام، أسماء
palette-all = اعرضها في القائمة
palette-person-note = الحالات التي لديه
palette-team-note = حالات هذا الفريق
palette-none = لا شيء هنا بهذا الاسم.
palette-none-found = لا حالة فيها كل هذا. جرّب كلمات أقل، أو رقماً.
palette-count = { $count ->
    [zero] لم يوجد شيء
    [one] وُجد واحد
    [two] وُجد اثنان
    [few] وُجدت { $count }
    [many] وُجد { $count }
   *[other] وُجد { $count }
}
palette-move = تنقّل
palette-do = اختر
palette-leave = أغلق
