# The notice that staffing ends, in English.

notice-day = { $weekday } { $day }
notice-last-day = { $day } is our last working day here.
notice-stay = You stay in your home.
notice-money = Money: Call { $who }, { $phone }.
notice-flat = The apartment: Call { $who }, { $phone }.
notice-health = Health: Call { $who }, { $phone }.
notice-farewell = Come and say goodbye! { $when }, { $place }.
notice-farewell-somewhere = Come and say goodbye! { $when }.
notice-colleague-leaves = { $day } is { $who }’s last working day here.
