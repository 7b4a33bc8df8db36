//! *Beboer*: one resident, and everything that happened, newest first.

use std::collections::{BTreeMap, BTreeSet};

use domain::Id;
use domain::calls::{self, About};
use domain::entry::Entry;
use domain::views::Page;
use leptos::prelude::*;

use crate::components::chips::chip;
use crate::components::conflicts::conflicts;
use crate::components::head::round;
use crate::components::icon::Icon;
use crate::components::record_rows::{is_open, kind_name, row};
use crate::components::resident_head::{contacts, quick, who};
use crate::components::states::{empty, shown};
use crate::components::sync_chip::SyncChip;
use crate::components::timeline::timeline;
use crate::lean::{dynamic, press};
use crate::state::{Answer, live};
use crate::text::{label, t};
use crate::values::{text, texts};

/// Entries asked for at a time.
const STEP: u32 = 50;
/// Topics to filter by.
const TOPICS: usize = 4;

/// The page.
pub fn resident_page(id: Id) -> AnyView {
    let limit = RwSignal::new(STEP);
    let record = live(move || calls::Get { id });
    let story = live(move || About { id, limit: limit.get(), skip: 0 });
    view! {
        <div class="head-bar">
            {round(Icon::Back, "back")}
            <div class="phone-only">
                <SyncChip />
            </div>
        </div>
        {shown(record, |it| head(&it))}
        <Story story limit />
    }
    .into_any()
}

fn head(page: &Page) -> AnyView {
    let Some(entry) = page.entries.first() else { return super::today::lost() };
    // The change arrives by itself with the next answer.
    let settled = Callback::new(|_| ());
    view! {
        {who(entry, &page.names)}
        {quick(entry)}
        {conflicts(entry, &page.names, settled)}
        {contacts(entry, &page.names)}
        {remarks(entry)}
    }
    .into_any()
}

fn remarks(entry: &Entry) -> Option<AnyView> {
    let remarks = text(entry, "remarks").to_owned();
    (!remarks.is_empty()).then(|| {
        view! {
            <section>
                <h2>{label("resident", "remarks")}</h2>
                <p class="card remarks">{remarks}</p>
            </section>
        }
        .into_any()
    })
}

/// What the story is narrowed to.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Filter {
    All,
    Open,
    Kind(String),
    Topic(String),
}

impl Filter {
    fn takes(&self, entry: &Entry) -> bool {
        match self {
            Self::All => true,
            Self::Open => is_open(entry),
            Self::Kind(kind) => entry.kind == *kind,
            Self::Topic(topic) => texts(entry, "topics").any(|it| it == topic),
        }
    }

    fn words(&self) -> String {
        match self {
            Self::All => t("resident-all"),
            Self::Open => t("resident-open"),
            Self::Kind(kind) => kind_name(kind),
            Self::Topic(topic) => label("topic", topic),
        }
    }
}

#[component]
fn Story(story: Answer<Page>, limit: RwSignal<u32>) -> impl IntoView {
    let filter = RwSignal::new(Filter::All);
    let rows = shown(story, move |page| {
        if page.entries.is_empty() {
            return empty(
                Icon::Talk,
                t("resident-no-story"),
                t("resident-no-story-what"),
                ().into_any(),
            );
        }
        let total = page.total;
        let chips = filters(&page).into_iter().map(|it| choice(filter, it)).collect_view();
        let more = move || (total > u64::from(limit.get())).then(|| more(limit));
        view! {
            {open(&page)}
            <h2>{t("resident-story")}</h2>
            <div class="chips filters" role="group" aria-label=t("resident-filter")>{chips}</div>
            {dynamic(move || timeline(&page, |it| filter.with(|filter| filter.takes(it))))}
            {dynamic(more)}
        }
        .into_any()
    });
    view! {
        <section class="story">{rows}</section>
    }
}

/// What somebody still has to do something about.
fn open(page: &Page) -> Option<AnyView> {
    let wanted = |it: &&Entry| it.kind != "visit" && is_open(it);
    let mut rows = page.entries.iter().filter(wanted).peekable();
    rows.peek()?;
    let rows = rows.map(|it| row(it, &page.names)).collect_view();
    Some(
        view! {
            <h2>{t("resident-open")}</h2>
            <ul class="card rows">{rows}</ul>
        }
        .into_any(),
    )
}

fn choice(filter: RwSignal<Filter>, own: Filter) -> AnyView {
    let (words, mine) = (own.words(), own.clone());
    chip(words, None, move || filter.get() == mine, move || filter.set(own.clone()))
}

fn more(limit: RwSignal<u32>) -> AnyView {
    view! {
        <button type="button" class="ds-button" data-variant="secondary" on:click=press(move || limit.update(|it| *it += STEP))>
            {t("resident-earlier")}
        </button>
    }
    .into_any()
}

/// All, what is open, the kinds there are, and the topics that came up most.
fn filters(page: &Page) -> Vec<Filter> {
    let mut counts = BTreeMap::<&str, usize>::new();
    for topic in page.entries.iter().flat_map(|it| texts(it, "topics")) {
        *counts.entry(topic).or_default() += 1;
    }
    let mut topics: Vec<_> = counts.into_iter().collect();
    topics.sort_unstable_by_key(|(_, count)| std::cmp::Reverse(*count));
    let open = page.entries.iter().any(|it| Filter::Open.takes(it)).then_some(Filter::Open);
    let topics = topics.into_iter().take(TOPICS).map(|(topic, _)| Filter::Topic(topic.to_owned()));
    let kinds: BTreeSet<&str> = page.entries.iter().map(|it| it.kind.as_str()).collect();
    let several = kinds.len() > 1;
    let kinds = kinds.into_iter().filter(|_| several).map(|it| Filter::Kind(it.to_owned()));
    std::iter::once(Filter::All).chain(open).chain(kinds).chain(topics).collect()
}
