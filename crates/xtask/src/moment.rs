//! When and where the devices of an end-to-end test are.

use std::fmt;

use anyhow::{Context, Result};
use chrono::DateTime;

/// The time zone of the buildings.
pub const HERE: &str = "Europe/Oslo";
/// How a moment is written: with its offset, so that both 02.30s of an autumn night can be meant.
const FORMAT: &str = "%Y-%m-%dT%H:%M%:z";
/// A Wednesday morning on which nothing is special.
const ORDINARY: &str = "2026-03-18T10:00+01:00";
/// A Saturday evening on a device far west, and the second 02.30 of an autumn night.
const ODD: [(&str, &str); 2] =
    [("2026-11-28T19:34+01:00", "Pacific/Honolulu"), ("2026-10-25T02:30+01:00", HERE)];

/// A moment and the devices' time zone.
#[derive(Clone)]
pub struct Moment {
    at: String,
    zone: String,
}

impl Default for Moment {
    fn default() -> Self {
        Self { at: ORDINARY.to_owned(), zone: HERE.to_owned() }
    }
}

impl Moment {
    /// A moment such as `2026-11-28T19:34+01:00`, on devices in Oslo.
    pub fn parse(text: &str) -> Result<Self> {
        DateTime::parse_from_str(text, FORMAT)
            .with_context(|| format!("write it as {ORDINARY}, with the offset"))?;
        Ok(Self { at: text.to_owned(), ..Self::default() })
    }

    /// The same moment on devices in another time zone.
    pub fn in_zone(self, zone: &str) -> Self {
        Self { zone: zone.to_owned(), ..self }
    }

    /// How the end-to-end tests are told.
    pub fn variables(&self) -> [(&str, &str); 2] {
        [("BOMILJO_AT", &self.at), ("BOMILJO_TZ", &self.zone)]
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} in {}", self.at, self.zone)
    }
}

/// The moments at which a few tests are run each time.
pub fn odd() -> [Moment; 2] {
    ODD.map(|(at, zone)| Moment { at: at.to_owned(), zone: zone.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_has_its_offset() {
        for known in [ORDINARY, ODD[0].0, ODD[1].0] {
            assert!(Moment::parse(known).is_ok(), "{known}");
        }
        for unclear in ["2026-10-25T02:30", "2026-10-25", "tomorrow"] {
            assert!(Moment::parse(unclear).is_err(), "{unclear}");
        }
    }
}
