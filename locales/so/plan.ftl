# The words on the week plan, in Somali; the weekdays are in resident.ftl.

plan-title = Qorshaha toddobaadka
plan-week = Toddobaadka
plan-some-day = Maalinta weli lama go’aamin
plan-confirmed = La xaqiijiyay
plan-weather-reserve = Haddii cimiladu saamaxdo
plan-postponed = Dib ayaa loo dhigay
plan-cancelled = Waa la baajiyay
plan-idea = Waa laga yaabaa
