# The words on the week plan, in Arabic; the weekdays are in resident.ftl.

plan-title = خطة الأسبوع
plan-week = الأسبوع
plan-some-day = لم يُحدَّد اليوم بعد
plan-confirmed = مؤكَّد
plan-weather-reserve = إذا سمح الطقس
plan-postponed = مؤجَّل
plan-cancelled = ملغى
plan-idea = ربما
