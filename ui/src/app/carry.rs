//! What is carried away in files: made by the window, saved among the downloads, and opened by words that are
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
    files: String,
    words: String,
    group: Option<Id>,
}

/// The button that makes `what` and hands it out, and then shows what opens it. `name` is how a
/// file's name begins that has only an end, `tell` what to do with the words.
pub fn carry_button(
    label: String,
    name: &'static str,
    tell: String,
    what: impl Fn() -> Carried + 'static,
) -> AnyView {
    let (app, busy, secret) = (app(), RwSignal::new(false), RwSignal::new(String::new()));
    let open = RwSignal::new(false);
    let make = press(move || {
        busy.set(true);
        let order = CarryOrder { what: what(), locale: locale().to_owned() };
        task(async move {
            match handed_out(&order, name).await {
                Ok(made) => {
                    secret.set(made.words);
                    open.set(true);
                    app.say(tv("exchange-saved", &[("file", &made.files)]), made.group);
                }
                Err(problem) => app.say(problem, None),
            }
            let _ = busy.try_set(false);
        });
    });
    view! {
        <button type="button" class="ds-button" data-variant="secondary" prop:disabled=busy on:click=make>
            {icon(Icon::Download)}
            {label}
        </button>
        <Dialog open title=t("carry-made")>
            {when_opened(open, move || {
                view! {
                    <div class="stack sheet">
                        <p>{tell.clone()}</p>
                        <p class="card padded secret" translate="no">{words(move || secret.get())}</p>
                    </div>
                }
                .into_any()
            })}
        </Dialog>
    }
    .into_any()
}

/// Saves the files among the downloads.
async fn handed_out(order: &CarryOrder, name: &str) -> Result<Made, String> {
    let made = api::carry(order).await.map_err(|it| fault(&it))?;
    let bytes = Uint8Array::new(&made);
    let end = (0..bytes.length()).find(|it| bytes.get_index(*it) == b'\n').unwrap_or_default();
    let line = bytes.subarray(0, end).to_vec();
    let told: HandOut = serde_json::from_slice(&line).map_err(|it| it.to_string())?;
    let (mut begin, mut names) = (end + 1, Vec::new());
    for (ending, size) in told.files {
        let stop = begin + u32::try_from(size).unwrap_or_default();
        let is_end = ending.starts_with(['.', '-']);
        let file = if is_end { format!("{}-{}{ending}", t(name), format::today()) } else { ending };
        files::hand_out_bytes(&bytes.subarray(begin, stop).into(), &file).await?;
        begin = stop;
        names.push(file);
    }
    Ok(Made { files: names.join(", "), words: told.words, group: told.group })
}
