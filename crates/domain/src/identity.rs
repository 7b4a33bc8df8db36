//! National identity numbers. They are not needed to help a resident and are never stored.

/// Whether a text holds a Norwegian fødselsnummer or D-number: eleven digits whose
/// last two check out (forskrift til folkeregisterloven § 2-2-1).
pub fn has_identity_number(text: &str) -> bool {
    let unspaced: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    unspaced
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| run.len() == 11)
        .any(|run| checks_out(&run.bytes().map(|b| u32::from(b - b'0')).collect::<Vec<_>>()))
}

fn checks_out(digits: &[u32]) -> bool {
    const FIRST: [u32; 10] = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
    const SECOND: [u32; 11] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
    let sum = |weights: &[u32]| weights.iter().zip(digits).map(|(w, d)| w * d).sum::<u32>();
    sum(&FIRST).is_multiple_of(11) && sum(&SECOND).is_multiple_of(11)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_number_is_recognised_and_a_phone_number_is_not() {
        assert!(has_identity_number("fnr 010190 00083 i brevet"));
        assert!(!has_identity_number("ring 00012345 eller +47 000 54 321"));
        assert!(!has_identity_number("saksnummer 12345678901"));
    }
}
