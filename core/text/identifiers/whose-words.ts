/** Who somebody is that a number or name belongs to, where it is neither the blackmailer nor the person. */
export const PARTIES = ['operator', 'bank', 'office', 'support', 'famous', 'helper'] as const
export type Party = (typeof PARTIES)[number]

/**
 * What a word says of a number or name in its clause. `theirs`: of who blackmails; `feigns`: that
 * they only call themselves so; `mine`: the person's own; `reach`: asks to be written to or rung
 * there; `said`: somebody else is quoted; `acted`: the person did something, and a clause begins;
 * `which`: joins a clause to the noun before it; `account`: makes a bank a place where an account
 * is.
 */
export type Cue = Party | 'theirs' | 'feigns' | 'mine' | 'reach' | 'said' | 'acted' | 'which' | 'account'

/**
 * Words as people in Iraq write them, in Arabic, Sorani, English, Arabic and Kurdish in Latin
 * letters. Several words of one sign with an underscore; a star at the end stands for any ending.
 * Language, not text of the product, hence not in a locale.
 */
export const CUES: Readonly<Record<Cue, string>> = {
  operator: `
    زبائن زبون المشتركين مشتركين العملاء خدمة_عملاء شركة_الاتصال* شركة_اتصال* شركة_الموبايل شركة_الخط
    شركة_الخطوط شركة_الشبكة شركة_النت شركة_الانترنت
    شركة_زين شركة_اسيا* خدمة_زين اسياسيل اسيا_سيل كورك شركة_كورك زين_العراق مزود_الخدمة الكول_سنتر كول_سنتر
    مركز_الاتصال مركز_الاتصالات خدمة_الخط
    الرقم_المجاني رقم_مجاني مشغل_الشبكة خدمة_الشبكة
    کڕیار* کڕیاران خزمەتگوزاری خزمەتگوزاریی خزمەتگوزاریەکە* خزمەتگوزارییەکە* کۆمپانیای_پەیوەندی*
    کۆمپانیای_مۆبایل* کۆمپانیاکە کۆمپانیای_هێڵ*
    ئاسیاسێل ئاسیا_سێل کۆڕەک زەین_ئێراق هێڵی_گەرم هێڵی_بێبەرامبەر بەشداربوو* سێنتەری_پەیوەندی*
    customer_service customer_services customer_care customer_support customer_line client_service call_center
    call_centre callcenter operator
    operators operator_s hotline hot_line helpline help_line service_line service_number info_line toll_free
    phone_company telephone_company
    mobile_company network_company telecom* network_provider service_provider provider carrier asiacell
    asia_cell korek zain_iraq
    khidmat_el_zaba* khidmat_zaba* khedmat_el_zaba* khidmet_el_zaba* khidmat_al_zaba* 5idmat_el_zaba* zaba2en
    zaba2in zabayen zaba2n zabaen zubana2
    5admat_zaba* sharikat_el_* sharikat_al_* sharikat_itt* shariket_el_* shrkt_el_* sharekat_el_*
    khidmat_el_3omala* khidmat_el_mushtarikeen
    xizmetguzari* khizmatguzari* xizmatguzari* kompanyay_peywendi* kompaniay_paywandi* kompanyaka kompaniaka
    heli_germ heli_garm
  `,
  bank: `
    مصرف مصرفنا مصرفي المصارف بنك بنكي_ البنوك بنكنا الرافدين مصرف_الرافدين الرشيد موظف_المصرف موظفة_المصرف
    خدمة_المصرف
    بانک بانکەکە* بانکی بانکە بانکم بانکێک* بانکەکەم* ڕافیدەین ڕافدێن
    bank banks bank_s banking rafidain rafidayn
    masraf masrif el_masraf el_bank bank_el* al_bank al_masraf bnk
    banka bankeke bankaka banqa bankekem bankakam
  `,
  office: `
    صيرفه صيرفات صراف صرافه صرافين صيرفي مكتب مكاتب محل_تحويل* محل_حوالات محل_الحوالات مكتب_حوالات محل_موبايل*
    وكيل_زين وكيل_الحوالات وكالة_الحوالات
    مندوب_التحويل كشك_التحويل
    نووسینگە* نوسینگە* نووسینگەی سەراف* سەڕاف* ئۆفیس ئۆفیسی ئۆفیسەکە* دووکانی_گۆڕینەوە* ئاڵوگۆڕی_دراو*
    exchange exchange_office exchange_shop money_changer money_exchange moneychanger transfer_office
    transfer_shop hawala_office hawala_shop office
    remittance* money_shop cashier agent_shop sarraf sarrafa
    maktab maktab_el* mktb sayrafa sairafa serafa sayrafe seirafa sarafa el_sarraf saraf
    nusinga* nusinge* nuseinga* nwsinga* serafi* sarafi* sarraf* ofis*
  `,
  support: `
    دعم الدعم_الفني فريق_الدعم دعم_فني خدمة_الدعم مركز_المساعدة مساعدة_الفيس* ادارة_الانستا* ادارة_الفيس*
    ادارة_التطبيق شرطه الشرطه شرطة_المجتمعية
    الجرائم_الالكترونية جرائم_الكترونية مركز_الشرطة الامن_الوطني الخط_الساخن خط_ساخن خط_الشكاوى منظمه المنظمة
    جمعيه
    پشتگیری پشتگیریی پشتگیریم پشتیوانی* تیمی_پشتگیری* تیمی_یارمەتی* پۆلیس پۆلیسی پۆلیسم تاوانی_ئەلیکترۆنی*
    هێڵی_یارمەتی* ڕێکخراو* ئاسایش
    support support_team helpdesk help_desk help_center help_centre tech_support technical_support police
    cybercrime cyber_crime hotline_of ngo
    report_line complaints_line
    da3m el_da3m al_da3m eldaam eldam el_daem da3am shurta el_shurta shorta el_shorta markaz_el_*
    pshtgiri* pshtgeri* pishtgiri* pishtgeri* pshtiwani* polis poliz asayish rekxraw* rekkhraw*
  `,
  famous: `
    مشهور مشهوره مشاهير المشاهير فنان فنانه مطرب مطربه ممثل ممثله لاعب لاعب_كرة بلوكر بلوكره بلوجر بلوغر
    انفلونسر يوتيوبر تيكتوكر اعلامي مذيعه مذيع
    يتابع متابع نتابعه اتابعه يتابعها شخصية_معروفة صفحة_معروفة
    ئەستێرە* گۆرانیبێژ* هونەرمەند* ناودار* بەناوبانگ* ئەکتەر* یاریزان* فۆڵۆی فۆلۆی فۆڵۆ فۆلۆ بلۆگەر*
    ئینفلوێنسەر*
    celebrity celebrities celeb famous singer actor actress influencer footballer blogger youtuber tiktoker
    model fan_page fanpage fan_of idol
    follows following
    mashhoor* mashhur* mash7oor* mshhor* mashhor* fannan* fanan* yitabi3 ytabi3 yetabe3 ytab3 mutrib*
    momathil* bloger* blogar*
    estere* astera* estera* gorani_bej* goranibej* hunermend* hunarmand* nawdar* navdar* benawbang* banawbang*
  `,
  helper: `
    محامي محاميه محاميتي محاميتنا محامينا ساعدني ساعدتني ساعدوني يساعدني تساعدني يساعدوني فزعلي فزعتلي
    وكف_وياي وكفت_وياي وقف_معي وقفت_معي ناشط ناشطه
    متطوع متطوعه مرشده باحثه_اجتماعية طبيبي دكتوري نصحني نصحتني
    پارێزەر* یارمەتی_دام یارمەتیدام یارمەتی_دەدات یارمەتیم_دەدات یارمەتیدەر* هاوکاری_کردم هاوکاریکردم هاوکاریم
    چالاکوان* خۆبەخش*
    lawyer lawyers attorney helped_me helped_us helps_me helping_me is_helping counselor counsellor therapist
    activist volunteer advised_me
    mu7ami mu7amiya mo7ami mo7amiya muhami muhamiya mohami m7ami sa3adni sa3adatni sa3detni sa3dni sa3dtni
    ysa3idni tsa3idni sa3adooni faza3li
    parezer* parezar* yarmati_dam yarmatidam yarmetidam yarmati_dada* hawkari_kirdim hawkarim
  `,
  theirs: `
    يهددني تهددني يهددها هددني هددتني يبتزني تبتزني ابتزني يبتزها مبتز المبتز نصاب هكر الهكر محتال يراسلني
    تراسلني راسلني راسلتني يدزلي دزلي دزتلي دزتلنا
    يريد يريدني تريد يبي يطلب طلب_مني يطالبني يطلبون محفظته محفظتها كارته بطاقته ايميله ايميلها حسابه حسابها
    صفحته صفحتها قناته يوزره يوزرها هذا_مالته
    هذي_مالته مالته مالتها يتصل_علي يتصلي يخابرني دق_علي احول_على احوله حول_له احولله ادفع_على ادفعله كروبه
    خطه جهازه يكتبلي كتبلي ضافني ياخذ_فلوس
    هەڕەشە هەڕەشەم هەڕەشەی هەڕەشەکەر* هەڕەشەکار* دەنووسێت دەنوسێت نووسیویەتی داوا داوای دەیەوێت دەوێت بنێرم
    بینێرم بۆی_بنێرم ناردم ناردی ناردووم هاکەر* باجگر*
    هەژمارەکەی ئەکاونتەکەی پەیجەکەی یوزەرەکەی جزدانەکەی والێتەکەی ژمارەکەی پەیوەندیم_پێوە_دەکات
    پەیوەندیم_پێوەدەکات زەنگم_بۆ_لێدەدات تەلەفۆنم_بۆ_دەکات
    he she they hes shes he_s she_s blackmailer blackmails blackmailing blackmailed scammer scammed hacker
    extortionist extorts threatens threatened
    threatening threat pay_to send_to transfer_to wants_me writes_me texts_me calls_me messages_me messaged_me
    texted_me called_me wrote_to_me sent_me sends_me
    added_me his_account her_account their_account his_wallet
    yhaddidni mhaddedni yhadidni mhadidni yhddni yebtazni ybtazni yabtazni ibtazni yrasilni yraselni yrasilny
    yrasleni rasalni yreed yrid yred yreedni a7awil a7awel
    ahawel a7wl dazli dazzli dazli_ yidizli ydizli 7saba 7sabo hsabo 7sabha ma7fadhta ma7fathta mahfadta malta
    maltah ytlub yotlob yitlub nassab hakar el_haker
    yitasil_3alaya yettasil_bya
    hereshe* harasha* hereshem harashay dawa_daka* dawam_le_daka* dawa_deka* dewe* daxwazi* bnerm binerm
    naardi nardi nardim bnerim denusit dan8sit hejmarekey hazhmarakay
    hazhmarekey jmaraka*
  `,
  feigns: `
    ينتحل منتحل يدعي يدعون ادعى مسوي_نفسه مسوية_نفسها كال_انه_من كال_اني_من يكول_انه_من يكول_اني_من يكول_هو_من
    كايل_هو_من وهمي وهميه مزيف مزيفه نفسه_من باسم_الدعم باسم_البنك
    خۆی_وەک خۆی_بە خۆی_کردووە بەناوی ساختە ساختەیە ساختەکار* درۆزن*
    pretends pretending pretended claims claiming claimed impersonat* fake poses posing posed says_he_is
    says_he_s says_she_is said_he_is said_he_was
    calls_himself calls_herself so_called
    yeddi3i yid3i yentahil muzayaf muzayyaf wahmi 7isab_wahmi kal_ana_min yigool_ana_min
    xoy_wek khoy_wak sakhta* saxte*
  `,
  mine: `
    رقم_جهازي رقم_موبايلي رقم_تلفوني رقم_واتسابي واتسابي تليكرامي سنابي انستاي فيسي ايميلي_هو اني_على انا_على
    اني_بالواتساب اني_صاحب انا_صاحب هذا_الي
    هذا_مالي هاي_مالتي مالتي اكتبلكم_من ادزلكم_من اتصل_عليكم_من اراسلكم_من خط_مالتي شريحة_مالتي
    خۆمە خۆمم هی_خۆمە هی_منە هی_خۆم ئەمە_منم منم واتسابەکەم وەتسئەپەکەم تێلەگرامەکەم تێلێگرامەکەم ئینستاکەم
    سناپەکەم مۆبایلەکەی_خۆم لەم_ژمارەیەم لێرەم
    im_on i_m_on i_am_on this_is_me thats_me that_s_me its_me_on belongs_to_me i_use i_own my_line my_sim
    my_cell my_mobile my_handset i_write_from i_am_writing_from i_m_writing_from my_own
    ani_3ala ana_3ala raqm_mali raqam_mali el_raqm_mali malti maaltii hatha_mali hatha_raqmi hada_raqmi
    ra8m_mali whatsapi watsapi telegrami snapi
    hejmari_min hazhmari_min hezhmari_min jmaray_min jmarey_min zhmaray_min zhmarey_min nimray_min hi_xoma
    hi_xome hi_khoma jmarakam jmarekem jimarakam jimarekem zhmarakam zhmarekem jmaray_xom jmarey_xom
    zhmaray_khom mobaylakam mobaylekem emailakam
  `,
  reach: `
    اتصلوا_بي اتصلوا_علي اتصلوا_بيه اتصلو_علي اتصلو_بيه اتصلي_بيه_على تتصلون_بيه تتصلون_علي اذا_تتصلون
    تتصلون_بي خابروني دكولي
    دكولي_على دكوا_علي دكو_علي كلموني كلميني راسلوني راسليني اكتبولي اكتبلي_على تواصلوا_معي تواصلو_معي
    تواصلوا_وياي تواصلو_وياي تواصلي تحصلوني تلكوني
    تلكيني توصلولي للتواصل_معي للتواصل_وياي التواصل_معي التواصل_وياي ردوا_علي ردولي دزولي_على
    پەیوەندیم_پێوە_بکەن پەیوەندیم_پێوە_بکە پەیوەندیم_پێوەبکەن پەیوەندیم_پێوەبکە پەیوەندیم_لەگەڵ_بکەن
    زەنگم_بۆ_لێبدەن زەنگم_بۆ_لێ_بدەن زەنگم_لێبدەن تەلەفۆنم_بۆ_بکەن تەلەفۆنم_بکەن
    بۆم_بنووسن بۆم_بنوسن نامەم_بۆ_بنێرن دەتوانن_لە دەمدۆزنەوە وەڵامم_بدەنەوە
    call_me ring_me phone_me text_me reach_me contact_me message_me write_me write_to_me_at write_to_me_on
    write_me_at find_me get_me_on reachable
    answer_me_on reply_to_me available_on
    ittaslu_bya ittaslo_3alaya etaslo_3alaya itaslo_bya et9lo_3alay etslo_bya kalmooni kalmoni kallimooni
    rasloni rasilooni diggooli diguli digoli khabrooni 5abroni
    twasalo_wyaya tawaslo_ma3i twaslo_wyay al3unwan_mali
    peywendim_pewe_bken paywandim_pewa_bkan paywandim_pewe_bkan telefonim_bo_bken telefonm_bo_bkan
    zangim_bo_leden zengim_le_bden
  `,
  said: `
    كال كالي كاللي كالت يكول تكول يكولي قال قالي قالت گوتی گووتی وتی دەڵێت دەڵێ گوتی said says told tells
    wrote asked asks ordered orders threatens
    kal kalli gal galli gali yigool ygool ygul ykul goti wti dale dalet
  `,
  acted: `
    اتصلت خابرت دكيت راسلت كلمت حاجيت بلغت اشتكيت حولت دفعت دزيت رحت سالت استفسرت حجيت واصلت تواصلت اكتبت كتبت
    اشتريت
    پەیوەندیم نووسیم نوسیم تەلەفۆنم زەنگم چووم پرسیم سکاڵام پارەم داومە
    i_called i_phoned i_rang i_wrote i_contacted i_messaged i_texted i_asked i_paid i_went i_reported
    i_complained i_spoke i_talked i_emailed we_called
    we_contacted i_got_help
    ittasalt itasalt ttasalt etasalt it9alt khabart 5abart rasalt rasalet raselt kalamt kallamt 7achet
    ballaght balaght 7awalet 7awalt 7awwalt dafa3t dfa3t
    dagget dagit re7et ra7et sa2alt
    peywendim paywandim nusim nuseem telefonim telefonm zengim zangim chum chuum pirsim parem param
  `,
  which: 'اللي الي الذي التي اللذي which that who where کە illi ely elly ke ka',
  account:
    'حساب حسابه حسابها حسابي account acc accounts transfer iban ايبان حيساب هەژمار هەژماری هەژمارەکەی 7sab 7isab hsab hisab card',
}
