//! *I dag*: record what just happened, finish what was begun, see what is open.

mod handovers;
pub mod reminders;

use domain::calls::{GetToday, Suggest};
use domain::views::{Case, Draft, Page, ResidentRow, Suggestion, Today as Reply};
use domain::{Id, Record, Resident, Type, Visit};
use leptos::prelude::*;

use crate::app::head::Head;
use crate::app::query::{Answer, live, shown};
use crate::app::router::{self, Route, Rows};
use crate::app::session::{App, app};
use crate::app::{api, link};
use crate::kit::avatar::avatar;
use crate::kit::browser::{mark, painted};
use crate::kit::date_field::other_clock;
use crate::kit::erased::{dynamic, task};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::states::{action, empty, left_out, number};
use crate::kit::text::{self, t, tn};
use crate::record::agenda::{self, DrawNext, NextCard};
use crate::record::conflicts::VERSIONS;
use crate::record::row::{self, sign_of};

/// Its page.
pub const PAGES: Rows = &[Route::at("today", "/")
    .section("nav-today", Icon::Home, Icon::HomeFill)
    .key("i", "keys-today")];

/// Most faces on the card.
const FACES: usize = 7;

/// The parts of this page that other nouns draw.
#[derive(Debug, Clone, Copy)]
pub struct NounViews {
    /// Creates the card of the next appointment.
    pub next_card: fn() -> NextCard,
    /// Cases as rows, none of them chosen.
    pub cases: fn(App, &[&Case], Option<Id>) -> AnyView,
    /// Visits and other records, as rows.
    pub visits: fn(&Page) -> AnyView,
    /// Visits that left something to do, as rows, each with a circle that settles it.
    pub open_visits: fn(&Page) -> AnyView,
}

/// The page.
#[component]
pub fn Today(
    /// The parts that other nouns draw.
    nouns: NounViews,
) -> impl IntoView {
    let app = app();
    // Requested again with every change, so that a page left open overnight shows the next day.
    let today = live(|| GetToday {});
    let date = Signal::derive(move || {
        today.track();
        format::long_day(format::today())
    });
    let suggestion = live(|| Suggest {});
    let living = move || match today.get() {
        // Kept on one line, wherever the line under the heading has to break.
        Some(Ok(it)) => tn("today-living", number(it.living)).replace(' ', "\u{a0}"),
        _ => String::new(),
    };
    let line = Signal::derive(move || {
        let parts = [app.site_name(), living()];
        parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ")
    });
    let NextCard { draw, sheet } = (nouns.next_card)();
    // A user who comes back finds the page as long as it was, and so at the same place.
    let below = RwSignal::new(app.arriving.get_value());
    view! {
        <Head title=date line find=true />
        {other_clock()}
        {shown(today, move |it| {
            task(drawn(below));
            page(it, suggestion, (&draw, nouns), below)
        })}
        {sheet}
    }
}

/// Draws the part below the screen, once the first part is painted and can be used.
async fn drawn(below: RwSignal<bool>) {
    painted().await;
    mark("usable");
    if below.try_get_untracked() == Some(false) {
        below.set(true);
    }
}

/// The page's first requests, as JSON.
pub fn requests() -> [String; 2] {
    [api::request(GetToday {}), api::request(Suggest {})]
}

fn page(
    today: Reply,
    suggestion: Answer<Suggestion>,
    (draw_next, nouns): (&DrawNext, NounViews),
    below: RwSignal<bool>,
) -> AnyView {
    if today.living == 0 && today.recent.entries.is_empty() && today.drafts.is_empty() {
        return first_steps();
    }
    let next = agenda::next(&today.agenda);
    let next_card = next.map(|it| draw_next(it, &today.agenda.names));
    view! {
        {next_card}
        {hero(&today, suggestion, next.is_some())}
        {dynamic(move || below.get().then(|| rest(&today, nouns)))}
    }
    .into_any()
}

/// The part that is mostly below the screen.
fn rest(today: &Reply, nouns: NounViews) -> AnyView {
    view! {
        {handovers::handovers(&today.handovers)}
        {cases("today-due", &today.due, today.due_total, nouns)}
        {cases("today-back", &today.back, today.back_total, nouns)}
        {agenda::rest(&today.agenda)}
        {agenda::unsettled(&today.agenda, today.unsettled)}
        {coming(&today.coming)}
        {drafts(&today.drafts, today.drafts_total)}
        {conflicts(&today.conflicts)}
        {open(&today.open, nouns)}
        {section("today-recent", &today.recent, nouns.visits)}
    }
    .into_any()
}

/// Cases to act on today.
fn cases(title: &str, cases: &[Case], total: u64, nouns: NounViews) -> Option<AnyView> {
    (!cases.is_empty()).then(|| {
        view! {
            <section>
                <h2>{t(title)} <em>{total}</em></h2>
                {(nouns.cases)(app(), &cases.iter().collect::<Vec<_>>(), None)}
                {all(total, cases.len(), router::path("cases"))}
            </section>
        }
        .into_any()
    })
}

/// The faces of residents to start a visit with. Calm if a card comes before it.
fn hero(today: &Reply, suggestion: Answer<Suggestion>, calm: bool) -> AnyView {
    view! {
        <section class="hero" class:calm=calm aria-labelledby="hero">
            <h2 id="hero">{t("today-hero")}</h2>
            <div class="people">
                {dynamic(move || suggestion.with(|it| it.as_ref()?.as_ref().ok().map(faces)))}
                <a class="face" href=link::new(Visit::KIND)>
                    <span class="avatar dashed">{icon(Icon::Plus)}</span>
                    <span>{t("today-someone-else")}</span>
                </a>
            </div>
            <p>{tn("today-count", number(today.visits_today))} " · " {tn("week-count", number(today.visits_this_week))}</p>
        </section>
    }
    .into_any()
}

