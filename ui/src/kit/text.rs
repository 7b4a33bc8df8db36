//! All texts of the interface. `cargo xtask ui` gathers the Fluent files of each language in
//! `/texts/nb.ftl` and so on, so that a device downloads no other language first.

use std::cell::RefCell;

use domain::choice::Topic;
use domain::{Fault, Id, Problem};
use texts::{Texts, Value};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::kit::browser::window;
use crate::kit::lists;

/// The languages of the interface, the default first.
pub const LOCALES: [&str; 3] = ["nb", "nn", "en"];

struct Chosen {
    locale: &'static str,
    /// None until they are fetched.
    texts: Option<Texts>,
}

thread_local! {
    static CHOSEN: RefCell<Chosen> = const { RefCell::new(Chosen { locale: LOCALES[0], texts: None }) };
}

/// The language of the interface for a BCP 47 tag.
pub fn known(tag: &str) -> &'static str {
    LOCALES.into_iter().find(|it| tag.get(..2) == Some(*it)).unwrap_or(LOCALES[0])
}

/// Fetches the texts of a language.
pub async fn fetch(locale: &'static str) -> Result<Texts, Fault> {
    let text = fetch_text(&format!("/texts/{locale}.ftl")).await;
    let text = text.map_err(|_| Fault::Offline)?.as_string().unwrap_or_default();
    Texts::read(locale, text).map_err(|detail| Fault::BadCall { detail })
}

async fn fetch_text(address: &str) -> Result<JsValue, JsValue> {
    let response = JsFuture::from(window().fetch_with_str(address)).await?;
    JsFuture::from(response.unchecked_into::<Response>().text()?).await
}

/// Switches to another language.
pub fn choose(locale: &'static str, texts: Texts) {
    CHOSEN.set(Chosen { locale, texts: Some(texts) });
}

/// The current language: `nb`, `nn` or `en`.
pub fn locale() -> &'static str {
    CHOSEN.with_borrow(|chosen| chosen.locale)
}

/// The text of that name.
pub fn t(id: &str) -> String {
    tv(id, &[])
}

/// The text of that name, with values filled in.
pub fn tv(id: &str, values: &[(&str, &str)]) -> String {
    say(id, &all_text(values)).unwrap_or_else(|| id.to_owned())
}

/// Values that are all texts.
pub fn all_text<'a>(values: &[(&'a str, &'a str)]) -> Vec<(&'a str, Value<'a>)> {
    values.iter().map(|(name, it)| (*name, Value::Text(it))).collect()
}

/// A person's name; the text `someone` if it is empty.
pub fn who(name: &str) -> String {
    if name.is_empty() { t("someone") } else { name.to_owned() }
}

/// Several people's names; `ukjent` for each that is empty.
pub fn people(names: &[String]) -> String {
    let name = |it: &String| if it.is_empty() { t("unknown") } else { it.clone() };
    names.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// The text of that name, with the number `n` filled in.
pub fn tn(id: &str, n: i64) -> String {
    tnv(id, n, &[])
}

/// The text of that name, with the number `n` and other values filled in.
pub fn tnv(id: &str, n: i64, values: &[(&str, &str)]) -> String {
    let mut values = all_text(values);
    values.push(("n", Value::Number(n)));
    say(id, &values).unwrap_or_else(|| id.to_owned())
}

/// The label of a field of a kind, or of a value in a list. A value that only a newer
/// version knows is shown as it is stored.
pub fn label(message: &str, attribute: &str) -> String {
    let own = (message == Topic::CHOICES.name).then(|| topic(attribute)).flatten();
    own.or_else(|| usual_label(message, attribute)).unwrap_or_else(|| attribute.to_owned())
}

/// The label that every site begins with; none for a value of a site's own.
pub fn usual_label(message: &str, attribute: &str) -> Option<String> {
    say(&format!("{message}.{attribute}"), &[])
}

/// What the site calls a topic; of one that is gone, that it is gone.
fn topic(value: &str) -> Option<String> {
    let gone = || value.parse::<Id>().is_ok().then(|| t("topic-gone"));
    lists::name(value, locale()).or_else(gone)
}

/// A problem of a value, in words.
pub fn problem(problem: &Problem) -> String {
    let code: &str = problem.into();
    if let Problem::StillOpen { count } | Problem::StillTheirs { count } = problem {
        return tn(&format!("problem-{code}"), i64::try_from(*count).unwrap_or(i64::MAX));
    }
    let (least, most) = match problem {
        Problem::TooLong { most } | Problem::TooMany { most } => (String::new(), most.to_string()),
        Problem::OutOfRange { least, most } => (least.to_string(), most.to_string()),
        _ => Default::default(),
    };
    let name = match problem {
        Problem::PlaceholderMissing { name } | Problem::PlaceholderUnknown { name } => name,
        _ => "",
    };
    let values = [("least", least.as_str()), ("most", &most), ("name", name)];
    tv(&format!("problem-{code}"), &values)
}

/// A fault in words: what went wrong, that nothing was lost, and what to do.
pub fn fault(fault: &Fault) -> String {
    let code: &str = fault.into();
    let id = format!("fault-{code}");
    match fault {
        Fault::Damaged { kept } | Fault::EmptyData { kept } => tv(&id, &[("kept", kept)]),
        Fault::BadCall { detail }
        | Fault::Storage { detail }
        | Fault::Unsound { detail }
        | Fault::Untrusted { detail } => tv(&id, &[("detail", detail)]),
        Fault::Barred { reason } => t(&format!("barrier-{reason}")),
        Fault::Refused { reason } => tv(&id, &[("reason", reason)]),
        Fault::BadFile { file, detail } => tv(&id, &[("file", file), ("detail", detail)]),
        Fault::Invalid { issues } if issues.len() == 1 => {
            issues.first().map(|it| self::problem(&it.problem)).unwrap_or_default()
        }
        Fault::Invalid { issues } => tn(&id, i64::try_from(issues.len()).unwrap_or(i64::MAX)),
        _ => t(&id),
    }
}

/// The same in three or four words, for where there is no room.
pub fn fault_briefly(fault: &Fault) -> String {
    let code: &str = fault.into();
    label(&format!("fault-{code}"), "short")
}

fn say(id: &str, values: &[(&str, Value)]) -> Option<String> {
    CHOSEN.with_borrow(|chosen| chosen.texts.as_ref()?.say(id, values))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_the_form_and_the_values_that_it_was_asked_for() {
        let source =
            "days = { $n ->\n    [0] none\n    [one] a day\n   *[other] { $n } days\n    }\n";
        choose("en", Texts::read("en", source.into()).unwrap());
        let (known, unknown) = ("days", "nights");
        assert_eq!([0, 1, 12].map(|n| tn(known, n)), ["none", "a day", "12 days"]);
        assert_eq!(t(unknown), unknown);
    }
}
