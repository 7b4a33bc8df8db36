# The words on the week plan, in Russian; the weekdays are in resident.ftl.

plan-title = План на неделю
plan-week = Неделя
plan-some-day = День ещё не определён
plan-confirmed = Подтверждено
plan-weather-reserve = Если позволит погода
plan-postponed = Отложено
plan-cancelled = Отменено
plan-idea = Возможно
