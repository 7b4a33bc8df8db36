# The notice that staffing ends, in Dari.

notice-day = { $weekday }، { $day }
notice-last-day = روز { $day }، آخرین روز کار ما در اینجا است.
notice-stay = شما در همین خانه می‌مانید.
notice-money = پول: به { $who } ({"\u2066"}{ $phone }{"\u2069"}) زنگ بزنید.
notice-flat = آپارتمان: به { $who } ({"\u2066"}{ $phone }{"\u2069"}) زنگ بزنید.
notice-health = صحت: به { $who } ({"\u2066"}{ $phone }{"\u2069"}) زنگ بزنید.
notice-farewell = خداحافظی: { $when }، { $place }.
notice-farewell-somewhere = خداحافظی: { $when }.
notice-colleague-leaves = روز { $day }، آخرین روز کار در اینجا: { $who }.
