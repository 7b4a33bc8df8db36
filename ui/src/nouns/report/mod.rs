//! *Rapport*: a month in numbers, for the team and for others.

pub mod chart;

use domain::{Record, Resident};
use figures::{Table, rows, tables};
use std::time::Duration;

use chrono::{Months, NaiveDate};
use domain::calls::GetReport;
use domain::paper::Paper;
use domain::views::{Report, ResidentRow};
use leptos::prelude::*;

use crate::app::head::Head;
use crate::app::print::{pdf_button, print};
use crate::app::query::{Answer, live, shown};
use crate::app::router::{Args, Route, Rows};
use crate::app::session::app;
use crate::app::{files, link};
use crate::kit::browser::sleep;
use crate::kit::erased::{dynamic, press, task, ticked, words};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::speak::Page;
use crate::kit::text::{t, tv};
use crate::nouns::report::chart::{bars, columns};

/// Its page.
pub const PAGES: Rows = &[Route::at("report", "/mer/rapport").entry(Icon::Chart, "more-report")];

/// Draws the page of that name.
pub fn draw(page: &str, _: &Args) -> Option<AnyView> {
    (page == "report").then(|| view! { <ReportPage /> }.into_any())
}

/// How long the page has to be drawn again before it is printed.
const DRAWN: Duration = Duration::from_millis(150);

/// The page.
#[component]
pub fn ReportPage() -> impl IntoView {
    let app = app();
    let month = RwSignal::new(first_day(format::today()));
    let shared = RwSignal::new(false);
    let report = live(move || GetReport { from: month.get(), to: last_day(month.get()) });
    let class = move || if shared.get() { "report" } else { "report within" }.to_owned();
    let body = shown(report, move |it| dynamic(move || sections(&it, shared.get())));
    let site = words(move || app.site_name());
    view! {
        <Head title=t("report-title") line=site back=true aside=().into_any() />
        <div class=words(class)>
            {months(month)}
            {ways_out(month, shared, report)}
            <p class="not-shared">{t("report-not-shared")}</p>
            {body}
        </div>
    }
}

fn first_day(day: NaiveDate) -> NaiveDate {
    use chrono::Datelike;
    day.with_day(1).unwrap_or(day)
}

fn last_day(month: NaiveDate) -> NaiveDate {
    let next = month.checked_add_months(Months::new(1));
    next.and_then(|it| it.pred_opt()).unwrap_or(month)
}

/// The month, with buttons for the months before and after.
fn months(month: RwSignal<NaiveDate>) -> AnyView {
    let before = move || month.get().checked_sub_months(Months::new(1));
    let after = move || month.get().checked_add_months(Months::new(1));
    let now = first_day(format::today());
    let last = move || month.get() >= now;
    let ahead = move || after().filter(|it| *it <= now);
    view! {
        <div class="months">
            <button
                type="button"
                class="round"
                aria-label=t("report-before")
                on:click=press(move || before().into_iter().for_each(|it| month.set(it)))
            >
                {icon(Icon::Back)}
            </button>
            <h2 aria-live="polite">{words(move || format::month(&month.get().to_string()))}</h2>
            <button
                type="button"
                class="round turned"
                aria-label=t("report-after")
                aria-disabled=words(move || last().to_string())
                on:click=press(move || ahead().into_iter().for_each(|it| month.set(it)))
            >
                {icon(Icon::Back)}
            </button>
        </div>
    }
    .into_any()
}

