replies-own = هی خۆت
replies-none = هیچ دەقێک ئەوەی تێدا نییە
replies-count = { $count ->
    [one] { $count } دەق
   *[other] { $count } دەق
}
replies-edit = دەقەکانم
replies-own-note = تەنها خۆت ئەمانە دەبینیت. بە زمانی کەسەکە دەخرێنە خانەکەوە ئەگەر بەو زمانە نووسیبێتت، و هیچ شتێک نانێردرێت پێش ئەوەی خۆت بینێریت.
replies-add = دەقی نوێ
replies-name = ناو
replies-keep = هەڵگرتن
replies-change = گۆڕینی { $name }
replies-remove = سڕینەوەی { $name }
replies-variables = لە کاتی بەکارهێناندا پڕ دەکرێنەوە:
replies-slip = هیچ جێی { $name } ناگرێتەوە. لە دوگمەکان هەڵبژێرە کە چی پڕ دەکرێتەوە.

## ئەوەی لە کاتی بەکارهێناندا شتێک دەچێتە جێی
variable-agent = ناوی کارمەند
variable-code = کۆدی کەیس
variable-team = ناوی تیم
variable-organisation = ناوی دامەزراوە
variable-hotline = ژمارەیەک بۆ پەیوەندی
variable-platform = ئەو ئەپەی هەڕەشەی تێدا دەکرێت
variable-until = کاتی وەڵامی بەڵێندراو
variable-hours = ژمارەی کاتژمێر
replies-not-said = دەق بە زمانی ئەم کەسە نییە ({ $language })، و دەق بە زمانێکی تر پیشان نادرێت.
unfilled = بۆشایی پڕنەکراوە:
unfilled-at = چوون بۆ { $name }
unfilled-why-hotline = ژمارەیەک نییە کە بەم دواییانە پشکنرابێت و لە هەموو شوێنێک وەڵام بداتەوە.
unfilled-why-platform = ئەپەکە باس نەکراوە، یان زیاتر لە یەک دانە باس کراوە.
unfilled-why-until = کەیسەکە بۆ کاتێک دوا نەخراوە.
unfilled-why-team = تیمەکە چیتر نییە.
unfilled-why-organisation = دامەزراوەیەک نەنووسراوە.

## دەقەکانی تیم
team-replies-note = بۆ هەموو کارمەندێک پیشان دەدرێن کاتێک دەنووسێت، بە زمانی ئەو کەسەی بۆی دەنووسێت، و هیچ نانێردرێت پێش ئەوەی خۆی بینێرێت. هەر گۆڕانێک یەکسەر بۆ هەمووانە.
team-replies-offered = پیشان دەدرێت
team-replies-offered-name = پیشاندانی { $name }
team-replies-changed = گۆڕاو
team-replies-ours = هی تیم
team-replies-up = بردنە سەرەوەی { $name }
team-replies-down = بردنە خوارەوەی { $name }
team-replies-place = { $name } ئێستا ژمارە { $place }ە لە { $of }.
team-replies-languages = کەسەکە تەنها دەقی بە زمانی خۆی پێ دەگات. زمانێک کە دەقی نەبێت: بە کارمەند دەوترێت، و دەق بە زمانێکی تری پیشان نادرێت.
team-replies-none = بەم زمانە دەق نییە: بۆ ئەوانەی پێی دەدوێن پیشان نادرێت
team-replies-last = دوایین گۆڕانکاری: { $name }، { $time }
team-replies-text = دەق
team-replies-reset = گەڕانەوە بۆ ئەوەی هەبوو
team-replies-remove = سڕینەوەی دەقەکە
team-replies-kept = دەقەکە هەڵگیرا، و تیمەکە ئێستا دەیبینێت
team-replies-outdated = کەسێکی تر پێش کەمێک دەقەکانی گۆڕی. سەیری بکە وەک ئێستا چۆنن و دووبارە هەڵیبگرە.
