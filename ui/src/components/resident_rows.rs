//! Residents as rows, more of them as one scrolls.

use domain::calls::ListResidents;
use domain::views::ResidentRow;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use crate::components::avatar::avatar;
use crate::components::icon::{Icon, icon};
use crate::components::states::{self, action};
use crate::lean::{dynamic, effect};
use crate::state::{Finding, live};
use crate::text::{t, tn};
use crate::{format, link};

/// The most that one call answers with.
const MOST: u32 = 500;

/// The residents one is looking for.
#[component]
pub fn ResidentRows(
    /// Which, and how far one has come.
    finding: Finding,
) -> impl IntoView {
    let Finding { text, gone, rows } = finding;
    Effect::new(move |before: Option<(String, bool)>| {
        let now = (text.get(), gone.get());
        if before.is_some_and(|it| it != now) {
            rows.set(Finding::STEP);
        }
        now
    });
    let first = live(move || ListResidents {
        text: text.get(),
        gone: gone.get(),
        limit: rows.get().min(MOST),
        skip: 0,
    });
    let pages = Memo::new(move |_| rows.get().div_ceil(MOST));
    let later = move || (1..pages.get()).map(|page| later_page(finding, page)).collect_view();
    let total = Memo::new(move |_| first.with(|it| total_of(it.as_ref())));
    // Past the first page whole pages are fetched, which the earlier ones then needn't be again.
    let at_end = move || rows.update(|it| *it += if *it < MOST { Finding::STEP } else { MOST });
    let unfinished = move || total.get() > u64::from(rows.get());
    view! {
        <p class="quiet count" role="status">
            {dynamic(move || tn("residents-count", i64::try_from(total.get()).unwrap_or(i64::MAX)))}
        </p>
        {states::shown(first, move |it| if it.rows.is_empty() { none(finding) } else { list(&it.rows) })}
        {dynamic(later)}
        <Sentinel reached=at_end when=unfinished />
    }
}

fn total_of(answer: Option<&Result<domain::views::Residents, domain::Fault>>) -> u64 {
    answer.and_then(|it| it.as_ref().ok()).map_or(0, |it| it.total)
}

fn later_page(finding: Finding, page: u32) -> AnyView {
    let Finding { text, gone, .. } = finding;
    let call = move || ListResidents {
        text: text.get(),
        gone: gone.get(),
        limit: MOST,
        skip: page * MOST,
    };
    states::shown(live(call), |it| list(&it.rows))
}

/// Tells when one has scrolled near the end.
#[component]
fn Sentinel(
    /// What to do then.
    reached: impl Fn() + Clone + 'static,
    /// Whether there is more.
    when: impl Fn() -> bool + Send + Sync + Clone + 'static,
) -> impl IntoView {
    let mark = NodeRef::<Div>::new();
    let near = when.clone();
    effect(move || {
        let (Some(mark), true) = (mark.get(), near()) else { return };
        let reached = reached.clone();
        let seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let entry: web_sys::IntersectionObserverEntry = entries.get(0).unchecked_into();
            if entry.is_intersecting() {
                reached();
            }
        });
        let observer = web_sys::IntersectionObserver::new(seen.as_ref().unchecked_ref());
        if let Ok(observer) = observer {
            observer.observe(&mark);
            on_cleanup(move || observer.disconnect());
        }
        // Freed together with its observer by the browser.
        seen.forget();
    });
    move || when().then(|| view! { <div class="sentinel" node_ref=mark></div> })
}

fn list(rows: &[ResidentRow]) -> AnyView {
    let rows = rows.iter().map(|it| view! { <li class="row">{row(it)}</li> }.into_any());
    view! { <ul class="card rows residents">{rows.collect_view()}</ul> }.into_any()
}

fn row(it: &ResidentRow) -> AnyView {
    let languages: Vec<_> = it.languages.iter().take(2).map(|it| format::language(it)).collect();
    let door = Some(it.unit.clone()).filter(|it| !it.is_empty());
    let sub: Vec<_> = door.into_iter().chain(languages).collect();
    let last = it.last_visit.map_or_else(|| t("residents-never"), format::ago);
    view! {
        <a class="fill" href=link::to("resident", it.id)>
            {avatar(&it.called)}
            <span class="body">
                <b>{it.called.clone()}</b>
                <span class="sub">{sub.join(" · ")}</span>
            </span>
            <span class="last"><span class="sr-only">{t("residents-last")}</span> {icon(Icon::Talk)} {last}</span>
        </a>
    }
    .into_any()
}

fn none(finding: Finding) -> AnyView {
    if !finding.text.get_untracked().is_empty() {
        return view! { <p class="nothing">{t("residents-no-match")}</p> }.into_any();
    }
    if finding.gone.get_untracked() {
        return view! { <p class="nothing">{t("residents-none-gone")}</p> }.into_any();
    }
    let new = action(link::new("resident"), Icon::Plus, t("residents-new"));
    states::empty(Icon::People, t("residents-empty"), t("residents-empty-what"), new)
}
