//! *Ukeplan*: the plan for the wall, in Norwegian and a language that the residents read.

use chrono::NaiveDate;
use domain::field;
use domain::paper::Paper;
use leptos::prelude::*;

use crate::app::head::Head;
use crate::app::navigation;
use crate::app::print::{pdf_row, print_button};
use crate::app::query::{Answer, shown};
use crate::app::session::app;
use crate::kit::browser::{store, stored};
use crate::kit::chip::chip;
use crate::kit::erased::{dynamic, effect, press, words};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::states::wrong;
use crate::kit::text::{t, tn};
use crate::nouns::activity::plan::{Place, Plan};
use crate::nouns::activity::sheet::week;
use crate::nouns::activity::words::{monday, week_name, week_place, weeks_on};
use crate::record::resident_texts::{LANGUAGES, Texts, norwegian, texts_in};

/// The numbers of weeks that a sheet can have.
const WEEKS: [i64; 3] = [1, 2, 4];
/// The key under which this device stores the language that was chosen last.
const LANGUAGE: &str = "plan-language";

/// The choices for the sheet.
#[derive(Debug, Clone, Copy)]
struct Sheet {
    monday: RwSignal<NaiveDate>,
    weeks: RwSignal<i64>,
    /// A language beside Norwegian; Norwegian itself if there is no other.
    language: RwSignal<&'static str>,
}

impl Sheet {
    /// The plan as it is to be printed.
    fn paper(self) -> Paper {
        let language = Some(self.language.get_untracked().to_owned());
        let weeks = u8::try_from(self.weeks.get_untracked()).unwrap_or(1);
        Paper::WeekPlan { from: Some(self.monday.get_untracked()), weeks, language }
    }
}

/// The page.
#[component]
pub fn WeekPlanPage() -> impl IntoView {
    let first = navigation::query("uke").and_then(|it| field::week(&it));
    let sheet = Sheet {
        monday: RwSignal::new(first.unwrap_or_else(|| monday(format::today()))),
        weeks: RwSignal::new(WEEKS[0]),
        language: RwSignal::new(last_language()),
    };
    let plan = Plan::ask();
    let own = texts_in(sheet.language.into());
    let norwegian = texts_in(Signal::stored(norwegian()));
    effect(move || store(LANGUAGE, sheet.language.get()));
    view! {
        <Head title=t("week-plan-title") back=true aside=print_button(t("week-plan-print"), "primary") />
        {controls(sheet)}
        {pdf_row(move || sheet.paper())}
        {unreviewed(own)}
        {shown(plan.activities, move |_| paper(sheet, plan, norwegian, own))}
    }
}

fn last_language() -> &'static str {
    let last = stored(LANGUAGE).unwrap_or_default();
    LANGUAGES.into_iter().find(|it| *it == last).unwrap_or(LANGUAGES[1])
}

fn controls(sheet: Sheet) -> AnyView {
    let languages = LANGUAGES.map(|tag| {
        let name = if tag == LANGUAGES[0] { t("week-plan-norwegian") } else { name_of(tag) };
        chip(name, None, move || sheet.language.get() == tag, move || sheet.language.set(tag))
    });
    view! {
        <div class="plan-controls">
            {which_weeks(sheet)}
            <fieldset class="group">
                <legend>{t("week-plan-language")}</legend>
                <div class="chips">{languages.collect_view()}</div>
            </fieldset>
        </div>
    }
    .into_any()
}

fn name_of(tag: &str) -> String {
    format::capital(&format::language(tag))
}

fn which_weeks(sheet: Sheet) -> AnyView {
    let counts = WEEKS.map(|own| {
        let words = tn("week-plan-count", own);
        chip(words, None, move || sheet.weeks.get() == own, move || sheet.weeks.set(own))
    });
    let step = |weeks: i64, name: &str, class: &'static str| {
        let go = press(move || sheet.monday.update(|it| *it = weeks_on(*it, weeks)));
        view! {
            <button type="button" class=class aria-label=t(name) on:click=go>{icon(Icon::Forward)}</button>
        }
    };
    let here = move || {
        let monday = sheet.monday.get();
        format!("{} · {}", week_name(monday), week_place(monday))
    };
    view! {
        <div class="plan-from">
            {step(-1, "week-plan-earlier", "round turned")}
            <b role="status">{words(here)}</b>
            {step(1, "week-plan-later", "round")}
        </div>
        <fieldset class="group">
            <legend>{t("week-plan-weeks")}</legend>
            <div class="chips">{counts.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// A warning while no native speaker has checked the texts.
fn unreviewed(own: Answer<Texts>) -> AnyView {
    let draw = move || {
        let unsure = own
            .with(|it| matches!(it, Some(Ok(texts)) if !is_norwegian(texts) && !texts.reviewed()));
        unsure.then(|| view! { <p class="quiet">{t("week-plan-unreviewed")}</p> })
    };
    dynamic(draw)
}

fn is_norwegian(texts: &Texts) -> bool {
    texts.language == LANGUAGES[0]
}

/// The printed sheet.
fn paper(sheet: Sheet, plan: Plan, norwegian: Answer<Texts>, own: Answer<Texts>) -> AnyView {
    let app = app();
    let draw = move || {
        let Some(Ok(first)) = norwegian.get() else { return shown(norwegian, |_| ().into_any()) };
        let other = match own.get() {
            Some(Err(fault)) => return wrong(&fault),
            it => it.and_then(Result::ok).filter(|it| !is_norwegian(it)),
        };
        let languages: Vec<_> = std::iter::once(first).chain(other).collect();
        let titles = languages.iter().map(|texts| {
            view! { <span lang=texts.language dir=texts.dir()>{texts.say("plan-title")}</span> }
        });
        let weeks = (0..sheet.weeks.get()).map(|after| {
            let monday = weeks_on(sheet.monday.get(), after);
            week(monday, &plan.at(Place::Week(monday)), &languages)
        });
        view! {
            <article class="card plan">
                <header>
                    <p class="plan-title">{titles.collect_view()}</p>
                    <p>{app.site_name()}</p>
                </header>
                {weeks.collect_view()}
            </article>
        }
        .into_any()
    };
    dynamic(draw)
}
