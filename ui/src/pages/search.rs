//! *Søk*: one field over everything, with results while one types.

use domain::calls::Search;
use domain::views::Hit;
use leptos::prelude::*;

use crate::components::head::Head;
use crate::components::icon::{Icon, icon};
use crate::components::problems;
use crate::components::record_rows::sign_of;
use crate::components::states::shown;
use crate::lean::typed;
use crate::state::live;
use crate::text::{t, tn};
use crate::{format, link};

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

/// The page.
#[component]
pub fn SearchPage() -> impl IntoView {
    let text = RwSignal::new(String::new());
    let hits = live(move || Search { text: text.get(), limit: 60 });
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
        {shown(hits, move |it| results(&text.get_untracked(), &it))}
    }
}

fn results(typed: &str, hits: &[Hit]) -> AnyView {
    if typed.trim().is_empty() {
        return view! { <p class="nothing">{t("search-hint")}</p> }.into_any();
    }
    let count = tn("search-count", i64::try_from(hits.len()).unwrap_or(i64::MAX));
    let groups = GROUPS.iter().map(|(kind, title)| group(hits, kind, title));
    view! {
        <p class="quiet count" role="status">{count}</p>
        {groups.collect_view()}
    }
    .into_any()
}

fn group(hits: &[Hit], kind: &str, title: &str) -> Option<AnyView> {
    let mut rows = hits.iter().filter(|it| it.kind == kind).peekable();
    rows.peek()?;
    let rows = rows.map(row).collect_view();
    Some(
        view! { <section><h2>{t(title)}</h2><ul class="card rows">{rows}</ul></section> }
            .into_any(),
    )
}

fn row(hit: &Hit) -> AnyView {
    let when = hit.at.map(format::recent);
    let line: Vec<_> =
        [Some(hit.about.clone()).filter(|it| !it.is_empty()), when].into_iter().flatten().collect();
    let class = format!("kind kind-{}", hit.kind);
    view! {
        <li class="row">
            <a class="fill" href=link::to(&hit.kind, hit.id)>
                <span class=class>{icon(sign_of(&hit.kind))}</span>
                <span class="body">
                    <b class="clip">{hit.title.clone()}</b>
                    <span class="sub">{line.join(" · ")}</span>
                </span>
            </a>
        </li>
    }
    .into_any()
}
