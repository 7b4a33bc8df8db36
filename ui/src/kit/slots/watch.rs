//! What the browser tells about slots: which are near the screen, and how high they are.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use js_sys::{Array, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, HtmlDivElement, HtmlElement, IntersectionObserver, IntersectionObserverEntry,
    IntersectionObserverInit, ResizeObserver, ResizeObserverEntry,
};

use crate::kit::frame_queue::in_turn;
use crate::kit::slots::Place;

/// How far from the screen a slot is drawn.
const NEAR: &str = "900px 0px";
/// A slot is not emptied while it has focus or a field with text in it.
const IN_USE: &str = ":focus, input:not(:placeholder-shown)";
/// The attribute with a slot's number.
const NUMBER: &str = "data-slot";

struct Slot {
    place: Place,
    own: HtmlDivElement,
    /// Whether it is drawn.
    drawn: RwSignal<bool>,
    /// Whether it is near the screen.
    near: Cell<bool>,
}

#[derive(Default)]
struct Watch {
    slots: RefCell<HashMap<u32, Rc<Slot>>>,
    last: Cell<u32>,
}

thread_local! {
    static WATCH: Watch = Watch::default();
    static SEEN: Option<IntersectionObserver> = seen().ok();
    static SIZED: Option<ResizeObserver> = sized().ok();
    /// The pixels that slots took when drawn, so that a list has the same length on return.
    static HEIGHTS: RefCell<HashMap<Place, f64>> = RefCell::default();
}

/// The height of a slot that isn't drawn: its last height, or before it was ever drawn, the height
/// of rows without a second line.
pub fn height(place: Place) -> String {
    let known = HEIGHTS.with_borrow(|it| it.get(&place).copied());
    known.map_or_else(|| format!("{}rem", f64::from(place.rows) * 4.3125), |it| format!("{it}px"))
}

/// Draws a slot while it is near the screen, for as long as it is on the page.
pub fn watch(own: HtmlDivElement, place: Place, drawn: RwSignal<bool>) {
    let number = WATCH.with(|it| it.last.replace(it.last.get() + 1));
    let _ = own.set_attribute(NUMBER, &number.to_string());
    SEEN.with(|it| it.iter().for_each(|it| it.observe(&own)));
    SIZED.with(|it| it.iter().for_each(|it| it.observe(&own)));
    let near = Cell::new(drawn.get_untracked());
    let slot = Rc::new(Slot { place, own, drawn, near });
    WATCH.with(|it| it.slots.borrow_mut().insert(number, slot));
    on_cleanup(move || forget(number));
}

fn forget(number: u32) {
    let slot = WATCH.with(|it| it.slots.borrow_mut().remove(&number));
    if let Some(slot) = slot {
        SEEN.with(|it| it.iter().for_each(|it| it.unobserve(&slot.own)));
        SIZED.with(|it| it.iter().for_each(|it| it.unobserve(&slot.own)));
    }
}

fn number(own: &Element) -> Option<u32> {
    own.get_attribute(NUMBER)?.parse().ok()
}

fn slot(number: u32) -> Option<Rc<Slot>> {
    WATCH.with(|it| it.slots.borrow().get(&number).cloned())
}

fn seen() -> Result<IntersectionObserver, JsValue> {
    let told = Closure::<dyn FnMut(Array)>::new(|entries: Array| {
        for entry in entries.iter().map(JsCast::unchecked_into::<IntersectionObserverEntry>) {
            let Some(number) = number(&entry.target()) else { continue };
            let Some(slot) = slot(number) else { continue };
            slot.near.set(entry.is_intersecting());
            in_turn(move || self::slot(number).is_some_and(|it| changes(&it)));
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(NEAR);
    // The same in a list that scrolls by itself. A browser without this option draws later.
    let _ = Reflect::set(&options, &"scrollMargin".into(), &NEAR.into());
    IntersectionObserver::new_with_options(told.into_js_value().unchecked_ref(), &options)
}

fn sized() -> Result<ResizeObserver, JsValue> {
    let told = Closure::<dyn FnMut(Array)>::new(|entries: Array| {
        for entry in entries.iter().map(JsCast::unchecked_into::<ResizeObserverEntry>) {
            let height = entry.content_rect().height();
            // An element that was taken off the page has no height.
            let slot = number(&entry.target()).and_then(slot).filter(|_| height > 0.0);
            if let Some(slot) = slot.filter(|it| it.drawn.try_get_untracked() == Some(true)) {
                HEIGHTS.with_borrow_mut(|it| it.insert(slot.place, height));
            }
        }
    });
    ResizeObserver::new(told.into_js_value().unchecked_ref())
}

/// Draws or empties a slot, unless it is as it should be. Returns whether it did.
fn changes(slot: &Slot) -> bool {
    let near = slot.near.get();
    let in_use = || matches!(slot.own.query_selector(IN_USE), Ok(Some(_)));
    let change = slot.drawn.try_get_untracked() == Some(!near) && (near || !in_use());
    if change {
        let _ = HtmlElement::style(&slot.own).set_property("--height", &height(slot.place));
        slot.drawn.set(near);
    }
    change
}
