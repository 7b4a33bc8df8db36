# The words on the week plan, in Ukrainian; the weekdays are in resident.ftl.

plan-title = План на тиждень
plan-week = Тиждень
plan-some-day = День ще не визначено
plan-confirmed = Підтверджено
plan-weather-reserve = Якщо дозволить погода
plan-postponed = Відкладено
plan-cancelled = Скасовано
plan-idea = Можливо
