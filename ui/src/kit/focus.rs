//! Keeps focus on the page: when the element with focus is removed, such as a row that is done or
//! a button that has done its work, focus moves to the nearest element.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit};

/// The elements that take focus by keys, and the heading, which takes it when a page is opened.
const STOPS: &str = "h1, a[href], button, input, select, textarea, summary, [tabindex='0']";
/// The fields for which a phone shows its keyboard.
const TYPED_IN: &str = "textarea, input:not([type=checkbox], [type=file])";
/// Elements over the page. When they close, focus goes back to where it was on the page.
const OVER: &str = "dialog, .toasts";

/// A stop and the elements around it, innermost first, each with the number of stops before it
/// there. For a stop over the page, the way of the stop before it follows.
type Way = Vec<(Element, usize)>;

/// Keeps focus for as long as the page is open, except while `arriving` at a page whose heading
/// will take it.
pub fn keep(arriving: StoredValue<bool>) {
    let way = StoredValue::new_local(Way::new());
    let working = StoredValue::new(false);
    // Stays as long as the page does.
    let _ = window_event_listener(leptos::ev::focusin, move |event| {
        if let Some(stop) = event.target().and_then(|it| it.dyn_into().ok()) {
            working.set_value(false);
            way.update_value(|it| *it = way_to(&stop, it));
        }
    });
    watch(move || {
        // A button that is disabled while it works loses focus, though a moment later.
        if way.with_value(|it| it.first().is_some_and(|(last, _)| is(last, ":disabled"))) {
            working.set_value(true);
        } else if !arriving.get_value() && has_none() {
            // A copy, because moving focus replaces the way.
            come_back(&way.get_value(), working.get_value());
        }
    });
}

/// Moves focus back to the button that has done its work, or to the stop nearest to one that is
/// gone. In any other case the user took focus away on purpose.
fn come_back(way: &Way, worked: bool) {
    match way.first() {
        Some((last, _)) if !is_shown(last) => mend(way),
        Some((last, _)) if worked => {
            // The stops are HTML elements, all of which have `focus`.
            let _ = last.dyn_ref().map(HtmlElement::focus);
        }
        _ => (),
    }
}

/// Calls `look` when an element comes, goes, is disabled or enabled, or a dialog opens or closes.
fn watch(look: impl FnMut() + 'static) {
    let look = Closure::<dyn FnMut()>::new(look);
    let what = MutationObserverInit::new();
    what.set_child_list(true);
    what.set_subtree(true);
    what.set_attribute_filter(&js_sys::Array::of2(&"open".into(), &"disabled".into()));
    let observer = MutationObserver::new(look.as_ref().unchecked_ref());
    if let (Ok(observer), Some(body)) = (observer, document().body()) {
        // Refused only if it is told to watch for nothing.
        let _ = observer.observe_with_options(&body, &what);
    }
    look.forget();
}

fn way_to(stop: &Element, before: &Way) -> Way {
    let parts = std::iter::successors(Some(stop.clone()), |it| it.parent_element());
    let parts = parts.take_while(|it| !is(it, "body") && !is(it, OVER));
    let place = |part: &Element| stops(part).position(|it| *stop == *it).unwrap_or_default();
    let here = parts.map(|part| (part.clone(), place(&part)));
    let over = is_over(stop);
    let page = before.iter().filter(|(it, _)| over && it.is_connected() && !is_over(it));
    here.chain(page.cloned()).collect()
}

/// Moves focus to the stop nearest to the one that is gone.
fn mend(way: &Way) {
    let Some((gone, _)) = way.first() else { return };
    let typed = is(gone, TYPED_IN);
    for (part, place) in way.iter().filter(|(it, _)| it.is_connected()) {
        let all: Vec<_> = stops(part).collect();
        let (before, after) = all.split_at((*place).min(all.len()));
        let near = after.iter().chain(before.iter().rev());
        // Only a field passes focus to a field, or a phone's keyboard would come up unasked.
        if near.filter(|it| typed || !is(it, TYPED_IN)).any(takes) {
            return;
        }
    }
    if let Some(body) = document().body() {
        let _ = stops(&body).filter(|it| is(it, "h1")).any(|it| takes(&it));
    }
}

fn stops(part: &Element) -> impl Iterator<Item = HtmlElement> + use<> {
    let all = part.query_selector_all(STOPS).ok();
    let at = move |place| all.as_ref()?.get(place)?.dyn_into().ok();
    (0..).map_while(at)
}

/// Tries to move focus there. A stop that is hidden or disabled doesn't take it.
fn takes(stop: &HtmlElement) -> bool {
    stop.focus().is_ok() && !has_none()
}

fn has_none() -> bool {
    document().active_element().is_none_or(|it| is(&it, "body"))
}

fn is_over(part: &Element) -> bool {
    part.closest(OVER).is_ok_and(|it| it.is_some())
}

fn is_shown(part: &Element) -> bool {
    part.get_bounding_client_rect().width() > 0.0
}

fn is(part: &Element, selector: &str) -> bool {
    part.matches(selector).unwrap_or_default()
}
