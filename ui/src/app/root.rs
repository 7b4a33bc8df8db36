//! The whole app, before there is a site and after.

use leptos::prelude::*;

use crate::app::later::{self, Deferred, module};
use crate::app::layout::Layout;
use crate::app::not_found::not_found;
use crate::app::query::ask_ahead;
use crate::app::session::{App, app};
use crate::app::{broken, connectivity, join_or_found, link, navigation, pages, router};
use crate::kit::erased::{dynamic, effect, keyed, task};
use crate::kit::{focus, states, text};

/// The whole app.
#[component]
pub fn Root() -> impl IntoView {
    pages::register();
    later::register(module::MODULE);
    let app = App::at(navigation::path());
    provide_context(app);
    navigation::follow(app.path);
    focus::keep(app.arriving);
    let wanted = Memo::new(move |_| app.wanted_locale());
    // Before the core is asked, so that the texts are fetched meanwhile.
    effect(move || task(app.speak(wanted.get())));
    task(app.follow());
    connectivity::seek(app);
    connectivity::retry(app, move || app.lacks_texts(), move || task(app.speak(wanted.get())));
    let asking = ask_for_first(app);
    let speaking = Memo::new(move |_| app.locale.with(Option::is_some));
    let standing = Memo::new(move |_| app.status.with(Option::is_some));
    let ready = Memo::new(move |_| speaking.get() && standing.get() && asking.get() == 0);
    dynamic(move || {
        if let Some(fault) = app.broken.get() {
            // Drawn again once there are texts for it.
            speaking.track();
            return broken::broken(&fault);
        }
        if !ready.get() {
            return view! { <main class="opening">{states::waiting()}</main> }.into_any();
        }
        // A new language or zone draws everything again, so that no text has to be a signal.
        keyed(move || app.locale.get().unwrap_or_default().to_owned() + &app.zone.get(), spoken)
    })
}

/// Asks for the data of the first page before the page is drawn, and returns the number of replies
/// to come. Drawing the page twice, without data and with it, would take longer.
fn ask_for_first(app: App) -> RwSignal<usize> {
    let first = app.path.with_untracked(|it| router::find(it));
    let requests = first.map_or_else(Vec::new, |(page, _)| pages::requests(page.name));
    let asking = RwSignal::new(requests.len());
    for request in requests {
        task(async move {
            ask_ahead(request).await;
            asking.update(|it| *it -= 1);
        });
    }
    asking
}

fn spoken() -> AnyView {
    if let Some(page) = document().document_element() {
        let _ = page.set_attribute("lang", text::locale());
    }
    view! { <Pages /> }.into_any()
}

#[component]
fn Pages() -> impl IntoView {
    let app = app();
    // Valid or not, the code does not stay in the address.
    let code = StoredValue::new(join_or_found::code_in_address());
    let has_site = Memo::new(move |_| app.has_site());
    later::soon(app);
    dynamic(move || {
        if has_site.get() {
            view! { <Layout menu=pages::new_menu><Places /></Layout> }.into_any()
        } else {
            view! { <join_or_found::JoinOrFound code=code.get_value() /> }.into_any()
        }
    })
}

#[component]
fn Places() -> impl IntoView {
    let app = app();
    let draw = move || {
        let path = app.path.get_untracked();
        // First, so that the page knows whether the user came from another.
        app.arriving.set_value(app.trail.with_value(|it| !it.is_empty()));
        app.trail.update_value(|trail| link::passed(trail, &path));
        place(&path)
    };
    keyed(move || app.path.get(), draw)
}

/// The first pages are here at once. All others are fetched while the user reads.
fn place(path: &str) -> AnyView {
    let Some((page, args)) = router::find(path) else { return not_found() };
    pages::draw_first(page.name).unwrap_or_else(|| later::shown(Deferred::Page(page, args)))
}
