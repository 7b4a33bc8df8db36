//! The clock offset of tests. Release builds ignore it.

/// The environment variable with a native program's clock offset, in signed milliseconds.
pub const VARIABLE: &str = "BOMILJO_CLOCK_OFFSET_MS";

/// The milliseconds to add to the machine's clock: the requested ones in a debug build, otherwise
/// none.
pub fn heeded(asked: Option<i64>) -> i64 {
    heeded_by(cfg!(debug_assertions), asked)
}

/// The variable's value, if it is a number.
pub fn read(said: &str) -> Option<i64> {
    said.trim().parse().ok()
}

fn heeded_by(debug: bool, asked: Option<i64>) -> i64 {
    asked.filter(|_| debug).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_debug_build_takes_its_time_from_a_test_and_a_release_build_does_not() {
        assert_eq!(heeded_by(true, Some(-86_400_000)), -86_400_000);
        assert_eq!(heeded_by(false, Some(-86_400_000)), 0);
        assert_eq!(heeded_by(true, None), 0);
    }

    #[test]
    fn what_is_no_number_moves_nothing() {
        assert_eq!(read(" -3600000\n"), Some(-3_600_000));
        assert_eq!(read("tomorrow"), None);
    }
}
