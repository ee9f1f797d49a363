found-title = کەیسە دۆزراوەکان
search-none = هیچ کەیسێک هەموو ئەمانەی تێدا نییە. وشەی تەواو بەراورد دەکرێت: وشەی کەمتر یان ژمارەیەک تاقی بکەرەوە.
found-many = ئەمە لە کەیسی زۆردا هەیە، بۆیە هەموویان نەپشکنران. وشەیەک زیاد بکە یان بەروارێک دیاری بکە.
found-count = { $count ->
    [one] یەک کەیس
   *[other] { $count } کەیس
}
found-more = لە خوارەوە زیاتر هەیە
filter-title = پاڵێوەکان
filter-title-some = { $count ->
    [one] پاڵێوەکان، یەکیان چالاکە
   *[other] پاڵێوەکان، { $count } چالاکن
}
filter-team = تیم
filter-holder = لای
filter-language = زمانی کەسەکە
filter-any = هەموو
filter-state = دۆخ
filter-severity = پلەی مەترسی
filter-from = نوێی تێدایە لە
filter-to = کراوەتەوە تا
filter-clear = سڕینەوە
filter-save = وەک بینین پاشەکەوتی بکە…
filter-order = ڕیزبەندی
order-queue = بەپەلەترین یەکەم
order-longest = زۆرترین چاوەڕوانی یەکەم
order-due = ئەوەی کاتی وەڵامی زووتر تەواو دەبێت
order-newest = نوێترین یەکەم
filter-me = من
