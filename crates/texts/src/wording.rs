//! A site's own wording of a text.

/// The wording with its values filled in. Braces that name no value, or that are never closed, stay as they
/// were written.
pub fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, name, after)) = next_brace(rest) {
        filled.push_str(before);
        match values.iter().find(|it| it.0 == name) {
            Some((_, value)) => filled.push_str(value),
            None => filled.extend(["{", name, "}"]),
        }
        rest = after;
    }
    filled + rest
}

/// The text before the first closed pair of braces, in it, and after it.
fn next_brace(text: &str) -> Option<(&str, &str, &str)> {
    text.match_indices('}').find_map(|(at, _)| {
        let (before, name) = text.get(..at)?.rsplit_once('{')?;
        Some((before, name, text.get(at + 1..)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_brace_that_nothing_closes_swallows_nothing() {
        let time = [("time", "10.30")];
        assert_eq!(filled("Kl. {time, på kontoret", &time), "Kl. {time, på kontoret");
        assert_eq!(filled("{ Kl. {time} }, {tid}", &time), "{ Kl. 10.30 }, {tid}");
        assert_eq!(filled("} kl. {time", &time), "} kl. {time");
    }
}
