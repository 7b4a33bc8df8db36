# The words on the week plan for the wall; the weekdays are in resident.ftl.

plan-title = Week plan
plan-week = Week
plan-some-day = The day is not decided
plan-confirmed = Confirmed
plan-weather-reserve = Weather permitting
plan-postponed = Postponed
plan-cancelled = Cancelled
plan-idea = Maybe
