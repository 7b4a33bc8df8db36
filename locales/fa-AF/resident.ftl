# What the resident reads, in Dari.
# `reviewed` is the name of the native speaker who has checked the texts, and the date; `no` until then.

self-name = دری
reviewed = no

slip-heading = وعده ملاقات
slip-when = چه وقت
slip-where = کجا
slip-with = نزد
slip-escort = چه کسی با شما می‌رود
slip-no-escort = کسی با شما نمی‌رود.
slip-interpreter = ترجمان درخواست شده است.
slip-meet = محل ملاقات ما
slip-meet-office = در دفتر همدیگر را می‌بینیم.
slip-meet-office-at = ساعت { $time } در دفتر همدیگر را می‌بینیم.
slip-questions = سوال دارید؟ در دفتر از ما بپرسید.
slip-at = { $weekday }، { $day }، ساعت { $time }

weekday =
    .mon = دوشنبه
    .tue = سه‌شنبه
    .wed = چهارشنبه
    .thu = پنجشنبه
    .fri = جمعه
    .sat = شنبه
    .sun = یکشنبه

purpose-doctor = وعده نزد داکتر
purpose-dentist = وعده نزد داکتر دندان
purpose-clinic = وعده در مرکز صحی خانواده (helsestasjon)
purpose-hospital = وعده در شفاخانه
purpose-bank = رفتن به بانک
purpose-nav = وعده در Nav
purpose-school = وعده در مکتب
purpose-kindergarten = وعده در کودکستان
purpose-viewing = دیدن خانه
purpose-police = رفتن نزد پولیس
purpose-udi = وعده در UDI
purpose-shopping = رفتن برای خرید
