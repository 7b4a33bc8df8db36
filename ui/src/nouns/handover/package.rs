//! Packages to receivers who do not have the app, and the answers that come back.

use std::collections::BTreeMap;

use domain::calls::ReadReply;
use domain::handing_over::ItemStatus;
use domain::paper::Carried;
use domain::views::{HandoverPlan, Matter, Reply};
use domain::{Fault, Id};
use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::Event;

use crate::app::carry::carry_button;
use crate::app::query::Answer;
use crate::app::session::{App, app};
use crate::app::{api, files};
use crate::kit::disclosure::disclosure;
use crate::kit::erased::{dynamic, task, words};
use crate::kit::icon::Icon;
use crate::kit::text::{fault, t, tv};
use crate::nouns::handover::filter::status_of;
use crate::nouns::handover::read::{is_running, of};

/// The longest file that is read: longer than any reply.
const LONGEST: f64 = 8_388_608.0;

/// A button for each receiver who has to answer, and the field for the files that come back.
pub fn packages(handover: Id, plan: Answer<HandoverPlan>) -> AnyView {
    let waiting = Memo::new(move |_| of(plan, |it| receivers(it, true)).unwrap_or_default());
    let some = move |it: &HandoverPlan| !receivers(it, false).is_empty();
    let any = Memo::new(move |_| is_running(plan) && of(plan, some).unwrap_or_default());
    // They stay as they are while answers are read and the plan changes.
    let (open, problem) = (RwSignal::new(false), RwSignal::new(String::new()));
    let inside = move || {
        let makers = move || {
            let one = |(id, name): (Id, String)| maker(handover, id, &name);
            waiting.get().into_iter().map(one).collect_view().into_any()
        };
        let makers = if api::in_window() {
            view! { <div class="reach">{dynamic(makers)}</div> }.into_any()
        } else {
            view! { <p class="quiet">{t("package-in-window")}</p> }.into_any()
        };
        view! {
            {makers}
            {incoming(problem)}
        }
        .into_any()
    };
    let section = move || {
        let title = words(|| t("package-section"));
        any.get().then(|| disclosure("packages", open, Icon::People, title, inside))
    };
    dynamic(section)
}

/// The partners with matters here, or only those who have to answer. Colleagues answer in the app.
fn receivers(plan: &HandoverPlan, waiting: bool) -> BTreeMap<Id, String> {
    let team: Vec<Id> = app().team().into_iter().map(|it| it.id).collect();
    let waits = |it: &Matter| matches!(status_of(it), ItemStatus::Offered | ItemStatus::Question);
    let theirs = plan.matters.iter().filter(|it| !it.is_settled() && (!waiting || waits(it)));
    let named = theirs.filter_map(|it| Some((it.receiver?, it.receiver_name.clone())));
    named.filter(|(id, _)| !team.contains(id)).collect()
}

/// Makes a receiver's package.
fn maker(handover: Id, receiver: Id, name: &str) -> AnyView {
    let named = [("who", name)];
    let (button, tell) = (tv("package-make-for", &named), tv("package-tell", &named));
    carry_button(button, "package-file", tell, move || Carried::Package { handover, receiver })
}

/// The field for files with answers.
fn incoming(problem: RwSignal<String>) -> AnyView {
    let (app, input) = (app(), NodeRef::<Input>::new());
    let pick: Box<dyn FnMut(Event)> = Box::new(move |event| {
        let Some(file) = files::in_event(&event, "target.files.0") else { return };
        task(async move {
            match read(&file).await {
                Ok(reply) => told(app, &reply, problem),
                Err(it) => drop(problem.try_set(fault(&it))),
            }
            // The same file can be picked again.
            if let Some(input) = input.try_get_untracked().flatten() {
                input.set_value("");
            }
        });
    });
    view! {
        <div class="ds-field">
            <label class="ds-label" for="reply">{t("package-read")}</label>
            <input class="ds-input" id="reply" type="file" aria-describedby="reply-problem" node_ref=input on:change=pick />
            <p id="reply-problem" role="alert">{words(move || problem.get())}</p>
        </div>
    }
    .into_any()
}

async fn read(file: &JsValue) -> Result<Reply, Fault> {
    if files::size(file) > LONGEST {
        return Err(Fault::NoReply);
    }
    api::call(ReadReply { text: files::text_of(file).await }).await
}

/// Says what became of the answers. Those that were not noted stay in sight.
fn told(app: App, reply: &Reply, problem: RwSignal<String>) {
    let (noted, known) = (reply.noted.to_string(), reply.known.to_string());
    let named = [("who", reply.receiver.as_str()), ("noted", &noted), ("known", &known)];
    app.say(tv("package-read-done", &named), reply.group);
    let title = |it: &String| if it.is_empty() { t("unknown") } else { it.clone() };
    let late = reply.late.iter().map(title).collect::<Vec<_>>().join(", ");
    let late = (!late.is_empty()).then(|| tv("package-read-late", &[("what", &late)]));
    let unknown = (reply.unknown > 0)
        .then(|| tv("package-read-unknown", &[("n", &reply.unknown.to_string())]));
    problem.set([late, unknown].into_iter().flatten().collect::<Vec<_>>().join(" "));
}
