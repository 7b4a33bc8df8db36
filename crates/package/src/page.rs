//! The HTML file. Its policy allows its own script and style, by their hashes, and nothing else: nothing is
//! fetched and nothing is sent.

use domain::Fault;
use domain::fault::Result;

const PAGE: &str = include_str!(concat!(env!("OUT_DIR"), "/page.html"));
/// Where the ciphertext goes.
const PLACE: &str = "__PACKAGE__";
/// Where it says which language it begins in.
const LANGUAGE: &str = "<html lang=\"nb\">";
/// The languages that it can say everything in.
pub const LANGUAGES: [&str; 3] = ["nb", "nn", "en"];

/// The page around a ciphertext. It begins in the team's language.
///
/// Fails where this program was built without the page.
pub fn with(sealed: &str, locale: &str) -> Result<String> {
    if PAGE.is_empty() {
        return Err(Fault::Storage { detail: "built without the page: cargo xtask ui".into() });
    }
    let page = PAGE.replacen(LANGUAGE, &format!("<html lang=\"{locale}\">"), 1);
    Ok(page.replacen(PLACE, sealed, 1))
}
