# The notice that staffing ends, in Russian.

notice-day = { $weekday }, { $day }
notice-last-day = { $day }, – наш последний рабочий день здесь.
notice-stay = Вы остаётесь жить здесь.
notice-money = По вопросам денег звоните: { $who }, { $phone }.
notice-flat = По вопросам квартиры звоните: { $who }, { $phone }.
notice-health = По вопросам здоровья звоните: { $who }, { $phone }.
notice-farewell = Приходите попрощаться! { $when }, { $place }.
notice-farewell-somewhere = Приходите попрощаться! { $when }.
notice-colleague-leaves = { $day }, – последний рабочий день здесь: { $who }.
