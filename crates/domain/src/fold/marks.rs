//! Letters without their marks, by Unicode's compatibility decomposition without combining
//! characters.

/// Removes marks from letters, and replaces variants of a letter by one.
#[cfg(not(target_family = "wasm"))]
pub fn without(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    text.nfkd().filter(|c| !is_combining_mark(*c)).collect()
}

/// The same by the browser, which has Unicode's tables; they would be a download of 50 kB.
#[cfg(target_family = "wasm")]
pub fn without(text: &str) -> String {
    let marks = js_sys::RegExp::new(r"\p{M}", "gu");
    let decomposed = js_sys::JsString::from(text).normalize("NFKD");
    decomposed.replace_by_pattern(&marks, "").into()
}
