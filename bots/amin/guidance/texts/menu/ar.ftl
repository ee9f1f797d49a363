### Names and frames of the guidance. Buttons: at most 24 characters.

## Subjects of the guidance

# Groups

guide-group-first = الخطوات الأولى
guide-group-apps = التطبيقات والألعاب
guide-group-accounts = الهاتف والحسابات
guide-group-money = الفلوس والمحافظ
guide-group-pictures = الصور
guide-group-people = الأهل والمدرسة والأصدقاء
guide-group-law = القانون في العراق

# Topics

guide-topic-sextortion = ما هذا الذي يحدث؟
guide-topic-evidence = ما نحفظه قبل الحظر
guide-topic-instagram = إنستغرام
guide-topic-facebook = فيسبوك وماسنجر
guide-topic-whatsapp = واتساب
guide-topic-telegram = تلغرام
guide-topic-snapchat = سناب شات
guide-topic-tiktok = تيك توك
guide-topic-x = إكس (تويتر)
guide-topic-google = يوتيوب وغوغل
guide-topic-discord = ديسكورد
guide-topic-games = ببجي والألعاب
guide-topic-viber = فايبر
guide-topic-apple = آي كلاود (أبل)
guide-topic-phone = الهاتف والشريحة
guide-topic-zaincash = زين كاش
guide-topic-fastpay = فاست باي
guide-topic-asiahawala = آسيا حوالة
guide-topic-cards = كي كارد وبطاقات البنوك
guide-topic-exchange = مكاتب الصرافة
guide-topic-crypto = العملات الرقمية
guide-topic-ai-images = صور بالذكاء الاصطناعي
guide-topic-stopncii = منع الصور: 18 فأكثر
guide-topic-takeitdown = منع الصور: دون 18
guide-topic-family = الكلام مع الأهل
guide-topic-school = الكلام مع المدرسة
guide-topic-friend = مساعدة صديق أو صديقة
guide-topic-parents = للآباء والأمهات
guide-topic-law-iraq = القانون العراقي
guide-topic-law-kurdistan = إقليم كردستان

guide-about-instagram = «{ guide-topic-instagram }»: ما الذي تحتاج إليه؟
guide-about-facebook = «{ guide-topic-facebook }»: ما الذي تحتاج إليه؟
guide-about-whatsapp = «{ guide-topic-whatsapp }»: ما الذي تحتاج إليه؟
guide-about-telegram = «{ guide-topic-telegram }»: ما الذي تحتاج إليه؟
guide-about-snapchat = «{ guide-topic-snapchat }»: ما الذي تحتاج إليه؟
guide-about-tiktok = «{ guide-topic-tiktok }»: ما الذي تحتاج إليه؟
guide-about-x = «{ guide-topic-x }»: ما الذي تحتاج إليه؟
guide-about-google = «{ guide-topic-google }»: ما الذي تحتاج إليه؟
guide-about-discord = «{ guide-topic-discord }»: ما الذي تحتاج إليه؟
guide-about-games = «{ guide-topic-games }»: ما الذي تحتاج إليه؟
guide-about-viber = «{ guide-topic-viber }»: ما الذي تحتاج إليه؟
guide-about-phone = «{ guide-topic-phone }»: ما الذي تحتاج إليه؟
guide-about-ai-images = «{ guide-topic-ai-images }»: ما الذي تحتاج إليه؟

# What there is for each app

guide-job-report-title = التبليغ والإزالة
guide-job-report = خطوات صغيرة في { $topic }: نحفظ ما هو موجود أولاً، ثم نبلّغ عنه، ثم نحظر. أما ما يُزال ومتى، فتقرّره المنصة.
guide-job-report-share = { $topic }: كيف نحفظ ما كُتب، ونبلّغ عنه، ونطلب إزالته، بخطوات صغيرة.
guide-job-account-title = استعادة الحساب وحمايته
guide-job-account = خطوات صغيرة في { $topic }: لاستعادة حساب، ولإبقاء حسابك مغلقاً أمام غيرك. الأفضل من هاتف لا يستعمله غيرك.
guide-job-account-share = { $topic }: كيف نستعيد الحساب ونحميه، بخطوات صغيرة.

# Below a step that asks for a picture of the screen, where no age is known

guide-under-18 = دون 18، أو الأمر يخص من هو دون 18؟ إذن من فضلك من دون أي صورة للشاشة: يكفي أن نكتب الاسم والرقم والرابط والوقت.
