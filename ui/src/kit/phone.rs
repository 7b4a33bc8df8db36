//! Phone numbers as links.

/// The address that dials a number.
pub fn tel(number: &str) -> String {
    let dialled = number.chars().filter(|it| it.is_ascii_digit() || *it == '+');
    format!("tel:{}", dialled.collect::<String>())
}
