//! *Søk*: one field for everything, with results while the user types.

pub mod hits;

use std::collections::BTreeMap;
use std::time::Duration;

use domain::calls::Search;
use domain::views::Hits;
use domain::{KINDS, Kind, Record, Resident, Type};
use leptos::prelude::*;

use crate::app::head::Head;
use crate::app::query::{live, shown};
use crate::app::router::{Route, Rows};
use crate::app::session::app;
use crate::kit::arrows::arrows;
use crate::kit::erased::{dynamic, effect, typed, words};
use crate::kit::format::{self, LANGUAGES};
use crate::kit::icon::{Icon, icon};
use crate::kit::lists::all_values;
use crate::kit::states::number;
use crate::kit::text::{label, t, tn};
use crate::record::problems;
use crate::record::search::hits::hits_of;

/// Its page.
pub const PAGES: Rows = &[Route::at("search", "/sok").entry(Icon::Search, "nav-search")];

/// Most hits of a kind in one request.
const MOST: u32 = 60;
/// How long the user pauses typing before the search runs.
const PAUSE: Duration = Duration::from_millis(150);

/// The page.
#[component]
pub fn SearchPage() -> impl IntoView {
    let text = app().sought;
    let asked = paused(text);
    let named = StoredValue::new(named());
    let hits =
        live(move || Search { text: asked.get(), named: Some(named.get_value()), limit: MOST });
    let few = Memo::new(move |_| asked.with(|it| it.trim().chars().count() < 2));
    let found = Memo::new(move |_| hits.with(|it| Some(all(it.as_ref()?.as_ref().ok()?))));
    let alike = Memo::new(move |_| hits.with(|it| matches!(it, Some(Ok(it)) if it.alike)));
    let unasked = move || few.get() && found.get() == Some(0);
    let count = move || match found.get() {
        Some(_) if alike.get() => t("search-alike"),
        Some(count) if !unasked() => tn("search-count", number(count)),
        _ => String::new(),
    };
    let hint = move || unasked().then(|| view! { <p class="nothing">{t("search-hint")}</p> });
    request_animation_frame(|| problems::select("search-typed"));
    view! {
        <Head title=t("nav-search") />
        <div class="along" on:keydown=arrows()>
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
        {groups().into_iter().map(|kind| hits_of(kind.name, hits, asked)).collect_view()}
        </div>
    }
}

/// The kinds that search finds: residents, then kinds listed by time, then those by name.
fn groups() -> Vec<&'static Kind> {
    let mut groups: Vec<_> = KINDS.iter().filter(|it| it.is_searched()).collect();
    groups.sort_by_key(|it| (it.name != Resident::KIND, !it.happens()));
    groups
}

/// How many match, whether here or not.
fn all(hits: &Hits) -> u64 {
    hits.hits.len() as u64 + hits.more.values().sum::<u64>()
}

/// The names of kinds, languages and values in searched lists, by `list.value`.
fn named() -> BTreeMap<String, String> {
    let searched = KINDS.iter().flat_map(|it| it.fields).filter(|it| it.searched);
    let lists = searched.filter_map(|it| match it.ty {
        Type::Choice(list) | Type::Choices(list) => Some(list),
        _ => None,
    });
    let values = lists.flat_map(|list| all_values(list).into_iter().map(|it| (list.name, it)));
    let values = values.map(|(list, value)| (format!("{list}.{value}"), label(list, &value)));
    let kinds = KINDS.iter().map(|it| (format!("kind.{}", it.name), t(it.name)));
    let languages = LANGUAGES.iter().map(|it| (format!("language.{it}"), format::language(it)));
    values.chain(kinds).chain(languages).collect()
}

/// The text, updated when the user pauses typing.
fn paused(text: RwSignal<String>) -> RwSignal<String> {
    let paused = RwSignal::new(text.get_untracked());
    effect(move || {
        let typed = text.get();
        let take = move || {
            let stands = text.try_with_untracked(|it| *it == typed) == Some(true);
            // The page may be left by then.
            if stands && paused.try_get_untracked().is_some_and(|it| it != typed) {
                paused.set(typed);
            }
        };
        set_timeout(take, PAUSE);
    });
    paused
}
