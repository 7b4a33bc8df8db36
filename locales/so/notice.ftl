# The notice that staffing ends, in Somali.

notice-day = { $weekday }, { $day }
notice-last-day = { $day } waa maalinta ugu dambaysa ee aan halkan ka shaqayno.
notice-stay = Halkan ayaad ku sii noolaanaysaa.
notice-money = Lacagta: Wac { $who }, { $phone }.
notice-flat = Guriga: Wac { $who }, { $phone }.
notice-health = Caafimaadka: Wac { $who }, { $phone }.
notice-farewell = Sagootin: { $when }, { $place }.
notice-farewell-somewhere = Sagootin: { $when }.
notice-colleague-leaves = { $day } waa maalinta ugu dambaysa ee { $who } halkan ka shaqayso ama ka shaqeeyo.
