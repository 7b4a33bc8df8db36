//! A note at the top of every page while changes are still to be fetched: an incomplete list must
//! not look complete.

use domain::views::Progress;
use leptos::prelude::*;

use crate::app::session::app;
use crate::kit::erased::{dynamic, words};
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{t, tv};

/// How much is here, until that is everything.
pub fn fetching() -> AnyView {
    let app = app();
    let now = Memo::new(move |_| app.status.with(|it| it.as_ref().and_then(|it| it.fetching)));
    // Drawn once, because a screen reader must not read it out with every number.
    let missing = Memo::new(move |_| now.with(Option::is_some));
    dynamic(move || missing.get().then(|| bar(now)))
}

fn bar(now: Memo<Option<Progress>>) -> AnyView {
    let progress = move || now.get().unwrap_or_default();
    view! {
        <div class="callout calm">
            {icon(Icon::Sync)}
            <div class="fill">
                <p role="status">{t("fetching-missing")}</p>
                <progress
                    aria-label=t("fetching-bar")
                    prop:max=words(move || progress().of.to_string())
                    prop:value=words(move || progress().done.to_string())
                ></progress>
                <p class="sub">{words(move || so_far(progress()))}</p>
            </div>
        </div>
    }
    .into_any()
}

fn so_far(it: Progress) -> String {
    tv("fetching-count", &[("done", &it.done.to_string()), ("of", &it.of.to_string())])
}
