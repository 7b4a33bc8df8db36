# What the resident reads, in Arabic.
# `reviewed` is the name of the native speaker who has checked the texts, and the date; `no` until then.

self-name = العربية
reviewed = no

slip-heading = موعد
slip-when = متى
slip-where = أين
slip-with = عند
slip-escort = من يرافقك
slip-no-escort = لن يرافقك أحد.
slip-interpreter = تم حجز مترجم.
slip-meet = نلتقي
slip-meet-office = سنلتقي في المكتب.
slip-meet-office-at = سنلتقي في المكتب الساعة { $time }.
slip-questions = هل لديك أسئلة؟ اسألنا في المكتب.
slip-at = { $weekday } { $day }، الساعة { $time }

weekday =
    .mon = الاثنين
    .tue = الثلاثاء
    .wed = الأربعاء
    .thu = الخميس
    .fri = الجمعة
    .sat = السبت
    .sun = الأحد

purpose-doctor = موعد عند الطبيب
purpose-dentist = موعد عند طبيب الأسنان
purpose-clinic = موعد في مركز صحة الأسرة (helsestasjon)
purpose-hospital = موعد في المستشفى
purpose-bank = موعد في البنك
purpose-nav = موعد في Nav
purpose-school = موعد في المدرسة
purpose-kindergarten = موعد في الروضة
purpose-viewing = معاينة مسكن
purpose-police = موعد عند الشرطة
purpose-udi = موعد في UDI
purpose-shopping = الذهاب للتسوق
