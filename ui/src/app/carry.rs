//! What is carried away in a file: made by the window, saved among the downloads, and opened by words that are
//! told by phone.

use domain::Id;
use domain::paper::{Carried, CarryOrder, HandOut};
use js_sys::Uint8Array;
use leptos::prelude::*;

use crate::app::session::app;
use crate::app::{api, files};
use crate::kit::dialog::{Dialog, when_opened};
use crate::kit::erased::{press, task, words};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{fault, locale, t, tv};

/// What there is to say of what was handed out.
struct Made {
    file: String,
    words: String,
    group: Option<Id>,
}

/// The button that makes `what` and hands it out, and then shows what opens it. `name` is how the
/// file's name begins, `tell` what to do with the words.
pub fn carry_button(
    label: String,
    name: &'static str,
    tell: String,
    what: impl Fn() -> Carried + 'static,
) -> AnyView {
    let (app, busy, done) = (app(), RwSignal::new(false), RwSignal::new(String::new()));
    let make = press(move || {
        busy.set(true);
        let tell = tell.clone();
        let order = CarryOrder { what: what(), locale: locale().to_owned() };
        task(async move {
            match handed_out(&order, name, done).await {
                Ok(made) => {
                    app.secret.show(tell, made.words);
                    app.say(tv("exchange-saved", &[("file", &made.file)]), made.group);
                }
                Err(problem) => app.say(problem, None),
            }
            let _ = busy.try_set(false);
            let _ = done.try_set(String::new());
        });
    });
    view! {
        <button type="button" class="ds-button" data-variant="secondary" prop:disabled=busy on:click=make>
            {icon(Icon::Download)}
            {label}
        </button>
        <span class="quiet">{words(move || done.get())}</span>
    }
    .into_any()
}

/// The dialog that shows what opens the file.
pub fn secret() -> AnyView {
    let it = app().secret;
    let inside = move || {
        view! {
            <div class="stack sheet">
                <p>{words(move || it.tell.get())}</p>
                <p class="card padded secret" translate="no">{words(move || it.words.get())}</p>
            </div>
        }
        .into_any()
    };
    view! { <Dialog open=it.open title=t("carry-made")>{when_opened(it.open, inside)}</Dialog> }
        .into_any()
}

/// Saves the file among the downloads.
async fn handed_out(
    order: &CarryOrder,
    name: &str,
    done: RwSignal<String>,
) -> Result<Made, String> {
    let told = move |part: u32, of: u32| {
        let values = [("done", part.to_string()), ("all", of.to_string())];
        let values = values.each_ref().map(|(name, it)| (*name, it.as_str()));
        let _ = done.try_set(tv("handover-of", &values));
    };
    let made = api::carry(order, told).await.map_err(|it| fault(&it))?;
    let bytes = Uint8Array::new(&made);
    let line = (0..bytes.length()).find(|it| bytes.get_index(*it) == b'\n').unwrap_or_default();
    let told = bytes.subarray(0, line).to_vec();
    let HandOut { words, group, end } =
        serde_json::from_slice(&told).map_err(|it| it.to_string())?;
    let file = format!("{}-{}{end}", t(name), format::today());
    files::hand_out_bytes(&bytes.subarray(line + 1, bytes.length()).into(), &file).await?;
    Ok(Made { file, words, group })
}