fn faces(suggestion: &Suggestion) -> AnyView {
    let face = |it: &ResidentRow| {
        let href = format!("{}?resident={}", link::new(Visit::KIND), it.id);
        view! {
            <a class="face" href=href>
                {avatar(&it.called)}
                <span><span class="sr-only">{t("today-visit-with")}</span> {it.called.clone()}</span>
            </a>
        }
    };
    suggestion.residents.iter().take(FACES).map(face).collect_view().into_any()
}

fn section(title: &str, page: &Page, rows: impl Fn(&Page) -> AnyView) -> Option<AnyView> {
    (!page.entries.is_empty()).then(|| {
        let count = if title == "today-recent" {
            String::new()
        } else {
            page.total.max(page.entries.len() as u64).to_string()
        };
        view! {
            <section>
                <h2>{t(title)} <em>{count}</em></h2>
                {rows(page)}
            </section>
        }
        .into_any()
    })
}

/// The latest records where a person must choose.
fn conflicts(page: &Page) -> Option<AnyView> {
    section("today-conflicts", page, |page| {
        view! { {conflict_rows(page)} {all_of(page, router::path("versions"))} }.into_any()
    })
}

/// The first appointments of the next days.
fn coming(page: &Page) -> Option<AnyView> {
    section("coming-title", page, |page| {
        view! { {agenda::rows(page)} {all_of(page, router::path("appointments"))} }.into_any()
    })
}

/// Visits that left the team something to do.
fn open(page: &Page, nouns: NounViews) -> Option<AnyView> {
    section("today-open", page, |page| {
        view! { {(nouns.open_visits)(page)} {all_of(page, router::path("open-visits"))} }.into_any()
    })
}

/// The link to a whole list of which the page shows some rows.
fn all_of(page: &Page, href: &'static str) -> Option<AnyView> {
    all(page.total, page.entries.len(), href)
}

fn all(total: u64, shown: usize, href: &'static str) -> Option<AnyView> {
    (total > shown as u64).then(|| agenda::way_to_all(total, href))
}

fn conflict_rows(page: &Page) -> AnyView {
    let rows = page.entries.iter().map(|entry| {
        let what = row::title(entry, &page.names);
        row(link::to(&entry.kind, entry.id), Icon::Copy, what, t("today-two-versions"))
    });
    view! { <ul class="card rows">{rows.collect_view()}</ul> }.into_any()
}

fn drafts(drafts: &[Draft], total: u64) -> Option<AnyView> {
    (!drafts.is_empty()).then(|| {
        let rows = drafts
            .iter()
            .map(|it| row(link::draft(it), sign_of(&it.kind), draft_title(it), draft_line(it)));
        view! {
            <section>
                <h2>{t("today-drafts")} <em>{total}</em></h2>
                <ul class="card rows">{rows.collect_view()}</ul>
                {left_out("drafts-rest", total.saturating_sub(drafts.len() as u64))}
            </section>
        }
        .into_any()
    })
}

/// The kind or sheet of a draft, and the residents it is about or its title.
fn draft_title(draft: &Draft) -> String {
    let kind = draft_sheet(draft).unwrap_or_else(|| row::kind_name(&draft.kind));
    let own = domain::kind(&draft.kind).map_or("", |it| it.title(&draft.fields)).to_owned();
    let names = draft.names.values().cloned().collect::<Vec<_>>().join(", ");
    let abouts = [names, text::people(&draft.about), own, draft.title.clone()];
    let about = abouts.into_iter().find(|it| !it.is_empty());
    about.map_or_else(|| kind.clone(), |it| format!("{kind} – {it}"))
}

/// The label of a draft's sheet: the text of its name, or the label of the state that it sets.
fn draft_sheet(draft: &Draft) -> Option<String> {
    let state = domain::kind(&draft.kind)?.life.and_then(|it| it.named(&draft.sheet));
    match (draft.sheet.as_str(), state) {
        ("", _) => None,
        (name, _) if name == VERSIONS.name => Some(t("versions-title")),
        (state, Some(_)) => Some(row::label_of(&draft.kind, state)),
        (name, None) => Some(t(name)),
    }
}

/// When the draft was kept, and the first text in it.
fn draft_line(draft: &Draft) -> String {
    let texts = domain::kind(&draft.kind).map_or(&[][..], |it| it.fields).iter();
    let texts = texts.filter(|it| it.ty == Type::Text).filter_map(|it| draft.fields.get(it.name));
    let words = texts.filter_map(|it| it.as_str()).find(|it| !it.is_empty());
    let begun = format::recent(draft.kept);
    words.map_or_else(|| begun.clone(), |it| format!("{begun} · {it}"))
}

fn row(href: String, sign: Icon, title: String, line: String) -> AnyView {
    view! {
        <li class="row">
            <a class="fill" href=href>
                <span class="kind kind-draft">{icon(sign)}</span>
                <span class="body">
                    <b>{title}</b>
                    <span class="sub clip">{line}</span>
                </span>
                {icon(Icon::Forward)}
            </a>
        </li>
    }
    .into_any()
}

/// The first steps of a new team.
fn first_steps() -> AnyView {
    let steps = view! {
        <div class="steps">
            {action(link::new(Resident::KIND), Icon::People, t("today-first-resident"))}
            <a class="ds-button" data-variant="secondary" href=router::path("more")>
                {icon(Icon::Invite)}
                {t("today-first-colleague")}
            </a>
            <a class="ds-button" data-variant="secondary" href=link::new(Visit::KIND)>
                {icon(Icon::Talk)}
                {t("today-first-visit")}
            </a>
        </div>
    };
    empty(Icon::Home, t("today-empty"), t("today-empty-what"), steps.into_any())
}
