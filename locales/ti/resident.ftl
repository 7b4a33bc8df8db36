# What the resident reads, in Tigrinya.
# `reviewed` is the name of the native speaker who has checked the texts, and the date; `no` until then.

self-name = ትግርኛ
reviewed = no

slip-heading = ቆጸራ
slip-when = መዓስ
slip-where = ኣበይ
slip-with = ምስ መን
slip-escort = ምሳኹም ዝኸይድ
slip-no-escort = ምሳኹም ዝኸይድ ሰብ የለን።
slip-interpreter = ኣስተርጓሚ ተኣዚዙ ኣሎ።
slip-meet = ንራኸበሉ ቦታ
slip-meet-office = ኣብ ቤት ጽሕፈት ክንራኸብ ኢና።
slip-meet-office-at = ኣብ ቤት ጽሕፈት ሰዓት { $time } ክንራኸብ ኢና።
slip-questions = ሕቶ እንተ ኣለኩም፣ ኣብ ቤት ጽሕፈት ሕተቱና።
slip-at = { $weekday } { $day }፣ ሰዓት { $time }

weekday =
    .mon = ሰኑይ
    .tue = ሰሉስ
    .wed = ረቡዕ
    .thu = ሓሙስ
    .fri = ዓርቢ
    .sat = ቀዳም
    .sun = ሰንበት

purpose-doctor = ቆጸራ ምስ ሓኪም
purpose-dentist = ቆጸራ ምስ ሓኪም ስኒ
purpose-clinic = ቆጸራ ኣብ ጣብያ ጥዕና (helsestasjon)
purpose-hospital = ቆጸራ ኣብ ሆስፒታል
purpose-bank = ቆጸራ ኣብ ባንክ
purpose-nav = ቆጸራ ኣብ Nav
purpose-school = ቆጸራ ኣብ ቤት ትምህርቲ
purpose-kindergarten = ቆጸራ ኣብ መውዓሊ ህጻናት
purpose-viewing = ገዛ ምርኣይ
purpose-police = ቆጸራ ምስ ፖሊስ
purpose-udi = ቆጸራ ኣብ UDI
purpose-shopping = ናብ ዕዳጋ ምኻድ
