# What the resident reads, in Ukrainian.
# `reviewed` is the name of the native speaker who has checked the texts, and the date; `no` until then.

self-name = Українська
reviewed = no

slip-heading = Зустріч
slip-when = Коли
slip-where = Де
slip-with = У кого
slip-escort = Хто йде з вами
slip-no-escort = З вами ніхто не йде.
slip-interpreter = Перекладача замовлено.
slip-meet = Ми зустрічаємося
slip-meet-office = Ми зустрічаємося в офісі.
slip-meet-office-at = Ми зустрічаємося в офісі. Час: { $time }.
slip-questions = Маєте запитання? Запитайте нас в офісі.
slip-at = { $weekday }, { $day }, { $time }

weekday =
    .mon = понеділок
    .tue = вівторок
    .wed = середа
    .thu = четвер
    .fri = п’ятниця
    .sat = субота
    .sun = неділя

purpose-doctor = Прийом у лікаря
purpose-dentist = Прийом у стоматолога
purpose-clinic = Дитяча консультація (helsestasjon)
purpose-hospital = Візит до лікарні
purpose-bank = Візит до банку
purpose-nav = Зустріч у Nav
purpose-school = Зустріч у школі
purpose-kindergarten = Зустріч у дитячому садку
purpose-viewing = Перегляд житла
purpose-police = Візит до поліції
purpose-udi = Зустріч в UDI
purpose-shopping = Похід за покупками
