//! What a site has made of the lists that people pick from: other names, another order, own values.

use std::cell::RefCell;

use domain::choice::Choices;
use domain::field::composite;
use domain::views::TopicName;

thread_local! {
    /// The values of the one list that a site can change, in its order; empty while nothing differs.
    static OWN: RefCell<Vec<TopicName>> = const { RefCell::new(Vec::new()) };
}

/// Takes over what the site has made of its list. Texts that are drawn stay until they are drawn again.
pub fn take(own: &[TopicName]) {
    OWN.with_borrow_mut(|it| {
        if it != own {
            own.clone_into(it);
        }
    });
}

/// The site's own name of a value, in a language or the next best.
pub fn name(value: &str, locale: &str) -> Option<String> {
    OWN.with_borrow(|own| {
        let named = own.iter().find(|it| it.topic == value)?;
        let texts = named.name.iter().map(|it| (it.language.as_str(), it.text.as_str()));
        Some(composite::pick(texts, locale).to_owned()).filter(|it| !it.is_empty())
    })
}

/// The values of a list that are offered, in order.
pub fn offered(list: &Choices) -> Vec<String> {
    all(list, false)
}

/// The same with those that are offered no more.
pub fn all_values(list: &Choices) -> Vec<String> {
    all(list, true)
}

fn all(list: &Choices, hidden: bool) -> Vec<String> {
    let own = OWN.with_borrow(|own| {
        let shown = own.iter().filter(|it| hidden || !it.hidden);
        shown.map(|it| it.topic.clone()).collect::<Vec<_>>()
    });
    if list.records.is_none() || own.is_empty() {
        return list.values.iter().map(|it| (*it).to_owned()).collect();
    }
    own
}
