//! Long lists, of which only what is near the screen is drawn: a row costs about a millisecond, and
//! what changes is asked for again as long as it is drawn. The rest keeps its place.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use js_sys::{Array, Reflect};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    HtmlDivElement, HtmlElement, IntersectionObserver, IntersectionObserverEntry,
    IntersectionObserverInit, ResizeObserver,
};

use crate::lean::{dynamic, effect, words};

/// Rows of a slot: what can be drawn within a frame, also by a slow phone.
pub const ROWS: u32 = 25;

/// How far from the screen a slot is drawn already.
const NEAR: &str = "900px 0px";
/// What a slot is not emptied of: the focus, and what somebody is typing.
const IN_USE: &str = ":focus, input:not(:placeholder-shown)";

type Draw = Arc<dyn Fn(u32) -> AnyView + Send + Sync>;

/// Where a slot stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// The name of its list.
    pub list: &'static str,
    /// Its number there.
    pub at: u32,
    /// About how many rows it has.
    pub rows: u32,
}

thread_local! {
    /// The pixels that slots took when they were drawn: a list is as long when one comes back to it.
    static HEIGHTS: RefCell<HashMap<Place, i32>> = RefCell::default();
}

/// A card of so many rows, drawn by the number of their slot.
pub fn slots(
    list: &'static str,
    rows: impl Fn() -> u32 + Send + Sync + 'static,
    draw: impl Fn(u32) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let draw: Draw = Arc::new(draw);
    let places = Signal::derive(move || places(list, rows()));
    let one = move |place: Place| {
        let draw = draw.clone();
        // A list that ends within its first slot is short enough.
        slot(place, place.at == 0 && place.rows < ROWS, move || draw(place.at))
    };
    view! {
        <div class="card slots">
            <For each=move || places.get() key=|it| it.at children=one />
        </div>
    }
    .into_any()
}

fn places(list: &'static str, rows: u32) -> Vec<Place> {
    let place = |at| Place { list, at, rows: ROWS.min(rows - at * ROWS) };
    (0..rows.div_ceil(ROWS)).map(place).collect()
}

/// The part of a list that stands in a slot.
pub fn part<T: Clone>(all: &[T], at: u32) -> Vec<T> {
    let [skip, most] = [at * ROWS, ROWS].map(|it| usize::try_from(it).unwrap_or(usize::MAX));
    all.iter().skip(skip).take(most).cloned().collect()
}

/// Something that is drawn while it is near the screen; to begin with only where it is wanted at once.
pub fn slot(place: Place, at_once: bool, draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let (mark, near) = (NodeRef::<Div>::new(), RwSignal::new(at_once));
    effect(move || {
        if let Some(mark) = mark.get() {
            watch(&mark, near);
            measure(&mark, place, near);
        }
    });
    let height = words(move || {
        near.track();
        height(place)
    });
    let drawn = move || near.get().then(&draw);
    view! { <div class="slot" node_ref=mark style=("--height", height)>{dynamic(drawn)}</div> }
        .into_any()
}

/// As it was; of what has not been drawn yet, as rows are where nothing needs a second line.
fn height(place: Place) -> String {
    let known = HEIGHTS.with_borrow(|it| it.get(&place).copied());
    known.map_or_else(|| format!("{}rem", f64::from(place.rows) * 4.3125), |it| format!("{it}px"))
}

/// Notes whether a slot is near the screen.
fn watch(mark: &HtmlDivElement, near: RwSignal<bool>) {
    let own: HtmlElement = mark.clone().into();
    let seen = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
        let last: IntersectionObserverEntry = entries.at(-1).unchecked_into();
        let (now, own) = (last.is_intersecting(), own.clone());
        // Each in a task of its own, so that a frame can be drawn between two slots.
        set_timeout(move || turn(near, now, &own), Duration::ZERO);
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(NEAR);
    // The same in a list that scrolls by itself. A browser that doesn't know it draws a little later.
    let _ = Reflect::set(&options, &"scrollMargin".into(), &NEAR.into());
    let observer = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options);
    if let Ok(observer) = observer {
        observer.observe(mark);
        on_cleanup(move || observer.disconnect());
    }
    // Freed together with its observer by the browser.
    seen.forget();
}

fn turn(near: RwSignal<bool>, now: bool, own: &HtmlElement) {
    let in_use = || matches!(own.query_selector(IN_USE), Ok(Some(_)));
    if near.try_get_untracked() == Some(!now) && (now || !in_use()) {
        near.set(now);
    }
}

/// Notes how high a slot is while it is drawn.
fn measure(mark: &HtmlDivElement, place: Place, near: RwSignal<bool>) {
    let own: HtmlElement = mark.clone().into();
    let sized = Closure::<dyn FnMut()>::new(move || {
        // What has been taken off the page has no height.
        let height = Some(own.offset_height()).filter(|it| *it > 0);
        if let (Some(true), Some(height)) = (near.try_get_untracked(), height) {
            HEIGHTS.with_borrow_mut(|it| it.insert(place, height));
        }
    });
    if let Ok(observer) = ResizeObserver::new(sized.as_ref().unchecked_ref()) {
        observer.observe(mark);
        on_cleanup(move || observer.disconnect());
    }
    sized.forget();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_a_list_stands_in_one_slot() {
        for rows in [0, 1, ROWS, ROWS + 1, 10_000] {
            let all: Vec<u32> = (0..rows).collect();
            let places = places("rows", rows);
            let drawn: Vec<_> = places.iter().flat_map(|it| part(&all, it.at)).collect();
            assert_eq!(drawn, all);
            assert_eq!(places.iter().map(|it| it.rows).sum::<u32>(), rows);
        }
    }
}
