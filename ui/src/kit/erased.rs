//! Views, handlers, effects and tasks without their closures' types. The framework is compiled anew
//! for each closure type that reaches it, which adds kilobytes to what a phone must fetch; closures
//! behind a pointer share one copy.

use std::pin::Pin;
use std::sync::{Arc, Mutex};

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{Event, MouseEvent};

type SharedView = Arc<Mutex<dyn FnMut() -> AnyView + Send>>;

/// Part of a view that is drawn again when a signal that it reads changes.
pub fn dynamic<V: IntoView + 'static>(view: impl Fn() -> V + Send + 'static) -> AnyView {
    let view: SharedView = Arc::new(Mutex::new(move || view().into_any()));
    view.into_any()
}

/// Text, or the value of an attribute, that changes with the signals it reads.
pub fn words(text: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(text)
}

/// A view that is built anew whenever `key` changes.
pub fn keyed(
    key: impl Fn() -> String + Send + Sync + 'static,
    draw: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let key: Signal<String> = Signal::derive(key);
    let draw: Arc<dyn Fn() -> AnyView + Send + Sync> = Arc::new(draw);
    keyed_by(key, draw)
}

fn keyed_by(key: Signal<String>, draw: Arc<dyn Fn() -> AnyView + Send + Sync>) -> AnyView {
    view! { <For each=move || [key.get()] key=Clone::clone children=move |_| draw() /> }.into_any()
}

/// A handler of a press.
pub fn press(mut act: impl FnMut() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| act())
}

/// A handler of the text that the user types or chooses.
pub fn typed(mut take: impl FnMut(String) + 'static) -> Box<dyn FnMut(Event)> {
    Box::new(move |event| take(event_target_value(&event)))
}

/// A handler of a box that the user ticks or unticks.
pub fn ticked(mut take: impl FnMut(bool) + 'static) -> Box<dyn FnMut(Event)> {
    Box::new(move |event| take(event_target_checked(&event)))
}

/// Runs `run` now, and again whenever a signal that it reads changes.
pub fn effect(run: impl FnMut() + 'static) {
    effect_of(Box::new(run));
}

fn effect_of(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_| run());
}

/// Runs a future.
pub fn task(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    spawn_local(work);
}
