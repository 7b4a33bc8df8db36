//! *Brev*: a referral as a letter of one page, shown as it will be printed.

pub mod paper;

use domain::choice::Topic;
use domain::entry::Entry;
use domain::views::Page;
use domain::{Id, Record, Referral, Resident, calls, fold};
use leptos::prelude::*;

use crate::app::head::Head;
use crate::app::not_found::not_found;
use crate::app::print::{pdf_button, print_button};
use crate::app::query::{Answer, live, shown};
use crate::kit::erased::{dynamic, ticked, typed};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::t;
use crate::nouns::cases::letter::paper::{Choice, letter_paper};
use crate::record::conflicts::notice;
use crate::record::row::name;
use crate::record::values::{choice, filled, text, texts};

/// Topics about a resident's home, which the reader must find.
const ABOUT_A_PLACE: [Topic; 2] = [Topic::Housing, Topic::Neighbours];

/// The page.
pub fn letter_page(id: Id) -> AnyView {
    let record = live(move || calls::Get { id });
    view! {
        <Head title=t("letter-title") line=t("letter-line") back=true />
        {shown(record, |it| letter(&it))}
    }
    .into_any()
}

fn letter(page: &Page) -> AnyView {
    let Some(referral) = page.entries.first().filter(|it| it.kind == Referral::KIND) else {
        return not_found();
    };
    let choice = Choice {
        // Initials are enough, because most partners know whom it is about.
        whole: RwSignal::new(false),
        doors: RwSignal::new(
            choice(referral, Referral::TOPIC).is_some_and(|it| ABOUT_A_PLACE.contains(&it)),
        ),
        contact: RwSignal::new(String::new()),
        people: people(referral),
    };
    let partner = name(&page.names, text(referral, Referral::TO));
    let ask = text(referral, Referral::ASK).to_owned();
    view! {
        {notice(referral)}
        {options(referral.id, choice)}
        {dynamic(move || tells(choice, &ask).then(warning))}
        {letter_paper(referral, partner, choice)}
    }
    .into_any()
}

/// Whether the text contains a name that the letter doesn't spell out.
fn tells(choice: Choice, ask: &str) -> bool {
    !choice.whole.get() && choice.people.with(|it| it.iter().any(|(name, _)| names(ask, name)))
}

/// Whether a word of the text is a part of the name, or its genitive.
fn names(ask: &str, name: &str) -> bool {
    let said = fold::words(ask);
    let is = |word: &String, part: &str| {
        word.strip_prefix(part).is_some_and(|it| matches!(it, "" | "s"))
    };
    let parts = fold::words(name).into_iter().filter(|it| it.chars().count() > 2);
    parts.into_iter().any(|part| said.iter().any(|word| is(word, &part)))
}

fn warning() -> AnyView {
    view! { <p class="callout letter-options" role="status">{icon(Icon::Warning)} <span>{t("letter-names")}</span></p> }
        .into_any()
}

/// The full names of the residents that a referral is about, with their doors.
fn people(referral: &Entry) -> Signal<Vec<(String, String)>> {
    let ids = texts(referral, Referral::ABOUT).filter_map(|it| it.parse().ok());
    let answers: Vec<Answer<Page>> = ids.map(|id| live(move || calls::Get { id })).collect();
    Signal::derive(move || {
        let pages = answers.iter().filter_map(|it| it.get()?.ok());
        let told = |page: Page| {
            let entry = page.entries.first()?;
            let here = filled(entry, Resident::MOVED_OUT)
                .is_none_or(|it| it > &*format::today().to_string());
            let door =
                if here { name(&page.names, text(entry, Resident::UNIT)) } else { String::new() };
            Some((text(entry, Resident::NAME).to_owned(), door))
        };
        pages.filter_map(told).collect()
    })
}

fn options(id: Id, choice: Choice) -> AnyView {
    view! {
        <div class="letter-options card padded stack">
            {flag("letter-whole", choice.whole)}
            {flag("letter-doors", choice.doors)}
            <div class="ds-field">
                <label class="ds-label" for="letter-reach">{t("letter-reach")}</label>
                <input
                    class="ds-input"
                    id="letter-reach"
                    type="text"
                    autocomplete="tel"
                    prop:value=choice.contact
                    on:input=typed(move |it| choice.contact.set(it))
                />
            </div>
            <div class="reach">
                {print_button(t("letter-print"), "primary")}
                {pdf_button(move || choice.paper(id))}
            </div>
        </div>
    }
    .into_any()
}

/// A checkbox, labelled by the text of the same name.
fn flag(id: &'static str, value: RwSignal<bool>) -> AnyView {
    view! {
        <div class="ds-field flag">
            <input

                class="ds-input"
                id=id
                type="checkbox"
                prop:checked=value
                on:change=ticked(move |it| value.set(it))
            />
            <label class="ds-label" for=id>{t(id)}</label>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_text_names_somebody_by_any_whole_part_of_the_name() {
        assert!(names("Låsen hos Oksana er ødelagt.", "Oksana Kovalenko"));
        assert!(names("kovalenko trenger ny nøkkel", "Oksana Kovalenko"));
        assert!(names("Oksanas dør", "Oksana Kovalenko") && names("Hilsen Aase", "Anne-Åse Lie"));
        assert!(!names("Låsen i H0304 er ødelagt", "Oksana Kovalenko"));
        assert!(!names("Alibiet holder", "Ali Omar"));
        assert!(!names("Han er på jobb", "Li På"));
    }
}
