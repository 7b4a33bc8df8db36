//! The hits of one kind: a few at first, and more on request.

use domain::views::{Hit, Hits};
use domain::{Fault, Kind};
use leptos::prelude::*;

use crate::app::link;
use crate::app::query::Answer;
use crate::kit::erased::{dynamic, effect, press, words};
use crate::kit::format;
use crate::kit::icon::icon;
use crate::kit::states::{left_out, number};
use crate::kit::text::{label, tn};
use crate::record::row::{boxed, sign_of, standing};

/// Hits at first: few enough to draw those of all kinds within a frame.
const FEW: usize = 5;
/// Hits added at a time.
const MORE: usize = 20;

/// The hits of a kind under their heading; nothing if there are none. A new text shows few again.
pub fn hits_of(kind: &'static str, hits: Answer<Hits>, text: RwSignal<String>) -> AnyView {
    let own = Memo::new(move |_| hits.with(|it| of_kind(it.as_ref(), kind)));
    let parts = RwSignal::new(1);
    effect(move || {
        text.track();
        parts.set(1);
    });
    let any = Memo::new(move |_| !own.with(Vec::is_empty));
    let rest = Memo::new(move |_| hits.with(|it| rest_of(it.as_ref(), kind)));
    dynamic(move || any.get().then(|| section(kind, own, rest, parts)))
}

/// How many more of a kind match than are here.
fn rest_of(hits: Option<&Result<Hits, Fault>>, kind: &str) -> u64 {
    hits.and_then(|it| it.as_ref().ok()?.more.get(kind).copied()).unwrap_or_default()
}

fn of_kind(hits: Option<&Result<Hits, Fault>>, kind: &str) -> Vec<Hit> {
    let hits = hits.and_then(|it| it.as_ref().ok()).into_iter().flat_map(|it| &it.hits);
    hits.filter(|it| it.kind == kind).cloned().collect()
}

fn section(
    kind: &'static str,
    own: Memo<Vec<Hit>>,
    rest: Memo<u64>,
    parts: RwSignal<usize>,
) -> AnyView {
    let part = move |at| {
        let here = Memo::new(move |_| own.with(|it| part(it, at)));
        dynamic(move || here.with(|it| it.iter().map(row).collect_view()))
    };
    let hidden = Memo::new(move |_| own.with(|it| it.len().saturating_sub(until(parts.get()))));
    let more = Memo::new(move |_| hidden.get() > 0);
    let way = move || {
        if more.get() {
            return Some(button(parts, move || hidden.get() as u64 + rest.get()));
        }
        left_out("search-rest", rest.get())
    };
    view! {
        <section>
            <h2>{label("many", kind)}</h2>
            <ul class="card rows">
                <For each=move || 0..parts.get() key=|at| *at children=part />
            </ul>
            {dynamic(way)}
        </section>
    }
    .into_any()
}

/// The number of hits in so many parts.
fn until(parts: usize) -> usize {
    parts.checked_sub(1).map_or(0, |it| FEW + it * MORE)
}

fn part(all: &[Hit], at: usize) -> Vec<Hit> {
    let (from, to) = (until(at), until(at + 1));
    all.iter().take(to).skip(from).cloned().collect()
}

fn button(parts: RwSignal<usize>, rest: impl Fn() -> u64 + Send + Sync + 'static) -> AnyView {
    let said = words(move || tn("list-more", number(rest())));
    view! {
        <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            on:click=press(move || parts.update(|it| *it += 1))
        >
            {said}
        </button>
    }
    .into_any()
}

fn row(hit: &Hit) -> AnyView {
    let by_day = domain::kind(&hit.kind).is_some_and(Kind::is_by_day);
    let when = hit.at.map(|at| if by_day { format::coming_day(at) } else { format::agreed(at) });
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
                {standing(&hit.kind, &hit.status).map(boxed)}
            </a>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asking_for_more_hits_again_and_again_shows_each_of_them_once() {
        let hit = |at: u32| Hit { title: at.to_string(), ..Hit::default() };
        let all: Vec<Hit> = (0..60).map(hit).collect();
        assert_eq!(part(&all, 0).len(), FEW);
        let shown: Vec<_> = (0..4).flat_map(|at| part(&all, at)).collect();
        assert_eq!(shown, all);
    }
}
