# What the resident reads, in Russian.
# `reviewed` is the name of the native speaker who has checked the texts, and the date; `no` until then.

self-name = Русский
reviewed = no

slip-heading = Встреча
slip-when = Когда
slip-where = Где
slip-with = У кого
slip-escort = Кто идёт с вами
slip-no-escort = С вами никто не идёт.
slip-interpreter = Переводчик заказан.
slip-meet = Мы встречаемся
slip-meet-office = Мы встречаемся в офисе.
slip-meet-office-at = Мы встречаемся в офисе в { $time }.
slip-questions = Есть вопросы? Спросите нас в офисе.
slip-at = { $weekday }, { $day }, { $time }

weekday =
    .mon = понедельник
    .tue = вторник
    .wed = среда
    .thu = четверг
    .fri = пятница
    .sat = суббота
    .sun = воскресенье

purpose-doctor = Приём у врача
purpose-dentist = Приём у зубного врача
purpose-clinic = Детская консультация (helsestasjon)
purpose-hospital = Визит в больницу
purpose-bank = Визит в банк
purpose-nav = Встреча в Nav
purpose-school = Встреча в школе
purpose-kindergarten = Встреча в детском саду
purpose-viewing = Просмотр жилья
purpose-police = Визит в полицию
purpose-udi = Встреча в UDI
purpose-shopping = Поход за покупками
