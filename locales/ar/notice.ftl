# The notice that staffing ends, in Arabic.

notice-day = { $weekday } { $day }
notice-last-day = يوم { $day } هو آخر يوم عمل لنا هنا.
notice-stay = يبقى سكنك هنا كما هو.
notice-money = المال: يُرجى الاتصال بـ { $who }، {"\u2066"}{ $phone }{"\u2069"}.
notice-flat = الشقة: يُرجى الاتصال بـ { $who }، {"\u2066"}{ $phone }{"\u2069"}.
notice-health = الصحة: يُرجى الاتصال بـ { $who }، {"\u2066"}{ $phone }{"\u2069"}.
notice-farewell = لقاء وداع: { $when }، { $place }.
notice-farewell-somewhere = لقاء وداع: { $when }.
notice-colleague-leaves = يوم { $day } هو آخر يوم عمل هنا: { $who }.
