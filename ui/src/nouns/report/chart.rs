//! The numbers of a table as a chart. Its sizes are percentages, so that it fits any page, and its
//! words are text that grows with the page's.

use figures::{Figure, Table};
use leptos::prelude::*;

use crate::kit::speak::Page;

/// A bar of the chart: its name, and its length in tenths of a percent of the longest.
struct Bar<'a> {
    name: &'a str,
    figure: Figure,
    length: u64,
}

/// Columns side by side, for numbers over time.
pub fn columns(table: &Table) -> AnyView {
    let bars = measured(table);
    let count = number_of(&bars);
    let drawn = bars.iter().zip(0_u64..).map(|(bar, at)| {
        let (left, middle) = (at * 1000 + 180, at * 1000 + 500);
        let height = bar.length * 64 / 100;
        let top = 800 - height;
        view! {
            <rect class=class(bar) x=percent(left / count) width=percent(640 / count) y=percent(top) height=percent(height) rx="4" />
            <text class="number" x=percent(middle / count) y=percent(top - 30)>{short(bar.figure)}</text>
            <text x=percent(middle / count) y="94%">{shortest(bar.name)}</text>
        }
        .into_any()
    });
    drawing(table, "chart columns", "13rem".to_owned(), drawn.collect_view().into_any())
}

/// Bars one under the other, for numbers to compare.
pub fn bars(table: &Table) -> AnyView {
    let bars = measured(table);
    let count = number_of(&bars);
    let drawn = bars.iter().zip(0_u64..).map(|(bar, at)| {
        let line = |thousandths: u64| percent((at * 1000 + thousandths) / count);
        let length = bar.length * 82 / 100;
        view! {
            <text x="0" y=line(380)>{bar.name.to_owned()}</text>
            <rect class=class(bar) x="0" width=percent(length) y=line(500) height=percent(300 / count) rx="4" />
            <text class="number" x=percent(length + 15) y=line(770)>{short(bar.figure)}</text>
        }
        .into_any()
    });
    drawing(table, "chart", format!("{}rem", count * 3), drawn.collect_view().into_any())
}

/// The chart, with its content in words.
fn drawing(table: &Table, class: &'static str, height: String, bars: AnyView) -> AnyView {
    let [title, words] = ["title", "words"].map(|it| format!("{}-{it}", table.name));
    let both = format!("{title} {words}");
    let said = table.bars.iter().map(|(what, figure)| format!("{what}: {}", figure.words(&Page)));
    let said = said.collect::<Vec<_>>().join(". ");
    view! {
        <svg class=class role="img" aria-labelledby=both width="100%" height=height>
            <title id=title>{table.title.clone()}</title>
            <desc id=words>{said}</desc>
            {bars}
        </svg>
    }
    .into_any()
}

fn measured(table: &Table) -> Vec<Bar<'_>> {
    let exact = |figure: &Figure| if let Figure::Exact(it) = figure { *it } else { 0 };
    let most = table.bars.iter().map(|it| exact(&it.1)).max().unwrap_or(0).max(5);
    let bars = table.bars.iter().map(|(name, figure)| {
        // The same length for every small number, so that it doesn't tell which.
        let count = if *figure == Figure::Few { 4 } else { exact(figure) };
        Bar { name, figure: *figure, length: count * 1000 / most }
    });
    bars.collect()
}

fn number_of(bars: &[Bar<'_>]) -> u64 {
    u64::try_from(bars.len()).unwrap_or(1).max(1)
}

fn class(bar: &Bar<'_>) -> &'static str {
    if bar.figure == Figure::Few { "bar few" } else { "bar" }
}

/// The number of a week, because a column on a phone with large text is no wider than that.
fn shortest(name: &str) -> String {
    name.rsplit(' ').next().unwrap_or_default().to_owned()
}

fn short(figure: Figure) -> String {
    match figure {
        Figure::Exact(number) => number.to_string(),
        Figure::Few => "< 5".to_owned(),
        Figure::Hidden => "–".to_owned(),
    }
}

/// Tenths of a percent, in the form of an attribute.
fn percent(tenths: u64) -> String {
    format!("{}.{}%", tenths / 10, tenths % 10)
}
