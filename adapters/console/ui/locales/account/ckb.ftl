# Proving again who one is
prove-title = ئەمە خۆتی؟
prove-note = ئەوەی ئێستا دەیکەیت ئەوە دەگۆڕێت کە کێ دەتوانێت بێتە ژوورەوە. سەرەتا دڵنیایی بدە کە خۆتی؛ پاشان کارەکە دەکرێت و هیچ لەوەی نووسیوتە ون نابێت. بۆ 15 خولەک دەمێنێت.
prove-code = کۆدی ئەپەکەت
prove-backup = کۆدی یەدەگ
prove-use-app = کۆدی ئەپەکە بەکاربهێنە
prove-use-backup = کۆدێکی یەدەگ بەکاربهێنە
prove-passkey = کلیلی تێپەڕین بەکاربهێنە
prove-do = دڵنیام

# What others changed of the member's own account
changed-title = شتێک لە هەژمارەکەتدا گۆڕا
changed-member-invited-again = { $name } بەستەرێکی نوێی بۆ وشەی نهێنیت دروست کرد.
changed-factor-reset = { $name } هەنگاوی دووەمی دڵنیابوونەوەتی لابرد.
changed-role = { $name } ڕۆڵەکەتی گۆڕی: { $role }.
changed-teams = { $name } ئەو تیمانەی گۆڕی کە کەیسەکانیان دەبینیت.
changed-to-agent = کارمەند
changed-to-minors-desk = مێزی ناباڵغان
changed-to-supervisor = سەرپەرشتیار
changed-to-analyst = شیکار
changed-to-network-analyst = شیکەرەوەی تۆڕەکان
changed-to-auditor = پشکنەر
changed-to-admin = بەڕێوەبەر
changed-command = هێڵی فەرمانی سێرڤەرەکە
changed-what = ئەگەر چاوەڕێی ئەمەت نەدەکرد، بە تەلەفۆن یان ڕووبەڕوو لێیان بپرسە، نەک بە ئیمەیڵ، و بە سەرپەرشتیارێکی تر بڵێ.
changed-read = ئاگادارم
changed-slowed-title = هاوکارێک زۆر دەکاتەوە یان دەگەڕێت
changed-slowed-reveal = { $name } لە کاتژمێرێکدا زیاتر لە 40 فایلی کردەوە و دەبێت چاوەڕێ بکات.
changed-slowed-search = { $name } لە کاتژمێرێکدا زیاتر لە 200 جار گەڕا و دەبێت چاوەڕێ بکات.
changed-slowed-what = لەگەڵی قسە بکە. ئەگەر خۆی لەوێ نییە، هەژمارەکە ڕابگرە. کێ چی کردووە باقییەکەی پیشان دەدات.

# What is left to set up, for who administers
banner-setup = ڕێکخستن: { $done } لە { $of } تەواون.
banner-setup-link = بەردەوامبوون

# Before a session ends by itself
banner-idle = ماوەیەکی زۆرە لێرە هیچ نەکراوە. دوای دوو خولەک دەردەچیت. بۆ مانەوە هەر دوگمەیەک دابگرە. ئەوەی دەتنووسی دەمێنێتەوە.

# A colleague would like to have a case
asked-for = { $name } داوای کەیسی { $code } دەکات
