//! The page before there is a site: join a colleague's, or start one.

use domain::Fault;
use domain::calls::{Found, Join, ReadCode};
use domain::views::{Destination, Status};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::app::head::Title;
use crate::app::locale::LocaleSwitch;
use crate::app::router::{self, Route, Rows};
use crate::app::session::{App, app};
use crate::app::sync::standing::at_length;
use crate::app::toast::Toasts;
use crate::app::{api, navigation};
use crate::kit::browser::window;
use crate::kit::erased::{dynamic, effect, press, task, typed, words};
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{t, tv};

/// Its page. Once there is a site, its address leads to the first page.
pub const PAGES: Rows = &[Route::at("start", "/start")];

/// The user's answers.
#[derive(Clone, Copy)]
struct Answers {
    founding: RwSignal<bool>,
    code: RwSignal<String>,
    /// The destination of the code, once it is complete.
    leads: RwSignal<Option<Destination>>,
    server: RwSignal<String>,
    site: RwSignal<String>,
    name: RwSignal<String>,
    busy: RwSignal<bool>,
    fault: RwSignal<Option<Fault>>,
}

/// The page, with the code that was in the address, if any.
#[component]
pub fn JoinOrFound(code: String) -> impl IntoView {
    let answers = Answers {
        founding: RwSignal::new(false),
        code: RwSignal::new(code),
        leads: RwSignal::new(None),
        server: RwSignal::new(own_address()),
        site: RwSignal::new(String::new()),
        name: RwSignal::new(String::new()),
        busy: RwSignal::new(false),
        fault: RwSignal::new(None),
    };
    look_at(answers);
    view! {
        <main class="start" id="main">
            <header>
                <span class="logo">{icon(Icon::HomeFill)}</span>
                <Title title=t("start-title").into() />
                <p>{t("start-lead")}</p>
            </header>
            <div class="choices" role="group" aria-label=t("start-choose")>
                <Choice answers founding=false sign=Icon::Invite title="start-join" what="start-join-what" />
                <Choice answers founding=true sign=Icon::House title="start-found" what="start-found-what" />
            </div>
            <Answering answers />
            <section class="card padded">
                <LocaleSwitch />
            </section>
        </main>
        <Toasts />
    }
}

#[component]
fn Choice(
    answers: Answers,
    founding: bool,
    sign: Icon,
    title: &'static str,
    what: &'static str,
) -> impl IntoView {
    let pressed = move || (answers.founding.get() == founding).to_string();
    view! {
        <button type="button" class="choice" aria-pressed=words(pressed) on:click=press(move || answers.founding.set(founding))>
            <span class="kind">{icon(sign)}</span>
            <span class="body">
                <b>{t(title)}</b>
                <span class="sub">{t(what)}</span>
            </span>
        </button>
    }
}

#[component]
fn Answering(answers: Answers) -> impl IntoView {
    let app = app();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if answers.busy.get_untracked() {
            return;
        }
        task(async move {
            if send(app, answers).await {
                navigation::lead_on(app, router::first().to_owned());
            }
        });
    };
    let fields =
        move || if answers.founding.get() { found_fields(answers) } else { join_fields(answers) };
    let offer = move || match (answers.busy.get(), answers.founding.get()) {
        (true, _) => t("start-busy"),
        (_, true) => t("start-found-do"),
        (_, false) => t("start-join-do"),
    };
    view! {
        <form class="card padded stack" novalidate on:submit=submit>
            <div role="alert">{dynamic(move || answers.fault.get().map(|it| problem(&it)))}</div>
            {dynamic(fields)}
            {dynamic(move || name_field(answers))}
            <button type="submit" class="ds-button wide" prop:disabled=answers.busy>{words(offer)}</button>
        </form>
    }
}

fn problem(fault: &Fault) -> AnyView {
    let words = match fault {
        Fault::Invalid { .. } => t("start-incomplete"),
        Fault::Offline => t("start-offline"),
        other => at_length(other),
    };
    view! { <div class="callout" data-color="warm">{icon(Icon::Warning)} <p>{words}</p></div> }
        .into_any()
}

