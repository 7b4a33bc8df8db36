# The words on the week plan, in Tigrinya; the weekdays are in resident.ftl.

plan-title = መደብ ሰሙን
plan-week = ሰሙን
plan-some-day = መዓልቱ ገና ኣይተወሰነን
plan-confirmed = ተረጋጊጹ
plan-weather-reserve = ኩነታት ኣየር እንተ ፈቒዱ
plan-postponed = ንኻልእ ግዜ ተሰጋጊሩ
plan-cancelled = ተሰሪዙ
plan-idea = ምናልባት
