//! A file to import: picked, previewed, and then imported or dropped.

use domain::calls::{Import, Preview};
use domain::field::Place;
use domain::sheet::{Fate, Imported, Line};
use domain::{KINDS, Kind, Record, Resident, SiteSettings, SiteTopic};
use leptos::ev::DragEvent;
use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::Event;

use crate::app::session::{App, app};
use crate::app::{api, files};
use crate::kit::erased::{dynamic, press, task, typed, words};
use crate::kit::icon::{Icon, icon};
use crate::kit::states::waiting;
use crate::kit::text::{self, label, t, tn, tv};
use crate::nouns::exchange::preview::{Found, preview};

/// Kinds that are made by tapping, and for which no lists exist.
const TAPPED: [&str; 2] = [SiteSettings::KIND, SiteTopic::KIND];

#[derive(Clone, Copy)]
struct Picked {
    app: App,
    kind: RwSignal<&'static str>,
    file: StoredValue<Option<JsValue>, LocalStorage>,
    input: NodeRef<Input>,
    reading: RwSignal<bool>,
    found: RwSignal<Option<Result<Found, String>>>,
}

impl Picked {
    /// Reads the file, and requests a preview of its rows.
    fn look(self, file: Option<JsValue>) {
        let Some(file) = file else { return };
        self.file.set_value(Some(file.clone()));
        let kind = self.kind.get_untracked();
        self.found.set(None);
        self.reading.set(true);
        task(async move {
            let found = found(&file, kind).await;
            self.reading.set(false);
            self.found.set(Some(found));
        });
    }

    /// Imports the previewed rows.
    fn import(self) {
        let Some(Ok(found)) = self.found.get_untracked() else { return };
        let asked = Import { kind: found.kind.to_owned(), lines: lines(&found) };
        self.reading.set(true);
        task(async move {
            let done = api::call(asked).await;
            self.reading.set(false);
            match done {
                Ok(done) => {
                    let count = i64::try_from(done.count(Fate::Added)).unwrap_or(i64::MAX);
                    self.app.say(tn("exchange-done", count), done.group);
                    match done.count(Fate::Refused) {
                        0 => self.drop(),
                        // The refused rows stay, for the user to correct.
                        _ => self.look(self.file.get_value()),
                    }
                }
                Err(fault) => self.app.fail(&fault),
            }
        });
    }

    /// Forgets the file.
    fn drop(self) {
        self.file.set_value(None);
        self.found.set(None);
        if let Some(input) = self.input.get_untracked() {
            input.set_value("");
        }
    }
}

async fn found(file: &JsValue, kind: &'static str) -> Result<Found, String> {
    let sheet = files::table(file, kind).await?;
    let found = Found { name: files::name(file), kind, sheet, outcome: Imported::default() };
    let asked = Preview { kind: kind.to_owned(), lines: lines(&found) };
    let outcome = api::call(asked).await.map_err(|it| text::fault(&it))?;
    Ok(Found { outcome, ..found })
}

fn lines(found: &Found) -> Vec<Line> {
    found.sheet.rows.iter().map(|it| it.line.clone()).collect()
}

/// The card where the user picks a file and sees its preview.
pub fn bring_in() -> AnyView {
    let picked = Picked {
        app: app(),
        kind: RwSignal::new(Resident::KIND),
        file: StoredValue::new_local(None),
        input: NodeRef::new(),
        reading: RwSignal::new(false),
        found: RwSignal::new(None),
    };
    let choose = move |kind| {
        picked.kind.set(kind);
        picked.look(picked.file.get_value());
    };
    let pick: Box<dyn FnMut(Event)> =
        Box::new(move |event| picked.look(files::in_event(&event, "target.files.0")));
    let over: Box<dyn FnMut(DragEvent)> = Box::new(|event| event.prevent_default());
    let put: Box<dyn FnMut(DragEvent)> = Box::new(move |event| {
        event.prevent_default();
        picked.look(files::in_event(&event, "dataTransfer.files.0"));
    });
    let kinds = KINDS.iter().filter(|it| !TAPPED.contains(&it.name));
    view! {
        <section class="card padded stack" on:dragover=over on:drop=put>
            <h2>{t("exchange-in")}</h2>
            <p>{t("exchange-in-what")}</p>
            {kind_field("in-kind", kinds, picked.kind, choose)}
            <p class="quiet">{words(move || columns(picked.kind.get()))}</p>
            <div class="ds-field">
                <label class="ds-label" for="in-file">{t("exchange-file")}</label>
                <p class="quiet" id="in-file-what">{t("exchange-file-what")}</p>
                <input

                    class="ds-input"
                    id="in-file"
                    type="file"
                    accept=".csv,.tsv,.txt,.xlsx"
                    aria-describedby="in-file-what"
                    node_ref=picked.input
                    on:change=pick
                />
            </div>
            <div class="stack" role="status">{dynamic(move || outcome(&picked))}</div>
        </section>
    }
    .into_any()
}

fn outcome(picked: &Picked) -> AnyView {
    let picked = *picked;
    if picked.reading.get() {
        return waiting();
    }
    match picked.found.get() {
        None => ().into_any(),
        Some(Err(words)) => view! {
            <div class="callout" data-color="warm">{icon(Icon::Warning)} <p>{words}</p></div>
        }
        .into_any(),
        Some(Ok(found)) => {
            let count = i64::try_from(found.outcome.count(Fate::Added)).unwrap_or(i64::MAX);
            let import = (count > 0).then(|| {
                view! {
                    <button type="button" class="ds-button" on:click=press(move || picked.import())>
                        {icon(Icon::Upload)}
                        {tn("exchange-import", count)}
                    </button>
                }
                .into_any()
            });
            view! {
                {preview(&found)}
                <div class="reach">
                    {import}
                    <button
                        type="button"
                        class="ds-button"
                        data-variant="secondary"
                        on:click=press(move || picked.drop())
                    >
                        {t("exchange-drop")}
                    </button>
                </div>
            }
            .into_any()
        }
    }
}

/// The names that the columns of a list can have.
fn columns(kind: &str) -> String {
    let fields = domain::kind(kind).map_or(&[][..], |it| it.fields).iter();
    let fields = fields.filter(|it| it.place != Place::Hidden);
    let names: Vec<_> = fields.map(|it| format!("«{}»", label(kind, it.name))).collect();
    tv("exchange-columns", &[("columns", &names.join(", "))])
}

/// A list of kinds to choose from.
pub fn kind_field(
    id: &'static str,
    kinds: impl Iterator<Item = &'static Kind>,
    chosen: RwSignal<&'static str>,
    choose: impl Fn(&'static str) + 'static,
) -> AnyView {
    let now = chosen.get_untracked();
    let options = kinds.map(|it| {
        view! { <option value=it.name selected=it.name == now>{t(it.name)}</option> }.into_any()
    });
    let choose = typed(move |name| {
        if let Some(kind) = domain::kind(&name) {
            choose(kind.name);
        }
    });
    let options = options.collect_view();
    view! {
        <div class="ds-field">
            <label class="ds-label" for=id>{t("exchange-kind")}</label>
            <select autocomplete="off" class="ds-input" id=id on:change=choose>{options}</select>
        </div>
    }
    .into_any()
}
