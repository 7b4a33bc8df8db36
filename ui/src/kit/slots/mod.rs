//! Long lists, of which only the slots near the screen are drawn: a row costs about a millisecond,
//! and a drawn row is asked for again when it changes. The other slots keep their height.

pub mod watch;

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;

use crate::kit::erased::{dynamic, effect, words};
use crate::kit::slots::watch::watch;

/// Rows of a slot: as many as a slow phone can draw within a frame.
pub const ROWS: u32 = 25;

type Draw = Arc<dyn Fn(u32) -> AnyView + Send + Sync>;

/// Where a slot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// The name of its list.
    pub list: &'static str,
    /// Its number there.
    pub at: u32,
    /// About how many rows it has.
    pub rows: u32,
}

/// A card of so many rows, drawn by the number of their slot. The first slot is there before the
/// number of rows is known, and shows that there are none.
pub fn slots(
    list: &'static str,
    rows: impl Fn() -> u32 + Copy + Send + Sync + 'static,
    draw: impl Fn(u32) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let draw: Draw = Arc::new(draw);
    let places = Signal::derive(move || places(list, rows().max(1)));
    let class = words(move || if rows() == 0 { "slots" } else { "card slots" }.to_owned());
    let one = move |place: Place| {
        let draw = draw.clone();
        // A list that ends within its first slot is drawn at once, because it is short.
        slot(place, place.at == 0 && place.rows < ROWS, move || draw(place.at))
    };
    view! {
        <div class=class>
            <For each=move || places.get() key=|it| it.at children=one />
        </div>
    }
    .into_any()
}

fn places(list: &'static str, rows: u32) -> Vec<Place> {
    let place = |at| Place { list, at, rows: ROWS.min(rows - at * ROWS) };
    (0..rows.div_ceil(ROWS)).map(place).collect()
}

/// The part of a list that a slot shows.
pub fn part<T: Clone>(all: &[T], at: u32) -> Vec<T> {
    let [skip, most] = [at * ROWS, ROWS].map(|it| usize::try_from(it).unwrap_or(usize::MAX));
    all.iter().skip(skip).take(most).cloned().collect()
}

/// A part that is drawn while it is near the screen; from the beginning only if `at_once` is set.
pub fn slot(place: Place, at_once: bool, draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let (mark, near) = (NodeRef::<Div>::new(), RwSignal::new(at_once));
    effect(move || {
        if let Some(mark) = mark.get() {
            watch(mark, place, near);
        }
    });
    let drawn = move || if near.get() { draw() } else { kept() };
    let height = watch::height(place);
    view! { <div class="slot" node_ref=mark style=("--height", height)>{dynamic(drawn)}</div> }
        .into_any()
}

fn kept() -> AnyView {
    view! { <div class="kept"></div> }.into_any()
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
