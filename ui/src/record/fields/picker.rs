//! Finding a resident by typing: a field over the hits. The arrows mark a hit and Enter picks it.
//! Follows the combobox of the ARIA Authoring Practices Guide.

use std::rc::Rc;

use domain::calls::ListResidents;
use domain::views::{ResidentRow, Residents};
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::app::api;
use crate::app::query::{Answer, live, shown};
use crate::kit::avatar::avatar;
use crate::kit::erased::{effect, press, task, typed, words};
use crate::kit::text::{t, tn, tnv};
use crate::record::problems;

/// Most hits shown; the number of all is told.
const SHOWN: u32 = 12;
const FIELD: &str = "person-typed";
const HITS: &str = "person-hits";

/// Takes the resident that is picked.
type Choose = Rc<dyn Fn(ResidentRow)>;
type Close = Rc<dyn Fn()>;

/// A search within a form.
#[derive(Clone, Copy)]
struct Picker {
    text: RwSignal<String>,
    found: Answer<Residents>,
    /// Which hit is marked.
    marked: RwSignal<Option<usize>>,
    choose: StoredValue<Choose, LocalStorage>,
    close: StoredValue<Close, LocalStorage>,
}

/// The field and its hits; `choose` takes the one picked, `close` leaves without.
pub fn picker(choose: impl Fn(ResidentRow) + 'static, close: impl Fn() + 'static) -> AnyView {
    let (choose, close): (Choose, Close) = (Rc::new(choose), Rc::new(close));
    let text = RwSignal::new(String::new());
    let picker = Picker {
        text,
        found: live(move || ListResidents { text: text.get(), gone: false, limit: SHOWN, skip: 0 }),
        marked: RwSignal::new(None),
        choose: StoredValue::new_local(choose),
        close: StoredValue::new_local(close),
    };
    // A mark belongs to the hits it was set on.
    effect(move || {
        picker.found.track();
        picker.marked.set(None);
    });
    effect(|| problems::focus(FIELD));
    picker.view()
}

impl Picker {
    fn view(self) -> AnyView {
        let text = self.text;
        let active = move || self.marked.get().map(hit_id).unwrap_or_default();
        // The field belongs to no form, so that a phone's «Go» can't submit the one around it.
        view! {
            <div class="person-search">
                <label class="ds-label" for=FIELD>{t("visit-find")}</label>
                <input
                    id=FIELD
                    class="ds-input"
                    type="text"
                    role="combobox"
                    form="none"
                    enterkeyhint="done"
                    autocomplete="off"
                    aria-autocomplete="list"
                    aria-controls=HITS
                    aria-expanded=words(move || (self.count() > 0).to_string())
                    aria-activedescendant=words(active)
                    prop:value=text
                    on:input=typed(move |it| text.set(it))
                    on:keydown=on_key(move |event| self.key(event))
                />
                <p class="quiet count" role="status">{words(move || self.said())}</p>
                {shown(self.found, move |it| self.hits(it.rows))}
            </div>
        }
        .into_any()
    }

    fn hits(self, rows: Vec<ResidentRow>) -> AnyView {
        let hits: Vec<_> = rows.into_iter().enumerate().map(|(at, it)| self.hit(at, it)).collect();
        if hits.is_empty() {
            return ().into_any();
        }
        view! { <ul class="card rows" id=HITS role="listbox" aria-label=t("visit-find")>{hits}</ul> }
            .into_any()
    }

    fn hit(self, at: usize, it: ResidentRow) -> AnyView {
        let (called, unit, face) = (it.called.clone(), it.unit.clone(), avatar(&it.called));
        let marked = words(move || (self.marked.get() == Some(at)).to_string());
        view! {
            <li class="row" id=hit_id(at) role="option" aria-selected=marked on:click=press(move || self.pick(it.clone()))>
                <span class="fill">
                    {face}
                    <span class="body">
                        <b>{called}</b>
                        <span class="sub">{unit}</span>
                    </span>
                </span>
            </li>
        }
        .into_any()
    }

    /// How many hits are shown.
    fn count(self) -> usize {
        self.found
            .with(|it| it.as_ref().and_then(|it| it.as_ref().ok()).map_or(0, |it| it.rows.len()))
    }

    /// How many were found, and how many of them are shown if not all.
    fn said(self) -> String {
        let Some(Ok(found)) = self.found.get() else { return String::new() };
        let (shown, total) = (found.rows.len() as u64, found.total);
        let count = i64::try_from(total).unwrap_or(i64::MAX);
        match (shown, total) {
            (0, _) => t("residents-no-match"),
            _ if shown < total => tnv("picker-shown", count, &[("shown", &shown.to_string())]),
            _ => tn("residents-count", count),
        }
    }

    fn key(self, event: &KeyboardEvent) {
        // Letters that are still being composed belong to the input method.
        if event.is_composing() || event.ctrl_key() || event.meta_key() {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => self.step(1),
            "ArrowUp" => self.step(-1),
            "Enter" => self.enter(),
            "Escape" => self.close.with_value(|close| close()),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }

    /// Marks the next hit or the one before; past the end it starts from the beginning.
    fn step(self, by: isize) {
        let count = untrack(|| self.count());
        let last = count.saturating_sub(1);
        let next = match self.marked.get_untracked() {
            _ if count == 0 => return,
            None | Some(0) if by < 0 => last,
            Some(at) if by < 0 || at < last => at.saturating_add_signed(by),
            _ => 0,
        };
        self.marked.set(Some(next));
        show(&hit_id(next));
    }

    fn enter(self) {
        let found = self.found.get_untracked();
        let rows = found.and_then(Result::ok).map(|it| it.rows).unwrap_or_default();
        match self.marked.get_untracked().and_then(|at| rows.into_iter().nth(at)) {
            Some(marked) => self.pick(marked),
            None => self.pick_only_hit(),
        }
    }

    /// Picks the only resident found by the typed text, and marks the first if there are several.
    /// It makes its own request, because the hits shown may still be those of an earlier text.
    fn pick_only_hit(self) {
        let text = self.text.get_untracked();
        task(async move {
            let asked = ListResidents { text: text.clone(), gone: false, limit: 2, skip: 0 };
            let Ok(found) = api::call(asked).await else { return };
            if self.text.try_get_untracked() != Some(text) {
                return;
            }
            match <[_; 1]>::try_from(found.rows) {
                Ok([only]) => self.pick(only),
                Err(_) => self.step(1),
            }
        });
    }

    fn pick(self, it: ResidentRow) {
        let choose = self.choose.try_get_value();
        if let Some(choose) = choose {
            choose(it);
        }
    }
}

fn hit_id(at: usize) -> String {
    format!("{HITS}-{at}")
}

fn on_key(take: impl Fn(&KeyboardEvent) + 'static) -> Box<dyn FnMut(KeyboardEvent)> {
    Box::new(move |event| take(&event))
}

/// Scrolls to a hit that is out of sight.
fn show(id: &str) {
    if let Some(hit) = document().get_element_by_id(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        hit.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
