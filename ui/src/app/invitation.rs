//! The code that lets a device in: a colleague's, or another one of a member.

use domain::Id;
use domain::calls::Invite;
use domain::views::Invitation;
use leptos::prelude::*;

use crate::app::session::app;
use crate::app::{api, router};
use crate::kit::browser::window;
use crate::kit::erased::{dynamic, press, task};
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{t, tv};

/// A warning, and a button that shows the code for a newcomer's device or for another one of a member.
pub fn code_for(member: Option<Id>) -> AnyView {
    let app = app();
    let shown = RwSignal::new(None::<Invitation>);
    let show = move || {
        task(async move {
            match api::call(Invite { member }).await {
                Ok(invitation) => shown.set(Some(invitation)),
                Err(fault) => app.fail(&fault),
            }
        });
    };
    view! {
        <div class="callout" data-color="warm">{icon(Icon::Warning)} <p>{t("invite-warning")}</p></div>
        {dynamic(move || match shown.get() {
            Some(shown) => invitation(shown),
            None => view! {
                <button type="button" class="ds-button" on:click=press(show)>
                    {icon(Icon::Invite)}
                    {t("invite-show")}
                </button>
            }.into_any(),
        })}
    }
    .into_any()
}

fn invitation(Invitation { code, mark, .. }: Invitation) -> AnyView {
    let server = app().status.with_untracked(|it| {
        let site = it.as_ref().and_then(|it| it.site.as_ref());
        site.map(|it| it.server.trim_end_matches('/').to_owned()).unwrap_or_default()
    });
    let path = router::path("start");
    let address = format!("{server}{path}#join={}", js_sys::encode_uri_component(&code));
    view! {
        <div class="ds-field">
            <label class="ds-label" for="invite-code">{t("invite-code")}</label>
            <textarea autocomplete="off" id="invite-code" class="ds-input code" readonly rows="4" prop:value=code.clone()></textarea>
            <p class="quiet">{tv("invite-mark", &[("mark", &mark)])}</p>
        </div>
        <div class="reach">
            {copy(t("invite-copy-code"), code)}
            {copy(t("invite-copy-link"), address)}
        </div>
    }
    .into_any()
}

fn copy(words: String, text: String) -> AnyView {
    let app = app();
    let copy = press(move || {
        let promise = window().navigator().clipboard().write_text(&text);
        task(async move {
            let copied = wasm_bindgen_futures::JsFuture::from(promise).await.is_ok();
            app.say(if copied { t("copied") } else { t("copy-failed") }, None);
        });
    });
    view! {
        <button type="button" class="ds-button" data-variant="secondary" on:click=copy>
            {icon(Icon::Copy)}
            {words}
        </button>
    }
    .into_any()
}
