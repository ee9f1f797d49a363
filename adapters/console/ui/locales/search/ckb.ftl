found-title = کەیسە دۆزراوەکان
search-none = هیچ کەیسێک هەموو ئەمانەی تێدا نییە. وشەی تەواو بەراورد دەکرێت: وشەی کەمتر یان ژمارەیەک تاقی بکەرەوە.
search-none-filter = هیچ کەیسێک لەگەڵ ئەم پاڵێوانە ناگونجێت.
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
filter-saved = پاڵێوە پاشەکەوتکراوەکان
filter-keep = پاشەکەوتیان بکە بە ناوی
filter-name = ناوی پاڵێوە پاشەکەوتکراوەکان
filter-save = پاشەکەوت
filter-forget = سڕینەوەی { $name }
filter-kept-note = لەم وێبگەڕەدا و تەنها بۆ تۆ پاشەکەوت دەکرێت. ئەوەی بۆی دەگەڕێیت لە هیچ شوێنێک هەڵناگیرێت.
