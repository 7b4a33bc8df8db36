# The words on the week plan, in Dari; the weekdays are in resident.ftl.

plan-title = پلان هفته
plan-week = هفته
plan-some-day = روز آن هنوز معلوم نیست
plan-confirmed = تأیید شده
plan-weather-reserve = اگر هوا مساعد باشد
plan-postponed = به تعویق افتاده
plan-cancelled = لغو شده
plan-idea = شاید
