# The notice that staffing ends, in Tigrinya.

notice-day = { $weekday } { $day }
notice-last-day = { $day } ኣብዚ ናይ መወዳእታ መዓልቲ ስራሕና እያ።
notice-stay = ንስኹም ኣብዚ ምንባር ክትቅጽሉ ኢኹም።
notice-money = ገንዘብ፦ ናብ { $who } ደውሉ፣ { $phone }።
notice-flat = ኣፓርታማ፦ ናብ { $who } ደውሉ፣ { $phone }።
notice-health = ጥዕና፦ ናብ { $who } ደውሉ፣ { $phone }።
notice-farewell = መፋነዊ፦ { $when }፣ { $place }።
notice-farewell-somewhere = መፋነዊ፦ { $when }።
notice-colleague-leaves = { $day } ኣብዚ ናይ መወዳእታ መዓልቲ ስራሕ እያ፦ { $who }።