/// The switch to the form that may leave the team, and the buttons that print or save it.
fn ways_out(month: RwSignal<NaiveDate>, shared: RwSignal<bool>, report: Answer<Report>) -> AnyView {
    let (app, busy) = (app(), RwSignal::new(false));
    let print = press(move || {
        shared.set(true);
        task(async move {
            sleep(DRAWN).await;
            print(app).await;
        });
    });
    let save = move |ending: &'static str| {
        let day = month.get_untracked().to_string();
        let heading = format!("{} {}", t("report-title"), format::month(&day));
        let Some(Ok(report)) = report.get_untracked() else { return };
        busy.set(true);
        task(async move {
            let name = format!("rapport-{}.{ending}", day.get(..7).unwrap_or_default());
            let rows = rows(&Page, &report, heading);
            match files::hand_out_rows(&t("report-title"), &rows, &name).await {
                Ok(()) => app.say(tv("exchange-saved", &[("file", &name)]), None),
                Err(words) => app.say(words, None),
            }
            let _ = busy.try_set(false);
        });
    };
    let way = |ending: &'static str, words: &'static str| {
        view! {
            <button
                type="button"
                class="ds-button"
                data-variant="secondary"
                prop:disabled=busy
                on:click=press(move || save(ending))
            >
                {icon(Icon::Download)}
                {words}
            </button>
        }
    };
    view! {
        <div class="card padded stack">
            <div class="ds-field flag">
                <input

                    class="ds-input"
                    id="shared"
                    type="checkbox"
                    role="switch"
                    aria-describedby="shared-what"
                    prop:checked=shared
                    on:change=ticked(move |it| shared.set(it))
                />
                <label class="ds-label" for="shared">{t("report-shared")}</label>
            </div>
            <p class="quiet" id="shared-what">{t("report-shared-what")}</p>
            <div class="reach">
                <button type="button" class="ds-button" data-variant="secondary" on:click=print>
                    {icon(Icon::Print)}
                    {t("report-print")}
                </button>
                {pdf_button(move || Paper::Report { month: month.get_untracked() })}
                {way("xlsx", "Excel")}
                {way("csv", "CSV")}
            </div>
        </div>
    }
    .into_any()
}

fn sections(report: &Report, shared: bool) -> AnyView {
    let sections = tables(&Page, report, shared).into_iter().map(|table| match table.name {
        "totals" => totals(&table),
        "without" if !shared => residents(&table, &report.without_contact),
        _ => section(&table),
    });
    view! { <div class="sections">{sections.collect_view()}</div> }.into_any()
}

fn totals(table: &Table) -> AnyView {
    let total = |row: &Vec<String>| {
        let [what, count] = [0, 1].map(|at| row.get(at).cloned());
        view! {
            <div class="card">
                <dt>{what}</dt>
                <dd>{count}</dd>
            </div>
        }
        .into_any()
    };
    view! { <dl class="totals">{table.rows.iter().map(total).collect_view()}</dl> }.into_any()
}

/// A chart over its numbers, or the numbers alone.
fn section(table: &Table) -> AnyView {
    let body = if table.rows.is_empty() {
        view! { <p class="quiet">{t("report-none")}</p> }.into_any()
    } else if table.bars.is_empty() {
        numbers(table)
    } else {
        let drawing = if table.name == "weeks" { columns(table) } else { bars(table) };
        view! {
            {drawing}
            <details>
                <summary>{t("report-numbers")}</summary>
                {numbers(table)}
            </details>
        }
        .into_any()
    };
    view! {
        <section class="card padded">
            <h2>{table.title.clone()}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn numbers(table: &Table) -> AnyView {
    let head = table.head.iter().map(|it| view! { <th scope="col">{it.clone()}</th> }.into_any());
    let cell = |it: &String| view! { <td>{it.clone()}</td> }.into_any();
    let row =
        |row: &Vec<String>| view! { <tr>{row.iter().map(cell).collect_view()}</tr> }.into_any();
    view! {
        <div class="numbers" tabindex="0" role="region" aria-label=table.title.clone()>
            <table>
                <thead>
                    <tr>{head.collect_view()}</tr>
                </thead>
                <tbody>{table.rows.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The residents without recent contact, each with a link to their page.
fn residents(table: &Table, residents: &[ResidentRow]) -> AnyView {
    if residents.is_empty() {
        return section(table);
    }
    let row = |it: &ResidentRow| {
        let last = it.last_visit.map_or_else(|| t("residents-never"), format::ago);
        view! {
            <li class="row">
                <a class="fill" href=link::to(Resident::KIND, it.id)>
                    <span class="body">
                        <b>{it.called.clone()}</b>
                        <span class="sub">{it.unit.clone()}</span>
                    </span>
                    <span class="last"><span class="sr-only">{t("residents-last")}</span> {last}</span>
                </a>
            </li>
        }
        .into_any()
    };
    view! {
        <section>
            <h2>{table.title.clone()}</h2>
            <ul class="card rows">{residents.iter().map(row).collect_view()}</ul>
        </section>
    }
    .into_any()
}
