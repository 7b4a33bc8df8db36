//! Views, handlers, effects and tasks without their closures' types. Each closure type
//! that reaches the framework is compiled with all of the framework around it, which
//! adds kilobytes to what a phone must fetch; behind a pointer they share one.

use std::pin::Pin;
use std::sync::{Arc, Mutex};

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{Event, MouseEvent};

type SharedView = Arc<Mutex<dyn FnMut() -> AnyView + Send>>;

/// Part of a view that is drawn anew when a signal that it reads changes.
pub fn dynamic<V: IntoView + 'static>(view: impl Fn() -> V + Send + 'static) -> AnyView {
    let view: SharedView = Arc::new(Mutex::new(move || view().into_any()));
    view.into_any()
}

/// Text, or the value of an attribute, that changes with the signals it reads.
pub fn words(text: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(text)
}

/// A view that is made from nothing whenever `key` changes.
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

/// What a press does.
pub fn press(mut act: impl FnMut() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| act())
}

/// What happens with what somebody types or chooses.
pub fn typed(mut take: impl FnMut(String) + 'static) -> Box<dyn FnMut(Event)> {
    Box::new(move |event| take(event_target_value(&event)))
}

/// What happens when somebody ticks a box, or takes the tick away.
pub fn ticked(mut take: impl FnMut(bool) + 'static) -> Box<dyn FnMut(Event)> {
    Box::new(move |event| take(event_target_checked(&event)))
}

/// Something that is done now, and again whenever a signal that it reads changes.
pub fn effect(run: impl FnMut() + 'static) {
    effect_of(Box::new(run));
}

fn effect_of(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_| run());
}

/// Something that takes time.
pub fn task(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    spawn_local(work);
}