async fn send(app: App, answers: Answers) -> bool {
    answers.busy.set(true);
    answers.fault.set(None);
    let result =
        if answers.founding.get_untracked() { found(answers).await } else { join(answers).await };
    answers.busy.set(false);
    match result {
        Ok(status) => {
            app.stand(status);
            true
        }
        Err(fault) => {
            answers.fault.set(Some(fault));
            false
        }
    }
}

async fn join(answers: Answers) -> Result<Status, Fault> {
    let code = filled(answers.code)?;
    let name = if is_known(answers) { String::new() } else { filled(answers.name)? };
    api::call(Join { code, name }).await
}

async fn found(answers: Answers) -> Result<Status, Fault> {
    let (server, site, name) = (filled(answers.server), filled(answers.site), filled(answers.name));
    api::call(Found { server: server?, site: site?, name: name? }).await
}

fn filled(answer: RwSignal<String>) -> Result<String, Fault> {
    let text = answer.get_untracked().trim().to_owned();
    if text.is_empty() { Err(Fault::Invalid { issues: Vec::new() }) } else { Ok(text) }
}

/// Asks for the destination of the code whenever the code changes.
fn look_at(answers: Answers) {
    effect(move || {
        let code = answers.code.get();
        answers.leads.set(None);
        if code.trim().is_empty() {
            return;
        }
        task(async move {
            let leads = api::call(ReadCode { code: code.clone() }).await.ok();
            if answers.code.get_untracked() == code {
                answers.leads.set(leads);
            }
        });
    });
}

/// The code in the link that a colleague sent. It follows the hash, which no server sees. It is the
/// site's key, so it is removed from the address, which a browser would copy to its history.
pub fn code_in_address() -> String {
    let hash = window().location().hash().unwrap_or_default();
    let Some(code) = hash.strip_prefix("#join=") else { return String::new() };
    if let (Ok(history), Ok(path)) = (window().history(), window().location().pathname()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&path));
    }
    js_sys::decode_uri_component(code).map(String::from).unwrap_or_default()
}

/// Whether the code says whose the device will be, so that no name is asked for.
fn is_known(answers: Answers) -> bool {
    let leads = || answers.leads.with(|it| it.as_ref().is_some_and(|it| it.member));
    !answers.founding.get() && leads()
}

fn name_field(answers: Answers) -> AnyView {
    if is_known(answers) {
        return view! { <p class="quiet">{t("start-known")}</p> }.into_any();
    }
    field("start-name", answers.name, "name", t("start-name-what"))
}

/// The destination of the code, for the user to compare before joining.
fn destination(answers: Answers) -> Option<String> {
    let Destination { server, mark, .. } = answers.leads.get()?;
    Some(tv("start-leads", &[("server", &server), ("mark", &mark)]))
}

/// In a browser, the server is most likely the origin of this page.
fn own_address() -> String {
    let origin = window().location().origin().unwrap_or_default();
    if origin.starts_with("http") && !api::in_window() { origin } else { String::new() }
}

fn join_fields(answers: Answers) -> AnyView {
    view! {
        <div class="ds-field">
            <label class="ds-label" for="start-code">{t("start-code")}</label>
            <p class="quiet" id="about-start-code">{t("start-code-what")}</p>
            <textarea
                autocomplete="off"
                class="ds-input code"
                id="start-code"
                rows="6"
                aria-describedby="about-start-code"
                autocapitalize="off"
                spellcheck="false"
                prop:value=answers.code
                on:input=typed(move |it| answers.code.set(it))
            ></textarea>
            <p role="status">{words(move || destination(answers).unwrap_or_default())}</p>
        </div>
    }
    .into_any()
}

fn found_fields(answers: Answers) -> AnyView {
    view! {
        {field("start-server", answers.server, "url", t("start-server-what"))}
        {field("start-site", answers.site, "off", t("start-site-what"))}
    }
    .into_any()
}

fn field(
    id: &'static str,
    value: RwSignal<String>,
    autocomplete: &'static str,
    what: String,
) -> AnyView {
    let about = format!("about-{id}");
    view! {
        <div class="ds-field">
            <label class="ds-label" for=id>{t(id)}</label>
            <p class="quiet" id=about.clone()>{what}</p>
            <input
                class="ds-input"
                type="text"
                id=id
                autocomplete=autocomplete
                aria-describedby=about
                prop:value=value
                on:input=typed(move |it| value.set(it))
            />
        </div>
    }
    .into_any()
}
