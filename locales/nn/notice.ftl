# Beskjeden om at dei tilsette sluttar, på nynorsk.

notice-day = { $weekday } { $day }
notice-last-day = { $day } er den siste dagen vi jobbar her.
notice-stay = Du blir buande her.
notice-money = Pengar: Ring { $who }, { $phone }.
notice-flat = Leilegheita: Ring { $who }, { $phone }.
notice-health = Helse: Ring { $who }, { $phone }.
notice-farewell = Kom og sei ha det! { $when }, { $place }.
notice-farewell-somewhere = Kom og sei ha det! { $when }.
notice-colleague-leaves = { $day } er den siste dagen { $who } jobbar her.
