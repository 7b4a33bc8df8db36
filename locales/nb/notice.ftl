# Beskjeden om at de ansatte slutter, på bokmål.

notice-day = { $weekday } { $day }
notice-last-day = { $day } er den siste dagen vi jobber her.
notice-stay = Du blir boende her.
notice-money = Penger: Ring { $who }, { $phone }.
notice-flat = Leiligheten: Ring { $who }, { $phone }.
notice-health = Helse: Ring { $who }, { $phone }.
notice-farewell = Kom og si ha det! { $when }, { $place }.
notice-farewell-somewhere = Kom og si ha det! { $when }.
notice-colleague-leaves = { $day } er den siste dagen { $who } jobber her.
