# What the resident reads, in English.
# `reviewed` is the name of the native speaker who has checked the texts, and the date; `no` until then.

self-name = English
reviewed = no

slip-heading = Appointment
slip-when = When
slip-where = Where
slip-with = With
slip-escort = Who comes with you
slip-no-escort = Nobody comes with you.
slip-interpreter = An interpreter is booked.
slip-meet = We meet
slip-meet-office = We meet at the office.
slip-meet-office-at = We meet at the office at { $time }.
slip-questions = Questions? Ask us at the office.
slip-at = { $weekday } { $day } at { $time }

weekday =
    .mon = Monday
    .tue = Tuesday
    .wed = Wednesday
    .thu = Thursday
    .fri = Friday
    .sat = Saturday
    .sun = Sunday

purpose-doctor = Doctor’s appointment
purpose-dentist = Dentist’s appointment
purpose-clinic = Family health clinic (helsestasjon)
purpose-hospital = Hospital
purpose-bank = The bank
purpose-nav = Meeting with Nav
purpose-school = Meeting at the school
purpose-kindergarten = Meeting at the kindergarten
purpose-viewing = Viewing of a home
purpose-police = The police
purpose-udi = Meeting with UDI
purpose-shopping = Shopping trip
