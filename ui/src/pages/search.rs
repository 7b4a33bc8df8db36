//! *Søk*: one field over everything, with results while one types.

use std::time::Duration;

use domain::calls::Search;
use leptos::prelude::*;

use crate::components::head::Head;
use crate::components::hits::hits_of;
use crate::components::icon::{Icon, icon};
use crate::components::problems;
use crate::components::states::shown;
use crate::lean::{dynamic, effect, typed, words};
use crate::live::live;
use crate::text::{t, tn};

/// The groups, in the order they are shown.
const GROUPS: [(&str, &str); 9] = [
    ("resident", "nav-residents"),
    ("visit", "search-visits"),
    ("appointment", "search-appointments"),
    ("referral", "search-referrals"),
    ("incident", "search-incidents"),
    ("follow-up", "search-follow-ups"),
    ("activity", "nav-activities"),
    ("partner", "nav-partners"),
    ("unit", "units-title"),
];

/// Hits of a kind that are asked for.
const MOST: u32 = 60;
/// How long somebody stops typing for when they want to see what there is.
const PAUSE: Duration = Duration::from_millis(150);

/// The page.
#[component]
pub fn SearchPage() -> impl IntoView {
    let text = RwSignal::new(String::new());
    let asked = paused(text);
    let hits = live(move || Search { text: asked.get(), limit: MOST });
    let few = Memo::new(move |_| asked.with(|it| it.trim().chars().count() < 2));
    let found = Memo::new(move |_| hits.with(|it| Some(it.as_ref()?.as_ref().ok()?.len())));
    let unasked = move || few.get() && found.get() == Some(0);
    let count = move || match found.get() {
        Some(count) if !unasked() => tn("search-count", i64::try_from(count).unwrap_or(i64::MAX)),
        _ => String::new(),
    };
    let hint = move || unasked().then(|| view! { <p class="nothing">{t("search-hint")}</p> });
    request_animation_frame(|| problems::focus("search-typed"));
    view! {
        <Head title=t("nav-search") />
        <search class="find">
            {icon(Icon::Search)}
            <input
                id="search-typed"
                type="search"
                class="ds-input"
                aria-label=t("search-find")
                placeholder=t("search-find")
                autocomplete="off"
                prop:value=text
                on:input=typed(move |it| text.set(it))
            />
        </search>
        <p class="quiet count" role="status">{words(count)}</p>
        {dynamic(hint)}
        {shown(hits, |_| ().into_any())}
        {GROUPS.map(|(kind, title)| hits_of(kind, title, hits, asked)).collect_view()}
    }
}

/// The text as it stands whenever somebody pauses.
fn paused(text: RwSignal<String>) -> RwSignal<String> {
    let paused = RwSignal::new(text.get_untracked());
    effect(move || {
        let typed = text.get();
        let take = move || {
            let stands = text.try_with_untracked(|it| *it == typed) == Some(true);
            if stands && paused.get_untracked() != typed {
                paused.set(typed);
            }
        };
        set_timeout(take, PAUSE);
    });
    paused
}
