//! The frame around every page: a bar below on a phone, a bar beside on a laptop.

use leptos::prelude::*;

use crate::app::bars::{BottomBar, SideBar};
use crate::app::carry;
use crate::app::key_help::KeyHelp;
use crate::app::keys;
use crate::app::toast::Toasts;
use crate::kit::browser::{painted, window};
use crate::kit::erased::{dynamic, task};
use crate::kit::text::t;

/// The frame.
#[component]
pub fn Layout(
    /// Draws the menu behind the plus, shown while its signal is set.
    menu: fn(RwSignal<bool>) -> AnyView,
    /// The page.
    children: Children,
) -> impl IntoView {
    let (help, plus) = (RwSignal::new(false), RwSignal::new(false));
    keys::listen(move || help.set(true), move || plus.set(true));
    let settled = settled();
    let wide = is_wide();
    view! {
        <a class="ds-skip-link" href="#main">{t("nav-skip")}</a>
        <div class="frame">
            {once(move || wide || settled.get(), move || view! { <SideBar plus /> }.into_any())}
            <main id="main" tabindex="-1">{children()}</main>
            {once(move || !wide || settled.get(), move || view! { <BottomBar plus /> }.into_any())}
        </div>
        {once(move || settled.get(), move || hidden(help, menu(plus)))}
    }
}

/// The parts that show only when something happens.
fn hidden(help: RwSignal<bool>, menu: AnyView) -> AnyView {
    view! {
        {carry::secret()}
        <Toasts />
        <KeyHelp open=help />
        {menu}
    }
    .into_any()
}

/// Whether the page is painted, so that hidden parts may be drawn.
fn settled() -> RwSignal<bool> {
    let settled = RwSignal::new(false);
    task(async move {
        painted().await;
        // The page's own deferred work goes first.
        painted().await;
        let _ = settled.try_set(true);
    });
    settled
}

/// Whether the bar beside is the one that shows. The limit is the style sheet's, in pixels.
fn is_wide() -> bool {
    let width = window().inner_width().ok().and_then(|it| it.as_f64());
    width.is_some_and(|it| it >= 900.0)
}

/// A part that is drawn as soon as it is wanted, and then stays.
fn once(
    wanted: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let wanted = Memo::new(move |_| wanted());
    dynamic(move || wanted.get().then(&view))
}
