# The notice that staffing ends, in Ukrainian.

notice-day = { $weekday }, { $day }
notice-last-day = { $day }, – наш останній робочий день тут.
notice-stay = Ви залишаєтеся тут жити.
notice-money = З питань грошей телефонуйте: { $who }, { $phone }.
notice-flat = З питань квартири телефонуйте: { $who }, { $phone }.
notice-health = З питань здоров’я телефонуйте: { $who }, { $phone }.
notice-farewell = Приходьте попрощатися! { $when }, { $place }.
notice-farewell-somewhere = Приходьте попрощатися! { $when }.
notice-colleague-leaves = { $day }, – останній робочий день тут: { $who }.
