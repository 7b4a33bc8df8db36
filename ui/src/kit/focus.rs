//! The keyboard stays somewhere: when what has focus leaves the page, as a row that is done or a
//! button that has done its work, focus goes to what is nearest to where it was.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit};

/// What takes focus by keys, and the heading, which takes it when one arrives.
const STOPS: &str = "h1, a[href], button, input, select, textarea, summary, [tabindex='0']";
/// Where a phone shows its keyboard.
const TYPED_IN: &str = "textarea, input:not([type=checkbox], [type=file])";
/// What lies over the page: from there one comes back to where one was.
const OVER: &str = "dialog, .toasts";

/// A stop and the parts of the page that it lies in, innermost first, each with how many stops
/// come before it there. Behind a stop that lies over the page follows the way to the one before.
type Way = Vec<(Element, usize)>;

/// Looks after focus for as long as the page is open; not while one is `arriving` at a page whose
/// heading will take it.
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
        // A button that can't be pressed while it works loses focus, if a moment later.
        if way.with_value(|it| it.first().is_some_and(|(last, _)| is(last, ":disabled"))) {
            working.set_value(true);
        } else if !arriving.get_value() && has_none() {
            // A copy, since moving focus writes the way anew.
            come_back(&way.get_value(), working.get_value());
        }
    });
}

/// Moves focus back to what worked and is done, or to what is nearest to what is gone; else
/// somebody took it away on purpose.
fn come_back(way: &Way, worked: bool) {
    match way.first() {
        Some((last, _)) if !is_shown(last) => mend(way),
        Some((last, _)) if worked => {
            // The stops are HTML elements, all of which can be asked.
            let _ = last.dyn_ref().map(HtmlElement::focus);
        }
        _ => (),
    }
}

/// Looks whenever something comes or goes, works or is done, or a dialog is closed.
fn watch(look: impl FnMut() + 'static) {
    let look = Closure::<dyn FnMut()>::new(look);
    let what = MutationObserverInit::new();
    what.set_child_list(true);
    what.set_subtree(true);
    what.set_attribute_filter(&js_sys::Array::of2(&"open".into(), &"disabled".into()));
    let observer = MutationObserver::new(look.as_ref().unchecked_ref());
    if let (Ok(observer), Some(body)) = (observer, document().body()) {
        // Only refused when it is told to watch for nothing.
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

/// Moves focus to what is nearest to where it was.
fn mend(way: &Way) {
    let Some((gone, _)) = way.first() else { return };
    let typed = is(gone, TYPED_IN);
    for (part, place) in way.iter().filter(|(it, _)| it.is_connected()) {
        let all: Vec<_> = stops(part).collect();
        let (before, after) = all.split_at((*place).min(all.len()));
        let near = after.iter().chain(before.iter().rev());
        // A field only takes over from a field, or a phone's keyboard would come up unasked.
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

/// Tries to move focus there; what isn't shown, or is disabled, doesn't take it.
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
