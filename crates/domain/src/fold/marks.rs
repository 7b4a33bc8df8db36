//! Letters without their marks: Unicode's compatibility decomposition, less what combines.

/// Takes marks off letters, and lets letters of the same meaning be one.
#[cfg(not(target_family = "wasm"))]
pub fn without(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    text.nfkd().filter(|c| !is_combining_mark(*c)).collect()
}

/// The same by the browser, which has Unicode's tables: 50 kB that nobody need download.
#[cfg(target_family = "wasm")]
pub fn without(text: &str) -> String {
    let marks = js_sys::RegExp::new(r"\p{M}", "gu");
    let decomposed = js_sys::JsString::from(text).normalize("NFKD");
    decomposed.replace_by_pattern(&marks, "").into()
}
