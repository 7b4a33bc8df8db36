//! What another site hands over, in a file that six words open. Only the window opens it.

use domain::handing_over::ItemStatus;
use domain::views::{Refused, Standing, TakenOver};
use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::Event;

use crate::app::session::{App, app};
use crate::app::{api, files, link};
use crate::kit::erased::{dynamic, press, task, typed, words};
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{fault, t, tn, tv};
use crate::record::row::kind_name;

/// The longest file that is read, in bytes.
const LONGEST: f64 = 67_108_864.0;

#[derive(Clone, Copy)]
struct Taking {
    app: App,
    file: StoredValue<Option<JsValue>, LocalStorage>,
    input: NodeRef<Input>,
    words: RwSignal<String>,
    busy: RwSignal<bool>,
    problem: RwSignal<String>,
    taken: RwSignal<TakenOver>,
}

impl Taking {
    fn take(self) {
        let Some(file) = self.file.get_value() else {
            self.problem.set(t("takeover-no-file"));
            return;
        };
        let said = self.words.get_untracked();
        self.problem.set(String::new());
        self.busy.set(true);
        task(async move {
            match taken(&file, &said).await {
                Ok(taken) => self.told(taken),
                Err(words) => drop(self.problem.try_set(words)),
            }
            let _ = self.busy.try_set(false);
        });
    }

    fn told(self, taken: TakenOver) {
        let count = i64::try_from(taken.added).unwrap_or(i64::MAX);
        self.app.say(tn("takeover-done", count), None);
        if !taken.refused.is_empty() {
            let named = |it: &Refused| match it.title.as_str() {
                "" => kind_name(&it.kind),
                title => title.to_owned(),
            };
            let titles = taken.refused.iter().map(named).collect::<Vec<_>>().join(", ");
            let _ = self.problem.try_set(tv("takeover-refused", &[("what", &titles)]));
        }
        let _ = self.taken.try_set(taken);
        let _ = self.file.try_set_value(None);
        if let Some(input) = self.input.try_get_untracked().flatten() {
            input.set_value("");
        }
    }
}

async fn taken(file: &JsValue, words: &str) -> Result<TakenOver, String> {
    if files::size(file) > LONGEST {
        return Err(t("takeover-too-large"));
    }
    let bytes = files::bytes_of(file).await;
    api::take_over(&bytes, words).await.map_err(|it| fault(&it))
}

/// The card where the user picks the file and types the words.
pub fn take_over() -> AnyView {
    let taking = Taking {
        app: app(),
        file: StoredValue::new_local(None),
        input: NodeRef::new(),
        words: RwSignal::new(String::new()),
        busy: RwSignal::new(false),
        problem: RwSignal::new(String::new()),
        taken: RwSignal::new(TakenOver::default()),
    };
    let pick: Box<dyn FnMut(Event)> =
        Box::new(move |event| taking.file.set_value(files::in_event(&event, "target.files.0")));
    view! {
        <section class="card padded stack">
            <h2>{t("takeover-title")}</h2>
            <p>{t("takeover-what")}</p>
            <div class="ds-field">
                <label class="ds-label" for="handed">{t("takeover-file")}</label>
                <input class="ds-input" id="handed" type="file" node_ref=taking.input on:change=pick />
            </div>
            <div class="ds-field">
                <label class="ds-label" for="handed-words">{t("takeover-words")}</label>
                <input
                    class="ds-input"
                    id="handed-words"
                    type="text"
                    autocomplete="off"
                    aria-describedby="handed-problem"
                    on:input=typed(move |it| taking.words.set(it))
                />
                <p id="handed-problem" role="alert">{words(move || taking.problem.get())}</p>
            </div>
            <div class="with-new">
                <button
                    type="button"
                    class="ds-button"
                    prop:disabled=taking.busy
                    on:click=press(move || taking.take())
                >
                    {icon(Icon::Handover)}
                    {t("takeover-take")}
                </button>
            </div>
            {dynamic(move || standing(&taking.taken.get()))}
        </section>
    }
    .into_any()
}

/// What nobody had taken on there.
fn standing(taken: &TakenOver) -> AnyView {
    if taken.standing.is_empty() {
        return ().into_any();
    }
    let rows = taken.standing.iter().map(row).collect_view();
    view! {
        <h3>{t("takeover-standing")}</h3>
        <ul class="rows">{rows}</ul>
    }
    .into_any()
}

fn row(it: &Standing) -> AnyView {
    let kept = it.status == ItemStatus::KeptByLead.name();
    let why = if kept { "takeover-kept" } else { "takeover-declined" };
    let why = tv(why, &[("why", &it.reason)]);
    view! {
        <li class="row">
            <a class="fill" href=link::to(&it.kind, it.matter)>
                <span class="body">
                    <b>{it.title.clone()}</b>
                    <span class="sub">{why}</span>
                </span>
                {icon(Icon::Forward)}
            </a>
        </li>
    }
    .into_any()
}
