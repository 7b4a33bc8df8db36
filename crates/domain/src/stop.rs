//! What a program says of itself when a panic stops it: enough to find the line, and nothing that a
//! user typed.

use std::panic::PanicHookInfo;

/// The version, the line and, if it is a fixed text, the message. A message that was put together may
/// hold a resident's name, so it is left out.
pub fn report(program: &str, panic: &PanicHookInfo) -> String {
    let at = panic.location().map_or_else(|| "?".to_owned(), ToString::to_string);
    let said = panic.payload().downcast_ref::<&'static str>().copied();
    let said = said.unwrap_or("(a message that may hold personal data)");
    format!("Bomiljø {} ({program})\n{at}\n{said}", env!("CARGO_PKG_VERSION"))
}

#[cfg(test)]
mod tests {
    use std::panic;
    use std::sync::{Arc, Mutex};

    use super::*;

    /// The report of a panic, by the hook of the test alone.
    fn reported(broken: impl FnOnce() + panic::UnwindSafe) -> String {
        let said = Arc::new(Mutex::new(String::new()));
        let heard = Arc::clone(&said);
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |it| *heard.lock().unwrap() = report("test", it)));
        let _ = panic::catch_unwind(broken);
        panic::set_hook(before);
        said.lock().unwrap().clone()
    }

    #[test]
    fn a_report_names_the_line_and_no_person() {
        let fixed = reported(|| panic!("no texts"));
        assert!(fixed.contains("stop.rs:") && fixed.ends_with("no texts"), "{fixed}");
        let name = "Oksana Kovalenko";
        let put_together = reported(move || panic!("{name} has no door"));
        assert!(put_together.contains("stop.rs:") && !put_together.contains(name));
    }
}
