//! A referral as a letter of one page, to hand over or to send by post.

use domain::choice::Topic;
use domain::entry::Entry;
use domain::kinds::Urgency;
use domain::paper::Paper;
use domain::{Id, Referral};
use leptos::prelude::*;

use crate::app::session::app;
use crate::kit::erased::words;
use crate::kit::format;
use crate::kit::text::{label, t, tv};
use crate::record::values::{filled, text};

/// The user's choices for the letter, and the residents it is about.
#[derive(Debug, Clone, Copy)]
pub struct Choice {
    /// Whether names are written out.
    pub whole: RwSignal<bool>,
    /// Whether the residents' doors are written, for a reader who must find them.
    pub doors: RwSignal<bool>,
    /// How to reach the sender.
    pub contact: RwSignal<String>,
    /// The full names of the residents it is about, each with the number on the door, or empty.
    pub people: Signal<Vec<(String, String)>>,
}

impl Choice {
    /// The letter as it is to be printed.
    pub fn paper(self, id: Id) -> Paper {
        let (names, doors) = (self.whole.get_untracked(), self.doors.get_untracked());
        Paper::Letter { id, names, doors, contact: self.contact.get_untracked() }
    }
}

/// The page.
pub fn letter_paper(referral: &Entry, partner: String, choice: Choice) -> AnyView {
    let app = app();
    let (site, me) = (app.site_name(), app.me());
    let topic = format::small(&label(Topic::CHOICES.name, text(referral, Referral::TOPIC)));
    let urgency = filled(referral, Referral::URGENCY).filter(|it| *it != Urgency::Normal.name());
    let urgency = urgency.map(|it| view! { <p><b>{label(Urgency::CHOICES.name, it)}</b></p> });
    let reply = filled(referral, Referral::REPLY_BY).map(|it| {
        let words = tv("letter-reply-by", &[("day", &format::date(it))]);
        view! { <p><b>{words}</b></p> }
    });
    view! {
        <article class="letter card">
            <header>
                <p><b>{site.clone()}</b></p>
                <p>{format::date(&format::today().to_string())}</p>
            </header>
            <p>{t("letter-to")} " " <b>{partner}</b></p>
            <h2>{tv("letter-subject", &[("topic", &topic)])}</h2>
            <p>{t("letter-about")} " " <b>{words(move || about(choice))}</b></p>
            <p class="note">{text(referral, Referral::ASK).to_owned()}</p>
            {urgency}
            {reply}
            <p>{words(move || contact(choice))}</p>
            <footer>
                <p>{t("letter-regards")}</p>
                <p><b>{me}</b></p>
                <p>{site}</p>
            </footer>
        </article>
    }
    .into_any()
}

fn about(choice: Choice) -> String {
    let (whole, doors) = (choice.whole.get(), choice.doors.get());
    let told = |(name, door): (String, String)| {
        let name = if whole { name } else { initials(&name) };
        if doors && !door.is_empty() { format!("{name} ({door})") } else { name }
    };
    choice.people.get().into_iter().map(told).collect::<Vec<_>>().join(", ")
}

/// `Y. A.`
fn initials(name: &str) -> String {
    let firsts = name.split_whitespace().filter_map(|it| it.chars().next());
    firsts.map(|it| format!("{it}.")).collect::<Vec<_>>().join(" ")
}

/// How to reach the sender, or a line to write it on by hand.
fn contact(choice: Choice) -> String {
    let contact = choice.contact.get();
    let line = if contact.trim().is_empty() { "_".repeat(24) } else { contact };
    tv("letter-contact", &[("contact", &line)])
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_stand_for_every_part_of_a_name() {
        assert_eq!(initials("Yusuf Abdi  Ali"), "Y. A. A.");
        assert_eq!(initials(""), "");
    }
}
