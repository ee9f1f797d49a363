palette-field = کەیسێک، کەسێک، پەڕەیەک یان کارێک
palette-list = ئەوەی دۆزرایەوە
palette-of-case = کەیسی { $code }
palette-own = چاتەکانم
palette-cases = کەیسەکان
palette-people = هاوکار و تیمەکان
palette-pages = پەڕەکان
palette-actions = کارەکان
palette-found = ئەو کەیسانەی ئەمەیان تێدایە
palette-more = زیاتر
palette-search = لە هەموو کەیسەکاندا بگەڕێ بۆ «{ $words }»
palette-search-note = وشەی تەواو، ژمارە، ناو
palette-all = لە ڕیزدا پیشانیان بدە
palette-person-note = ئەو کەیسانەی لایەتی
palette-team-note = کەیسەکانی ئەم تیمە
palette-none = هیچ شتێک لێرە بەم ناوە نییە.
palette-none-found = هیچ کەیسێک هەموو ئەمانەی تێدا نییە. وشەی کەمتر یان ژمارەیەک تاقی بکەرەوە.
palette-count = { $count ->
    [0] هیچ نەدۆزرایەوە
    [one] یەک دۆزرایەوە
   *[other] { $count } دۆزرایەوە
}
palette-move = جووڵان
palette-do = هەڵبژێرە
palette-leave = داخستن
