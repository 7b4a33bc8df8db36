//! Amounts of money as people write them. They are stored in øre.

/// An amount of money in øre: `1250`, `1 250,50`, `1250.50`, `kr 1.250,-`.
pub fn read(text: &str) -> Option<i64> {
    let text = text.trim().to_lowercase();
    let text = text.strip_prefix("nok").or(text.strip_prefix("kr")).unwrap_or(&text);
    let text = text.strip_suffix("kr").or(text.strip_suffix(",-")).unwrap_or(text);
    let plain: String = text.chars().filter(|it| !it.is_whitespace()).collect();
    // The last of two or fewer digits after a sign are øre; any other sign is between thousands.
    let cut = plain.rfind([',', '.']).filter(|at| (1..=2).contains(&(plain.len() - at - 1)));
    let (kroner, ore) = cut.map_or((plain.as_str(), ""), |at| (&plain[..at], &plain[at + 1..]));
    let groups: Vec<&str> = kroner.split([',', '.']).collect();
    let first = groups.first().is_some_and(|it| (1..=3).contains(&it.len()) && *it != "0");
    let grouped = groups.len() == 1 || first && groups.iter().skip(1).all(|it| it.len() == 3);
    let digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    let sound = grouped && !kroner.is_empty() && digits(&groups.concat()) && digits(ore);
    let ore = format!("{ore:0<2}").parse::<i64>().ok().filter(|_| sound)?;
    groups.concat().parse::<i64>().ok()?.checked_mul(100)?.checked_add(ore)
}

/// An amount as it is written so that it is read as it was: `1250,50`.
pub fn write(ore: i64) -> String {
    format!("{},{:02}", ore / 100, ore % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_as_people_write_it() {
        for (text, ore) in [
            ("1250", 125_000),
            ("1 250,50", 125_050),
            ("1.250,5", 125_050),
            ("1,250.50", 125_050),
            ("kr 1250,-", 125_000),
            ("NOK 3 000 000", 300_000_000),
            ("0,05", 5),
        ] {
            assert_eq!(read(text), Some(ore), "{text}");
        }
        for text in [
            "",
            "gratis",
            "-5",
            "12,3456",
            "1,2,3",
            ",50",
            "1.25.50",
            "8333.333",
            "0.125",
            "99999999999999999999",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn an_amount_is_read_as_it_was_written() {
        for ore in [0, 5, 99, 100, 125_050, 100_000_000_000] {
            assert_eq!(read(&write(ore)), Some(ore));
        }
    }
}
