//! What is shared with files and paper says its texts here, in the language of the interface.

use chrono::NaiveDate;
use texts::speak::Speak;

use crate::kit::format;
use crate::kit::text::{label, tv};

/// The page, in the language of the interface.
pub struct Page;

impl Speak for Page {
    fn text(&self, id: &str, values: &[(&str, &str)]) -> String {
        tv(id, values)
    }

    fn label(&self, list: &str, value: &str) -> String {
        label(list, value)
    }

    fn date(&self, day: NaiveDate) -> String {
        format::date(&day.to_string())
    }
}
