//! All pages: the tables of the app, the records and the nouns together.

use std::any::Any;

use domain::{Incident, Record, SiteTopic, Unit};
use leptos::prelude::*;

use crate::app::router::{Args, Rows};
use crate::app::session::App;
use crate::app::{join_or_found, key_help, more, router, sync};
use crate::nouns::{self, appointment, cases, site_topic, today, unit, visit};
use crate::record;
use crate::record::page::Around;

/// The tables that belong to no noun. They come after those of the nouns.
const OTHERS: &[Rows] = &[record::search::PAGES, record::PAGES, join_or_found::PAGES, more::PAGES];

/// Registers all tables with the router, in the order of the bars and of *Mer*.
pub fn register() {
    router::register(nouns::PAGES.iter().chain(OTHERS).copied());
}

/// The parts of the first page that other nouns draw.
const ON_TODAY: today::NounViews = today::NounViews {
    next_card: appointment::next::next_card,
    cases: cases::rows::rows,
    visits: visit::rows::visit_rows,
    open_visits: visit::rows::open_rows,
};

/// Draws the page of that name.
pub fn draw(page: &str, args: &Args) -> Option<AnyView> {
    match page {
        "form" => Some(record::page::record_form(&args.kind, args.id, around(&args.kind))),
        "more" => Some(view! { <more::MorePage /> }.into_any()),
        _ => record::draw(page, args).or_else(|| nouns::draw(page, args)),
    }
}

/// The parts that a noun adds around the form of that kind.
fn around(kind: &str) -> Around {
    match kind {
        Incident::KIND => cases::AROUND_INCIDENT,
        SiteTopic::KIND => site_topic::AROUND,
        Unit::KIND => unit::AROUND,
        _ => Around::NOTHING,
    }
}

/// Reminds the user of the day's events, for as long as the app is open.
pub fn keep_watch(app: App) {
    today::reminders::keep_watch(app);
}

/// Draws a part that opens over a page.
pub fn draw_part(name: &str, with: &(dyn Any + Send + Sync)) -> Option<AnyView> {
    match name {
        "sync" => Some(sync::details::sync_details()),
        "keys" => Some(key_help::keys()),
        _ => appointment::draw_part(name, with),
    }
}

/// The first requests of the page of that name, as JSON.
pub fn requests(page: &str) -> Vec<String> {
    if page == "today" { today::requests().into() } else { Vec::new() }
}

/// The menu of new records, shown while `open` is set.
pub fn new_menu(open: RwSignal<bool>) -> AnyView {
    view! { <record::new_menu::NewMenu open /> }.into_any()
}

/// Draws the first page, and the one that leads on to a new visit; both are here at once.
pub fn draw_first(page: &str) -> Option<AnyView> {
    match page {
        "today" | "start" => Some(view! { <today::Today nouns=ON_TODAY /> }.into_any()),
        "new-visit" => Some(view! { <visit::page::NewVisit /> }.into_any()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::Id;

    use super::*;
    use crate::app::{link, router};

    /// Fails if two rows have the same value.
    fn unique<T: Ord + std::fmt::Debug>(all: impl Iterator<Item = T>) {
        let mut seen = BTreeSet::new();
        for one in all {
            assert!(!seen.contains(&one), "{one:?} stands in two rows");
            seen.insert(one);
        }
    }

    #[test]
    fn the_app_opens_on_the_day() {
        register();
        assert_eq!(router::pages().next().map(|page| page.name), Some("today"));
    }

    #[test]
    fn no_two_pages_share_a_name_a_path_or_a_key() {
        register();
        unique(router::pages().map(|page| page.name));
        unique(router::pages().map(|page| page.path));
        unique(router::pages().filter_map(|page| page.key).map(|(letter, _)| letter));
    }

    #[test]
    fn the_table_of_pages_names_only_kinds_that_there_are() {
        register();
        for page in router::pages() {
            for kind in page.shows.iter().chain(page.makes.iter()) {
                assert!(domain::kind(kind).is_some(), "{} has the kind {kind}", page.name);
            }
        }
    }

    #[test]
    fn each_kind_with_pages_of_its_own_is_reached_by_its_links() {
        register();
        let id = Id::from_u128(7);
        for page in router::pages() {
            for kind in page.shows {
                let (found, args) = router::find(&link::to(kind, id)).unwrap();
                assert_eq!((found.name, args.id), (page.name, id), "the page of {kind}");
                let (form, args) = router::find(&link::form(kind, id)).unwrap();
                assert_eq!((form.is_form, args.id), (page.is_form, id), "the form of {kind}");
            }
            let made = page.makes.and_then(|kind| router::find(&link::new(kind)));
            assert!(made.is_none_or(|(found, _)| found.name == page.name), "{}", page.name);
        }
    }

    #[test]
    fn each_kind_has_a_page_a_form_and_a_way_to_a_new_record() {
        register();
        let id = Id::from_u128(7);
        for kind in domain::KINDS {
            let ways = [link::to(kind.name, id), link::form(kind.name, id), link::new(kind.name)];
            let [to, form, new] = ways.map(|it| router::find(&it).unwrap());
            assert_eq!((to.1.id, form.1.id), (id, id), "{}", kind.name);
            assert!(new.0.leads_on, "{} leads on from {}", kind.name, new.0.name);
        }
    }
}
