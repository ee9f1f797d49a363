### Names and frames of the guidance. Buttons: at most 24 characters.

## Subjects of the guidance

# Groups

guide-group-first = هەنگاوە یەکەمەکان
guide-group-apps = ئەپ و یارییەکان
guide-group-accounts = مۆبایل و هەژمارەکان
guide-group-money = پارە و جزدان
guide-group-pictures = وێنەکان
guide-group-people = خێزان، قوتابخانە، هاوڕێ
guide-group-law = یاسا لە عێراق

# Topics

guide-topic-sextortion = ئەمە چییە ڕوودەدات؟
guide-topic-evidence = هەڵگرتن پێش بلۆک
guide-topic-instagram = ئینستاگرام
guide-topic-facebook = فەیسبووک و مەسنجەر
guide-topic-whatsapp = واتساپ
guide-topic-telegram = تێلێگرام
guide-topic-snapchat = سناپچات
guide-topic-tiktok = تیکتۆک
guide-topic-x = ئێکس (تویتەر)
guide-topic-google = یوتیوب و گووگڵ
guide-topic-discord = دیسکۆرد
guide-topic-games = پەبجی و یارییەکان
guide-topic-viber = ڤایبەر
guide-topic-apple = ئای‌کڵاود (ئەپڵ)
guide-topic-phone = مۆبایل و سیمکارت
guide-topic-zaincash = زەین کاش
guide-topic-fastpay = فاستپەی
guide-topic-asiahawala = ئاسیا حەواڵە
guide-topic-cards = کارتی کی و بانک
guide-topic-exchange = نووسینگەی ئاڵوگۆڕ
guide-topic-crypto = دراوی دیجیتاڵی
guide-topic-ai-images = وێنەی زیرەکی دەستکرد
guide-topic-stopncii = ڕێگرتن لە وێنە، 18 ساڵ
guide-topic-takeitdown = ڕێگرتن لە وێنە: ژێر 18
guide-topic-family = قسەکردن لەگەڵ خێزان
guide-topic-school = قسەکردن لە قوتابخانە
guide-topic-friend = یارمەتیدانی هاوڕێ
guide-topic-parents = بۆ دایک و باوک
guide-topic-law-iraq = یاسای عێراق
guide-topic-law-kurdistan = هەرێمی کوردستان

guide-about-instagram = «{ guide-topic-instagram }»: پێویستیت بە چییە؟
guide-about-facebook = «{ guide-topic-facebook }»: پێویستیت بە چییە؟
guide-about-whatsapp = «{ guide-topic-whatsapp }»: پێویستیت بە چییە؟
guide-about-telegram = «{ guide-topic-telegram }»: پێویستیت بە چییە؟
guide-about-snapchat = «{ guide-topic-snapchat }»: پێویستیت بە چییە؟
guide-about-tiktok = «{ guide-topic-tiktok }»: پێویستیت بە چییە؟
guide-about-x = «{ guide-topic-x }»: پێویستیت بە چییە؟
guide-about-google = «{ guide-topic-google }»: پێویستیت بە چییە؟
guide-about-discord = «{ guide-topic-discord }»: پێویستیت بە چییە؟
guide-about-games = «{ guide-topic-games }»: پێویستیت بە چییە؟
guide-about-viber = «{ guide-topic-viber }»: پێویستیت بە چییە؟
guide-about-phone = «{ guide-topic-phone }»: پێویستیت بە چییە؟
guide-about-ai-images = «{ guide-topic-ai-images }»: پێویستیت بە چییە؟

# What there is for each app

guide-job-report-title = ڕاپۆرت و لابردن
guide-job-report = هەنگاوی بچووک بۆ { $topic }: سەرەتا ئەوەی هەیە هەڵیدەگرین، پاشان ڕاپۆرتی دەکەین، پاشان بلۆک. ئەوەی لادەبرێت و کەی، پلاتفۆرمەکە بڕیاری لێ دەدات.
guide-job-report-share = { $topic }: چۆن ئەوەی نووسراوە هەڵبگرین، ڕاپۆرتی بکەین و داوای لابردنی بکەین، بە هەنگاوی بچووک.
guide-job-account-title = گەڕاندنەوە و پاراستن
guide-job-account = هەنگاوی بچووک بۆ { $topic }: بۆ گەڕاندنەوەی هەژمار، و بۆ ئەوەی هی تۆ بۆ کەسی تر داخراو بمێنێتەوە. باشترە لە مۆبایلێکەوە بێت کە تەنها خۆت بەکاری دەهێنیت.
guide-job-account-share = { $topic }: چۆن هەژمار بگەڕێنینەوە و بیپارێزین، بە هەنگاوی بچووک.

# Below a step that asks for a picture of the screen, where no age is known

guide-under-18 = لە خوار 18 ساڵیت، یان باسی کەسێکی خوار 18 ساڵە؟ کەواتە تکایە هیچ وێنەیەکی شاشە مەگرە: نووسینی ناو، ژمارە، لینک و کات بەسە.
