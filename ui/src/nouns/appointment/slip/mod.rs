//! *Lapp*: an appointment in a language that the resident reads and in Norwegian, to hand over.

pub mod card;
pub mod wording;

use domain::paper::Paper;
use domain::views::Page;
use domain::{Appointment, Fault, Id, Resident, calls};
use leptos::prelude::*;

use crate::app::api;
use crate::app::head::Head;
use crate::app::not_found::not_found;
use crate::app::print::{pdf_row, print_button};
use crate::app::query::{Answer, live, shown};
use crate::kit::chip::chip;
use crate::kit::erased::{dynamic, effect, task};
use crate::kit::format;
use crate::kit::text::{t, tv};
use crate::nouns::appointment::slip::card::{Slip, card};
use crate::nouns::appointment::slip::wording::correct;
use crate::record::conflicts::notice;
use crate::record::resident_texts::{LANGUAGES, Texts, known, norwegian, texts_in};
use crate::record::values::texts;

/// The page.
pub fn slip_page(id: Id) -> AnyView {
    let appointment = live(move || calls::Get { id });
    let spoken = spoken_by_residents(appointment);
    let picked = RwSignal::new(None::<&'static str>);
    let first = move || spoken.with(|all| all.iter().find_map(|it| known(it)));
    let language = Memo::new(move |_| picked.get().or_else(first).unwrap_or(LANGUAGES[0]));
    let own = texts_in(language.into());
    let norwegian = texts_in(Signal::stored(norwegian()));
    let foreign = Memo::new(move |_| language.get() != LANGUAGES[0]);
    let correct = move || foreign.get().then(|| correct(own, norwegian));
    let paper = shown(appointment, move |page| {
        let Some(entry) = page.entries.first() else { return not_found() };
        let slip = Slip::of(entry, &page.names);
        let chips = LANGUAGES.map(|tag| {
            let name = format::capital(&format::language(tag));
            chip(name, None, move || language.get() == tag, move || picked.set(Some(tag)))
        });
        view! {
            <Head title=tv("slip-title", &[("who", &slip.who)]) back=true aside=print_button(t("slip-print"), "secondary") />
            {notice(entry)}
            {cards(slip, foreign, own, norwegian)}
            {pdf_row(move || Paper::Slip { id, language: Some(language.get_untracked().to_owned()) })}
            <fieldset class="group slip-languages">
                <legend>{t("slip-language")}</legend>
                <div class="chips">{chips.collect_view()}</div>
            </fieldset>
        }
        .into_any()
    });
    view! {
        {paper}
        {dynamic(correct)}
    }
    .into_any()
}

/// The languages of the appointment's residents, those of the first resident first.
fn spoken_by_residents(appointment: Answer<Page>) -> RwSignal<Vec<String>> {
    let spoken = RwSignal::new(Vec::new());
    effect(move || {
        let Some(Ok(page)) = appointment.get() else { return };
        let Some(entry) = page.entries.into_iter().next() else { return };
        task(async move {
            let mut all = Vec::new();
            for id in texts(&entry, Appointment::RESIDENTS).filter_map(|it| it.parse().ok()) {
                all.extend(languages_of(id).await.unwrap_or_default());
            }
            let _ = spoken.try_set(all);
        });
    });
    spoken
}

async fn languages_of(id: Id) -> Result<Vec<String>, Fault> {
    let page = api::call(calls::Get { id }).await?;
    let all = page.entries.iter().flat_map(|it| texts(it, Resident::LANGUAGES));
    Ok(all.map(str::to_owned).collect())
}

/// The card in the resident's language, if that isn't Norwegian, over the Norwegian one.
fn cards(slip: Slip, foreign: Memo<bool>, own: Answer<Texts>, norwegian: Answer<Texts>) -> AnyView {
    let first = slip.clone();
    let theirs = move || {
        let slip = first.clone();
        foreign.get().then(|| shown(own, move |it| unreviewed(&slip, &it)))
    };
    view! {
        <div class="slip">
            {dynamic(theirs)}
            {shown(norwegian, move |it| card(&slip, &it))}
        </div>
    }
    .into_any()
}

/// The card, with a note while no native speaker has checked its texts.
fn unreviewed(slip: &Slip, texts: &Texts) -> AnyView {
    let note = (!texts.reviewed())
        .then(|| view! { <p class="quiet slip-note">{t("slip-unreviewed")}</p> }.into_any());
    view! {
        {card(slip, texts)}
        {note}
    }
    .into_any()
}
