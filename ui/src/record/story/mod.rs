//! A resident's story by pages, each of which is requested and drawn by itself.

pub mod filter;
pub mod timeline;

use domain::Id;
use domain::calls::{About, GetOpenAbout};
use domain::entry::Entry;
use domain::views::Page;
use leptos::prelude::*;

use crate::app::query::{Answer, live, shown};
use crate::kit::chip::chip;
use crate::kit::erased::{dynamic, effect};
use crate::kit::frame_queue::in_turn;
use crate::kit::icon::Icon;
use crate::kit::states::{empty, more, rest_of};
use crate::kit::text::t;
use crate::record::form::Names;
use crate::record::row::row;
use crate::record::story::filter::{Filter, filters};
use crate::record::story::timeline::{day, timeline};

/// Entries of a page: as many as can be drawn within a frame.
const ENTRIES: u32 = 25;
/// Pages at first, and pages added at a time.
const STEP: u32 = 2;

/// The pages that were requested, and the filter.
#[derive(Debug, Clone, Copy)]
struct Story {
    pages: RwSignal<Vec<Answer<Page>>>,
    filter: RwSignal<Filter>,
}

/// The story, newest first, with a button for earlier pages.
pub fn story(id: Id) -> AnyView {
    let (first, wanted) = (page(id, 0), RwSignal::new(STEP));
    let story =
        Story { pages: RwSignal::new(vec![first]), filter: RwSignal::new(Filter::default()) };
    // Pages live as long as the story does, whenever they were requested.
    let owner = Owner::new();
    effect(move || {
        for at in story.asked()..wanted.get() {
            let page = owner.with(|| page(id, at));
            story.pages.update(|it| it.push(page));
        }
    });
    // A request of its own, because an open record may be older than any page that is here.
    let open = live(move || GetOpenAbout { id });
    let none =
        Memo::new(move |_| total(first).filter(|_| open.with(Option::is_some)).map(|it| it == 0));
    let body = move || match none.get() {
        None => shown(first, |_| ().into_any()),
        Some(true) => nothing(),
        Some(false) => told(story, open, id),
    };
    let rest = Memo::new(move |_| {
        total(first).unwrap_or_default().saturating_sub(u64::from(wanted.get() * ENTRIES))
    });
    let any = Memo::new(move |_| rest.get() > 0);
    let earlier =
        move || any.get().then(|| more("resident-earlier", wanted, STEP, move || rest.get()));
    view! {
        <section class="story">
            {dynamic(body)} {dynamic(earlier)}
        </section>
    }
    .into_any()
}

fn page(id: Id, at: u32) -> Answer<Page> {
    live(move || About { id, limit: ENTRIES, skip: at * ENTRIES })
}

fn total(page: Answer<Page>) -> Option<u64> {
    page.with(|it| Some(it.as_ref()?.as_ref().ok()?.total))
}

impl Story {
    fn asked(self) -> u32 {
        u32::try_from(self.pages.with_untracked(Vec::len)).unwrap_or(u32::MAX)
    }

    /// Calls `look` for all entries that are here.
    fn each(self, mut look: impl FnMut(&Entry, &Names)) {
        for page in self.pages.get() {
            page.with(|it| {
                let Some(Ok(page)) = it else { return };
                page.entries.iter().for_each(|it| look(it, &page.names));
            });
        }
    }

    /// The last day of the pages before one.
    fn above(self, at: usize, filter: &Filter) -> Option<String> {
        let last = |page: &Answer<Page>| {
            page.with(|it| {
                let entries = &it.as_ref()?.as_ref().ok()?.entries;
                entries.iter().rev().find(|it| filter.takes(it)).map(day)
            })
        };
        self.pages.with(|pages| pages.iter().take(at).rev().find_map(last))
    }
}

fn nothing() -> AnyView {
    let what = t("resident-no-story-what");
    empty(Icon::Talk, t("resident-no-story"), what, ().into_any())
}

fn told(story: Story, open: Answer<Page>, id: Id) -> AnyView {
    let filters = Memo::new(move |_| filters(|look| story.each(|it, _| look(it))));
    let open = Memo::new(move |_| still_open(open, id));
    let chips = move || filters.get().into_iter().map(|it| choice(story.filter, it)).collect_view();
    let pages = move || story.pages.with(|it| (0..it.len()).collect::<Vec<_>>());
    view! {
        {dynamic(move || open.with(open_rows))}
        <h2>{t("resident-story")}</h2>
        <div class="chips filters" role="group" aria-label=t("resident-filter")>
            {dynamic(chips)}
        </div>
        <For each=pages key=|at| *at children=move |at| part(story, at) />
    }
    .into_any()
}

/// The records that still need action. The resident is not named on their own page.
fn still_open(answer: Answer<Page>, id: Id) -> Page {
    let mut open = answer.get().and_then(Result::ok).unwrap_or_default();
    open.names.remove(&id);
    open
}

fn open_rows(page: &Page) -> Option<AnyView> {
    let rows: Vec<_> = page.entries.iter().map(|it| row(it, &page.names)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <h2>{t("resident-open")}</h2>
            <ul class="card rows">{rows}</ul>
            {rest_of(page)}
        }
        .into_any()
    })
}

fn choice(filter: RwSignal<Filter>, own: Filter) -> AnyView {
    let (words, mine) = (own.words(), own.clone());
    chip(words, None, move || filter.get() == mine, move || filter.set(own.clone()))
}

fn part(story: Story, at: usize) -> AnyView {
    let Some(page) = story.pages.with_untracked(|it| it.get(at).copied()) else {
        return ().into_any();
    };
    let filter = RwSignal::new(story.filter.get_untracked());
    effect(move || {
        let now = story.filter.get();
        in_turn(move || {
            let new = filter.try_with_untracked(|it| *it != now) == Some(true);
            new && filter.try_set(now).is_none()
        });
    });
    let above = Memo::new(move |_| filter.with(|it| story.above(at, it)));
    shown(turned(page), move |page| {
        dynamic(move || filter.with(|filter| timeline(&page, above.get(), |it| filter.takes(it))))
    })
}

/// The same answer, in its turn of the frame queue. An answer that is there from the beginning is
/// drawn at once, because a user who comes back wants to be where they were.
fn turned(page: Answer<Page>) -> Answer<Page> {
    let (own, mut begun) = (Answer::<Page>::new(None), false);
    let take = move || {
        let answer = page.try_get_untracked().flatten();
        answer.is_some() && own.try_set(answer).is_none()
    };
    effect(move || {
        let there = page.with(Option::is_some);
        if there && !begun {
            take();
        } else if there {
            in_turn(take);
        }
        begun = true;
    });
    own
}
